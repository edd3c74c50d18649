"""Many speeches in one call."""

from reportgen.batch.speeches import SUFFIXES, find_speeches, listed

__all__ = ["SUFFIXES", "find_speeches", "listed"]
