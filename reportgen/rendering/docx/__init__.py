"""`Handout` or `Review` × template → the bytes of a Word file."""

from reportgen.rendering.docx.handout import HandoutTemplate, open_handout, open_onepage, read_sheet
from reportgen.rendering.docx.render import render_handout, render_onepage
from reportgen.rendering.docx.review import render_review

__all__ = [
    "HandoutTemplate",
    "open_handout",
    "open_onepage",
    "read_sheet",
    "render_handout",
    "render_onepage",
    "render_review",
]
