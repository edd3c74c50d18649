"""Which lines stand on which slide: the weightiest that there is room and time for.

A line is taken for its weight a character, whole, where its row and its slide have room, until the speech's
budget is spent; what an editor wants goes before all others and needs no budget. A slide that would be nearly
empty then takes lines beyond the budget: it is shown anyway.
The choice is greedy; a knapsack of some hundred lines of about one length gains nothing by more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.planning.deck.frames import Frame
    from reportgen.planning.deck.topics import Saying

GOALS = -1
"""The row of a frame's goals."""
_MOST_GOALS = 2
_LEAST_SAID = 1.2
"""The weight from which on a row has a line of its own whatever the others have."""
_LEAST_WEIGHT = 0.9
"""What weighs less fills no slide: below it a third of what readers would skip comes in."""
_LEAST_OF_LEADS = 2.5
"""And of what a section says before its points, which come first: most of it are slogans."""
_LEAST_OF_GOALS = 1.2
"""And of goals: a doubtful one is worse than none."""
_FEWEST = 2
"""Lines, headings of points among them, that a slide has whatever they weigh."""
_BARELY, _LEAST_OF_BARE = 0.3, 0.2
"""The share of its area below which points take lighter lines too, and what those weigh at the least."""
ENOUGH = 0.38
"""The share of its area from which on a slide looks full."""

Picked = dict[int, list["Saying"]]
"""What is chosen for a frame, by row."""
Fill = Callable[["Frame", Picked], float]
"""A frame and what is chosen for it → the share of its area that this takes; above 1 it does not fit."""


@dataclass(slots=True)
class Choice:
    """The lines chosen so far: for each frame by row, and the characters that are left to spend."""

    frames: Sequence[Frame]
    fill: Fill
    left: float
    picked: list[Picked] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.picked = [{} for _ in self.frames]

    def take(self, at: int, row: int, one: Saying) -> bool:
        """Put a line into a row of a frame if there is room, and say whether there was."""
        if one.text in self.texts or len(self.picked[at].get(row, ())) >= self._most(at, row):
            return False
        before = self.picked[at].get(row, [])
        self.picked[at][row] = sorted([*before, one], key=lambda said: said.place)
        if self.fill(self.frames[at], self.picked[at]) > 1.0:
            self._put_back(at, row, before)
            return False
        self.texts.add(one.text)
        self.left -= len(one.text)
        return True

    def _put_back(self, at: int, row: int, before: list[Saying]) -> None:
        if before:
            self.picked[at][row] = before
        else:
            del self.picked[at][row]

    def _most(self, at: int, row: int) -> int:
        return _MOST_GOALS if row == GOALS else self.frames[at].rows[row].most

    def candidates(self, at: int) -> list[tuple[float, int, Saying]]:
        """Return what may still stand on a frame, the worthiest first: (worth, row, line)."""
        frame = self.frames[at]
        rows = [*enumerate(row.pool for row in frame.rows), (GOALS, frame.goals)]
        found = [(one.worth, row, one) for row, pool in rows for one in pool if one.text not in self.texts]
        return sorted(found, key=lambda entry: (-entry[0], entry[2].place))


def choose(frames: Sequence[Frame], fill: Fill, budget: float, enough: float = ENOUGH) -> list[Picked]:
    """Choose the lines of some frames.

    Args:
        frames: the slides to be filled.
        fill: how full a frame is.
        budget: characters that all lines together may have; some more where slides were empty else.
        enough: the share of its area up to which a slide takes lines whatever the budget.
    """
    choice = Choice(frames, fill, budget)
    for at in range(len(frames)):
        _begin(choice, at)
    everything = [
        (worth, at, row, one) for at in range(len(frames)) for worth, row, one in choice.candidates(at)
    ]
    for worth, at, row, one in sorted(everything, key=lambda entry: (-entry[0], entry[3].place)):
        if one.is_wanted or (worth >= _least(frames[at], row) and len(one.text) <= choice.left):
            choice.take(at, row, one)
    for at in range(len(frames)):
        _fill_up(choice, at, enough)
    return choice.picked


def _begin(choice: Choice, at: int) -> None:
    """The best line of each row that has a good one: points side by side look alike."""
    begun: set[int] = set()
    frame = choice.frames[at]
    for worth, row, one in choice.candidates(at):
        if row in begun or row == GOALS or worth < max(_LEAST_SAID, _least(frame, row)):
            continue
        if choice.take(at, row, one):
            begun.add(row)


def _least(frame: Frame, row: int) -> float:
    """The weight that a line of a row has at the least, unless the slide has nothing else."""
    if row == GOALS:
        return _LEAST_OF_GOALS
    return _LEAST_OF_LEADS if len(frame.rows) > 1 and not frame.rows[row].heading else _LEAST_WEIGHT


def _fill_up(choice: Choice, at: int, enough: float) -> None:
    frame = choice.frames[at]
    for worth, row, one in choice.candidates(at):
        lacks = told(frame, choice.picked[at]) < _FEWEST
        full = choice.fill(frame, choice.picked[at])
        if not lacks and full >= enough:
            return
        bare = full < _BARELY and row != GOALS and bool(frame.rows[row].heading)
        if lacks or worth >= (_LEAST_OF_BARE if bare else _least(frame, row)):
            choice.take(at, row, one)


def told(frame: Frame, picked: Picked) -> int:
    """Return how many lines a slide has beside its title, headings of points among them."""
    return sum(map(len, picked.values())) + sum(bool(row.heading) for row in frame.rows)


def is_hollow(frame: Frame, picked: Picked) -> bool:
    """Whether a slide has a single line, or none."""
    return told(frame, picked) < _FEWEST
