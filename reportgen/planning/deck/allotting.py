"""How many slides a speech deserves, and how its parts share them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

_AT_THOUSAND, _POWER = 5.8, 0.46
"""Slides of a speech of 1,000 characters, and how their number grows with its length.

Readers asked for 6 slides of 1,100 characters, 8 of 2,200, 11 to 12 of 3,900 and 14 of 6,300 (issue: medians
of three readers over 28 speeches; over 60 more the same curve lies within a slide).
"""
_FEWEST = 4


def slides_of(characters: int) -> int:
    """Return how many slides a speech of some characters deserves."""
    return max(round(_AT_THOUSAND * math.pow(characters / 1000, _POWER)), _FEWEST)


def allot(demands: Sequence[float], total: int) -> list[int]:
    """Share a number of things by demand, one each at the least (Sainte-Laguë: the next to the neediest)."""
    shares = [1] * len(demands)
    for _ in range(total - len(demands)):
        neediest = max(range(len(demands)), key=lambda at: (demands[at] / (2 * shares[at] + 1), -at))
        shares[neediest] += 1
    return shares


def runs(demands: Sequence[float], count: int) -> list[tuple[int, int]]:
    """Part neighbours into runs of about equal demand, none empty: from which to before which.

    The greatest run is as small as can be; this is found by bisection over what a run may take, in
    O(n log(sum / smallest)).
    """
    count = min(count, len(demands))
    if count < 1:
        return []
    low, high = max(demands), sum(demands)
    for _ in range(40):
        middle = (low + high) / 2
        if len(_filled(demands, middle, count)) <= count:
            high = middle
        else:
            low = middle
    edges = [0, *(last for _, last in _filled(demands, high, count))]
    return list(pairwise(edges))


def _filled(demands: Sequence[float], most: float, count: int) -> list[tuple[int, int]]:
    """Runs that take up to `most` each; the last ones keep a thing each, so that there are enough."""
    out: list[tuple[int, int]] = []
    first, taken = 0, 0.0
    for at, one in enumerate(demands):
        left = len(demands) - at
        starved = at > first and count - len(out) - 1 >= left
        if at > first and (taken + one > most + 1e-9 or starved):
            out.append((first, at))
            first, taken = at, 0.0
        taken += one
    return [*out, (first, len(demands))] if len(demands) else []
