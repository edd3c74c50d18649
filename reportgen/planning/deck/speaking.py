"""What a presenter reads first in the notes of a slide: how long it takes, and what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.planning.wording import CONTINUED_FORM, timed
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportgen.planning.deck.slides import Slide

_A_MINUTE = 240
"""Characters that are spoken in a minute: a speech of 2,200 takes nine."""
_SILENT = frozenset({"cover", "closing"})
_OF_THE_WHOLE = frozenset({"thesis", "overview", "numbers", "chart", "terms", "table"})
_TITLES = ("标题", "长标题")
_NEXT = lazy(CONTINUED_FORM)


def with_cues(slides: Iterable[Slide]) -> Iterator[Slide]:
    """Yield slides whose notes begin with a line for the presenter; cover and closing have none.

    The time is that of the source in the notes, in half minutes, half a minute at the least. What stands in
    the notes of several slides is spoken once, to the slide that tells it and not to one of the whole: the
    times of all slides come to that of the speech.
    """
    slides = tuple(slides)
    told = "".join(
        _bare(note) for slide in slides if slide.layout not in _OF_THE_WHOLE for note in slide.notes
    )
    spoken = ""
    for slide in slides:
        if slide.layout in _SILENT:
            yield slide
            continue
        # Some slides have paragraphs in their notes, others the points that these consist of.
        before = spoken + told if slide.layout in _OF_THE_WHOLE else spoken
        new = [text for note in slide.notes if (text := _bare(note)) not in before]
        spoken += "".join(new)
        halves = max(int(2 * sum(map(len, new)) / _A_MINUTE + 0.5), 1)
        yield replace(slide, notes=(timed(halves) + _about(slide), *slide.notes))


def _bare(text: str) -> str:
    return "".join(text.split())


def _about(slide: Slide) -> str:
    """The title on one line; on the panel of a section, what stands below it too."""
    said = {fill.slot: "".join(para.text for para in fill.paras) for fill in slide.fills}
    names = (*_TITLES, "副标题") if slide.layout == "section" else _TITLES
    # A heading of two clauses is parted at its comma.
    about = "，".join("".join(said[name].split("\n")) for name in names if said.get(name))
    return _NEXT.sub("", about)
