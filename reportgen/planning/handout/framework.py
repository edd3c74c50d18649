"""The framework table of page 1: sections × points, as columns where they are few and short, else as rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, takewhile, zip_longest
from typing import TYPE_CHECKING

from reportgen.planning.breaks import break_heading
from reportgen.planning.handout.parts import Column, Density, Framework
from reportgen.planning.handout.sheet import Grid, Sheet
from reportgen.planning.lines import text_width, wrap
from reportgen.planning.wording import first_clause, shown
from reportgen.text.numerals import han_number

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Part

_COLUMNS = range(2, 6)  # more do not leave room for a line of seven characters
_WITH_POINTS = 0.6  # of the sections; empty columns look like something was lost
_HEAD_LINES = 2
_POINT_LINES = 3
_SHORTEST = 4.0  # em; a heading's first clause below that says too little


def frameworks(brief: Brief, sheet: Sheet) -> Iterator[Framework]:
    """Yield the shapes of the framework, most complete first; an empty one for a speech without outline."""
    parts = brief.parts
    if not parts:
        yield Framework()
        return
    columns = _in_columns(parts, sheet)
    if columns:
        yield columns
    for count in range(_most_points(parts, sheet), 0, -1):
        yield Framework(rows=tuple((_row_head(part, sheet), _points(part, count)) for part in parts))
    yield Framework(heads=tuple(part.marker + shown(part.heading) for part in parts))


def _most_points(parts: tuple[Part, ...], sheet: Sheet) -> int:
    """How many points of a section page 1 might hold at the most, set as tightly as it may be.

    The arrangements are tried one by one, so those that cannot be are not made at all.
    """
    face = sheet.face("FrontCell", Density.FINE)
    if len(parts) * sheet.tables["rows"].row(1, face.line) > sheet.height:
        return 0
    room = sheet.height / face.line * face.em(sheet.width)
    widths = (accumulate(text_width(shown(point.heading)) for point in part.parts) for part in parts)
    return max(sum(1 for _ in takewhile(lambda width: width <= room, one)) for one in widths)


def framework_height(framework: Framework, density: Density, sheet: Sheet) -> float:
    """Return the height of the table and its heading in pt."""
    face, heading = sheet.face("FrontCell", density), sheet.face("FrontHeading", density)
    if framework.columns:
        grid = sheet.tables["columns"]
        tallest = max(column.heading.count("\n") + 2 for column in framework.columns)
        lines = [tallest, *(max(cell.count("\n") + 1 for cell in row) for row in framework.grid)]
    elif framework.rows:
        grid = sheet.tables["rows"]
        lines = [_row_lines(row, face.size, grid) for row in framework.rows]
    elif framework.heads:
        grid = sheet.tables["heads"]
        lines = [len(wrap(head, grid.room("head") / face.size)) for head in framework.heads]
    else:
        return 0.0
    above = heading.before + heading.line + heading.after + grid.rule
    return above + sum(grid.row(count, face.line) for count in lines)


def _row_lines(row: tuple[str, str], size: float, grid: Grid) -> int:
    cells = zip(row, ("head", "points"), strict=True)
    return max(len(wrap(text, grid.room(column) / size)) for text, column in cells)


def short_heading(text: str) -> str:
    """Return the first clause of a heading where it says enough to stand for the whole, else the whole."""
    first = first_clause(text, "，；：,;:")[0]
    return first if text_width(first) >= _SHORTEST else text


def _in_columns(parts: tuple[Part, ...], sheet: Sheet) -> Framework | None:
    with_points = sum(bool(part.parts) for part in parts)
    if len(parts) not in _COLUMNS or with_points < _WITH_POINTS * len(parts):
        return None
    face = sheet.face("FrontCell")
    grid = sheet.tables["columns"]
    room = face.em(grid.width / len(parts) - grid.sides)
    words = sheet.vocabulary
    heads = [break_heading(short_heading(shown(part.heading)), room, words, _HEAD_LINES) for part in parts]
    cells = [
        [break_heading(shown(point.heading), room, words, _POINT_LINES) for point in part.parts]
        for part in parts
    ]
    if any(len(head) > _HEAD_LINES for head in heads):
        return None
    if any(len(cell) > _POINT_LINES for column in cells for cell in column):
        return None
    return Framework(
        columns=tuple(Column(han_number(n), "\n".join(head)) for n, head in enumerate(heads, 1)),
        grid=tuple(tuple("\n".join(cell) for cell in row) for row in zip_longest(*cells, fillvalue=())),
    )


def _row_head(part: Part, sheet: Sheet) -> str:
    room = sheet.face("FrontCell").em(sheet.tables["rows"].room("head"))
    return "\n".join(break_heading(part.marker + shown(part.heading), room, sheet.vocabulary, _POINT_LINES))


def _points(part: Part, count: int) -> str:
    """The first points of a section in one cell; what is left out is told by number."""
    points = [shown(point.heading) for point in part.parts]
    cut = f"……共 {len(points)} 点" if len(points) > count else ""
    return "；".join(points[:count]) + cut
