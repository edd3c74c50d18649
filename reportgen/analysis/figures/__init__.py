"""Numbers of a speech: what they count, how they changed, when, and which of them make a series."""

from reportgen.analysis.figures.finding import figures
from reportgen.analysis.figures.series import series

__all__ = ["figures", "series"]
