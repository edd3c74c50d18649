"""Kill runs at random moments while they write, and count what the next run finds amiss.

Each process writes the same three files over and over, as often as it can, until it is killed; every other
time a file has been edited before. Wanted: only the files and their record afterwards, every edited file set
aside and whole, no untouched one set aside.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from reportgen.writing import write_all

NAMES = ("甲-要点.docx", "甲-幻灯片.pptx", "甲-落实清单.xlsx")
LONGEST = 0.2
"""Seconds until a kill at most; a write takes some hundredths."""
WRITES = """
import itertools, pathlib, sys
from reportgen.writing import write_all
print(flush=True)
for number in itertools.count():
    write_all(pathlib.Path(sys.argv[1]), {name: str(number).encode() * 50_000 for name in sys.argv[2:]})
"""


def main() -> None:
    """Kill as many runs as were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "output"
        found = Counter(_round(folder, dice, edited=number % 2 == 1) for number in range(arguments.runs))
    for outcome, count in found.most_common():
        print(f"{count:4}  {outcome}")


def _round(folder: Path, dice: random.Random, *, edited: bool) -> str:
    write_all(folder, dict.fromkeys(NAMES, b"before"))
    mine = str(dice.random()).encode()
    if edited:
        (folder / NAMES[1]).write_bytes(mine)
    half_done = _killed(folder, dice.random() * LONGEST)
    write_all(folder, dict.fromkeys(NAMES, b"after"))
    aside = [path for path in folder.iterdir() if ".手改-" in path.name]
    amiss = [
        *(f"left over: {path.name}" for path in set(folder.iterdir()) - set(aside) if not _wanted(path)),
        *(f"not written: {name}" for name in NAMES if (folder / name).read_bytes() != b"after"),
        *(["edited file lost"] if edited and [path.read_bytes() for path in aside] != [mine] else []),
        *(["untouched file set aside"] if len(aside) > edited else []),
    ]
    for path in aside:
        path.unlink()
    return "; ".join(amiss) or f"right ({'half done' if half_done else 'between two writes'} when killed)"


def _killed(folder: Path, after: float) -> bool:
    """Whether the run was killed before all was in place and tidy."""
    command = [sys.executable, "-c", WRITES, str(folder), *NAMES]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        if process.stdout:
            process.stdout.readline()
        time.sleep(after)
        os.kill(process.pid, signal.SIGKILL)
    return any(path.name.startswith(".") and not _wanted(path) for path in folder.iterdir())


def _wanted(path: Path) -> bool:
    return path.name in {*NAMES, ".reportgen.json"}


if __name__ == "__main__":
    main()
