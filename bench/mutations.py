"""How many changes to written files `reportgen verify` finds, by kind, and how often it cries for nothing.

Usage: python bench/mutations.py [--speeches N] [--trials N] [--corpus DIR] [--missed]

Speeches are written by a seeded generator (`tests/speechmaker.py`), built into their three files, and each
is changed once in every way (`tests/mutants.py`). With `--corpus`, texts of a folder are taken instead.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from mutants import KINDS, Tally, empty_tally, run, subjects
from speechmaker import make_speech


def own_speeches(count: int, folder: Path, tally: Tally, trials: int) -> None:
    """Build and change speeches of our own making."""
    for seed in range(count):
        made = make_speech(seed)
        path = folder / f"稿{seed:03}.txt"
        path.write_text(made.text, "utf-8")
        run(subjects(path, folder / "out", facts=made.facts, fills=made.fills), tally, trials)


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--speeches", type=int, default=100)
    parser.add_argument("--trials", type=int, default=1)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    tally = empty_tally()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.corpus:
            texts = sorted(path for path in options.corpus.iterdir() if path.suffix in {".txt", ".md"})
            for path in texts[:: max(1, len(texts) // options.speeches)]:
                run(subjects(path, folder / "out"), tally, options.trials)
        else:
            own_speeches(options.speeches, folder, tally, options.trials)
    print(f"{tally.files} files untouched: {len(tally.alarms)} alarms")
    for kind in KINDS:
        share = tally.found[kind] / max(tally.made[kind], 1)
        print(f"{kind:　<8}{tally.found[kind]:6}/{tally.made[kind]} found  {share:.1%}")
    for line in [*tally.alarms, *(tally.missed if options.missed else ())]:
        print(f"  {line}")


if __name__ == "__main__":
    main()
