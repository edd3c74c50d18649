"""A table of contents in front: its lines look like headings and are none."""

from __future__ import annotations

from collections.abc import Container, Sequence

from reportgen.outline.markers import match_marker
from reportgen.outline.paragraphs import Paragraph
from reportgen.text.patterns import lazy

FEWEST_ENTRIES = 3
"""Lines ending in a page number, one after another, that make a table of contents without its name."""
FEWEST_NAMED = 2
"""The name of a table of contents, and its first entry."""

_NAME = lazy(r"[#\s\u3000]*目[\s\u3000]*[录次][\s\u3000]*")
# Whatever leads to a number is tried from its own beginning only: a line may be of nothing but dots.
_PAGE = lazy(r"(?<![\s.．…·•⋯-])[\s.．…·•⋯-]*+[（(]?\d{1,3}[）)]?$")
_PAGED = lazy(r"\S.*(?:[.．…·⋯-]{2}|(?<!\s)\s++)[（(]?\d{1,3}[）)]?")
_STOP = lazy(r"[。；！？]")


def contents_length(text: str, rows: Sequence[Paragraph]) -> int:
    """Return how many paragraphs at the start are a table of contents; 0 without one."""
    if rows and _NAME.fullmatch(text, rows[0].start, rows[0].end):
        return _repeated(text, rows) or 1 + _paged(text, rows[1:])
    length = _paged(text, rows)
    return length if length >= FEWEST_ENTRIES else 0


def _repeated(text: str, rows: Sequence[Paragraph]) -> int:
    """How many rows stand before what is no entry, where the first entry comes again behind them."""
    if len(rows) <= 1:
        return 0
    entry = _plain(text, rows[1])
    places = (at for at in range(FEWEST_NAMED, len(rows)) if _plain(text, rows[at]) == entry)
    again = next(places, 0)
    stops = (at for at in range(1, again) if _STOP.search(text, rows[at].start, rows[at].end))
    end = next(stops, again)
    return _last_entry(text, rows[:end], {_plain(text, row) for row in rows[again:]}) if end > 1 else 0


def _last_entry(text: str, rows: Sequence[Paragraph], again: Container[str]) -> int:
    """How many rows are the table: a title, a speaker or a form of address may follow its last entry."""
    end = len(rows)
    while end > FEWEST_NAMED and not _is_entry(text, rows[end - 1], again):
        end -= 1
    return end


def _is_entry(text: str, row: Paragraph, again: Container[str]) -> bool:
    """Whether a row comes again, is numbered, or ends in a page number."""
    numbered = match_marker(text, row.text_start, row.end) is not None
    paged = _PAGED.fullmatch(text, row.start, row.end) is not None
    return numbered or paged or _plain(text, row) in again


def _paged(text: str, rows: Sequence[Paragraph]) -> int:
    ends = (at for at, row in enumerate(rows) if not _PAGED.fullmatch(text, row.start, row.end))
    return next(ends, len(rows))


def _plain(text: str, row: Paragraph) -> str:
    return "".join(_PAGE.sub("", text[row.text_start : row.end]).split())
