"""What of a speech is told: lines by weight, until a share of the speech is carried.

Readers want 0.70 of what matters on half of the length, so lines are taken by weight per character, whole, as
long as the budget lasts (the greedy solution of the knapsack; the last line decides too little for a better).
A section that would be left with nothing keeps its weightiest line, whatever it weighs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.analysis.summary import cut
from reportgen.planning.handout.repeats import holds, repeats
from reportgen.planning.length import Degree
from reportgen.planning.wording import shown
from reportgen.source import Span

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Line, Part

SHARES = {Degree.BRIEF: 0.25, Degree.STANDARD: 0.42}
"""Share of the speech's characters that the handout carries before 落实清单; all that there is where none is.

Clauses that stand in a speech twice count twice for its readers: they find some 0.48 of it where this is
0.42.
"""
LEAST_SHARE = 0.25
"""Share that the digest carries by itself, whatever page 1 tells."""
_LONGEST = {Degree.BRIEF: 40, Degree.STANDARD: 80}
"""Characters of a sentence that is told whole; a longer one is cut where a part of it reads by itself."""
_LEAD = 120  # characters; what a section says of itself before its points, some four lines
_MOST = 0.7  # of a sentence; what says no more than that besides says the same
_FIRST = 100.0  # more than anything weighs: what is kept before all else


class Sort(StrEnum):
    """What a line of a point is: something said or to be done, or what that is for."""

    SAID = "said"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Item:
    """A line that may be told. `rank` is its weight per character, and 100 more for what goes before all."""

    line: Line
    sort: Sort = Sort.SAID
    rank: float = 0.0


@dataclass(frozen=True, slots=True)
class Point:
    """A part of the speech as the right column shows it: its heading where it has one there, and its lines.

    `rank` is that of the heading, which stands even where no line does if it is high enough.
    """

    part: Part | None
    items: tuple[Item, ...]
    rank: float = 0.0


@dataclass(frozen=True, slots=True)
class Section:
    """A first-level part, or what is said outside of the sections (`part` is None, `label` says where)."""

    part: Part | None
    points: tuple[Point, ...]
    label: str = ""


def sections_of(brief: Brief, degree: Degree) -> tuple[Section, ...]:
    """Return all that may be told of a speech, in its order, each line with its rank."""
    genre = brief.document.genre
    before, behind = _outside(brief, degree)
    front = _said_outside(before, f"{genre}导语" if brief.parts else "")
    back = _said_outside(behind, f"{genre}结语")
    return (*front, *(_section(brief, part, degree) for part in brief.parts), *back)


def _outside(brief: Brief, degree: Degree) -> tuple[list[Item], list[Item]]:
    end = brief.document.nodes[0].span.start if brief.document.nodes else len(brief.document.source.text)
    items = [_item(brief, line, degree) for line in brief.outside if not _is_thesis(line, brief.thesis)]
    # What an editor has written stands nowhere in the speech; he puts it in front.
    before = [one for one in items if not isinstance(one.line, Excerpt) or one.line.start < end]
    return before, [one for one in items if one not in before]


def _is_thesis(line: Line, thesis: Line | None) -> bool:
    """Whether a sentence says little besides the thesis, which stands in its box on page 1."""
    return thesis is not None and holds(line, thesis) and len(thesis.text) >= _MOST * len(line.text)


def _said_outside(items: Sequence[Item], label: str) -> Iterator[Section]:
    if items:
        yield Section(None, tuple(Point(None, (one,)) for one in items), label)


def _section(brief: Brief, part: Part, degree: Degree) -> Section:
    points = tuple(_points(brief, part, degree, 1))
    if not part.parts:
        points = tuple(replace(point, items=_with_best(point.items)) for point in points)
    return Section(part, points)


def _with_best(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Lines of which the weightiest goes before those of others: else the heading might stand alone."""
    best = max(items, key=lambda one: (one.sort is Sort.SAID, one.rank), default=None)
    return tuple(replace(one, rank=one.rank + _FIRST) if one is best else one for one in items)


def _points(brief: Brief, part: Part, degree: Degree, depth: int) -> Iterator[Point]:
    items = _items(brief, part, degree)
    if depth == 1:
        if items:
            yield Point(None, items)
    else:
        # The points of a section are its framework; what stands below them is told for what it weighs.
        is_framework = depth == 2 and degree is not Degree.BRIEF  # noqa: PLR2004
        told = _with_best(items) if is_framework else items
        yield Point(part, told, brief.weight(part.heading) + (2 * _FIRST if is_framework else 0.0))
    for below in part.parts:
        yield from _points(brief, below, degree, depth + 1)


def _items(brief: Brief, part: Part, degree: Degree) -> tuple[Item, ...]:
    lead = _full_lead(part) if degree is Degree.FULL else part.lead
    items = [
        *(_item(brief, line, degree) for line in lead),
        *(_item(brief, one.line, degree) for one in part.below_heading),
        *(replace(_item(brief, one.line, degree), sort=Sort.GOAL) for one in part.goals_below_heading),
    ]
    if not items and not part.parts and shown(part.summary) != shown(part.heading):
        items = [_item(brief, part.summary, degree)]
    return tuple(one for one in items if not repeats(one.line, part.heading))


def _full_lead(part: Part) -> tuple[Line, ...]:
    """The first sentences of a part, as many as a digest bears; its summary if the first is too long."""
    room = _LEAD
    kept: list[Line] = []
    for line in part.lead:
        room -= len(line.text)
        if room < 0:
            break
        kept.append(line)
    if kept or not part.lead:
        return tuple(kept)
    return part.lead[:1] if shown(part.summary) == shown(part.heading) else (part.summary,)


def _item(brief: Brief, line: Line, degree: Degree) -> Item:
    short = cut(line, _LONGEST[degree]) if degree in _LONGEST else line
    return Item(short, rank=brief.weight(short) + _FIRST * brief.is_wanted(short))


@dataclass(frozen=True, slots=True)
class Ranking:
    """The lines and headings of some sections, heaviest first, to take as many as there is room for."""

    sections: tuple[Section, ...]
    ranks: tuple[float, ...]

    @classmethod
    def of(cls, sections: tuple[Section, ...]) -> Ranking:
        """Order what sections may tell."""
        points = [point for section in sections for point in section.points]
        ranks = [*(point.rank for point in points), *(one.rank for point in points for one in point.items)]
        return cls(sections, tuple(sorted(ranks, reverse=True)))

    @property
    def first(self) -> int:
        """How many lines and headings go before what is told for its weight."""
        return sum(rank >= _FIRST for rank in self.ranks)

    def best(self, count: int) -> tuple[Section, ...]:
        """Return the sections with the heaviest lines and headings only, about so many of them.

        Of equal ones all are taken or none. A heading stands where a line of it does.
        """
        taken = self.ranks[:count]
        least = taken[-1] if taken else float("inf")
        return tuple(_above(section, least) for section in self.sections)


def _above(section: Section, least: float) -> Section:
    points = []
    for point in section.points:
        items = _unrepeated([one for one in point.items if one.rank >= least])
        if items or (point.part is not None and point.rank >= least):
            points.append(replace(point, items=items))
    return replace(section, points=tuple(points))


def _unrepeated(items: Sequence[Item]) -> tuple[Item, ...]:
    """The lines that no other one holds; of two with the same words the first."""
    kept: list[Item] = []
    for one in sorted(items, key=lambda item: -len(item.line.text)):
        if not any(holds(other.line, one.line) for other in kept):
            kept.append(one)
    return tuple(one for one in items if any(one is other for other in kept))


def spans_told(sections: Iterable[Section]) -> Iterator[Span]:
    """Yield the places of all that sections tell, headings too."""
    for section in sections:
        for part in (section.part, *(point.part for point in section.points)):
            if part is not None:
                yield part.node.heading.span
        for point in section.points:
            for item in point.items:
                yield from item.line.spans if isinstance(item.line, Excerpt) else ()


def carried(spans: Iterable[Span], text: str) -> float:
    """Return the share of a text's characters that stand in some spans."""
    marked = bytearray(len(text))
    for span in spans:
        marked[span.start : span.end] = b"\1" * len(span)
    return sum(marked) / max(len("".join(text.split())), 1)
