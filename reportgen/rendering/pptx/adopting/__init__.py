"""Somebody else's template as one that our decks can stand in: found out what serves, and fitted to it."""

from reportgen.rendering.pptx.adopting.adopted import adopted, look_over
from reportgen.rendering.pptx.adopting.mapping import read_mapping, written
from reportgen.rendering.pptx.adopting.telling import told

__all__ = ["adopted", "look_over", "read_mapping", "told", "written"]
