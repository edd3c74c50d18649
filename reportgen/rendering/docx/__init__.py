"""`Handout` or `Review` × template → the bytes of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.rendering.docx.handout import HandoutTemplate, open_handout, open_onepage, read_sheet
from reportgen.rendering.docx.render import render_handout, render_onepage

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.planning.review import Review
    from reportgen.rendering.surveying import Survey

__all__ = [
    "HandoutTemplate",
    "adopted_handout",
    "open_handout",
    "open_onepage",
    "read_sheet",
    "render_handout",
    "render_onepage",
    "render_review",
    "survey_handout",
]


def survey_handout(path: Path) -> Survey:
    """Tell what a Word file offers, as `unit.surveying.survey_handout` says: builds do not need it."""
    from reportgen.rendering.docx.unit import surveying as work

    return work.survey_handout(path)


def adopted_handout(path: Path) -> bytes:
    """Return what a theme holds of a Word file, as `unit.surveying.adopted_handout` says."""
    from reportgen.rendering.docx.unit import surveying as work

    return work.adopted_handout(path)


def render_review(review: Review, template: HandoutTemplate) -> bytes:
    """Render the commented speech, as `review.render_review` says: it needs python-docx, handouts do not."""
    from reportgen.rendering.docx import review as work

    return work.render_review(review, template)
