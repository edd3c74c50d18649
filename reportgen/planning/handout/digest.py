"""要点摘编 in two columns: a section's heading, and beside it its points with what they say and are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.planning.handout.choosing import Item, Section, Sort
from reportgen.planning.handout.front import full_stop
from reportgen.planning.handout.parts import Density, DigestPoint, DigestRow
from reportgen.planning.markers import marked
from reportgen.planning.wording import AIM, parted_heading, shown

if TYPE_CHECKING:
    from reportgen.analysis import Line, Part
    from reportgen.planning.handout.sheet import Sheet
    from reportgen.planning.places import Places

_LONGEST = 150  # characters of a paragraph in the right column; a longer one is hard to find one's way in
_RULE = 1.5  # pt of the rule above a section
_BELOW = 4.0  # pt that a heading stands below its rule, and what is kept free below it
_OPENS, _GOES_ON = True, False
_ENDS = "。；;，"


def plan_digest(
    sections: Sequence[Section], places: Places, sheet: Sheet, density: Density
) -> tuple[DigestRow, ...]:
    """Return the rows of the digest: what is told of each section, in the speech's order."""
    rows: list[DigestRow] = []
    for section in sections:
        if section.part is None:
            rows += _outside(section, places, sheet, density)
        else:
            rows += _rows(
                _head(section, places),
                [one for point in section.points for one in _told(point.part, point.items)],
                sheet,
                density,
            )
    return tuple(rows)


def _outside(section: Section, places: Places, sheet: Sheet, density: Density) -> Iterator[DigestRow]:
    """What is said outside of sections, each paragraph of the speech beside its number."""
    lines = [item for point in section.points for item in point.items]
    for count, (number, group) in enumerate(groupby(lines, key=lambda one: _number(one.line, places))):
        said = list(group)
        place = places.short([one.line for one in said])
        head = DigestRow(not count, "" if count else section.label, "", place, number)
        yield from _rows(head, tuple(_told(None, said)), sheet, density)


def _number(line: Line, places: Places) -> int:
    return places.number(line.start) if isinstance(line, Excerpt) else 0


def _head(section: Section, places: Places) -> DigestRow:
    part = section.part
    assert part is not None  # noqa: S101  the caller has looked
    heading, tail = parted_heading(shown(part.heading))
    lines = [part.heading, *(item.line for point in section.points for item in point.items)]
    numbered = marked(part.marker, heading)
    return DigestRow(_OPENS, numbered, tail, places.short(lines), _number(part.heading, places))


def _told(part: Part | None, items: Sequence[Item]) -> Iterator[DigestPoint]:
    """A point as paragraphs: one as a rule, more where it says very much."""
    heading = full_stop(marked(part.marker, shown(part.heading))) if part else ""
    said = [shown(one.line).rstrip(_ENDS) for one in items if one.sort is Sort.SAID]
    goals = [shown(one.line).rstrip(_ENDS) for one in items if one.sort is Sort.GOAL]
    texts = [full_stop("；".join(lines)) for lines in _portions(said)] or [""]
    goal = f"{AIM}：{full_stop('；'.join(goals))}" if goals else ""
    for at, text in enumerate(texts, 1):
        yield DigestPoint(heading if at == 1 else "", text, goal if at == len(texts) else "")


def _portions(lines: Sequence[str]) -> Iterator[list[str]]:
    portion: list[str] = []
    for line in lines:
        if portion and sum(map(len, portion)) + len(line) > _LONGEST:
            yield portion
            portion = []
        portion.append(line)
    if portion:
        yield portion


def _rows(
    head: DigestRow, points: Sequence[DigestPoint], sheet: Sheet, density: Density
) -> Iterator[DigestRow]:
    """What stands beside a heading as rows: as many points as are as high as that, then one a row."""
    tall = head_height(head, sheet, density)
    beside: list[DigestPoint] = []
    while len(beside) < len(points) and (
        not beside or sum(point_height(one, sheet, density) for one in beside) < tall
    ):
        beside.append(points[len(beside)])
    yield with_room(replace(head, points=tuple(beside)), sheet, density)
    yield from (DigestRow(_GOES_ON, points=(one,)) for one in points[len(beside) :])


def with_room(row: DigestRow, sheet: Sheet, density: Density) -> DigestRow:
    """Return a row that keeps so much free behind its points that its heading is not beside the next row."""
    short = head_height(row, sheet, density) + _BELOW - _points_height(row, sheet, density)
    return replace(row, room=max(round(short * 2) / 2, 0.0))


def _points_height(row: DigestRow, sheet: Sheet, density: Density) -> float:
    face = sheet.face("DigestPoint", density)
    return sum(point_height(point, sheet, density) for point in row.points) or face.line + face.after


def row_height(row: DigestRow, sheet: Sheet, density: Density) -> float:
    """Return the height of a row in pt."""
    rule = sheet.face("DigestRule")
    above = (rule.before + rule.line + rule.after + _RULE) * row.opens
    return sheet.tables["digest"].row(1, _points_height(row, sheet, density) + row.room) + above


def head_height(row: DigestRow, sheet: Sheet, density: Density) -> float:
    """Return the height of what stands at the left of a row, in pt."""
    room = sheet.tables["digest"].room("section")
    cells = (("DigestSection", row.heading), ("DigestTail", row.tail))
    # Places are set smaller than the tail.
    places = (("DigestTail", row.place),)
    return sum(sheet.face(name, density).height(text, room) for name, text in (*cells, *places) if text)


def point_height(point: DigestPoint, sheet: Sheet, density: Density) -> float:
    """Return the height of a point with its goal, in pt."""
    room = sheet.tables["digest"].room("points")
    words = point.heading + point.text
    height = sheet.face("DigestPoint", density).height(words, room) if words else 0.0
    if point.goal:
        height += sheet.face("DigestGoal", density).height(point.goal, room - sheet.goal_sides)
    return height
