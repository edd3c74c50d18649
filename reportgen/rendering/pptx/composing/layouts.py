"""The layouts of the deck: what the board measures, in pixels of 1280 × 720.

Many slots of one kind (``点3``) are the most that a slide of that kind shows; a slide with fewer spreads those it
uses over the area that all slots of the kind cover, so moving the slots in PowerPoint moves that area.
"""

from __future__ import annotations

from reportgen.rendering.pptx.composing import content, opening, rows
from reportgen.rendering.pptx.composing.page import Layout, Made, Page

MADE: tuple[Made, ...] = (
    opening.cover,
    opening.thesis,
    opening.overview,
    opening.section,
    content.feature,
    *content.CARDS,
    rows.bullets,
    content.numbers,
    content.chart,
    content.steps,
    rows.contrast,
    opening.quote,
    rows.terms,
    rows.table,
    opening.closing,
)


def layouts(page: Page) -> tuple[Layout, ...]:
    """All layouts of a page, in the order of PowerPoint's gallery."""
    return tuple(made(page) for made in MADE)
