"""What slides may say of each part of a speech, and how much each line of it weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.analysis.statements import STATEMENT_LIMIT, weightiest_run
from reportgen.planning.deck import words
from reportgen.planning.wording import shown

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Line, Part
    from reportgen.source import Span

_LONGEST_TOLD = 2 * STATEMENT_LIMIT
"""Characters of what is told besides measures and goals, at the most: a paragraph is no line of a slide."""
_SHORTEST = 12
"""Characters below which a line says too little for its place: it counts for less."""
_LEAST_OF_HEADINGS = 1.0
"""The weight that a heading has at the least: that of the speech on the average."""
_WANTED = 100.0
"""More than anything weighs: what an editor wants goes before all else."""
_SPARED = 1.1
"""The weight up to which a line does not ask for room."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A line that may stand on a slide.

    `weight` is a character's, `place` the line's place in the speech, `is_goal` whether it says what for,
    `is_wanted` whether an editor wants it there.
    """

    line: Line
    weight: float
    place: int
    is_goal: bool = False
    is_wanted: bool = False

    @property
    def text(self) -> str:
        """The line as printed."""
        return shown(self.line)

    @property
    def worth(self) -> float:
        """What the line is chosen by."""
        return self.weight * min(1.0, len(self.text) / _SHORTEST) + _WANTED * self.is_wanted

    @property
    def demand(self) -> float:
        """The room that it asks for."""
        return max(self.weight - _SPARED, 0.0) * len(self.text)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands in the speech; nowhere for an editor's."""
        return self.line.spans if isinstance(self.line, Excerpt) else ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A part of the speech as slides tell it.

    `heading` is as printed and empty for paragraphs that have none, `short` what stands where space is short,
    `tail` what a heading of two clauses says behind its first. `sayings` are its own, in the speech's order;
    `name` is its heading as a line among others, `weight` that of its heading where it is a sentence.
    """

    heading: str
    short: str
    tail: str
    marker: str
    sayings: tuple[Saying, ...]
    below: tuple[Topic, ...] = ()
    part: Part | None = None
    name: Line | None = None
    weight: float = 0.0

    def walk(self) -> Iterator[Topic]:
        """Yield this topic and all below it."""
        yield self
        for topic in self.below:
            yield from topic.walk()

    @property
    def everything(self) -> tuple[Saying, ...]:
        """The sayings of this topic and of all below it, in the speech's order."""
        return tuple(
            sorted((one for topic in self.walk() for one in topic.sayings), key=lambda one: one.place)
        )

    @property
    def lines(self) -> tuple[Saying, ...]:
        """What stands for it on a few lines: its sayings, and of all below it the headings too."""
        below = [one for topic in self.below for one in (*topic.named, *topic.lines)]
        return tuple(sorted((*self.sayings, *below), key=lambda one: one.place))

    @property
    def named(self) -> tuple[Saying, ...]:
        """Its heading as a line; it weighs what it does as a sentence, or what the best of it weighs."""
        if self.part is None or self.name is None:
            return ()
        best = max((one.weight for one in self.everything), default=0.0)
        return (Saying(self.name, max(self.weight, best, _LEAST_OF_HEADINGS), self.part.node.span.start),)

    @property
    def demand(self) -> float:
        """The room that it asks for."""
        return sum(one.demand for one in self.lines)


def topics(brief: Brief, limit: int | None = STATEMENT_LIMIT) -> tuple[Topic, ...]:
    """Return the sections of a speech; none where it has none.

    Args:
        brief: what the speech says.
        limit: characters of a line at the most; None takes each as it stands.
    """
    return tuple(_topic(part, brief, limit) for part in brief.parts)


def outside(brief: Brief, limit: int | None = STATEMENT_LIMIT) -> Topic:
    """Return what a speech says outside of its sections as a topic without heading."""
    said = _sayings(((line, False) for line in brief.outside), brief, limit or _LONGEST_TOLD)
    return Topic("", "", "", "", _apart(said))


def untold(found: Sequence[Topic], told: Sequence[str], *, wholly: bool = False) -> tuple[Topic, ...]:
    """Return topics without what stands on other slides already.

    Args:
        found: the topics.
        told: what stands there.
        wholly: whether a line of which only a part stands there is kept.
    """
    gone = [
        one
        for topic in found
        for one in topic.everything
        if any(one.text in text or (text in one.text and not wholly) for text in told)
    ]
    return tuple(without(topic, gone) for topic in found)


def once(found: Sequence[Topic]) -> tuple[Topic, ...]:
    """Return topics with what is said again in the same words left out where it is."""
    seen: set[str] = set()
    gone: list[Saying] = []
    for one in sorted((one for topic in found for one in topic.everything), key=lambda one: one.place):
        if one.text in seen:
            gone.append(one)
        seen.add(one.text)
    return tuple(without(topic, gone) for topic in found)


def _topic(part: Part, brief: Brief, limit: int | None) -> Topic:
    head, tail = words.halves(part)
    below = tuple(_topic(one, brief, limit) for one in part.parts)
    heading = words.heading(part)
    cut = limit is None and len(heading) > STATEMENT_LIMIT
    sayings = tuple(one for one in _of_part(part, brief, limit) if cut or one.text not in heading)
    short = head if tail else words.short(part)
    weight = brief.weight(part.heading)
    name = part.name if limit else part.heading
    return Topic(heading, short, tail, part.marker, sayings, below, part, name, weight)


def _of_part(part: Part, brief: Brief, limit: int | None) -> tuple[Saying, ...]:
    """What a part says of itself.

    Without a limit each measure and goal is there, whatever shares its words, and those of a heading that is
    too long for its place as well.
    """
    within = limit is None and len(words.heading(part)) > STATEMENT_LIMIT
    measures, goals = (
        (part.measures, part.goals) if within else (part.below_heading, part.goals_below_heading)
    )
    asked = [*((one.line, False) for one in measures), *((one.line, True) for one in goals)]
    told = [(line, False) for line in (*part.lead, *part.statements)]
    if limit is None:
        return _apart(_sayings(told, brief, _LONGEST_TOLD), _sayings(asked, brief, None))
    return _apart(_sayings((*told, *asked), brief, limit))


def _sayings(said: Iterable[tuple[Line, bool]], brief: Brief, limit: int | None) -> tuple[Saying, ...]:
    """The lines that may stand on a slide, each of `limit` characters at most."""
    found: list[Saying] = []
    at = 0
    for line, is_goal in said:
        cut = line if limit is None else weightiest_run(line, limit, brief.weights)
        if cut is not None:
            at = cut.start if isinstance(cut, Excerpt) else at
            found.append(Saying(cut, brief.weight(cut), at, is_goal, brief.is_wanted(cut)))
    return tuple(found)


def _apart(found: Sequence[Saying], sure: Sequence[Saying] = ()) -> tuple[Saying, ...]:
    """Lines of which no two share words, the worthiest; `sure` are among them before all others."""
    kept: list[Saying] = list(sure)
    for one in sorted(found, key=lambda one: -one.worth * len(one.text)):
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.place))


def _same(one: Saying, other: Saying) -> bool:
    meets = any(a.start < b.end and b.start < a.end for a in one.spans for b in other.spans)
    return meets or one.text in other.text or other.text in one.text


def without(topic: Topic, said: Iterable[Saying]) -> Topic:
    """Return a topic without sayings that stand elsewhere, in it and below it."""
    gone = {id(one) for one in said}
    return replace(
        topic,
        sayings=tuple(one for one in topic.sayings if id(one) not in gone),
        below=tuple(without(one, said) for one in topic.below),
    )
