"""Columns of a page, and pages side by side on a sheet: each is read by itself, the left one first.

The cells of a table stand side by side as well, and are read row by row. Columns are told from them by their
lines, most of which reach from one margin to the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from statistics import median

from reportgen.readers.pdf.chars import Glyph

_SAME_LINE = 0.5
"""How far apart, in type sizes, the bases of one line's characters may be: a raised figure is still of it."""
_GUTTER = 0.8
"""White between columns, in type sizes, at the least."""
_FEWEST_LEFT, _FEWEST_RIGHT = 4, 2
"""Lines of columns at the least; the right one may only have begun."""
_NARROWEST, _SHORTEST = 12.0, 6.0
"""Type sizes that the longest and the middle line of a column measure at the least."""
_FULL_SHARE = 0.25
"""Share of lines that reach the right margin; headings and the ends of paragraphs do not."""
_FULL = 0.8
"""Share of a column's width that a full line takes."""
_STOPS = frozenset("，。！？；：")
_LINES_A_STOP = 3
"""Lines that have one stop at the least; cells of tables have hardly any."""
_ALIKE = 0.75
"""Share of the left column's width that the right one's must have."""
_BEHIND = 1.6
"""Distances of lines from which what follows below stands under all columns."""

Row = list[Glyph]


@dataclass(slots=True)
class Columns:
    """Splits pages, and remembers between which columns it did: the last page may have a few lines only."""

    gutter: float | None = None
    apart: float = 0.0

    def parts(self, glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
        """Yield what is read by itself on a page, in the order of reading."""
        rows = list(rows_of(glyphs))
        found = self._found(rows)
        if found is None:
            yield list(glyphs)
            return
        first, last, at = found
        self.gutter = at
        above = [glyph for row in rows[:first] for glyph in row]
        within = [glyph for row in rows[first:last] for glyph in row]
        below = [glyph for row in rows[last:] for glyph in row]
        if above:
            yield above
        left, right = ([one for one in within if (one.left < at) == side] for side in (True, False))
        self.apart = self.apart or _start(right) - _start(left)
        yield from self.parts(left)
        # As if the columns were pages: a short one has the margins of the others.
        yield from self.parts(
            [replace(one, left=one.left - self.apart, right=one.right - self.apart) for one in right]
        )
        if below:
            yield from self.parts(below)

    def _found(self, rows: Sequence[Row]) -> tuple[int, int, float] | None:
        known = self.gutter
        if known is not None and all(_sides(row, known) is not None for row in rows):
            sides = [side for row in rows if (side := _sides(row, known))]
            if any(left for left, _ in sides) and any(right for _, right in sides):
                return 0, len(rows), known
        at = _gutter(rows)
        if at is None:
            return None
        first, last = _without_what_follows(rows, *_longest(rows, at), at)
        sides = [side for row in rows[first:last] if (side := _sides(row, at))]
        left, right = [one for one, _ in sides if one], [one for _, one in sides if one]
        return (first, last, at) if _are_columns(left, right) else None


def rows_of(glyphs: Sequence[Glyph]) -> Iterator[Row]:
    """Yield the characters that stand on one line, from the left, line by line from the top."""
    row: Row = []
    for glyph in sorted(glyphs, key=attrgetter("base"), reverse=True):
        if row and row[0].base - glyph.base > _SAME_LINE * max(row[0].look.size, glyph.look.size):
            yield sorted(row, key=attrgetter("left"))
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=attrgetter("left"))


def _start(glyphs: Sequence[Glyph]) -> float:
    return min(one.left for one in glyphs)


def is_prose(rows: Sequence[Row]) -> bool:
    """Whether lines are long, many are full, and sentences end in them."""
    size, widest = _measure(rows)
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    full = sum(row[-1].right > left + _FULL * (right - left) for row in rows)
    stops = sum(glyph.text in _STOPS for row in rows for glyph in row)
    usual = median(row[-1].right - row[0].left for row in rows)
    long = widest >= _NARROWEST * size and usual >= _SHORTEST * size
    return long and full >= _FULL_SHARE * len(rows) and stops * _LINES_A_STOP >= len(rows)


def _measure(rows: Sequence[Row]) -> tuple[float, float]:
    size = median(glyph.look.size for row in rows for glyph in row)
    return size, max(row[-1].right - row[0].left for row in rows)


def _are_columns(left: Sequence[Row], right: Sequence[Row]) -> bool:
    if len(left) < _FEWEST_LEFT or len(right) < _FEWEST_RIGHT or not (is_prose(left) and is_prose(right)):
        return False
    one, two = _measure(left)[1], _measure(right)[1]
    return min(one, two) >= _ALIKE * max(one, two) or two > one


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where the most lines have white with words on both sides.

    Two lines are looked at together, as the lines of columns need not stand at one height.
    """
    votes: Counter[int] = Counter()
    for row, below in pairwise([*rows, []]):
        end = 0.0
        for glyph in sorted((*row, *below), key=lambda one: one.left):
            if end and glyph.left - end > _GUTTER * glyph.look.size:
                votes.update(range(round(end) + 1, round(glyph.left)))
            end = max(end, glyph.right)
    if not votes:
        return None
    most = max(votes.values())
    best = {at for at, count in votes.items() if count == most}
    first = last = min(best)
    while last + 1 in best:
        last += 1
    return (first + last) / 2


def _sides(row: Row, at: float) -> tuple[Row, Row] | None:
    """What of a line stands left and right of a place; None where it goes on over it."""
    left, right = [one for one in row if one.left < at], [one for one in row if one.left >= at]
    if left and max(one.right for one in left) > at:
        return None
    if left and right and right[0].left - left[-1].right < _GUTTER * right[0].look.size:
        return None
    return left, right


def _longest(rows: Sequence[Row], at: float) -> tuple[int, int]:
    """The lines one below the other that leave a place free, where the most have words on both sides."""
    best, most, start, left, right = (0, 0), 0, 0, 0, 0
    for number, row in enumerate(rows):
        side = _sides(row, at)
        if side is None:
            start, left, right = number + 1, 0, 0
            continue
        left, right = left + bool(side[0]), right + bool(side[1])
        if min(left, right) > most or (min(left, right) == most and best[0] == start):
            best, most = (start, number + 1), min(left, right)
    return best


def _without_what_follows(rows: Sequence[Row], first: int, last: int, at: float) -> tuple[int, int]:
    """The same lines without those on the left alone that stand apart below the columns."""
    gaps = [one[0].base - two[0].base for one, two in pairwise(rows[first:last])]
    usual = median(gaps) if gaps else 0.0
    sided = [number for number in range(first, last) if any(one.left >= at for one in rows[number])]
    end = sided[-1] + 1 if sided else last
    for number in range(end, last):
        if rows[number - 1][0].base - rows[number][0].base > _BEHIND * usual:
            return first, number
    return first, last
