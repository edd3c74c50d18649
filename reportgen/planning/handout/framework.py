"""The framework table of page 1: a row a section, its heading at the left and its points at the right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from reportgen.planning.handout.parts import Density, FrameRow
from reportgen.planning.lines import text_width, with_gaps
from reportgen.planning.markers import marked
from reportgen.planning.wording import parted_heading, shown

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Part
    from reportgen.planning.handout.sheet import Sheet

_IN_A_LINE = 3  # points that stand beside each other
_GAP = 0.8  # em at the least between them
_LONGEST = 60  # characters of a line that stands for points
_BETWEEN = "　"  # points in a row


def frameworks(brief: Brief, sheet: Sheet) -> Iterator[tuple[FrameRow, ...]]:
    """Yield the framework table of a speech, most complete first.

    All points; then fewer and fewer of each section, what is left out told by number; then headings alone;
    then none, which is also what a speech without sections has.
    """
    for count in range(_most_points(brief.parts, sheet), -1, -1) if brief.parts else ():
        yield tuple(_row(brief, part, count, sheet) for part in brief.parts)
    yield ()


def _most_points(parts: tuple[Part, ...], sheet: Sheet) -> int:
    """How many points of a section page 1 might hold at the most, set as tightly as it may be.

    The arrangements are tried one by one, so those that cannot be are not made at all.
    """
    face = sheet.face("FrontPoint", Density.FINE)
    if len(parts) * sheet.tables["framework"].row(1, face.line) > sheet.height:
        return 0
    room = sheet.height / face.line * face.em(sheet.width)
    widths = (accumulate(text_width(shown(point.name)) for point in part.parts) for part in parts)
    # A section without points has a line all the same.
    return max(1, *(sum(1 for _ in takewhile(lambda width: width <= room, one)) for one in widths))


def _row(brief: Brief, part: Part, count: int, sheet: Sheet) -> FrameRow:
    heading, tail = parted_heading(shown(part.heading))
    return FrameRow(marked(part.marker, heading), tail, _points(brief, part, count, sheet))


def _points(brief: Brief, part: Part, count: int, sheet: Sheet) -> tuple[str, ...]:
    """The first points of a section: in three columns where all are short, else one behind the other."""
    kept = part.parts[:count]
    is_roomy = count > 0 and not part.parts
    points = [f"{number}. {shown(point.name)}" for number, point in enumerate(kept, 1)]
    if not points:
        return _line(brief, part) if is_roomy else ()
    if len(kept) < len(part.parts):
        return (_BETWEEN.join(points) + f"……共 {len(part.parts)} 点",)
    room = sheet.tab / sheet.face("FrontPoint").pitch - _GAP
    if all(text_width(with_gaps(one)) <= room for one in points):
        lines = range(0, len(points), _IN_A_LINE)
        return tuple("\t".join(points[at : at + _IN_A_LINE]) for at in lines)
    return (_BETWEEN.join(points),)


def _line(brief: Brief, part: Part) -> tuple[str, ...]:
    """What stands for a section without points: the weightiest line of it that is short."""
    said = [*(one.line for one in part.below_heading), *part.lead, part.summary]
    lines = [line for line in said if len(line.text) <= _LONGEST and shown(line) != shown(part.heading)]
    return tuple(shown(line) for line in sorted(lines, key=lambda line: -brief.weight(line))[:1])


def framework_height(rows: tuple[FrameRow, ...], density: Density, sheet: Sheet) -> float:
    """Return the height of the table and its heading in pt."""
    if not rows:
        return 0.0
    heading = sheet.face("FrontHeading", density)
    above = heading.before + heading.line + heading.after + sheet.tables["framework"].rule
    return above + sum(_row_height(row, density, sheet) for row in rows)


def _row_height(row: FrameRow, density: Density, sheet: Sheet) -> float:
    grid = sheet.tables["framework"]
    left = sheet.face("FrontCell", density).height(row.heading, grid.room("heading"))
    if row.tail:
        left += sheet.face("FrontTail", density).height(row.tail, grid.room("heading"))
    face = sheet.face("FrontPoint", density)
    # Points with tabs between them take a line, as they are only set so where they fit.
    right = sum(face.line if "\t" in line else face.height(line, grid.room("points")) for line in row.points)
    return grid.row(1, max(left, right))
