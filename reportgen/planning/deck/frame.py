"""What content slides share: the head with its note, and rows of numbered text."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.planning.deck.fit import by_sense, height, in_any_case, line_count, one_line, room
from reportgen.planning.deck.grid import area, stack
from reportgen.planning.deck.slides import Accent, AccentColour, AccentKind, Box, Fill, Layouts, Para, Slot
from reportgen.planning.lines import text_width, with_gaps
from reportgen.planning.wording import AIM, continued, first_clause

_NOTE_GAP = 15.0  # points between a title and the note beside it
_ROW_AIR = 14.0  # points that a row has above and below its text together
_MOST_AIR = 54.0  # points of spare room a row takes at most, so that few rows do not drift apart
_ROOMY = 0.8
"""The share of its area that rows in larger type may fill."""
_HAIRLINE = 0.75
_GOAL_GAP = 10.0


def head(layouts: Layouts, layout: str, title: str, note: str = "", *, page: int = 0) -> tuple[Fill, ...]:
    """Return the fills of a slide's head: the title on one line with its note beside it, or on two lines.

    `page` counts the slides of one title from 0.
    """
    text, slot = continued(title, page), layouts.slot(layout, "标题")
    if one_line(text, slot):
        return (Fill("标题", (Para(text),)), *_note(layouts, layout, slot, text, note))
    long_slot = layouts.slot(layout, "长标题")
    para = by_sense(text, long_slot) or in_any_case(continued(first_clause(title)[0], page), long_slot)
    return (Fill("长标题", (para,)),)


def _note(layouts: Layouts, layout: str, slot: Slot, title: str, note: str) -> tuple[Fill, ...]:
    # In another's template, whose headings may be centred, nothing stands beside them.
    if not note or layouts.is_foreign:
        return ()
    place = layouts.slot(layout, "标题旁注")
    left = (
        slot.box.left + slot.insets[0] + text_width(with_gaps(title)) * slot.levels[0].size / 0.97 + _NOTE_GAP
    )
    box = Box(left, place.box.top, slot.box.right - left, place.box.height)
    if box.width < 1 or text_width(with_gaps(note)) > room(place, 0, box):
        return ()
    return (Fill("标题旁注", (Para(note),), box),)


def row_height(text: str, slot: Slot, level: int = 0) -> float:
    """Return the height in points of a row of numbered text, with its air."""
    return height((Para(text, level),), slot) + _ROW_AIR


def _level(texts: Sequence[str], slot: Slot, tall: float) -> int:
    """The level of rows: the last, which is larger, where no line breaks for it and enough room is left."""
    large = len(slot.levels) - 1
    same = all(line_count(Para(text, large), slot) == line_count(Para(text), slot) for text in texts)
    needed = sum(row_height(text, slot, large) for text in texts)
    return large if same and needed <= _ROOMY * tall and slot.levels[large].size > slot.levels[0].size else 0


def rows(
    layouts: Layouts, layout: str, texts: Sequence[str], goal: str = ""
) -> tuple[tuple[Fill, ...], tuple[Accent, ...]]:
    """Return fills and hairlines of rows numbered from 1, spread over the area of the layout's rows.

    `goal` stands below them, where there is one.
    """
    texts_slots, numbers = layouts.row(layout, "条"), layouts.row(layout, "圆号")
    below = _goal_fill(layouts, layout, goal) if goal else None
    box = area(texts_slots)
    if below is not None and below.box is not None:
        box = Box(box.left, box.top, box.width, below.box.top - _GOAL_GAP - box.top)
    level = _level(texts, texts_slots[0], box.height)
    heights = [row_height(text, texts_slots[0], level) for text in texts]
    spare = max(box.height - sum(heights), 0.0)
    taken = min(spare / len(heights), _MOST_AIR) * len(heights)
    places = stack(Box(box.left, box.top + (spare - taken) / 2.2, box.width, sum(heights) + taken), heights)
    fills: list[Fill] = []
    accents: list[Accent] = []
    for i, (text, place) in enumerate(zip(texts, places, strict=True)):
        circle = numbers[i].box
        middle = Box(circle.left, place.top + (place.height - circle.height) / 2, circle.width, circle.height)
        accents.append(Accent(middle, AccentColour.MAIN, AccentKind.DISC))
        fills += [
            Fill(numbers[i].name, (Para(str(i + 1)),), _around(middle, str(i + 1), numbers[i])),
            Fill(texts_slots[i].name, (Para(text, level),), place),
        ]
        if i + 1 < len(places):
            line = Box(circle.left, place.bottom - _HAIRLINE / 2, place.right - circle.left, _HAIRLINE)
            accents.append(Accent(line, AccentColour.HAIRLINE))
    return (*fills, *([below] if below else [])), tuple(accents)


def _goal_fill(layouts: Layouts, layout: str, goal: str) -> Fill:
    """What all is for, at the foot of the rows."""
    slot = layouts.slot(layout, "目标")
    para = Para(goal, 0, len(AIM))
    tall = height((para,), slot)
    bottom = area(layouts.row(layout, "条")).bottom
    return Fill("目标", (para,), Box(slot.box.left, bottom - tall, slot.box.width, tall))


def _around(disc: Box, number: str, slot: Slot) -> Box:
    """The place of a number in its disc, wider than the disc where three figures would break in it."""
    if one_line(number, slot):
        return disc
    return Box(disc.left - disc.width / 2, disc.top, disc.width * 2, disc.height)
