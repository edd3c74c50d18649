"""The tables of a handout as planning measures with them: widths of columns, margins of cells, rules.

In a template a column is known by the tag in it, whatever is written above it. A finished handout, which is
read again to be compared with its speech, has no tags any more; its columns are known by the words that our
template has above or in them, or by the styles of their paragraphs. A table that is not known is taken for
the shipped template's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.planning.handout import SHEET, Grid
from reportgen.rendering.docx.shim import qn, whole
from reportgen.rendering.docx.stated import EIGHTHS, TWIPS, chain, inherited, number, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

# What the tags of a table print in its columns.
_TAGS = {
    "facts": {"name": r"\bfact\.name\b", "value": r"\bfact\.value\b"},
    "framework": {"heading": "", "points": ""},
    "measures": {"measure": r"\.measure\b", "place": ""},
    "digest": {"section": "", "points": ""},
    "terms": {"term": r"\.names\b"},
    "tasks": {
        "task": r"\.task\b",
        "step": r"\.steps\b",
        "owner": r"\.owners\b",
        "deadline": r"\.deadlines\b",
    },
}
# What stands in the columns of a finished handout, above them or in them.
_WORDS = {
    "facts": {"name": "原文篇幅", "value": r"\d+ 字 · .*"},
    "measures": {"measure": "举措", "place": "出处"},
    "tasks": {"task": "重点任务", "step": "具体举措", "owner": "责任单位", "deadline": "完成时限"},
}
# The styles in columns that have no head: they tell what it is in a template and in a finished handout.
_STYLES = {
    "framework": {"heading": "FrontSection", "points": "FrontPoint"},
    "digest": {"section": "DigestSection", "points": "DigestPoint"},
    "terms": {"term": "Term"},
    "sections": {"heading": "PageSection", "points": "PagePoint"},
}


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a column is known by: words or a tag in a cell, or the style of a paragraph in it."""

    words: re.Pattern[str] | None
    style: str

    def marks(self, cell: _Cell) -> bool:
        known = self.words is not None and self.words.search(cell.words)
        return bool(known) or any(self.style and style.startswith(self.style) for style in cell.styles)


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words and styles of a cell, and its width in pt."""

    words: str
    styles: tuple[str, ...]
    width: float


def _sign(tag: str, words: str, style: str) -> _Sign:
    patterns = [rf"[{{][{{%][^{{}}]*{tag}"] if tag else []
    patterns += [f"^(?:{words})$"] if words else []
    return _Sign(re.compile("|".join(patterns)) if patterns else None, style)


_KNOWN = {
    table: {
        name: _sign(tag, _WORDS.get(table, {}).get(name, ""), _STYLES.get(table, {}).get(name, ""))
        for name, tag in tags.items()
    }
    for table, tags in _TAGS.items()
}
"""What tables and their columns are known by."""
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
    return {**SHEET.tables, **found}


def read_grid(body: Element, styles: Mapping[str | None, Element], name: str, usual: Grid) -> Grid:
    """Return one table of a page by the styles in its columns; the usual one where there is none.

    Raises:
        ValueError: a width or a margin is no number.
    """
    known = {column: _Sign(None, style) for column, style in _STYLES[name].items()}
    for table in body.iter(qn("w:tbl")):
        widths = _widths(_cells(table), known)
        if widths:
            return Grid({**usual.widths, **widths}, *_margins(table, styles))
    return usual


def holds_tasks(table: Element) -> bool:
    """Whether a table is the checklist."""
    return bool(_widths(_cells(table), _KNOWN["tasks"]))


def _grid(
    name: str, table: Element, widths: Mapping[str, float], styles: Mapping[str | None, Element]
) -> Grid:
    return Grid({**SHEET.tables[name].widths, **widths}, *_margins(table, styles))


def _widths(cells: Iterable[_Cell], known: Mapping[str, _Sign]) -> dict[str, float]:
    """The widths in pt of the columns that are known."""
    found: dict[str, float] = {}
    for cell in cells:
        for column, sign in known.items():
            if cell.width > 0 and sign.marks(cell):
                found.setdefault(column, cell.width)
    return found


def _cells(table: Element) -> Iterator[_Cell]:
    """The cells of a table."""
    columns = _columns(table)
    for row in table.findall(qn("w:tr")):
        at = 0
        if any("{%tr" in (text.text or "") for text in row.iter(qn("w:t"))):
            continue  # it holds a tag and is not printed
        for cell in row.findall(qn("w:tc")):
            span = cell.find(whole("w:tcPr/w:gridSpan"))
            count = max(int(number(span, "val")), 1) if span is not None else 1
            words = "".join(text.text or "" for text in cell.iter(qn("w:t"))).strip()
            styles = tuple(style.get(qn("w:val"), "") for style in cell.iter(qn("w:pStyle")))
            yield _Cell(words, styles, sum(columns[at : at + count]) / TWIPS)
            at += count


def _columns(table: Element) -> list[float]:
    """The widths of the columns in twips."""
    return [number(one, "w") for one in table.findall(whole("w:tblGrid/w:gridCol"))]


def _margins(table: Element, styles: Mapping[str | None, Element]) -> tuple[float, float, float]:
    """Margins of a cell, left + right and top + bottom, and the rule: the table's own, else its style's."""
    style = table.find(whole("w:tblPr/w:tblStyle"))
    above = [table, *chain(styles, None if style is None else style.get(qn("w:val")))]

    def margins(usual: float, *sides: str) -> float:
        return sum(inherited(above, f"w:tblPr/w:tblCellMar/w:{side}", "w", usual) for side in sides) / TWIPS

    rule = said(above, "w:tblPr/w:tblBorders/w:insideH", "val")
    width = 0.0 if rule is None or rule.get(qn("w:val")) in _NONE else number(rule, "sz") / EIGHTHS
    return margins(_USUAL_SIDE, "left", "right"), margins(0.0, "top", "bottom"), width
