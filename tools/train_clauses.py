"""Learn what tells the kind of a clause and how much it matters, from labels, and write it down as data.

    python tools/train_clauses.py LABELS TEXTS… [--aside IDS.txt] [--score] [--write]

LABELS holds `kinds/ID.json` and `salience/ID.json` (bench/labels/README.md), TEXTS are folders with the texts that
they are of. Texts named in the file that `--aside` names are never learnt from; `--score` says how what is learnt from
the others reads them. Without it, what is learnt is scored by leaving out a fifth of the texts at a time.
Needs numpy and scikit-learn (`pip install -e '.[train]'`), which the program itself does not. The same labels and
texts give the same data.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression, Ridge

sys.path.insert(0, str(Path(__file__).parents[1]))

from reportgen.analysis.clauses import setting, table
from reportgen.analysis.clauses.kinds import KINDS
from reportgen.analysis.weighing import signs
from reportgen.outline import parse
from reportgen.readers import read

DATA = Path(__file__).parents[1] / "reportgen" / "analysis" / "data"
LETTERS = {"T": "todo", "D": "done", "G": "goal", "F": "finding", "S": "stance", "C": "courtesy", "H": "heading"}


@dataclass
class Text:
    """A labelled text: its clauses with what is seen of them, and what each reader said."""

    name: str
    seen: list[list[str]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    said: list[list[str]] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)


def labelled(labels: Path, texts: list[Path], what: str) -> dict[str, tuple[dict, Path]]:
    """Return the label files of one kind with the texts that they are of; another text is left out, and said."""
    found = {}
    for path in sorted((labels / what).glob("*.json")):
        label = json.loads(path.read_text("utf-8"))
        names = [label["file"]] if "file" in label else [f"{path.stem}.txt", f"{path.stem}.md"]
        for file in (folder / name for folder in texts for name in names):
            if file.exists() and hashlib.sha256(text_of(file).encode()).hexdigest() == label["sha256"]:
                found[path.stem] = (label, file)
                break
        else:
            print(f"{path.stem}: its text is not here", file=sys.stderr)
    return found


def text_of(path: Path) -> str:
    """The text that offsets count in."""
    return path.read_text("utf-8-sig").replace("\r\n", "\n")


def seen_of(path: Path):
    """Clauses of a text: sentence, number in it, place, features, what is stated."""
    for sentence, stated, shared, own in table.looked_at(parse(read(path))):
        for at, seen in enumerate(own):
            span = sentence.clauses[at].passage.span
            yield sentence, at, (span.start, span.end), [*shared, *seen], stated[at]


def kind_texts(labels: Path, texts: list[Path]) -> list[Text]:
    """The texts whose clauses have kinds: of each clause the letter that most of it has, a reader at a time."""
    out = []
    for name, (label, path) in labelled(labels, texts, "kinds").items():
        letters = [[" "] * len(text_of(path)) for _ in range(2)]
        for start, end, *said in label["clauses"]:
            for reader, letter in enumerate(said):
                letters[reader][start:end] = letter * (end - start)
        text = Text(name)
        for sentence, _at, (start, end), seen, _stated in seen_of(path):
            counted = [Counter(one[start:end]) for one in letters]
            for one in counted:
                del one[" "]
            if all(counted) and sentence.paragraph.zone in INSIDE:
                text.seen.append(seen)
                text.spans.append((start, end))
                text.said.append([one.most_common(1)[0][0] for one in counted])
        out.append(text)
    return out


INSIDE = (setting.Zone.PREAMBLE, setting.Zone.BODY, setting.Zone.CLOSING)


class Kinds:
    """A logistic regression over features that stand in two texts at the least."""

    def __init__(self, texts: list[Text], strength: float) -> None:
        spread = Counter(name for text in texts for name in {one for seen in text.seen for one in seen})
        self.names = {name: at for at, name in enumerate(sorted(name for name, n in spread.items() if n >= LEAST))}
        rows = [seen for text in texts for seen in text.seen]
        said = [one for text in texts for one in text.said]
        matrix = self.matrix(rows)
        index = np.repeat(np.arange(len(rows)), 2)
        letters = [letter for one in said for letter in one]
        self.fit = LogisticRegression(l1_ratio=1.0, solver="saga", C=strength, max_iter=120, tol=2e-3, random_state=0)
        self.fit.fit(matrix[index], letters, sample_weight=np.full(len(letters), 0.5))

    def matrix(self, rows: list[list[str]]) -> csr_matrix:
        at, where, ends = [], [], [0]
        for seen in rows:
            found = sorted({self.names[name] for name in seen if name in self.names})
            where += found
            at += [1.0] * len(found)
            ends.append(len(where))
        return csr_matrix((at, where, ends), shape=(len(rows), len(self.names)))

    def likely(self, rows: list[list[str]]) -> np.ndarray:
        order = [list(self.fit.classes_).index(letter) if letter in self.fit.classes_ else -1 for letter in LETTERS]
        found = self.fit.predict_proba(self.matrix(rows)) if rows else np.zeros((0, len(self.fit.classes_)))
        return np.stack([found[:, at] if at >= 0 else np.zeros(len(found)) for at in order], axis=1)


LEAST = 2
"""Texts in which a feature must stand to be learnt."""


def kind_score(texts: list[Text], likely: list[np.ndarray], sure: dict[str, float]) -> dict[str, list[float]]:
    """Characters as tools of the corpus count them: called so, by a reader too; by both readers, called so too."""
    total = {letter: [0, 0, 0, 0] for letter in sure}
    for text, found in zip(texts, likely, strict=True):
        for (start, end), said, row in zip(text.spans, text.said, found, strict=True):
            size = end - start
            called = list(LETTERS)[int(row.argmax())]
            for letter, least in sure.items():
                ours = called == letter and row[list(LETTERS).index(letter)] >= least
                total[letter][0] += size * (ours and letter in said)
                total[letter][1] += size * ours
                total[letter][2] += size * (ours and said == [letter] * 2)
                total[letter][3] += size * (said == [letter] * 2)
    return {letter: [a / max(b, 1), c / max(d, 1)] for letter, (a, b, c, d) in total.items()}


def folds(names: list[str], count: int = 5) -> dict[str, int]:
    """Which fold a text is in: by its digest, so that it stays there whatever else is labelled."""
    ordered = sorted(names, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    return {name: at % count for at, name in enumerate(ordered)}


KEPT = re.compile(r"[0-9A-Za-z\u3400-\u9fff\uf900-\ufaff%]")


@dataclass
class Weighed:
    """A text whose clauses readers weighed: what tells their weight, and the weight that readers gave."""

    name: str
    signs: np.ndarray
    seen: list[list[str]]
    sizes: np.ndarray
    gold: np.ndarray
    counts: list[tuple[int, int]]
    total: float


def weighed_texts(labels: Path, texts: list[Path], likely_of) -> list[Weighed]:
    """The texts with salience; `likely_of` gives the kinds of the clauses of one (its name, its features)."""
    out = []
    for name, (label, path) in labelled(labels, texts, "salience").items():
        text = text_of(path)
        weight = np.zeros(len(text))
        for start, end, much, _reader in label["units"]:
            weight[start:end] += much
        kept = np.array([KEPT.match(char) is not None for char in text])
        weight[~kept] = 0
        rows = list(seen_of(path))
        document = parse(read(path))
        found = likely_of(name, rows)
        places = places_of(rows, found)
        table = np.array(list(signs.signs(document, places)))
        inside = [at for at, row in enumerate(rows) if row[0].paragraph.zone in INSIDE]
        spans = [rows[at][2] for at in inside]
        sizes = np.array([kept[a:b].sum() for a, b in spans])
        gold = np.array([weight[a:b].sum() for a, b in spans])
        out.append(Weighed(name, table[inside], [rows[at][3] for at in inside], sizes, gold, spans, (weight.sum(), kept.sum())))
    return out


def places_of(rows, found):
    """The clauses as the program has them when it weighs them."""
    out = []
    for (sentence, at, _span, _seen, stated), likely in zip(rows, found, strict=True):
        out.append(signs.Place(sentence, at, tuple(map(float, likely)), stated.owner is not None, stated.deadline is not None))
    return out


def recall(one: Weighed, value: np.ndarray, share: float = 0.25) -> float:
    """What the clauses carry that weigh most, up to a share of the speech (tools of the corpus: weights_score.py)."""
    weight, kept = one.total
    used = got = 0.0
    for at in np.argsort(-value, kind="stable"):
        if used + one.sizes[at] <= share * kept:
            used += one.sizes[at]
            got += one.gold[at]
    return got / max(weight, 1)
