"""What is known of a character of a PDF: as the file has it, and as it is read.

Characters are not frozen, as there may be a million of them, and a frozen one takes thrice the time.
"""

from __future__ import annotations

from dataclasses import dataclass

BLACK = (0, 0, 0, 255)


@dataclass(frozen=True, slots=True)
class TypeLook:
    """How type looks: `size` in points on paper, `stroked` where it is thickened."""

    font: str
    weight: int
    size: float
    stroked: bool


@dataclass(frozen=True, slots=True)
class Print:
    """How type is put on paper.

    `turn` is how many quarters of a circle it is turned to the right, None where it stands askew; `mode` the
    rendering mode of ISO 32000-1, table 106; `colour` red, green, blue and opacity up to 255.
    """

    turn: int | None = 0
    mode: int = 0
    colour: tuple[int, int, int, int] = BLACK


@dataclass(slots=True)
class Char:
    """A character as the file has it, in the file's own coordinates: left, bottom, right, top; its origin."""

    text: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    look: TypeLook
    ink: Print
    parted: bool


@dataclass(slots=True)
class Glyph:
    """One character as it is read; places in points from the left and upwards, `base` the line it stands on.

    `parted` where a blank stands before it in the file; `faint` where it is printed lightly, like watermarks.
    """

    text: str
    left: float
    right: float
    base: float
    look: TypeLook
    parted: bool = False
    faint: bool = False
