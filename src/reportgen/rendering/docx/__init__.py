"""`Paper` × template → the bytes of a Word file."""

from reportgen.rendering.docx.measures import read_sheet
from reportgen.rendering.docx.render import render_paper

__all__ = ["read_sheet", "render_paper"]
