"""How much a product may say: what its reader has time for, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reportgen.source import MARK

if TYPE_CHECKING:
    from reportgen.outline import Document

LEAST_SLIDES = 3
"""A cover, something said, an end."""
MOST_SLIDES = 300
"""Nobody shows more."""
SLIDES_A_MINUTE = 1.0
"""A speech of 2,200 characters is read in nine minutes, and readers wanted eight slides of it."""


class Degree(StrEnum):
    """How much is told of a speech: its headings and the weightiest; what matters; every measure."""

    BRIEF = "brief"
    STANDARD = "standard"
    FULL = "full"


DEGREES = {"简": Degree.BRIEF, "标准": Degree.STANDARD, "详": Degree.FULL}
"""What people call them."""


@dataclass(frozen=True, slots=True)
class Length:
    """What the products of a speech may spend.

    `slides` is how many the deck should have; None leaves it to what there is to say. `original` prints the
    whole speech behind the handout.
    """

    degree: Degree = Degree.STANDARD
    slides: int | None = None
    original: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether the deck says every heading and measure, on as many slides as that takes."""
        return self.degree is Degree.FULL and self.slides is None


ORIGINALS = {"附后": True, "不附": False}
"""Whether the whole speech stands behind the handout, as people say it."""
STANDARD = Length()


def characters(document: Document) -> int:
    """Return how many characters of a text are its speech, blanks and what stands apart left out."""
    apart = sum(_count(passage.text) for block in document.apart for passage in block.passages)
    return max(_count(document.source.text) - apart, 0)


def _count(text: str) -> int:
    return len("".join(text.replace(MARK, "").split()))


def slides_for(minutes: float) -> int:
    """Return how many slides may be shown in some minutes."""
    return min(max(round(minutes * SLIDES_A_MINUTE), LEAST_SLIDES), MOST_SLIDES)
