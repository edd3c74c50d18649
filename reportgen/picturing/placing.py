"""Where small pages stand on a contact sheet. All sizes in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN = 40
"""Around the sheet, and between pages: the same on all sides."""
HEADING = 72
"""For the line above the pages of a file."""
NUMBER = 40
"""For the number below a page."""
_WIDTHS = {1: 1200, 2: 1800, 3: 2400, 4: 2400}
"""Of a sheet by its columns. At four, the 16 pt of a Word handout (GB/T 9704-2012, 7.3.3) are 15 pixels high;
at three, the 18 pt of a slide 14."""
_ACROSS_TALL, _ACROSS_WIDE = 4, 3
_TALLEST = 1.6
"""Height of a page by the width of its column; A4 has 1.41. What is taller is made narrower."""

Size = tuple[float, float]
Box = tuple[int, int, int, int]
"""Left, top, width and height."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A sheet: its size, the top of each group's heading, and a box for each page of each group."""

    size: tuple[int, int]
    headings: tuple[int, ...]
    boxes: tuple[tuple[Box, ...], ...]


def placed(groups: Sequence[Sequence[Size]]) -> Placed:
    """Set pages in rows, each group below the other.

    Wide pages stand three in a row, tall ones four; fewer where no group has so many, and then larger.

    Args:
        groups: width and height of each page, in any unit.
    """
    across = [_columns(pages) for pages in groups]
    width = _WIDTHS[max(min(len(pages), columns) for pages, columns in zip(groups, across, strict=True))]
    alone = len(groups) == 1
    # A heading has room of its own above it.
    top, headings, boxes = MARGIN // 2, [], []
    for pages, columns in zip(groups, across, strict=True):
        headings.append(top)
        row, top = _rows(pages, min(len(pages), columns) if alone else columns, width, top + HEADING)
        boxes.append(row)
    return Placed((width, top), tuple(headings), tuple(boxes))


def _columns(pages: Sequence[Size]) -> int:
    wide = sum(width > height for width, height in pages)
    return _ACROSS_WIDE if 2 * wide > len(pages) else _ACROSS_TALL


def _rows(pages: Sequence[Size], columns: int, width: int, top: int) -> tuple[tuple[Box, ...], int]:
    """The boxes of a group, and the top of what comes below."""
    cell = (width - MARGIN) // columns - MARGIN
    boxes: list[Box] = []
    for start in range(0, len(pages), columns):
        sizes = [_fitted(one, cell) for one in pages[start : start + columns]]
        for column, (across, down) in enumerate(sizes):
            left = MARGIN + column * (cell + MARGIN) + (cell - across) // 2
            boxes.append((left, top, across, down))
        top += max(down for _, down in sizes) + NUMBER + MARGIN // 2
    return tuple(boxes), top


def _fitted(page: Size, cell: int) -> tuple[int, int]:
    width, height = (max(side, 1) for side in page)
    scale = min(cell / width, _TALLEST * cell / height)
    return max(round(width * scale), 1), max(round(height * scale), 1)
