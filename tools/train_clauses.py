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
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression, Ridge

sys.path.insert(0, str(Path(__file__).parents[1]))

from reportgen.analysis.clauses import context, kinds, setting, table
from reportgen.analysis.stated import Stated
from reportgen.analysis.weighing import signs
from reportgen.analysis.weighing.weights import WEIGHT
from reportgen.outline import parse
from reportgen.readers import read

DATA = Path(__file__).parents[1] / "reportgen" / "analysis" / "data"
LEAST, FOLDS, SCALE, FELT = 2, 5, 100, 6
"""Texts in which a feature must stand, parts that texts are left out in, units of 1, the least weight kept."""
LETTERS = {
    "T": "todo",
    "D": "done",
    "G": "goal",
    "F": "finding",
    "S": "stance",
    "C": "courtesy",
    "H": "heading",
}

Row = tuple[setting.Sentence, int, tuple[int, int], list[str], Stated]
"""A clause: its sentence, its number there, its place in the text, its features, what is stated of it."""


@dataclass
class Text:
    """A labelled text: its clauses with what is seen of them, and what each reader said."""

    name: str
    seen: list[list[str]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    said: list[list[str]] = field(default_factory=list)
    places: list[context.Place] = field(default_factory=list)


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


def seen_of(path: Path) -> Iterator[Row]:
    """Clauses of a text: sentence, number in it, place, features, what is stated."""
    rows: list[Row] = []
    for sentence, stated, shared, own in table.looked_at(parse(read(path))):
        for at, seen in enumerate(own):
            span = sentence.clauses[at].passage.span
            rows.append((sentence, at, (span.start, span.end), [*shared, *seen], stated[at]))
    yield from sorted(rows, key=lambda row: row[2])


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
                text.places.append(table.place_of(sentence))
                text.said.append([one.most_common(1)[0][0] for one in counted])
        out.append(text)
    return out


INSIDE = (setting.Zone.PREAMBLE, setting.Zone.OPENING, setting.Zone.BODY, setting.Zone.CLOSING)


class Alone:
    """A logistic regression over features that stand in two texts at the least."""

    def __init__(self, texts: list[Text]) -> None:
        spread = Counter(name for text in texts for name in {one for seen in text.seen for one in seen})
        self.names = {
            name: at for at, name in enumerate(sorted(name for name, n in spread.items() if n >= LEAST))
        }
        rows = matrix_of([seen for text in texts for seen in text.seen], self.names)
        self.fit = fitted(rows, texts, STRENGTH)

    def likely(self, seen: list[list[str]]) -> np.ndarray:
        """Return how likely each letter is, a row a clause."""
        return self.fit.predict_proba(matrix_of(seen, self.names))[:, order_of(self.fit)]


class Kinds:
    """What a clause looks like alone, and then among its like as those look that were read by another's eyes."""

    def __init__(self, texts: list[Text]) -> None:
        self.alone = Alone(texts)
        where = folds([text.name for text in texts], INNER)
        found: dict[str, np.ndarray] = {}
        for fold in range(INNER):
            other = Alone([text for text in texts if where[text.name] != fold])
            found |= {text.name: other.likely(text.seen) for text in texts if where[text.name] == fold}
        rows = np.vstack([around(text.places, found[text.name]) for text in texts if text.seen])
        self.mean, self.deviation = rows.mean(0), np.maximum(rows.std(0), 1e-3)
        self.fit = fitted((rows - self.mean) / self.deviation, texts, AMONG)

    def likely(self, seen: list[list[str]], places: list[context.Place]) -> np.ndarray:
        """Return how likely each letter is, a row a clause."""
        if not seen:
            return np.zeros((0, len(LETTERS)))
        alone = self.alone.likely(seen)
        among = self.fit.predict_proba((around(places, alone) - self.mean) / self.deviation)
        return np.array([*map(kinds.mixed, alone, among[:, order_of(self.fit)])])

    def shifted(self, shift: np.ndarray) -> None:
        """Add to what holds before anything is seen, a number a letter."""
        for letter, much in zip(LETTERS, shift, strict=True):
            self.fit.intercept_[list(self.fit.classes_).index(letter)] += much / kinds.AMONG


def around(places: list[context.Place], likely: np.ndarray) -> np.ndarray:
    """What is seen of clauses among their like, a row a clause."""
    return np.array(context.around(places, [tuple(map(float, row)) for row in likely]))


def fitted(rows: np.ndarray | csr_matrix, texts: list[Text], strength: float) -> LogisticRegression:
    """A logistic regression of letters; each reader's counts half."""
    letters = [letter for text in texts for said in text.said for letter in said]
    both = np.repeat(np.arange(rows.shape[0]), 2)
    fit = LogisticRegression(C=strength, max_iter=300, tol=1e-4)
    return fit.fit(rows[both], letters, sample_weight=np.full(len(letters), 0.5))


def order_of(fit: LogisticRegression) -> list[int]:
    """Where each letter stands among the classes of a regression."""
    return [list(fit.classes_).index(letter) for letter in LETTERS]


def even(texts: list[Text], likely: dict[str, np.ndarray]) -> np.ndarray:
    """What to add to each kind so that as many clauses are called so as readers call so: the penalty hides the rare ones."""
    found = np.log(np.concatenate([likely[text.name] for text in texts]) + 1e-9)
    said = Counter(letter for text in texts for one in text.said for letter in one)
    wanted = np.array([said[letter] for letter in LETTERS]) / sum(said.values())
    shift = np.zeros(len(LETTERS))
    for _ in range(200):
        called = np.bincount((found + shift).argmax(1), minlength=len(LETTERS)) / len(found)
        shift += 0.2 * np.log((wanted + 1e-4) / (called + 1e-4))
    return shift


def shifted(likely: dict[str, np.ndarray], shift: np.ndarray) -> dict[str, np.ndarray]:
    """Likelihoods after something was added."""
    raised = {name: found * np.exp(shift) for name, found in likely.items()}
    return {name: found / found.sum(1, keepdims=True) for name, found in raised.items()}


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
    skipped: np.ndarray


def weighed_texts(
    labels: Path, texts: list[Path], likely_of: Callable[[str, list[Row]], np.ndarray]
) -> list[Weighed]:
    """The texts with salience; `likely_of` gives the kinds of the clauses of one (its name, its features)."""
    out = []
    for name, (label, path) in labelled(labels, texts, "salience").items():
        text = text_of(path)
        weight = np.zeros(len(text))
        for start, end, much, _reader in label["units"]:
            weight[start:end] += much
        kept = np.array([KEPT.match(char) is not None for char in text])
        weight[~kept] = 0
        skip = np.zeros(len(text))
        for start, end in label["skip"]:
            skip[start:end] = 1
        skip[(weight > 0) | ~kept] = 0
        rows = list(seen_of(path))
        document = parse(read(path))
        found = likely_of(name, rows)
        places = places_of(rows, found)
        table = np.array(list(signs.signs(document, places)))
        inside = [at for at, row in enumerate(rows) if row[0].paragraph.zone in INSIDE]
        spans = [rows[at][2] for at in inside]
        sizes = np.array([kept[a:b].sum() for a, b in spans])
        gold = np.array([weight[a:b].sum() for a, b in spans])
        out.append(
            Weighed(
                name,
                table[inside],
                [rows[at][3] for at in inside],
                sizes,
                gold,
                spans,
                (weight.sum(), kept.sum()),
                np.array([skip[a:b].sum() for a, b in spans]),
            )
        )
    return out


def places_of(rows: list[Row], found: np.ndarray) -> list[signs.Place]:
    """The clauses as the program has them when it weighs them."""
    out = []
    for (sentence, at, _span, _seen, stated), likely in zip(rows, found, strict=True):
        out.append(
            signs.Place(
                sentence, at, tuple(map(float, likely)), stated.owner is not None, stated.deadline is not None
            )
        )
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


class Weights:
    """A ridge regression of how much heavier a character of a clause is than one of the speech on the average.

    What readers said is not to be told weighs less than nothing: without that, an empty phrase among heavy ones looks
    no worse than a fact that nobody needed.
    """

    def __init__(self, texts: list[Weighed]) -> None:
        spread = Counter(name for text in texts for name in {one for seen in text.seen for one in seen})
        self.names = {
            name: at for at, name in enumerate(sorted(name for name, n in spread.items() if n >= OFTEN))
        }
        table = np.concatenate([text.signs for text in texts])
        self.mean, self.deviation = table.mean(0), np.maximum(table.std(0), 1e-3)
        told = np.concatenate(
            [text.gold / np.maximum(text.sizes, 1) / (text.total[0] / text.total[1]) for text in texts]
        )
        skipped = np.concatenate([text.skipped / np.maximum(text.sizes, 1) for text in texts])
        much = np.concatenate([text.sizes / text.sizes.sum() * 100 for text in texts])
        # One stays the weight of a speech on the average: thresholds are stated in it.
        target = told - SKIPPED * (skipped - np.average(skipped, weights=much))
        self.fit = Ridge(alpha=PENALTY).fit(
            self.matrix([one for text in texts for one in text.seen], table), target, sample_weight=much
        )

    def matrix(self, rows: list[list[str]], table: np.ndarray) -> csr_matrix:
        """Return features and signs side by side, a row a clause."""
        return hstack([matrix_of(rows, self.names), csr_matrix((table - self.mean) / self.deviation)]).tocsr()

    def of(self, text: Weighed) -> np.ndarray:
        """Return the weight of each clause of a text."""
        return self.fit.predict(self.matrix(text.seen, text.signs))


OFTEN, PENALTY, SKIPPED = 3, 200.0, 3.0
STRENGTH, AMONG, INNER = 0.1, 0.1, 4
"""Texts that a feature must stand in to weigh, penalties, and how much less than nothing a passage weighs that readers
would not tell: the best of those tried by leaving texts out."""


def matrix_of(rows: list[list[str]], names: dict[str, int]) -> csr_matrix:
    """A row a clause, a column a name, 1 where it was seen."""
    where, ends = [], [0]
    for seen in rows:
        where += sorted({names[name] for name in seen if name in names})
        ends.append(len(where))
    return csr_matrix((np.ones(len(where)), where, ends), shape=(len(rows), len(names)))


def rounded(row: np.ndarray | list[float], scale: int = SCALE) -> list[int]:
    """Weights as whole numbers of a unit."""
    return [round(float(one) * scale) for one in row]


def kinds_data(model: Kinds) -> dict:
    """What the program ships of the kinds: weights of features whose loss would be felt, and of what is around."""
    fit, order = model.alone.fit, order_of(model.alone.fit)
    weights = {name: rounded(fit.coef_[order, at]) for name, at in model.alone.names.items()}
    among = model.fit.coef_[order_of(model.fit)] / model.deviation
    last = model.fit.intercept_[order_of(model.fit)] - among @ model.mean
    return {
        "scale": SCALE,
        "bias": rounded(fit.intercept_[order]),
        "at_last": [round(float(one), 4) for one in last],
        "around": [[round(float(one), 4) for one in row] for row in among.T],
        "weights": {
            name: " ".join(map(str, row)) for name, row in weights.items() if max(map(abs, row)) >= FELT
        },
    }


def weights_data(model: Weights) -> dict:
    """What the program ships of the weights: of signs by name, and of features; `train_thesis.py` adds the rest."""
    many = len(model.names)
    signs_of = dict(
        zip(signs.NAMES, zip(model.mean, model.deviation, model.fit.coef_[many:], strict=True), strict=True)
    )
    return {
        "scale": SCALE * 10,
        "bias": rounded([model.fit.intercept_], SCALE * 10)[0],
        "signs": {
            name: [round(float(mean), 5), round(float(much / deviation), 5)]
            for name, (mean, deviation, much) in signs_of.items()
        },
        "carries": {name: [0.0, 0.0] for name in (*signs.NAMES, WEIGHT)},
        "weights": {
            name: much
            for name, at in model.names.items()
            if (much := rounded([model.fit.coef_[at]], SCALE * 10)[0])
        },
    }


def main() -> None:
    """Learn, score, write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("labels", type=Path)
    asked.add_argument("texts", type=Path, nargs="+")
    asked.add_argument("--aside", type=Path, help="a file with names of texts that are put aside")
    asked.add_argument(
        "--write",
        action="store_true",
        help="write data/kinds.json and data/weights.json, learnt from all that is not aside",
    )
    asked.add_argument(
        "--all", action="store_true", help="with --write: learn from the texts that are aside too"
    )
    given = asked.parse_args()
    texts = kind_texts(given.labels, given.texts)
    put = set(given.aside.read_text("utf-8").split()) if given.aside else set()
    dev, aside = [t for t in texts if t.name not in put], [t for t in texts if t.name in put]
    told_agreement(texts)
    likely = left_out(dev)
    shift = even(dev, likely)
    likely = shifted(likely, shift)
    print("kinds, texts left out", len(dev), told(dev, likely))
    whole = Kinds(dev)
    whole.shifted(shift)
    if aside:
        likely |= {text.name: whole.likely(text.seen, text.places) for text in aside}
        print("kinds, aside", len(aside), told(aside, likely))
    weighed = weighed_texts(
        given.labels, given.texts, lambda name, rows: spread_of(name, rows, likely, whole)
    )
    inside, outside = [w for w in weighed if w.name not in put], [w for w in weighed if w.name in put]
    where = folds([w.name for w in inside])
    got = []
    for fold in range(FOLDS):
        model = Weights([w for w in inside if where[w.name] != fold])
        got += [recall(w, model.of(w)) for w in inside if where[w.name] == fold]
    print(
        f"weights, texts left out {len(inside)}  recall at .25: {np.mean(got):.3f}  best possible {np.mean([recall(w, w.gold / np.maximum(w.sizes, 1)) for w in inside]):.3f}"
    )
    model = Weights(inside)
    if outside:
        print(
            f"weights, aside {len(outside)}  recall at .25: {np.mean([recall(w, model.of(w)) for w in outside]):.3f}"
        )
    if given.write:
        if given.all:
            whole, model = Kinds(texts), Weights(weighed)
            whole.shifted(shift)
        for name, data in (("kinds", kinds_data(whole)), ("weights", weights_data(model))):
            (DATA / f"{name}.json").write_text(
                json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8"
            )


def told_agreement(texts: list[Text]) -> None:
    """How far two readers agree: share, Cohen's kappa, F1 of what is to be done."""
    pairs = [tuple(said) for text in texts for said in text.said]
    one, two = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    same = sum(a == b for a, b in pairs) / len(pairs)
    chance = sum(one[letter] * two[letter] for letter in LETTERS) / len(pairs) ** 2
    print(
        f"readers agree on {same:.3f} of {len(pairs)} clauses, kappa {(same - chance) / (1 - chance):.3f}, F1 todo {2 * sum(p == ('T', 'T') for p in pairs) / (one['T'] + two['T']):.3f}"
    )


def left_out(texts: list[Text]) -> dict[str, np.ndarray]:
    """How likely each kind is, each text read by what was learnt from others."""
    where, likely = folds([text.name for text in texts]), {}
    for fold in range(FOLDS):
        model = Kinds([text for text in texts if where[text.name] != fold])
        likely |= {
            text.name: model.likely(text.seen, text.places) for text in texts if where[text.name] == fold
        }
    return likely


def spread_of(name: str, rows: list[Row], likely: dict[str, np.ndarray], whole: Kinds) -> np.ndarray:
    """How likely each kind is of all clauses of a text, headings and the like too."""
    found = np.zeros((len(rows), len(LETTERS)))
    inside = [at for at, row in enumerate(rows) if row[0].paragraph.zone in INSIDE]
    read = likely.get(name)
    if read is None or len(read) != len(inside):
        read = whole.likely([rows[at][3] for at in inside], [table.place_of(rows[at][0]) for at in inside])
    found[inside] = read
    for at, row in enumerate(rows):
        fixed = table.FIXED.get(row[0].paragraph.zone)
        if fixed:
            found[at, list(LETTERS.values()).index(fixed)] = 1
    return found


def told(texts: list[Text], likely: dict[str, np.ndarray]) -> str:
    """Say how well kinds were read."""
    found = kind_score(texts, [likely[text.name] for text in texts], dict.fromkeys("TDG", 0.0))
    return "  ".join(f"{LETTERS[letter]} P {p:.3f} R {r:.3f}" for letter, (p, r) in found.items())


if __name__ == "__main__":
    main()
