"""Short measures of a sentence side by side, joined to lines of a slide."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from reportgen.analysis.clauses import Clause
from reportgen.analysis.stated import Stated, agree

_ONE_LINE = 26  # characters of a measure that stands on one line of a slide


def joined(groups: list[list[Clause]], called: Sequence[str], stated: Sequence[Stated]) -> list[list[Clause]]:
    """Join neighbouring measures of one kind, the shortest pair first, while they still make one line.

    Args:
        groups: clauses that are printed together.
        called: the kind of each clause of the sentence.
        stated: who and when of each.
    """

    def may_join(a: Sequence[Clause], b: Sequence[Clause]) -> bool:
        return _next_to(a, b, called) and agree(a, b, stated)

    out = dict(enumerate(groups))
    following = {i: i + 1 for i in range(len(groups) - 1)}
    before = {i: at for at, i in following.items()}
    pairs = [found for i in following if (found := _pair(out, i, i + 1, may_join))]
    heapify(pairs)
    while pairs:
        pair = heappop(pairs)
        _, i, j = pair
        # What has grown since, or was taken into the one before, is no pair any more.
        if following.get(i) != j or i not in out or _pair(out, i, j, may_join) != pair:
            continue
        out[i] = [*out[i], *out.pop(j)]
        after = following.pop(j, None)
        following.pop(i)
        if after is not None:
            following[i], before[after] = after, i
        for one, two in ((before.get(i), i), (i, after)):
            if one is not None and two is not None and (grown := _pair(out, one, two, may_join)):
                heappush(pairs, grown)
    return list(out.values())


def _pair(
    groups: Mapping[int, Sequence[Clause]],
    i: int,
    j: int,
    may_join: Callable[[Sequence[Clause], Sequence[Clause]], bool],
) -> tuple[int, int, int] | None:
    """Two neighbours that may be joined, the length of both first; None where they may not."""
    together = length(groups[i]) + 1 + length(groups[j])
    return (together, i, j) if together <= _ONE_LINE and may_join(groups[i], groups[j]) else None


def _next_to(a: Sequence[Clause], b: Sequence[Clause], called: Sequence[str]) -> bool:
    """Whether two groups are measures of one kind with a comma between them."""
    both = called[a[0].index] == called[b[0].index] != "goal"
    return both and b[0].index == a[-1].index + 1 and a[-1].mark in "，,"


def length(clauses: Sequence[Clause]) -> int:
    """Return the characters of some clauses, the marks between them included."""
    return sum(len(clause.text) + 1 for clause in clauses) - 1
