"""The labels that analysis is measured by: our own, and those of the shared corpus.

A label file of ours holds no text (tests/labels/README.md), so each is resolved against the corpus here; a
text that is missing, or differs from the one that was labelled, is left out and named.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OURS = ROOT / "tests" / "labels" / "analysis"
DEV, ASIDE, SHARED = "dev", "aside", "shared"
PARTS = (DEV, ASIDE, SHARED)

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Labels:
    """What one text says, by hand. A range is of code points; a figure is its number and its unit."""

    name: str
    part: str
    path: Path
    text: str
    thesis: tuple[Range, ...]
    sections: tuple[tuple[int, tuple[Range, ...]], ...]
    measures: tuple[Range, ...]
    goals: tuple[Range, ...]
    optional: tuple[Range, ...]
    terms: tuple[str, ...]
    terms_optional: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    figures_optional: tuple[tuple[str, str], ...]
    owners: tuple[str, ...]
    deadlines: tuple[str, ...]


def part_of(name: str) -> str:
    """Return the part that a file of ours belongs to: a third is put aside, for good, by its name alone."""
    return ASIDE if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0 else DEV


def load_all(corpus: Path) -> tuple[list[Labels], list[str]]:
    """Return the labels whose texts are there as they were labelled, and the names of the others."""
    found: list[Labels] = []
    missing: list[str] = []
    for file in sorted(OURS.glob("*.json")):
        labels = _load(file, part_of(file.stem), corpus)
        missing += [] if labels else [file.stem]
        found += [labels] if labels else []
    for file in sorted((corpus / "gold_analysis" / "dev").glob("*.json")):
        labels = _load(file, SHARED, corpus)
        found += [labels] if labels else []
    return found, missing


def _load(file: Path, part: str, corpus: Path) -> Labels | None:
    said = json.loads(file.read_text("utf-8"))
    path = corpus / said["path"]
    if not path.exists():
        return None
    data = path.read_bytes()
    if "sha256" in said and hashlib.sha256(data).hexdigest() != said["sha256"]:
        return None
    return _resolved(file.stem, part, path, said)


def _resolved(name: str, part: str, path: Path, said: dict[str, Any]) -> Labels:
    # Universal newlines and no BOM: what offsets count.
    text = path.read_text("utf-8-sig")
    words = {key: tuple(_words(one, text) for one in said[key]) for key in _WORDS}
    figures = {key: tuple(_figure(one, text) for one in said.get(key, ())) for key in _FIGURES}
    sections = tuple((one["start"], _ranges(one["accept"])) for one in said["sections"])
    ranges = {key: _ranges(said[key]) for key in ("thesis", "measures", "goals", "optional")}
    return Labels(name=name, part=part, path=path, text=text, sections=sections, **ranges, **words, **figures)


_WORDS = ("terms", "terms_optional", "owners", "deadlines")
_FIGURES = ("figures", "figures_optional")


def _ranges(spans: list[dict[str, Any]]) -> tuple[Range, ...]:
    return tuple((span["start"], span["end"]) for span in spans)


def _words(one: dict[str, Any] | str, text: str) -> str:
    """The words of a label: as they stand in the file, or at a place in the text."""
    if isinstance(one, str):
        return one
    return one["text"] if "text" in one else text[one["start"] : one["end"]]


def _figure(one: dict[str, Any], text: str) -> tuple[str, str]:
    if "value" in one:
        return one["value"], one.get("unit") or ""
    return text[one["start"] : one["value_end"]], text[one["value_end"] : one["end"]]
