"""Read a Word file: paragraphs and table rows, headers and footers, notes, text boxes.

Revisions count as accepted, as they would be printed; comments are talk about the text and no part of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.checking.placed import Placed, Zone
from reportgen.planning.wording import ORIGINAL
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from reportgen.checking.package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SKIPPED = frozenset(
    W + name
    for name in (
        *("pPr", "rPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr"),
        *("del", "moveFrom", "delText", "delInstrText", "fldData", "rt"),
    )
)
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_MARGINS = {"header": "页眉", "footer": "页脚"}
_NOTES = {"footnotes": "脚注", "endnotes": "尾注"}
_HEADING = lazy(r"heading (\d)", re.IGNORECASE)
# What a program counts by itself is nobody's words.
_COUNTED = lazy(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|TOC|DATE|TIME|FILENAME)\b")
_ORIGINAL = "OriginalTitle"
"""The style of the title above the speech itself; it is no heading, but a part begins there."""
_LONGEST = 16


def read_word(package: Package) -> tuple[Placed, ...]:
    """Return the texts of a Word file in the order in which they stand."""
    main = package.main
    root, related = package.root(main), package.related(main)
    reader = _Reader(_levels(package, related.get("styles", ())))
    if root is not None:
        reader.read(root, "正文")
    for names, zone in ((_NOTES, Zone.BODY), (_MARGINS, Zone.MARGIN)):
        for kind, name in names.items():
            for path in related.get(kind, ()):
                part = package.root(path)
                if part is not None:
                    reader.read_part(part, name, zone)
    return tuple(reader.found)


def _levels(package: Package, paths: tuple[str, ...]) -> dict[str, int]:
    """The level of every style that is a heading, by its id."""
    levels: dict[str, int] = {}
    root = package.root(paths[0]) if paths else None
    for style in root.iter(f"{W}style") if root is not None else ():
        name = style.find(f"{W}name")
        found = _HEADING.fullmatch(name.get(f"{W}val", "")) if name is not None else None
        if found:
            levels[style.get(f"{W}styleId", "")] = int(found[1])
    return levels


def holds_style(package: Package, style: str) -> bool:
    """Whether a Word file has a style of this name; programs keep the names of styles when they save."""
    paths = package.related(package.main).get("styles", ())
    root = package.root(paths[0]) if paths else None
    names = root.iter(f"{W}name") if root is not None else ()
    return any(name.get(f"{W}val") == style for name in names)


class _Reader:
    """Collects the texts; `path` are the headings that the next one stands under."""

    def __init__(self, levels: dict[str, int]) -> None:
        self.found: list[Placed] = []
        self._levels = levels
        self._path: dict[int, str] = {}
        self._where, self._zone = "", Zone.BODY
        self._unit = self._tables = self._since = 0
        self._held = ""
        self._row = ""

    def read(self, container: Element, where: str) -> None:
        self._where = where
        self._blocks(container)
        self._flush("")

    def read_part(self, container: Element, where: str, zone: Zone) -> None:
        self._path, self._zone = {}, zone
        self.read(container, where)

    def _blocks(self, container: Element) -> None:
        for child in container:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag == f"{_MC}AlternateContent":
                self._blocks(child[0]) if len(child) else None
            elif child.tag not in _SKIPPED:
                self._blocks(child)

    def _paragraph(self, element: Element) -> None:
        boxes: list[Element] = []
        text = self._held + paragraph_text(element, boxes)
        mark = element.find(f"{W}pPr/{W}rPr")
        if mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None):
            self._held = text  # its mark is deleted: it goes on in the next one (29500-1, 17.13.5.15)
        else:
            self._held = ""
            style = element.find(f"{W}pPr/{W}pStyle")
            name = style.get(f"{W}val", "") if style is not None else ""
            if name.startswith(_ORIGINAL):
                self._path, self._since = {1: ORIGINAL}, 0
            self._put(text, self._levels.get(name, 0))
        for box in boxes:
            self._blocks(box)

    def _flush(self, text: str) -> None:
        if self._held:
            self._put(self._held + text, 0)
            self._held = ""

    def _put(self, text: str, level: int) -> None:
        if not text.strip():
            return
        if level and not self._row:
            self._path = {key: name for key, name in self._path.items() if key < level}
            self._path[level] = _short(text)
            self._since = 0
        else:
            self._since += not self._row
        if not self._row:
            self._unit += 1
        self.found.append(Placed(text, self._place(), self._unit, self._zone, table=bool(self._row)))

    def _place(self) -> str:
        under = " › ".join(self._path[key] for key in sorted(self._path)) or self._where
        if self._row:
            return f"{under} › {self._row}"
        return f"{under} 第 {self._since} 段" if self._since else under

    def _table(self, table: Element) -> None:
        if self._row:  # a table inside a cell is text of that cell
            for row in table.iter(f"{W}tc"):
                self._blocks(row)
            return
        self._tables += 1
        number = self._tables
        merged: dict[int, list[Placed]] = {}
        for at, row in enumerate(_inside(table, f"{W}tr"), 1):
            if row.find(f"{W}trPr/{W}del") is None:
                self._unit += 1
                self._cells(row, f"表 {number} 第 {at} 行", merged)

    def _cells(self, row: Element, place: str, merged: dict[int, list[Placed]]) -> None:
        column = 0
        for cell in _inside(row, f"{W}tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            first = len(self.found)
            self._row = f"{place}第 {column + 1} 列"
            if merge is not None and merge.get(f"{W}val") != "restart":
                self.found += [_echo(one, self._unit) for one in merged.get(column, ())]
            elif cell.find(f"{W}tcPr/{W}cellDel") is None:
                self._blocks(cell)
                merged[column] = self.found[first:]
            self._row = ""
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            column += int(span.get(f"{W}val", "1")) if span is not None else 1


def _echo(one: Placed, unit: int) -> Placed:
    return Placed(one.text, one.where, unit, one.zone, table=True, echo=True)


def _short(text: str) -> str:
    words = "".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, whatever wraps them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def paragraph_text(element: Element, boxes: list[Element]) -> str:
    """Return the words of a paragraph; the text boxes that hang on it go to `boxes`."""
    pieces: list[str] = []
    fields: list[str] = []
    _collect(element, pieces, boxes, fields)
    return "".join(pieces)


def _collect(element: Element, pieces: list[str], boxes: list[Element], fields: list[str]) -> None:  # noqa: C901, PLR0912  one line a tag
    for child in element:
        tag = child.tag
        if tag in (f"{W}t", f"{_M}t"):
            if not any(_COUNTED.match(code) for code in fields):
                pieces.append(child.text or "")
        elif tag in (f"{W}tab", f"{W}ptab"):
            pieces.append("\t")
        elif tag in (f"{W}br", f"{W}cr"):
            pieces.append("\n")
        elif tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif tag == f"{W}fldChar":
            _field(child, fields)
        elif tag == f"{W}instrText" and fields:
            fields[-1] += child.text or ""
        elif tag == f"{W}fldSimple" and _COUNTED.match(child.get(f"{W}instr", "")):
            continue
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag == f"{_MC}AlternateContent":
            if len(child):
                _collect(child[0], pieces, boxes, fields)
        elif tag not in _SKIPPED:
            _collect(child, pieces, boxes, fields)


def _field(mark: Element, fields: list[str]) -> None:
    kind = mark.get(f"{W}fldCharType")
    if kind == "begin":
        fields.append("")
    elif kind == "end" and fields:
        fields.pop()
