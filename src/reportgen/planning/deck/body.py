"""The slides of the sections: divider, cards or list, and a detail slide a point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.analysis import Brief, Part
from reportgen.outline import Node
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import at_some_level, by_sense, fits, height
from reportgen.planning.deck.frame import head, row_pages, rows
from reportgen.planning.deck.model import Accent, Box, Fill, Layouts, Para, Role, Slide, Slot
from reportgen.planning.wording import GOALS, shown

_MOST_CARDS = 6
_MOST_BULLETS = 4  # a card is a glance; what it leaves out stands on the point's own slide
_DETAIL_FROM = 3  # measures that make a point worth a slide of its own (the issue)
_MOST_TITLE_LINES = 2
_STACK_GAP = 14.0


def section(brief: Brief, part: Part, number: int, layouts: Layouts) -> Iterator[Slide]:
    """A divider, then what the section holds."""
    footer = words.marked(part, words.short(part))
    yield _divider(brief, part, number, layouts)
    if part.parts:
        yield from _points(brief, part, footer, layouts)
    else:
        yield from listing(brief, part, footer, layouts)


def _divider(brief: Brief, part: Part, number: int, layouts: Layouts) -> Slide:
    head_text, tail = words.halves(part)
    slot = layouts.slot("section", "标题")
    fills = [_divider_number(part, number)]
    title, box = _grown(layouts, ("标题", "长标题"), head_text, slot.box.top)
    top, bottom = box.top, box.bottom
    fills.append(title)
    if tail:
        low, box = _grown(layouts, ("副标题",), tail, bottom + _STACK_GAP / 2)
        fills.append(low)
        bottom = box.bottom
    lead = _lead(part, layouts, bottom + _STACK_GAP)
    if lead is not None:
        fills.append(lead)
        bottom = lead.box.bottom if lead.box else bottom
    bar = Accent(Box(slot.box.left - 33, top + 6, 3, max(bottom - top - 6, 150)), Role.SECOND)
    return Slide("section", tuple(fills), (bar,), None, "", words.notes([part.node], brief))


def _divider_number(part: Part, number: int) -> Fill:
    text = words.ordinal(part, number)
    return Fill("序数" if len(text) == 1 else "长序数", (Para(text),))


def _grown(layouts: Layouts, names: Sequence[str], text: str, top: float) -> tuple[Fill, Box]:
    """Place a text at `top`, as tall as it needs; the first placeholder that takes it on two lines, else the last."""
    for name in names:
        slot = layouts.slot("section", name)
        for level in range(len(slot.levels)):
            tall = Box(slot.box.left, top, slot.box.width, 400)
            para = by_sense(text, slot, tall, [level])
            last = name == names[-1] and level == len(slot.levels) - 1
            if para is not None and (last or para.text.count("\n") < _MOST_TITLE_LINES):
                box = Box(slot.box.left, top, slot.box.width, height((para,), slot, tall))
                return Fill(name, (para,), box), box
    raise AssertionError("a box of 400 points takes any heading")


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


def _points(brief: Brief, part: Part, footer: str, layouts: Layouts) -> Iterator[Slide]:
    """The parts of a part side by side, then each that has more to say."""
    told: set[int] = set()
    groups = _groups(part.parts)
    for number, group in enumerate(groups):
        slide = _cards(brief, part, group, footer, layouts, told, continued=number > 0)
        if slide is not None:
            yield slide
        elif len(group) > 1:
            yield from _heading_list(brief, part, group, footer, layouts, continued=number > 0)
    for number, point in enumerate(part.parts, 1):
        if point.parts:
            yield from _points(brief, point, footer, layouts)
        elif len(point.measures) >= _DETAIL_FROM or id(point) not in told:
            yield from detail(brief, part, point, number, footer, layouts)


def _groups(parts: Sequence[Part]) -> list[Sequence[Part]]:
    """Cards a slide: all where six hold them, else alike shares."""
    count = -(-len(parts) // _MOST_CARDS)
    edges = [round(len(parts) * i / count) for i in range(count + 1)]
    return [parts[a:b] for a, b in zip(edges, edges[1:], strict=False)]


def _cards(
    brief: Brief,
    part: Part,
    group: Sequence[Part],
    footer: str,
    layouts: Layouts,
    told: set[int],
    *,
    continued: bool,
) -> Slide | None:
    """A slide of cards; None where the headings are too long for cards. `told` gets the points shown in full."""
    if len(group) < 2:  # noqa: PLR2004  one card is no comparison
        return None
    name = f"cards-{len(group)}"
    titles, bodies = layouts.row(name, "卡题"), layouts.row(name, "卡片")
    made = [_title(p, slot) for p, slot in zip(group, titles, strict=False)]
    if any(para is None for para in made):
        return None
    paras = [para for para in made if para is not None]
    level = max(p.level for p in paras)
    tall = max(height((p,), slot) for p, slot in zip(paras, titles, strict=False))
    head_text, tail = words.halves(part)
    fills = [*head(layouts, name, head_text, tail, continued=continued)]
    for i, (point, para) in enumerate(zip(group, paras, strict=True)):
        slot = titles[i]
        body = bodies[i]
        top = slot.box.top + tall + 6
        box = Box(body.box.left, top, body.box.width, body.box.bottom - top)
        bullets, whole = _bullets(point, body, box)
        if whole:
            told.add(id(point))
        elif not bullets and not point.parts:
            return None
        if point.marker:
            fills.append(Fill(f"标记{i + 1}", (Para(point.marker.rstrip("，、")),)))
        same = _title(point, slot, level) or para
        fills.append(Fill(slot.name, (same,), Box(slot.box.left, slot.box.top, slot.box.width, tall)))
        if bullets:
            fills.append(Fill(body.name, bullets, box))
    nodes = [point.node for point in group]
    return Slide(name, tuple(fills), (), None, footer, words.notes(nodes, brief))


def _title(point: Part, slot: Slot, least: int = 0) -> Para | None:
    """A card's heading on two lines at most; its one line where the heading is too long."""
    box = Box(slot.box.left, slot.box.top, slot.box.width, 400)
    for text in dict.fromkeys((words.heading(point), words.short(point))):
        for level in range(least, len(slot.levels)):
            para = by_sense(text, slot, box, [level])
            if para is not None and para.text.count("\n") < _MOST_TITLE_LINES:
                return para
    return None


def _bullets(point: Part, slot: Slot, box: Box) -> tuple[tuple[Para, ...], bool]:
    """As many lines of a point as its card takes, and whether that is all there is to say of it.

    A point too small for a slide of its own says its goals on the card as well.
    """
    small = len(point.measures) < _DETAIL_FROM and not point.parts
    texts = words.lines(point) + (words.goals(point) if small else ())
    most = len(texts) if small else _MOST_BULLETS
    kept: list[Para] = []
    for text in texts[:most]:
        if not fits((*kept, Para(text)), slot, box):
            break
        kept.append(Para(text))
    return tuple(kept), small and len(kept) == len(texts)


def _heading_list(
    brief: Brief, part: Part, group: Sequence[Part], footer: str, layouts: Layouts, *, continued: bool
) -> Iterator[Slide]:
    """Headings too long for cards, a row each."""
    texts = [words.marked(point, words.heading(point)) for point in group]
    nodes = [point.node for point in group]
    yield from _list_slides(brief, part, texts, nodes, footer, layouts, continued=continued)


def listing(brief: Brief, part: Part, footer: str, layouts: Layouts) -> Iterator[Slide]:
    """A section without points: its measures, else its own sentences, a row each."""
    texts = words.lines(part)
    if not part.measures:
        texts = _one_page(texts, layouts)
    yield from _list_slides(brief, part, texts, [part.node], footer, layouts, continued=False)
    yield from _goal_slides(brief, part, words.goals(part), footer, layouts)


def _one_page(texts: Sequence[str], layouts: Layouts) -> Sequence[str]:
    """Of running text the first sentences that fill one slide; all of it stands in the notes."""
    slots = layouts.row("list", "条")
    kept = list(texts)
    while kept and len(row_pages(kept, slots)[1]) > 1:
        kept.pop()
    return kept


def _list_slides(
    brief: Brief,
    part: Part,
    texts: Sequence[str],
    nodes: Sequence[Node],
    footer: str,
    layouts: Layouts,
    *,
    continued: bool,
) -> Iterator[Slide]:
    if not texts:
        return
    head_text, tail = words.halves(part)
    level, found = row_pages(texts, layouts.row("list", "条"))
    for page, numbers in enumerate(found):
        more = continued or page > 0
        fills, accents = rows(layouts, "list", [texts[i] for i in numbers], level, numbers[0] + 1)
        top = head(layouts, "list", head_text, tail, continued=more)
        yield Slide("list", (*top, *fills), accents, None, footer, words.notes(nodes, brief))


def _goal_slides(
    brief: Brief, part: Part, texts: Sequence[str], footer: str, layouts: Layouts
) -> Iterator[Slide]:
    """Goals that found no room beside the measures."""
    if not texts:
        return
    level, found = row_pages(texts, layouts.row("list", "条"))
    for page, numbers in enumerate(found):
        fills, accents = rows(layouts, "list", [texts[i] for i in numbers], level, numbers[0] + 1)
        top = head(layouts, "list", GOALS, words.short(part), continued=page > 0)
        yield Slide("list", (*top, *fills), accents, None, footer, words.notes([part.node], brief))


def detail(
    brief: Brief, part: Part, point: Part, number: int, footer: str, layouts: Layouts
) -> Iterator[Slide]:
    """A point with all its measures, and its goals in the side panel where they fit."""
    texts = words.lines(point)
    if not point.measures:
        texts = _one_page(texts, layouts)
    if not texts:
        yield from _goal_slides(brief, point, words.goals(point), footer, layouts)
        return
    level, found = row_pages(texts, layouts.row("detail", "条"))
    goals = words.goals(point)
    title = _side_title(point, layouts)
    panel = _goals(goals, title, layouts)
    for page, numbers in enumerate(found):
        fills, accents = rows(layouts, "detail", [texts[i] for i in numbers], level, numbers[0] + 1)
        place = _place(part, point, number, more=page > 0)
        side = panel if page == 0 else ()
        yield Slide(
            "detail",
            (place, title[0], *side, *fills),
            accents,
            None,
            footer,
            words.notes([point.node], brief),
        )
    if goals and not panel:
        yield from _goal_slides(brief, point, goals, footer, layouts)


def _place(part: Part, point: Part, number: int, *, more: bool) -> Fill:
    own = point.marker.rstrip("，、") or str(number)
    above = part.marker.rstrip("，、")
    text = f"{above} · {own}" if above and len(above) + len(own) <= 9 else own  # noqa: PLR2004  one line of the panel
    return Fill("位置", (Para(text + ("（续）" if more else "")),))


def _side_title(point: Part, layouts: Layouts) -> tuple[Fill, float]:
    """The heading in the side panel and the height in points at which it ends."""
    for text in dict.fromkeys((words.heading(point), words.short(point))):
        for name in ("标题", "长标题"):
            slot = layouts.slot("detail", name)
            para = by_sense(text, slot)
            if para is not None:
                return Fill(name, (para,)), slot.box.top + height((para,), slot)
    slot = layouts.slot("detail", "长标题")
    text = words.heading(point).partition("，")[0]
    para = by_sense(text, slot) or Para(point.marker)
    return Fill("长标题", (para,)), slot.box.top + height((para,), slot)


def _goals(goals: Sequence[str], title: tuple[Fill, float], layouts: Layouts) -> tuple[Fill, ...]:
    """The goals at the foot of the side panel; nothing where they do not all fit under the heading."""
    if not goals:
        return ()
    label, slot = layouts.slot("detail", "目标标签"), layouts.slot("detail", "目标")
    tallest = slot.box.bottom - title[1] - label.box.height - _STACK_GAP
    paras = at_some_level(goals, slot, Box(slot.box.left, 0, slot.box.width, tallest))
    if paras is None:
        return ()
    tall = height(paras, slot)
    box = Box(slot.box.left, slot.box.bottom - tall, slot.box.width, tall)
    above = Box(label.box.left, box.top - label.box.height, label.box.width, label.box.height)
    return (Fill("目标标签", (Para(GOALS),), above), Fill("目标", paras, box))
