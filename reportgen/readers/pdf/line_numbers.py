"""Numbers of lines in the margin of a page: left out, and counted.

They stand in a column of their own left or right of all text, and go up by one step. The first column of a
table does as well, but what stands beside that is no prose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reportgen.readers.pdf.chars import Glyph
from reportgen.readers.pdf.columns import is_prose, rows_of

_FEWEST, _FEWEST_STEPS = 5, 3
"""Numbers of a column at the least, where they go up by one, and where by more."""
_SAME_PLACE = 0.6
"""How far, in type sizes, numbers of a column may be from each other on the side where they are aligned."""
_APART = 0.2
"""White, in type sizes, between number and text at the least."""
_STEADY = 0.9
"""Share of steps that must be alike: a number that is hidden or misread breaks two."""
_NUMBERED = 0.7
"""Share of lines that have a number where they go up by one; rows of a table have several lines each."""
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class _Number:
    glyphs: tuple[Glyph, ...]
    rest: tuple[Glyph, ...]
    at: int

    @property
    def value(self) -> int:
        return int("".join(one.text for one in self.glyphs))


@dataclass(slots=True)
class LineNumbers:
    """Takes the numbers out of pages, and remembers their column, of which the last page may have little."""

    column: tuple[float, float] | None = None

    def without(self, glyphs: Sequence[Glyph]) -> tuple[tuple[Glyph, ...], int]:
        """Return the characters of a page without the numbers, and how many numbers there were."""
        rows = list(rows_of(glyphs))
        for back in (False, True):
            found = self._column(rows, back=back)
            if found:
                gone = {id(glyph) for number in found for glyph in number.glyphs}
                return tuple(glyph for glyph in glyphs if id(glyph) not in gone), len(found)
        return tuple(glyphs), 0

    def _column(self, rows: Sequence[list[Glyph]], *, back: bool) -> list[_Number]:
        numbers = _aligned([one for at, row in enumerate(rows) if (one := _number(row, at, back=back))])
        if not numbers or not _is_outside(numbers, rows, back=back):
            return []
        edges = _edges(numbers)
        known = self.column and all(
            abs(one - two) <= _SAME_PLACE * numbers[0].glyphs[0].look.size
            for one, two in zip(edges[back:][:1], self.column[back:][:1], strict=True)
        )
        if not (known and _goes_up(numbers)) and not _are_line_numbers(numbers, rows):
            return []
        self.column = edges
        return numbers


def _number(row: Sequence[Glyph], at: int, *, back: bool) -> _Number | None:
    """The number that a line begins with, or ends with, and white beside it."""
    order = list(reversed(row)) if back else list(row)
    count = 0
    while count < len(order) and order[count].text.isascii() and order[count].text.isdigit():
        count += 1
        if count < len(order) and _apart(order[count - 1], order[count]):
            break  # the text may begin with a figure itself
    if not 0 < count <= _LONGEST or (count < len(order) and not _apart(order[count - 1], order[count])):
        return None
    digits, rest = order[:count], order[count:]
    return _Number(tuple(sorted(digits, key=lambda one: one.left)), tuple(rest), at)


def _apart(one: Glyph, two: Glyph) -> bool:
    return max(two.left - one.right, one.left - two.right) >= _APART * one.look.size


def _edges(numbers: Iterable[_Number]) -> tuple[float, float]:
    found = list(numbers)
    return median(one.glyphs[0].left for one in found), median(one.glyphs[-1].right for one in found)


def _aligned(numbers: Sequence[_Number]) -> list[_Number]:
    """Those that stand below each other, on the left or on the right."""
    if not numbers:
        return []
    left, right = _edges(numbers)
    near = _SAME_PLACE * median(one.glyphs[0].look.size for one in numbers)
    by_left = [one for one in numbers if abs(one.glyphs[0].left - left) <= near]
    by_right = [one for one in numbers if abs(one.glyphs[-1].right - right) <= near]
    return max(by_left, by_right, key=len)


def _is_outside(numbers: Sequence[_Number], rows: Sequence[Sequence[Glyph]], *, back: bool) -> bool:
    """Whether no other character stands in the column, or beyond it, beside or between the numbers."""
    digits = {id(glyph) for number in numbers for glyph in number.glyphs}
    within = rows[numbers[0].at : numbers[-1].at + 1]
    others = [glyph for row in within for glyph in row if id(glyph) not in digits]
    if back:
        edge = min(number.glyphs[0].left for number in numbers)
        return all(glyph.right <= edge for glyph in others)
    edge = max(number.glyphs[-1].right for number in numbers)
    return all(glyph.left >= edge for glyph in others)


def _steps(numbers: Sequence[_Number]) -> Iterator[int]:
    return (two.value - one.value for one, two in pairwise(numbers))


def _goes_up(numbers: Sequence[_Number]) -> bool:
    return all(step > 0 for step in _steps(numbers))


def _are_line_numbers(numbers: Sequence[_Number], rows: Sequence[Sequence[Glyph]]) -> bool:
    steps = sorted(_steps(numbers))
    step = steps[len(steps) // 2] if steps else 0
    if step < 1 or len(numbers) < (_FEWEST if step == 1 else _FEWEST_STEPS):
        return False
    if sum(one == step for one in steps) < _STEADY * len(steps):
        return False
    count = numbers[-1].at - numbers[0].at + 1
    if len(numbers) * step < _NUMBERED * count:
        return False
    digits = {id(glyph) for number in numbers for glyph in number.glyphs}
    within = rows[numbers[0].at : numbers[-1].at + 1]
    texts = [rest for row in within if (rest := [glyph for glyph in row if id(glyph) not in digits])]
    return len(texts) >= _FEWEST and is_prose(texts)
