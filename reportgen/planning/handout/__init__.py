"""The plan of the Word handout."""

from reportgen.planning.handout.parts import (
    Block,
    BlockRole,
    Density,
    DigestPoint,
    DigestRow,
    Fact,
    FrameRow,
    Front,
    Handout,
    KeyMeasure,
    TaskRow,
    TermEntry,
    TextRun,
)
from reportgen.planning.handout.plan import plan_handout
from reportgen.planning.handout.sheet import SHEET, Face, Frame, Grid, Sheet

__all__ = [
    "SHEET",
    "Block",
    "BlockRole",
    "Density",
    "DigestPoint",
    "DigestRow",
    "Face",
    "Fact",
    "Frame",
    "FrameRow",
    "Front",
    "Grid",
    "Handout",
    "KeyMeasure",
    "Sheet",
    "TaskRow",
    "TermEntry",
    "TextRun",
    "plan_handout",
]
