"""Tables of a picture: the looks of the template's table style, or those that cells state themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.planning.deck import Box, Para
from reportgen.rendering.pptx.geometry import first
from reportgen.rendering.pptx.markup import parsed, qn
from reportgen.rendering.svg.blocks import Frame, block, planned
from reportgen.rendering.svg.manners import Face, Manner
from reportgen.rendering.svg.marks import attributes, colour, rectangle
from reportgen.rendering.svg.paints import flat

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.planning.deck import Layouts, Slot, Table
    from reportgen.rendering.pptx.adopting.colours import RGB
    from reportgen.rendering.pptx.parts import Part
    from reportgen.rendering.svg.stage import Stage

_NUMBER_COLUMN, _NAME_COLUMN = 0, 1
_HAIR = 0.75


@dataclass(frozen=True, slots=True)
class _Look:
    """Colours of a table: words and grounds of its head and of its rows, and its lines."""

    head: RGB
    head_ground: RGB | None
    body: RGB
    band: RGB | None
    line: RGB | None
    has_top: bool = False


def table(plan: Table, layouts: Layouts, stage: Stage, main: Part) -> str:
    """Return a table; `main` leads to the template's table styles."""
    look = _stated(stage) if layouts.is_foreign else _of_template(stage, main) or _stated(stage)
    box, wide = plan.box, sum(plan.widths)
    grounds: list[str] = []
    lines = [box.top] if look.has_top else []
    cells: list[str] = []
    top = box.top
    for row, (texts, height) in enumerate(zip((plan.head, *plan.rows), plan.heights, strict=True)):
        slot = layouts.slot("table", "表格样式" if row else "表头样式")
        shade = look.body if row else look.head
        ground = look.head_ground if not row else look.band if row % 2 else None
        if ground is not None:
            grounds.append(rectangle(Box(box.left, top, wide, height), flat(ground).looks))
        left = box.left
        for column, (text, width) in enumerate(zip(texts, plan.widths, strict=True)):
            is_number = row > 0 and column == _NUMBER_COLUMN
            face = _face(slot.levels[0].size, shade, stage, is_bold=not row or column == _NAME_COLUMN)
            para = Para(text, lead=len(text) if is_number else 0)
            cells.append(_cell(para, Box(left, top, width, height), slot, face, stage))
            left += width
        top += height
        lines.append(top)
    ruled = "" if look.line is None else "".join(_line(box.left, y, wide, look.line) for y in lines)
    return "".join([*grounds, ruled, *cells])


def _line(left: float, y: float, width: float, shade: RGB) -> str:
    place = attributes(x1=left, y1=y, x2=left + width, y2=y)
    return f"<line{place}{attributes(stroke=colour(shade), stroke_width=_HAIR)}/>"


def _cell(para: Para, box: Box, slot: Slot, face: Face, stage: Stage) -> str:
    level = slot.levels[0]
    lines = planned(para, Manner(face, "l", level.pitch, 0.0, 0.0, 0.0), *stage.marked())
    return block(Frame(box, slot.insets), [lines], stage.usual)


def _face(size: float, shade: RGB, stage: Stage, *, is_bold: bool) -> Face:
    latin, han = stage.fonts["+mn-lt"], stage.fonts["+mn-ea"]
    return Face(size, is_bold, italic=False, colour=shade, seen=1.0, latin=latin, han=han)


def _stated(stage: Stage) -> _Look:
    """What cells state themselves where no table style is to be relied on."""
    named = stage.colour
    return _Look(named("bg1"), named("accent1"), named("tx1"), named("bg2"), named("accent6"))


def _of_template(stage: Stage, main: Part) -> _Look | None:
    """The looks of the template's default table style; None where it has none of its own."""
    style = None
    for part in main.related("tableStyles"):
        root = parsed(part.data)
        style = next((one for one in root if one.get("styleId") == root.get("def")), None)
    if style is None:
        return None
    usual = _stated(stage)
    return replace(
        usual,
        head=_words(style, "a:firstRow", stage) or usual.head,
        head_ground=_ground(style, "a:firstRow", stage),
        body=_words(style, "a:wholeTbl", stage) or usual.body,
        band=_ground(style, "a:band1H", stage),
        line=_ruled(style, "a:insideH", stage),
        has_top=_ruled(style, "a:top", stage) is not None,
    )


def _words(style: Element, part: str, stage: Stage) -> RGB | None:
    stated = first(style, qn(part), qn("a:tcTxStyle"))
    for one in () if stated is None else stated:
        if one.tag in {qn("a:schemeClr"), qn("a:srgbClr")}:
            found = stage.colours.colour(one)
            return None if found is None else found[0]
    return None


def _ground(style: Element, part: str, stage: Stage) -> RGB | None:
    fill = first(style, qn(part), qn("a:tcStyle"), qn("a:fill"), qn("a:solidFill"))
    found = None if fill is None else stage.colours.colour(fill)
    return None if found is None else found[0]


def _ruled(style: Element, side: str, stage: Stage) -> RGB | None:
    fill = first(
        style, qn("a:wholeTbl"), qn("a:tcStyle"), qn("a:tcBdr"), qn(side), qn("a:ln"), qn("a:solidFill")
    )
    found = None if fill is None else stage.colours.colour(fill)
    return None if found is None else found[0]
