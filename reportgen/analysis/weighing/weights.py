"""How much a brief would lose without each clause: read from signs and features with learnt weights.

The weights are data (`data/weights.json`), learnt by `tools/train_clauses.py` as a ridge regression of what
three readers said that a brief must carry. A weight of 1 is that of the speech on the average; a heading
weighs nothing, because it is printed anyway.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from reportgen.analysis.clauses.table import FIXED
from reportgen.analysis.weighing.signs import NAMES, Place, signs

if TYPE_CHECKING:
    from reportgen.analysis.clauses.table import Seen
    from reportgen.outline import Document


@dataclass(frozen=True, slots=True)
class _Weights:
    """`signs` has a row a sign in the order of `NAMES`: its mean, and what one more of it weighs."""

    bias: float
    signs: tuple[tuple[float, float], ...]
    features: dict[str, float]


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    data = json.loads(files("reportgen.analysis").joinpath("data/weights.json").read_text("utf-8"))
    scale = data["scale"]
    rows = tuple((mean, much) for mean, much in map(data["signs"].__getitem__, NAMES))
    return _Weights(data["bias"] / scale, rows, {name: one / scale for name, one in data["weights"].items()})


def weigh(document: Document, rows: Sequence[Seen]) -> tuple[float, ...]:
    """Return the weight of each clause of a speech, 0 at the least, in the order of the table."""
    known = _weights()
    places = [
        Place(row.sentence, row.at, row.scores, row.stated.owner is not None, row.stated.deadline is not None)
        for row in rows
    ]
    out: list[float] = []
    for row, numbers in zip(rows, signs(document, places), strict=True):
        if row.sentence.paragraph.zone in FIXED:
            out.append(0.0)
            continue
        total = known.bias + sum(known.features.get(one, 0.0) for one in dict.fromkeys(row.features))
        total += sum((at - mean) * much for at, (mean, much) in zip(numbers, known.signs, strict=True))
        out.append(max(round(total, 3), 0.0))
    return tuple(out)
