"""The slide of a section: its number and heading on a panel at the left, its points beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.planning.deck.choosing import GOALS, Picked
from reportgen.planning.deck.fit import (
    by_sense,
    height,
    in_any_case,
    is_torn_para,
    line_count,
    one_line,
)
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.frames import Frame, Row
from reportgen.planning.deck.grid import area, stack
from reportgen.planning.deck.slides import Accent, AccentColour, Box, Fill, Para
from reportgen.planning.wording import AIM, continued, numbers_called, sections_called
from reportgen.text.numerals import han_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.planning.deck.slides import Layouts

LAYOUT = "section"
_ROW_GAP = 14.0
"""Points between two rows at the least."""
_MOST_ROW_GAP = 72.0
_LINE_GAP = 3.0
_GOAL_GAP = 12.0
_MOST_TITLE_LINES = 2
_STACK_GAP = 14.0
_DOT, _DOT_ON, _DOT_GAP = 13.5, 33.0, 6.0
"""Points: a dot of the progress, the one of this slide, the room between two."""
_MOST_DOTS = 12
_LEAD, _ALONE, _LARGER = 1, 2, 3
"""Levels of lines: before the points, under none, and where there is room for larger type."""
_LEAST_REACH = 0.65
"""The share of its area over which even two rows are spread, the gap below the last one counted in."""
_ROOMY = 0.9
"""The share of its area that larger type may fill: what is set large must not look crowded."""


@dataclass(frozen=True, slots=True)
class _Sized:
    """A row as it will stand: its marker in forms, its heading, its lines, its height less the gap below."""

    marks: tuple[str, ...]
    heading: Para | None
    lines: tuple[Para, ...]
    height: float


class Panel:
    """Lays a frame out on the section layout."""

    def __init__(self, layouts: Layouts, lines: int) -> None:
        """Take the layouts of the template, and how many lines of the slide a line of the speech may take."""
        self._layouts, self._most_lines = layouts, lines
        self._marks = layouts.row(LAYOUT, "标记")
        self._heads = layouts.row(LAYOUT, "点题")
        self._lines = layouts.row(LAYOUT, "条")
        self._goal = layouts.slot(LAYOUT, "目标")
        self._area = area([*self._heads, *self._lines])

    @property
    def most_rows(self) -> int:
        """Rows that the layout has places for."""
        return min(len(self._heads), len(self._lines))

    def fill(self, frame: Frame, picked: Picked) -> float:
        """Return the share of the area that some lines take; above 1 they do not fit."""
        goal = self._goal_text(frame, picked)
        room = self._area.height - (self._goal_height(goal) + _GOAL_GAP if goal else 0.0)
        sized = self._sized(frame, picked, room)
        needed = _needed(sized)
        if needed > room or len(sized) > self.most_rows or self._too_long(picked):
            return 1.01
        taken = self._area.height - room
        return (needed + taken) / self._area.height

    def _too_long(self, picked: Picked) -> bool:
        """Whether a line takes too many lines of the slide."""
        slot = self._lines[0]
        most = self._most_lines * slot.levels[0].pitch + slot.insets[1] + slot.insets[3] + 1
        return any(
            height((Para(one.text),), slot) > most
            for row, said in picked.items()
            if row != GOALS
            for one in said
        )

    def _goal_text(self, frame: Frame, picked: Picked) -> str:
        del frame
        said = picked.get(GOALS, [])
        return f"{AIM}　{'；'.join(one.text for one in said)}" if said else ""

    def _goal_height(self, text: str) -> float:
        return height((Para(text),), self._goal)

    def _sized(self, frame: Frame, picked: Picked, room: float) -> list[_Sized]:
        """The rows in the type that all of them have when slides are chosen for."""
        sized = self._rows(frame, picked, 1, 0)
        if all(one.heading is None for one in sized):
            alone = self._rows(frame, picked, 1, _ALONE)
            return alone if _needed(alone) <= room else sized
        return sized

    def _set(self, frame: Frame, picked: Picked, room: float) -> list[_Sized]:
        """The rows as they are set: in larger type where a slide would be half empty else.

        Not where a line would break for it that stands on one line else: a word alone looks worse.
        """
        sized = self._sized(frame, picked, room)
        for level in (_LARGER, _ALONE):
            larger = self._rows(frame, picked, 0, level)
            fits = _needed(larger) <= _ROOMY * room and self._lines_of(larger) == self._lines_of(sized)
            if fits and all(self._is_above(row) for row in larger):
                return larger
        return sized

    def _is_above(self, row: _Sized) -> bool:
        """Whether a heading is in no smaller type than the lines below it."""
        sizes = [self._lines[0].levels[line.level].size for line in row.lines]
        return row.heading is None or self._heads[0].levels[row.heading.level].size >= max(sizes, default=0.0)

    def _lines_of(self, rows: Sequence[_Sized]) -> list[int]:
        """How many lines each line of the speech takes."""
        return [line_count(one, self._lines[0], self._beside(one.level)) for row in rows for one in row.lines]

    def _rows(self, frame: Frame, picked: Picked, head: int, line: int) -> list[_Sized]:
        """The rows with headings and lines at these levels, headings smaller where they are long."""
        level = max((self._heading(row, head)[1] for row in frame.rows if row.heading), default=head)
        has_points = any(row.heading for row in frame.rows)
        out: list[_Sized] = []
        for at, row in enumerate(frame.rows):
            texts = tuple(one.text for one in picked.get(at, ()))
            if row.heading:
                out.append(self._size(row, texts, (level, line), at + 1))
            else:
                # Lines that stand under no point are rows of their own, spread over the slide.
                out += [self._alone(text, _LEAD if has_points else line) for text in texts]
        return out

    def _alone(self, text: str, level: int) -> _Sized:
        lines = (Para(text, level),)
        return _Sized((), None, lines, height(lines, self._lines[0], self._beside(level)))

    def _beside(self, level: int) -> Box:
        """Where lines stand: what leads to points begins where their markers do."""
        box = self._lines[0].box
        left = self._marks[0].box.left if level == _LEAD else box.left
        return Box(left, box.top, box.right - left, box.height)

    def _size(self, row: Row, texts: tuple[str, ...], levels: tuple[int, int], place: int) -> _Sized:
        para, _ = self._heading(row, levels[0])
        lines = tuple(Para(text, levels[1]) for text in texts)
        tall = height((para,), self._heads[0]) + (_LINE_GAP + height(lines, self._lines[0]) if lines else 0.0)
        return _Sized(row.marks(place), para, lines, tall)

    def _heading(self, row: Row, least: int) -> tuple[Para, int]:
        """A row's heading at the first level where it takes two lines at most, and that level."""
        slot = self._heads[0]
        tall = Box(0, 0, slot.box.width, 400)
        for text in dict.fromkeys((row.heading, row.short)):
            for level in range(least, len(slot.levels)):
                para = by_sense(text, slot, tall, [level])
                if para is not None and not is_torn_para(para) and para.text.count("\n") < _MOST_TITLE_LINES:
                    return para, level
        low = Box(0, 0, slot.box.width, _MOST_TITLE_LINES * slot.levels[-1].pitch)
        return in_any_case(row.short, slot, low), len(slot.levels) - 1

    def fills(
        self, frame: Frame, picked: Picked, sections: int
    ) -> tuple[tuple[Fill, ...], tuple[Accent, ...]]:
        """Return what stands on the slide, and what is drawn on it."""
        if self._layouts.is_foreign:
            fills, accents = [*head(self._layouts, LAYOUT, _numbered(frame), page=frame.page)], []
        else:
            fills, accents = self._left(frame), list(self._progress(frame, sections))
        goal = self._goal_text(frame, picked)
        low = self._goal_height(goal) if goal else 0.0
        room = self._area.height - (low + _GOAL_GAP if goal else 0.0)
        sized = self._set(frame, picked, room)
        heights = [row.height + _ROW_GAP for row in sized]
        spare = max(room + _ROW_GAP - sum(heights), 0.0)
        most = max((_MOST_ROW_GAP - _ROW_GAP) * len(heights), _LEAST_REACH * room - sum(heights))
        taken = min(spare, most)
        top = self._area.top + (spare - taken) / 2.2
        box = Box(self._area.left, top, self._area.width, sum(heights) + taken)
        places = stack(box, heights)
        for at, (row, place) in enumerate(zip(sized, places, strict=True)):
            fills += self._row_fills(row, at, place.top)
            if at:
                line = Box(
                    self._marks[0].box.left,
                    place.top - (taken / len(heights) + _ROW_GAP) / 2,
                    self._area.right - self._marks[0].box.left,
                    0.75,
                )
                accents.append(Accent(line, AccentColour.HAIRLINE))
        if goal:
            under = Box(self._goal.box.left, self._area.bottom - low, self._goal.box.width, low)
            fills.append(Fill("目标", (Para(goal, 0, len(AIM)),), under))
        return tuple(fills), tuple(accents)

    def _row_fills(self, row: _Sized, at: int, top: float) -> Iterator[Fill]:
        mark, head, line = self._marks[at], self._heads[at], self._lines[at]
        if row.heading is not None:
            tall = height((row.heading,), head)
            marker = next((text for text in row.marks if one_line(text, mark)), None)
            if marker is not None:
                number = (Para(marker),)
                high = max(tall, height(number, mark))  # beside a heading of the smallest type it is taller
                yield Fill(mark.name, number, Box(mark.box.left, top, mark.box.width, high))
            yield Fill(head.name, (row.heading,), Box(head.box.left, top, head.box.width, tall))
            top += tall + _LINE_GAP
        if row.lines:
            beside = self._beside(row.lines[0].level)
            tall = height(row.lines, line, beside)
            yield Fill(line.name, row.lines, Box(beside.left, top, beside.width, tall))

    def _left(self, frame: Frame) -> list[Fill]:
        """The panel: number, heading, what stands behind its first clause."""
        number, title = self._number(frame), self._title(frame)
        slot = self._layouts.slot(LAYOUT, "副标题")
        fills = [number, *([title] if title else [])]
        bottom = title.box.bottom if title and title.box else slot.box.top
        if frame.tail:
            room = self._layouts.slot(LAYOUT, "进度").box.top - bottom - 2 * _STACK_GAP
            tall = Box(slot.box.left, bottom + _STACK_GAP, slot.box.width, room)
            para = by_sense(frame.tail, slot, tall) or in_any_case(frame.tail, slot, tall)
            fills.append(Fill("副标题", (para,), Box(tall.left, tall.top, tall.width, height((para,), slot))))
        return fills

    def _number(self, frame: Frame) -> Fill:
        text = _ordinal(frame)
        for name in ("序数", "长序数"):
            slot = self._layouts.slot(LAYOUT, name)
            if one_line(text, slot):
                return Fill(name, (Para(text),))
        return Fill("长序数", (Para(str(frame.number)),))

    def _title(self, frame: Frame) -> Fill | None:
        text = continued(frame.title or sections_called(frame.number, frame.last), frame.page)
        low = self._layouts.slot(LAYOUT, "进度").box.top - _STACK_GAP
        for name in ("标题", "长标题"):
            slot = self._layouts.slot(LAYOUT, name)
            tall = Box(slot.box.left, slot.box.top, slot.box.width, low - slot.box.top)
            most = tall.height * (0.55 if frame.tail else 1.0)
            for level in range(len(slot.levels)):
                para = by_sense(text, slot, tall, [level])
                if para is not None and not is_torn_para(para) and height((para,), slot) <= most:
                    return Fill(name, (para,), Box(tall.left, tall.top, tall.width, height((para,), slot)))
        para = in_any_case(text, slot, tall)
        return Fill("长标题", (para,), Box(tall.left, tall.top, tall.width, height((para,), slot)))

    def _progress(self, frame: Frame, sections: int) -> Iterator[Accent]:
        """A dot a section, a long one where we are."""
        place = self._layouts.slot(LAYOUT, "进度").box
        if not 1 < sections <= _MOST_DOTS:
            return
        left = place.left
        gap = min(_DOT_GAP, 60.0 / sections)
        dot = min(_DOT, (place.width - _DOT_ON - gap * sections) / sections)
        for number in range(1, sections + 1):
            here = frame.number <= number <= frame.last
            wide = _DOT_ON if here else dot
            colour = AccentColour.ON_DARK if here else AccentColour.DIM
            yield Accent(Box(left, place.top, wide, place.height), colour)
            left += wide + gap


def _needed(sized: Sequence[_Sized]) -> float:
    return sum(row.height for row in sized) + _ROW_GAP * max(len(sized) - 1, 0)


def _numbered(frame: Frame) -> str:
    """The heading of a section with its number before it, as it stands in a text."""
    if not frame.title:
        return sections_called(frame.number, frame.last)
    is_one = frame.own and frame.last == frame.number
    return f"{han_number(frame.own)}、{frame.title}" if is_one else frame.title


def _ordinal(frame: Frame) -> str:
    """The number of a section as its marker says it; of several, from which to which."""
    if frame.last > frame.number:
        return numbers_called(frame.own, frame.own + frame.last - frame.number)
    # A speech without sections has slides only.
    return han_number(frame.own or frame.page + 1)
