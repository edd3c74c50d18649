"""From a path to what a speech says: the order of reading, parsing and understanding."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reportgen.readers import Filling, fill_masks, read, read_brief, require_buildable

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.analysis import Brief
    from reportgen.options import Options
    from reportgen.outline import Document
    from reportgen.readers import MaskFill

BRIEFS = frozenset({".yaml", ".yml"})
"""The suffixes of briefs that somebody has edited."""


def is_brief(path: Path) -> bool:
    """Whether a path names an edited brief, and no speech."""
    return path.suffix.lower() in BRIEFS


def outline(path: Path, fills: tuple[MaskFill, ...] = ()) -> Document:
    """Read and parse a speech.

    Raises:
        SourceError: the file cannot be read, or has too many headings.
        UsageError: a fill names a mask that is not there.
    """
    from reportgen.outline import parse, within_limits

    return within_limits(parse(fill_masks(read(path), fills)))


def brief(path: Path, fills: tuple[MaskFill, ...] = (), *, to_build: bool = False) -> Brief:
    """Read a speech and say what it says, or take an edited brief as it is.

    Args:
        path: the speech or the brief.
        fills: what masked names read.
        to_build: whether files will be made of it.

    Raises:
        SourceError: the file cannot be read, or is too long to be built.
        BriefError: an edited brief is broken.
        UsageError: a fill names a mask that is not there.
    """
    if is_brief(path):
        return _edited(path, fills, to_build=to_build)
    from reportgen.analysis import analyse

    document = outline(path, fills)
    if to_build:
        require_buildable(document.source.text, document.source.path)
    return analyse(document)


def _edited(path: Path, fills: tuple[MaskFill, ...], *, to_build: bool) -> Brief:
    from reportgen.analysis.notation import load

    fill = partial(Filling.of, fills=fills) if fills else None
    said = load(read_brief(path), str(path), fill)
    if to_build:
        require_buildable(said.document.source.text, str(path))
    return said


def printed_brief(path: Path, options: Options) -> Brief:
    """Return the brief as it is printed: what set phrases stand for is our word and needs to be asked for.

    Raises:
        ReportgenError: as `brief`.
    """
    said = brief(path, options.fills, to_build=True)
    if options.glossary:
        return said
    return replace(said, terms=tuple(replace(term, meaning=None, source=None) for term in said.terms))
