"""The tables of a handout as planning measures with them: widths of columns, margins of cells, rules.

In a template a column is known by the tag in it, whatever is written above it. A finished handout, which is
read again to be compared with its speech, has no tags any more; its columns are known by the words that our
template has above or in them. A table that is not known is taken for the shipped template's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from reportgen.planning.handout import SHEET, Grid
from reportgen.rendering.docx.stated import EIGHTHS, TWIPS, chain, inherited, number, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

# What the tags of a table print in its columns.
_TAGS = {
    "facts": {"name": r"\.name\b", "value": r"\.value\b"},
    "columns": {"point": r"\bin columns\b"},
    "rows": {"head": r"\[0\]", "points": r"\[1\]"},
    "heads": {"head": r"\bin heads\b"},
    "terms": {"terms": r"\.terms\b", "context": r"\.context\b", "source": r"\.source\b"},
    "tasks": {name: rf"\.{name}\b" for name in ("task", "measure", "goals", "owner", "deadline")},
}
# What stands in the columns of a finished handout.
_WORDS = {
    "facts": {"name": "原文篇幅", "value": r"\d+ 字 · .*"},
    "terms": {"terms": "提法", "context": "原文语句", "source": "出处"},
    "tasks": {
        "task": "重点任务",
        "measure": "具体举措",
        "goals": "目标要求",
        "owner": "责任单位",
        "deadline": "完成时限",
    },
}


def _pattern(tag: str, words: str) -> re.Pattern[str]:
    return re.compile(rf"[{{][{{%][^{{}}]*{tag}" + (f"|^(?:{words})$" if words else ""))


_KNOWN = {
    table: {name: _pattern(tag, _WORDS.get(table, {}).get(name, "")) for name, tag in tags.items()}
    for table, tags in _TAGS.items()
}
"""The cells that a table and its columns are known by."""
_NONE = ("nil", "none")
_USUAL_SIDE = 115.0
"""Twips left and right in a cell of a table that states none (ISO/IEC 29500-1, 17.4.34 and 17.4.71)."""


def read_grids(body: Element, styles: Mapping[str | None, Element]) -> dict[str, Grid]:
    """Return the tables of a handout by what they print, as `Sheet.tables` has them.

    Args:
        body: the body of the document.
        styles: the styles of the document by id.

    Raises:
        ValueError: a width or a margin is no number.
    """
    tables = list(body.iter(qn("w:tbl")))
    found: dict[str, Grid] = {}
    cells = [tuple(_cells(table)) for table in tables]
    for name, known in _KNOWN.items():
        # Of several the one with most of the columns: a page's own table may hold a tag of another.
        widths = [_widths(one, known) for one in cells]
        at = max(range(len(tables)), key=lambda at: len(widths[at]), default=None)
        if at is None or not widths[at]:
            continue
        found[name] = _grid(name, tables[at], widths[at], styles)
        if name == "facts" and at + 1 < len(tables):
            # In a finished handout the table behind the facts is the framework, in whichever of its shapes.
            found |= _framework(tables[at + 1], styles)
    return {**SHEET.tables, **found}


def holds_tasks(table: Element) -> bool:
    """Whether a table is the checklist."""
    return bool(_widths(_cells(table), _KNOWN["tasks"]))


def _framework(table: Element, styles: Mapping[str | None, Element]) -> dict[str, Grid]:
    columns, names = _columns(table), tuple(SHEET.tables["rows"].widths)
    found = {name: _grid(name, table, {}, styles) for name in ("columns", "heads")}
    if len(columns) == len(names):
        widths = {name: width / TWIPS for name, width in zip(names, columns, strict=True)}
        found["rows"] = _grid("rows", table, widths, styles)
    return found


def _grid(
    name: str, table: Element, widths: Mapping[str, float], styles: Mapping[str | None, Element]
) -> Grid:
    usual = SHEET.tables[name].widths
    # A single column of ours is the whole table: a loop makes columns or rows of it.
    known = dict.fromkeys(usual, sum(_columns(table)) / TWIPS) if len(usual) == 1 else {**usual, **widths}
    return Grid({**known}, *_margins(table, styles))


def _widths(cells: Iterable[tuple[str, float]], known: Mapping[str, re.Pattern[str]]) -> dict[str, float]:
    """The widths in pt of the columns that are known."""
    found: dict[str, float] = {}
    for text, width in cells:
        for column, pattern in known.items():
            if width > 0 and pattern.search(text):
                found.setdefault(column, width)
    return found


def _cells(table: Element) -> Iterator[tuple[str, float]]:
    """The words and the width in pt of every cell."""
    columns = _columns(table)
    for row in table.findall(qn("w:tr")):
        at = 0
        for cell in row.findall(qn("w:tc")):
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            count = max(int(number(span, "val")), 1) if span is not None else 1
            words = "".join(text.text or "" for text in cell.iter(qn("w:t"))).strip()
            yield words, sum(columns[at : at + count]) / TWIPS
            at += count


def _columns(table: Element) -> list[float]:
    """The widths of the columns in twips."""
    return [number(one, "w") for one in table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")]


def _margins(table: Element, styles: Mapping[str | None, Element]) -> tuple[float, float, float]:
    """Margins of a cell, left + right and top + bottom, and the rule: the table's own, else its style's."""
    style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
    above = [table, *chain(styles, None if style is None else style.get(qn("w:val")))]

    def margins(usual: float, *sides: str) -> float:
        return sum(inherited(above, f"w:tblPr/w:tblCellMar/w:{side}", "w", usual) for side in sides) / TWIPS

    rule = said(above, "w:tblPr/w:tblBorders/w:insideH", "val")
    width = 0.0 if rule is None or rule.get(qn("w:val")) in _NONE else number(rule, "sz") / EIGHTHS
    return margins(_USUAL_SIDE, "left", "right"), margins(0.0, "top", "bottom"), width
