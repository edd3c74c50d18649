"""How the time of an outline grows with the length of a speech, and how it bears damage.

Usage: python bench/outline.py [--runs N] [--mutants N]

The speech is the seed, its sections repeated under new numbers until it has the length wanted. Times are
wall-clock milliseconds, best of the runs: of the whole process, and of reading and parsing alone. Linear
growth shows as a steady figure in the last column. Then N damaged copies are parsed: none may raise, and no
character may stand in two leaves of the tree.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reportgen.errors import SourceError
from reportgen.outline import Document, Node, parse
from reportgen.readers.files import parse_bytes
from reportgen.source import Passage

ROOT = Path(__file__).resolve().parent.parent
SEED = next((ROOT / "seeds").glob("*.txt"))
DIGITS = "零一二三四五六七八九"
SIZES = (1, 10, 25, 100)


def numbered(number: int) -> str:
    """1…99 in Chinese figures."""
    tens, ones = divmod(number % 100 or 1, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


def longer(text: str, times: int) -> str:
    """The speech with its sections so many times over."""
    head, *sections = re.split(r"(?m)^(?=[一二三四]、)", text)
    bodies = [section.partition("、")[2] for section in sections] * times
    return head + "".join(f"{numbered(i)}、{body}" for i, body in enumerate(bodies, 1))


def best(runs: int, call: Callable[[], object]) -> float:
    """The shortest of some calls, in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def mutant(text: str, chance: random.Random) -> bytes:
    """A damaged copy: cut, lines shuffled, markers swapped, characters or bytes at random."""
    kind = chance.randrange(5)
    if kind == 0:
        text = text[chance.randrange(len(text)) :][: chance.randrange(1, len(text))]
    elif kind == 1:
        lines = text.split("\n")
        chance.shuffle(lines)
        text = "\n".join(lines)
    elif kind == 2:
        markers = ["一、", "（一）", "1.", "一是", "第一，", "①", "# ", "首先，", "二要", "**", "\n", "　"]
        text = re.sub(r"[一二三四五]是|[一二三四五]、", lambda _: chance.choice(markers), text)
    elif kind == 3:
        places = sorted(chance.sample(range(len(text)), 40))
        for place in places:
            text = (
                text[:place]
                + chance.choice("。，：；“”（）\n\t 一1、*#\u3000\u200b\ufeff")
                + text[place + 1 :]
            )
    data = text.encode()
    if kind == 4:
        raw = bytearray(data)
        for _ in range(60):
            raw[chance.randrange(len(raw))] = chance.randrange(9, 256)
        data = bytes(raw)
    return data or b"x"


def tiles(document: Document) -> bool:
    """Whether every character but blanks and marks of dress is in exactly one leaf."""
    seen = bytearray(len(document.source.text))
    spans = [*document.title, *document.letterhead, *document.preamble, *document.closing]
    spans += [p for p in (document.subtitle, document.byline, document.date, document.salutation) if p]
    for node in document.walk():
        spans += leaves(node)
    for passage in spans:
        for place in range(passage.span.start, passage.span.end):
            seen[place] += 1
    return all(count <= 1 for count in seen)


def leaves(node: Node) -> list[Passage]:
    """What a node holds of its own."""
    return [*([node.marker] if node.marker else []), node.heading, *node.body]


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--mutants", type=int, default=2000)
    arguments = parser.parse_args()
    text = SEED.read_text("utf-8-sig")
    print(f"{'':>6}{'characters':>12}{'process ms':>12}{'parse ms':>10}{'µs/char':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for times in SIZES:
            path = Path(folder) / f"{times}.txt"
            path.write_text(longer(text, times), "utf-8")
            command = [sys.executable, "-m", "reportgen", "outline", str(path)]
            whole = best(arguments.runs, lambda c=command: subprocess.run(c, check=True, capture_output=True))
            data = path.read_bytes()
            alone = best(arguments.runs, lambda d=data: parse(parse_bytes(d, "x.txt", "x")))
            count = len(path.read_text("utf-8"))
            print(f"{times:>5}×{count:>12,}{whole:>12.0f}{alone:>10.1f}{alone * 1000 / count:>9.2f}")
    chance = random.Random(20261124)
    refused = overlaps = 0
    for _ in range(arguments.mutants):
        try:
            source = parse_bytes(mutant(text, chance), "x.txt", "x")
        except SourceError:
            refused += 1  # with one line that says which line cannot be read
            continue
        overlaps += not tiles(parse(source))
    print(f"{arguments.mutants} damaged copies: {refused} refused, {overlaps} with a text twice")


if __name__ == "__main__":
    main()
