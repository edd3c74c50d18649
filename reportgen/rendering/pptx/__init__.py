"""The deck as a .pptx."""

from reportgen.rendering.pptx.render import render_deck
from reportgen.rendering.pptx.template import DeckTemplate, open_deck, read_layouts

__all__ = ["DeckTemplate", "open_deck", "read_layouts", "render_deck"]
