"""The numbers that stand big: those that the brief says deserve it, and no others.

One that does not fit its place with its clause beside it is left out: cut, neither would be true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.analysis import Brief, Excerpt, Figure
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import fits, on_one_line
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.slides import Fill, Layouts, Para, Slide, Slot
from reportgen.planning.wording import contrast, shown

FIGURES = "关键数字"
FEWEST = 3
"""Numbers from which on they have a slide of their own."""


@dataclass(frozen=True, slots=True)
class BigNumber:
    """A number in large type, its clause, and the figure (of a contrast: the last) that it is."""

    number: Para
    caption: str
    figure: Figure


def big_numbers(brief: Brief, number: Slot, caption: Slot) -> tuple[BigNumber, ...]:
    """Return the big numbers of a speech that fit two slots, each clause once, in source order."""
    found: dict[str, BigNumber] = {}
    for run in brief.heroes:
        # Where both ends of a contrast are too wide, the clause beside the last one says both.
        texts = dict.fromkeys((contrast(run), run[-1].text))
        para = next((para for text in texts if (para := on_one_line(text, number))), None)
        said = shown(run[-1].clause)
        if para is not None and said not in found and fits((Para(said),), caption):
            found[said] = BigNumber(para, said, run[-1])
    return tuple(found.values())


def figures(brief: Brief, layouts: Layouts) -> Iterator[Slide]:
    """One slide of big numbers with their clauses, where there are three such or more."""
    values, captions = layouts.row("figures", "数值"), layouts.row("figures", "说明")
    chosen = big_numbers(brief, values[0], captions[0])[: len(values)]
    if len(chosen) < FEWEST:
        return
    fills = [*head(layouts, "figures", FIGURES)]
    for value, caption, one in zip(values, captions, chosen, strict=False):
        fills += [Fill(caption.name, (Para(one.caption),)), Fill(value.name, (one.number,))]
    notes = words.places(brief, [one.figure.clause for one in chosen])
    yield Slide("figures", tuple(fills), (), None, FIGURES, notes)


def foremost(brief: Brief, number: Slot, caption: Slot, longest: int) -> BigNumber | None:
    """Return the number that stands beside the thesis: one of the introduction, whose clause is short.

    Where they are too few for a slide of their own, it is the first there is.
    """
    short = [one for one in big_numbers(brief, number, caption) if len(one.caption) <= longest]
    end = brief.document.nodes[0].span.start if brief.document.nodes else len(brief.document.source.text)
    near = (one for one in short if isinstance(one.figure.clause, Excerpt) and one.figure.clause.start < end)
    return next(near, short[0] if short and len(brief.heroes) < FEWEST else None)
