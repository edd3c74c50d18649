"""Points side by side: a card each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.deck.choosing import Picked
from reportgen.planning.deck.fit import by_sense, fits, height, in_any_case, is_torn_para
from reportgen.planning.deck.slides import Box, Fill, Para

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.planning.deck.frames import Frame, Row
    from reportgen.planning.deck.slides import Layouts, Slot

_MOST_TITLE_LINES = 2
_TITLE_GAP = 6.0


class Cards:
    """Lays a frame out on one of the layouts of cards."""

    def __init__(self, layouts: Layouts) -> None:
        """Take the layouts of the template."""
        self._layouts = layouts

    def layout(self, frame: Frame) -> str:
        """Return the name of the layout for so many cards."""
        return f"cards-{len(frame.rows)}"

    def fill(self, frame: Frame, picked: Picked) -> float:
        """Return the share of the cards that some lines take; above 1 they do not fit."""
        shares: list[float] = []
        for at, (title, slot) in enumerate(zip(self._titles(frame), self._bodies(frame), strict=True)):
            paras = tuple(Para(one.text) for one in picked.get(at, ()))
            box = _below(title, slot)
            if paras and not fits(paras, slot, box):
                return 1.01
            shares.append((slot.box.height - box.height + height(paras, slot, box)) / slot.box.height)
        return sum(shares) / len(shares)

    def fills(self, frame: Frame, picked: Picked) -> list[Fill]:
        """Return what stands on the cards."""
        out: list[Fill] = []
        for at, (row, title, slot) in enumerate(
            zip(frame.rows, self._titles(frame), self._bodies(frame), strict=True)
        ):
            out += self._mark(frame, row, at)
            out.append(title)
            paras = tuple(Para(one.text) for one in picked.get(at, ()))
            if paras:
                out.append(Fill(slot.name, paras, _below(title, slot)))
        return out

    def _mark(self, frame: Frame, row: Row, at: int) -> Iterator[Fill]:
        """The marker of a card as the speech has it, or what there is room for."""
        slot = self._layouts.slot(self.layout(frame), f"标记{at + 1}")
        texts = row.marks(at + 1)
        found = next((text for text in texts if fits((Para(text),), slot)), None)
        if found:
            yield Fill(slot.name, (Para(found),))

    def _bodies(self, frame: Frame) -> tuple[Slot, ...]:
        return self._layouts.row(self.layout(frame), "卡片")

    def _titles(self, frame: Frame) -> list[Fill]:
        """The cards' headings in one size, each as tall as the tallest."""
        slots = self._layouts.row(self.layout(frame), "卡题")
        level = max(_title(row, slot, 0).level for row, slot in zip(frame.rows, slots, strict=True))
        paras = [_title(row, slot, level) for row, slot in zip(frame.rows, slots, strict=True)]
        tall = max(height((para,), slot) for para, slot in zip(paras, slots, strict=True))
        return [
            Fill(slot.name, (para,), Box(slot.box.left, slot.box.top, slot.box.width, tall))
            for para, slot in zip(paras, slots, strict=True)
        ]


def _title(row: Row, slot: Slot, least: int) -> Para:
    tall = Box(slot.box.left, slot.box.top, slot.box.width, 400)
    for text in dict.fromkeys((row.heading, row.short)):
        for level in range(least, len(slot.levels)):
            para = by_sense(text, slot, tall, [level])
            if para is not None and not is_torn_para(para) and para.text.count("\n") < _MOST_TITLE_LINES:
                return para
    low = Box(0, 0, slot.box.width, _MOST_TITLE_LINES * slot.levels[-1].pitch)
    return in_any_case(row.short, slot, low)


def _below(title: Fill, slot: Slot) -> Box:
    bottom = title.box.bottom if title.box else slot.box.top
    top = max(bottom + _TITLE_GAP, slot.box.top)
    return Box(slot.box.left, top, slot.box.width, slot.box.bottom - top)
