"""The numbers that stand big: those that the brief says deserve it, and no others.

One that does not fit its place with its clause beside it is left out: cut, neither would be true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.analysis import Brief, Excerpt, Figure, Line
from reportgen.analysis.clauses import sentences
from reportgen.analysis.standing import reads_alone
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import fits, on_one_line, one_line, room
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.grid import area, columns
from reportgen.planning.deck.slides import Box, Fill, Layouts, Para, Slide, Slot
from reportgen.planning.lines import text_width, with_gaps
from reportgen.planning.wording import contrast, shown

FIGURES = "关键数字"
_FEWEST = 3
"""Numbers from which on they have a slide of their own."""
_MOST = 4
"""Numbers that a reader keeps."""
_WIDER = 1.25
"""How much wider than measured a number of two ends with an arrow may come out in another face."""
_LONGEST_CAPTION = 40
"""Characters of the clause beside the thesis' number."""


@dataclass(frozen=True, slots=True)
class BigNumber:
    """A number in large type and its clause; `figure` is the last of a contrast, `both` its two ends."""

    number: Para
    caption: str
    figure: Figure
    both: str

    def at(self, level: int, slot: Slot) -> Para:
        """The number at a level of a slot: both ends where they are sure to stand on a line.

        Where they are not, the clause beside the last one says both.
        """
        width = text_width(with_gaps(self.both)) * _WIDER
        return Para(self.both if width <= room(slot, level) else self.number.text, level)


def big_numbers(brief: Brief, number: Slot, caption: Slot) -> tuple[BigNumber, ...]:
    """Return the big numbers of a speech that fit two slots, each clause once, in source order."""
    found: dict[str, BigNumber] = {}
    for run in brief.heroes:
        para, said = on_one_line(run[-1].text, number), shown(run[-1].clause)
        told = {one.number.text for one in found.values()}
        if (
            para is not None
            and _stands(run[-1].clause)
            and para.text not in told
            and said not in found
            and fits((Para(said),), caption)
        ):
            found[said] = BigNumber(para, said, run[-1], contrast(run))
    return tuple(found.values())


def figures(brief: Brief, layouts: Layouts) -> Iterator[Slide]:
    """One slide of big numbers with their clauses, where there are three such or more."""
    chosen = _on_their_slide(brief, layouts)
    if len(chosen) < _FEWEST:
        return
    fills = [*head(layouts, "numbers", FIGURES)]
    values, captions = layouts.row("numbers", "数值"), layouts.row("numbers", "说明")
    cards = _cards(captions, len(chosen))
    level = _level(chosen, values[0], cards[0])
    for value, caption, one, card in zip(values, captions, chosen, cards, strict=False):
        above = Box(card.left, card.top + value.box.top - caption.box.top, card.width, value.box.height)
        moved = card != caption.box
        fills += [
            Fill(caption.name, (Para(one.caption),), card if moved else None),
            Fill(value.name, (one.at(level, value),), above if moved else None),
        ]
    notes = words.places(brief, [one.figure.clause for one in chosen])
    yield Slide("numbers", tuple(fills), (), None, FIGURES, notes)


def _level(chosen: Sequence[BigNumber], slot: Slot, card: Box) -> int:
    """The first level at which all numbers stand on a line of their cards: they stand side by side."""
    last = max(one.number.level for one in chosen)
    fits_all = (at for at in range(last) if all(one_line(one.number.text, slot, at, card) for one in chosen))
    return next(fits_all, last)


def _cards(slots: Sequence[Slot], count: int) -> list[Box]:
    """The layout's own places; few cards that would leave half of a slide empty stand in its middle."""
    across = sum(slot.box.top == slots[0].box.top for slot in slots)
    whole = area(slots)
    if count == across:
        lower = (whole.height - slots[0].box.height) / 3
        return [replace(slot.box, top=slot.box.top + lower) for slot in slots[:count]]
    if count == across + 1 and len(slots) > across and count % 2 == 0:
        gap = slots[1].box.left - slots[0].box.right
        boxes = columns(whole, count // 2, gap)
        rows = (slots[0].box, slots[across].box)
        return [Box(box.left, row.top, box.width, row.height) for row in rows for box in boxes]
    return [slot.box for slot in slots]


def _on_their_slide(brief: Brief, layouts: Layouts) -> tuple[BigNumber, ...]:
    values, captions = layouts.row("numbers", "数值"), layouts.row("numbers", "说明")
    found = big_numbers(brief, values[0], captions[0])
    heaviest = sorted(found, key=lambda one: -brief.weight(one.figure.clause))
    kept = {id(one) for one in heaviest[: min(len(values), _MOST)]}
    return tuple(one for one in found if id(one) in kept)


def _stands(clause: Line) -> bool:
    """Whether the clause of a number reads by itself: half a sentence beside it explains nothing."""
    passages = clause.passages if isinstance(clause, Excerpt) else ()
    return all(map(reads_alone, sentences(passages)))


def captions(brief: Brief, layouts: Layouts) -> tuple[str, ...]:
    """Return what is said beside the numbers that have a slide of their own; nothing where there is none."""
    chosen = _on_their_slide(brief, layouts)
    return tuple(one.caption for one in chosen) if len(chosen) >= _FEWEST else ()


def foremost(brief: Brief, layouts: Layouts) -> BigNumber | None:
    """Return the number that stands beside the thesis: one of the introduction, whose clause is short.

    Where none is short there, it is the first there is; none where numbers have a slide of their own.
    """
    if captions(brief, layouts):
        return None
    number, caption = layouts.slot("thesis", "数字"), layouts.slot("thesis", "数字说明")
    short = [one for one in big_numbers(brief, number, caption) if len(one.caption) <= _LONGEST_CAPTION]
    end = brief.document.nodes[0].span.start if brief.document.nodes else len(brief.document.source.text)
    near = (one for one in short if isinstance(one.figure.clause, Excerpt) and one.figure.clause.start < end)
    return next(near, short[0] if short else None)
