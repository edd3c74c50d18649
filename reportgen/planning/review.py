"""`Review`: the speech line by line, with remarks on ranges of its lines, before any file is opened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from reportgen.planning.facts import Facts, Imprint
from reportgen.source import Span

if TYPE_CHECKING:
    from reportgen.analysis.proofreading import Finding
    from reportgen.outline import Document

_NAMES = {"error": "错误", "warning": "注意", "info": "说明"}
_BLANKS = " \t\u3000\xa0"
DEEPEST = 4
"""Levels of headings that GB/T 9704 has types for."""


class LineStyle(StrEnum):
    """What a line is to its reader; the renderer has a style for each."""

    TITLE = "title"
    NOTE = "note"
    SALUTATION = "salutation"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on a range of one line, as offsets into it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One line of the speech without its indent."""

    look: LineStyle
    text: str
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """The speech to be commented; `title` goes into the properties of the file."""

    title: str
    rows: tuple[ReviewLine, ...] = field(default=())


def plan_review(document: Document, findings: Iterable[Finding]) -> Review:
    """Return every line of the speech that has words, each finding at the line where it begins."""
    source = document.source
    looks = dict(_looks(document))
    spans = [span for line in source.lines if line.paragraph and (span := _bare(source.written, line.span))]
    starts = [span.start for span in spans]
    found: dict[int, list[Finding]] = {}
    for finding in findings:
        found.setdefault(max(bisect_right(starts, finding.span.start) - 1, 0), []).append(finding)
    rows = (
        ReviewLine(
            looks.get(source.line_at(span.start).span.start, LineStyle.TEXT),
            source.written[span.start : span.end],
            tuple(_comment(one, span) for one in found.get(at, ())),
        )
        for at, span in enumerate(spans)
    )
    return Review(Imprint.of(document, Facts()).title, tuple(rows))


def comment_text(finding: Finding) -> str:
    """Return what a finding says, for people: how grave, what, what to do."""
    hint = f"。建议：{finding.suggestion}" if finding.suggestion else ""
    return f"【{_NAMES[finding.severity]}】{finding.message}{hint}"


def _comment(finding: Finding, line: Span) -> Comment:
    start = min(max(finding.span.start - line.start, 0), max(len(line) - 1, 0))
    end = min(max(finding.span.end - line.start, start + 1), len(line))
    return Comment(start, end, comment_text(finding))


def _bare(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _BLANKS:
        start += 1
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return Span(start, end)


def _looks(document: Document) -> Iterator[tuple[int, LineStyle]]:
    """Yield the start of each line that is not plain text, and what it is."""

    def line(offset: int) -> int:
        return document.source.line_at(offset).span.start

    for node in document.walk():
        if not node.run_in and node.level <= DEEPEST:
            yield line(node.heading.span.start), LineStyle(f"heading-{node.level}")
    for piece in (document.subtitle, document.byline, document.date, *document.letterhead):
        if piece:
            yield line(piece.span.start), LineStyle.NOTE
    for block in document.apart:
        yield from ((line(piece.span.start), LineStyle.NOTE) for piece in block.passages)
    if document.salutation and document.source.text.count("\n", 0, document.salutation.span.start):
        yield line(document.salutation.span.start), LineStyle.SALUTATION
    for piece in document.title:
        yield line(piece.span.start), LineStyle.TITLE
