"""Problems and what is to be done about each, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.analysis.clauses import sentences
from reportgen.planning.deck.fit import alike, height
from reportgen.planning.deck.grid import area
from reportgen.planning.deck.slides import Accent, AccentColour, AccentKind, Box, Fill, Para
from reportgen.planning.deck.special import Special
from reportgen.planning.wording import shown
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.analysis import Brief
    from reportgen.planning.deck.slides import Layouts, Slot
    from reportgen.planning.deck.topics import Topic

PROBLEMS, ANSWERS = "存在问题", "对策举措"
_COUNT = range(2, 5)
_AGAINST = lazy(r"针对.{4,40}")
_GAP, _MOST_GAP = 15.0, 30.0  # points between two pairs
_AIR = 44.0  # points above and below the words of a card together, where there is room
_LEAST_CARD = 96.0
"""Points that a card is high where there is room: what stands on a line does not fill half of a slide."""
_ARROW = 30.0, 36.0  # points: width and height

Pair = tuple[str, str]


def contrast(topic: Topic, brief: Brief, layouts: Layouts) -> Special | None:
    """Return the problems of a point beside their answers; None where there are none, or no room."""
    del brief
    pairs = list(_pairs(topic))
    return _laid_out(pairs, layouts) if len(pairs) in _COUNT else None


def _pairs(topic: Topic) -> Iterator[Pair]:
    """What a sentence is against (针对…), and the measure that follows in it."""
    part = topic.part
    if part is None or topic.below:
        return
    lines = [one.line for one in part.measures if isinstance(one.line, Excerpt)]
    for clauses in sentences(part.node.body):
        for clause in clauses[:-1]:
            end = clauses[-1].passage.span.end
            if _AGAINST.fullmatch(simplified(clause.text)):
                answer = next((one for one in lines if clause.passage.span.end <= one.start < end), None)
                if answer is not None:
                    yield clause.text, shown(answer)
                break


def _laid_out(pairs: Sequence[Pair], layouts: Layouts) -> Special | None:
    left, right = layouts.row("contrast", "左"), layouts.row("contrast", "右")
    if len(pairs) > min(len(left), len(right)):
        return None
    whole = area([*left, *right])
    most = (whole.height + _GAP) / len(pairs) - _GAP
    slots = (left[0], right[0])
    paras = [_sized([pair[side] for pair in pairs], slot, most) for side, slot in enumerate(slots)]
    if not all(paras):
        return None
    # Both columns are set in one size, that of the longer one.
    level = max(some[0].level for some in paras)
    levels = [min(level, len(slot.levels) - 1) for slot in slots]
    rows = [tuple(map(Para, pair, levels)) for pair in pairs]
    tall = max(height((para,), slot) for row in rows for para, slot in zip(row, slots, strict=True))
    tall = min(max(tall + _AIR, _LEAST_CARD), most)
    gap = min((whole.height - tall * len(pairs)) / max(len(pairs) - 1, 1), _MOST_GAP)
    fills = [Fill("左题", (Para(PROBLEMS),)), Fill("右题", (Para(ANSWERS),))]
    accents: list[Accent] = []
    for at, row in enumerate(rows):
        top = whole.top + at * (tall + gap)
        boxes = [Box(slot.box.left, top, slot.box.width, tall) for slot in slots]
        fills += [
            Fill(slot.name, (para,), box)
            for slot, para, box in zip((left[at], right[at]), row, boxes, strict=True)
        ]
        accents.append(_arrow(left[at], right[at], boxes[0]))
    return Special("contrast", tuple(fills), tuple(text for pair in pairs for text in pair), tuple(accents))


def _sized(texts: Sequence[str], slot: Slot, most: float) -> tuple[Para, ...]:
    """What stands in a column, in one size; nothing where it has no room in cards of a height."""
    boxes = [Box(slot.box.left, slot.box.top, slot.box.width, most)] * len(texts)
    return alike(texts, slot, boxes) or ()


def _arrow(left: Slot, right: Slot, box: Box) -> Accent:
    middle = (left.box.right + right.box.left) / 2
    width, tall = _ARROW
    width = min(width, right.box.left - left.box.right - 4)
    place = Box(middle - width / 2, box.top + (box.height - tall) / 2, width, tall)
    return Accent(place, AccentColour.SECOND, AccentKind.ARROW)
