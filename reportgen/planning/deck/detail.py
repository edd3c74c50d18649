"""A slide for one point: its heading and goals in the side panel, its measures beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.planning.deck import words
from reportgen.planning.deck.fit import at_some_level, first_by_sense, height, in_any_case
from reportgen.planning.deck.frame import row_pages, rows, rows_that_fit
from reportgen.planning.deck.setting import Setting, list_slides
from reportgen.planning.deck.slides import Box, Extent, Fill, Layouts, Para, Slide
from reportgen.planning.markers import bare
from reportgen.planning.wording import CONTINUED, GOALS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.analysis import Part

_GAP = 14.0  # points between the heading and the goals of the panel
_LONGEST_PLACE = 9  # characters of "二 · 之一" that stand on one line of the panel
_FEW = 3  # fewer rows than this leave the slide empty; the goals then stand among them


@dataclass(frozen=True, slots=True)
class _Heading:
    """The heading of the panel and the height in points at which it ends."""

    fill: Fill
    bottom: float


def detail(setting: Setting, point: Part, number: int) -> Iterator[Slide]:
    """A point with all its measures, and its goals in the side panel where they fit."""
    goals = words.goals(point)
    texts = _texts(setting, point)
    if len(texts) < _FEW:
        texts, goals = words.all_lines(point) or texts, ()
    layouts = setting.layouts
    heading = _heading(point, layouts)
    panel = _panel(goals, heading, layouts)
    texts = setting.limited(texts, "detail")
    level, found = row_pages(texts, layouts.row("detail", "条")) if texts else (0, [])
    for page, numbers in enumerate(found):
        fills, accents = rows(layouts, "detail", [texts[i] for i in numbers], level, numbers[0] + 1)
        side = (_place(setting.part, point, number, more=page > 0), heading.fill, *(() if page else panel))
        notes = setting.notes([point.node])
        yield Slide("detail", (*side, *fills), accents, None, setting.footer, notes)
    if goals and not (panel and found) and (setting.extent < Extent.PAGE or not found):
        yield from list_slides(setting, (GOALS, words.short(point)), goals, [point.node])


def _texts(setting: Setting, point: Part) -> Sequence[str]:
    return one_page(words.lines(point), setting.layouts) if point.lead else words.lines(point)


def one_page(texts: Sequence[str], layouts: Layouts) -> Sequence[str]:
    """Of running text the first sentences that fill one slide; all of it stands in the notes."""
    slots = layouts.row("list", "条")
    kept = rows_that_fit(texts[: len(slots)], slots)
    while kept and len(row_pages(kept, slots)[1]) > 1:
        kept.pop()
    return kept


def _place(part: Part, point: Part, number: int, *, more: bool) -> Fill:
    own = bare(point.marker) or str(number)
    above = bare(part.marker)
    text = f"{above} · {own}" if above and len(above) + len(own) <= _LONGEST_PLACE else own
    return Fill("位置", (Para(text + (CONTINUED if more else "")),))


def _heading(point: Part, layouts: Layouts) -> _Heading:
    text = words.heading(point)
    slots = [layouts.slot("detail", name) for name in ("标题", "长标题")]
    slot, para = first_by_sense(text, slots) or (slots[-1], in_any_case(text, slots[-1]))
    return _Heading(Fill(slot.name, (para,)), slot.box.top + height((para,), slot))


def _panel(goals: Sequence[str], heading: _Heading, layouts: Layouts) -> tuple[Fill, ...]:
    """The goals at the foot of the side panel; nothing where they do not all fit under the heading."""
    if not goals:
        return ()
    label, slot = layouts.slot("detail", "目标标签"), layouts.slot("detail", "目标")
    tallest = slot.box.bottom - heading.bottom - label.box.height - _GAP
    paras = at_some_level(goals, slot, Box(slot.box.left, 0, slot.box.width, tallest))
    if paras is None:
        return ()
    tall = height(paras, slot)
    box = Box(slot.box.left, slot.box.bottom - tall, slot.box.width, tall)
    above = Box(label.box.left, box.top - label.box.height, label.box.width, label.box.height)
    return (Fill("目标标签", (Para(GOALS),), above), Fill("目标", paras, box))
