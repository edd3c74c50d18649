"""Rows of the checklist: a point with its measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.analysis.brief import Excerpt, Kind, Line, Measure, Part, Task, lies_within
from reportgen.analysis.clauses import whole
from reportgen.outline import Document, Node
from reportgen.source import Span
from reportgen.text.numerals import han_number


def tasks(parts: tuple[Part, ...]) -> tuple[Task, ...]:
    """Return a task for every part that has measures of its own; a section leads to its points mostly."""
    return tuple(_tasks(parts, ""))


def task_of_whole(document: Document, measures: Sequence[Measure]) -> Iterator[Task]:
    """Yield the one task of a speech without sections, where it asks for anything, under its title.

    Its node has no words of the speech, as that of a task which an editor adds. It has no goals: one said
    somewhere in a whole speech is not what each of its measures is for.
    """
    asked = tuple(one for one in measures if one.kind is Kind.TODO)
    if document.nodes or not asked:
        return
    end = len(document.source.text)
    node = Node(1, None, document.source.passage(end, end), Span(end, end))
    headline = whole(document.title[0]) if document.title else asked[0].line
    yield Task(node, headline, asked, (), WHOLE)


WHOLE = "全文"
"""Where a task stands that is asked for in a speech without sections."""


def _tasks(parts: tuple[Part, ...], where: str) -> Iterator[Task]:
    for number, part in enumerate(parts, 1):
        place = (
            f"第{han_number(number)}部分"
            if not where
            else f"{where}{_dot(part, where)}{part.marker or f'第{number}点'}"
        )
        asked = _asked(part)
        if asked:
            yield _task(part, asked, place)
        yield from _tasks(part.parts, place)


def _dot(part: Part, where: str) -> str:
    return "" if part.marker[:1] in "（(" or not where else "·"


def _asked(part: Part) -> tuple[Measure, ...]:
    """What a part asks for itself; before its points only what has somebody to do it or a day."""
    asked = tuple(m for m in part.measures if m.kind is Kind.TODO)
    return tuple(m for m in asked if m.owner or m.deadline) if part.parts else asked


def _task(part: Part, asked: tuple[Measure, ...], where: str) -> Task:
    return Task(
        part.node,
        part.name,
        tuple(m for m in asked if m.owner or m.deadline or not _said_by(part.name, m.line)) or asked,
        () if part.parts else part.goals,
        where,
    )


def _said_by(headline: Line, line: Line) -> bool:
    """Whether the headline of a row says a measure already."""
    return isinstance(headline, Excerpt) and lies_within(line, Span(headline.start, headline.end))
