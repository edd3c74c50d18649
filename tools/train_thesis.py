"""Learn what carries a whole speech, from theses that readers accept, and write it into data/weights.json.

    python tools/train_thesis.py LABELS TEXTS… [--aside IDS.txt]

LABELS holds `salience/ID.json` (bench/labels/README.md), TEXTS are folders with the texts that they are of. Learnt
behind kinds and weights (`train_clauses.py --write`), whose data it reads: a ridge regression, over the signs of a
clause and its weight, of how much of it stands in an accepted thesis. Says of texts left out a fifth at a time, and of
those aside, how often the thesis covers three fifths of an accepted one and is at most two and a half times as long
(as ../shared/tools/analysis_score.py counts). What is written is learnt from all.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import Ridge

sys.path.insert(0, str(Path(__file__).parents[1]))

from reportgen.analysis.reading import Reading
from reportgen.analysis.thesis import thesis
from reportgen.analysis.weighing.signs import NAMES, signs
from reportgen.analysis.weighing.weights import WEIGHT, Weighed, places_of
from reportgen.outline import parse
from reportgen.readers import read
from train_clauses import DATA, FOLDS, INSIDE, folds, labelled

PENALTY = 800.0
"""The best of 50, 200, 800 by leaving texts out."""


@dataclass
class Speech:
    """A labelled speech: its reading, the clauses that may carry it, their signs, what readers accept."""

    name: str
    reading: Reading
    starts: list[int]
    signs: np.ndarray
    gold: np.ndarray
    accepted: list[tuple[int, int]]


def speech_of(name: str, label: dict, path: Path) -> Speech:
    """Read a speech and say of each clause how much of it stands in a thesis, 1 on the average."""
    reading = Reading.of(parse(read(path)))
    inside = [at for at, row in enumerate(reading.clauses) if row.sentence.paragraph.zone in INSIDE]
    table = list(signs(reading.document, places_of(reading.clauses)))
    rows = [reading.clauses[at] for at in inside]
    weights = [reading.weights[row.start].weight for row in rows]
    good = {at for start, end in label["thesis"] for at in range(start, end)}
    gold = np.array([np.mean([at in good for at in range(row.start, row.end)]) for row in rows])
    numbers = np.array([(*table[at], weight) for at, weight in zip(inside, weights, strict=True)])
    return Speech(
        name, reading, [row.start for row in rows], numbers, gold / max(gold.mean(), 1e-3), label["thesis"]
    )


class Carrying:
    """The regression, in units of each sign's deviation."""

    def __init__(self, speeches: list[Speech]) -> None:
        rows = np.vstack([one.signs for one in speeches])
        self.mean, self.deviation = rows.mean(0), np.maximum(rows.std(0), 1e-3)
        much = np.concatenate([np.full(len(one.gold), 100 / len(one.gold)) for one in speeches])
        wanted = np.concatenate([one.gold for one in speeches])
        self.fit = Ridge(alpha=PENALTY).fit((rows - self.mean) / self.deviation, wanted, sample_weight=much)

    def hits(self, one: Speech) -> bool:
        """Whether the thesis of a speech is one that readers accept."""
        carried = ((one.signs - self.mean) / self.deviation) @ self.fit.coef_
        weights = dict(one.reading.weights)
        for start, much in zip(one.starts, carried, strict=True):
            weights[start] = Weighed(weights[start].weight, float(much))
        found = thesis(replace(one.reading, weights=weights))
        ours = {at for span in found.spans for at in range(span.start, span.end)} if found else set()
        return any(
            len(ours & set(range(start, end))) >= 0.6 * (end - start)
            and len(ours) <= 2.5 * max(end - start, 12)
            for start, end in one.accepted
        )


def main() -> None:
    """Learn, score, write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("labels", type=Path)
    asked.add_argument("texts", type=Path, nargs="+")
    asked.add_argument("--aside", type=Path)
    given = asked.parse_args()
    found = labelled(given.labels, given.texts, "salience").items()
    speeches = [speech_of(name, label, path) for name, (label, path) in found]
    put = set(given.aside.read_text("utf-8").split()) if given.aside else set()
    inside, outside = [s for s in speeches if s.name not in put], [s for s in speeches if s.name in put]
    where, hits = folds([one.name for one in inside]), 0
    for fold in range(FOLDS):
        model = Carrying([one for one in inside if where[one.name] != fold])
        hits += sum(model.hits(one) for one in inside if where[one.name] == fold)
    model = Carrying(inside)
    print(
        f"thesis, texts left out: {hits} of {len(inside)}; aside: {sum(map(model.hits, outside))} of {len(outside)}"
    )
    model = Carrying(speeches)
    data = json.loads((DATA / "weights.json").read_text("utf-8"))
    data["carries"] = {
        name: [round(float(mean), 5), round(float(much / deviation), 5)]
        for name, mean, deviation, much in zip(
            (*NAMES, WEIGHT), model.mean, model.deviation, model.fit.coef_, strict=True
        )
    }
    (DATA / "weights.json").write_text(
        json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main()
