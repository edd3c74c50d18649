"""Many speeches in one call."""

from reportgen.batch.speeches import SUFFIXES, find_speeches, left_out, listed

__all__ = ["SUFFIXES", "find_speeches", "left_out", "listed"]
