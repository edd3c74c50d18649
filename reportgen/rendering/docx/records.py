"""The shipped templates as they have been looked through, measured and made ready before.

A record is known by the digest of the whole template, so a template that somebody has changed has none and is
treated as anybody's. `tools/record_templates.py` writes the records; a test makes each of them anew.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.planning.handout import Face, Frame, Grid, Sheet
from reportgen.rendering.docx.form import Form
from reportgen.rendering.docx.program import Program, run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reportgen.rendering.docx.tags import Tags

FOLDER = Path(__file__).parent / "records"
_LARGEST = 100_000
"""Bytes of a template that may be one of ours, which have some fifteen thousand."""


@dataclass(frozen=True, slots=True)
class Record:
    """A template: what planning measures with, its form, and the programs that fill it."""

    sheet: Sheet
    form: Form
    programs: Mapping[str, Program]

    def filling(self, values: Mapping[str, Any]) -> Callable[[str], str]:
        """Return what fills the form with values."""
        return lambda key: run(self.programs[key], values)


def recorded(data: bytes, tags: Tags) -> Record | None:
    """Return the record of a template; None where it is none of ours.

    Args:
        data: the template.
        tags: its kind.
    """
    return _of_digest(digest(data), tags.called) if len(data) <= _LARGEST else None


def digest(data: bytes) -> str:
    """Return what the record of a template is named by."""
    return hashlib.sha256(data).hexdigest()


@lru_cache(maxsize=8)
def _of_digest(name: str, kind: str) -> Record | None:
    try:
        said = json.loads((FOLDER / f"{name}.json").read_bytes())
    except FileNotFoundError:
        return None
    return from_plain(said) if said["kind"] == kind else None


def from_plain(said: Mapping[str, Any]) -> Record:
    """Return a record from its plain data."""
    form = said["form"]
    parts = {name: text.encode() for name, text in form["parts"].items()}
    shell, heads, headers = form["shell"].encode(), tuple(form["heads"]), frozenset(form["headers"])
    return Record(
        _sheet(said["sheet"]),
        Form(**{**form, "parts": parts, "shell": shell, "heads": heads, "headers": headers}),
        said["programs"],
    )


def _sheet(said: Mapping[str, Any]) -> Sheet:
    faces = {name: Face(**face) for name, face in said["faces"].items()}
    tables = {name: Grid(**grid) for name, grid in said["tables"].items()}
    return Sheet(**{**said, "faces": faces, "tables": tables, "frame": Frame(**said["frame"])})
