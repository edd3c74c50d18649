"""`Handout` or `Review` × template → the bytes of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.rendering.docx.handout import HandoutTemplate, open_handout, open_onepage, read_sheet
from reportgen.rendering.docx.render import render_handout, render_onepage

if TYPE_CHECKING:
    from reportgen.planning.review import Review

__all__ = [
    "HandoutTemplate",
    "open_handout",
    "open_onepage",
    "read_sheet",
    "render_handout",
    "render_onepage",
    "render_review",
]


def render_review(review: Review, template: HandoutTemplate) -> bytes:
    """Render the commented speech, as `review.render_review` says: it needs python-docx, handouts do not."""
    from reportgen.rendering.docx import review as work

    return work.render_review(review, template)
