"""Tables: a table of data is read row by row, one line a row; a table that only sets type is read as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.readers.docx.names import W, value
from reportgen.readers.docx.printed import Block, Fragment
from reportgen.readers.docx.styles import has_borders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from reportgen.readers.docx.blocks import BlockReader
    from reportgen.readers.docx.styles import Styles

LONGEST_CELL = 200
"""Characters of a cell of several paragraphs; a longer one holds text, such as the whole speech."""
FEWEST = 2
"""Rows, and cells a row, of a table of data."""

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
    rows = [_row(row, reader) for row in _children(table, f"{W}tr")]
    wide = sum(len(row.cells) >= FEWEST for row in rows) >= FEWEST
    data = wide and _is_bordered(table, reader.styles)
    return [block for row in rows for block in _lines(row, data=data)]


def _row(row: Element, reader: BlockReader) -> _TableRow:
    if row.find(f"{W}trPr/{W}del") is not None:
        return _TableRow(())
    return _TableRow(tuple(_cell(cell, reader) for cell in _children(row, f"{W}tc")))


def _cell(cell: Element, reader: BlockReader) -> _Cell:
    properties = cell.find(f"{W}tcPr")
    # Below the first cell of a vertical merge nothing is printed (17.4.84), nor in a deleted one (17.13.5.2)
    merged = properties is not None and properties.find(f"{W}vMerge") is not None
    below = merged and value(properties, "vMerge") != "restart"
    if below or (properties is not None and properties.find(f"{W}cellDel") is not None):
        return ()
    return tuple(block for block in reader.read(cell) if block.text.strip())


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
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"}:
            yield from _children(child, tag)
