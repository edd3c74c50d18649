"""The numbers that stand big: those that the brief says deserve it, and no others.

One that does not fit its place with its clause beside it is left out: cut, neither would be true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.analysis import Brief, Excerpt, Figure
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import fits, on_one_line, one_line
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.slides import Fill, Layouts, Para, Slide, Slot
from reportgen.planning.wording import contrast, shown

FIGURES = "关键数字"
_FEWEST = 3
"""Numbers from which on they have a slide of their own."""
_LONGEST_CAPTION = 40
"""Characters of the clause beside the thesis' number."""


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
        both, said = contrast(run), shown(run[-1].clause)
        # Where both ends of a contrast are too wide, the clause beside the last one says both.
        para = on_one_line(both if one_line(both, number) else run[-1].text, number)
        if para is not None and said not in found and fits((Para(said),), caption):
            found[said] = BigNumber(para, said, run[-1])
    return tuple(found.values())


def figures(brief: Brief, layouts: Layouts) -> Iterator[Slide]:
    """One slide of big numbers with their clauses, where there are three such or more."""
    chosen = _on_their_slide(brief, layouts)
    if len(chosen) < _FEWEST:
        return
    fills = [*head(layouts, "figures", FIGURES)]
    values, captions = layouts.row("figures", "数值"), layouts.row("figures", "说明")
    level = max(one.number.level for one in chosen)  # they stand side by side
    for value, caption, one in zip(values, captions, chosen, strict=False):
        fills += [Fill(caption.name, (Para(one.caption),)), Fill(value.name, (Para(one.number.text, level),))]
    notes = words.places(brief, [one.figure.clause for one in chosen])
    yield Slide("figures", tuple(fills), (), None, FIGURES, notes)


def _on_their_slide(brief: Brief, layouts: Layouts) -> tuple[BigNumber, ...]:
    values, captions = layouts.row("figures", "数值"), layouts.row("figures", "说明")
    return big_numbers(brief, values[0], captions[0])[: len(values)]


def foremost(brief: Brief, layouts: Layouts) -> BigNumber | None:
    """Return the number that stands beside the thesis: one of the introduction, whose clause is short.

    Where they are too few for a slide of their own, it is the first there is.
    """
    number, caption = layouts.slot("thesis", "数字"), layouts.slot("thesis", "数字说明")
    short = [one for one in big_numbers(brief, number, caption) if len(one.caption) <= _LONGEST_CAPTION]
    end = brief.document.nodes[0].span.start if brief.document.nodes else len(brief.document.source.text)
    near = (one for one in short if isinstance(one.figure.clause, Excerpt) and one.figure.clause.start < end)
    few = len(_on_their_slide(brief, layouts)) < _FEWEST
    return next(near, short[0] if short and few else None)
