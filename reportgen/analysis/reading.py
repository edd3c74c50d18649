"""A speech as it is read: every sentence cut once, every clause with its kind and its weight.

All that is said of a speech (thesis, abstract, measures, terms, figures) is chosen from one `Reading` of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Excerpt
from reportgen.analysis.clauses import excerpt
from reportgen.analysis.clauses.explain import why
from reportgen.analysis.clauses.table import Paragraphs, Seen, by_paragraph, table
from reportgen.analysis.prose import AROUND
from reportgen.analysis.weighing.weights import Weighed, weigh
from reportgen.analysis.weights import Weights
from reportgen.outline.rewording import Rewording, readable
from reportgen.source import Span

if TYPE_CHECKING:
    from reportgen.analysis.brief import Line
    from reportgen.analysis.clauses import Clause
    from reportgen.outline import Document
    from reportgen.source import Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """The clauses of a speech in the order of its text, and the sentences of each of its paragraphs."""

    document: Document
    clauses: tuple[Seen, ...]
    paragraphs: Paragraphs
    weights: Mapping[int, Weighed]
    """How heavy each clause is, by where it begins."""
    weighing: Weights
    """The same, for whatever is made of clauses."""

    @classmethod
    def of(cls, document: Document) -> Reading:
        """Read a speech."""
        clauses = table(document)
        starts = [one.start for one in clauses]
        weights = dict(zip(starts, weigh(document, clauses), strict=True))
        weighing = Weights(tuple(starts), tuple(weights[start].weight for start in starts))
        return cls(document, clauses, by_paragraph(clauses), weights, weighing)

    def under(self, passages: Sequence[Passage]) -> Iterator[tuple[Seen, ...]]:
        """Yield the sentences of some paragraphs, each as its clauses of the table."""
        for passage in passages:
            yield from self.paragraphs.get(passage.span.start, ())

    def sentences(self, passages: Sequence[Passage]) -> Iterator[tuple[Clause, ...]]:
        """Yield the sentences of some paragraphs, each as its clauses."""
        yield from (rows[0].sentence.clauses for rows in self.under(passages))

    def weight(self, line: Line) -> float:
        """Return how much a brief would lose without a line: the weights of its clauses by their length."""
        spans = line.spans if isinstance(line, Excerpt) else ()
        return sum(
            self.weights[span.start].weight * len(span) for span in spans if span.start in self.weights
        )

    def outside(self) -> Iterator[Line]:
        """Yield the sentences that stand before the sections and behind them, without courtesies."""
        passages = (*self.document.preamble, *self.document.closing)
        for rows in self.under(passages):
            if any(row.kind != "courtesy" for row in rows):
                yield excerpt([row.clause for row in rows])

    def prose(self) -> Iterator[tuple[Passage, tuple[Clause, ...]]]:
        """Yield the sentences of running text and headings, each with its paragraph."""
        for sentences in self.paragraphs.values():
            for rows in sentences:
                paragraph = rows[0].sentence.paragraph
                if paragraph.zone not in AROUND:
                    yield paragraph.passage, rows[0].sentence.clauses


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
    reading = Reading.of(
        document if read is document.source else Rewording(document.source, read).of(document)
    )
    return tuple(_judged(row, reading.weights[row.start].weight) for row in reading.clauses)


def _judged(row: Seen, weight: float) -> JudgedClause:
    is_asked = row.kind == "todo"
    who, when = (row.stated.owner, row.stated.deadline) if is_asked else (None, None)
    return JudgedClause(Span(row.start, row.end), row.kind, weight, _span(who), _span(when), why(row))


def _span(passage: Passage | None) -> Span | None:
    return passage.span if passage is not None else None
