"""The handout as pure data: `Handout`, what stands on it and in which order, before any file is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reportgen.planning.printed import UNPRINTED


class Density(StrEnum):
    """How tightly a part of the handout is set; each but the first has paragraph styles of its own."""

    NORMAL = "normal"
    COMPACT = "compact"
    SNUG = "snug"
    FINE = "fine"


class BlockRole(StrEnum):
    """What a paragraph of the original is; the template has one prototype paragraph a role."""

    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    SALUTATION = "salutation"
    NOTE = "note"
    TEXT = "text"

    @property
    def is_heading(self) -> bool:
        """Whether the paragraph stands in the navigation pane."""
        return self.value.startswith("heading-")


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the facts table; both are non-empty."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class FrameRow:
    r"""A section in the framework table: its heading, what follows the heading's first clause, its points.

    A line of `points` is a paragraph: three points with ``\t`` between them, or all in a row.
    """

    heading: str
    tail: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyMeasure:
    """A row of 重点举措: its number, the measure, where it stands (``第 5 段``), that as a number."""

    number: str
    measure: str
    place: str = ""
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Front:
    """Page 1. `height` is its measured height in pt, at `density`.

    What is left of the page is shared out: `row_room` pt in each row of its tables, `heading_room` pt above
    each heading.
    """

    facts: tuple[Fact, ...]
    thesis: str
    thesis_place: str
    framework: tuple[FrameRow, ...]
    abstract: tuple[str, ...]
    measures: tuple[KeyMeasure, ...]
    density: Density
    height: float
    row_room: float = 0.0
    heading_room: float = 0.0


@dataclass(frozen=True, slots=True)
class DigestPoint:
    """A point in the right column of 要点摘编: its run-in heading, what it says, what it is for.

    Each may be empty, not all of them.
    """

    heading: str = ""
    text: str = ""
    goal: str = ""


@dataclass(frozen=True, slots=True)
class DigestRow:
    """A row of 要点摘编, which no page divides: a section's heading at the left, points at the right.

    `opens`: a section begins here, under a rule; a row that goes on has no heading. `place` says where the
    section stands in the original (``第 5—7 段``), `paragraph` is its first paragraph, 0 for none. `room` is
    what must be kept free behind the points in pt, where the heading is higher than they are.
    """

    opens: bool
    heading: str = ""
    tail: str = ""
    place: str = ""
    paragraph: int = 0
    points: tuple[DigestPoint, ...] = ()
    room: float = 0.0


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A cell of 关键提法: the phrases of one sentence, where that stands, and lines with meanings below."""

    names: str
    place: str = ""
    paragraph: int = 0
    meanings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row of 落实清单, which no page divides: a task, its measures, who acts and by when where stated.

    A step is numbered where there are several (``① …``); an owner or deadline of some of them bears their
    numbers. `task` is empty where a measure says its words: the measures have its room too.
    """

    number: str
    task: str
    steps: tuple[str, ...]
    owners: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of a paragraph; `strong` sets it off (the run-in phrase)."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the original; `paragraph` is its number there, 0 for none."""

    role: BlockRole
    pieces: tuple[TextRun, ...]
    paragraph: int = 0

    @property
    def text(self) -> str:
        """All words of the paragraph."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Handout:
    r"""The whole handout. A title's lines are parted by ``\n``; an empty part is left out with its heading.

    `title_plain` is the title on one line (document property, running head); `long_title`
    asks for the smaller title style. `original_title` heads 原文: the speech's own, whatever title was given.
    `terms` are the rows of 关键提法, two cells each. `record` has an empty text for each ruled line of
    我的记录, which begins a page where `record_turns`.
    `tasks_note` says where the measures are that 落实清单 has no room for.
    """

    title: str
    title_plain: str = field(metadata=UNPRINTED)
    long_title: bool
    subtitle: str
    byline: str
    date: str
    label: str
    front: Front
    digest: tuple[DigestRow, ...] = ()
    terms: tuple[tuple[TermEntry, ...], ...] = ()
    record: tuple[str, ...] = ()
    record_turns: bool = False
    tasks: tuple[TaskRow, ...] = ()
    tasks_note: str = ""
    original: tuple[Block, ...] = ()
    original_title: str = field(default="", metadata=UNPRINTED)
    long_original_title: bool = False
    digest_density: Density = Density.NORMAL
    tasks_density: Density = Density.NORMAL
    original_density: Density = Density.NORMAL
