"""What planning must know of the template to measure with: page and paragraph styles, in points.

The numbers of the shipped template stand here as `SHEET`; `rendering.docx.read_sheet` reads those of a
template that its user has edited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.analysis.segmentation import PLAIN, Vocabulary
from reportgen.planning.lines import with_gaps, wrap
from reportgen.planning.paper.model import Density

# A4 less the margins 37/35/28/26 mm (GB/T 9704-2012, 5.2.1): 156 mm × 225 mm; turned: 225 mm × 156 mm.
TEXT_WIDTH = 442.2
TEXT_HEIGHT = 637.8
# Cell margins of the template's table style, left + right and top + bottom, and the rule between two rows.
CELL_SIDES = 10.8
CELL_ENDS = 6.0
RULE = 0.5
BOX_SIDES = 30.0  # both indents of the thesis box's text


@dataclass(frozen=True, slots=True)
class Face:
    """A paragraph style as far as height depends on it: type size, line pitch (exact), spaces, all in pt.

    `spacing` is added to every glyph (−0.25 pt brings 28 characters of 16 pt on a line of 156 mm), `indent`
    is the first line's indent in em.
    """

    size: float
    line: float
    before: float = 0.0
    after: float = 0.0
    spacing: float = 0.0
    indent: float = 0.0

    def em(self, width: float) -> float:
        """Return how many Han glyphs fit `width` pt."""
        return width / (self.size + self.spacing)

    def lines(self, text: str, width: float) -> int:
        """Return the number of lines that `text` takes in a column of `width` pt."""
        return len(wrap(with_gaps(text), self.em(width), self.indent))

    def height(self, text: str, width: float) -> float:
        """Return the height of a paragraph, its spaces included."""
        return self.before + self.lines(text, width) * self.line + self.after


def _variants(name: str, *faces: Face) -> dict[str, Face]:
    return {name + suffix(density): face for density, face in zip(Density, faces, strict=True)}


def suffix(density: Density) -> str:
    """Return what a style id bears at its end at this density (the normal one bears nothing)."""
    return "" if density is Density.NORMAL else density.value.capitalize()


_FACES: dict[str, Face] = {
    "Title": Face(22, 34),
    "TitleLong": Face(18, 28),
    "Subtitle": Face(16, 26),
    **_variants("FrontLabel", Face(16, 26, 0, 6), Face(14, 22, 0, 5), Face(12, 18, 0, 4)),
    **_variants("FrontCell", Face(12, 18), Face(12, 16), Face(10.5, 14)),
    **_variants("FrontHeading", Face(16, 25, 9, 3), Face(14, 21, 8, 3), Face(12, 17, 6, 2)),
    **_variants(
        "FrontText", Face(16, 25, 0, 0, -0.25, 2), Face(14, 21, 0, 0, 0, 2), Face(12, 17.5, 0, 0, 0, 2)
    ),
    **_variants("BoxHeading", Face(16, 25, 13), Face(14, 21, 11), Face(12, 17, 9)),
    **_variants("BoxText", Face(16, 25), Face(14, 21), Face(12, 17.5)),
    **_variants("BoxSource", Face(12, 18, 0, 4), Face(10.5, 15, 0, 3), Face(10.5, 14, 0, 2)),
    "Heading1": Face(20, 34, 10, 14),
    "Text": Face(16, 28.95, 0, 0, -0.25, 2),
    "TextCompact": Face(16, 27.7, 0, 0, -0.25, 2),
    "TableHead": Face(12, 18),
    "TableText": Face(12, 18),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Page and styles that planning measures with, and the words of the speech whose lines they are."""

    width: float = TEXT_WIDTH
    height: float = TEXT_HEIGHT
    faces: Mapping[str, Face] = field(default_factory=lambda: dict(_FACES))
    vocabulary: Vocabulary = PLAIN

    def face(self, name: str, density: Density = Density.NORMAL) -> Face:
        """Return the style `name` at `density`, or at the normal one where it has no such variant."""
        return self.faces.get(name + suffix(density)) or self.faces[name]


SHEET = Sheet()
