"""A kind of file that is made of a speech, as a value: `Product`; and one that has been made, `Made`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from reportgen.analysis import Brief
    from reportgen.checking import Expected, Package, Placed
    from reportgen.planning.facts import Facts
    from reportgen.planning.length import Length
    from reportgen.themes import Ratio, Theme

Template = Any
"""A template as its product opens it: what planning measures with, and what rendering fills."""
Plan = Any
"""What goes where in a product: `Handout`, `Deck`, `Checklist`."""
Counts = dict[str, int]


class Limit(Enum):
    """What a product may be short by: how much is asked for, how many slides there are, its one page."""

    DEGREE = auto()
    SLIDES = auto()
    PAGE = auto()


class Held(Enum):
    """What a product holds in full: all that is to be done, the speech in notes, the speech as a text."""

    TASKS = auto()
    NOTES = auto()
    SPEECH = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Product:
    """One kind of file that is made of a speech; there is one object for each.

    Attributes:
        role: what it is to its reader; stands in its file name, in JSON, and is what `--only` takes.
        suffix: of its file name, with the dot.
        application: the program that people open it with.
        template: the file name of its template in a theme.
        others: the file names of its templates for slides of other sides.
        vocabulary: what the namespace of its main part is told by (ECMA-376, part 1).
        owes_heading: the level of a heading, how much may be said → whether it must hold the heading; a
            checklist holds what is to be done only.
        has_words: whether its template prints words of its own.
        printed: the words that an opened template prints which has none of ours (`has_words`).
        units: the counts that the screen shows, each with its measure word.
        details: those that only `-v` shows.
        opened: a template's file → the template. Takes the bytes too where they have been read already.
        planned: what a speech says, what is known of the occasion, how much may be said, the
            template → the plan.
        rendered: the plan, the template → the bytes of the file.
        owed: the plan → the texts that must stand in the file.
        read: the file's parts → its texts, each with its place.
        counted: the plan → how much it holds.
        limit: what keeps it from saying all that the speech says; None where nothing does.
        holds: what it has in full whatever its length.
        overflowing: the plan, the template → boxes too small for their words; None where nothing is measured.
        is_usual: whether it is made where nothing is asked for.
        style: the name of a style that its files have and others of the same program do not; empty where
            there are no others, or where they have one.
    """

    role: str
    suffix: str
    application: str
    template: str
    vocabulary: str
    opened: Callable[[Path, bytes | None], Template]
    planned: Callable[[Brief, Facts, Length, Template], Plan]
    rendered: Callable[[Plan, Template], bytes]
    owed: Callable[[Plan], Expected]
    read: Callable[[Package], tuple[Placed, ...]]
    counted: Callable[[Plan], Counts]
    units: Mapping[str, str]
    details: Mapping[str, str]
    owes_heading: Callable[[int, Length], bool] = lambda _level, _length: True
    has_words: bool = False
    printed: Callable[[Template], Iterable[str]] = lambda _template: ()
    others: Mapping[Ratio, str] = field(default_factory=dict)
    limit: Limit | None = None
    holds: tuple[Held, ...] = ()
    overflowing: Callable[[Plan, Template], int] | None = None
    is_usual: bool = True
    style: str = ""

    @property
    def templates(self) -> tuple[str, ...]:
        """The file names of all its templates."""
        return (self.template, *self.others.values())

    def template_in(self, theme: Theme, ratio: Ratio | None = None) -> Path:
        """Return where its template lies in a theme, for slides of some sides; None for those there are."""
        wanted = self.template if ratio is None else self.others.get(ratio, self.template)
        return theme.first((wanted, *(one for one in self.templates if one != wanted)))

    @property
    def name(self) -> str:
        """What people call it: Word 要点."""
        return f"{self.application} {self.role}"

    @property
    def kind(self) -> str:
        """Its suffix without the dot, as JSON and `--only` have it."""
        return self.suffix.removeprefix(".")


@dataclass(frozen=True, slots=True)
class Made:
    """A file before it is written: bytes, counts, what the plan put into it.

    `overflows` is None where nothing was measured.
    """

    product: Product
    data: bytes
    counts: Counts
    expected: Expected
    overflows: int | None
