"""Who must act and by when, against two readers' labels, clause by clause.

    python bench/stated.py [TEXTS…] [--aside] [--wrong] [--missing]

TEXTS are folders with the texts that `bench/labels/kinds` labels (else the shared corpus's, `seeds` and
`bench/speeches`); those of `aside.txt` are left out unless `--aside` asks for them alone.

*Right*: a clause that a reader wants done has exactly the words that a reader gives it. *Found*: of the
clauses to which both readers give the same words, those that we give them to. Every figure is given twice:
for all clauses, and for those that the table calls `todo`, which alone are printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportgen.analysis.clauses.table import Seen, table
from reportgen.outline import parse
from reportgen.readers import read

LABELS = Path(__file__).resolve().parent / "labels"
TEXTS = [
    LABELS.parents[1].parent / "shared" / "corpus" / "texts",
    LABELS.parents[1] / "seeds",
    LABELS.parent / "speeches",
]
KEYS = ("owner", "deadline")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A clause of the readers: where it stands, whether one wants it done, the words of each reader."""

    start: int
    end: int
    is_todo: bool
    words: dict[str, list[str]]

    def agreed(self, key: str) -> str:
        """Return the words that both readers give; none where they do not."""
        said = self.words[key]
        return said[0] if len(said) > 1 and len(set(said)) == 1 else ""


def text_of(path: Path) -> str:
    """Return the text that offsets count in."""
    return path.read_text("utf-8-sig").replace("\r\n", "\n")


def plain(words: str) -> str:
    """Return words as they are compared: no blanks, quotation marks around them left out."""
    return re.sub(r"\s", "", words).strip("“”")


def wanted(label: dict[str, Any], text: str) -> list[Wanted]:
    """Return the clauses of a label file."""
    out = []
    for start, end, *letters in label["clauses"]:
        words = {
            key: [plain(text[row[2] : row[3]]) for row in label[f"{key}s"] if row[0] == start] for key in KEYS
        }
        out.append(Wanted(start, end, "T" in letters, words))
    return out


def texts(folders: list[Path], *, aside: bool) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """Yield name, file and labels of each text that is there as it was labelled."""
    apart = (LABELS / "aside.txt").read_text("utf-8").split()
    for path in sorted((LABELS / "kinds").glob("*.json")):
        label = json.loads(path.read_text("utf-8"))
        files = [folder / label["file"] for folder in folders if (folder / label["file"]).exists()]
        same = (one for one in files if hashlib.sha256(text_of(one).encode()).hexdigest() == label["sha256"])
        file = next(same, None)
        if file is None:
            print(f"{path.stem}: its text is not here")
        elif (path.stem in apart) == aside:
            yield path.stem, file, label


def overlapping(rows: tuple[Seen, ...], one: Wanted) -> list[Seen]:
    """Return our clauses that share characters with one of the readers'."""
    return [row for row in rows if row.start < one.end and one.start < row.end]


class Score:
    """Counts over all texts, by what was stated, and by whether only what is printed counts."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, bool, str]] = Counter()

    def stated(self, row: Seen, key: str, said: str, near: list[Wanted]) -> str:
        """Count a statement of ours, and return what became of it."""
        right = any(said in one.words[key] for one in near)
        outcome = "right" if right else "wrong" if any(one.is_todo for one in near) else "not to be done"
        for printed in {False, row.kind == "todo"}:
            self.counts[key, printed, outcome] += 1
        return outcome

    def sought(self, rows: list[Seen], key: str, agreed: str) -> bool:
        """Count a statement of both readers, and return whether we have it."""
        have = [row for row in rows if words_of(row, key) == agreed]
        for printed in (False, True):
            self.counts[key, printed, "sought"] += 1
            self.counts[key, printed, "found"] += any(row.kind == "todo" or not printed for row in have)
            todo = any(row.kind == "todo" for row in rows)
            self.counts[key, printed, "sought where printed"] += todo
            self.counts[key, printed, "found where printed"] += todo and bool(have)
        return bool(have)

    def lines(self) -> Iterator[str]:
        """Yield the figures."""
        for key in KEYS:
            for printed in (False, True):
                n = {what: self.counts[key, printed, what] for what in OUTCOMES}
                stated = n["right"] + n["wrong"] + n["not to be done"]
                yield (
                    f"{key:8} {'printed' if printed else 'all':8} {n['right']} of {stated} right"
                    f" ({n['not to be done']} on what no reader wants done),"
                    f" {n['found']} of {n['sought']} found"
                    f" ({n['found where printed']} of {n['sought where printed']} on what is called todo)"
                )


OUTCOMES = (
    "right",
    "wrong",
    "not to be done",
    "sought",
    "found",
    "sought where printed",
    "found where printed",
)


def words_of(row: Seen, key: str) -> str:
    """Return what we state of a clause."""
    passage = getattr(row.stated, key)
    return plain(passage.text) if passage else ""


def compare(name: str, path: Path, label: dict[str, Any], score: Score, show: set[str]) -> None:
    """Score one text, and print what is to be shown of it."""
    text = text_of(path)
    rows, said = table(parse(read(path))), wanted(label, text)
    for row in rows:
        near = [one for one in said if row.start < one.end and one.start < row.end]
        for key in KEYS:
            if (words := words_of(row, key)) and score.stated(row, key, words, near) != "right":
                given = "/".join(word for one in near for word in one.words[key])
                if "wrong" in show:
                    _show(name, row.kind, text[row.start : row.end], f"{key} {words}", given)
    for one in said:
        mine = overlapping(rows, one)
        for key in KEYS:
            if (agreed := one.agreed(key)) and not score.sought(mine, key, agreed):
                have = "/".join(words_of(row, key) for row in mine)
                kinds = "/".join(row.kind for row in mine)
                if "missing" in show:
                    _show(name, kinds, text[one.start : one.end], f"{key} {have}", agreed)


def _show(*what: str) -> None:
    print(" | ".join(one.replace("\n", " ") for one in what))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, default=TEXTS)
    parser.add_argument("--aside", action="store_true", help="the texts put aside, and no others")
    parser.add_argument("--wrong", action="store_true", help="show what we state and no reader does")
    parser.add_argument("--missing", action="store_true", help="show what both readers state and we do not")
    asked = parser.parse_args()
    score, show = Score(), {one for one in ("wrong", "missing") if getattr(asked, one)}
    for name, path, label in texts(asked.folders, aside=asked.aside):
        compare(name, path, label, score, show)
    print("\n".join(score.lines()))


if __name__ == "__main__":
    main()
