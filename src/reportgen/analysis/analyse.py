"""From `Document` to `Brief`: the one place that knows the order of the analyses."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.analysis import summary
from reportgen.analysis.abstract import abstract
from reportgen.analysis.figures import figures, series
from reportgen.analysis.measures import is_past, measures_and_goals
from reportgen.analysis.model import Brief, Goal, Measure, Part
from reportgen.analysis.tasks import tasks
from reportgen.analysis.terms import terms
from reportgen.analysis.thesis import thesis
from reportgen.outline import Document, Node

_REPORTING = frozenset({"总结", "述职"})
"""Genres that tell what was done, unless a heading says otherwise."""


def analyse(document: Document) -> Brief:
    """Say what a speech says, in its own words."""
    main = thesis(document)
    parts = tuple(_part(node, past=document.genre in _REPORTING) for node in document.nodes)
    return Brief(
        document,
        main,
        summary.pillars(main),
        abstract(document, main, parts),
        parts,
        terms(document),
        figures(document),
        tasks(document, parts),
        series=series(document),
    )


_MANY = 3
"""Measures that stand for a node however much else it says."""
_ENOUGH = 0.4
"""Share of a node's text that fewer measures must hold with their goals; else its own sentences are shown."""


def _stand_for(node: Node, measures: Sequence[Measure], goals: Sequence[Goal]) -> bool:
    said = sum(len(line.text) for line in [*(m.line for m in measures), *(g.line for g in goals)])
    return len(measures) >= _MANY or said >= _ENOUGH * sum(len(passage.text) for passage in node.body)


def _part(node: Node, *, past: bool) -> Part:
    past = is_past(node.heading.text, otherwise=past)
    below = tuple(_part(child, past=past) for child in node.children)
    measures, goals = measures_and_goals(node.body, past=past)
    if not (measures or goals or below):
        # Where a heading says all, it is what is asked for.
        measures, goals = measures_and_goals([node.heading], past=past)
    return Part(
        node,
        summary.heading_line(node),
        summary.line_of(node),
        summary.lead_of(node) if below or not _stand_for(node, measures, goals) else (),
        measures,
        goals,
        below,
    )
