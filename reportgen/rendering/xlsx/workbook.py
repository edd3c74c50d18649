"""Write the checklist with XlsxWriter.

Task cells look merged and are not: every row carries its task, and a conditional format blanks a repeat
where the row above shows the same task. Hidden by a filter or moved by a sort, the words come back.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from reportgen.office.stable import stable_package
from reportgen.rendering.characters import printable
from reportgen.rendering.xlsx.rows import CENTRED, GOALS, HEAD, LAST, LEADING, PADDING, rows_of, size_of
from reportgen.rendering.xlsx.words import write_words

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from reportgen.planning.checklist import Checklist
    from reportgen.rendering.xlsx.look import ChecklistLook

_TASK, _MEASURE, _STATE = 1, 2, 6
_SHARED = (0, _TASK, GOALS)  # columns that belong to the task and repeat on its rows
_MM = 1 / 25.4
_EPOCH = dt.datetime(2000, 1, 1)  # noqa: DTZ001  one date, so that equal content gives equal bytes


def workbook(checklist: Checklist, look: ChecklistLook) -> bytes:
    """Write the checklist with XlsxWriter.

    Args:
        checklist: the rows and what stands above them.
        look: fonts, sizes, colours and widths.

    Returns:
        The bytes of the workbook, the same for the same checklist and look.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        properties = {
            "title": checklist.title,
            "subject": printable(checklist.basis),
            "author": "reportgen",
        }
        book.set_properties({**properties, "created": _EPOCH})
        sheet = book.add_worksheet(checklist.title)
        _page(sheet, look, len(checklist.entries))
        _head(book, sheet, checklist, look)
        _body(book, sheet, checklist, look)
        _repeats(book, sheet, checklist, look)
        _states(book, sheet, checklist, look)
    return stable_package(buffer.getvalue())


def _page(sheet: Worksheet, look: ChecklistLook, rows: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(**{side: look.margins[side] * _MM for side in ("left", "right", "top", "bottom")})
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.repeat_rows(HEAD)
    sheet.print_area(0, 0, HEAD + max(rows, 1), LAST)
    sheet.set_footer(f'&C&10&"{look.fonts["body"]}"— &P —')
    sheet.hide_gridlines(2)
    sheet.freeze_panes(HEAD + 1, _MEASURE)
    for column, width in enumerate(look.widths):
        sheet.set_column(column, column, width)


def _head(book: Workbook, sheet: Worksheet, checklist: Checklist, look: ChecklistLook) -> None:
    title = _format(book, look, "title", align="center_across")
    basis = _format(book, look, "basis", align="center_across", text_wrap=True, font="body")
    header = _format(
        book, look, "header", align="center", text_wrap=True, border=1, border_color=look.colours["line"]
    )
    header.set_bg_color(look.colours["header_fill"])
    for row, (text, style) in enumerate([(checklist.title, title), (checklist.basis, basis)]):
        write_words(sheet, row, 0, text, style)
        for column in range(1, LAST + 1):
            sheet.write_blank(row, column, None, style)
    for column, text in enumerate(checklist.columns):
        sheet.write_string(HEAD, column, text, header)
    sheet.set_row(0, look.sizes["title"] * LEADING + 2 * PADDING)
    sheet.set_row(1, look.sizes["basis"] * LEADING + PADDING)
    sheet.set_row(HEAD, look.sizes["header"] * LEADING + 1.5 * PADDING)
    sheet.autofilter(HEAD, 0, HEAD + max(len(checklist.entries), 1), LAST)


def _body(book: Workbook, sheet: Worksheet, checklist: Checklist, look: ChecklistLook) -> None:
    styles = [_cell(book, look, column) for column in range(LAST + 1)]
    for row, cells, height in rows_of(checklist, look):
        sheet.set_row(row, height)
        sheet.write_number(row, 0, int(cells[0]), styles[0])
        for column, text in enumerate(cells[1:], 1):
            if text:
                write_words(sheet, row, column, text, styles[column])
            else:
                sheet.write_blank(row, column, None, styles[column])
    if not checklist.entries:
        # A form to fill in by hand; a sentence of ours in its place would look like one of the speech.
        for column in range(LAST + 1):
            sheet.write_blank(HEAD + 1, column, None, styles[column])
    # The line under the last row belongs to the row below it, so that sorting cannot carry it off.
    foot = book.add_format({"top": 1, "top_color": look.colours["line"]})
    for column in range(LAST + 1):
        sheet.write_blank(HEAD + 1 + max(len(checklist.entries), 1), column, None, foot)


def _cell(book: Workbook, look: ChecklistLook, column: int) -> Format:
    line = look.colours["line"]
    style = _format(book, look, "body", text_wrap=True, left=1, right=1, left_color=line, right_color=line)
    if column in CENTRED:
        style.set_align("center")
    else:
        style.set_indent(1)
    if column in _SHARED:
        style.set_bg_color(look.colours["task_fill"])
    else:
        style.set_top(1)
        style.set_top_color(line)
    style.set_font_size(size_of(look, column))
    if column == _TASK:
        style.set_font_name(look.fonts["header"])
    return style


def _format(
    book: Workbook, look: ChecklistLook, role: str, *, font: str = "", **properties: str | float
) -> Format:
    type_of = {"font_name": look.fonts[font or role], "font_size": look.sizes[role], "valign": "vcenter"}
    return book.add_format({**type_of, "font_color": look.colours[role], **properties})


def _repeats(book: Workbook, sheet: Worksheet, checklist: Checklist, look: ChecklistLook) -> None:
    """Blank a task's words where the row above shows them; draw its line where they begin."""
    if not checklist.entries:
        return
    first, last = HEAD + 1, HEAD + len(checklist.entries)
    # SUBTOTAL(103, …) counts only what no filter has hidden.
    again = f"AND($A{first + 1}=$A{first},SUBTOTAL(103,$A{first})>0)"
    blank = book.add_format({"num_format": ";;;"})
    # LibreOffice takes a conditional border for the whole border, so the sides are named again.
    begin = book.add_format({"top": 1, "left": 1, "right": 1, "border_color": look.colours["line"]})
    for column in _SHARED:
        area = (first, column, last, column)
        sheet.conditional_format(*area, {"type": "formula", "criteria": f"={again}", "format": blank})
        sheet.conditional_format(*area, {"type": "formula", "criteria": f"=NOT({again})", "format": begin})


def _states(book: Workbook, sheet: Worksheet, checklist: Checklist, look: ChecklistLook) -> None:
    area = (HEAD + 1, _STATE, HEAD + max(len(checklist.entries), 1), _STATE)
    sheet.data_validation(
        *area,
        {
            "validate": "list",
            "source": list(checklist.states),
            "error_title": "完成情况",
            "error_message": f"请从下拉列表中选择：{'、'.join(checklist.states)}",
        },
    )
    for state, colour in look.states.items():
        coloured = book.add_format({"bg_color": colour})
        rule = {"type": "cell", "criteria": "==", "value": f'"{state}"', "format": coloured}
        sheet.conditional_format(*area, rule)
