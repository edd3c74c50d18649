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

ROUNDS = 4
"""How often what is left is looked at again after something was dropped."""
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
        dropped = _lonely(placed) | _introductory(placed)
        if not dropped:
            return placed
        kept = tuple(item.candidate for at, item in enumerate(placed) if at not in dropped)
    return _place(kept)


def _place(found: Sequence[Candidate]) -> tuple[Placed, ...]:
    ahead = _look_ahead(found)
    placed: list[Placed] = []
    stack: list[int] = []
    count = 0
    for at, item in enumerate(found):
        depth = _continued(item, stack, placed)
        if depth >= 0:
            series = placed[stack[depth]].series
        else:
            depth, series = _opened(item, at, stack, placed, ahead), count
            count += 1
        del stack[depth:]
        placed.append(Placed(item, depth + 1, stack[-1] if stack else -1, series))
        stack.append(at)
    return tuple(placed)


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


def _continued(item: Candidate, stack: Sequence[int], placed: Sequence[Placed]) -> int:
    """The depth whose numbering `item` goes on with, rather one of the same dress; -1 where there is none."""
    fallback = -1
    for depth in range(len(stack) - 1, -1, -1):
        before = placed[stack[depth]].candidate
        if _goes_on(before, item):
            if before.inline == item.inline and before.alone == item.alone:
                return depth
            fallback = depth if fallback < 0 else fallback
    return fallback


def _goes_on(before: Candidate, item: Candidate) -> bool:
    if item.level is not None and item.level == before.level and not (item.value and before.value):
        return True
    if before.name != item.name:
        return False
    if not item.value or not before.value:
        return item.value == before.value
    if item.value == LAST:
        return before.value != LAST
    if item.floats:
        return item.value == before.value + 1
    return 0 <= item.value - before.value <= FURTHEST_SKIP and item.value > 1


def _opened(
    item: Candidate, at: int, stack: Sequence[int], placed: Sequence[Placed], ahead: Sequence[_Ahead]
) -> int:
    """The depth at which `item` opens a numbering of its own."""
    depth = len(stack)
    while depth and not _holds(placed[stack[depth - 1]].candidate, ahead[stack[depth - 1]], item, ahead[at]):
        depth -= 1
    return depth


def _holds(above: Candidate, above_ahead: _Ahead, item: Candidate, item_ahead: _Ahead) -> bool:
    """Whether a node holds a numbering that opens behind it."""
    if item.level is not None and item.level == above.level and not (item.value and above.value):
        return False
    if above.rank < item.rank:
        return True
    goes_on = bool(above.value) and above.value + 1
    if above.name == item.name:
        return bool(goes_on) and item.value == 1 and (item_ahead.breaks == goes_on or _headed(above, item))
    return bool(goes_on) and above_ahead.next == goes_on or (item.value == 1 and _headed(above, item))


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
        if floats and (len(series) < 2 or first.value > 1):  # noqa: PLR2004  a list has two items
            lonely.update(series)
    return lonely


def _introductory(placed: Sequence[Placed]) -> set[int]:
    """The floating candidates before the first of a believed top numbering: a list in the introduction."""
    believed: dict[int, int] = {}
    for item in placed:
        if item.level == 1 and (not item.candidate.floats or not item.candidate.value):
            believed[item.series] = believed.get(item.series, 0) + 1
    tops = (item for item in placed if item.level == 1)
    main = next((item.candidate.start for item in tops if believed.get(item.series, 0) > 1), -1)
    dropped: set[int] = set()
    for at, item in enumerate(placed):
        loose = item.level == 1 and item.series not in believed
        if item.candidate.start < main and (loose or item.parent in dropped):
            dropped.add(at)
    return dropped
