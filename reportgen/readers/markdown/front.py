"""What stands in front of a Markdown file between two ``---`` (YAML front matter)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.source import Line, Span
from reportgen.text.patterns import lazy

LONGEST = 60
"""Lines in which what stands in front of a file between two ``---`` must end."""

_FIELD = lazy(r"[A-Za-z_\u4e00-\u9fff][\w-]{0,20}[ \t]*:.*|[ \t]+\S.*|-[ \t].*|#.*|[ \t]*")
_TITLE = lazy(r"(?:title|标题)[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<words>\S[^\n]*?)(?P=quote)[ \t]*")
_AUTHOR = lazy(
    r"(?:author|speaker|作者|讲话人)[ \t]*:[ \t]*"
    r"(?P<quote>[\"']?)(?P<words>[^\s\"'\[{][^\n]{0,30}?)(?P=quote)[ \t]*"
)
_DAY = lazy(
    r"(?:date|日期|时间)[ \t]*:[ \t]*[\"']?"
    r"(?P<words>\d{4}(?:([-/.])\d{1,2}\2\d{1,2}|年\d{1,2}月\d{1,2}日))(?!\d)[^\n]*"
)
_HEAD_LINES = 8
"""Lines of the text in which its speaker may be named."""


def length(raws: Sequence[str]) -> int:
    """How many lines stand in front; 0 where none do."""
    if raws[0].rstrip() != "---":
        return 0
    for at in range(1, min(len(raws), LONGEST)):
        if raws[at].rstrip() in {"---", "..."}:
            return at + 1 if at > 1 else 0
        if not _FIELD.fullmatch(raws[at]):
            return 0
    return 0


def fields(lines: Sequence[Line], raws: Sequence[str], end: int, *, titled: bool) -> list[Line]:
    """The lines in front: of each field nothing is text but what a reader of the speech would miss.

    `titled` says that a heading of the text has its title.
    """
    return [_field(lines[at], raws, at, end, titled=titled) for at in range(end)]


def unread(lines: Sequence[Line], raws: Sequence[str]) -> int:
    """Count the fields of which nothing was read; the title goes without saying."""
    return sum(
        len(line.marks) == 1 and line.marks[0] == line.span
        for line, raw in zip(lines, raws, strict=True)
        if raw.strip().strip("-.") and not _TITLE.fullmatch(raw)
    )


def _field(line: Line, raws: Sequence[str], at: int, end: int, *, titled: bool) -> Line:
    found = _TITLE.fullmatch(raws[at])
    if found and not titled:
        return replace(_only(line, found), level=1)
    day = _DAY.fullmatch(raws[at])
    author = _AUTHOR.fullmatch(raws[at])
    # A name above a title would be taken for a part of it, and one that the text has goes without saying.
    below = any(_TITLE.fullmatch(raw) for raw in raws[:at]) and not titled
    head = [raw for raw in raws[end:] if raw.strip()][:_HEAD_LINES]
    if author and below and not any(author["words"] in raw for raw in head):
        return _only(line, author)
    return _only(line, day) if day else replace(line, marks=(line.span,) if len(line.span) else ())


def _only(line: Line, found: re.Match[str]) -> Line:
    """A line of which nothing is text but the words of a field."""
    start = line.span.start
    before = Span(start, start + found.start("words"))
    after = Span(start + found.end("words"), line.span.end)
    return replace(line, marks=tuple(mark for mark in (before, after) if len(mark)))
