"""How much a brief would lose without each clause: read from signs and features with learnt weights.

The weights are data (`data/weights.json`), learnt by `tools/train_clauses.py` as a ridge regression of what
three readers said that a brief must carry. A weight of 1 is that of the speech on the average; a heading
weighs nothing, because it is printed anyway. What carries the whole (the thesis) is read in the same way from
the signs and the weight, learnt from what readers accepted as one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.analysis.clauses.table import FIXED
from reportgen.analysis.weighing.signs import NAMES, Place, signs

if TYPE_CHECKING:
    from reportgen.analysis.clauses.table import Seen
    from reportgen.outline import Document


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much a brief would lose without a clause, and how much it carries the whole (any number)."""

    weight: float
    carries: float


@dataclass(frozen=True, slots=True)
class _Weights:
    """`signs` has a row a sign in the order of `NAMES`: its mean, and what one more of it weighs.

    `carries` has the same for the signs and, behind them, the weight itself.
    """

    bias: float
    signs: tuple[tuple[float, float], ...]
    features: dict[str, float]
    carries: tuple[tuple[float, float], ...]


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    data = json.loads((Path(__file__).parents[1] / "data" / "weights.json").read_text("utf-8"))
    scale = data["scale"]
    rows = tuple((mean, much) for mean, much in map(data["signs"].__getitem__, NAMES))
    carries = tuple((mean, much) for mean, much in map(data["carries"].__getitem__, (*NAMES, WEIGHT)))
    features = {name: one / scale for name, one in data["weights"].items()}
    return _Weights(data["bias"] / scale, rows, features, carries)


WEIGHT = "weight"
"""The name of a clause's own weight among the signs of a thesis."""


def weigh(document: Document, rows: Sequence[Seen]) -> tuple[Weighed, ...]:
    """Return how heavy each clause of a speech is, in the order of the table; titles and headings weigh 0."""
    known = _weights()
    out: list[Weighed] = []
    for row, numbers in zip(rows, signs(document, places_of(rows)), strict=True):
        if row.sentence.paragraph.zone in FIXED:
            out.append(Weighed(0.0, 0.0))
            continue
        total = known.bias + sum(known.features.get(one, 0.0) for one in dict.fromkeys(row.features))
        weight = max(round(total + _over(numbers, known.signs), 3), 0.0)
        out.append(Weighed(weight, round(_over((*numbers, weight), known.carries), 3)))
    return tuple(out)


def places_of(rows: Sequence[Seen]) -> list[Place]:
    """Return clauses of the table as the signs of their weight see them."""
    return [
        Place(row.sentence, row.at, row.scores, row.stated.owner is not None, row.stated.deadline is not None)
        for row in rows
    ]


def _over(numbers: Sequence[float], known: Sequence[tuple[float, float]]) -> float:
    return sum((at - mean) * much for at, (mean, much) in zip(numbers, known, strict=True))
