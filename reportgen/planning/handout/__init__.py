"""The plan of the Word handout."""

from reportgen.planning.handout.parts import (
    Block,
    BlockRole,
    Column,
    Density,
    Fact,
    Framework,
    Front,
    Handout,
    MeasureRow,
    TaskGroup,
    TermRow,
    TextRun,
)
from reportgen.planning.handout.plan import plan_handout
from reportgen.planning.handout.sheet import SHEET, Face, Frame, Grid, Sheet

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
    "Handout",
    "MeasureRow",
    "Sheet",
    "TaskGroup",
    "TermRow",
    "TextRun",
    "plan_handout",
]
