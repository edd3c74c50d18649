"""Every clause of a speech with its kind and its weight: what is to be seen of how it was understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.analysis.clauses.explain import why
from reportgen.analysis.clauses.table import table
from reportgen.analysis.weighing.weights import weigh
from reportgen.outline.rewording import Rewording, readable
from reportgen.source import Span

if TYPE_CHECKING:
    from reportgen.outline import Document
    from reportgen.source import Passage


@dataclass(frozen=True, slots=True)
class JudgedClause:
    """A clause: where it stands, what kind it is and why, how much it weighs, who and when where it says so.

    `kind` is one of ``todo done goal finding stance courtesy heading``; a `weight` of 1 is that of the speech
    on the average, and a heading's is 0, because it is printed anyway.
    """

    span: Span
    kind: str
    weight: float
    owner: Span | None
    deadline: Span | None
    why: str


def judged(document: Document) -> tuple[JudgedClause, ...]:
    """Return the clauses of a speech in the order of its text, whatever characters it is written in."""
    read = readable(document.source)
    same = document if read is document.source else Rewording(document.source, read).of(document)
    return tuple(_judged(same))


def _judged(document: Document) -> Iterator[JudgedClause]:
    rows = table(document)
    for row, weight in zip(rows, weigh(document, rows), strict=True):
        stated = row.stated
        is_asked = row.kind == "todo"
        yield JudgedClause(
            Span(row.start, row.end),
            row.kind,
            weight,
            _span(stated.owner) if is_asked else None,
            _span(stated.deadline) if is_asked else None,
            why(row),
        )


def _span(passage: Passage | None) -> Span | None:
    return passage.span if passage is not None else None
