"""A contact sheet: the pages of one or more files, small, side by side, with their numbers."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.picturing import captions
from reportgen.picturing.captions import Caption
from reportgen.picturing.pages import WHITE, Pages, blank, png
from reportgen.picturing.placing import HEADING, MARGIN, placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.picturing.placing import Placed

MOST_ON_SHEET = 40
"""Pages of one file: ten rows of tall ones. Nobody looks at more in one picture, and viewers give up at some
30,000 pixels."""
_BACKGROUND, _EDGE = (226, 224, 220, 255), (176, 174, 170, 255)
_HEADING, _NUMBER = 32, 24
"""Sizes of type, in pixels."""
_FOOT = 8
"""Between a page and its number."""


@dataclass(frozen=True, slots=True)
class Group:
    """A file on a sheet: what is written above its pages, and the pages."""

    heading: str
    pages: Pages


def contact_sheet(groups: Sequence[Group]) -> bytes:
    """Return the first pages of each file, `MOST_ON_SHEET` at most, on one picture (PNG)."""
    place = placed([group.pages.sizes[:MOST_ON_SHEET] for group in groups])
    with closing(blank(place.size, _BACKGROUND)) as board:
        for group, boxes in zip(groups, place.boxes, strict=True):
            for number, (left, top, width, height) in enumerate(boxes):
                board.fill_rect(_EDGE, left - 1, top - 1, width + 2, height + 2)
                board.fill_rect(WHITE, left, top, width, height)
                group.pages.draw(number, board, (left, top, width, height))
        words = captions.as_pdf(_words(groups, place), place.size)
        with Pages(words, "") as page:
            page.draw(0, board, (0, 0, *place.size))
        return png(board)


def _words(groups: Sequence[Group], place: Placed) -> Iterator[Caption]:
    room = place.size[0] - 2 * MARGIN
    for group, top, boxes in zip(groups, place.headings, place.boxes, strict=True):
        heading = captions.cut(group.heading, room, _HEADING)
        yield Caption(heading, MARGIN, top + (HEADING + _HEADING) // 2 - _FOOT, _HEADING)
        for number, (left, box_top, width, height) in enumerate(boxes, 1):
            foot = box_top + height + _FOOT + _NUMBER
            yield captions.number(number, left + width / 2, foot, _NUMBER)
