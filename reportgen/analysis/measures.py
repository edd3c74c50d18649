"""Measures and goals of some paragraphs: their clauses of the table in groups that are printed together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Goal, Kind, Measure
from reportgen.analysis.clauses import Clause, excerpt
from reportgen.analysis.joining import joined, length
from reportgen.analysis.sorting import goes_on, leads
from reportgen.analysis.stated import Stated, labelled, labels, measure_of
from reportgen.source import Passage, Span
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.analysis.clauses.table import Seen

_LONGEST = 88  # characters of a measure that still reads as one; beyond, a leading clause goes without
# Connectives that a line begins better without.
_CONNECTIVE = lazy(
    r"(?:同时|此外|另外|其中|首先|其次|再次|最后|一方面|另一方面|与此同时|总之|为此|因此|对此)$"
)
# 按照…规定, 围绕…: how it is done, and what is done reads without it; 把…, 对…的 is what it is done to.
_MANNER = lazy(
    r"^(?:要|应)?(?:按照|根据|依据|围绕|聚焦|针对|结合|依托|立足|着眼|通过|本着|适应|为了?|随着|当|在|从)"
)
_LITTLE = 4  # characters beside a day: 完成, 全部到位
_OTHER = ""
_PRINTED = ("todo", "done", "goal")


def measures_and_goals(
    sentences: Iterable[Sequence[Seen]], paragraphs: Sequence[Passage]
) -> tuple[tuple[Measure, ...], tuple[Goal, ...]]:
    """Return the measures and goals of some paragraphs, in order.

    Args:
        sentences: those of the paragraphs, each as its clauses of the table.
        paragraphs: the paragraphs, for the labels that stand in them (责任单位：县发改局).
    """
    measures: list[Measure] = []
    goals: list[Goal] = []
    marked = tuple(labels(paragraphs))
    inside = [one.span for one in marked if one.sentence is None]
    for rows in sentences:
        called = _linked(rows, [_OTHER if _is_inside(row, inside) else _called(row) for row in rows])
        stated = [row.stated for row in rows]
        for group in _groups([row.clause for row in rows], called, stated):
            kind = called[group[-1].index]
            if kind == "goal":
                goals.append(Goal(excerpt(group)))
            else:
                measures.append(measure_of(excerpt(group), group, Kind(kind), stated))
    return tuple(labelled(measures, marked)), tuple(goals)


def _is_inside(row: Seen, spans: Sequence[Span]) -> bool:
    return any(span.start <= row.start < span.end for span in spans)


def _called(row: Seen) -> str:
    """What a clause is printed as; an attitude only where it has the form of something to be done."""
    if row.stated.only:
        return _OTHER
    if row.kind == "stance" and row.is_formed:
        return row.kind
    return row.kind if row.kind in _PRINTED else _OTHER


def _linked(rows: Sequence[Seen], called: Sequence[str]) -> list[str]:
    """What each clause is printed as, with those that a measure does not read without (把…情况，纳入考核)."""
    out = list(called)
    for at in range(len(rows) - 2, -1, -1):
        clause = rows[at].clause
        free = out[at] == _OTHER and clause.mark in "，," and out[at + 1] not in (_OTHER, "goal")
        if free and leads(clause.text) and not _MANNER.match(clause.text):
            out[at] = out[at + 1]
    for at in range(1, len(rows)):
        # 精简审批环节，6月底前完成: what is to be completed by then stands before it.
        if out[at] == "todo" and _completes(rows[at]) and rows[at - 1].is_formed:
            out[at - 1] = "todo"
        before = out[at - 1]
        if before not in (_OTHER, "goal") and goes_on(rows[at - 1].clause, rows[at].clause):
            out[at] = before
    return out


def _completes(row: Seen) -> bool:
    """Whether a clause says by when what stands before it is to be done, and little else."""
    day = row.stated.deadline
    return day is not None and len(row.clause.text) - len(day.text) <= _LITTLE


def _groups(clauses: Sequence[Clause], called: Sequence[str], stated: Sequence[Stated]) -> list[list[Clause]]:
    """Clauses to print together: a leading clause stays with what it leads to, short neighbours join."""
    groups: list[list[Clause]] = []
    open_group = False
    for at, (clause, kind) in enumerate(zip(clauses, called, strict=True)):
        if kind == _OTHER:
            open_group = False
            continue
        is_measure = kind != "goal"
        on = at > 0 and bool(groups) and goes_on(clauses[at - 1], clause)
        if (open_group or on) and is_measure and kind == called[at - 1]:
            together = [*groups[-1], clause]
            groups[-1] = together if length(together) <= _LONGEST else [clause]
        else:
            groups.append([clause])
        open_group = is_measure and leads(clause.text)
    return list(map(_without_connective, joined(groups, called, stated)))


def _without_connective(group: list[Clause]) -> list[Clause]:
    return group[1:] if len(group) > 1 and _CONNECTIVE.match(group[0].text) else group
