"""Stages: what is to be done first, then and last, or by which days."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from reportgen.analysis.stated import due
from reportgen.planning.deck.fit import by_sense, height, is_torn_para, one_line
from reportgen.planning.deck.grid import area, columns
from reportgen.planning.deck.slides import Accent, AccentColour, AccentKind, Box, Fill, Para
from reportgen.planning.deck.special import Special
from reportgen.planning.markers import bare
from reportgen.planning.wording import shown
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.analysis import Brief, Measure
    from reportgen.planning.deck.slides import Layouts, Slot
    from reportgen.planning.deck.topics import Topic

_COUNT = range(3, 6)
_STAGE = lazy(r"首先|其次|再次|然后|最后|第[一二三四五]步|第[一二三四五]阶段")
_MOST_LINES = 3
_GAP = 10.0
_PAD = 12.0  # points between the edge of a card and its words
_MOST_FOOT, _MOST_MORE, _MOST_DOWN = 60.0, 24.0, 30.0
"""Points that cards, arrows, and what is above all take at most of what is left."""

Stage = tuple[str, str, tuple[str, ...]]
"""What a stage is called, its heading (may be empty), its lines."""


def steps(topic: Topic, brief: Brief, layouts: Layouts) -> Special | None:
    """Return the stages of a point as arrows; None where it has none, or they do not fit."""
    stages = _named(topic) or _dated(topic, brief)
    return _laid_out(stages, layouts) if len(stages) in _COUNT else None


def _named(topic: Topic) -> list[Stage]:
    """Points that the speech itself calls stages."""
    below = topic.below
    if not below or not all(_STAGE.match(simplified(one.marker)) for one in below):
        return []
    heaviest = [sorted(one.everything, key=lambda said: -said.worth)[:_MOST_LINES] for one in below]
    lines = [tuple(said.text for said in sorted(some, key=lambda said: said.place)) for some in heaviest]
    return [(bare(one.marker), one.short, said) for one, said in zip(below, lines, strict=True)]


def _dated(topic: Topic, brief: Brief) -> list[Stage]:
    """Measures with days, each later than the one before."""
    measures = topic.part.below_heading if topic.part and not topic.below else ()
    dated = [(day, one) for one in measures if (day := _day(one, brief))]
    days = [day for day, _ in dated]
    if len(dated) < len(measures) or any(one > other for one, other in pairwise(days)):
        return []
    stages: list[Stage] = []
    for _, group in groupby(dated, key=lambda entry: entry[0]):
        some = [one for _, one in group]
        stages.append(
            (shown(some[0].deadline) if some[0].deadline else "", "", tuple(shown(one.line) for one in some))
        )
    return stages


def _day(measure: Measure, brief: Brief) -> str:
    day = due(measure.deadline.text, brief.document) if measure.deadline else None
    return day.isoformat() if day else ""


def _laid_out(stages: Sequence[Stage], layouts: Layouts) -> Special | None:
    """Arrows side by side, and below each a card with what is done; None where it has no room."""
    arrows, heads, lines = (layouts.row("steps", name) for name in ("阶段", "步题", "步骤"))
    count, whole = len(stages), area(arrows)
    told = area([*heads, *lines])
    tops = columns(whole, count, 0.0)
    below = columns(Box(whole.left, told.top, whole.width, told.height), count, _GAP)
    inner = [Box(one.left + _PAD, one.top, one.width - 2 * _PAD, one.height) for one in below]
    labels = _labels([name for name, *_ in stages], arrows[0], tops)
    named = _headings([heading for _, heading, _ in stages], heads[0], inner)
    if labels is None or named is None:
        return None
    tall = max((height((para,), heads[0], inner[0]) for para in named if para), default=0.0)
    tall += _GAP if tall else 0.0
    room = below[0].height - tall - 2 * _PAD
    said = _lines([texts for *_, texts in stages], lines[0], inner[0], room)
    if not said:
        return None
    low = max(height(paras, lines[0], inner[0]) for paras in said)
    spare = room - low
    # What is left goes to the cards' foot, to the arrows, and above and below all.
    card = tall + low + 2 * _PAD + min(spare / 2, _MOST_FOOT)
    more = min(spare / 6, _MOST_MORE)
    down = min((spare - (card - tall - low - 2 * _PAD) - more) / 3, _MOST_DOWN)
    fills: list[Fill] = []
    cards: list[Accent] = []
    top = below[0].top + more + down
    for at, (label, heading, paras) in enumerate(zip(labels, named, said, strict=True)):
        arrow = Box(tops[at].left, whole.top + down, tops[at].width, whole.height + more)
        fills.append(Fill(arrows[at].name, (label,), arrow))
        place = inner[at]
        if heading:
            box = Box(place.left, top + _PAD, place.width, tall - _GAP)
            fills.append(Fill(heads[at].name, (heading,), box))
        fills.append(Fill(lines[at].name, paras, Box(place.left, top + _PAD + tall, place.width, low)))
        ground = Box(below[at].left, top, below[at].width, card)
        cards.append(Accent(ground, AccentColour.CARD, AccentKind.CARD))
    return Special("steps", tuple(fills), tuple(text for *_, texts in stages for text in texts), tuple(cards))


def _labels(names: Sequence[str], slot: Slot, boxes: Sequence[Box]) -> tuple[Para, ...] | None:
    """What stages are called, in one size: on a line each where that can be, else broken by sense."""
    for level in range(len(slot.levels)):
        if all(one_line(name, slot, level, box) for name, box in zip(names, boxes, strict=True)):
            return tuple(Para(name, level) for name in names)
    return _alike_by_sense(names, slot, boxes)


def _headings(headings: Sequence[str], slot: Slot, boxes: Sequence[Box]) -> tuple[Para | None, ...] | None:
    """The headings of stages in one size, None for one without; None for all where one has no room."""
    kept = [(text, box) for text, box in zip(headings, boxes, strict=True) if text]
    made = _alike_by_sense([text for text, _ in kept], slot, [box for _, box in kept])
    if made is None:
        return None
    paras = iter(made)
    return tuple(next(paras) if text else None for text in headings)


def _alike_by_sense(texts: Sequence[str], slot: Slot, boxes: Sequence[Box]) -> tuple[Para, ...] | None:
    """Texts broken by sense, at the first level where all fit and no word is torn, else where all fit."""
    torn: tuple[Para, ...] | None = None
    for level in range(len(slot.levels)):
        made = [by_sense(text, slot, box, [level]) for text, box in zip(texts, boxes, strict=True)]
        paras = tuple(para for para in made if para is not None)
        if len(paras) == len(texts):
            if not any(map(is_torn_para, paras)):
                return paras
            torn = torn or paras
    return torn


def _lines(said: Sequence[Sequence[str]], slot: Slot, box: Box, room: float) -> list[tuple[Para, ...]]:
    """What is done at each stage, in the largest type that has room; nothing where none has."""
    if not all(said):
        return []
    for level in range(len(slot.levels)):
        made = [tuple(Para(text, level) for text in texts) for texts in said]
        if all(height(paras, slot, box) <= room for paras in made):
            return made
    return []
