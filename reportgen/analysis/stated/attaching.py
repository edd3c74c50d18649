"""Owner and deadline put on the measures that they govern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Excerpt, Kind, Measure
from reportgen.analysis.stated.labels import Label, labels, labels_of, stage
from reportgen.outline import reading_text

if TYPE_CHECKING:
    from reportgen.analysis.clauses import Clause
    from reportgen.analysis.stated.governing import Stated
    from reportgen.source import Passage


def measure_of(line: Excerpt, group: Sequence[Clause], kind: Kind, stated: Sequence[Stated]) -> Measure:
    """Return a measure made of some clauses, with who and when where it is to be done and they agree."""
    if kind is not Kind.TODO:
        return Measure(line, kind)
    return Measure(
        line,
        kind,
        _one([stated[clause.index].owner for clause in group]),
        _one([stated[clause.index].deadline for clause in group]),
    )


def agree(before: Sequence[Clause], after: Sequence[Clause], stated: Sequence[Stated]) -> bool:
    """Whether two neighbours can make one measure: the same owner, and no two deadlines."""
    said = [stated[clause.index] for clause in (*before, *after)]
    return len({one.owner for one in said}) == 1 and len(_distinct([one.deadline for one in said])) <= 1


def _distinct(found: Sequence[Passage | None]) -> list[Passage]:
    return list(dict.fromkeys(passage for passage in found if passage is not None))


def _one(found: Sequence[Passage | None]) -> Excerpt | None:
    said = _distinct(found)
    return _line(said[0]) if len(said) == 1 else None


def _line(passage: Passage) -> Excerpt:
    return Excerpt((passage,), reading_text(passage))


def under_heading(
    measures: Sequence[Measure], heading: Passage, body: Sequence[Passage]
) -> Iterator[Measure]:
    """Yield the measures of a part with what labels and heading say of them.

    Labels below a heading speak of what the heading asks for, those in it of what stands below; the time of
    a stage dates what has none.
    """
    inside = [label for label in labels([heading]) if label.sentence is not None]
    owner = next((label.words for label in inside if label.kind == "owner"), None)
    deadline = next((label.words for label in inside if label.kind == "deadline"), None) or stage(heading)
    for one in labelled(measures, tuple(labels([heading, *body]))):
        yield _filled(one, owner, deadline)


def labelled(measures: Sequence[Measure], marked: Sequence[Label]) -> Iterator[Measure]:
    """Yield the measures of a node with what its labels state; a measure's own words go first."""
    starts = [one.line.start if isinstance(one.line, Excerpt) else -1 for one in measures]
    owners, deadlines = (labels_of(starts, marked, kind) for kind in ("owner", "deadline"))
    for measure, owner, deadline in zip(measures, owners, deadlines, strict=True):
        yield _filled(measure, owner.words if owner else None, deadline.words if deadline else None)


def _filled(measure: Measure, owner: Passage | None, deadline: Passage | None) -> Measure:
    """A measure with who and when where it is to be done and does not say so itself."""
    if measure.kind is not Kind.TODO:
        return measure
    return replace(
        measure,
        owner=measure.owner or (_line(owner) if owner else None),
        deadline=measure.deadline or (_line(deadline) if deadline else None),
    )
