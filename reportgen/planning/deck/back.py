"""The slides that close the deck: 关键提法, 落实清单, closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.analysis import Brief, Line, Term, begins_in
from reportgen.planning.deck import words
from reportgen.planning.deck.chart import CHART
from reportgen.planning.deck.checklist import HEAD
from reportgen.planning.deck.contrast import ANSWERS, PROBLEMS
from reportgen.planning.deck.fit import by_clause, by_sense, fits
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.grid import area
from reportgen.planning.deck.numbers import FIGURES
from reportgen.planning.deck.slides import Box, Fill, Layouts, Para, Slide, Slot
from reportgen.planning.wording import TERMS, glossed, last_clause, shown

_THANKS = "谢谢"
_MOST_TERM_SLIDES = 2
_TERM_COLUMNS = 2
_ONE_COLUMN = 3  # cards that stand one above the other
_FEWEST_TERMS = 2  # a single card leaves its slide empty; the handout has the phrase all the same
_LONGEST_LAST = 30
_LEAST_WEIGHT = 0.6
_MOST_LINES = 2  # of the closing thesis
_CONTEXT = "原文语境"
LABELS = (FIGURES, CHART, PROBLEMS, ANSWERS, _THANKS, _CONTEXT, *HEAD)
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
        fills = [*head(layouts, "terms", TERMS, _CONTEXT, page=number)]
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


def closing(brief: Brief, layouts: Layouts) -> Slide:
    """The thesis again, and below it the speaker's own short last words; thanks where there is neither."""
    last = _last_words(brief)
    line = shown(brief.thesis) if brief.thesis is not None else ""
    slot, under = layouts.slot("closing", "标题"), layouts.slot("closing", "副标题")
    told = [
        para
        for text in dict.fromkeys((line, last_clause(line)))
        if text and (para := by_clause(text, slot)) and para.text.count("\n") < _MOST_LINES
    ]
    # Of a thesis that is not last words itself, both are shown; else what there is, in large type.
    first = told[0] if told else by_sense(last or _THANKS, slot) or Para(_THANKS)
    fills = [Fill("标题", (first,))]
    said = "".join(first.text.split("\n"))
    if last and last not in said and said not in last and (para := by_sense(last, under)):
        fills.append(Fill("副标题", (para,)))
    return Slide("closing", tuple(fills), notes=words.paragraphs(brief.document.closing))


def _last_words(brief: Brief) -> str:
    """The speech's own last sentence where it is short and says something; thanks say nothing."""
    end = brief.document.closing[-1].span if brief.document.closing else None
    said = [line for line in brief.outside if end and begins_in(line, end)]
    last = shown(said[-1]) if said else ""
    return last if last and len(last) <= _LONGEST_LAST and brief.weight(said[-1]) >= _LEAST_WEIGHT else ""
