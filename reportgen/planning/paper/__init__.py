"""The plan of the Word handout."""

from reportgen.planning.paper.model import (
    Block,
    Column,
    Density,
    Fact,
    Framework,
    Front,
    Paper,
    Piece,
    Role,
    Step,
    TaskGroup,
    TermRow,
)
from reportgen.planning.paper.plan import plan_paper
from reportgen.planning.paper.sheet import SHEET, Face, Frame, Grid, Sheet

__all__ = [
    "SHEET",
    "Block",
    "Column",
    "Density",
    "Face",
    "Fact",
    "Frame",
    "Framework",
    "Front",
    "Grid",
    "Paper",
    "Piece",
    "Role",
    "Sheet",
    "Step",
    "TaskGroup",
    "TermRow",
    "plan_paper",
]
