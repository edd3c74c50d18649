"""The plan of the Word handout."""

from reportgen.planning.paper.model import (
    Block,
    BlockRole,
    Column,
    Density,
    Fact,
    Framework,
    Front,
    MeasureRow,
    Paper,
    TaskGroup,
    TermRow,
    TextRun,
)
from reportgen.planning.paper.plan import plan_paper
from reportgen.planning.paper.sheet import SHEET, Face, Frame, Grid, Sheet

__all__ = [
    "SHEET",
    "Block",
    "BlockRole",
    "Column",
    "Density",
    "Face",
    "Fact",
    "Frame",
    "Framework",
    "Front",
    "Grid",
    "MeasureRow",
    "Paper",
    "Sheet",
    "TaskGroup",
    "TermRow",
    "TextRun",
    "plan_paper",
]
