"""The slides that open the deck: cover, 核心要义, 目录, 一图读懂."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportgen.analysis import Brief, Excerpt, Figure, Part
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import (
    at_some_level,
    by_clause,
    by_sense,
    first_by_sense,
    fits,
    height,
    in_any_case,
    lines,
    on_one_line,
)
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.grid import area, columns, stack
from reportgen.planning.deck.model import Accent, Box, Fill, Layouts, Para, Role, Slide, Slot
from reportgen.planning.facts import Imprint
from reportgen.planning.wording import (
    AGENDA,
    OVERVIEW,
    THESIS,
    last_clause,
    occasion,
    origin,
    shown,
)

_BAR = 6.0  # points: the gold bar beside title and thesis
_LONGEST_CAPTION = 40  # characters of the clause beside the big number
_AGENDA_ROW = 92.0  # points that a row of the agenda takes at most
_ENTRY_AIR = 14.0  # points above and below an entry together
_MOST_COLUMNS = 5
_MOST_SECTIONS = 60  # of a speech that is shown at a glance
_TALLEST_CELL = 70.0  # points


def cover(brief: Brief, imprint: Imprint, layouts: Layouts) -> Slide:
    """The title by sense, its subtitle or the thesis, and what is known of occasion, speaker, unit, date."""
    title = imprint.title
    fills = [_cover_title(title, layouts)]
    slot = layouts.slot("cover", "副标题")
    thesis = shown(brief.thesis) if brief.thesis is not None else ""
    line = next(
        (
            p
            for t in (imprint.subtitle, thesis, last_clause(thesis))
            if t and t not in title and (p := by_sense(t, slot))
        ),
        None,
    )
    if line is not None:
        fills.append(Fill("副标题", (line,)))
    below = _known(imprint, layouts.slot("cover", "落款"))
    if below:
        fills.append(Fill("落款", below))
    return Slide("cover", tuple(fills), (_title_bar(fills[0], layouts),))


def _known(imprint: Imprint, slot: Slot) -> tuple[Para, ...]:
    """Occasion, speaker, unit, date, a line each; where they are too many, unit and speaker share one.

    Where even so there is no room, the occasion gives way: the title names it.
    """
    speaker, unit, date = imprint.speaker, imprint.unit, imprint.date
    who = "\u3000".join(text for text in (unit, speaker) if text)
    # The subtitle stands above these lines already, so only the title's meeting is one of them.
    meeting = occasion(imprint.title)
    for texts in ((meeting, speaker, unit, date), (meeting, who, date), (who, date)):
        paras = at_some_level([text for text in texts if text], slot)
        if paras is not None:
            return paras
    return ()


def _cover_title(title: str, layouts: Layouts) -> Fill:
    slots = [layouts.slot("cover", name) for name in ("标题", "长标题")]
    slot, para = first_by_sense(title, slots) or (slots[-1], in_any_case(title, slots[-1]))
    return Fill(slot.name, (para,))


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
    broken = by_clause(shown(brief.thesis), slot, box)
    paras = (broken or in_any_case(shown(brief.thesis), slot, box),)
    fills = [*head(layouts, "thesis", THESIS), Fill("要义", paras, box)]
    if source:
        place = layouts.slot("thesis", "出处").box
        fills.append(
            Fill(
                "出处", (Para(f"——{source}"),), Box(box.left, box.bottom - place.height, width, place.height)
            )
        )
    bar = Accent(Box(box.left, box.top, _BAR, box.height), Role.SECOND)
    notes = words.paragraphs(brief.document.preamble)
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
        short = len(text) <= _LONGEST_CAPTION and fits((Para(text),), slot)
        told = near and words.says_of_what(figure)
        if told and figure.unit and short and on_one_line(_value(figure), layouts.slot("thesis", "数字")):
            return figure
    return None


def _value(figure: Figure) -> str:
    return f"{figure.value.text}{figure.unit.text if figure.unit else ''}"


def _figure_fills(figure: Figure | None, beside: Box, layouts: Layouts) -> tuple[Fill, ...]:
    if figure is None:
        return ()
    number, caption = layouts.slot("thesis", "数字"), layouts.slot("thesis", "数字说明")
    para = on_one_line(_value(figure), number)
    if para is None:
        return ()
    low = Box(caption.box.left, caption.box.top, caption.box.width, beside.bottom - caption.box.top)
    return (Fill("数字", (para,)), Fill("数字说明", (Para(shown(figure.clause)),), low))


def agenda(brief: Brief, layouts: Layouts, *, in_full: bool = False) -> Iterator[Slide]:
    """The sections with their numbers; more than the slide holds go on to the next.

    Args:
        brief: what the speech says.
        layouts: what the template offers.
        in_full: whether the notes hold the text of the sections, because no other slide does.
    """
    slots, numbers = layouts.row("agenda", "条目"), layouts.row("agenda", "序号")
    box = area(slots)
    entries = [_entry(part, number, slots[0], numbers[0], box) for number, part in enumerate(brief.parts, 1)]
    # An entry alone on its slide fits: it was cut to it.
    counts = range(-(-len(entries) // len(slots)), len(entries) + 1)
    shares = (_shares(len(entries), count) for count in counts)
    fitting = (one for one in shares if all(sum(e.tall for e in entries[a:b]) <= box.height for a, b in one))
    for first, last in next(fitting, ()):
        slide = _agenda_slide(layouts, entries[first:last])
        nodes = [node for part in brief.parts[first:last] if in_full for node in part.node.walk()]
        yield replace(slide, notes=words.notes(nodes, brief))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A section on the agenda: its number, its heading, and the height in points that it needs."""

    number: str
    paras: tuple[Para, ...]
    tall: float


def _shares(total: int, count: int) -> list[tuple[int, int]]:
    edges = [round(total * i / max(count, 1)) for i in range(count + 1)]
    return list(pairwise(edges))


def _entry(part: Part, number: int, slot: Slot, number_slot: Slot, box: Box) -> _Entry:
    paras = _entry_paras(part, slot)
    if height(paras, slot) + _ENTRY_AIR > box.height:
        paras = (in_any_case(words.heading(part), slot, replace(box, height=box.height - _ENTRY_AIR)),)
    return _Entry(words.ordinal(part, number, number_slot), paras, height(paras, slot) + _ENTRY_AIR)


def _entry_paras(part: Part, slot: Slot) -> tuple[Para, ...]:
    head_text, tail = words.halves(part)
    if tail and len(lines(head_text, slot)) == 1 and len(lines(tail, slot, 1)) == 1:
        return (Para(head_text, 0), Para(tail, 1))
    full = words.heading(part)
    level = 0 if len(lines(full, slot)) == 1 else 2
    return (Para("\n".join(lines(full, slot, level)), level),)


def _agenda_slide(layouts: Layouts, entries: Sequence[_Entry]) -> Slide:
    slots, numbers = layouts.row("agenda", "条目"), layouts.row("agenda", "序号")
    box = area(slots)
    heights = [entry.tall for entry in entries]
    pitch = min(box.height / len(heights), _AGENDA_ROW + 12)
    heights = [max(h, pitch) for h in heights] if pitch * len(heights) <= box.height else heights
    spare = max(box.height - sum(heights), 0.0)
    places = stack(Box(box.left, box.top + spare / 2, box.width, sum(heights)), heights)
    fills = [Fill("标题", (Para(AGENDA),))]
    accents: list[Accent] = []
    for i, (entry, place) in enumerate(zip(entries, places, strict=True)):
        column = numbers[i].box
        number = (Para(entry.number, 0 if len(entry.number) == 1 else 1),)
        fills += [
            Fill(numbers[i].name, number, Box(column.left, place.top, column.width, place.height)),
            Fill(slots[i].name, entry.paras, place),
        ]
        if i:
            accents.append(
                Accent(Box(column.left, place.top, place.right - column.left, 0.75), Role.HAIRLINE)
            )
    return Slide("agenda", tuple(fills), tuple(accents))


def overview(brief: Brief, title: str, layouts: Layouts) -> Iterator[Slide]:
    """The whole speech on one page: sections as columns, their points below; as few pages as it takes."""
    parts = brief.parts
    if len(parts) < 2 or 2 * sum(bool(part.parts) for part in parts) < len(parts):  # noqa: PLR2004
        return  # one column, or heads with nothing below them: the agenda says as much
    if len(parts) > _MOST_SECTIONS:
        return
    for count in range(-(-len(parts) // _MOST_COLUMNS), len(parts) + 1):
        banner = _banner(brief, title, layouts)
        made = [_overview_slide(layouts, banner, parts[a:b], first=a) for a, b in _shares(len(parts), count)]
        slides = [slide for slide in made if slide is not None]
        if len(slides) == len(made):
            yield from (replace(slide, footer=title) for slide in slides)
            return


def _overview_slide(
    layouts: Layouts, banner: Fill | None, parts: Sequence[Part], *, first: int
) -> Slide | None:
    heads, points = layouts.row("overview", "部分"), layouts.row("overview", "点")
    wide = len(heads)
    gap = heads[1].box.left - heads[0].box.right
    boxes = columns(area(heads), len(parts), gap)
    tops = [by_sense(words.marked(p, words.short(p)), heads[0], b) for p, b in zip(parts, boxes, strict=True)]
    if banner is None or any(top is None for top in tops):
        return None
    below = columns(area(points), len(parts), gap)
    fills = [*head(layouts, "overview", OVERVIEW, continued=first > 0), banner]
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
    return Slide("overview", tuple(fills), tuple(accents))


def _banner(brief: Brief, title: str, layouts: Layouts) -> Fill | None:
    slot = layouts.slot("overview", "总题")
    line = shown(brief.thesis) if brief.thesis is not None else ""
    for text in (line, last_clause(line), title):
        para = by_sense(text, slot) if text else None
        if para is not None:
            return Fill("总题", (para,))
    return None


def _cells(part: Part, slots: Sequence[Slot], box: Box, rows: int) -> list[Fill] | None:
    """The points of one column, as tall as their words need; None where they do not fit."""
    gap = slots[1].box.top - slots[0].box.bottom
    shown_rows = min(rows, len(slots))
    paras = _numbered([words.short(point) for point in part.parts], shown_rows)
    heights = [height((para,), slots[0], box) for para in paras]
    if sum(heights) + gap * (len(paras) - 1) > box.height:
        return None
    # All alike where they can be, so that the rows of the columns stand level.
    level = min((box.height - gap * (shown_rows - 1)) / max(shown_rows, 1), _TALLEST_CELL)
    if max(heights, default=0.0) <= level:
        heights = [level] * len(paras)
    fills: list[Fill] = []
    top = box.top
    for para, slot, tall in zip(paras, slots, heights, strict=False):
        fills.append(Fill(slot.name, (para,), Box(box.left, top, box.width, tall)))
        top += tall + gap
    return fills


def _numbered(texts: Sequence[str], most: int) -> list[Para]:
    """Numbered lines; where there are more than `most`, the last one says how many."""
    kept = texts if len(texts) <= most else texts[: most - 1]
    paras = [Para(f"{i}  {text}", 0, len(str(i))) for i, text in enumerate(kept, 1)]
    return paras if len(kept) == len(texts) else [*paras, Para(f"……共 {len(texts)} 点")]
