"""An example of a company's own template, as somebody would have made it in PowerPoint: for a picture of the docs.

It has a teal band at the foot, a mark of plain squares at the upper right, a cover with a wide band, and layouts by
PowerPoint's names. No line of it knows of reportgen.
"""

from __future__ import annotations

import io
import re

from lxml import etree
from pptx import Presentation
from pptx.util import Emu

_WIDE, _HIGH = 12_192_000, 6_858_000
_MAIN, _SECOND = "0B6E6E", "E08A1E"
_SHAPE = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr><p:cNvPr id="{id}" name="色块{id}"/>'
    '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
    "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
)


def example() -> bytes:
    """Return the template."""
    made = Presentation()
    across = _WIDE / made.slide_width
    made.slide_width, made.slide_height = Emu(_WIDE), Emu(_HIGH)
    for owner in (made.slide_master, *made.slide_layouts):
        for shape in owner.placeholders:
            if shape._element.spPr.xfrm is not None:  # noqa: SLF001  what is inherited stays so
                shape.left, shape.width = Emu(round(shape.left * across)), Emu(round(shape.width * across))
    _draw(made.slide_master, [(0, 6_680_000, _WIDE, 178_000, "accent1"), (11_300_000, 260_000, 260_000, 260_000, "accent1"),
                              (11_600_000, 260_000, 180_000, 260_000, "accent2")])  # fmt: skip
    title = made.slide_layouts[0]
    _draw(title, [(0, 1_900_000, _WIDE, 2_000_000, "accent1")])
    title.placeholders[0].top, title.placeholders[0].height = Emu(2_050_000), Emu(1_700_000)
    fill = etree.fromstring(
        '<a:lvl1pPr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" algn="l"><a:defRPr sz="4000" b="1">'
        '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )
    style = title.placeholders[0].text_frame._txBody.find(  # noqa: SLF001  python-pptx has no call for it
        "{http://schemas.openxmlformats.org/drawingml/2006/main}lstStyle"
    )
    style.append(fill)
    buffer = io.BytesIO()
    made.save(buffer)
    return _coloured(buffer.getvalue())


def _draw(owner: object, shapes: list[tuple[int, int, int, int, str]]) -> None:
    tree = owner.shapes._spTree  # type: ignore[attr-defined]  # noqa: SLF001  as above
    for number, (x, y, w, h, colour) in enumerate(shapes):
        tree.insert(
            2 + number, etree.fromstring(_SHAPE.format(id=900 + number, x=x, y=y, w=w, h=h, colour=colour))
        )


def _coloured(data: bytes) -> bytes:
    """The template with a theme of its own."""
    from zipfile import ZIP_DEFLATED, ZipFile

    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("ppt/theme/"):
                text = part.decode()
                for slot, colour in (("accent1", _MAIN), ("accent2", _SECOND)):
                    text = re.sub(
                        rf"<a:{slot}>.*?</a:{slot}>",
                        f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>',
                        text,
                        flags=re.DOTALL,
                    )
                part = text.replace('<a:ea typeface=""/>', '<a:ea typeface="微软雅黑"/>').encode()
            new.writestr(name, part)
    return out.getvalue()
