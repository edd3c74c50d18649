"""Footer and page number as a template has them: at its places, in its type, with its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.rendering.pptx.adopting.hosts import Host
from reportgen.rendering.pptx.adopting.sheet import Sheet
from reportgen.rendering.pptx.adopting.spots import Spot
from reportgen.rendering.pptx.looks import Furniture, mark_of
from reportgen.rendering.pptx.markup import HERE, frame, text, value
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.planning.deck import Box

FOOTER, NUMBER = "ftr", "sldNum"
_PROMPT = lazy(
    r"单击|点击|请输入|输入|添加|编辑|页脚|公司名|[Xx×]{2,}|DD|YYYY|title|author|\bname\b|\bdate\b|\byour\b|[{}$]|\[.*\]|click|footer|\badd\b|insert|\btext\b|标题|日期|www\.",
    2,
)
"""Words that ask for words, and stand for none; 2 is re.IGNORECASE."""
_FIELD = (
    '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    '<a:rPr lang="zh-CN" altLang="en-US"/><a:t>‹#›</a:t></a:fld></a:p>'
)
_LEAST = 8.0
"""Points of the least type of a footer on a usual page."""


def furniture_on(host: Host, sheet: Sheet) -> tuple[Furniture, ...]:
    """Return footer and page number of a host."""
    return tuple(_made(host, sheet))


def footer_width(host: Host) -> float:
    """Return in em of its type what the footer's line takes; nothing where it has words of its own."""
    spot = next((one for one in host.furniture if one.kind == FOOTER), None)
    if spot is None or not spot.is_upright or spot.mark is None or own_words(host):
        return 0.0
    return (spot.box.width - spot.insets[0] - spot.insets[2]) * 0.95 / _size(spot)


def own_words(host: Host) -> str:
    """Return the words of the template's own footer; nothing where it asks for some."""
    words = next((one.prompt for one in host.furniture if one.kind == FOOTER), "")
    return "" if _PROMPT.search(words) else words


def _made(host: Host, sheet: Sheet) -> Iterator[Furniture]:
    for spot in host.furniture:
        if spot.kind not in {FOOTER, NUMBER} or spot.mark is None or not spot.is_upright:
            continue
        words = own_words(host) if spot.kind == FOOTER else ""
        content = HERE if spot.kind == FOOTER else _FIELD
        if words:
            run = f'<a:rPr lang="zh-CN" altLang="en-US"/><a:t>{text(words)}</a:t>'
            content = f"<a:p><a:r>{run}</a:r></a:p>"
        # Programs that number all placeholders 0 say by that number nothing of which is which.
        is_sure = spot.mark.get("idx", "0") != "0" and not spot.is_moved
        place = "" if is_sure else frame(_own(spot.box, sheet.scale))
        after = (
            f'" name="{value(spot.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{mark_of(spot.mark)}</p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:bodyPr/>"
            f"<a:lstStyle>{_style(host, spot, sheet)}</a:lstStyle>{content}</p:txBody></p:sp>"
        )
        yield Furniture(spot.kind == FOOTER and not words, '<p:sp><p:nvSpPr><p:cNvPr id="', after)


def _style(host: Host, spot: Spot, sheet: Sheet) -> str:
    """The type of a footer, which programs take over from a layout in different ways."""
    colour = spot.colour
    if colour is None or not host.ground.stands_out(colour, spot.box, 3.0):
        named = (host.scheme.named(name) for name in ("tx1", "bg1"))
        colour = host.ground.ink(spot.box, [one for one in named if one is not None])
    size = round(_size(spot) * sheet.scale * 100)
    fill = f'<a:solidFill><a:srgbClr val="{colour.hexadecimal}"/></a:solidFill>'
    return f'<a:lvl1pPr algn="{spot.align}"><a:defRPr sz="{size}">{fill}</a:defRPr></a:lvl1pPr>'


def _size(spot: Spot) -> float:
    return max(min(spot.size, 14.0), _LEAST)


def _own(box: Box, scale: float) -> Box:
    return type(box)(box.left * scale, box.top * scale, box.width * scale, box.height * scale)
