"""How well what is not the speech is told from it: `python bench/apart.py TEXTS… [--aside]`.

TEXTS are folders with the labelled texts (bench/labels/README.md). Printed are titles that readers accept,
long passages they skip that are set apart, and characters of what they want that are: must be none. Where
one reader skips what another wants (the lead of an editor) the characters are disputed.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportgen.outline import parse
from reportgen.readers import read

LABELS = Path(__file__).resolve().parent / "labels"
LONG = 150
"""Characters of a passage that is a block of its own; shorter ones are courtesy or stories."""
TITLE_MARKS = "#* \t\u3000\n"


@dataclass(frozen=True, slots=True)
class Score:
    """One text: whether its title is right (None: it has none), what is skipped, left out, lost."""

    name: str
    is_titled: bool | None
    skipped: int
    left_out: int
    lost: int
    disputed: int


def texts(folders: list[str], *, aside: bool) -> list[tuple[str, Path, dict[str, Any]]]:
    """Return the labelled texts that are there: those put aside, or all others."""
    names = set((LABELS / "aside.txt").read_text("utf-8").split())
    found = []
    for file in sorted((LABELS / "salience").glob("*.json")):
        labels = json.loads(file.read_text("utf-8"))
        path = next((p for f in folders if (p := Path(f) / labels["file"]).exists()), None)
        if path and (file.stem in names) == aside:
            found.append((file.stem, path, labels))
    return found


def score(name: str, path: Path, labels: dict[str, Any]) -> Score:
    """Compare one text with its labels."""
    document = parse(read(path))
    text = document.source.written
    # What a reader of files leaves out as a mark of its format is out as well.
    marks = (mark for line in document.source.lines for mark in line.marks)
    blocks = (one.span for block in document.apart for one in block.passages)
    apart = {at for span in (*marks, *blocks) for at in range(span.start, span.end)}
    titles = {_plain(text[start:end]) for start, end in labels["titles"]}
    skips = [set(range(*span)) for span in {tuple(one) for one in labels["skip"]}]
    long = [one for one in skips if len(one) > LONG]
    wanted = {at for start, end, *_ in labels["units"] for at in range(start, end)}
    out = sum(len(apart & one) >= len(one) / 2 for one in long)
    lost = apart & wanted
    disputed = len(lost & set().union(*skips))
    is_titled = _plain(document.title_text) in titles if titles else None
    return Score(name, is_titled, len(long), out, len(lost) - disputed, disputed)


def _plain(text: str) -> str:
    return "".join(text.strip(TITLE_MARKS).split())


def main(arguments: list[str]) -> None:
    """Print a line for each text, and the sums."""
    folders = [one for one in arguments if not one.startswith("-")]
    rows = [score(*one) for one in texts(folders, aside="--aside" in arguments)]
    for row in rows:
        blocks = f"{row.left_out}/{row.skipped}"
        print(
            f"{row.name:6} title {row.is_titled}  blocks {blocks}  lost {row.lost}  disputed {row.disputed}"
        )
    told = [row for row in rows if row.is_titled is not None]
    print(
        f"texts {len(rows)}  titles {sum(bool(row.is_titled) for row in told)}/{len(told)}"
        f"  blocks {sum(row.left_out for row in rows)}/{sum(row.skipped for row in rows)}"
        f"  lost {sum(row.lost for row in rows)}  disputed {sum(row.disputed for row in rows)}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
