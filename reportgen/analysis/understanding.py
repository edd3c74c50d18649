"""From `Document` to `Brief`: the one place that knows the order of the analyses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.analysis import summary
from reportgen.analysis.abstract import abstract, message
from reportgen.analysis.brief import Brief, Goal, Measure, Part
from reportgen.analysis.clauses.table import Paragraphs, by_paragraph, table, under
from reportgen.analysis.figures import figures, series
from reportgen.analysis.measures import measures_and_goals
from reportgen.analysis.stated import under_heading
from reportgen.analysis.tasks import tasks
from reportgen.analysis.terms import terms
from reportgen.analysis.thesis import keys, thesis
from reportgen.outline import Document, Node


def understand(document: Document) -> Brief:
    """Say what a speech says, in its own words."""
    words = keys(document)
    main = thesis(document, words)
    clauses = by_paragraph(table(document))
    parts = tuple(_told(_part(node, clauses), words) for node in document.nodes)
    return Brief(
        document,
        main,
        summary.pillars(main),
        abstract(document, main, parts, words),
        parts,
        terms(document),
        figures(document),
        tasks(parts),
        series=series(document),
    )


def _told(part: Part, words: frozenset[str]) -> Part:
    """A part whose heading is a mere label, with what it says for its one line."""
    parts = tuple(_told(below, words) for below in part.parts)
    said = message(part, words) if summary.is_label(part.heading.text) else None
    return replace(part, parts=parts, summary=said or part.summary)


_MANY = 3
"""Measures that stand for a node however much else it says."""
_ENOUGH = 0.4
"""Share of a node's text that fewer measures must hold with their goals; else its own sentences are shown."""


def _stand_for(node: Node, measures: Sequence[Measure], goals: Sequence[Goal]) -> bool:
    said = sum(len(line.text) for line in [*(m.line for m in measures), *(g.line for g in goals)])
    return len(measures) >= _MANY or said >= _ENOUGH * sum(len(passage.text) for passage in node.body)


def _part(node: Node, clauses: Paragraphs) -> Part:
    below = tuple(_part(child, clauses) for child in node.children)
    # A heading that is no title says something to be done too.
    rows = under(clauses, [node.heading, *node.body])
    measures, goals = measures_and_goals(rows, node.body)
    lead = summary.lead_of(node) if below or not _stand_for(node, measures, goals) else ()
    measures = tuple(under_heading(measures, node.heading, node.body))
    return Part(node, summary.heading_line(node), summary.line_of(node), lead, measures, goals, below)
