"""From `Brief` to `Deck`: the order of the slides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reportgen.analysis import Brief
from reportgen.analysis.segmentation import Vocabulary
from reportgen.planning.deck import back, body, words
from reportgen.planning.deck.agenda import agenda
from reportgen.planning.deck.cover import cover
from reportgen.planning.deck.fit import settled, settled_cell
from reportgen.planning.deck.frame import head, row_pages, rows, rows_that_fit
from reportgen.planning.deck.numbers import figures
from reportgen.planning.deck.overview import overview
from reportgen.planning.deck.slides import Deck, Extent, Layouts, Slide, Table
from reportgen.planning.deck.thesis import thesis
from reportgen.planning.facts import Facts, Imprint
from reportgen.planning.length import STANDARD, Length
from reportgen.planning.lines import text_width
from reportgen.planning.wording import ABSTRACT, shown

_MOST_SLIDES = 60
"""Slides from which on a deck says less of each point: at a minute and a half a slide an hour and a half."""
_MOST_AT_ALL = 300
"""Slides from which on a deck lists the sections only: nobody shows as many."""
_FOOTER_WIDTH = 45.0  # em: what the footer's line takes beside the page number


def plan_deck(brief: Brief, facts: Facts, layouts: Layouts, length: Length = STANDARD) -> Deck:
    """Say what stands on every slide.

    A speech of many points gets one slide a point, or only what its card holds; what is left out is counted
    on the slide (（共 12 项）) and stands in the notes, and the handout and the checklist hold all of it.

    Args:
        brief: what the speech says.
        facts: what the user knows of the occasion; a given title wins over the speech's.
        layouts: what the template offers.
        length: how much may be said.

    Raises:
        TemplateError: the template lacks a layout or placeholder that the speech needs.
    """
    imprint = Imprint.of(brief.document, facts)
    title = imprint.title
    layouts = layouts.worded(Vocabulary.of(brief.terms))
    for extent in Extent:
        # What comes to too many is not planned to its end, but for the last extent there is.
        most = _MOST_AT_ALL if extent is Extent.GLANCE else _MOST_SLIDES
        stop = None if extent is Extent.OUTLINE else most + 1
        slides = tuple(islice(_slides(brief, imprint, layouts, extent), stop))
        if len(slides) <= most:
            break
    return Deck(title, tuple(_settled(_with_footer(slide, title), layouts) for slide in slides), extent)


def _slides(brief: Brief, imprint: Imprint, layouts: Layouts, extent: Extent) -> Iterator[Slide]:
    title = imprint.title
    yield cover(brief, imprint, layouts)
    opening = thesis(brief, title, layouts)
    if opening is not None:
        yield opening
    if brief.parts:
        yield from agenda(brief, layouts, in_full=extent is Extent.OUTLINE)
        yield from overview(brief, title, layouts)
    else:
        yield from _abstract(brief, title, layouts)
    if extent is not Extent.OUTLINE:
        for number, part in enumerate(brief.parts, 1):
            yield from body.section(brief, part, number, layouts, extent)
    yield from figures(brief, layouts)
    yield from back.terms(brief, layouts)
    if extent is not Extent.OUTLINE:
        yield from back.checklist(brief, layouts, extent)
    yield back.closing(brief, layouts)


def _abstract(brief: Brief, title: str, layouts: Layouts) -> Iterator[Slide]:
    """A speech without sections: what it says, a row a line."""
    texts = rows_that_fit([shown(line) for line in brief.abstract], layouts.row("list", "条"))
    notes = words.paragraphs(brief.document.preamble)
    level, found = row_pages(texts, layouts.row("list", "条")) if texts else (0, [])
    for page, numbers in enumerate(found):
        fills, accents = rows(layouts, "list", [texts[i] for i in numbers], level, numbers[0] + 1)
        top = head(layouts, "list", ABSTRACT, continued=page > 0)
        yield Slide("list", (*top, *fills), accents, None, title, notes)


def _with_footer(slide: Slide, title: str) -> Slide:
    """A footer too long for its line gives way to the title, and that to none."""
    for text in (slide.footer, title if slide.footer else ""):
        if text_width(text) <= _FOOTER_WIDTH:
            return replace(slide, footer=text)
    return replace(slide, footer="")


def _settled(slide: Slide, layouts: Layouts) -> Slide:
    fills = tuple(settled(fill, layouts.slot(slide.layout, fill.slot)) for fill in slide.fills)
    return replace(slide, fills=fills, table=slide.table and _settled_table(slide.table, layouts))


def _settled_table(table: Table, layouts: Layouts) -> Table:
    slot = layouts.slot("table", "表格样式")
    rows = (
        tuple(settled_cell(text, slot, width) for text, width in zip(row, table.widths, strict=True))
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))
