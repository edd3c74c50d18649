"""The kind of a clause seen among its like: what it looks like by itself, and what stands around it.

Advice follows advice, and an account goes on in the same paragraph without saying 已 or 了 again. So the
likelihoods that `kinds.py` reads from the features of each clause are read a second time, together with those
of its neighbours, its sentence, its paragraph, its part and the whole speech (stacked generalisation, Wolpert
1992), by a second, small logistic regression.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby

Row = tuple[float, ...]
_LEAST = 1e-3
"""Added to a likelihood before its logarithm is taken."""
_ALONE = 0.5
"""How much the speech as a whole counts among the clauses of a group, in clauses."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands: numbers of its sentence, its paragraph and its part."""

    sentence: Hashable
    paragraph: Hashable
    part: Hashable


def around(places: Sequence[Place], likely: Sequence[Row]) -> list[Row]:
    """Return what is seen of each clause among its like: 11 times as many numbers as there are kinds.

    Args:
        places: where the clauses of a speech stand, in the order of the text.
        likely: how likely each kind is of each of them, by itself.
    """
    if not likely:
        return []
    # Where nothing stands, the speech as a whole does: an edge says nothing of the kind of what stands there.
    whole = _mean(likely)
    groups = [
        _others([place.sentence for place in places], likely, whole),
        _others([place.paragraph for place in places], likely, whole),
        _others([place.part for place in places], likely, whole),
    ]
    beside = _beside([place.sentence for place in places], likely, whole)
    out: list[Row] = []
    for at, own in enumerate(likely):
        near = [likely[at + step] if 0 <= at + step < len(likely) else whole for step in (-2, -1, 1, 2)]
        logs = tuple(math.log(one + _LEAST) for one in own)
        shown = (logs, *near, *(group[at] for group in groups), *beside[at], whole)
        out.append(tuple(number for row in shown for number in row))
    return out


def _mean(rows: Sequence[Row]) -> Row:
    return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))


def _runs(keys: Sequence[Hashable]) -> list[tuple[int, int]]:
    """From where to where equal keys stand side by side."""
    runs: list[tuple[int, int]] = []
    for _, run in groupby(range(len(keys)), key=lambda at: keys[at]):
        inside = list(run)
        runs.append((inside[0], inside[-1] + 1))
    return runs


def _others(keys: Sequence[Hashable], likely: Sequence[Row], whole: Row) -> list[Row]:
    """Of each clause the mean of the others in its group; of one alone that of the speech."""
    out: list[Row] = []
    for first, end in _runs(keys):
        sums = [sum(column) for column in zip(*likely[first:end], strict=True)]
        many = end - first - 1 + _ALONE
        out += [
            tuple(
                (total - own + _ALONE * all_) / many
                for total, own, all_ in zip(sums, row, whole, strict=True)
            )
            for row in likely[first:end]
        ]
    return out


def _beside(keys: Sequence[Hashable], likely: Sequence[Row], whole: Row) -> list[tuple[Row, Row]]:
    """Of each clause the means of the sentences before and behind its own; at an edge that of the speech."""
    runs = _runs(keys)
    means = [whole, *(_mean(likely[first:end]) for first, end in runs), whole]
    return [
        (means[number], means[number + 2])
        for number, (first, end) in enumerate(runs)
        for _ in range(first, end)
    ]
