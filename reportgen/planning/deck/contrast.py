"""Problems and what is to be done about each, side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.analysis.clauses import sentences
from reportgen.planning.deck.fit import fits
from reportgen.planning.deck.grid import area, stack
from reportgen.planning.deck.slides import Accent, AccentColour, AccentKind, Box, Fill, Para
from reportgen.planning.deck.special import Special
from reportgen.planning.wording import shown
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.analysis import Brief
    from reportgen.planning.deck.slides import Layouts, Slot
    from reportgen.planning.deck.topics import Topic

PROBLEMS, ANSWERS = "存在问题", "对策举措"
_COUNT = range(2, 5)
_AGAINST = re.compile(r"针对.{4,40}")
_GAP = 15.0
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
    places = stack(Box(whole.left, whole.top, whole.width, whole.height), [0.0] * len(pairs))
    fills = [Fill("左题", (Para(PROBLEMS),)), Fill("右题", (Para(ANSWERS),))]
    accents: list[Accent] = []
    for at, ((problem, answer), place) in enumerate(zip(pairs, places, strict=True)):
        boxes = [
            Box(slot.box.left, place.top, slot.box.width, place.height - _GAP)
            for slot in (left[at], right[at])
        ]
        for text, slot, box in zip((problem, answer), (left[at], right[at]), boxes, strict=True):
            if not fits((Para(text),), slot, box):
                return None
            fills.append(Fill(slot.name, (Para(text),), box))
        accents.append(_arrow(left[at], right[at], boxes[0]))
    return Special("contrast", tuple(fills), tuple(text for pair in pairs for text in pair), tuple(accents))


def _arrow(left: Slot, right: Slot, box: Box) -> Accent:
    middle = (left.box.right + right.box.left) / 2
    width, tall = _ARROW
    width = min(width, right.box.left - left.box.right - 4)
    place = Box(middle - width / 2, box.top + (box.height - tall) / 2, width, tall)
    return Accent(place, AccentColour.SECOND, AccentKind.ARROW)
