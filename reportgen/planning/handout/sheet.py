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

# A4 less the margins 37/35/28/26 mm (GB/T 9704-2012, 5.2.1): 156 mm × 225 mm; turned: 225 mm × 156 mm.
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
_TABLES: dict[str, Grid] = {
    "facts": Grid({"name": 85.0, "value": 357.2}),
    # A column a section and a heading a row: what is told of both is the table's width.
    "columns": Grid({"point": 442.2}),
    "rows": Grid({"head": 159.2, "points": 283.0}),
    "heads": Grid({"head": 442.2}),
    "terms": Grid({"terms": 105.0, "context": 259.2, "source": 78.0}),
    "tasks": Grid({"task": 95.0, "measure": 185.0, "goals": 135.0, "owner": 61.0, "deadline": 61.0}),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Page, styles and tables that planning measures with, and the words of the speech whose lines they are.

    `tasks_height` is the height of the text area that the checklist stands on: its page lies on its side.
    """

    width: float = TEXT_WIDTH
    height: float = TEXT_HEIGHT
    tasks_height: float = TEXT_WIDTH
    faces: Mapping[str, Face] = field(default_factory=lambda: dict(_FACES))
    tables: Mapping[str, Grid] = field(default_factory=lambda: dict(_TABLES))
    frame: Frame = field(default_factory=Frame)
    vocabulary: Vocabulary = PLAIN

    def face(self, name: str, density: Density = Density.NORMAL) -> Face:
        """Return the style `name` at `density`, or at the normal one where it has no such variant."""
        return self.faces.get(name + suffix(density)) or self.faces[name]

    def line(self, name: str) -> int:
        """Return how many Han glyphs of the style `name` stand on a line of the text area."""
        return int(self.face(name).em(self.width))


SHEET = Sheet()
