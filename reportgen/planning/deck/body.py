"""The slides of a section: a divider, cards or a list, and a slide for what a card cannot say in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.deck import words
from reportgen.planning.deck.cards import cards, groups
from reportgen.planning.deck.detail import detail, one_page
from reportgen.planning.deck.fit import first_by_sense, fits, height, in_any_case
from reportgen.planning.deck.setting import Setting, list_slides, pages_of
from reportgen.planning.deck.slides import Box, Extent, Fill, Layouts, Para, Slide
from reportgen.planning.wording import GOALS, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.analysis import Brief, Part


def section(
    brief: Brief, part: Part, number: int, layouts: Layouts, extent: Extent = Extent.FULL
) -> Iterator[Slide]:
    """A divider, then what the section holds."""
    setting = Setting(brief, part, words.marked(part, words.short(part)), layouts, extent)
    yield _divider(setting, number)
    yield from _points(setting) if part.parts else _listing(setting)


def _divider(setting: Setting, number: int) -> Slide:
    """The section's number and name on the panel, its own words beside it."""
    part, layouts = setting.part, setting.layouts
    head_text, tail = words.halves(part)
    fills = [_divider_number(part, number, layouts), _panel(("标题", "长标题"), head_text, layouts)]
    fills += [_panel(("副标题",), tail, layouts)] if tail else []
    lead = _lead(part, layouts) if part.parts else None
    fills += [lead] if lead else []
    return Slide("section", tuple(fills), (), None, "", setting.notes([part.node]))


def _divider_number(part: Part, number: int, layouts: Layouts) -> Fill:
    text = words.ordinal(part, number, layouts.slot("section", "长序数"))
    return Fill("序数" if len(text) == 1 else "长序数", (Para(text),))


def _panel(names: Sequence[str], text: str, layouts: Layouts) -> Fill:
    slots = [layouts.slot("section", name) for name in names]
    slot, para = first_by_sense(text, slots) or (slots[-1], in_any_case(text, slots[-1]))
    return Fill(slot.name, (para,))


def _lead(part: Part, layouts: Layouts) -> Fill | None:
    """The section's own words beside its name: as many whole sentences as fit."""
    slot = layouts.slot("section", "条1")
    box = Box(
        slot.box.left, slot.box.top, slot.box.width, layouts.slot("section", "目标").box.top - slot.box.top
    )
    kept: list[Para] = []
    for line in part.lead:
        if not fits((*kept, Para(shown(line), 1)), slot, box):
            break
        kept.append(Para(shown(line), 1))
    if not kept:
        return None
    return Fill("条1", tuple(kept), Box(box.left, box.top, box.width, height(kept, slot, box)))


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
