"""The rows of the checklist: what their cells say, and how high they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportgen.planning.lines import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.planning.checklist import Checklist, ChecklistRow
    from reportgen.rendering.xlsx.look import ChecklistLook

HEAD = 2
"""Row of the column headings, counted from 0; above it title and basis."""
GOALS, LAST = 3, 7
CENTRED = (0, 4, 5, 6, 7)
LEADING = 1.36
"""Line pitch of 仿宋 and 黑体 in Excel and WPS, in sizes."""
PADDING = 11.0
"""Points above and below the text of a row."""


class Row(NamedTuple):
    """A row: where it stands, counted from 0, what its cells say, and its height in points."""

    at: int
    cells: tuple[str, ...]
    height: float


def rows_of(checklist: Checklist, look: ChecklistLook) -> Iterator[Row]:
    """Yield the rows."""
    number = None
    for row, entry in enumerate(checklist.entries, HEAD + 1):
        cells = _cells(entry)
        yield Row(row, cells, _height(cells, look, first=entry.number != number))
        number = entry.number


def size_of(look: ChecklistLook, column: int) -> float:
    """Return the size of type in a column."""
    return look.sizes["origin" if column == LAST else "body"]


def _cells(entry: ChecklistRow) -> tuple[str, ...]:
    return (
        str(entry.number),
        entry.task,
        entry.measure,
        entry.goals,
        entry.owner,
        entry.deadline,
        "",
        entry.origin,
    )


def _height(cells: tuple[str, ...], look: ChecklistLook, *, first: bool) -> float:
    """Height in points in which every cell of a row shows whole.

    The goals of a task, its longest words, count on its first row only: the other rows print them only
    when a filter has taken the rows above, and would leave a page half empty if they made room for that.
    """
    heights = []
    for column, (text, width) in enumerate(zip(cells, look.widths, strict=True)):
        size = size_of(look, column)
        lines = wrap(text, _room(width, size) - (column not in CENTRED))
        if first or column != GOALS:
            heights.append(len(lines) * size * LEADING)
    return max(heights) + PADDING


def _room(width: float, size: float) -> float:
    """Em of text that a column holds, an indent of about one em not counted.

    A column of `width` characters is 7 px a character and 5 px of padding wide (ECMA-376 Part 1,
    18.3.1.13); half an em is kept back, because Excel's print metrics differ from those of the screen.
    """
    return width * 7 * 0.75 / size - 0.5
