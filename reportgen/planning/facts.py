"""What the user knows about the occasion and the text does not say."""

from reportgen.analysis import Facts

__all__ = ["Facts"]
