"""Tables: colours by the template's table style, type size by its placeholders."""

from __future__ import annotations

from reportgen.planning.deck import Layouts, Para, Slot, Table
from reportgen.rendering.characters import printable
from reportgen.rendering.pptx.frames import Framed, graphic_frame
from reportgen.rendering.pptx.markup import emu, hundredths, text
from reportgen.rendering.pptx.text import paragraph

_NUMBER_COLUMN, _NAME_COLUMN = 0, 1
_MARGINS = ("marL", "marT", "marR", "marB")
_BOLD = ' b="1"'


def table_shape(table: Table, layouts: Layouts, number: int, style: str) -> str:
    """Return a table.

    Args:
        table: the plan.
        layouts: where the type of its cells is stated.
        number: the shape's.
        style: the key of its looks in the template.
    """
    described = f"表格：{len(table.rows)} 行，各列为{'、'.join(table.head)}"
    widths, heights = ([*map(emu, sides)] for sides in (table.widths, table.heights))
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    head, body = layouts.slot("table", "表头样式"), layouts.slot("table", "表格样式")
    lines = [
        [_cell(Para(cell), head, _BOLD) for cell in table.head],
        *([_body_cell(cell, column, body) for column, cell in enumerate(row)] for row in table.rows),
    ]
    rows = (
        f'<a:tr h="{height}">{"".join(cells)}</a:tr>' for cells, height in zip(lines, heights, strict=True)
    )
    content = (
        f'<a:tbl><a:tblPr firstRow="1" bandRow="1"><a:tableStyleId>{text(style)}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{''.join(rows)}</a:tbl>"
    )
    place = (emu(table.box.left), emu(table.box.top), sum(widths), sum(heights))
    return graphic_frame(Framed("table", "清单", printable(described), content), number, place)


def _body_cell(words: str, column: int, slot: Slot) -> str:
    lead = len(words) if column == _NUMBER_COLUMN else 0
    return _cell(Para(words, lead=lead), slot, _BOLD if column == _NAME_COLUMN else "")


def _cell(para: Para, slot: Slot, weight: str) -> str:
    level = slot.levels[0]
    # A cell inherits from no placeholder, so what the template says of the type is copied to it.
    pitch = f'<a:pPr><a:lnSpc><a:spcPts val="{hundredths(level.pitch)}"/></a:lnSpc></a:pPr>'
    words = paragraph(para, pitch, f' sz="{hundredths(level.size)}"', weight)
    margins = "".join(f' {name}="{emu(inset)}"' for name, inset in zip(_MARGINS, slot.insets, strict=True))
    return f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody><a:tcPr{margins}/></a:tc>"
