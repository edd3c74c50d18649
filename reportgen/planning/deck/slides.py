"""What a deck is made of. Measures are in points; the template says how large a slide is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

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
    """The layouts of a template: layout → placeholder → slot, by name; the sides of a slide in points.

    Where it is somebody else's (`is_foreign`), a section has its heading above its points and not on a panel,
    and nothing of ours is drawn on its cover. `footer_width` is in em what a footer's line takes.
    """

    path: str
    slots: Mapping[str, Mapping[str, Slot]]
    width: float = 960.0
    height: float = 540.0
    is_foreign: bool = False
    footer_width: float = 45.0

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
    """What an accent is drawn in: a colour of the theme, by its place there.

    `CARD` is the ground of cards, `DIM` what stands back on a dark ground: the colour of words there,
    see-through.
    """

    MAIN = "accent1"
    SECOND = "accent2"
    PALE = "accent3"
    ON_DARK = "accent5"
    HAIRLINE = "accent6"
    CARD = "bg2"
    DIM = "accent5 dim"


class AccentKind(StrEnum):
    """The shape of an accent; an arrow is a triangle that points to the right, a card has words upon it."""

    BAR = "bar"
    CARD = "card"
    DISC = "disc"
    ARROW = "arrow"


@dataclass(frozen=True, slots=True)
class Accent:
    """A filled shape without words (a bar, a hairline, a disc, an arrow), behind the words."""

    box: Box
    role: AccentColour
    kind: AccentKind = AccentKind.BAR


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
class Chart:
    """A series as columns: what stands below each, how high it is, and the number above it as printed.

    `title` says what is counted, and stands above the columns; it is empty where the slide says it elsewhere.
    `unit` (万元) names the series in the sheet where there is no title. `main` is the place from 0 of the
    column that stands out; None for the last.
    """

    box: Box
    labels: tuple[str, ...]
    values: tuple[float, ...]
    texts: tuple[str, ...]
    unit: str = field(default="", metadata=UNPRINTED)
    title: str = ""
    main: int | None = field(default=None, metadata=UNPRINTED)


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: its layout, fills, accents, perhaps a table or a chart, the footer, what the presenter reads.

    The notes are printed on no slide; they are compared by themselves. `section` is the part of the file that
    PowerPoint shows the slide in; slides of one part follow each other.
    """

    layout: str = field(metadata=UNPRINTED)
    fills: tuple[Fill, ...]
    accents: tuple[Accent, ...] = ()
    table: Table | None = None
    footer: str = ""
    notes: tuple[str, ...] = field(default=(), metadata=UNPRINTED)
    chart: Chart | None = None
    section: str = field(default="", metadata=UNPRINTED)


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides in order; `title` is the speech's."""

    title: str
    slides: tuple[Slide, ...]
