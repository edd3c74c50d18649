"""What planning must know of the template to measure with: page, paragraph styles and tables, in points.

The numbers of the shipped template stand here as `SHEET`; `rendering.docx.read_sheet` reads those of a
template that its user has edited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.analysis.segmentation import PLAIN, Vocabulary
from reportgen.planning.handout.parts import Density
from reportgen.planning.lines import with_gaps, wrap

# A4 less the margins 37/35/28/26 mm (GB/T 9704-2012, 5.2.1): 156 mm × 225 mm.
TEXT_WIDTH = 442.2
TEXT_HEIGHT = 637.8


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

    @property
    def pitch(self) -> float:
        """The width of a Han glyph with its spacing."""
        return self.size + self.spacing

    def em(self, width: float) -> float:
        """Return how many Han glyphs fit `width` pt."""
        return width / self.pitch

    def lines(self, text: str, width: float) -> int:
        """Return the number of lines that `text` takes in a column of `width` pt."""
        return len(wrap(with_gaps(text), self.em(width), self.indent))

    def height(self, text: str, width: float) -> float:
        """Return the height of a paragraph, its spaces included."""
        return self.before + self.lines(text, width) * self.line + self.after


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the template: how wide its columns are, by the field that they print, in pt.

    `sides` and `ends` are the margins of a cell, left + right and top + bottom; `rule` parts two rows.
    """

    widths: Mapping[str, float]
    sides: float = 10.8
    ends: float = 6.0
    rule: float = 0.5

    @property
    def width(self) -> float:
        """The width of the whole table."""
        return sum(self.widths.values())

    def room(self, column: str) -> float:
        """Return the width of the text in a column."""
        return self.widths[column] - self.sides

    def row(self, lines: int, line: float) -> float:
        """Return the height of a row of so many lines of a pitch, with the rule below it."""
        return lines * line + self.ends + self.rule


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of the thesis: both indents of its text, both rules with the space inside of them, in pt."""

    sides: float = 28.0
    ends: float = 12.0


def _variants(name: str, *faces: Face) -> dict[str, Face]:
    return {name + suffix(density): face for density, face in zip(Density, faces, strict=True)}


def suffix(density: Density) -> str:
    """Return what a style id bears at its end at this density (the normal one bears nothing)."""
    return "" if density is Density.NORMAL else density.value.capitalize()


_FACES: dict[str, Face] = {
    "Title": Face(22, 31.5),
    "TitleLong": Face(18, 26),
    "Subtitle": Face(14, 22),
    **_variants(
        "FrontLabel", Face(13.5, 20, 2, 8), Face(12, 17, 0, 5), Face(11.5, 16, 0, 4), Face(11, 15, 0, 4)
    ),
    **_variants("FrontCell", Face(11, 15.5), Face(10.5, 14), Face(10, 13.25), Face(9.5, 12.5)),
    **_variants("FrontTail", Face(10, 14), Face(9.5, 13), Face(9, 12.25), Face(9, 11.5)),
    **_variants("FrontPoint", Face(10, 15), Face(9.5, 13.5), Face(9.5, 12.75), Face(9, 12)),
    **_variants(
        "FrontHeading", Face(14, 20, 10, 4), Face(12.5, 17, 6, 2), Face(12, 16, 5, 2), Face(11, 15, 5, 2)
    ),
    **_variants(
        "FrontText",
        Face(13, 19.5, 0, 0, 0, 2),
        Face(12, 16.5, 0, 0, 0, 2),
        Face(11, 15.5, 0, 0, 0, 2),
        Face(10.5, 14.5, 0, 0, 0, 2),
    ),
    **_variants("BoxHeading", Face(12, 18, 9), Face(11, 16, 8), Face(10.5, 15, 7), Face(10.5, 14, 6)),
    **_variants("BoxText", Face(15, 24, 0, 2), Face(13, 19, 0, 1), Face(12, 17.5), Face(11.5, 16)),
    "Heading1": Face(18, 25.5, 0, 6),
    "SideHeading": Face(14, 20, 12, 5),
    **_variants("DigestSection", Face(12, 17.25), Face(11, 15.5), Face(10.5, 14.75), Face(10, 14)),
    **_variants("DigestTail", Face(10, 14, 2), Face(9.5, 13, 2), Face(9, 12.5, 2), Face(9, 12, 1)),
    **_variants(
        "DigestPoint",
        Face(12, 17.25, 0, 5),
        Face(11, 15.5, 0, 4),
        Face(10.5, 14.75, 0, 3.5),
        Face(10, 14, 0, 3),
    ),
    **_variants(
        "DigestGoal", Face(11, 16, 0, 5), Face(10.5, 15, 0, 4), Face(10, 14, 0, 3.5), Face(9.5, 13, 0, 3)
    ),
    "DigestRule": Face(1, 4),
    "Term": Face(11, 16.5),
    "Record": Face(10.5, 25),
    "Text": Face(16, 28.95, 0, 0, -0.25, 2),
    "TextCompact": Face(16, 27.7, 0, 0, -0.25, 2),
    "OriginalTitle": Face(22, 34),
    "TableHead": Face(11, 15.5),
    "TableText": Face(11, 15.5),
    "TableTextCompact": Face(10.5, 14),
    "TableNote": Face(9, 14, 4),
}
_TABLES: dict[str, Grid] = {
    "facts": Grid({"name": 80.0, "value": 362.2}, ends=4.0),
    "framework": Grid({"heading": 137.2, "points": 305.0}, ends=4.0),
    "measures": Grid({"measure": 352.2, "place": 63.0}, ends=4.0),
    # No table, but paragraphs beside frames: the widths are those of their lines.
    "digest": Grid({"section": 97.2, "points": 336.0}, sides=0.0, ends=0.0, rule=0.0),
    "terms": Grid({"term": 221.1}, ends=0.0, rule=0.0),
    "tasks": Grid({"task": 78.0, "step": 248.7, "owner": 55.5, "deadline": 55.5}),
}


_MOST_ABOVE = 0.3
"""How much of page 1 a letterhead may take for the rest to hold what page 1 says."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Page, styles and tables that planning measures with, and the words of the speech whose lines they are.

    `tasks_height` is the height of the text area that the checklist stands on, which may have a page of its
    own. `goal_sides` are both indents of a goal in its cell, `tab` is where the second point stands. `above`
    is what a letterhead takes of page 1 above the title.
    """

    width: float = TEXT_WIDTH
    height: float = TEXT_HEIGHT
    tasks_height: float = TEXT_HEIGHT
    faces: Mapping[str, Face] = field(default_factory=lambda: dict(_FACES))
    tables: Mapping[str, Grid] = field(default_factory=lambda: dict(_TABLES))
    frame: Frame = field(default_factory=Frame)
    goal_sides: float = 8.0
    tab: float = 98.0
    above: float = 0.0
    vocabulary: Vocabulary = PLAIN

    def face(self, name: str, density: Density = Density.NORMAL) -> Face:
        """Return the style `name` at `density`, or at the normal one where it has no such variant."""
        return self.faces.get(name + suffix(density)) or self.faces[name]

    @property
    def front_height(self) -> float:
        """The room for page 1; below a letterhead that takes much of it, that of a second page too."""
        left = self.height - self.above
        return left if self.above <= _MOST_ABOVE * self.height else left + self.height

    def line(self, name: str) -> int:
        """Return how many Han glyphs of the style `name` stand on a line of the text area."""
        return int(self.face(name).em(self.width))


SHEET = Sheet()
