"""Many speeches in one call."""

from reportgen.batch.speeches import find_speeches, left_out

__all__ = ["find_speeches", "left_out"]
