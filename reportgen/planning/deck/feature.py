"""Phrases in parallel, a box each, and the lines around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.analysis.parallel import parallel
from reportgen.planning.deck.fit import fits, height, one_line
from reportgen.planning.deck.grid import area, columns
from reportgen.planning.deck.slides import Box, Fill, Para
from reportgen.planning.deck.special import Special
from reportgen.planning.wording import AIM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.analysis import Brief
    from reportgen.planning.deck.slides import Layouts, Slot
    from reportgen.planning.deck.topics import Saying, Topic

_MOST_LISTS = 2
_LINES = range(2, 5)
_GAP = 14.0
_LEAST_MORE, _MOST_MORE = 12.0, 56.0
"""Points by which boxes and gaps grow: what larger type of the lines must leave them, and the most."""
_LEAST_SHARE = 0.5
"""Of the average weight of a point, what phrases weigh at the least: the slide is about them."""
_BOX = 60.0  # points: a box of phrases, its text apart


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one form, and what stands before them in their line; both are words of the line."""

    saying: Saying
    intro: str
    pieces: tuple[str, ...]


def phrases(saying: Saying) -> Phrases | None:
    """Return the phrases in parallel that a line consists of, behind what leads to them."""
    found = parallel(saying.text)
    return Phrases(saying, found.intro, found.pieces) if found else None


def feature(topic: Topic, brief: Brief, layouts: Layouts) -> Special | None:
    """Return the parallel phrases of a point with its weightiest other lines; None where it has none."""
    del brief
    if topic.below:
        return None
    said = topic.everything
    least = _LEAST_SHARE * sum(one.weight for one in said) / len(said) if said else 0.0
    heavy = (saying for saying in said if saying.weight >= least)
    found = [one for saying in heavy if (one := phrases(saying)) is not None][:_MOST_LISTS]
    rest = [one for one in said if one not in [list_.saying for list_ in found]]
    lines = sorted((one for one in rest if not one.is_goal), key=lambda one: -one.worth)[: _LINES[-1] - 1]
    if not found or len(lines) < _LINES[0]:
        return None
    goals = [one for one in rest if one.is_goal][:1]
    return _laid_out(found, sorted(lines, key=lambda one: one.place), goals, layouts)


def _laid_out(
    found: Sequence[Phrases], lines: Sequence[Saying], goals: Sequence[Saying], layouts: Layouts
) -> Special | None:
    texts, goal = layouts.row("feature", "条"), layouts.slot("feature", "目标")
    whole = area([*layouts.row("feature", "主短语"), *texts])
    aim = Para(f"{AIM}　{goals[0].text}", 0, len(AIM)) if goals else None
    aim = aim if aim and fits((aim,), goal) else None
    places = columns(Box(whole.left, 0, whole.width, 0), len(lines), _GAP)
    bottom = goal.box.top - _GAP if aim else goal.box.bottom
    top = area([*layouts.row("feature", "引语"), *layouts.row("feature", "主短语")]).top
    intros = sum(
        height((Para(one.intro),), layouts.slot("feature", "引语1")) + _GAP / 2 for one in found if one.intro
    )
    room = bottom - top - intros - len(found) * (_BOX + _GAP)
    level, tall = _largest(
        [line.text for line in lines], texts[0], places[0], room - _LEAST_MORE * (2 * len(found) + 1)
    )
    if tall > room:
        return None
    more = min((room - tall) / (2 * len(found) + 1), _MOST_MORE)
    fills = _boxes(found, layouts, top, more)
    top += intros + len(found) * (_BOX + _GAP + 2 * more)
    if not fills:
        return None
    for slot, line, box in zip(texts, lines, places, strict=False):
        fills.append(Fill(slot.name, (Para(line.text, level),), Box(box.left, top, box.width, tall)))
    told = [*lines, *(goals[:1] if aim else ())]
    if aim:
        fills.append(Fill("目标", (aim,)))
    return Special(
        "feature", tuple(fills), (*(one.saying.text for one in found), *(one.text for one in told))
    )


def _largest(texts: Sequence[str], slot: Slot, box: Box, room: float) -> tuple[int, float]:
    """The first level at which lines side by side have room, else the last, and how tall they are."""
    talls = [max(height((Para(text, at),), slot, box) for text in texts) for at in range(len(slot.levels))]
    level = next((at for at, tall in enumerate(talls) if tall <= room), len(talls) - 1)
    return level, talls[level]


def _boxes(found: Sequence[Phrases], layouts: Layouts, top: float, more: float) -> list[Fill]:
    """The phrases in rows of boxes, with so much more room in and below them; none where one does not fit."""
    intros, rows = (
        layouts.row("feature", "引语"),
        (layouts.row("feature", "主短语"), layouts.row("feature", "次短语")),
    )
    whole = area([*rows[0], *layouts.row("feature", "条")])
    fills: list[Fill] = []
    for one, intro, slots in zip(found, intros, rows, strict=False):
        made = list(_row(one, intro, slots, Box(whole.left, top, whole.width, _BOX + more)))
        if sum(fill.slot != intro.name for fill in made) < len(one.pieces):
            return []
        fills += made
        top = max(fill.box.bottom for fill in made if fill.box) + _GAP + more
    return fills


def _row(one: Phrases, intro: Slot, slots: Sequence[Slot], box: Box) -> Iterator[Fill]:
    """What leads to the phrases, and a box each; nothing where one does not stand on a line."""
    top = box.top
    if one.intro:
        para = Para(one.intro)
        tall = height((para,), intro)
        yield Fill(intro.name, (para,), Box(intro.box.left, top, intro.box.width, tall))
        top += tall + _GAP / 2
    places = columns(Box(box.left, top, box.width, box.height), len(one.pieces), _GAP)
    level = next(
        (
            at
            for at in range(len(slots[0].levels))
            if all(_stands(text, slots[0], at, places[0]) for text in one.pieces)
        ),
        None,
    )
    if level is not None:
        for slot, text, place in zip(slots, one.pieces, places, strict=False):
            yield Fill(slot.name, (Para(text, level),), place)


def _stands(text: str, slot: Slot, level: int, box: Box) -> bool:
    return one_line(text, slot, level, box)
