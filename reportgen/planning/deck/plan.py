"""From `Brief` to `Deck`: what deserves a slide, in which order, and which lines stand on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.analysis.segmentation import Vocabulary
from reportgen.analysis.statements import STATEMENT_LIMIT
from reportgen.planning.deck import back, checklist, words
from reportgen.planning.deck.allotting import slides_of
from reportgen.planning.deck.bodies import Body, Filled
from reportgen.planning.deck.chart import charts
from reportgen.planning.deck.cover import cover
from reportgen.planning.deck.fit import room
from reportgen.planning.deck.numbers import captions, figures
from reportgen.planning.deck.overview import overview
from reportgen.planning.deck.quote import Quotation, quotation, quote, section_of
from reportgen.planning.deck.slides import Deck, Layouts, Slide
from reportgen.planning.deck.speaking import with_cues
from reportgen.planning.deck.thesis import thesis
from reportgen.planning.deck.topics import outside, topics, untold
from reportgen.planning.facts import Facts, Imprint
from reportgen.planning.length import STANDARD, Degree, Length, characters
from reportgen.planning.lines import text_width
from reportgen.planning.wording import shown

if TYPE_CHECKING:
    from reportgen.analysis import Brief

_SHARE = {Degree.BRIEF: 0.2, Degree.STANDARD: 0.27}
"""Of a speech's characters, what may stand on slides: readers' own briefings carry 0.17, and lose a fifth."""
_SLIDES = {Degree.BRIEF: 0.62, Degree.STANDARD: 1.0}
"""Of the slides that a speech deserves, how many a degree has."""
_CHECKLIST_FROM = 7
"""Slides from which on one of them is the list of tasks, whoever is to do them."""
_FEWEST_TASKS = 4
OPENING, CLOSING = "开篇", "结尾"
"""Parts of the file around those of the speech."""
_MORE = 1
"""Slides above the number wanted that are spent where each section then has its own."""


def plan_deck(brief: Brief, facts: Facts, layouts: Layouts, length: Length = STANDARD) -> Deck:
    """Say what stands on every slide.

    Args:
        brief: what the speech says.
        facts: what the user knows of the occasion; a given title wins over the speech's.
        layouts: what the template offers.
        length: how much may be said.

    Raises:
        TemplateError: the template lacks a layout or placeholder that the speech needs.
    """
    imprint = Imprint.of(brief.document, facts)
    layouts = layouts.worded(Vocabulary.of(brief.terms))
    plan = _Plan(brief, imprint, layouts, length)
    wide = layouts.footer_width
    slides = tuple(with_cues(_with_footer(slide, imprint.title, wide) for slide in plan.slides()))
    return Deck(imprint.title, slides)


class _Plan:
    """The slides of one speech."""

    def __init__(self, brief: Brief, imprint: Imprint, layouts: Layouts, length: Length) -> None:
        self._brief, self._imprint, self._layouts = brief, imprint, layouts
        self._length = length
        self._characters = characters(brief.document)

    @property
    def _is_full(self) -> bool:
        return self._length.is_whole

    def slides(self) -> Iterator[Slide]:
        front, numbers = list(self._front()), list(self._numbers())
        yield from (replace(slide, section=OPENING) for slide in front)
        body = Body(self._brief, self._imprint.title, self._layouts)
        quoted = self._quoted()
        filled = self._filled(body, len(front) + len(numbers), [quoted[0].sentence.text] if quoted else [])
        made = list(body.slides(filled, len(self._brief.parts)))
        yield from self._with_quote(made, filled, quoted)
        said = frozenset(text for one in filled for text in one.said)
        yield from (replace(slide, section=CLOSING) for slide in (*numbers, *self._behind(said)))

    def _quoted(self) -> tuple[Quotation, Slide] | None:
        """The quotation that has a slide to itself, where nothing has to make room for it."""
        found = quotation(self._brief) if self._is_full else None
        slide = quote(found, self._brief, self._layouts) if found else None
        return (found, slide) if found and slide else None

    def _with_quote(
        self, made: Sequence[Slide], filled: Sequence[Filled], quoted: tuple[Quotation, Slide] | None
    ) -> Iterator[Slide]:
        """The slides of the sections, and behind those of its section a quotation; else in front of all."""
        if quoted is None:
            yield from made
            return
        found, slide = quoted
        number = section_of(found, self._brief)
        within = [at for at, one in enumerate(filled) if one.frame.number <= number <= one.frame.last]
        after = within[-1] + 1 if number and within else 0
        part = made[after - 1].section if after else OPENING
        yield from made[:after]
        yield replace(slide, section=part)
        yield from made[after:]

    def _behind(self, said: frozenset[str]) -> Iterator[Slide]:
        if self._is_full:
            yield from back.terms(self._brief, self._layouts)
            yield from checklist.checklist(self._brief, self._layouts)
        elif self._has_checklist(self._wanted):
            yield from checklist.first_measures(self._brief, self._layouts, said)
        yield back.closing(self._brief, self._layouts)

    def _front(self) -> Iterator[Slide]:
        brief, title = self._brief, self._imprint.title
        yield cover(brief, self._imprint, self._layouts)
        whole = overview(brief, title, self._layouts)
        if self._is_full or whole is None:
            opening = thesis(brief, title, self._layouts)
            if opening is not None:
                yield opening
        if whole is not None:
            yield whole

    @property
    def _has_numbers(self) -> bool:
        return self._length.degree is not Degree.BRIEF and not self._is_tight

    @property
    def _is_tight(self) -> bool:
        """Whether so few slides are asked for that each is needed for the sections."""
        return self._length.slides is not None and self._length.slides < _CHECKLIST_FROM

    def _numbers(self) -> Iterator[Slide]:
        if self._has_numbers:
            yield from figures(self._brief, self._layouts)
            yield from charts(self._brief, self._layouts)

    @property
    def _wanted(self) -> int:
        """How many slides the deck should have."""
        share = _SLIDES.get(self._length.degree, 1.0)
        return self._length.slides or max(round(slides_of(self._characters) * share), 4)

    def _has_checklist(self, wanted: int) -> bool:
        tasks = self._brief.tasks
        assigned = any(one.owner or one.deadline for task in tasks for one in task.measures)
        if self._is_tight or (self._length.degree is Degree.BRIEF and not assigned):
            return False
        return bool(tasks) and (assigned or (wanted >= _CHECKLIST_FROM and len(tasks) >= _FEWEST_TASKS))

    def _filled(self, body: Body, others: int, quoted: Sequence[str]) -> tuple[Filled, ...]:
        limit = None if self._is_full else self._limit()
        said = topics(self._brief, limit) or (outside(self._brief, limit),)
        found = untold(said, [*self._told(), *quoted], wholly=self._is_full)
        if self._is_full:
            return body.everything(found)
        wanted = self._wanted - others - 1 - self._has_checklist(self._wanted)
        return body.chosen(found, max(wanted, min(len(found), wanted + _MORE), 1), self._budget())

    def _limit(self) -> int:
        """The characters that two lines of a section's slide hold, less a mark that may begin no line."""
        return min(STATEMENT_LIMIT, int(2 * room(self._layouts.row("section", "条")[0])) - 1)

    def _told(self) -> list[str]:
        """What stands on other slides: the thesis, and what the big numbers are of."""
        thesis_ = [shown(self._brief.thesis)] if self._brief.thesis else []
        return [*thesis_, *(captions(self._brief, self._layouts) if self._has_numbers else ())]

    def _budget(self) -> float:
        """The characters that lines may have: headings stand on slides anyway."""
        spent = sum(len(words.heading(part)) for part in self._brief.walk())
        spent += len(self._brief.thesis.text) if self._brief.thesis else 0
        share = _SHARE.get(self._length.degree, _SHARE[Degree.STANDARD])
        return share * self._characters - spent


def _with_footer(slide: Slide, title: str, wide: float) -> Slide:
    """A footer too long for its line gives way to the title, and that to none."""
    for text in (slide.footer, title if slide.footer else ""):
        if text_width(text) <= wide:
            return replace(slide, footer=text)
    return replace(slide, footer="")
