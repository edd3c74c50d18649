"""Where pages end: a part whose last page would hold a few lines only is set a little tighter.

Lines are exact, so a page's end can be told from line counts; headings stay with the two lines that follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.planning.handout.parts import Block, Density, TermRow

if TYPE_CHECKING:
    from reportgen.planning.handout.sheet import Face, Grid, Sheet

ROWS_TOGETHER = 3
"""Rows that a table begins with on a page: a head with a single row under it looks cut off."""
_FEW = 0.2  # of a page: what looks forlorn on it


@dataclass(frozen=True, slots=True)
class Item:
    """What pages are filled with: lines of one height that may part, or (`whole`) a row that may not."""

    lines: int
    line: float
    keep: bool = False
    whole: bool = False


def digest_density(digest: tuple[Block, ...], terms: tuple[TermRow, ...], sheet: Sheet) -> Density:
    """Return how tightly the digest and the terms after it are set."""
    return _density(sheet, lambda density: [*_part(digest, density, sheet), *_terms(terms, sheet)])


def original_density(original: tuple[Block, ...], head: int, sheet: Sheet) -> Density:
    """Return how tightly the original is set; `head` counts the lines above its first paragraph."""
    title = Item(head, sheet.face("Title").line)
    return _density(sheet, lambda density: [title, *(_item(block, density, sheet) for block in original)])


def _density(sheet: Sheet, items: Callable[[Density], list[Item]]) -> Density:
    pages, rest = page_count(items(Density.NORMAL), sheet.height)
    if pages > 1 and rest < _FEW * sheet.height:
        fewer, _ = page_count(items(Density.COMPACT), sheet.height)
        return Density.COMPACT if fewer < pages else Density.NORMAL
    return Density.NORMAL


def page_count(items: Iterable[Item], height: float) -> tuple[int, float]:
    """Return the number of pages of `height` pt, and how much of the last one is used."""
    pages, used = 1, 0.0
    queue = list(items)
    for place, item in enumerate(queue):
        if used + _need(queue, place, height) > height:
            pages, used = pages + 1, 0.0
        for piece in _pieces(item):
            if used + piece > height + 0.01:
                pages, used = pages + 1, 0.0
            used += piece
    return pages, used


def _need(queue: list[Item], place: int, height: float) -> float:
    """What must stand on one page with the beginning of an item: all that it is kept with."""
    need = 0.0
    for at in range(place, len(queue)):
        item = queue[at]
        if not item.keep:
            first = min(2 if at > place else 1, item.lines)
            return need + item.line * (item.lines if item.whole else first)
        need += item.line * item.lines
        if need > height:
            break
    return need


def _pieces(item: Item) -> Iterator[float]:
    if item.whole:
        yield item.line * item.lines
    else:
        yield from (item.line for _ in range(item.lines))


def _part(blocks: tuple[Block, ...], density: Density, sheet: Sheet) -> Iterator[Item]:
    if blocks:
        yield _heading(sheet)
    for block in blocks:
        yield _item(block, density, sheet)


def _heading(sheet: Sheet) -> Item:
    face = sheet.face("Heading1")
    return Item(1, face.before + face.line + face.after, keep=True)


def _item(block: Block, density: Density, sheet: Sheet) -> Item:
    face = sheet.face("Text", density)
    own_line = block.anchor.startswith("\n")
    text = block.text if own_line else block.text + block.anchor
    return Item(face.lines(text, sheet.width) + own_line, face.line, keep=block.role.is_heading)


def _terms(terms: tuple[TermRow, ...], sheet: Sheet) -> Iterator[Item]:
    if not terms:
        return
    face, grid = sheet.face("TableText"), sheet.tables["terms"]
    yield _heading(sheet)
    yield Item(1, grid.row(1, face.line), keep=True)
    for number, term in enumerate(terms, 1):
        tall = _row_height(term, face, grid)
        yield Item(1, tall, keep=number < min(ROWS_TOGETHER, len(terms)), whole=True)


def _row_height(term: TermRow, face: Face, grid: Grid) -> float:
    cells = {"terms": "\n".join(term.terms), "context": term.context, "source": term.source}
    return grid.row(max(face.lines(text, grid.room(column)) for column, text in cells.items()), face.line)
