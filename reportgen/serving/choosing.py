"""Which lines a part could say, and which of them it does: what the page shows with tick boxes.

All that the speech says of a part is its pool, whether the brief has it still or not. As long as nobody has
touched a part, the plan chooses from it, and what stands on slides is ticked; from then on the brief has what
is ticked and nothing else, and the plan shows of that as much as there is room for.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Excerpt, Goal, Line, Measure
from reportgen.checking.clauses import squash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportgen.analysis import Brief
    from reportgen.analysis.brief import Part
    from reportgen.outline import Document
    from reportgen.planning.deck import Deck

_LEAST = 5
"""Characters of a piece of a line that are enough to know it by on a slide."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line that a part could say: itself, what holds it, and where it is now."""

    id: str
    line: Line
    held: Measure | Goal | Line
    weight: float
    is_ticked: bool
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Pool:
    """The lines of a part, in the order of the speech; `is_chosen` once somebody has touched them."""

    lines: tuple[Choice, ...]
    is_chosen: bool


def id_of(line: Line) -> str:
    """Return what the page calls a line: its places, or a digest of an editor's words."""
    if isinstance(line, Excerpt):
        return "p" + "-".join(f"{span.start}.{span.end}" for span in line.spans)
    return "e" + hashlib.sha256(line.text.encode()).hexdigest()[:16]


def said_on(deck: Deck) -> str:
    """Return all words of a deck's slides, without blanks and marks."""
    texts = (para.text for slide in deck.slides for fill in slide.fills for para in fill.paras)
    cells = (cell for slide in deck.slides if slide.table for row in slide.table.rows for cell in row)
    return "\n".join(squash(text) for text in (*texts, *cells))


def is_said(line: Line, slides: str) -> bool:
    """Whether a line, or a clause of it that says enough, stands on slides."""
    if isinstance(line, Excerpt):
        pieces = [squash(one.text) for one in line.passages]
        return any(piece in slides for piece in pieces if len(piece) >= _LEAST) or squash(line.text) in slides
    return squash(line.text) in slides


def pool_of(brief: Brief, part: Part, slides: str) -> Pool:
    """Return what a part could say.

    Args:
        brief: the brief as it is.
        part: the part.
        slides: what stands on slides, as `said_on` gives it.
    """
    base = _base_part(brief, part)
    task = next((one for one in brief.tasks if one.node == part.node), None)
    sources = [one for one in (part, base) if one]
    measures = _distinct(
        one
        for measures in ((task.measures if task else ()), *(s.measures for s in sources))
        for one in measures
    )
    goals = _distinct(
        one for goals in (*(s.goals for s in sources), (task.goals if task else ())) for one in goals
    )
    statements = _distinct(one for source in sources for one in source.statements)
    now = {id_of(line) for line in _lines(part)}
    # The brief says what is ticked as soon as it has not all that the speech says.
    is_chosen = base is None or now != {id_of(line) for line in _lines(base)}

    def choice(held: Measure | Goal | Line) -> Choice:
        line = held.line if isinstance(held, Measure | Goal) else held
        name = id_of(line)
        is_shown = is_said(line, slides)
        is_ticked = name in now and (is_chosen or is_shown)
        return Choice(name, line, held, brief.weight(line), is_ticked, is_shown)

    return Pool(tuple(choice(one) for one in (*measures, *goals, *statements)), is_chosen)


def _lines(part: Part) -> Iterator[Line]:
    yield from (one.line for one in part.measures)
    yield from (one.line for one in part.goals)
    yield from part.statements


def _distinct(held: Iterable[Measure | Goal | Line]) -> list[Measure | Goal | Line]:
    """Each line once, the first of them, in the order of the speech; an editor's own behind."""
    known: dict[str, Measure | Goal | Line] = {}
    for one in held:
        known.setdefault(id_of(one.line if isinstance(one, Measure | Goal) else one), one)

    def place(one: Measure | Goal | Line) -> int:
        line = one.line if isinstance(one, Measure | Goal) else one
        return line.start if isinstance(line, Excerpt) else 1 << 60

    return sorted(known.values(), key=place)


def _base_part(brief: Brief, part: Part) -> Part | None:
    return next((one for one in _base(brief.document).walk() if one.node == part.node), None)


def _base(document: Document) -> Brief:
    return _analysed(_Known(document))


class _Known:
    """A document that is looked up by its text; to compare documents costs more than to read one."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._key = (document.source.sha256, document.source.written)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self._key == other._key


@lru_cache(maxsize=4)
def _analysed(known: _Known) -> Brief:
    """What the speech says by itself, before anybody has changed a word of it."""
    from reportgen.analysis import analyse

    return analyse(known.document)
