"""The slides of a section: a divider, cards or a list, and a slide for what a card cannot say in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.deck import words
from reportgen.planning.deck.cards import cards, groups
from reportgen.planning.deck.detail import detail, one_page
from reportgen.planning.deck.fit import by_sense, fits, height, in_any_case
from reportgen.planning.deck.setting import Setting, list_slides, pages_of
from reportgen.planning.deck.slides import Accent, AccentColour, Box, Extent, Fill, Layouts, Para, Slide, Slot
from reportgen.planning.wording import GOALS, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.analysis import Brief, Part

_MOST_TITLE_LINES = 2
_STACK_GAP = 14.0


def section(
    brief: Brief, part: Part, number: int, layouts: Layouts, extent: Extent = Extent.FULL
) -> Iterator[Slide]:
    """A divider, then what the section holds."""
    setting = Setting(brief, part, words.marked(part, words.short(part)), layouts, extent)
    yield _divider(setting, number)
    yield from _points(setting) if part.parts else _listing(setting)


def _divider(setting: Setting, number: int) -> Slide:
    part, layouts = setting.part, setting.layouts
    head_text, tail = words.halves(part)
    slot = layouts.slot("section", "标题")
    fills = [_divider_number(part, number, layouts)]
    title, box = _grown(layouts, ("标题", "长标题"), head_text, slot.box.top)
    top, bottom = box.top, box.bottom
    fills.append(title)
    if tail:
        low, box = _grown(layouts, ("副标题",), tail, bottom + _STACK_GAP / 2)
        fills.append(low)
        bottom = box.bottom
    lead = _lead(part, layouts, bottom + _STACK_GAP) if part.parts else None
    if lead is not None:
        fills.append(lead)
        bottom = lead.box.bottom if lead.box else bottom
    bar = Accent(Box(slot.box.left - 33, top + 6, 3, max(bottom - top - 6, 150)), AccentColour.SECOND)
    return Slide("section", tuple(fills), (bar,), None, "", setting.notes([part.node]))


def _divider_number(part: Part, number: int, layouts: Layouts) -> Fill:
    text = words.ordinal(part, number, layouts.slot("section", "长序数"))
    return Fill("序数" if len(text) == 1 else "长序数", (Para(text),))


def _grown(layouts: Layouts, names: Sequence[str], text: str, top: float) -> tuple[Fill, Box]:
    """Place a text at `top`, as tall as it needs, in the first placeholder that takes it on two lines."""
    for name in names:
        slot = layouts.slot("section", name)
        for level in range(len(slot.levels)):
            tall = Box(slot.box.left, top, slot.box.width, 400)
            para = by_sense(text, slot, tall, [level])
            if para is not None and para.text.count("\n") < _MOST_TITLE_LINES:
                return _placed(name, para, slot, tall)
    slot = layouts.slot("section", names[-1])
    tall = Box(slot.box.left, top, slot.box.width, layouts.slot("section", "导语").box.bottom - top)
    return _placed(names[-1], in_any_case(text, slot, tall), slot, tall)


def _placed(name: str, para: Para, slot: Slot, tall: Box) -> tuple[Fill, Box]:
    box = Box(tall.left, tall.top, tall.width, height((para,), slot, tall))
    return Fill(name, (para,), box), box


def _lead(part: Part, layouts: Layouts, top: float) -> Fill | None:
    """The section's own words under its heading: as many whole sentences as fit."""
    slot = layouts.slot("section", "导语")
    box = Box(slot.box.left, top, slot.box.width, slot.box.bottom - top)
    kept: list[Para] = []
    for line in part.lead:
        if not fits((*kept, Para(shown(line))), slot, box):
            break
        kept.append(Para(shown(line)))
    if not kept:
        return None
    return Fill("导语", tuple(kept), Box(box.left, top, box.width, height(kept, slot, box)))


def _points(setting: Setting) -> Iterator[Slide]:
    """The parts of a part side by side, then each that a card could not say in full."""
    said: set[int] = set()
    parts = setting.part.parts
    for number, group in enumerate(groups(parts)):
        told = cards(setting, group, continued=number > 0)
        if told is not None:
            said.update(map(id, told.done))
            yield told.slide
        elif len(group) > 1 or len(group[0].parts) == 1:
            # A lone part of a lone point has a slide of its own name, and none would name the point.
            yield from _headings(setting, group, continued=number > 0)
    for number, point in enumerate(parts, 1):
        if point.parts:
            yield from _points(setting.of(point))
        elif id(point) not in said:
            yield from detail(setting, point, number)


def _headings(setting: Setting, group: Sequence[Part], *, continued: bool) -> Iterator[Slide]:
    """Headings too long for cards, a row each."""
    texts = [words.marked(point, words.heading(point)) for point in group]
    nodes = [point.node for point in group]
    yield from list_slides(setting, words.halves(setting.part), texts, nodes, continued=continued)


def _listing(setting: Setting) -> Iterator[Slide]:
    """A section without points: its measures, else its own sentences, a row each."""
    part = setting.part
    texts = words.lines(part)
    if part.lead:
        texts = tuple(one_page(texts, setting.layouts))
    goals = words.goals(part)
    together = (*texts, f"{GOALS}：{'；'.join(goals)}") if goals else texts
    roomy = setting.extent < Extent.PAGE
    if roomy and pages_of(together, setting.layouts) > max(pages_of(texts, setting.layouts), 1):
        yield from list_slides(setting, words.halves(part), texts, [part.node])
        yield from list_slides(setting, (GOALS, words.short(part)), goals, [part.node])
    else:
        yield from list_slides(setting, words.halves(part), together, [part.node])
