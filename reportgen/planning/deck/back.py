"""The slides that close the deck: 关键提法, 落实清单, closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise, takewhile

from reportgen.analysis import Brief, Line, Measure, Task, Term
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import by_sense, cut_short, fits, height, in_any_case, room
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.grid import area, pages
from reportgen.planning.deck.numbers import FIGURES
from reportgen.planning.deck.slides import Box, Extent, Fill, Layouts, Para, Slide, Slot, Table
from reportgen.planning.lines import text_width
from reportgen.planning.wording import CHECKLIST, TERMS, counted, glossed, last_clause, shown, stated

_THANKS = "谢谢"
_MOST_TERM_SLIDES = 2
_TERM_COLUMNS = 2
_ONE_COLUMN = 3  # cards that stand one above the other
_FEWEST_TERMS = 2  # a single card leaves its slide empty; the handout has the phrase all the same
_WIDTHS = (0.06, 0.18, 0.54, 0.11, 0.11)  # shares of the table; the board's order of columns
_NAME = 1
_MEASURES = 2  # the column of the measures
_MOST_NAME_LINES = 3
_HEAD = ("序号", "重点任务", "具体举措", "责任单位", "完成时限")
_LONGEST_THANKS = 14
_CONTEXT = "原文语境"
LABELS = (FIGURES, _THANKS, _CONTEXT, *_HEAD)
"""Words of ours on these slides, for who compares a deck with the speech."""


def terms(brief: Brief, layouts: Layouts) -> Iterator[Slide]:
    """Set phrases with the clause they stand in, phrases of one clause together."""
    slots = layouts.row("terms", "提法")
    cards = [card for group in _grouped(brief.terms) if (card := _card(group, slots[0])) is not None]
    if len(cards) < _FEWEST_TERMS:
        return
    count = min(-(-len(cards) // len(slots)), _MOST_TERM_SLIDES)
    cards = cards[: count * len(slots)]
    edges = [round(len(cards) * i / max(count, 1)) for i in range(count + 1)]
    for number, (first, last) in enumerate(pairwise(edges)):
        fills = [*head(layouts, "terms", TERMS, _CONTEXT, continued=number > 0)]
        page = cards[first:last]
        boxes = _boxes(slots, len(page))
        fills += [Fill(slots[i].name, paras, boxes[i]) for i, (_, paras) in enumerate(page)]
        notes = (
            *words.places(brief, [line for line, _ in page]),
            *_meanings(brief, [line for line, _ in page]),
        )
        yield Slide("terms", tuple(fills), (), None, TERMS, notes)


def _meanings(brief: Brief, contexts: Sequence[Line]) -> Iterator[str]:
    """What the phrases of some cards stand for, as far as the brief says it."""
    yield from filter(None, (glossed(term) for term in brief.terms if term.context in contexts))


def _grouped(found: Sequence[Term]) -> list[list[Term]]:
    groups: dict[str, list[Term]] = {}
    for term in found:
        groups.setdefault(shown(term.context), []).append(term)
    return list(groups.values())


def _boxes(slots: Sequence[Slot], count: int) -> list[Box | None]:
    """The layout's own places; fewer cards share its area in two columns, two or three stand in one."""
    columns = 1 if count <= _ONE_COLUMN else _TERM_COLUMNS
    rows = -(-count // columns)
    if rows * columns >= len(slots):
        return [None] * count
    box, gap = area(slots), slots[_TERM_COLUMNS].box.top - slots[0].box.bottom
    high = rows if columns > 1 else _ONE_COLUMN
    tall = (box.height - gap * (high - 1)) / high
    width = box.width if columns == 1 else slots[0].box.width
    return [
        Box(slots[i % columns].box.left, box.top + (i // columns) * (tall + gap), width, tall)
        for i in range(count)
    ]


def _card(group: Sequence[Term], slot: Slot) -> tuple[Line, tuple[Para, ...]] | None:
    """Phrases and their clause; None where they are too long for a card."""
    title = "".join(f"“{term.text.text}”" for term in group)
    para = by_sense(title, slot, None, [0])
    context = group[0].context
    if para is None or para.text.count("\n") > 1:
        return None
    paras = (para, Para(shown(context), 1))
    return (context, paras) if fits(paras, slot) else None


def checklist(brief: Brief, layouts: Layouts, extent: Extent = Extent.FULL) -> Iterator[Slide]:
    """The tasks as tables; owner and deadline stay empty where the speech does not state them."""
    slot = layouts.slot("table", "表格样式")
    head_slot = layouts.slot("table", "表头样式")
    widths = tuple(share * slot.box.width for share in _WIDTHS)
    top = head_slot.levels[0].pitch + head_slot.insets[1] + head_slot.insets[3]
    limit = slot.box.bottom - head_slot.box.top - top
    rows, owners = _rows(brief.tasks, slot, widths, extent.lines, limit)
    tall = [_row_height(row, slot, widths) for row in rows]
    sections = {part.node.span.start: whole for whole in brief.parts for part in whole.walk()}
    for number, page in enumerate(pages(tall, limit, len(rows) or 1) if rows else []):
        box = Box(head_slot.box.left, head_slot.box.top, slot.box.width, top + sum(tall[i] for i in page))
        shown_rows = tuple(_once(rows, owners, page, at) for at in range(len(page)))
        table = Table(box, widths, _HEAD, shown_rows, (top, *(tall[i] for i in page)))
        found = [sections.get(owners[i].node.span.start) for i in page]
        tops = list({id(part): part for part in found if part}.values())
        note = words.marked(tops[0], words.short(tops[0])) if len(tops) == 1 else ""
        notes = words.notes(list(dict.fromkeys(owners[i].node for i in page)), brief)
        yield Slide(
            "table",
            head(layouts, "table", CHECKLIST, note, continued=number > 0),
            (),
            table,
            CHECKLIST,
            notes,
        )


def _rows(
    tasks: Sequence[Task], slot: Slot, widths: Sequence[float], most_lines: int, tallest: float
) -> tuple[list[tuple[str, ...]], list[Task]]:
    """A row a task, and one more wherever owner or deadline change.

    A row has as many of the measures as a few lines hold; all of them are in the checklist.
    """
    rows: list[tuple[str, ...]] = []
    owners: list[Task] = []
    for number, task in enumerate(tasks, 1):
        name = _name(shown(task.headline), slot, widths[_NAME])
        for (owner, deadline), measures in _alike(task):
            texts = [shown(measure.line) for measure in measures]
            text = _in_short(texts, slot, widths[_MEASURES], most_lines, tallest)
            rows.append((str(number), name, text, owner, deadline))
            owners.append(task)
    return rows, owners


def _once(
    rows: Sequence[tuple[str, ...]], owners: Sequence[Task], page: Sequence[int], at: int
) -> tuple[str, ...]:
    """A row of a slide; number and name of its task stand only where the task begins on the slide."""
    row = rows[page[at]]
    goes_on = at > 0 and owners[page[at]] is owners[page[at - 1]]
    return ("", "", *row[_MEASURES:]) if goes_on else row


def _alike(task: Task) -> list[tuple[tuple[str, str], list[Measure]]]:
    """The measures of a task in runs of one owner and deadline; a task without measures has one empty run."""
    runs = groupby(task.measures, key=lambda one: (stated(one.owner), stated(one.deadline)))
    return [(who_and_when, list(run)) for who_and_when, run in runs] or [(("", ""), [])]


def _name(headline: str, slot: Slot, width: float) -> str:
    """A task's name, broken by sense where it is too long for its line."""
    box = Box(0, 0, width, _MOST_NAME_LINES * slot.levels[0].pitch + slot.insets[1] + slot.insets[3])
    return in_any_case(headline, slot, box).text


def _in_short(measures: Sequence[str], slot: Slot, width: float, most_lines: int, tallest: float) -> str:
    """The first measures that fit a row, and of how many where they are not all.

    A slide is read from afar, and the checklist itself holds every measure.
    """
    box = Box(0, 0, width, most_lines * slot.levels[0].pitch + slot.insets[1] + slot.insets[3])
    width = most_lines * room(slot, 0, box)
    widths = accumulate(map(text_width, measures))
    for count in range(sum(1 for _ in takewhile(lambda taken: taken <= width, widths)), 0, -1):
        text = "；".join(measures[:count])
        text = counted(text, len(measures)) if count < len(measures) else text
        if fits((Para(text),), slot, box):
            return text
    # The first one is said whatever its length, as far as a slide holds it.
    first = (
        cut_short(measures[0], slot, replace(box, height=tallest - slot.levels[0].pitch)) if measures else ""
    )
    return counted(first, len(measures)) if len(measures) > 1 else first


def _row_height(row: Sequence[str], slot: Slot, widths: Sequence[float]) -> float:
    tall = (
        height((Para(text),), slot, Box(0, 0, width, 0))
        for text, width in zip(row, widths, strict=True)
        if text
    )
    return max(tall, default=slot.levels[0].pitch + slot.insets[1] + slot.insets[3])


def closing(brief: Brief, layouts: Layouts) -> Slide:
    """The speaker's own short last words, else thanks; the thesis below."""
    own = brief.document.closing[-1].text.strip().rstrip("。！!") if brief.document.closing else ""
    slot = layouts.slot("closing", "标题")
    text = own if own and len(own) <= _LONGEST_THANKS else _THANKS
    fills = [Fill("标题", (by_sense(text, slot) or Para(_THANKS),))]
    under = layouts.slot("closing", "副标题")
    if brief.thesis is not None:
        line = shown(brief.thesis)
        para = next((p for t in (line, last_clause(line)) if (p := by_sense(t, under))), None)
        if para is not None:
            fills.append(Fill("副标题", (para,)))
    notes = words.paragraphs(brief.document.closing)
    return Slide("closing", tuple(fills), (), None, "", notes)
