"""The numbers that stand big: those that the brief says deserve it, and no others.

One that does not fit its place with its clause beside it is left out: cut, neither would be true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.analysis import Brief, Excerpt, Figure, Line
from reportgen.analysis.clauses import sentences
from reportgen.analysis.standing import reads_alone
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import fits, on_one_line, room
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.number_cards import cards
from reportgen.planning.deck.slides import Box, Layouts, Para, Slide, Slot
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

    def at(self, level: int, slot: Slot, box: Box | None = None) -> Para:
        """The number at a level of a slot or of a box: both ends where they are sure to stand on a line.

        Where they are not, the clause beside the last one says both.
        """
        width = text_width(with_gaps(self.both)) * _WIDER
        return Para(self.both if width <= room(slot, level, box) else self.number.text, level)


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
            and fits((Para(said, len(caption.levels) - 1),), caption)
        ):
            found[said] = BigNumber(para, said, run[-1], contrast(run))
    return tuple(found.values())


def figures(brief: Brief, layouts: Layouts) -> Iterator[Slide]:
    """One slide of big numbers with their clauses, where there are three such or more."""
    chosen = _on_their_slide(brief, layouts)
    if len(chosen) < _FEWEST:
        return
    fills, accents = cards(chosen, layouts)
    notes = words.places(brief, [one.figure.clause for one in chosen])
    yield Slide("numbers", (*head(layouts, "numbers", FIGURES), *fills), accents, None, FIGURES, notes)


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
