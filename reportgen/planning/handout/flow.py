"""Where pages end, and how many there may be.

Lines are exact, so a page's end can be told from line counts; headings stay with the two lines that follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from reportgen.planning.handout.parts import Block, Density
from reportgen.planning.length import Degree

if TYPE_CHECKING:
    from reportgen.planning.handout.sheet import Sheet

ROWS_TOGETHER = 3
"""Rows that a table begins with on a page: a head with a single row under it looks cut off."""
ROWS_AT_LAST = 2
"""Rows that the last page has at the least: a single one looks forgotten."""
_FEW = 0.2  # of a page: what looks forlorn on it
_SHORT, _MIDDLE, _LONG = 3000, 6000, 20_000
"""Characters of the speeches that the issue sets page limits for."""
_FRONT = {_SHORT: 3, _MIDDLE: 4, _LONG: 7}
_TASKS = {_SHORT: 2, _MIDDLE: 3, _LONG: 5}


@dataclass(frozen=True, slots=True)
class Item:
    """What pages are filled with: lines of one height that may part, or (`whole`) a row that may not."""

    lines: int
    line: float
    keep: bool = False
    whole: bool = False


def front_limit(degree: Degree, length: int) -> int | None:
    """Return how many pages may stand before 落实清单 for a speech of so many characters; None for any.

    The issue says 3, 4 and 7 for 3,000, 6,000 and 20,000; between and beyond them as from 6,000 to 20,000.
    """
    return _limit(_FRONT, length) if degree is not Degree.FULL else None


def tasks_limit(degree: Degree, length: int) -> int | None:
    """Return how many pages 落实清单 may have; 2, 3 and 5 as above, one less where little is to be told."""
    less = degree is Degree.BRIEF
    return max(_limit(_TASKS, length) - less, 1) if degree is not Degree.FULL else None


def _limit(pages: dict[int, int], length: int) -> int:
    for most in (_SHORT, _MIDDLE):
        if length <= most:
            return pages[most]
    a_page = (_LONG - _MIDDLE) / (pages[_LONG] - pages[_MIDDLE])
    return pages[_MIDDLE] + ceil((length - _MIDDLE) / a_page)


def original_density(original: tuple[Block, ...], head: int, sheet: Sheet) -> Density:
    """Return how tightly the original is set; `head` counts the lines above its first paragraph.

    A part whose last page would hold a few lines only is set a little tighter.
    """
    title = Item(head, sheet.face("OriginalTitle").line)
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


def _item(block: Block, density: Density, sheet: Sheet) -> Item:
    face = sheet.face("Text", density)
    return Item(face.lines(block.text, sheet.width), face.line, keep=block.role.is_heading)
