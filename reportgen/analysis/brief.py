"""What a speech says, in its own words: the `Brief`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from itertools import groupby

from reportgen.analysis.roles import Role
from reportgen.analysis.weights import Weights
from reportgen.outline import Document, Node
from reportgen.source import Passage, Span


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Passages of one sentence in source order, cut only at clause boundaries.

    `text` joins them with the punctuation that stood after each piece (a full stop inside becomes a
    comma, so that a shortened sentence still reads as one), and bears no end punctuation.
    """

    passages: tuple[Passage, ...]
    text: str

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of the pieces."""
        return tuple(p.span for p in self.passages)

    @property
    def start(self) -> int:
        """Offset of the first piece."""
        return self.passages[0].span.start

    @property
    def end(self) -> int:
        """Offset after the last piece."""
        return self.passages[-1].span.end

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Editorial:
    """Words that an editor put into the brief; printed with a mark, never as the speaker's."""

    text: str

    def __str__(self) -> str:
        return self.text


Line = Excerpt | Editorial
WEIGHT_OF_EDITORS = 4.0
"""More than nearly all clauses of speeches have."""


class Kind(StrEnum):
    """What a measure is: reported as done, asked for, or an attitude."""

    DONE = "done"
    TODO = "todo"
    STANCE = "stance"


@dataclass(frozen=True, slots=True)
class Measure:
    """A 举措: what is to be done or was done, as verb and object.

    `owner` and `deadline` only where the source states them of this very measure, in its words.
    """

    line: Line
    kind: Kind = Kind.TODO
    owner: Line | None = None
    deadline: Line | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A 目标要求: what the measures are for (让…, 推动…, 确保…)."""

    line: Line


def begins_in(line: Line, span: Span) -> bool:
    """Whether a line of the speaker's begins within a span; an editor's begins nowhere."""
    return isinstance(line, Excerpt) and span.start <= line.start < span.end


def lies_within(line: Line, span: Span) -> bool:
    """Whether a line of the speaker's stands in a span from its beginning to its end."""
    return isinstance(line, Excerpt) and line.start >= span.start and line.end <= span.end


@dataclass(frozen=True, slots=True)
class Part:
    """The brief of one node: one line of summary, its measures and goals, and its parts below.

    `marker` and `heading` are shown as they stand. `lead` is what the node says before its first child,
    shortened; `statements` what it says besides `lead`, measures and goals, a line a sentence; `summary` the
    one line that stands for the node where space is short (≤ 40 characters for a section, ≤ 25 for a point,
    where the speech has such a clause). Where the heading is a mere label
    (基本情况), the summary is what the node says, and `name` still the label.
    """

    node: Node
    heading: Line
    summary: Line
    lead: tuple[Line, ...] = ()
    measures: tuple[Measure, ...] = ()
    goals: tuple[Goal, ...] = ()
    parts: tuple[Part, ...] = ()
    statements: tuple[Line, ...] = ()

    @property
    def below_heading(self) -> tuple[Measure, ...]:
        """The measures that the heading does not say already."""
        return tuple(m for m in self.measures if not lies_within(m.line, self.node.heading.span))

    @property
    def goals_below_heading(self) -> tuple[Goal, ...]:
        """The goals that the heading does not say already."""
        return tuple(g for g in self.goals if not lies_within(g.line, self.node.heading.span))

    @property
    def name(self) -> Line:
        """The heading where space is short: the summary where that is made of the heading or an editor's."""
        outside = isinstance(self.summary, Excerpt) and not begins_in(self.summary, self.node.heading.span)
        return self.heading if outside else self.summary

    @property
    def marker(self) -> str:
        """The numbering as printed, blanks trimmed; empty where there is none."""
        return self.node.marker.text.strip() if self.node.marker else ""

    def walk(self) -> Iterator[Part]:
        """Yield this part and all below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class Term:
    """A 提法: a set phrase (without its quotes) and the excerpt it stands in.

    `meaning` and `source` are ours, not the speaker's: what the phrase stands for and where that is written,
    for phrases whose source was verified.
    """

    text: Passage
    context: Line
    meaning: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the speech: `value` and `unit` as they stand, and the clause around them.

    `measured` is what is counted (地区生产总值), `change` how it changed, the number included (同比增长8.5%,
    由6079元增加到11567元), `period` when (2024年, 上半年). Each is absent where the sentence does not say it.
    多 and 余 belong to the unit. `role` says what it is told for, `is_big` whether it deserves to stand big.
    """

    value: Passage
    unit: Passage | None
    clause: Line
    measured: Passage | None = None
    change: Passage | None = None
    period: Passage | None = None
    role: Role = Role.SCALE
    is_big: bool = False

    @property
    def text(self) -> str:
        """Number and unit as they stand."""
        return f"{self.value.text}{self.unit.text if self.unit else ''}"

    @property
    def end(self) -> int:
        """Offset after number and unit."""
        return (self.unit or self.value).span.end


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One value of a series, and the year or region it is of."""

    label: Passage
    value: Passage


@dataclass(frozen=True, slots=True)
class Series:
    """Values that a sentence compares, all in one unit: over years, over regions, over kinds.

    `title` is what is compared, where the sentence says it in words of its own.
    """

    title: Passage | None
    points: tuple[SeriesPoint, ...]
    unit: Passage
    context: Line


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the checklist: one point with its measures and goals.

    Who is to act and by when belongs to its measures. `where` names the place in words (``第二部分（一）``).
    """

    node: Node
    headline: Line
    measures: tuple[Measure, ...]
    goals: tuple[Goal, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts given by the user; an absent one is None and leaves no label behind.

    A fact given by the user wins over what the text holds. It is printed without an editor's mark: nobody
    takes it for the speaker's words.
    """

    title: str | None = None
    speaker: str | None = None
    unit: str | None = None
    date: str | None = None

    def over(self, other: Facts) -> Facts:
        """Return these facts, and those of `other` where one is absent here."""
        names = (one.name for one in fields(self))
        return Facts(**{name: getattr(self, name) or getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that will be printed, before any layout.

    `thesis` is None for a text in which nothing carries the whole. `pillars` are the two to four short
    parallel phrases that the thesis sentence names (把握核心要义、明确实践要求、狠抓工作落实), empty where
    it names none. `abstract` covers every section, one line each at the least. `outside` is what is said
    before the sections and behind them, a line a sentence; all of a speech that has none. `facts` are what an
    editor wrote into the brief about the occasion. `weights` are read from the speech and printed nowhere.
    `wanted` are lines of the parts that an editor wants on slides and in the handout, whatever they weigh.
    """

    document: Document
    thesis: Line | None
    pillars: tuple[Line, ...] = ()
    abstract: tuple[Line, ...] = ()
    parts: tuple[Part, ...] = ()
    terms: tuple[Term, ...] = ()
    figures: tuple[Figure, ...] = ()
    tasks: tuple[Task, ...] = ()
    facts: Facts = field(default_factory=Facts)
    series: tuple[Series, ...] = ()
    outside: tuple[Line, ...] = ()
    weights: Weights = field(default_factory=Weights)
    wanted: tuple[Line, ...] = ()

    def weight(self, line: Line) -> float:
        """Return how much a character of a line weighs; what an editor wrote is there because he wants it."""
        return self.weights.of(line.spans) if isinstance(line, Excerpt) else WEIGHT_OF_EDITORS

    def is_wanted(self, line: Line) -> bool:
        """Whether an editor wants a line told, or the longer one that it is cut from."""
        if isinstance(line, Editorial):
            return line in self.wanted
        whole = [one.spans for one in self.wanted if isinstance(one, Excerpt)]
        return any(all(any(span in held for held in spans) for span in line.spans) for spans in whole)

    @property
    def heroes(self) -> tuple[tuple[Figure, ...], ...]:
        """The figures that deserve to stand big, in source order; both ends of a contrast together."""
        big = (one for one in self.figures if one.is_big)
        return tuple(tuple(run) for _, run in groupby(big, key=lambda one: (one.change or one.value).span))

    def walk(self) -> Iterator[Part]:
        """Yield every part in source order."""
        for part in self.parts:
            yield from part.walk()


def lines(value: object) -> Iterator[Line]:
    """Yield every line that a brief or a part of it holds, in the order of the fields.

    The fields are those of the dataclasses, whatever they are: a line that is added to one is among them.
    What only the speech itself holds (its document, its nodes) is none of the brief's.
    """
    if isinstance(value, Excerpt | Editorial):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from lines(one)
    elif is_dataclass(value) and not isinstance(value, type | Document | Node | Passage):
        for one in fields(value):
            yield from lines(getattr(value, one.name))
