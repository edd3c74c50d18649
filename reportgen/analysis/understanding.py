"""From `Document` to `Brief`: the one place that knows the order of the analyses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.analysis import summary
from reportgen.analysis.abstract import abstract, message
from reportgen.analysis.brief import Brief, Excerpt, Goal, Line, Measure, Part
from reportgen.analysis.figures import figures, series
from reportgen.analysis.measures import measures_and_goals
from reportgen.analysis.reading import Reading
from reportgen.analysis.stated import under_heading
from reportgen.analysis.statements import statements
from reportgen.analysis.tasks import task_of_whole, tasks
from reportgen.analysis.terms import terms
from reportgen.analysis.thesis import thesis
from reportgen.outline import Document, Node


def understand(document: Document) -> Brief:
    """Say what a speech says, in its own words."""
    reading = Reading.of(document)
    main = thesis(reading)
    parts = tuple(_told(reading, _part(reading, node)) for node in document.nodes)
    return Brief(
        document,
        main,
        summary.pillars(main),
        abstract(reading, main, parts),
        parts,
        terms(reading),
        figures(reading),
        (*tasks(parts), *task_of_whole(document, _asked_outside(reading))),
        series=series(reading),
        outside=tuple(reading.outside()),
        weights=reading.weighing,
    )


def _asked_outside(reading: Reading) -> tuple[Measure, ...]:
    """What a speech asks for outside of its sections."""
    passages = (*reading.document.preamble, *reading.document.closing)
    return measures_and_goals(reading.under(passages), passages)[0]


def _told(reading: Reading, part: Part) -> Part:
    """A part whose heading is a mere label, with what it says for its one line."""
    parts = tuple(_told(reading, below) for below in part.parts)
    said = message(reading, part) if summary.is_label(part.heading.text) else None
    return replace(part, parts=parts, summary=said or part.summary)


_MANY = 3
"""Measures that stand for a node however much else it says."""
_ENOUGH = 0.4
"""Share of a node's text that fewer measures must hold with their goals; else its own sentences are shown."""


def _stand_for(node: Node, measures: Sequence[Measure], goals: Sequence[Goal]) -> bool:
    said = sum(len(line.text) for line in [*(m.line for m in measures), *(g.line for g in goals)])
    return len(measures) >= _MANY or said >= _ENOUGH * sum(len(passage.text) for passage in node.body)


def _part(reading: Reading, node: Node) -> Part:
    below = tuple(_part(reading, child) for child in node.children)
    # A heading that is no title says something to be done too.
    rows = reading.under([node.heading, *node.body])
    measures, goals = measures_and_goals(rows, node.body)
    lead = summary.lead_of(reading, node) if below or not _stand_for(node, measures, goals) else ()
    measures = tuple(under_heading(measures, node.heading, node.body))
    return Part(
        node,
        summary.heading_line(node),
        summary.line_of(reading, node),
        lead,
        measures,
        goals,
        below,
        () if lead else _besides(reading, node, measures, goals),
    )


def _besides(
    reading: Reading, node: Node, measures: Sequence[Measure], goals: Sequence[Goal]
) -> tuple[Line, ...]:
    """What a node says that stands in none of its measures and goals."""
    lines = [*(one.line for one in measures), *(one.line for one in goals)]
    told = [span for line in lines if isinstance(line, Excerpt) for span in line.spans]
    return tuple(statements(reading.sentences(node.body), reading.weighing, told))
