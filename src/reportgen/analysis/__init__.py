"""From `Document` to `Brief`."""

from reportgen.analysis.analyse import analyse
from reportgen.analysis.model import (
    Brief,
    Editorial,
    Excerpt,
    Facts,
    Figure,
    Goal,
    Kind,
    Line,
    Measure,
    Part,
    Series,
    SeriesPoint,
    Task,
    Term,
)

__all__ = [
    "Brief",
    "Editorial",
    "Excerpt",
    "Facts",
    "Figure",
    "Goal",
    "Kind",
    "Line",
    "Measure",
    "Part",
    "Series",
    "SeriesPoint",
    "Task",
    "Term",
    "analyse",
]
