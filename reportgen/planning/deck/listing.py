"""Lines under a title, a numbered row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.deck.choosing import GOALS, Picked
from reportgen.planning.deck.fit import height
from reportgen.planning.deck.frame import row_height, rows
from reportgen.planning.deck.grid import area
from reportgen.planning.deck.slides import Para
from reportgen.planning.wording import AIM

if TYPE_CHECKING:
    from reportgen.planning.deck.frames import Frame
    from reportgen.planning.deck.slides import Accent, Fill, Layouts

LAYOUT = "list"
_GAP = 10.0


class Listing:
    """Lays a frame out on the list layout."""

    def __init__(self, layouts: Layouts, lines: int) -> None:
        """Take the layouts of the template, and how many lines of the slide a line of the speech may take."""
        self._layouts, self._most_lines = layouts, lines
        self._slots = layouts.row(LAYOUT, "条")
        self._goal = layouts.slot(LAYOUT, "目标")

    def fill(self, frame: Frame, picked: Picked) -> float:
        """Return the share of the area that some lines take; above 1 they do not fit."""
        del frame
        texts, goal = _texts(picked), _goal(picked)
        slot = self._slots[0]
        most = self._most_lines * slot.levels[0].pitch + slot.insets[1] + slot.insets[3] + 1
        if len(texts) > len(self._slots) or any(height((Para(text),), slot) > most for text in texts):
            return 1.01
        low = self._goal_height(goal) + _GAP if goal else 0.0
        return (sum(row_height(text, slot) for text in texts) + low) / area(self._slots).height

    def fills(self, picked: Picked) -> tuple[tuple[Fill, ...], tuple[Accent, ...]]:
        """Return what stands on the slide, and what is drawn on it."""
        texts, goal = _texts(picked), _goal(picked)
        return rows(self._layouts, LAYOUT, texts, goal)

    def _goal_height(self, text: str) -> float:
        return height((Para(text),), self._goal)


def _texts(picked: Picked) -> list[str]:
    """The lines in rows; where there are goals only, they are the rows."""
    found = [one.text for row, said in sorted(picked.items()) if row != GOALS for one in said]
    return found or [one.text for one in picked.get(GOALS, [])]


def _goal(picked: Picked) -> str:
    said = picked.get(GOALS, []) if len(picked) > 1 else []
    return f"{AIM}　{'；'.join(one.text for one in said)}" if said else ""
