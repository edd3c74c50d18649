"""Points side by side: a card each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from reportgen.planning.deck import words
from reportgen.planning.deck.fit import by_sense, fits, height
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.slides import Box, Extent, Fill, Para, Slide, Slot
from reportgen.planning.markers import bare
from reportgen.planning.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.analysis import Part
    from reportgen.planning.deck.setting import Setting

_FEWEST_CARDS = 2  # one card is no comparison
_MOST_CARDS = 6
_MOST_BULLETS = 4  # a card that cannot say all is a glance; the rest stands on the point's own slide
_MOST_TITLE_LINES = 2
_TITLE_GAP = 6.0
_GOAL = 1  # the text level of goals on a card


@dataclass(frozen=True, slots=True)
class Told:
    """A slide of cards, and which of its points need no slide of their own."""

    slide: Slide
    done: tuple[Part, ...]


def groups(parts: Sequence[Part]) -> list[Sequence[Part]]:
    """Cards a slide: all where six hold them, else alike shares."""
    count = -(-len(parts) // _MOST_CARDS)
    edges = [round(len(parts) * i / count) for i in range(count + 1)]
    return [parts[a:b] for a, b in pairwise(edges)]


def cards(setting: Setting, group: Sequence[Part], *, continued: bool) -> Told | None:
    """A slide of cards; None for a single point, and where headings or text are too long for cards."""
    if len(group) < _FEWEST_CARDS:
        return None
    name = f"cards-{len(group)}"
    titles = _titles(group, setting.layouts.row(name, "卡题"))
    if titles is None:
        return None
    fills = [*head(setting.layouts, name, *words.halves(setting.part), continued=continued)]
    done: list[Part] = []
    for i, (point, title, body) in enumerate(
        zip(group, titles, setting.layouts.row(name, "卡片"), strict=True), 1
    ):
        bottom = title.box.bottom if title.box else body.box.top
        box = Box(body.box.left, bottom + _TITLE_GAP, body.box.width, body.box.bottom - bottom - _TITLE_GAP)
        bullets, all_said = _bullets(point, body, box, setting.extent)
        in_full = _in_full(point, title)
        if not bullets and not (all_said and in_full) and not point.parts:
            return None
        done += [point] if in_full and (all_said or setting.extent is Extent.GLANCE) else []
        mark = (Fill(f"标记{i}", (Para(bare(point.marker)),)),) if point.marker else ()
        fills += [*mark, title, *((Fill(body.name, bullets, box),) if bullets else ())]
    notes = setting.notes([point.node for point in group])
    return Told(Slide(name, tuple(fills), (), None, setting.footer, notes), tuple(done))


def _in_full(point: Part, title: Fill) -> bool:
    """Whether a card's title is the whole heading; what was left out stands on the point's own slide."""
    heading, shown = words.heading(point), title.paras[0].text
    return "".join(heading.split()) == "".join(shown.split())


def _titles(group: Sequence[Part], slots: Sequence[Slot]) -> list[Fill] | None:
    """The cards' headings in one size, as tall as the tallest; None where one takes too many lines."""
    made = [_title(point, slot) for point, slot in zip(group, slots, strict=True)]
    least = max((para.level for para in made if para), default=0)
    same = [_title(point, slot, least) or para for point, slot, para in zip(group, slots, made, strict=True)]
    paras = [para for para in same if para is not None]
    if len(paras) < len(group):
        return None
    tall = max(height((para,), slot) for para, slot in zip(paras, slots, strict=True))
    return [
        Fill(slot.name, (para,), Box(slot.box.left, slot.box.top, slot.box.width, tall))
        for para, slot in zip(paras, slots, strict=True)
    ]


def _title(point: Part, slot: Slot, least: int = 0) -> Para | None:
    """A card's heading on two lines at most; its one line where the heading is too long."""
    box = Box(slot.box.left, slot.box.top, slot.box.width, 400)
    for text in dict.fromkeys((words.heading(point), words.short(point))):
        for level in range(least, len(slot.levels)):
            para = by_sense(text, slot, box, [level])
            if para is not None and para.text.count("\n") < _MOST_TITLE_LINES:
                return para
    return None


def _bullets(point: Part, slot: Slot, box: Box, extent: Extent) -> tuple[tuple[Para, ...], bool]:
    """What a card says of a point, all of its measures and goals or the first, and whether that is all.

    Where no slide follows for the rest, the last one tells of how many.
    """
    texts = words.lines(point)
    goals = () if point.parts else words.goals(point)
    everything = (*map(Para, texts), *(Para(goal, min(_GOAL, len(slot.levels) - 1)) for goal in goals))
    if fits(everything, slot, box) and not point.parts:
        return everything, True
    kept: list[Para] = []
    for text in texts[:_MOST_BULLETS]:
        if not fits((*kept, Para(text)), slot, box):
            break
        kept.append(Para(text))
    while extent is Extent.GLANCE and kept and len(texts) > len(kept) and not point.parts:
        last = Para(counted(kept[-1].text, len(texts)))
        if fits((*kept[:-1], last), slot, box):
            return (*kept[:-1], last), False
        kept.pop()
    return tuple(kept), False
