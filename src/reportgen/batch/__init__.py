"""Many speeches in one call."""

from reportgen.batch.speeches import find_speeches

__all__ = ["find_speeches"]
