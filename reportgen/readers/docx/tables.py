"""Tables: a table of data is read row by row, one line a row; a table that only sets type is read as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.readers.docx.extras import DELETED
from reportgen.readers.docx.forms import is_prompt
from reportgen.readers.docx.names import MC, W, value
from reportgen.readers.docx.printed import Block, Fragment
from reportgen.readers.docx.styles import has_borders
from reportgen.readers.docx.tellings import chosen_telling
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from reportgen.readers.docx.blocks import BlockReader
    from reportgen.readers.docx.styles import Styles, Traits

LONGEST_CELL = 200
"""Characters of a cell of several paragraphs; a longer one holds text, such as the whole speech."""
FEWEST = 2
"""Rows, and cells a row, of a table of data."""

_COVERED = "处合并单元格里看不见的文字"
_HEX = lazy(r"[0-9A-Fa-f]{1,8}")
_PARTS = {
    "firstRow": ("firstRow", 0x20), "lastRow": ("lastRow", 0x40), "firstColumn": ("firstCol", 0x80),
    "lastColumn": ("lastCol", 0x100),
}  # fmt: skip
"""What the look of a table calls a part, what its style calls it, and its bit."""

_Cell = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _TableRow:
    cells: tuple[_Cell, ...]

    @property
    def is_prose(self) -> bool:
        """Whether a cell is text rather than an entry."""
        return any(
            len(cell) > 1 and sum(len(block.text) for block in cell) > LONGEST_CELL for cell in self.cells
        )

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(map(bool, self.cells))


def read(table: Element, reader: BlockReader) -> list[Block]:
    """Return the lines of a table, a row after the other (ISO/IEC 29500-1, 17.4)."""
    before, look = reader.around, _Look(table, reader.styles)
    found = list(_children(table, f"{W}tr"))
    rows = [_row(row, reader, look, _edge(at, len(found), "Row")) for at, row in enumerate(found)]
    reader.around = before
    _tell_covered(found, reader)
    wide = sum(len(row.cells) >= FEWEST for row in rows) >= FEWEST
    data = wide and _is_bordered(table, reader.styles)
    return [block for row in rows for block in _lines(row, data=data)]


class _Look:
    """What the style of a table says of the text in a cell, wherever that is."""

    def __init__(self, table: Element, styles: Styles) -> None:
        properties = table.find(f"{W}tblPr")
        self._style = value(properties, "tblStyle")
        self._styles = styles
        self._set_apart = _set_apart(properties.find(f"{W}tblLook") if properties is not None else None)
        self._known: dict[tuple[str, ...], Traits] = {}

    def at(self, column: str, row: str) -> Traits:
        """Return it for a cell; a row's part goes before a column's."""
        places = tuple(place for place in (column, row) if place in self._set_apart)
        if places not in self._known:
            self._known[places] = self._styles.in_table(self._style, places)
        return self._known[places]


def _set_apart(look: Element | None) -> frozenset[str]:
    """The parts of a table that its style may set apart: one attribute each, or bits of one (17.4.55)."""
    if look is None:
        return frozenset()
    bits = look.get(f"{W}val", "0")
    mask = int(bits, 16) if _HEX.fullmatch(bits) else 0
    return frozenset(
        place
        for attribute, (place, bit) in _PARTS.items()
        if look.get(f"{W}{attribute}", "1" if mask & bit else "0") in {"1", "true", "on"}
    )


def _edge(at: int, count: int, what: str) -> str:
    """The name of the part that a row or column is, if it is the first or the last one."""
    return f"first{what}" if at == 0 else f"last{what}" if at == count - 1 else ""


def _row(row: Element, reader: BlockReader, look: _Look, place: str) -> _TableRow:
    if row.find(f"{W}trPr/{W}del") is not None:
        _tell_deleted(row, reader)
        return _TableRow(())
    found = list(_children(row, f"{W}tc"))
    cells: list[_Cell] = []
    for at, cell in enumerate(found):
        reader.around = look.at(_edge(at, len(found), "Col"), place)
        cells.append(_cell(cell, reader))
    return _TableRow(tuple(cells))


def _cell(cell: Element, reader: BlockReader) -> _Cell:
    properties = cell.find(f"{W}tcPr")
    if properties is not None and properties.find(f"{W}cellDel") is not None:
        _tell_deleted(cell, reader)
        return ()
    if _is_covered(cell) or any(map(is_prompt, cell.iterancestors(f"{W}sdt"))):
        return ()
    return tuple(block for block in reader.read(cell) if block.text.strip())


def _is_covered(cell: Element) -> bool:
    """Whether nothing of a cell is printed, because it is below the first of a vertical merge (17.4.84)."""
    properties = cell.find(f"{W}tcPr")
    merged = properties is not None and properties.find(f"{W}vMerge") is not None
    return merged and value(properties, "vMerge") != "restart"


def _tell_covered(rows: Iterable[Element], reader: BlockReader) -> None:
    """Count the cells below the first of a merge that hold words of their own; copies of it are none."""
    first: dict[int, str] = {}
    for row in rows:
        for at, cell in enumerate(_children(row, f"{W}tc")):
            words = _words(cell)
            if not _is_covered(cell):
                first[at] = words
            elif words and words != first.get(at):
                reader.leave_out(_COVERED)


def _tell_deleted(element: Element, reader: BlockReader) -> None:
    """Count a row or cell that a revision took away (17.13.5.13, 17.13.5.2), its words not being marked."""
    if any(next(text.iterancestors(f"{W}del"), None) is None for text in element.iter(f"{W}t") if text.text):
        reader.leave_out(DELETED)


def _words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t")).strip()


def _lines(row: _TableRow, *, data: bool) -> Iterator[Block]:
    if row.filled and data and not row.is_prose:
        yield _joined(row.cells, row=True)
    elif row.filled >= FEWEST and all(len(cell) <= 1 for cell in row.cells):
        yield _joined([cell for cell in row.cells if cell], row=False)
    else:
        yield from (block for cell in row.cells for block in cell)


def _joined(cells: Iterable[_Cell], *, row: bool) -> Block:
    """One line: cells parted by tabs, the paragraphs of a cell by blanks."""
    pieces: list[Fragment] = []
    page: int | None = None
    for cell in cells:
        for at, block in enumerate(cell):
            pieces += [Fragment(" ")] if at else []
            pieces += [Fragment(piece.text.replace("\n", " "), piece.look) for piece in block.pieces]
            page = page or block.page
        pieces.append(Fragment("\t"))
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    return Block(tuple(pieces), None, page, row)


def _is_bordered(table: Element, styles: Styles) -> bool:
    """Whether lines are drawn around or between the cells: by the table, its style, or a cell (17.4.38)."""
    properties = table.find(f"{W}tblPr")
    own = properties.find(f"{W}tblBorders") if properties is not None else None
    if own is None and styles.bordered(value(properties, "tblStyle")):
        return True
    return has_borders(own) or any(map(has_borders, table.iterfind(f".//{W}tcPr/{W}tcBorders")))


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, whatever wraps them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            chosen = chosen_telling(child)
            yield from _children(chosen, tag) if chosen is not None else ()
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"}:
            yield from _children(child, tag)
