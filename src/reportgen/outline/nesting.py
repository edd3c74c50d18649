"""Which candidates are nodes, and on which level: numbering and nesting together.

A numbering that goes on (二 after 一) closes everything opened since; a new one opens below the node it stands
in, unless it ranks higher and the numbering there does not go on. What floats (一是, a list inside a
sentence) is believed only in company.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.outline.candidates import Candidate
from reportgen.outline.numbering import LAST

FURTHEST_SKIP = 3
"""How many numbers may be missing before a numbering is taken for another one."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate that is a node: its level from 1, its parent's index or -1, its series' number."""

    candidate: Candidate
    level: int
    parent: int
    series: int


def nest(found: Sequence[Candidate]) -> tuple[Placed, ...]:
    """Give candidates their levels and drop those that belong to no numbering."""
    kept = tuple(found)
    for _ in range(4):
        placed = _place(kept)
        lonely = _lonely(placed) | _introductory(placed)
        if not lonely:
            return placed
        kept = tuple(item.candidate for at, item in enumerate(placed) if at not in lonely)
    return _place(kept)


def _place(found: Sequence[Candidate]) -> tuple[Placed, ...]:
    following = _following(found)
    placed: list[Placed] = []
    stack: list[int] = []
    series = 0
    for at, item in enumerate(found):
        depth = _continued(item, stack, placed)
        if depth < 0:
            depth = _opened(item, stack, placed, following)
            series += 1
            number = series
        else:
            number = placed[stack[depth]].series
        if depth < 0:
            continue
        del stack[depth:]
        placed.append(Placed(item, depth + 1, stack[-1] if stack else -1, number))
        stack.append(at)
    return tuple(placed)


def _following(found: Sequence[Candidate]) -> list[int]:
    """For each candidate the value of the next one of its group; 0 where there is none."""
    values = [0] * len(found)
    upcoming: dict[tuple[str, bool], int] = {}
    for at in range(len(found) - 1, -1, -1):
        item = found[at]
        values[at] = upcoming.get((item.name, item.inline), 0)
        upcoming[item.name, item.inline] = item.value or -1
    return values


def _continued(item: Candidate, stack: Sequence[int], placed: Sequence[Placed]) -> int:
    """The depth whose numbering `item` goes on with; -1 where there is none."""
    fallback = -1
    for depth in range(len(stack) - 1, -1, -1):
        before = placed[stack[depth]].candidate
        if before.name != item.name:
            continue
        if _goes_on(before, item):
            if before.inline == item.inline:
                return depth
            fallback = depth if fallback < 0 else fallback
    return fallback


def _goes_on(before: Candidate, item: Candidate) -> bool:
    if not item.value or not before.value:
        return item.value == before.value
    if item.value == LAST:
        return before.value != LAST
    if item.inline or item.floats:
        return item.value == before.value + 1
    return 0 <= item.value - before.value <= FURTHEST_SKIP and item.value > 1


def _opened(item: Candidate, stack: Sequence[int], placed: Sequence[Placed], following: Sequence[int]) -> int:
    """The depth at which `item` opens a numbering of its own."""
    depth = len(stack)
    while depth:
        at = stack[depth - 1]
        above = placed[at].candidate
        if above.rank < item.rank or (
            above.value and following[at] == above.value + 1 and above.name != item.name
        ):
            break
        depth -= 1
    return depth


def _lonely(placed: Sequence[Placed]) -> set[int]:
    """The floating candidates that have no company, or do not begin with one."""
    members: dict[int, list[int]] = {}
    for at, item in enumerate(placed):
        members.setdefault(item.series, []).append(at)
    lonely: set[int] = set()
    for series in members.values():
        first = placed[series[0]].candidate
        floats = all(placed[at].candidate.floats for at in series)
        if floats and (len(series) < 2 or first.value > 1):  # noqa: PLR2004  a list has two items
            lonely.update(series)
    return lonely


def _introductory(placed: Sequence[Placed]) -> set[int]:
    """The floating candidates before the first of a believed top numbering: a list in the introduction."""
    tops = [item for item in placed if item.level == 1]
    firm: dict[int, int] = {}
    for item in tops:
        firm[item.series] = firm.get(item.series, 0) + (not item.candidate.floats)
    main = next((item.candidate.start for item in tops if firm[item.series] > 1), -1)
    dropped: set[int] = set()
    for at, item in enumerate(placed):
        loose = item.level == 1 and item.candidate.value and not firm[item.series]
        if item.candidate.start < main and (loose or item.parent in dropped):
            dropped.add(at)
    return dropped
