"""Which candidates are nodes, and on which level: numbering and nesting together.

A numbering that goes on (二 after 一) closes everything opened since; a new one opens below the node it
stands in, unless it ranks higher and the numbering there does not go on. What floats (一是, a list inside
a sentence) is believed only in company.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.outline.candidates import Candidate
from reportgen.outline.markers import LAST

ROUNDS = 6
"""How often what is left is looked at again after something was dropped."""
DEEPEST = 9
"""Levels of the outline: GB/T 9704 knows four, Word's navigation pane nine."""
NEVER = -1
_FEWEST_ITEMS = 2  # of a list
FURTHEST_SKIP = 3
"""How many numbers may be missing before a numbering is taken for another one."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate that is a node: its level from 1, its parent's index or -1, its series' number."""

    candidate: Candidate
    level: int
    parent: int
    series: int


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What comes after a candidate in its group: the `next` value, and the one that `breaks` its run."""

    next: int = 0
    breaks: int = 0


def nest(found: Sequence[Candidate]) -> tuple[Placed, ...]:
    """Give candidates their levels and drop those that belong to no numbering."""
    kept = tuple(found)
    for _ in range(ROUNDS):
        placed = _place(kept)
        # What stands alone goes first: a list below it is none of its introduction.
        dropped = _lonely(placed) or _introductory(placed)
        if not dropped:
            return placed
        kept = tuple(item.candidate for at, item in enumerate(placed) if at not in dropped)
    return _place(kept)


def _place(found: Sequence[Candidate]) -> tuple[Placed, ...]:
    nester = _Nester(_look_ahead(found))
    for item in found:
        nester.place(item)
    return tuple(nester.placed)


@dataclass(slots=True)
class _Nester:
    """The candidates placed so far, and the `stack` of those that are open (indices, outermost first)."""

    ahead: Sequence[_Ahead]
    placed: list[Placed] = field(default_factory=list)
    stack: list[int] = field(default_factory=list)
    habits: set[tuple[str, str]] = field(default_factory=set)
    series: int = 0

    def place(self, item: Candidate) -> None:
        """Give the next candidate its place."""
        depth = self._continued(item)
        if depth >= 0:
            series = self._open(depth).series
        else:
            depth, series = self._opened(item), self.series
            self.series += 1
        del self.stack[depth:]
        parent = self.stack[-1] if self.stack else -1
        if parent >= 0:
            self.habits.add((item.name, self.placed[parent].candidate.name))
        self.stack.append(len(self.placed))
        self.placed.append(Placed(item, depth + 1, parent, series))

    def _open(self, depth: int) -> Placed:
        return self.placed[self.stack[depth]]

    def _continued(self, item: Candidate) -> int:
        """The depth whose numbering `item` goes on with, rather one of the same dress; -1: there is none."""
        fallback = -1
        for depth in range(len(self.stack) - 1, -1, -1):
            before = self._open(depth).candidate
            if _goes_on(before, item):
                if before.inline == item.inline and before.alone == item.alone:
                    return depth
                fallback = depth if fallback < 0 else fallback
        return fallback

    def _opened(self, item: Candidate) -> int:
        """The depth at which `item` opens a numbering of its own."""
        depth = min(len(self.stack), DEEPEST - 1)
        while depth and not self._takes(depth - 1, item):
            depth -= 1
        return depth

    def _takes(self, depth: int, item: Candidate) -> bool:
        above = self._open(depth).candidate
        # A heading without numbering stays below what its like stood below.
        if not item.value and item.level is None and (item.name, above.name) in self.habits:
            return True
        return _holds(above, self.ahead[self.stack[depth]], item, self.ahead[len(self.placed)])


def _look_ahead(found: Sequence[Candidate]) -> list[_Ahead]:
    ahead = [_Ahead()] * len(found)
    upcoming: dict[tuple[str, bool], int] = {}
    for at in range(len(found) - 1, -1, -1):
        item = found[at]
        after = upcoming.get((item.name, item.inline))
        if after is not None:
            value = found[after].value
            ahead[at] = _Ahead(value, ahead[after].breaks if value == item.value + 1 else value)
        upcoming[item.name, item.inline] = at
    return ahead


def _goes_on(before: Candidate, item: Candidate) -> bool:
    if item.level is not None and item.level == before.level and not (item.value and before.value):
        return True
    if before.name != item.name:
        return False
    if not item.value or not before.value:
        return item.value == before.value
    if item.value == LAST:
        return before.value != LAST and not _ends_apart(before, item)
    if item.floats:
        return item.value == before.value + 1
    return 0 <= item.value - before.value <= FURTHEST_SKIP and item.value > 1


def _ends_apart(before: Candidate, item: Candidate) -> bool:
    """Whether 最后 opens a paragraph, and what it would end is a list inside another: 首先…其次…."""
    return before.inline and not item.inline


def _holds(above: Candidate, above_ahead: _Ahead, item: Candidate, item_ahead: _Ahead) -> bool:
    """Whether a node holds a numbering that opens behind it."""
    if item.level is not None and item.level == above.level and not (item.value and above.value):
        return False
    if above.rank < item.rank:
        return True
    next_value = above.value + 1 if above.value else NEVER
    headed = item.value == 1 and _headed(above, item)
    if above.name == item.name:
        return headed or (item.value == 1 and item_ahead.breaks == next_value)
    return headed or above_ahead.next == next_value


def _headed(above: Candidate, item: Candidate) -> bool:
    """Typography: a heading on a line of its own stands over numbered paragraphs of text."""
    return bool(above.value) and above.alone and not item.alone and item.level is None


def _lonely(placed: Sequence[Placed]) -> set[int]:
    """The floating candidates that have no company, or do not begin with one."""
    members: dict[int, list[int]] = {}
    for at, item in enumerate(placed):
        members.setdefault(item.series, []).append(at)
    lonely: set[int] = set()
    for series in members.values():
        first = placed[series[0]].candidate
        floats = all(placed[at].candidate.floats for at in series)
        if floats and (len(series) < _FEWEST_ITEMS or first.value > 1):
            lonely.update(series)
    return lonely


def _introductory(placed: Sequence[Placed]) -> set[int]:
    """The loose candidates before a firmer top numbering of two or more: a list in the introduction."""
    tops: dict[int, list[Candidate]] = {}
    for item in placed:
        if item.level == 1:
            tops.setdefault(item.series, []).append(item.candidate)
    grades = {series: max(map(_grade, items)) for series, items in tops.items()}
    starts = [-1, -1, -1]
    for series, items in tops.items():
        if len(items) > 1:
            for grade in range(grades[series] + 1):
                starts[grade] = max(starts[grade], items[0].start)
    dropped: set[int] = set()
    for at, item in enumerate(placed):
        grade = grades[item.series] if item.level == 1 else len(starts)
        loose = grade + 1 < len(starts) and item.candidate.start < starts[grade + 1]
        if loose or item.parent in dropped:
            dropped.add(at)
    return dropped


def _grade(item: Candidate) -> int:
    """How firm a numbering is: 0 inside a sentence, 1 a floating marker, 2 a heading's."""
    if item.inline:
        return 0
    return 1 if item.floats and item.value else 2
