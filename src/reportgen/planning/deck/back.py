"""The slides that close the deck: 关键数字, 关键提法, 落实清单, closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.analysis import Brief, Excerpt, Figure, Line, Part, Task, Term
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import at_some_level, by_sense, fits, height
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.grid import area, pages
from reportgen.planning.deck.model import Box, Fill, Layouts, Para, Slide, Slot, Table
from reportgen.planning.wording import CHECKLIST, CONTINUED, TERMS, shown

FIGURES = "关键数字"
_THANKS = "谢谢"
_FEWEST_FIGURES = 3
_MOST_TERM_SLIDES = 2
_WIDTHS = (0.061, 0.2, 0.488, 0.13, 0.121)  # shares of the table: the board's columns
_HEAD = ("序号", "重点任务", "具体举措", "责任单位", "完成时限")
_LONGEST_THANKS = 14


def figures(brief: Brief, layouts: Layouts) -> Iterator[Slide]:
    """One slide of numbers with short clauses, where the speech has three such or more."""
    values, captions = layouts.row("figures", "数值"), layouts.row("figures", "说明")
    chosen: list[tuple[Figure, tuple[Para, ...]]] = []
    seen: set[str] = set()
    for figure in brief.figures:
        text = shown(figure.clause)
        value = at_some_level([_value(figure)], values[0])
        if text not in seen and value and figure.unit and fits((Para(text),), captions[0]):
            seen.add(text)
            chosen.append((figure, value))
    if len(chosen) < _FEWEST_FIGURES:
        return
    fills = [*head(layouts, "figures", FIGURES)]
    for i, (figure, value) in enumerate(chosen[: len(values)]):
        fills += [Fill(captions[i].name, (Para(shown(figure.clause)),)), Fill(values[i].name, value)]
    yield Slide(
        "figures",
        tuple(fills),
        (),
        None,
        FIGURES,
        _places(brief, [f.clause for f, _ in chosen[: len(values)]]),
    )


def _value(figure: Figure) -> str:
    return f"{figure.value.text}{figure.unit.text if figure.unit else ''}"


def _places(brief: Brief, lines: Sequence[Line]) -> tuple[str, ...]:
    """The source paragraphs that hold some lines."""
    source = brief.document.source
    found: dict[str, None] = {}
    for line in lines:
        if isinstance(line, Excerpt):
            span = source.line_at(line.start).span
            found[" ".join(source.text[span.start : span.end].split())] = None
    return tuple(found)


def terms(brief: Brief, layouts: Layouts) -> Iterator[Slide]:
    """Set phrases with the clause they stand in, phrases of one clause together."""
    slots = layouts.row("terms", "提法")
    cards = [card for group in _grouped(brief.terms) if (card := _card(group, slots)) is not None]
    per_slide = len(slots) if all(fits(c, slots[0]) for _, c in cards) else 4
    boxes = _boxes(slots, per_slide)
    cards = cards[: per_slide * _MOST_TERM_SLIDES]
    count = -(-len(cards) // per_slide)
    edges = [round(len(cards) * i / max(count, 1)) for i in range(count + 1)]
    for number, (first, last) in enumerate(zip(edges, edges[1:], strict=False)):
        fills = [*head(layouts, "terms", TERMS, "原文语境", continued=number > 0)]
        page = cards[first:last]
        fills += [Fill(slots[i].name, paras, boxes[i]) for i, (_, paras) in enumerate(page)]
        yield Slide("terms", tuple(fills), (), None, TERMS, _places(brief, [line for line, _ in page]))


def _grouped(found: Sequence[Term]) -> list[list[Term]]:
    groups: dict[str, list[Term]] = {}
    for term in found:
        groups.setdefault(shown(term.context), []).append(term)
    return list(groups.values())


def _boxes(slots: Sequence[Slot], per_slide: int) -> list[Box | None]:
    """The layout's own places for six; for four, two rows over the same area."""
    if per_slide == len(slots):
        return [None] * per_slide
    box, gap = area(slots), slots[2].box.top - slots[0].box.bottom
    tall = (box.height - gap) / 2
    return [
        Box(slots[i % 2].box.left, box.top + (i // 2) * (tall + gap), slots[i % 2].box.width, tall)
        for i in range(4)
    ]


def _card(group: Sequence[Term], slots: Sequence[Slot]) -> tuple[Line, tuple[Para, ...]] | None:
    """Phrases and their clause; None where the clause is too long for a card."""
    roomy = _boxes(slots, 4)[0]
    title = "".join(f"“{term.text.text}”" for term in group)
    para = by_sense(title, slots[0], roomy, [0])
    context = group[0].context
    if para is None or para.text.count("\n") > 1:
        return None
    paras = (para, Para(shown(context), 1))
    return (context, paras) if fits(paras, slots[0], roomy) else None


def checklist(brief: Brief, layouts: Layouts) -> Iterator[Slide]:
    """The tasks as tables; owner and deadline stay empty where the speech does not state them."""
    slot = layouts.slot("table", "表格样式")
    head_slot = layouts.slot("table", "表头样式")
    widths = tuple(share * slot.box.width for share in _WIDTHS)
    rows, owners = _rows(brief.tasks, slot, widths)
    tall = [_row_height(row, slot, widths) for row in rows]
    top = head_slot.levels[0].pitch + head_slot.insets[1] + head_slot.insets[3]
    limit = slot.box.bottom - head_slot.box.top - top
    for number, page in enumerate(pages(tall, limit, len(rows) or 1) if rows else []):
        box = Box(head_slot.box.left, head_slot.box.top, slot.box.width, top + sum(tall[i] for i in page))
        table = Table(box, widths, _HEAD, tuple(rows[i] for i in page), (top, *(tall[i] for i in page)))
        tops = _tops(brief.parts, [owners[i] for i in page])
        note = "、".join(words.marked(p, words.short(p)) for p in tops) if len(tops) == 1 else ""
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
    tasks: Sequence[Task], slot: Slot, widths: Sequence[float]
) -> tuple[list[tuple[str, ...]], list[Task]]:
    """A row a task; one with more measures than a slide holds goes on in a further row."""
    rows: list[tuple[str, ...]] = []
    owners: list[Task] = []
    limit = slot.box.height * 0.9
    for number, task in enumerate(tasks, 1):
        owner, deadline = (shown(line) if line is not None else "" for line in (task.owner, task.deadline))
        texts = [shown(m.line) for m in task.measures]
        headline, first = shown(task.headline), True
        while texts:
            count = len(texts)
            while (
                count > 1
                and _row_height(("", headline, "；".join(texts[:count]), "", ""), slot, widths) > limit
            ):
                count -= 1
            name = headline if first else headline + CONTINUED
            rows.append((str(number) if first else "", name, "；".join(texts[:count]), owner, deadline))
            owners.append(task)
            texts, first = texts[count:], False
    return rows, owners


def _row_height(row: Sequence[str], slot: Slot, widths: Sequence[float]) -> float:
    tall = (
        height((Para(text),), slot, Box(0, 0, width, 0))
        for text, width in zip(row, widths, strict=True)
        if text
    )
    return max(tall, default=slot.levels[0].pitch + slot.insets[1] + slot.insets[3])


def _tops(parts: Sequence[Part], tasks: Sequence[Task]) -> list[Part]:
    starts = {task.node.span.start for task in tasks}
    return [part for part in parts if any(p.node.span.start in starts for p in part.walk())]


def closing(brief: Brief, layouts: Layouts) -> Slide:
    """The speaker's own short last words, else thanks; the thesis below."""
    own = brief.document.closing[-1].text.strip().rstrip("。！!") if brief.document.closing else ""
    slot = layouts.slot("closing", "标题")
    text = own if own and len(own) <= _LONGEST_THANKS else _THANKS
    fills = [Fill("标题", (by_sense(text, slot) or Para(_THANKS),))]
    under = layouts.slot("closing", "副标题")
    if brief.thesis is not None:
        line = shown(brief.thesis)
        para = next((p for t in (line, line.rpartition("，")[2]) if (p := by_sense(t, under))), None)
        if para is not None:
            fills.append(Fill("副标题", (para,)))
    notes = tuple(" ".join(p.text.split()) for p in brief.document.closing)
    return Slide("closing", tuple(fills), (), None, "", notes)
