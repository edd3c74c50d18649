"""Tables: colours by the template's table style, type size by its placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.deck import Layouts, Para, Slot, Table
from reportgen.rendering.characters import printable
from reportgen.rendering.pptx.frames import Framed, graphic_frame
from reportgen.rendering.pptx.markup import emu, hundredths, text
from reportgen.rendering.pptx.text import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER_COLUMN, _NAME_COLUMN = 0, 1
_MARGINS = ("marL", "marT", "marR", "marB")
_BOLD = ' b="1"'
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The key of PowerPoint's own style without lines and grounds."""
_FILL = '<a:solidFill><a:schemeClr val="{}"/></a:solidFill>'.format
_LEFT = ' algn="l"'
_NONE = "".join(f'<a:ln{side} w="0"><a:noFill/></a:ln{side}>' for side in "LRT")
_LINE = f'<a:lnB w="9525">{_FILL("accent6")}</a:lnB>'


def table_shape(table: Table, layouts: Layouts, number: int, style: str | None) -> str:
    """Return a table.

    Args:
        table: the plan.
        layouts: where the type of its cells is stated.
        number: the shape's.
        style: the key of its looks in the template; None where cells are to state theirs.
    """
    described = f"表格：{len(table.rows)} 行，各列为{'、'.join(table.head)}"
    widths, heights = ([*map(emu, sides)] for sides in (table.widths, table.heights))
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    head, body = layouts.slot("table", "表头样式"), layouts.slot("table", "表格样式")
    first, *looks = _looks(len(table.rows), is_stated=style is None)
    lines = [
        [_cell(Para(cell), head, _BOLD, first) for cell in table.head],
        *(
            [_body_cell(cell, column, body, look) for column, cell in enumerate(row)]
            for row, look in zip(table.rows, looks, strict=True)
        ),
    ]
    rows = (
        f'<a:tr h="{height}">{"".join(cells)}</a:tr>' for cells, height in zip(lines, heights, strict=True)
    )
    content = (
        '<a:tbl><a:tblPr firstRow="1" bandRow="1">'
        f"<a:tableStyleId>{text(style or _NO_STYLE)}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{grid}</a:tblGrid>{''.join(rows)}</a:tbl>"
    )
    place = (emu(table.box.left), emu(table.box.top), sum(widths), sum(heights))
    return graphic_frame(Framed("table", "清单", printable(described), content), number, place)


def _looks(rows: int, *, is_stated: bool) -> Iterator[tuple[str, str]]:
    """Of the head and of each row the fill of its words, and what its cells are drawn with."""
    if not is_stated:
        yield from [("", "")] * (rows + 1)
        return
    yield _FILL("bg1"), f"{_NONE}{_LINE}{_FILL('accent1')}"
    for row in range(rows):
        ground = "<a:noFill/>" if row % 2 else _FILL("bg2")
        yield _FILL("tx1"), f"{_NONE}{_LINE}{ground}"


def _body_cell(words: str, column: int, slot: Slot, looks: tuple[str, str]) -> str:
    lead = len(words) if column == _NUMBER_COLUMN else 0
    return _cell(Para(words, lead=lead), slot, _BOLD if column == _NAME_COLUMN else "", looks)


def _cell(para: Para, slot: Slot, weight: str, looks: tuple[str, str]) -> str:
    level = slot.levels[0]
    colour, drawn = looks
    # A cell inherits from no placeholder, so what the template says of the type is copied to it.
    pitch = f'<a:lnSpc><a:spcPts val="{hundredths(level.pitch)}"/></a:lnSpc>'
    pitch = f"<a:pPr{_LEFT if drawn else ''}>{pitch}</a:pPr>"
    words = paragraph(para, pitch, f' sz="{hundredths(level.size)}"', weight, colour)
    margins = "".join(f' {name}="{emu(inset)}"' for name, inset in zip(_MARGINS, slot.insets, strict=True))
    return f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>{_properties(margins, drawn)}</a:tc>"


def _properties(margins: str, drawn: str) -> str:
    return f"<a:tcPr{margins}>{drawn}</a:tcPr>" if drawn else f"<a:tcPr{margins}/>"
