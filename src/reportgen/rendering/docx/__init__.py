"""`Paper` × template → the bytes of a Word file."""

from reportgen.rendering.docx.render import render_paper

__all__ = ["render_paper"]
