"""The handout as pure data: `Handout`, what stands on it and in which order, before any file is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reportgen.planning.printed import UNPRINTED


class Density(StrEnum):
    """How tightly a part of the handout is set; each but the first has paragraph styles of its own."""

    NORMAL = "normal"
    COMPACT = "compact"
    FINE = "fine"


class BlockRole(StrEnum):
    """What a paragraph is; the template has one prototype paragraph a role."""

    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    LEAD = "lead"
    MEASURE = "measure"
    GOAL = "goal"
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
class Column:
    r"""A section in the framework table that has a column a section.

    `number` is the section's number in Chinese figures, `heading` its short heading, broken by ``\n``.
    """

    number: str
    heading: str


@dataclass(frozen=True, slots=True)
class Framework:
    """The framework table: sections × points, in one of three shapes.

    `columns` with `grid` (its rows, each as long as `columns`, ``""`` for no point) stand side by side; or
    `rows` hold a pair a section: heading and points in one cell; or `heads` hold the headings alone. All
    empty: the speech has no outline, or one too long for a page.
    """

    columns: tuple[Column, ...] = ()
    grid: tuple[tuple[str, ...], ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Front:
    """Page 1. `height` is its measured height in pt, at `density`."""

    facts: tuple[Fact, ...]
    thesis: str
    thesis_source: str
    framework: Framework
    abstract: tuple[str, ...]
    density: Density
    height: float


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of a paragraph; `strong` sets it off (the run-in phrase, the number of a measure)."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    r"""A paragraph of the digest or the original.

    `anchor` says where it stands in the original (〔原文第 5 段〕) or is empty; it begins with ``\n\t`` if it
    has a line of its own. `paragraph` is the number of the original's paragraph that it is (original) or that
    it points to (digest), 0 for none.
    """

    role: BlockRole
    pieces: tuple[TextRun, ...]
    anchor: str = ""
    paragraph: int = 0

    @property
    def text(self) -> str:
        """All words of the paragraph."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class TermRow:
    """A row of 关键提法: the terms that share a sentence, that sentence, and lines with meanings below it."""

    terms: tuple[str, ...]
    context: str
    source: str


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure of a task; the cells that only a reader fills are not data. Texts may be empty."""

    measure: str
    owner: str
    deadline: str


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """The rows of one task that share their first cells and stand on one page."""

    number: str
    task: str
    goals: str
    steps: tuple[MeasureRow, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    r"""The whole handout. A heading's lines are parted by ``\n``; an empty part is left out with its heading.

    `title_plain` is the title on one line (document property, running head); `long_title`
    asks for the smaller title style. `original_title` heads 原文: the speech's own, whatever title was given.
    """

    title: str
    title_plain: str = field(metadata=UNPRINTED)
    long_title: bool
    subtitle: str
    byline: str
    date: str
    label: str
    front: Front
    digest: tuple[Block, ...] = ()
    terms: tuple[TermRow, ...] = ()
    task_pages: tuple[tuple[TaskGroup, ...], ...] = ()
    original: tuple[Block, ...] = ()
    original_title: str = field(default="", metadata=UNPRINTED)
    long_original_title: bool = False
    digest_density: Density = Density.NORMAL
    original_density: Density = Density.NORMAL
