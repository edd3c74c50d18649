"""What a deck is made of. Measures are in points; a slide is 960 × 540."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum

from reportgen.analysis.segmentation import PLAIN, Vocabulary
from reportgen.errors import TemplateError
from reportgen.planning.deck.needs import lacking
from reportgen.planning.printed import UNPRINTED


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the slide's left upper corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Level:
    """One text level of a placeholder as the template states it.

    `size` and `pitch` (distance of lines) in points, `before` the space above a paragraph, `indent` the room
    that a bullet takes from the line.
    """

    size: float
    pitch: float
    before: float = 0.0
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout: its box, insets (left, top, right, bottom) and text levels from 0.

    `vocabulary` are the words that its lines do not part.
    """

    name: str
    index: int
    box: Box
    insets: tuple[float, float, float, float]
    levels: tuple[Level, ...]
    vocabulary: Vocabulary = PLAIN


@dataclass(frozen=True, slots=True)
class Layouts:
    """The layouts of a template: layout name → placeholder name → slot."""

    path: str
    slots: Mapping[str, Mapping[str, Slot]]

    def worded(self, vocabulary: Vocabulary) -> Layouts:
        """Return these layouts to be filled with a speech of such words."""
        slots = {
            layout: {name: replace(slot, vocabulary=vocabulary) for name, slot in named.items()}
            for layout, named in self.slots.items()
        }
        return replace(self, slots=slots)

    def slot(self, layout: str, name: str) -> Slot:
        """Return a slot.

        Raises:
            TemplateError: the template lacks the layout or the placeholder; all that it lacks is told.
        """
        if name not in self.slots.get(layout, {}):
            hint = "请在幻灯片母版里补上（各版式要有的占位符见 docs/templates.md），或改用自带的模板"
            raise TemplateError(lacking(self.slots, layout, name), where=self.path, hint=hint)
        return self.slots[layout][name]

    def row(self, layout: str, name: str) -> tuple[Slot, ...]:
        """Return the numbered slots ``name1``, ``name2`` … of a layout, at least one.

        Raises:
            TemplateError: there is none.
        """
        found = [self.slot(layout, f"{name}1")]
        while f"{name}{len(found) + 1}" in self.slots[layout]:
            found.append(self.slots[layout][f"{name}{len(found) + 1}"])
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: its text, a newline for a break inside it, and its level from 0.

    `lead` is how many characters at its head stand out (a number in a cell).
    """

    text: str
    level: int = 0
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Fill:
    """Words for one placeholder; `box` moves it, None leaves it where the layout has it."""

    slot: str = field(metadata=UNPRINTED)
    paras: tuple[Para, ...]
    box: Box | None = None


class AccentColour(StrEnum):
    """What an accent is drawn in: a colour of the theme, by its place there."""

    MAIN = "accent1"
    SECOND = "accent2"
    HAIRLINE = "accent6"
    HERE = "accent5"
    THERE = "accent4"


@dataclass(frozen=True, slots=True)
class Accent:
    """A plain filled rectangle (a bar, a hairline) or disc in a colour of the theme, behind the words."""

    box: Box
    role: AccentColour
    disc: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: column widths in points, head and rows of cells, row heights in points.

    `style` and `head_style` name the placeholders whose text level the cells take.
    """

    box: Box
    widths: tuple[float, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    heights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: its layout, fills, accents, perhaps a table, the footer, and what the presenter reads.

    The notes are printed on no slide; they are compared by themselves.
    """

    layout: str = field(metadata=UNPRINTED)
    fills: tuple[Fill, ...]
    accents: tuple[Accent, ...] = ()
    table: Table | None = None
    footer: str = ""
    notes: tuple[str, ...] = field(default=(), metadata=UNPRINTED)


class Extent(IntEnum):
    """How much a deck says of each point: everything; three slides; one slide; what its card holds.

    `OUTLINE` is for speeches of hundreds of sections: they are listed, and their text stands in the notes.
    """

    FULL = 0
    SHORT = 1
    PAGE = 2
    GLANCE = 3
    OUTLINE = 4

    @property
    def pages(self) -> int | None:
        """Slides that one list of measures or sentences takes at most; None for as many as it needs."""
        return {Extent.FULL: None, Extent.SHORT: 3}.get(self, 1)

    @property
    def lines(self) -> int:
        """Lines of a row of the checklist."""
        return {Extent.PAGE: 2, Extent.GLANCE: 1}.get(self, 3)


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides in order; `title` is the speech's, `extent` how much is said of each point."""

    title: str
    slides: tuple[Slide, ...]
    extent: Extent = Extent.FULL
