"""Measures and goals of a node, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache

from reportgen.analysis import cues
from reportgen.analysis.clauses import Clause, excerpt, sentences
from reportgen.analysis.model import Goal, Kind, Measure
from reportgen.source import Passage

_LEADING = re.compile(r"^[“‘（《\s]+")
_LONGEST = 44  # characters of a measure that still reads at a glance; a longer group is parted
_DEPENDENT = re.compile(
    r"^(?:通过|按照|根据|围绕|聚焦|针对|结合|依托|立足|着眼|以[^，]{2,30}为|本着|对于?|在[^，]{2,40}(?:中|上|下|时|方面|基础上|过程中)|为了?|从[^，]+(?:出发|入手)|随着|当)"
)


class Sort(Enum):
    """What a clause is."""

    MEASURE = auto()
    GOAL = auto()
    OTHER = auto()


# Whoever is called upon may stand before the verb: 各级各部门要…, 我们….
_SUBJECT = (
    r"(?:我们|各级|各地|各部门|各级各部门|各级党委政府|全市|全县|全省|全区"
    r"|有关部门|相关部门|政府|我市|我县|我省|我区)"
)


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    manner, verbs = cues.alternatives("manner"), cues.alternatives("verbs")
    return re.compile(
        rf"^(?:{_SUBJECT}[^，]{{0,12}}?)?(?:(?:{manner})+地?)*(?:要|必须|应|应当|将)?(?:(?:{manner})+地?)*(?:{verbs})"
    )


def sort_clauses(clauses: Sequence[Clause]) -> tuple[Sort, ...]:
    """Say of every clause of a sentence what it is."""
    sorts: list[Sort] = []
    for clause in clauses:
        sorts.append(_sort(clause, measured=Sort.MEASURE in sorts))
    return tuple(_linked(clauses, sorts))


def _sort(clause: Clause, *, measured: bool) -> Sort:
    text = _LEADING.sub("", clause.text)
    if cues.opening("goal").match(text) or (clause.index and cues.BY.match(text)):
        return Sort.GOAL
    if measured and clause.last and cues.opening("effect").match(text):
        return Sort.GOAL
    if _opening().match(text) and len(text) >= 4 and not cues.FINDING.search(text):  # noqa: PLR2004
        return Sort.MEASURE
    return Sort.OTHER


def _linked(clauses: Sequence[Clause], sorts: Sequence[Sort]) -> list[Sort]:
    """A clause that only leads on to the next (围绕…, 通过…) goes with it."""
    out = list(sorts)
    for i in range(len(out) - 2, -1, -1):
        leads = _DEPENDENT.match(clauses[i].text) and clauses[i].mark in "，,"
        if leads and not clauses[i].text.startswith("以") and out[i + 1] is Sort.MEASURE:
            out[i] = Sort.MEASURE
        elif leads and out[i] is Sort.MEASURE and out[i + 1] is Sort.OTHER:
            out[i] = Sort.OTHER
    return out


def measures_and_goals(paragraphs: Sequence[Passage]) -> tuple[tuple[Measure, ...], tuple[Goal, ...]]:
    """Return the measures and goals of some paragraphs, in order."""
    measures: list[Measure] = []
    goals: list[Goal] = []
    for clauses in sentences(paragraphs):
        sorts = sort_clauses(clauses)
        past = cues.DONE.search("".join(c.text for c in clauses)) is not None
        for group in _groups(clauses, sorts):
            if sorts[group[0].index] is Sort.GOAL:
                goals.append(Goal(excerpt(group)))
            else:
                measures.append(Measure(excerpt(group), Kind.DONE if past else Kind.TODO))
    return tuple(measures), tuple(goals)


def _groups(clauses: Sequence[Clause], sorts: Sequence[Sort]) -> list[list[Clause]]:
    """Clauses to print together: one each, but a leading clause stays with what it leads to."""
    groups: list[list[Clause]] = []
    open_group = False
    for clause, sort in zip(clauses, sorts, strict=True):
        if sort is Sort.OTHER:
            open_group = False
            continue
        joins = (
            open_group
            and sort is Sort.MEASURE
            and sum(len(c.text) for c in groups[-1]) + len(clause.text) <= _LONGEST * 2
        )
        if joins:
            groups[-1].append(clause)
        else:
            groups.append([clause])
        open_group = sort is Sort.MEASURE and bool(_DEPENDENT.match(clause.text))
    return groups
