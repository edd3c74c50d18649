"""Titles that break by sense. Nothing else is broken: people edit and search it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.breaks import break_heading
from reportgen.planning.lines import text_width

if TYPE_CHECKING:
    from reportgen.planning.handout.sheet import Sheet

_TITLE_SPARE = 1.5  # em; a title line of 18 or 19 characters, as the full 20 look stuffed (reference §1.6)
_LONG_TITLE_SPARE = 0.5  # em; the same of the 24 of a smaller title
_TITLE_LINES = 3


def title_lines(lines: tuple[str, ...], sheet: Sheet) -> tuple[str, ...]:
    """Return a title in lines by sense, three at most as long as three can hold it.

    The speech's own lines are kept where they fit; else the whole is broken anew.
    """
    room, words = sheet.line("Title") - _TITLE_SPARE, sheet.vocabulary
    own = tuple(line.strip() for line in lines if line.strip())
    if 1 < len(own) <= _TITLE_LINES and all(text_width(line) <= room for line in own):
        return own
    whole = "".join(own)
    broken = break_heading(whole, room, words, _TITLE_LINES)
    if len(broken) > _TITLE_LINES:
        return break_heading(whole, sheet.line("TitleLong") - _LONG_TITLE_SPARE, words, _TITLE_LINES)
    return broken


def is_long_title(lines: tuple[str, ...], sheet: Sheet) -> bool:
    """Whether the title needs the smaller title style."""
    room = sheet.line("Title") - _TITLE_SPARE
    return len(lines) > _TITLE_LINES or any(text_width(line) > room for line in lines)
