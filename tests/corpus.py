"""The speeches of real life, which are not part of the project: where they lie, if they are here."""

import os
from pathlib import Path

CORPUS = Path(os.environ.get("REPORTGEN_CORPUS", Path(__file__).parents[2] / "shared" / "corpus"))


def texts():
    """The paths of all speeches that are plain text or Markdown, in order."""
    folder = CORPUS / "texts"
    return sorted([*folder.glob("*.txt"), *folder.glob("*.md")])


LONG, ONE_OF = 40_000, 6
"""Bytes of a long report, and of how many one is tried where each takes seconds: they are of one kind."""


def some(paths):
    """All of these paths but most of the long reports."""
    long = [path for path in paths if path.suffix == ".txt" and path.stat().st_size > LONG]
    left_out = {path for at, path in enumerate(long) if at % ONE_OF}
    return [path for path in paths if path not in left_out]
