"""From `Document` to `Brief`: the one place that knows the order of the analyses."""

from __future__ import annotations

from reportgen.analysis import summary
from reportgen.analysis.figures import figures, series
from reportgen.analysis.measures import measures_and_goals
from reportgen.analysis.model import Brief, Part
from reportgen.analysis.tasks import tasks
from reportgen.analysis.terms import terms
from reportgen.outline import Document, Node


def analyse(document: Document) -> Brief:
    """Say what a speech says, in its own words."""
    main = summary.thesis(document)
    parts = tuple(_part(node) for node in document.nodes)
    return Brief(
        document,
        main,
        summary.pillars(main),
        summary.abstract(document, main),
        parts,
        terms(document),
        figures(document),
        tasks(document, parts),
        series=series(document),
    )


def _part(node: Node) -> Part:
    below = tuple(_part(child) for child in node.children)
    measures, goals = ((), ()) if below else measures_and_goals(node.body)
    return Part(
        node,
        summary.heading_line(node),
        summary.line_of(node),
        summary.lead_of(node) if below or not measures else (),
        measures,
        goals,
        below,
    )
