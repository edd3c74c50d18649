"""The deck as a .pptx."""

from reportgen.rendering.pptx.render import render_deck
from reportgen.rendering.pptx.template import DeckTemplate, keep_shipped, open_deck, read_layouts

__all__ = ["DeckTemplate", "keep_shipped", "open_deck", "read_layouts", "render_deck"]
