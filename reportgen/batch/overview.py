"""The list and the table of a batch, made from its journal: the same journal gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import json
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from reportgen.errors import Severity
from reportgen.office.stable import stable_package
from reportgen.rendering.xlsx.words import write_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from reportgen.batch.journal import Journal

PAGE, TABLE = "index.html", "summary.xlsx"
_STATES = {"done": "已完成", "failed": "未做成", "pending": "未处理", "running": "未处理"}
_ESCAPES = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
"""What would end the data, or begin something else, where it stands in a page."""
_HEAD = (
    "讲话稿",
    "状态",
    "标题",
    "字数",
    "段数",
    "标题数",
    "举措数",
    "成稿",
    "核对分句",
    "提示",
    "说明",
    "成稿所在文件夹",
)
_WIDTHS = (36, 8, 44, 8, 8, 8, 8, 24, 10, 8, 60, 36)
_LONGEST_CELL = 32_000
"""Characters; Excel holds 32,767."""
_EPOCH = dt.datetime(2000, 1, 1)  # noqa: DTZ001  one date, so that equal content gives equal bytes
_MOST_ROWS = 1_000_000
"""Rows of a sheet; Excel has 1,048,576."""


def page(journal: Journal) -> bytes:
    """Return the list of all speeches, as a page that needs nothing else and opens from disk."""
    template = resources.files("reportgen.batch").joinpath("index.html").read_text("utf-8")
    before, after = template.split("/*DATA*/")
    rows = ",\n".join(_as_data(_entry(one)) for one in journal.listed())
    return f"{before}{rows}{after}".encode("utf-8", "backslashreplace")


def _as_data(value: list[Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return text


def _entry(one: dict[str, Any]) -> list[Any]:
    """Name, state, title, reason, outline, files as (what it is, link), notices."""
    is_done = one["state"] == "done"
    folder = quote(one["folder"])
    files = [[kept.role, f"{folder}/{quote(kept.name)}"] for kept in one["files"]] if is_done else []
    told = [notice["message"] for notice in _warnings(one)] if is_done else []
    outline = one.get("contents", []) if is_done else []
    return [one["name"], _STATES[one["state"]], one["title"], one["error"], outline, files, told]


def _warnings(one: dict[str, Any]) -> list[dict[str, Any]]:
    return [notice for notice in one.get("diagnostics", []) if notice["severity"] != Severity.INFO.value]


def table(journal: Journal) -> bytes:
    """Return the table of all speeches, a row each, as an Excel workbook."""
    import xlsxwriter

    buffer = io.BytesIO()
    # Rows go to disk as they come, so that memory does not grow with the batch.
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
        book.set_properties({"title": "讲话稿一览", "author": "reportgen", "created": _EPOCH})
        font = {"valign": "top", "font_name": "宋体", "font_size": 10}
        head = book.add_format({**font, "bold": True, "bg_color": "#F2F2F2", "text_wrap": True, "bottom": 1})
        words, number = book.add_format({**font, "text_wrap": True}), book.add_format(font)
        sheet, row = _sheet(book, head), 1
        for one in journal.listed():
            if row > _MOST_ROWS:
                sheet, row = _sheet(book, head), 1
            for column, value in enumerate(_cells(one)):
                if isinstance(value, int):
                    sheet.write_number(row, column, value, number)
                elif value:
                    write_words(sheet, row, column, value[:_LONGEST_CELL], words)
            row += 1
    return stable_package(buffer.getvalue())


def _sheet(book: Workbook, head: Format) -> Worksheet:
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for column, (title, width) in enumerate(zip(_HEAD, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    sheet.autofilter(0, 0, 0, len(_WIDTHS) - 1)
    return sheet


def _cells(one: dict[str, Any]) -> Iterator[str | int]:
    is_done = one["state"] == "done"
    reading = one.get("reading", {}) if is_done else {}
    yield from (one["name"], _STATES[one["state"]], one["title"] if is_done else "")
    yield from (reading.get(name, "") for name in ("characters", "paragraphs", "headings", "measures"))
    yield "、".join(kept.role for kept in one["files"]) if is_done else ""
    told = _warnings(one) if is_done else []
    yield one.get("proof", {}).get("sourced", "") if is_done else ""
    yield len(told) if is_done else ""
    yield one["error"] or "；".join(notice["message"] for notice in told)
    yield one["folder"] if is_done else ""
