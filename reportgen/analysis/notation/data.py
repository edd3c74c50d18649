"""The brief as plain data, for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportgen.analysis.brief import Brief, Excerpt, Figure, Goal, Line, Measure, Part, Series, Task, Term
from reportgen.analysis.notation.keys import AROUND, STATED
from reportgen.analysis.reading import JudgedClause, judged
from reportgen.analysis.rewording import asked_around
from reportgen.analysis.stated import due
from reportgen.outline import Node, reading_text
from reportgen.source import MARK, Passage


def to_json(brief: Brief) -> dict[str, Any]:
    """Return a brief as plain data.

    Offsets are code points of the decoded text. A line is ``{"text", "spans"}``, a span ``{"start", "end"}``;
    an excerpt of passages that do not stand side by side has several, an editor's line none.
    """
    parts = list(brief.walk())
    document = brief.document
    # What is asked for before the first section and behind the last is printed nowhere of its own, but said.
    (first, first_goals), (last, last_goals) = asked_around(document)
    measures = (*first, *(measure for part in parts for measure in part.measures), *last)
    goals = (*first_goals, *(goal for part in parts for goal in part.goals), *last_goals)
    return {
        "source": document.source.path,
        "thesis": _line(brief.thesis),
        "abstract": [_line(line) for line in brief.abstract],
        "outside": [_line(line) for line in brief.outside],
        "wanted": [_line(line) for line in brief.wanted],
        "sections": [_part(part, brief) for part in brief.parts],
        "measures": _measures(measures, brief),
        "goals": [_goal(goal) for goal in goals],
        "terms": [_term(term) for term in brief.terms],
        "figures": [_figure(figure) for figure in brief.figures],
        "series": [_series(one) for one in brief.series],
        "tasks": [_task(task, brief) for task in brief.tasks],
        "clauses": [_clause(one, brief) for one in judged(document)],
    }


def _clause(one: JudgedClause, brief: Brief) -> dict[str, Any]:
    text = brief.document.source.text
    words = {
        name: text[span.start : span.end].replace(MARK, "") if span is not None else None
        for name, span in (("owner", one.owner), ("deadline", one.deadline))
    }
    return {
        "start": one.span.start,
        "end": one.span.end,
        "kind": one.kind,
        "weight": one.weight,
        **words,
        "why": one.why,
    }


def _line(line: Line | None) -> dict[str, Any] | None:
    return None if line is None else {"text": line.text, "spans": _spans(line)}


def _spans(line: Line) -> list[dict[str, int]]:
    spans = line.spans if isinstance(line, Excerpt) else ()
    return [{"start": span.start, "end": span.end} for span in spans]


def _placed(line: Line) -> dict[str, Any]:
    start, end = (line.start, line.end) if isinstance(line, Excerpt) else (None, None)
    return {"text": line.text, "start": start, "end": end, "spans": _spans(line)}


def _start(node: Node, brief: Brief) -> int | None:
    """Where a part of the speech begins; None for one that an editor added."""
    return node.span.start if node.span.start < len(brief.document.source.text) else None


def _part(part: Part, brief: Brief) -> dict[str, Any]:
    return {
        "start": _start(part.node, brief),
        "heading": part.heading.text,
        "summary": _line(part.summary),
        "statements": [_line(line) for line in part.statements],
        "points": [_part(below, brief) for below in part.parts],
    }


def _measures(measures: Iterable[Measure], brief: Brief) -> list[dict[str, Any]]:
    return [
        {**_placed(measure.line), "kind": measure.kind.value, **_stated(measure, brief)}
        for measure in measures
    ]


def _stated(measure: Measure, brief: Brief) -> dict[str, Any]:
    """Who and by when, and the day that is meant where it is certain."""
    day = due(measure.deadline.text, brief.document) if measure.deadline is not None else None
    return {
        **{name: _line(getattr(measure, name)) for name in STATED},
        "due": day.isoformat() if day is not None else None,
    }


def _goal(goal: Goal) -> dict[str, Any]:
    return _placed(goal.line)


def _term(term: Term) -> dict[str, Any]:
    span = term.text.span
    return {
        "text": reading_text(term.text),
        "start": span.start,
        "end": span.end,
        "context": _line(term.context),
        "meaning": term.meaning,
        "source": term.source,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    unit = figure.unit.text if figure.unit else None
    return {
        "text": figure.text,
        "value": figure.value.text,
        "unit": unit,
        "start": figure.value.span.start,
        "end": figure.end,
        **{name: _words(getattr(figure, name)) for name in AROUND},
        "role": figure.role.value,
        "big": figure.is_big,
    }


def _words(passage: Passage | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {"text": reading_text(passage), "start": passage.span.start, "end": passage.span.end}


def _series(series: Series) -> dict[str, Any]:
    return {
        "title": _words(series.title),
        "unit": _words(series.unit),
        "points": [{"label": _words(one.label), "value": _words(one.value)} for one in series.points],
        "context": _line(series.context),
    }


def _task(task: Task, brief: Brief) -> dict[str, Any]:
    return {
        "start": _start(task.node, brief),
        "headline": task.headline.text,
        "measures": _measures(task.measures, brief),
    }
