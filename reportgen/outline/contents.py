"""A table of contents in front: its lines look like headings and are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.outline.paragraphs import Paragraph

FEWEST_ENTRIES = 3
"""Lines ending in a page number, one after another, that make a table of contents without its name."""

_NAME = re.compile(r"[#\s\u3000]*目[\s\u3000]*[录次][\s\u3000]*")
_PAGE = re.compile(r"[\s\u3000.．…·•⋯-]*[（(]?\d{1,3}[）)]?$")
_PAGED = re.compile(r"\S.*?(?:[.．…·⋯-]{2,}|[\s\u3000]+)[（(]?\d{1,3}[）)]?")
_STOP = re.compile(r"[。；！？]")


def contents_length(text: str, rows: Sequence[Paragraph]) -> int:
    """Return how many paragraphs at the start are a table of contents; 0 without one."""
    if rows and _NAME.fullmatch(text, rows[0].start, rows[0].end):
        return _repeated(text, rows) or 1 + _paged(text, rows[1:])
    length = _paged(text, rows)
    return length if length >= FEWEST_ENTRIES else 0


def _repeated(text: str, rows: Sequence[Paragraph]) -> int:
    """Where the first entry comes again, with nothing but entries in between."""
    if len(rows) <= 1:
        return 0
    entry = _plain(text, rows[1])
    for at in range(2, len(rows)):
        if _plain(text, rows[at]) == entry:
            return at
        if _STOP.search(text, rows[at].start, rows[at].end):
            return 0
    return 0


def _paged(text: str, rows: Sequence[Paragraph]) -> int:
    ends = (at for at, row in enumerate(rows) if not _PAGED.fullmatch(text, row.start, row.end))
    return next(ends, len(rows))


def _plain(text: str, row: Paragraph) -> str:
    return "".join(_PAGE.sub("", text[row.text_start : row.end]).split())
