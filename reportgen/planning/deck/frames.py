"""Frames: slides before their lines are chosen, each with rows and what may stand in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from reportgen.planning.deck import words
from reportgen.planning.deck.allotting import allot, runs
from reportgen.planning.markers import forms
from reportgen.planning.wording import ABSTRACT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.planning.deck.topics import Saying, Topic

MOST_ROWS = 12
"""Points that a panel lists; more stand on the next."""
_MOST_WITH_LINES = 6
"""Rows from which on a row has one line at most."""
_LINES = {1: 6, 2: 4, 3: 3, 4: 3}
"""Rows → lines that a row may have."""
_MOST_LINES_ALONE = 6
"""Lines of a slide whose lines stand under no point."""
_CARDS = range(2, 7)
_MOST_PANELS = 3
"""Panels of a section's points; of still more points those stand there that say most."""
_FEWEST_LINES = 2
"""Lines that a section needs for a slide of its own: none has one line only."""
_MOST_TOGETHER = 4
"""Sections that share a slide because they have too few lines."""
_LEAST_DEMAND = 5.0
"""The room that a line asks for at the least where lines are parted: a heavy one does not stand alone."""
_FEWEST_SAID = 3
"""Lines that a slide of a point's own needs."""


class Kind(StrEnum):
    """How a frame is laid out."""

    PANEL = "section"
    LIST = "list"
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class Row:
    """A point with its heading, or lines that stand under none; `most` is how many of `pool` it may show."""

    marker: str
    heading: str
    short: str
    pool: tuple[Saying, ...]
    most: int
    topic: Topic | None = None

    def marks(self, place: int) -> tuple[str, ...]:
        """Return how the marker of the point may stand beside it, the fullest first; none for one without."""
        if not any(map(str.isalnum, self.marker)):
            return ()
        part = self.topic.part if self.topic else None
        return forms(self.marker, words.number_of(part, place) if part else place)


@dataclass(frozen=True, slots=True)
class Frame:
    """A slide to be filled: what it is about, its rows, and what it says the points are for.

    `topics` are the parts whose source stands in the notes, `number` is the place of the section among all,
    `own` the number that its marker says, 0 for what is no section, `page` counts slides of one title from 0.
    """

    kind: Kind
    title: str
    tail: str
    marker: str
    rows: tuple[Row, ...]
    goals: tuple[Saying, ...] = ()
    note: str = ""
    topics: tuple[Topic, ...] = ()
    number: int = 0
    last: int = 0
    page: int = 0
    own: int = 0

    @property
    def pool(self) -> Iterator[Saying]:
        """All that may stand on it."""
        for row in self.rows:
            yield from row.pool
        yield from self.goals


def frames(sections: Sequence[Topic], slides: int) -> Iterator[Frame]:
    """Yield the frames of some sections on about so many slides.

    Where there are more sections than slides, neighbours share one; where there are fewer, the sections that
    say most have several: the points that say most have slides of their own.
    """
    groups = units(sections)
    if len(groups) > slides:
        edges = runs([_demand(unit) for unit in groups], slides)
        groups = [tuple(one for unit in groups[first:last] for one in unit) for first, last in edges]
    shares = allot([_demand(unit) for unit in groups], max(slides, len(groups)))
    number = 1
    for unit, count in zip(groups, shares, strict=True):
        yield from _section(unit[0], number, count) if len(unit) == 1 else _shared(unit, number, count)
        number += len(unit)


def units(sections: Sequence[Topic]) -> list[tuple[Topic, ...]]:
    """Return sections that may have a slide of their own, with neighbours that have too little for one."""
    found: list[tuple[Topic, ...]] = []
    for slight, group in groupby(sections, _is_slight):
        some = tuple(group)
        pages = -(-len(some) // _MOST_TOGETHER) if slight else len(some)
        found += [some[first:last] for first, last in runs([1.0] * len(some), pages)]
    out: list[tuple[Topic, ...]] = []
    for unit in found:
        if out and (_is_lone(unit) or _is_lone(out[-1])):
            out[-1] = (*out[-1], *unit)
        else:
            out.append(unit)
    return out


def _is_lone(unit: Sequence[Topic]) -> bool:
    """Whether a section with too little for a slide has no such neighbour."""
    return len(unit) == 1 and _is_slight(unit[0])


def _is_slight(section: Topic) -> bool:
    """Whether a section has too few lines for a slide of its own."""
    return len(section.lines) < _FEWEST_LINES


def _demand(unit: Sequence[Topic]) -> float:
    return sum(one.demand for one in unit)


def whole(unit: Sequence[Topic], number: int) -> Frame:
    """Return all that a section says, or several that share their slides, as one frame however long."""
    if len(unit) == 1:
        alone = panel(unit[0], number)
        return alone if unit[0].heading else replace(alone, title=ABSTRACT)
    rows = (row for one in unit for row in _in_full(one, len(unit)))
    goals = tuple(goal for one in unit for goal in _goals(one))
    return replace(_together(unit, number), rows=tuple(rows), goals=goals)


def _in_full(section: Topic, count: int) -> Iterator[Row]:
    """A section among others: its heading with its own lines, and each of its points."""
    yield _row(replace(section, below=()), count)
    yield from (_row(point, len(section.below)) for point in section.below)


def _shared(unit: Sequence[Topic], number: int, count: int) -> Iterator[Frame]:
    """Sections on one slide; that which says most goes on behind it where there are more."""
    yield _together(unit, number)
    at = max(range(len(unit)), key=lambda place: (unit[place].demand, -place))
    if count > 1 and not _is_slight(unit[at]):
        yield from _section(unit[at], number + at, count - 1)


def _together(group: Sequence[Topic], first: int) -> Frame:
    """Sections that are too light for slides of their own, a row each."""
    rows = tuple(_row(one, len(group)) for one in group)
    last = first + len(group) - 1
    own = words.number_of(group[0].part, first) if group[0].part else 0
    return Frame(Kind.PANEL, "", "", "", rows, topics=tuple(group), number=first, last=last, own=own)


def panel(section: Topic, number: int) -> Frame:
    """A section on one slide: its points with their lines, or its lines."""
    goals = _goals(section)
    if not section.below and len(section.everything) - len(goals) < _FEWEST_SAID:
        # What it is for says as much as what there is to do where there is so little.
        goals = ()
    return Frame(
        Kind.PANEL, section.short, section.tail, section.marker,
        _rows(section, goals), goals, topics=(section,), number=number, last=number,
        own=words.number_of(section.part, number) if section.part else 0,
    )  # fmt: skip


def _rows(section: Topic, goals: Sequence[Saying]) -> tuple[Row, ...]:
    points = section.below
    if not points:
        pool = tuple(one for one in section.everything if one not in goals)
        return (Row("", "", "", pool, _MOST_LINES_ALONE, section),)
    own = [one for one in section.sayings if not one.is_goal]
    lead = (Row("", "", "", tuple(own), 1, section),) if own else ()
    return (*lead, *(_row(point, len(points)) for point in points))


def _row(topic: Topic, count: int) -> Row:
    pool = tuple(one for one in topic.lines if not one.is_goal)
    if not topic.heading:
        return Row("", "", "", pool, _MOST_LINES_ALONE, topic)
    most = _LINES.get(count, 2 if count <= _MOST_WITH_LINES else 1)
    return Row(topic.marker, topic.heading, topic.short, pool, most, topic)


def _goals(topic: Topic) -> tuple[Saying, ...]:
    return tuple(one for one in topic.everything if one.is_goal)


def _section(section: Topic, number: int, count: int) -> Iterator[Frame]:
    """A section on some slides."""
    if not section.heading:
        yield from (
            _listed(pool, section, number, page) for page, pool in enumerate(_parted(section.sayings, count))
        )
    elif count == 1:
        yield from _panels(section, number)
    elif section.below:
        yield from _with_details(section, number, count)
    else:
        yield from _pages(section, number, count)


def halved(frame: Frame) -> tuple[Frame, Frame]:
    """Return a frame whose rows have no room on one slide as two; the first has the source in its notes."""
    middle = -(-len(frame.rows) // 2)
    return replace(frame, rows=frame.rows[:middle]), replace(
        frame, rows=frame.rows[middle:], goals=(), topics=()
    )


def _panels(section: Topic, number: int) -> Iterator[Frame]:
    """A section's panel; one of very many points on several."""
    pages = min(-(-len(section.below) // MOST_ROWS) or 1, _MOST_PANELS)
    heaviest = sorted(section.below, key=lambda one: -one.demand)[: pages * MOST_ROWS]
    kept = {id(one) for one in heaviest}
    section = replace(section, below=tuple(one for one in section.below if id(one) in kept))
    edges = [round(len(section.below) * at / pages) for at in range(pages + 1)]
    for page, (first, last) in enumerate(pairwise(edges)):
        part = replace(section, below=section.below[first:last], sayings=section.sayings if not page else ())
        frame = panel(part, number)
        yield replace(frame, page=page, topics=(section,) if not page else ())


def _with_details(section: Topic, number: int, count: int) -> Iterator[Frame]:
    """A section's panel, and slides of their own for the points that say most."""
    able = [point for point in section.below if len(point.everything) >= _FEWEST_SAID]
    chosen = sorted(able, key=lambda one: -one.demand)[: count - 1]
    spare = count - 1 - len(chosen)
    alone = {id(one) for one in chosen}
    brief = tuple(replace(one, sayings=(), below=()) if id(one) in alone else one for one in section.below)
    yield from _panels(replace(section, below=brief), number)
    shares = allot([one.demand for one in chosen], len(chosen) + spare) if chosen else []
    for point, slides in zip(
        (one for one in section.below if id(one) in alone), _in_order(chosen, shares, section), strict=True
    ):
        yield from _detail(section, point, number, slides)


def _in_order(chosen: Sequence[Topic], shares: Sequence[int], section: Topic) -> list[int]:
    by_topic = {id(one): share for one, share in zip(chosen, shares, strict=True)}
    return [by_topic[id(one)] for one in section.below if id(one) in by_topic]


def _detail(section: Topic, point: Topic, number: int, count: int) -> Iterator[Frame]:
    """A point on slides of its own: its points side by side, or its lines."""
    note = section.short
    if len(point.below) in _CARDS and count == 1:
        rows = tuple(_row(one, len(point.below)) for one in point.below)
        yield Frame(Kind.CARDS, point.heading, "", point.marker, rows, (), note, (point,), number, number)
        return
    pages = _parted(point.everything, count)
    for page, pool in enumerate(pages):
        spoken = tuple(one for one in pool if not one.is_goal)
        goals = tuple(one for one in pool if one.is_goal)
        rows = (Row("", "", "", spoken, _MOST_LINES_ALONE, point),)
        notes = (point,) if not page else ()
        yield Frame(
            Kind.LIST, point.heading, "", point.marker, rows, goals, note, notes, number, number, page
        )


def in_rows(cards: Frame) -> Frame:
    """Return a frame of cards as one of rows: the headings of its points among their lines."""
    (point,) = cards.topics
    pool = tuple(one for one in point.lines if not one.is_goal)
    goals = tuple(one for one in point.everything if one.is_goal)
    return replace(
        cards, kind=Kind.LIST, rows=(Row("", "", "", pool, _MOST_LINES_ALONE, point),), goals=goals
    )


def _pages(section: Topic, number: int, count: int) -> Iterator[Frame]:
    """A section without points on several slides: its panel, and lists of what follows."""
    pages = _parted(section.sayings, count)
    for page, pool in enumerate(pages):
        part = replace(section, sayings=tuple(pool))
        if not page:
            yield panel(part, number)
            continue
        yield _listed(pool, section, number, page)


def _listed(pool: Sequence[Saying], section: Topic, number: int, page: int) -> Frame:
    """Lines that stand under no heading of their own."""
    rows = (Row("", "", "", tuple(one for one in pool if not one.is_goal), _MOST_LINES_ALONE, section),)
    goals = tuple(one for one in pool if one.is_goal)
    return Frame(Kind.LIST, "", "", "", rows, goals, section.short, (), number, number, page)


def _parted(said: Sequence[Saying], count: int) -> list[Sequence[Saying]]:
    """Lines in runs that ask for about as much room each, none of them a single line."""
    demands = [one.demand + _LEAST_DEMAND for one in said]
    for wanted in range(min(count, len(said) // _FEWEST_SAID), 1, -1):
        edges = runs(demands, wanted)
        if all(last - first >= _FEWEST_LINES for first, last in edges):
            return [said[first:last] for first, last in edges]
    return [said]
