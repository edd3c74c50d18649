"""Markdown: heading levels, bold ranges, rows of tables, and what is a mark and no word.

The text keeps its length, so offsets point into the file: `Source.text` has `MARK` where a mark is.
The grammar is markdown-it-py's (CommonMark 0.31), loaded when a file needs it; `blocks` and `inlines` say
where Chinese speeches part from it. In speeches ``**`` is as often a masked name (design §3) as a mark of
bold, so text counts as Markdown only where its headings say so.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reportgen.source import Line
from reportgen.text.patterns import lazy

SUFFIXES = (".md", ".markdown")

_HEADING = lazy(r" {0,3}#{1,6}[ \t\u3000]+\S")
_BOLD_LINE = lazy(r"^[^\S\n]*\*\*[^*\n]+\*\*[：:。]?[^\S\n]*$", re.MULTILINE)


class Reading(NamedTuple):
    """A text, its lines, and what it holds besides, counted: ``1 条脚注``."""

    text: str
    lines: tuple[Line, ...]
    left_out: tuple[str, ...]


def looks_like(text: str) -> bool:
    """True where the text has ATX headings or whole lines in bold."""
    return any(_HEADING.match(line) for line in text.split("\n")) or bool(_BOLD_LINE.search(text))


def read(text: str) -> Reading:
    """Read a text as Markdown; what comes back has the same length."""
    from reportgen.readers.markdown.reading import read as read_whole

    return read_whole(text)


def lines(text: str) -> tuple[Line, ...]:
    """Cut Markdown into lines with `level` from ``#``, `strong` and `marks`, and `row` for tables."""
    return read(text).lines
