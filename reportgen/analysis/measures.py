"""Measures and goals of a node: its clauses in groups that are printed together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.analysis import cues
from reportgen.analysis.brief import Goal, Kind, Measure
from reportgen.analysis.clauses import Clause, excerpt, sentences
from reportgen.analysis.heads import head
from reportgen.analysis.joining import Sort, joined, length
from reportgen.analysis.sorting import goes_on, leads, sort_clauses
from reportgen.analysis.stated import Stated, between_labels, govern, labelled, labels, measure_of, torn_edges
from reportgen.source import Passage

_LONGEST = 88  # characters of a measure that still reads as one; beyond, a leading clause goes without
_DUTY = re.compile(
    r"^[^，]{0,8}?(?:(?<![主只需重想必])要(?![求素点闻])|应当?(?![对急用])|必须|务必|需要|建议|拟)"
)
_DESCRIBED = re.compile(r"已[^，的]{2,14}的(?=[\u4e00-\u9fff])")
# Connectives that a line begins better without.
_CONNECTIVE = re.compile(
    r"(?:同时|此外|另外|其中|首先|其次|再次|最后|一方面|另一方面|与此同时|总之|为此|因此|对此)$"
)


def is_past(heading: str, *, otherwise: bool) -> bool:
    """Whether a part tells what was done: by its heading, else as the part above it does."""
    if cues.AHEAD.search(heading) and head(heading) is None:
        return False
    # 彰显工作成效 asks for something: a heading that comes to a verb is no account.
    return otherwise or (cues.BEHIND.search(heading) is not None and head(heading) is None)


def measures_and_goals(
    paragraphs: Sequence[Passage], *, past: bool = False
) -> tuple[tuple[Measure, ...], tuple[Goal, ...]]:
    """Return the measures and goals of some paragraphs, in order; `past` where all of them are a report."""
    measures: list[Measure] = []
    goals: list[Goal] = []
    marked = tuple(labels(paragraphs))
    edges = torn_edges(paragraphs)
    for clauses in sentences(tuple(between_labels(paragraphs, marked))):
        stated = govern(clauses, edges)
        sorts = sort_clauses(clauses, stated)
        # An account that comes to what is to be done this year is an account no longer.
        past = past and not any(cues.FROM_NOW_ON.search(clause.text) for clause in clauses)
        done = past or reports(clauses, stated)
        bidden = _first_duty(clauses) if done else len(clauses)
        for group in _groups(clauses, sorts, stated):
            if sorts[group[0].index] is Sort.GOAL:
                goals.append(Goal(excerpt(group)))
            else:
                kind = _kind(group, bidden, past=past, done=done)
                measures.append(measure_of(excerpt(group), group, kind, stated))
    return tuple(labelled(measures, marked)), tuple(goals)


def _kind(group: Sequence[Clause], bidden: int, *, past: bool, done: bool) -> Kind:
    """What a measure is; what an account of the past says must be done is a lesson, and no task.

    Args:
        group: its clauses.
        bidden: the first clause of its sentence with a word of duty.
        past: whether the account is of the past.
        done: whether the sentence says that something was done.
    """
    if cues.HOLDS.match(group[0].text):
        return Kind.STANCE
    if not done:
        return Kind.TODO
    if bidden > group[-1].index or any(cues.DONE.search(clause.text) for clause in group):
        return Kind.DONE
    return Kind.STANCE if past else Kind.TODO


def reports(clauses: Sequence[Clause], stated: Sequence[Stated]) -> bool:
    """Whether a sentence says that something was done; what still has time was not."""
    # 对已经脱贫的地方: what some words only describe was done, not what the sentence says.
    text = _DESCRIBED.sub("", "，".join(clause.text for clause in clauses))
    ahead = cues.YET_TO_BE.search(text) is not None or any(one.deadline for one in stated)
    reached = cues.REACHED.search(text) is not None and not ahead
    return reached or cues.DONE.search(text) is not None


def _first_duty(clauses: Sequence[Clause]) -> int:
    """The first clause of a sentence with a word of duty, behind which all is bidden that says not: done."""
    duties = (clause.index for clause in clauses if _DUTY.search(clause.text) is not None)
    return next(duties, len(clauses))


def _groups(clauses: Sequence[Clause], sorts: Sequence[Sort], stated: Sequence[Stated]) -> list[list[Clause]]:
    """Clauses to print together: a leading clause stays with what it leads to, short neighbours join."""
    groups: list[list[Clause]] = []
    open_group = False
    for clause, sort in zip(clauses, sorts, strict=True):
        if sort is Sort.OTHER:
            open_group = False
            continue
        on = clause.index > 0 and bool(groups) and goes_on(groups[-1][-1], clause)
        if (open_group or on) and sort is Sort.MEASURE:
            together = [*groups[-1], clause]
            groups[-1] = together if length(together) <= _LONGEST else [clause]
        else:
            groups.append([clause])
        open_group = sort is Sort.MEASURE and leads(clause.text)
    return [_without_connective(group) for group in joined(groups, sorts, stated)]


def _without_connective(group: list[Clause]) -> list[Clause]:
    return group[1:] if len(group) > 1 and _CONNECTIVE.match(group[0].text) else group
