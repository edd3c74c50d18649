"""Tables: colours by the template's table style, type size by its placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.oxml.ns import qn
from pptx.util import Pt

from reportgen.office.xml import parse
from reportgen.planning.deck import Layouts, Para, Slot, Table
from reportgen.rendering.characters import printable
from reportgen.rendering.pptx.shim import describe
from reportgen.rendering.pptx.text import write_paras

if TYPE_CHECKING:
    from pptx.slide import Slide
    from pptx.table import _Cell as Cell

_NUMBER_COLUMN, _NAME_COLUMN = 0, 1


def add_table(slide: Slide, table: Table, layouts: Layouts) -> None:
    """Add a table with the default table style of the template."""
    box = table.box
    count = len(table.rows) + 1
    frame = slide.shapes.add_table(
        count, len(table.head), Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)
    )
    frame.name = "清单"
    described = f"表格：{len(table.rows)} 行，各列为{'、'.join(table.head)}"
    describe(frame, printable(described))
    grid = frame.table
    next(frame.element.iter(qn("a:tableStyleId"))).text = _default_style(slide)
    for column, width in enumerate(table.widths):
        grid.columns[column].width = Pt(width)
    head, body = layouts.slot("table", "表头样式"), layouts.slot("table", "表格样式")
    for number, (row, height) in enumerate(zip(grid.rows, table.heights, strict=True)):
        row.height = Pt(height)
        texts = table.rows[number - 1] if number else table.head
        for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            lead = len(text) if number and column == _NUMBER_COLUMN else 0
            bold = not number or column == _NAME_COLUMN
            _cell(cell, Para(text, lead=lead), body if number else head, bold=bold)


def _cell(cell: Cell, para: Para, slot: Slot, *, bold: bool) -> None:
    cell.margin_left, cell.margin_top, cell.margin_right, cell.margin_bottom = (Pt(v) for v in slot.insets)
    write_paras(cell.text_frame, (para,))
    paragraph = cell.text_frame.paragraphs[0]
    level = slot.levels[0]
    # A cell inherits from no placeholder, so what the template says of the type is copied to it.
    paragraph.line_spacing = Pt(level.pitch)
    for run in paragraph.runs:
        run.font.size = Pt(level.size)
        if bold:
            run.font.bold = True


def _default_style(slide: Slide) -> str:
    """The table style that the template calls its default (ppt/tableStyles.xml, def)."""
    presentation = slide.part.package.presentation_part
    for relation in presentation.rels.values():
        if relation.reltype.endswith("/tableStyles"):
            return str(parse(relation.target_part.blob).get("def"))
    return "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
