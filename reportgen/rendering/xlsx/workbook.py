"""Write the checklist with XlsxWriter.

Task cells look merged and are not: every row carries its task, and a conditional format blanks a repeat
where the row above shows the same task. Hidden by a filter or moved by a sort, the words come back.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from reportgen.office.stable import stable_package
from reportgen.planning.lines import wrap
from reportgen.rendering.characters import printable
from reportgen.rendering.xlsx.words import write_words

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from reportgen.planning.checklist import Checklist, ChecklistRow
    from reportgen.rendering.xlsx.look import ChecklistLook

_HEAD = 2  # row of the column headings, counted from 0; above it title and basis
_TASK, _MEASURE, _GOALS, _STATE, _LAST = 1, 2, 3, 6, 7
_SHARED = (0, _TASK, _GOALS)  # columns that belong to the task and repeat on its rows
_CENTRED = (0, 4, 5, 6, 7)
_LEADING = 1.36  # line pitch of 仿宋 and 黑体 in Excel and WPS, in sizes
_PADDING = 11.0  # points above and below the text of a row
_MM = 1 / 25.4
_EPOCH = dt.datetime(2000, 1, 1)  # noqa: DTZ001  one date, so that equal content gives equal bytes


def render_checklist(checklist: Checklist, look: ChecklistLook) -> bytes:
    """Write the checklist as an ``.xlsx`` file.

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
    sheet.repeat_rows(_HEAD)
    sheet.print_area(0, 0, _HEAD + max(rows, 1), _LAST)
    sheet.set_footer(f'&C&10&"{look.fonts["body"]}"— &P —')
    sheet.hide_gridlines(2)
    sheet.freeze_panes(_HEAD + 1, _MEASURE)
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
        for column in range(1, _LAST + 1):
            sheet.write_blank(row, column, None, style)
    for column, text in enumerate(checklist.columns):
        sheet.write_string(_HEAD, column, text, header)
    sheet.set_row(0, look.sizes["title"] * _LEADING + 2 * _PADDING)
    sheet.set_row(1, look.sizes["basis"] * _LEADING + _PADDING)
    sheet.set_row(_HEAD, look.sizes["header"] * _LEADING + 1.5 * _PADDING)
    sheet.autofilter(_HEAD, 0, _HEAD + max(len(checklist.entries), 1), _LAST)


def _body(book: Workbook, sheet: Worksheet, checklist: Checklist, look: ChecklistLook) -> None:
    styles = [_cell(book, look, column) for column in range(_LAST + 1)]
    for row, entry in enumerate(checklist.entries, _HEAD + 1):
        cells = _cells(entry)
        first = row == _HEAD + 1 or entry.number != checklist.entries[row - _HEAD - 2].number
        sheet.set_row(row, _height(cells, look, first=first))
        sheet.write_number(row, 0, entry.number, styles[0])
        for column, text in enumerate(cells[1:], 1):
            if text:
                write_words(sheet, row, column, text, styles[column])
            else:
                sheet.write_blank(row, column, None, styles[column])
    if not checklist.entries:
        # A form to fill in by hand; a sentence of ours in its place would look like one of the speech.
        for column in range(_LAST + 1):
            sheet.write_blank(_HEAD + 1, column, None, styles[column])
    # The line under the last row belongs to the row below it, so that sorting cannot carry it off.
    foot = book.add_format({"top": 1, "top_color": look.colours["line"]})
    for column in range(_LAST + 1):
        sheet.write_blank(_HEAD + 1 + max(len(checklist.entries), 1), column, None, foot)


def _cells(entry: ChecklistRow) -> tuple[str, ...]:
    return (
        str(entry.number),
        entry.task,
        entry.measure,
        entry.goals,
        entry.owner,
        entry.deadline,
        "",
        entry.origin,
    )


def _cell(book: Workbook, look: ChecklistLook, column: int) -> Format:
    line = look.colours["line"]
    style = _format(book, look, "body", text_wrap=True, left=1, right=1, left_color=line, right_color=line)
    if column in _CENTRED:
        style.set_align("center")
    else:
        style.set_indent(1)
    if column in _SHARED:
        style.set_bg_color(look.colours["task_fill"])
    else:
        style.set_top(1)
        style.set_top_color(line)
    style.set_font_size(_size(look, column))
    if column == _TASK:
        style.set_font_name(look.fonts["header"])
    return style


def _format(
    book: Workbook, look: ChecklistLook, role: str, *, font: str = "", **properties: str | float
) -> Format:
    type_of = {"font_name": look.fonts[font or role], "font_size": look.sizes[role], "valign": "vcenter"}
    return book.add_format({**type_of, "font_color": look.colours[role], **properties})


def _height(cells: tuple[str, ...], look: ChecklistLook, *, first: bool) -> float:
    """Height in points in which every cell of a row shows whole.

    The goals of a task, its longest words, count on its first row only: the other rows print them only
    when a filter has taken the rows above, and would leave a page half empty if they made room for that.
    """
    heights = []
    for column, (text, width) in enumerate(zip(cells, look.widths, strict=True)):
        size = _size(look, column)
        lines = wrap(text, _room(width, size) - (column not in _CENTRED))
        if first or column != _GOALS:
            heights.append(len(lines) * size * _LEADING)
    return max(heights) + _PADDING


def _size(look: ChecklistLook, column: int) -> float:
    return look.sizes["origin" if column == _LAST else "body"]


def _room(width: float, size: float) -> float:
    """Em of text that a column holds, an indent of about one em not counted.

    A column of `width` characters is 7 px a character and 5 px of padding wide (ECMA-376 Part 1,
    18.3.1.13); half an em is kept back, because Excel's print metrics differ from those of the screen.
    """
    return width * 7 * 0.75 / size - 0.5


def _repeats(book: Workbook, sheet: Worksheet, checklist: Checklist, look: ChecklistLook) -> None:
    """Blank a task's words where the row above shows them; draw its line where they begin."""
    if not checklist.entries:
        return
    first, last = _HEAD + 1, _HEAD + len(checklist.entries)
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
    area = (_HEAD + 1, _STATE, _HEAD + max(len(checklist.entries), 1), _STATE)
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
