"""How many changes to written files `reportgen verify` finds, by kind, and how often it cries for nothing.

Usage: python bench/mutations.py [--speeches N] [--trials N] [--corpus DIR …] [--missed]

Speeches are written by a seeded generator (`tests/speechmaker.py`), built into their three files, and each
is changed once in every way (`tests/mutants.py`). With `--corpus`, all texts, Markdown and Word files of some
folders are taken as well; with `--speeches 0`, they alone. The full run, some 400 files in ten minutes:

    python bench/mutations.py --speeches 50 --corpus ../shared/corpus/texts ../shared/corpus/variants --missed
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from mutants import KINDS, Tally, empty_tally, run, subjects
from reportgen.errors import FidelityError
from speechmaker import make_speech

_KINDS = frozenset({".txt", ".md", ".docx"})


def own_speeches(count: int, folder: Path, tally: Tally, trials: int) -> None:
    """Build and change speeches of our own making."""
    for seed in range(count):
        made = make_speech(seed)
        path = folder / f"稿{seed:03}.txt"
        path.write_text(made.text, "utf-8")
        run(subjects(path, folder / "out", facts=made.facts, fills=made.fills), tally, trials)


def given_speeches(folders: Sequence[Path], folder: Path, tally: Tally, trials: int) -> None:
    """Build and change the speeches of some folders; one that `build` itself refuses counts as an alarm."""
    paths = [path for one in folders for path in sorted(one.rglob("*")) if path.suffix in _KINDS]
    for number, path in enumerate(paths):
        try:
            run(subjects(path, folder / f"out{number}"), tally, trials)
        except FidelityError as error:
            tally.alarms.append(str(error))


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--speeches", type=int, default=100)
    parser.add_argument("--trials", type=int, default=1)
    parser.add_argument("--corpus", type=Path, nargs="+", default=[])
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    tally = empty_tally()
    with tempfile.TemporaryDirectory() as name:
        given_speeches(options.corpus, Path(name), tally, options.trials)
        own_speeches(options.speeches, Path(name), tally, options.trials)
    print(f"{tally.files} files untouched: {len(tally.alarms)} alarms")
    for kind in KINDS:
        share = tally.found[kind] / max(tally.made[kind], 1)
        print(f"{kind:　<8}{tally.found[kind]:6}/{tally.made[kind]} found  {share:.1%}")
    made, found = tally.made.total(), tally.found.total()
    print(f"{'合计':　<8}{found:6}/{made} found  {found / max(made, 1):.1%}")
    for line in [*tally.alarms, *(tally.missed if options.missed else ())]:
        print(f"  {line}")


if __name__ == "__main__":
    main()
