"""From `Document` to `Brief`: the one place that knows the order of the analyses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.analysis import cues, summary
from reportgen.analysis.abstract import abstract, message
from reportgen.analysis.brief import Brief, Goal, Measure, Part
from reportgen.analysis.clauses import sentences
from reportgen.analysis.figures import figures, series
from reportgen.analysis.heads import head
from reportgen.analysis.measures import is_past, measures_and_goals
from reportgen.analysis.stated import under_heading
from reportgen.analysis.tasks import tasks
from reportgen.analysis.terms import terms
from reportgen.analysis.thesis import TROUBLES, is_kind, keys, thesis
from reportgen.outline import Document, Node

_REPORTING = frozenset({"总结", "述职"})
"""Genres that tell what was done, unless a heading says otherwise."""


def understand(document: Document) -> Brief:
    """Say what a speech says, in its own words."""
    words = keys(document)
    main = thesis(document, words)
    past = document.genre in _REPORTING or _is_news(document)
    parts = tuple(_told(_part(document, node, past=past), words) for node in document.nodes)
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


def _is_news(document: Document) -> bool:
    """Whether a title tells who did something (青山县三举措推进河道整治): the text then reports."""
    title = document.title_text
    return _WHO.match(title) is not None and not is_kind(title)


def _told(part: Part, words: frozenset[str]) -> Part:
    """A part whose heading is a mere label, with what it says for its one line."""
    parts = tuple(_told(below, words) for below in part.parts)
    said = message(part, words) if summary.is_label(part.heading.text) else None
    return replace(part, parts=parts, summary=said or part.summary)


_WHO = re.compile(
    r"[\u4e00-\u9fff×*]{1,8}?[省市县区旗州局镇乡][^，]{0,12}?(?:[一二三四五六七八九十多]举措|聚焦|着力|扎实|全力|积极|以|推|打造|强化|创新)"
)
_GOES_ON = frozenset("，；,;")
"""Marks behind a heading whose sentence goes on."""
_TITLE = 20
"""Characters of a heading beyond which one that bids something is a sentence."""
_MANY = 3
"""Measures that stand for a node however much else it says."""
_ENOUGH = 0.4
"""Share of a node's text that fewer measures must hold with their goals; else its own sentences are shown."""


def _stand_for(node: Node, measures: Sequence[Measure], goals: Sequence[Goal]) -> bool:
    said = sum(len(line.text) for line in [*(m.line for m in measures), *(g.line for g in goals)])
    return len(measures) >= _MANY or said >= _ENOUGH * sum(len(passage.text) for passage in node.body)


def _part(document: Document, node: Node, *, past: bool, troubled: bool = False) -> Part:
    past = is_past(node.heading.text, otherwise=past)
    troubled = troubled or (
        TROUBLES.search(node.heading.text) is not None and head(node.heading.text) is None
    )
    below = tuple(_part(document, child, past=past, troubled=troubled) for child in node.children)
    measures, goals = measures_and_goals(node.body, past=past)
    if troubled:
        # What still has to be put up with is no measure.
        measures = tuple(one for one in measures if not cues.STILL.search(one.line.text))
    lead = summary.lead_of(node) if below or not _stand_for(node, measures, goals) else ()
    if not below and (_opens_sentence(document, node) or not (measures or goals)):
        # A heading that says all, or opens the first sentence, asks for something too.
        first, first_goals = measures_and_goals([node.heading], past=past)
        measures, goals = (*first, *measures), (*first_goals, *goals)
    measures = tuple(under_heading(measures, node.heading, node.body))
    return Part(node, summary.heading_line(node), summary.line_of(node), lead, measures, goals, below)


def _opens_sentence(document: Document, node: Node) -> bool:
    """Whether a heading is no title but a sentence, or the first clauses of one that goes on below it."""
    clauses, end = next(sentences([node.heading]), ()), node.heading.span.end
    if node.run_in and (len(clauses) > 1 or document.source.text[end : end + 1] in _GOES_ON):
        return True
    bids = any(found is not None and found.modal for found in (head(clause.text) for clause in clauses))
    return bids and len(node.heading.text) > _TITLE
