"""From `Document` to `Brief`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.analysis.brief import (
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
    begins_in,
    lines,
)
from reportgen.analysis.roles import Role

if TYPE_CHECKING:
    from reportgen.outline import Document

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
    "Role",
    "Series",
    "SeriesPoint",
    "Task",
    "Term",
    "analyse",
    "begins_in",
    "lines",
]


def analyse(document: Document) -> Brief:
    """Say what a speech says, in its own words."""
    from reportgen.analysis.rewording import understood

    return understood(document)
