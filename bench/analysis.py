"""How much of what speeches say is understood: reportgen beside simpler methods, on hand-labelled texts.

Usage: python bench/analysis.py [--corpus FOLDER] [--json] [-v]

The labels are tests/labels (two thirds `dev`, a third put `aside` that no rule was made by) and the three
texts that come labelled with the shared corpus. Measures, goals, terms and figures are F1; thesis and
sections the share that is accepted. `-v` lists the errors; those on texts put aside are never shown, so
that nobody makes rules by them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from analysis_baselines import BASELINES
from analysis_labels import ASIDE, PARTS, ROOT, Labels, Range, load_all
from analysis_scoring import Answer, Tally, score
from reportgen.analysis.notation import to_json
from reportgen.briefing import brief

CORPUS = ROOT.parent / "shared" / "corpus"
SHARES = ("thesis", "sections")
KINDS = ("measures", "goals", "terms", "figures", *SHARES)
TARGETS = dict(zip(KINDS, (0.85, 0.75, 0.80, 0.90, 0.85, 0.90), strict=True))
Tallies = dict[str, Tally]


def reportgen(labels: Labels) -> Answer:
    """What `reportgen brief --json` says."""
    said = to_json(brief(labels.path))
    stated = [
        (key, one[key]["text"]) for one in said["measures"] for key in ("owner", "deadline") if one[key]
    ]
    return Answer(
        thesis=_ranges(said["thesis"]),
        sections={one["start"]: _ranges(one["summary"]) for one in said["sections"]},
        measures=[span for one in said["measures"] for span in _ranges(one)],
        goals=[span for one in said["goals"] for span in _ranges(one)],
        terms=[one["text"] for one in said["terms"]],
        figures=[(one["value"], one["unit"] or "") for one in said["figures"]],
        stated=stated,
    )


def _ranges(line: dict[str, Any] | None) -> list[Range]:
    return [(span["start"], span["end"]) for span in line["spans"]] if line else []


METHODS: dict[str, Callable[[Labels], Answer]] = {"reportgen": reportgen, **BASELINES}


def measure(labels: list[Labels]) -> dict[str, dict[str, tuple[Tallies, list[tuple[str, Tallies]]]]]:
    """Return the tallies by part and method: the sum, and each text's own."""
    out: dict[str, dict[str, tuple[Tallies, list[tuple[str, Tallies]]]]] = {}
    for part in PARTS:
        texts = [one for one in labels if one.part == part]
        for name, method in METHODS.items() if texts else ():
            single = [(one.name, score(method(one), one)) for one in texts]
            out.setdefault(part, {})[name] = (_sum([tallies for _, tallies in single]), single)
    return out


def _sum(single: list[Tallies]) -> Tallies:
    total: Tallies = {}
    for tallies in single:
        for kind, tally in tallies.items():
            total.setdefault(kind, Tally()).add(tally)
    return total


def value(tallies: Tallies, kind: str) -> float | None:
    """Return the one number of a kind; None where the method has no opinion."""
    if kind not in tallies:
        return None
    return tallies[kind].share if kind in SHARES else tallies[kind].f1


def print_table(results: dict[str, dict[str, tuple[Tallies, list[tuple[str, Tallies]]]]]) -> None:
    """Print a line a method, part by part."""
    print(f"{'':24}" + "".join(f"{kind:>10}" for kind in KINDS) + f"{'false stated':>14}")
    for part, methods in results.items():
        texts = len(next(iter(methods.values()))[1])
        print(f"{part} ({texts} texts)")
        for name, (total, _) in methods.items():
            cells = [value(total, kind) for kind in KINDS]
            shown = "".join(f"{'–' if cell is None else f'{cell:.3f}':>10}" for cell in cells)
            stated = total["stated"].false if "stated" in total else None
            print(f"  {name:22}{shown}{'–' if stated is None else stated:>14}")
    print(f"{'wanted':24}" + "".join(f"{TARGETS[kind]:>10.3f}" for kind in KINDS) + f"{0:>14}")


def print_errors(results: dict[str, dict[str, tuple[Tallies, list[tuple[str, Tallies]]]]]) -> None:
    """Print what reportgen got wrong, text by text."""
    for part, methods in results.items():
        for name, tallies in methods["reportgen"][1] if part != ASIDE else ():
            print(f"\n{name}")
            for tally in tallies.values():
                print("".join(f"    {note}\n" for note in tally.notes), end="")


def main() -> None:
    """Measure and print; without the corpus say so and leave it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    labels, missing = load_all(options.corpus)
    if not labels:
        print(f"analysis: left out, the labelled texts are not in {options.corpus}")
        return
    results = measure(labels)
    if options.json:
        numbers = {
            part: {name: {kind: value(total, kind) for kind in KINDS} for name, (total, _) in methods.items()}
            for part, methods in results.items()
        }
        print(json.dumps(numbers, ensure_ascii=False, indent=2))
        return
    if missing:
        print(f"left out, not as they were labelled: {', '.join(missing)}")
    print_table(results)
    if options.verbose:
        print_errors(results)


if __name__ == "__main__":
    main()
