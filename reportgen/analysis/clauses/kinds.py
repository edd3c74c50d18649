"""What kind each clause is: read from its features with weights that were learnt from labelled speeches.

The weights are data (`data/kinds.json`), learnt by `tools/train_clauses.py` as two multinomial logistic
regressions with an L2 penalty: one over the features of a clause, of which those too small to be felt are
left out, and one over what the first says of it and of those around it (`context.py`). A clause is of the
kind with the greatest sum. How often that is right is in `docs/understanding.md`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

KINDS = ("todo", "done", "goal", "finding", "stance", "courtesy", "heading")
"""The kinds, in the order of the weights."""

Scores = tuple[float, ...]
"""One number a kind, in the order of `KINDS`."""
NONE: Scores = (0.0,) * len(KINDS)
"""The sums of nothing."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of features, a number a kind; `bias` is what holds before anything is seen.

    `rows` are weights as they are shipped, whole numbers of which `scale` make one: a speech has few of the
    20,000 features, and to read all rows takes longer than to read the speech. `around` has a row of weights
    for each number that `context.around` gives, `at_last` what holds before.
    """

    bias: Scores
    rows: dict[str, str]
    scale: int
    at_last: Scores
    around: tuple[Scores, ...]
    _known: dict[str, Scores] = field(default_factory=dict, repr=False, compare=False)

    def of(self, feature: str) -> Scores | None:
        """Return the weights of a feature; None where it has none."""
        known = self._known.get(feature)
        if known is None and feature in self.rows:
            known = self._known[feature] = tuple(int(one) / self.scale for one in self.rows[feature].split())
        return known

    def sum(self, seen: Iterable[str]) -> Scores:
        """Return the sums of the weights of some features."""
        found = [row for row in map(self.of, seen) if row is not None]
        return tuple(map(sum, zip(*found, strict=True))) if found else NONE

    def among(self, numbers: Sequence[float]) -> Scores:
        """Return how likely each kind is by what is seen of a clause among its like."""
        total = list(self.at_last)
        for number, row in zip(numbers, self.around, strict=True):
            for kind, weight in enumerate(row):
                total[kind] += number * weight
        return likelihoods((tuple(total),))


def likelihoods(sums: Sequence[Scores]) -> Scores:
    """Return how likely each kind is by the sums of all that was seen (softmax)."""
    total = [sum(one) for one in zip(*sums, strict=True)]
    most = max(total)
    raised = [math.exp(one - most) for one in total]
    whole = sum(raised)
    return tuple(one / whole for one in raised)


AMONG = 0.5
"""How much what stands around a clause counts against what it looks like alone, as powers of likelihoods."""


def mixed(alone: Scores, among: Scores) -> Scores:
    """Return likelihoods from both readings: their geometric mean.

    A short speech is unlike those that the second was learnt from, and must not drown what a clause says.
    """
    raised = [one ** (1 - AMONG) * other**AMONG for one, other in zip(alone, among, strict=True)]
    whole = sum(raised)
    return tuple(one / whole for one in raised)


@lru_cache(maxsize=1)
def model() -> Model:
    """Return the weights that the program ships."""
    data = json.loads((Path(__file__).parents[1] / "data" / "kinds.json").read_text("utf-8"))
    scale = data["scale"]
    bias = tuple(one / scale for one in data["bias"])
    return Model(bias, data["weights"], scale, tuple(data["at_last"]), tuple(map(tuple, data["around"])))
