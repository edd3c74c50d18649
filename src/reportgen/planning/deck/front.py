"""The slides that open the deck: cover, 核心要义, 目录, 一图读懂."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.analysis import Brief, Excerpt, Figure, Part
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import at_some_level, by_sense, fits, height, lines
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.grid import area, columns, stack
from reportgen.planning.deck.model import Accent, Box, Fill, Layouts, Para, Role, Slide, Slot
from reportgen.planning.facts import Facts
from reportgen.planning.wording import AGENDA, OVERVIEW, THESIS, occasion, origin, shown

_BAR = 6.0  # points: the gold bar beside title and thesis
_LONGEST_CAPTION = 40  # characters of the clause beside the big number
_AGENDA_ROW = 92.0  # points that a row of the agenda takes at most
_MOST_COLUMNS = 5


def cover(brief: Brief, facts: Facts, title: str, layouts: Layouts) -> Slide:
    """The title by sense, its subtitle or the thesis, and what is known of occasion, speaker, unit, date."""
    fills = [_cover_title(title, layouts)]
    document = brief.document
    under = document.subtitle.text.strip() if document.subtitle else ""
    slot = layouts.slot("cover", "副标题")
    thesis = shown(brief.thesis) if brief.thesis is not None else ""
    line = next(
        (p for t in (under, thesis, thesis.rpartition("，")[2]) if t and (p := by_sense(t, slot))), None
    )
    if line is not None:
        fills.append(Fill("副标题", (line,)))
    known = (
        occasion(title),
        facts.speaker or _text(document.byline),
        facts.unit,
        facts.date or _text(document.date),
    )
    below = at_some_level([t for t in known if t], layouts.slot("cover", "落款"))
    if below:
        fills.append(Fill("落款", below))
    return Slide("cover", tuple(fills), (_title_bar(fills[0], layouts),))


def _text(passage: object) -> str:
    return str(passage).strip().strip("（）()") if passage is not None else ""


def _cover_title(title: str, layouts: Layouts) -> Fill:
    for name in ("标题", "长标题"):
        para = by_sense(title, layouts.slot("cover", name))
        if para is not None:
            return Fill(name, (para,))
    return Fill("长标题", (Para(title.partition("，")[0]),))


def _title_bar(fill: Fill, layouts: Layouts) -> Accent:
    slot = layouts.slot("cover", fill.slot)
    tall = height(fill.paras, slot) + 10
    middle = slot.box.top + slot.box.height / 2
    return Accent(Box(slot.box.left - 27, middle - tall / 2, _BAR, tall), Role.SECOND)


def thesis(brief: Brief, title: str, layouts: Layouts) -> Slide | None:
    """The thesis with its place, a number of the introduction, and the pillars or the sections' names."""
    if brief.thesis is None:
        return None
    boxes = _pillars(brief, layouts)
    figure = _figure(brief, layouts)
    slot = layouts.slot("thesis", "要义")
    right = layouts.slot("thesis", "数字").box
    lowest = area(layouts.row("thesis", "支柱")).bottom
    width = slot.box.width if figure else right.right - slot.box.left
    box = Box(slot.box.left, slot.box.top, width, slot.box.height if boxes else lowest - slot.box.top)
    source = origin(brief.document, brief.thesis)
    paras = at_some_level([shown(brief.thesis)], slot, box) or (
        Para(shown(brief.thesis), len(slot.levels) - 1),
    )
    fills = [*head(layouts, "thesis", THESIS), Fill("要义", paras, box)]
    if source:
        place = layouts.slot("thesis", "出处").box
        fills.append(
            Fill(
                "出处", (Para(f"——{source}"),), Box(box.left, box.bottom - place.height, width, place.height)
            )
        )
    bar = Accent(Box(box.left, box.top, _BAR, box.height), Role.SECOND)
    notes = tuple(" ".join(p.text.split()) for p in brief.document.preamble)
    return Slide("thesis", (*fills, *_figure_fills(figure, box, layouts), *boxes), (bar,), None, title, notes)


def _pillars(brief: Brief, layouts: Layouts) -> tuple[Fill, ...]:
    slots = layouts.row("thesis", "支柱")
    texts = [shown(p) for p in brief.pillars]
    if not texts and 2 <= len(brief.parts) <= len(slots):  # noqa: PLR2004  one box is no row
        texts = [words.short(part) for part in brief.parts]
    if not 2 <= len(texts) <= len(slots):  # noqa: PLR2004
        return ()
    boxes = columns(area(slots), len(texts), slots[1].box.left - slots[0].box.right)
    for level in range(len(slots[0].levels)):
        paras = [
            Para("\n".join(lines(text, slots[0], level, box)), level)
            for text, box in zip(texts, boxes, strict=True)
        ]
        if all(fits((p,), slots[0], box) for p, box in zip(paras, boxes, strict=True)):
            tall = max(height((p,), slots[0], b) for p, b in zip(paras, boxes, strict=True)) + 36
            low = [Box(b.left, b.top, b.width, min(tall, b.height)) for b in boxes]
            return tuple(Fill(s.name, (p,), b) for s, p, b in zip(slots, paras, low, strict=False))
    return ()


def _figure(brief: Brief, layouts: Layouts) -> Figure | None:
    """A number of the introduction whose clause is short enough to stand beside it."""
    end = brief.document.nodes[0].span.start if brief.document.nodes else len(brief.document.source.text)
    slot = layouts.slot("thesis", "数字说明")
    for figure in brief.figures:
        text = shown(figure.clause)
        near = isinstance(figure.clause, Excerpt) and figure.clause.start < end
        if near and figure.unit and len(text) <= _LONGEST_CAPTION and fits((Para(text),), slot):
            return figure
    return None


def _figure_fills(figure: Figure | None, beside: Box, layouts: Layouts) -> tuple[Fill, ...]:
    if figure is None:
        return ()
    value = f"{figure.value.text}{figure.unit.text if figure.unit else ''}"
    number, caption = layouts.slot("thesis", "数字"), layouts.slot("thesis", "数字说明")
    para = at_some_level([value], number)
    if para is None:
        return ()
    low = Box(caption.box.left, caption.box.top, caption.box.width, beside.bottom - caption.box.top)
    return (Fill("数字", para), Fill("数字说明", (Para(shown(figure.clause)),), low))


def agenda(brief: Brief, layouts: Layouts) -> Iterator[Slide]:
    """The sections with their numbers; more than the slide holds go on to the next."""
    slots = layouts.row("agenda", "条目")
    box = area(slots)
    entries = [_entry(part, slots[0]) for part in brief.parts]
    tall = [height(entry, slots[0]) + 14 for entry in entries]
    most = len(slots)
    count = -(-len(entries) // most)
    while count and any(sum(tall[a:b]) > box.height for a, b in _shares(len(entries), count)):
        count += 1
    for first, last in _shares(len(entries), count):
        yield _agenda_slide(brief, layouts, entries, tall, first, last)


def _shares(total: int, count: int) -> list[tuple[int, int]]:
    edges = [round(total * i / max(count, 1)) for i in range(count + 1)]
    return list(zip(edges, edges[1:], strict=False))


def _entry(part: Part, slot: Slot) -> tuple[Para, ...]:
    head_text, tail = words.halves(part)
    if tail and len(lines(head_text, slot)) == 1 and len(lines(tail, slot, 1)) == 1:
        return (Para(head_text, 0), Para(tail, 1))
    full = words.heading(part)
    level = 0 if len(lines(full, slot)) == 1 else 2
    return (Para("\n".join(lines(full, slot, level)), level),)


def _agenda_slide(
    brief: Brief,
    layouts: Layouts,
    entries: Sequence[tuple[Para, ...]],
    tall: Sequence[float],
    first: int,
    last: int,
) -> Slide:
    slots, numbers = layouts.row("agenda", "条目"), layouts.row("agenda", "序号")
    box = area(slots)
    heights = list(tall[first:last])
    pitch = min(box.height / len(heights), _AGENDA_ROW + 12)
    heights = [max(h, pitch) for h in heights] if pitch * len(heights) <= box.height else heights
    spare = max(box.height - sum(heights), 0.0)
    places = stack(Box(box.left, box.top + spare / 2, box.width, sum(heights)), heights)
    fills = [Fill("标题", (Para(AGENDA),))]
    accents: list[Accent] = []
    for i, place in enumerate(places):
        number = words.ordinal(brief.parts[first + i], first + i + 1)
        column = numbers[i].box
        fills += [
            Fill(
                numbers[i].name,
                (Para(number, 0 if len(number) == 1 else 1),),
                Box(column.left, place.top, column.width, place.height),
            ),
            Fill(slots[i].name, entries[first + i], place),
        ]
        if i:
            accents.append(
                Accent(Box(column.left, place.top, place.right - column.left, 0.75), Role.HAIRLINE)
            )
    return Slide("agenda", tuple(fills), tuple(accents))


def overview(brief: Brief, title: str, layouts: Layouts) -> Iterator[Slide]:
    """The whole speech on one page: sections as columns, their points below; as few pages as it takes."""
    parts = brief.parts
    if len(parts) < 2 or not any(part.parts for part in parts):  # noqa: PLR2004  nothing to see in one column
        return
    for count in range(-(-len(parts) // _MOST_COLUMNS), len(parts) + 1):
        made = [_overview_slide(brief, title, layouts, parts[a:b]) for a, b in _shares(len(parts), count)]
        slides = [slide for slide in made if slide is not None]
        if len(slides) == len(made):
            yield from slides
            return


def _overview_slide(brief: Brief, title: str, layouts: Layouts, parts: Sequence[Part]) -> Slide | None:
    heads, points = layouts.row("overview", "部分"), layouts.row("overview", "点")
    wide = len(heads)
    gap = heads[1].box.left - heads[0].box.right
    boxes = columns(area(heads), len(parts), gap)
    tops = [by_sense(words.marked(p, words.short(p)), heads[0], b) for p, b in zip(parts, boxes, strict=True)]
    banner = _banner(brief, title, layouts)
    if banner is None or any(top is None for top in tops):
        return None
    below = columns(area(points), len(parts), gap)
    fills = [*head(layouts, "overview", OVERVIEW), banner]
    accents: list[Accent] = []
    bar = layouts.slot("overview", "总题").box
    for column, (part, top, box) in enumerate(zip(parts, tops, boxes, strict=True)):
        if top is None:
            return None
        fills.append(Fill(heads[column].name, (top,), box))
        accents += [
            Accent(Box(box.left + box.width / 2 - 0.75, bar.bottom, 1.5, box.top - bar.bottom), Role.SECOND),
            Accent(Box(box.left, box.top, box.width, 3), Role.SECOND),
        ]
        cells = _cells(part, points[column::wide], below[column], max(len(p.parts) for p in parts))
        if cells is None:
            return None
        fills += cells
    return Slide("overview", tuple(fills), tuple(accents), None, title)


def _banner(brief: Brief, title: str, layouts: Layouts) -> Fill | None:
    slot = layouts.slot("overview", "总题")
    line = shown(brief.thesis) if brief.thesis is not None else ""
    for text in (line, line.rpartition("，")[2], title):
        para = by_sense(text, slot) if text else None
        if para is not None:
            return Fill("总题", (para,))
    return None


def _cells(part: Part, slots: Sequence[Slot], box: Box, rows: int) -> list[Fill] | None:
    """The points of one column; None where they do not fit."""
    gap = slots[1].box.top - slots[0].box.bottom
    shown_rows = min(rows, len(slots))
    tall = min((box.height - gap * (shown_rows - 1)) / max(shown_rows, 1), 70.0)
    texts = [words.short(point) for point in part.parts]
    if len(texts) > shown_rows:
        texts = [*texts[: shown_rows - 1], f"……共 {len(part.parts)} 点"]
    fills: list[Fill] = []
    for i, text in enumerate(texts):
        place = Box(box.left, box.top + i * (tall + gap), box.width, tall)
        numbered = text if text.startswith("……") else f"{i + 1}  {text}"
        if not fits((Para(numbered),), slots[i], place):
            return None
        fills.append(Fill(slots[i].name, (Para(numbered),), place))
    return fills
