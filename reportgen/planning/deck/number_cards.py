"""Where big numbers stand on their slide: in rows, or two by two, each on a card with its clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.planning.deck.fit import SLACK, alike, fits, height, room
from reportgen.planning.deck.grid import area, columns
from reportgen.planning.deck.slides import Accent, AccentColour, AccentKind, Box, Fill, Para
from reportgen.planning.lines import text_width, with_gaps

if TYPE_CHECKING:
    from reportgen.planning.deck.numbers import BigNumber
    from reportgen.planning.deck.slides import Layouts, Slot

_MOST_ROWS = 3
"""Numbers that stand in rows, where a clause has room beside its number; more stand two by two."""
_GAP = 15.0
_SHARE = 0.5
"""Of a row, what its number takes at the most."""
_BESIDE = 12.0  # points between the widest number and the clauses
_WIDER = 1.25
"""How much wider than measured figures may come out in another face: a number is never parted."""
_BAR = 4.0  # points: the line at the edge of a card


@dataclass(frozen=True, slots=True)
class _Laid:
    """Numbers and their clauses in the order of the cards, each with its box."""

    numbers: tuple[tuple[Para, Box], ...]
    clauses: tuple[tuple[Para, Box], ...]


def cards(chosen: Sequence[BigNumber], layouts: Layouts) -> tuple[tuple[Fill, ...], tuple[Accent, ...]]:
    """Return numbers with their clauses: all numbers in one size, as large as there is room for; clauses too.

    Where a template leaves them no room at any of its sizes, they stand where its placeholders stand.
    """
    values, captions = layouts.row("numbers", "数值"), layouts.row("numbers", "说明")
    rows = len(chosen) <= _MOST_ROWS
    places = _places(area([*values, *captions]), len(chosen), 1 if rows else 2)
    lay: Callable[..., _Laid | None] = _side_by_side if rows else _one_below_the_other
    tried = (lay(chosen, values[0], captions[0], places, level) for level in range(len(values[0].levels)))
    laid = next((one for one in tried if one is not None), None)
    if laid is None:
        return _in_place(chosen, values, captions), ()
    fills: list[Fill] = []
    for value, caption, number, clause in zip(values, captions, laid.numbers, laid.clauses, strict=False):
        fills += [Fill(value.name, (number[0],), number[1]), Fill(caption.name, (clause[0],), clause[1])]
    grounds = [Accent(one, AccentColour.CARD, AccentKind.CARD) for one in places]
    edges = [Accent(Box(one.left, one.top, _BAR, one.height), AccentColour.SECOND) for one in places]
    return tuple(fills), (*grounds, *edges)


def _places(whole: Box, count: int, across: int) -> list[Box]:
    """Cards over the whole area, row by row."""
    rows = -(-count // across)
    tall = (whole.height - _GAP * (rows - 1)) / rows
    return [
        Box(box.left, whole.top + at * (tall + _GAP), box.width, tall)
        for at in range(rows)
        for box in columns(whole, across, _GAP)
    ][:count]


def _side_by_side(
    chosen: Sequence[BigNumber], value: Slot, caption: Slot, places: Sequence[Box], level: int
) -> _Laid | None:
    """Each number at the left of its row and its clause beside it, both in the middle of the row's height."""
    first = places[0]
    widest = Box(first.left, first.top, first.width * _SHARE, first.height)
    if not _stand(chosen, value, level, widest):
        return None
    numbers = [one.at(level, value, widest) for one in chosen]
    em = max(text_width(with_gaps(para.text)) for para in numbers)
    width = em * _WIDER * value.levels[level].size / SLACK + value.insets[0] + value.insets[2] + 1
    left = min(width + _BESIDE, widest.width)
    beside = [Box(one.left + left, one.top, one.width - left, one.height) for one in places]
    clauses = alike([one.caption for one in chosen], caption, beside)
    if clauses is None:
        return None
    low = [Box(one.left, one.top, width, one.height) for one in places]
    return _Laid(_centred(numbers, value, low), _centred(clauses, caption, beside))


def _centred(paras: Sequence[Para], slot: Slot, boxes: Sequence[Box]) -> tuple[tuple[Para, Box], ...]:
    """Paragraphs in boxes as tall as they are, wherever a template lets text begin in a box."""
    found: list[tuple[Para, Box]] = []
    for para, box in zip(paras, boxes, strict=True):
        tall = height((para,), slot, box)
        found.append((para, Box(box.left, box.top + (box.height - tall) / 2, box.width, tall)))
    return tuple(found)


def _one_below_the_other(
    chosen: Sequence[BigNumber], value: Slot, caption: Slot, places: Sequence[Box], level: int
) -> _Laid | None:
    """Each number with its clause below it; the tallest of them in the middle of its card."""
    if not _stand(chosen, value, level, places[0]):
        return None
    numbers = [one.at(level, value, places[0]) for one in chosen]
    tall = max(height((para,), value, places[0]) for para in numbers)
    below = [Box(one.left, one.top + tall, one.width, one.height - tall) for one in places]
    clauses = alike([one.caption for one in chosen], caption, below)
    if clauses is None:
        return None
    low = max(height((para,), caption, box) for para, box in zip(clauses, below, strict=True))
    above = (places[0].height - tall - low) / 2
    return _Laid(
        tuple(
            (para, Box(one.left, one.top + above, one.width, tall))
            for para, one in zip(numbers, places, strict=True)
        ),
        tuple(
            (para, Box(one.left, one.top + above + tall, one.width, low))
            for para, one in zip(clauses, places, strict=True)
        ),
    )


def _stand(chosen: Sequence[BigNumber], slot: Slot, level: int, box: Box) -> bool:
    return all(
        text_width(with_gaps(one.number.text)) * _WIDER <= room(slot, level, box)
        and fits((Para(one.number.text, level),), slot, box)
        for one in chosen
    )


def _in_place(
    chosen: Sequence[BigNumber], values: Sequence[Slot], captions: Sequence[Slot]
) -> tuple[Fill, ...]:
    level, last = max(one.number.level for one in chosen), len(captions[0].levels) - 1
    pairs = zip(chosen, values, captions, strict=False)
    return tuple(
        fill
        for one, value, caption in pairs
        for fill in (
            Fill(caption.name, (Para(one.caption, last),)),
            Fill(value.name, (Para(one.number.text, level),)),
        )
    )
