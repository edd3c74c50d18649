"""Somebody else's template as one that our decks can stand in: found out what serves, and fitted to it."""

from reportgen.rendering.pptx.adopting.adopted import adopted

__all__ = ["adopted"]
