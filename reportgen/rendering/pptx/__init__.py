"""The deck as a .pptx."""

from reportgen.rendering.pptx.render import render_deck
from reportgen.rendering.pptx.template import read_layouts

__all__ = ["read_layouts", "render_deck"]
