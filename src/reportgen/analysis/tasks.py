"""Rows of the checklist: a point with its measures."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.analysis.model import Excerpt, Kind, Line, Part, Task, lies_within
from reportgen.numerals import han_number
from reportgen.outline import Document
from reportgen.source import Span


def tasks(document: Document, parts: tuple[Part, ...]) -> tuple[Task, ...]:
    """Return a task for every part that has measures of its own."""
    return tuple(_tasks(document, parts, ""))


def _tasks(document: Document, parts: tuple[Part, ...], where: str) -> Iterator[Task]:
    for number, part in enumerate(parts, 1):
        place = (
            f"第{han_number(number)}部分"
            if not where
            else f"{where}{_dot(part, where)}{part.marker or f'第{number}点'}"
        )
        if not part.parts and any(m.kind is Kind.TODO for m in part.measures):
            yield _task(document, part, place)
        yield from _tasks(document, part.parts, place)


def _dot(part: Part, where: str) -> str:
    return "" if part.marker[:1] in "（(" or not where else "·"


def _task(document: Document, part: Part, where: str) -> Task:
    start = part.node.span.start
    asked = tuple(m for m in part.measures if m.kind is Kind.TODO)
    return Task(
        part.node,
        part.name,
        tuple(m for m in asked if m.owner or m.deadline or not _said_by(part.name, m.line)) or asked,
        part.goals,
        where,
        document.source.place(start).paragraph,
    )


def _said_by(headline: Line, line: Line) -> bool:
    """Whether the headline of a row says a measure already."""
    return isinstance(headline, Excerpt) and lies_within(line, Span(headline.start, headline.end))
