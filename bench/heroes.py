"""How well the big numbers of a deck are chosen, beside what readers would set big.

Usage: python bench/heroes.py FOLDER… [--labels FOLDER…] [--aside] [-v]

Labels are bench/labels/salience: `heroes` are figures that one, two or three readers would set big,
`not_heroes` those that a reader would laugh at. The texts lie in the folders given, under the name that a
label file states (else its own). Those of bench/labels/aside.txt are scored with `--aside`, and no others
then; they are never shown one by one.

A number is big where a slide has it in a slot for one; which figure it is, its caption tells.

big       numbers that are set big; both ends of a contrast (由甲减到乙) are one
wanted    of these, those that share a character with a hero of one reader or more
laughed   of these, those that a reader named as one not to, and nobody wanted
found     heroes of two readers or more that are big
for none  texts in which no reader wants a number big, and we have one
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from reportgen.analysis import Brief, Figure
from reportgen.briefing import brief
from reportgen.planning.facts import Facts
from reportgen.planning.wording import shown
from reportgen.products import PRODUCTS, Template, opened
from reportgen.themes import standard

LABELS = Path(__file__).parent / "labels"
DECK = next(product for product in PRODUCTS if product.kind == "pptx")
SLOTS = {"数字": "数字说明", "数值": "说明"}
"""Slots of big numbers and of what stands beside them."""
MANY = 2  # readers who agree


@dataclass(slots=True)
class Counts:
    """What is counted, of a text or of all."""

    big: int = 0
    wanted: int = 0
    laughed: int = 0
    found: int = 0
    heroes: int = 0
    for_none: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Sum what two counted."""
        return Counts(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    def __str__(self) -> str:
        """Return one line."""
        return (
            f"big {self.big:3} wanted {self.wanted:3} laughed {self.laughed} "
            f"found {self.found}/{self.heroes} for none {self.for_none}"
        )


def big(said: Brief, template: Template) -> Iterator[tuple[Figure, ...]]:
    """Yield the numbers that stand big on the slides of a speech, each as the figures it is made of."""
    seen: set[tuple[int, ...]] = set()
    for slide in DECK.planned(said, Facts(), template).slides:
        fills = {
            fill.slot: "".join("".join(para.text for para in fill.paras).split()) for fill in slide.fills
        }
        for name, text in fills.items():
            if name.rstrip("0123456789") not in SLOTS:
                continue
            caption = fills[SLOTS[name[:2]] + name[2:]]
            of = [one for one in said.figures if "".join(shown(one.clause).split()) == caption]
            found = tuple(one for one in of if "".join(one.text.split()) in text)
            key = tuple(one.value.span.start for one in found)
            if key not in seen:
                seen.add(key)
                yield found


def touches(figures: Iterable[Figure], ranges: Iterable[Any]) -> bool:
    """Whether a figure shares a character with one of some ranges."""
    places = [(one.value.span.start, (one.unit or one.value).span.end) for one in figures]
    return any(a < end and start < b for a, b in places for start, end, *_ in ranges)


def score(gold: dict[str, Any], chosen: list[tuple[Figure, ...]]) -> Counts:
    """Count what is chosen beside what readers want."""
    heroes = [one for one in gold["heroes"] if one[2] >= MANY]
    wanted = [touches(one, gold["heroes"]) for one in chosen]
    laughed = sum(
        touches(one, gold["not_heroes"]) for one, is_good in zip(chosen, wanted, strict=True) if not is_good
    )
    return Counts(
        len(chosen),
        sum(wanted),
        laughed,
        sum(any(touches(one, [hero]) for one in chosen) for hero in heroes),
        len(heroes),
        int(bool(chosen) and not gold["heroes"]),
    )


def labelled(
    folders: list[Path], texts: list[Path], *, aside: bool
) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """Yield name, text and labels of those that are there as they were labelled."""
    kept = frozenset((LABELS / "aside.txt").read_text("utf-8").split())
    for file in sorted(path for folder in folders for path in folder.glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        name = gold.get("file", f"{file.stem}.txt")
        path = next((one for folder in texts if (one := folder / name).is_file()), None)
        if (file.stem in kept) is not aside:
            continue
        digest = hashlib.sha256(_text(path).encode()).hexdigest() if path else ""
        if path is None or digest != gold["sha256"]:
            print(f"{file.stem}: no such text, or another one")
            continue
        yield file.stem, path, gold


def _text(path: Path) -> str:
    return path.read_text("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("texts", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--labels", type=Path, nargs="+", default=[LABELS / "salience"])
    parser.add_argument("--aside", action="store_true", help="score the texts that are put aside")
    parser.add_argument("-v", "--verbose", action="store_true", help="show each text and its numbers")
    args = parser.parse_args()
    template = opened([DECK], standard())[DECK]
    total = Counts()
    for name, path, gold in labelled(args.labels, args.texts, aside=args.aside):
        said = brief(path)
        chosen = list(big(said, template))
        counts = score(gold, chosen)
        total += counts
        if args.verbose and not args.aside:
            print(f"{name:6} {counts}")
            for one in chosen:
                mark = (
                    "+" if touches(one, gold["heroes"]) else "!" if touches(one, gold["not_heroes"]) else " "
                )
                print(
                    f"   {mark} {'→'.join(each.text for each in one)}  {shown(one[0].clause) if one else ''}"
                )
    print(total)


if __name__ == "__main__":
    main()
