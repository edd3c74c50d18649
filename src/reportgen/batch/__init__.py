"""Many speeches in one call."""

from reportgen.batch.speeches import find_speeches, listed

__all__ = ["find_speeches", "listed"]
