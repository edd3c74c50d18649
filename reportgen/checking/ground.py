"""What may stand in a file made from a speech: the speech's clauses, an editor's words, our labels."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.analysis import Editorial, lines
from reportgen.checking.clauses import Piece, core, pieces
from reportgen.checking.labels import Literals, is_numbering, known_facts, labels, without_ordinal
from reportgen.checking.nearest import Index
from reportgen.checking.said import Flow, flow_of, one_line, passages, prose
from reportgen.source import Source, Span

if TYPE_CHECKING:
    from reportgen.analysis import Brief
    from reportgen.planning.facts import Facts

_CITED = 0.5
"""How much of a clause must be the same for it to be one of the speech, changed."""
_LONGEST = 1000
"""Characters of two clauses that lost the mark between them; time to part them grows with their square."""


class Standing(Enum):
    """Whose words a clause is."""

    SPEECH = auto()
    EDITOR = auto()
    OURS = auto()
    STRANGE = auto()


@dataclass(frozen=True, slots=True)
class Origin:
    """The nearest clause of the speech: its words, its place, and how like it is."""

    words: str
    span: Span
    likeness: float

    @property
    def is_cited(self) -> bool:
        """Whether what resembles it was probably made out of it."""
        return self.likeness >= _CITED


@dataclass(frozen=True)
class Ground:
    """Clauses of the speech with their places, words of an editor, labels; all squashed."""

    source: Source
    clauses: dict[str, Span]
    prose: tuple[tuple[str, Span], ...]
    edited: frozenset[str]
    labels: frozenset[str]
    template: Literals = field(default_factory=Literals)
    _known: dict[str, Standing] = field(default_factory=dict, repr=False, compare=False)
    # The same texts stand in all files of a speech, and are asked for again by each comparison.
    _judged: dict[str, tuple[tuple[Piece, Standing], ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    _said: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def judged(self, text: str) -> tuple[tuple[Piece, Standing], ...]:
        """Return the clauses of a text with whose words they are."""
        found = self._judged.get(text)
        if found is None:
            found = tuple((piece, self.standing(piece)) for piece in pieces(text))
            self._judged[text] = found
        return found

    def speech_words(self, text: str) -> tuple[str, ...]:
        """Return the clauses of the speech in a text, without numbers that we put in front."""
        found = self._said.get(text)
        if found is None:
            found = self._said[text] = tuple(
                self.words(piece) for piece, standing in self.judged(text) if standing is Standing.SPEECH
            )
        return found

    def standing(self, piece: Piece) -> Standing:
        """Say whose words a clause is."""
        found = self._known.get(piece.raw)
        if found is None:
            found = self._known[piece.raw] = self._stand(piece.raw)
        if found is Standing.STRANGE and piece.shortened and self._begins_a_clause(piece):
            return Standing.SPEECH
        return Standing.EDITOR if found is Standing.STRANGE and piece.edited else found

    def words(self, piece: Piece) -> str:
        """Return the words of a clause as the speech has them: without a number that we put in front."""
        bare = without_ordinal(piece.raw)
        return bare if piece.words not in self.clauses and bare in self.clauses else piece.words

    def words_at(self, span: Span) -> str:
        """Return the clause of the speech that stands at a place; an empty text where none does."""
        return self._by_place.get(span, "")

    def _stand(self, raw: str) -> Standing:
        for words in (core(raw), without_ordinal(raw)):
            if words in self.clauses:
                return Standing.SPEECH
            if words in self.edited:
                return Standing.EDITOR
            if words in self.labels or is_numbering(words) or not words:
                return Standing.OURS
        if "\n" in raw:
            # A line that somebody ended by hand; our own breaks stand inside of clauses.
            parts = {self._stand(part) for part in raw.split("\n")}
            if Standing.STRANGE not in parts:
                return min(parts, key=lambda standing: standing.value)
        if self._runs_on(core(raw)):
            return Standing.SPEECH
        return Standing.OURS if self._is_framed(core(raw)) else Standing.STRANGE

    def _is_framed(self, words: str) -> bool:
        """Whether a template's own words stand around others that may stand there."""
        return any(
            all(self._stand(one) is not Standing.STRANGE for one in groups)
            for groups in self.template.filled(words)
        )

    def _runs_on(self, words: str) -> bool:
        """Whether it is some clauses of the speech that follow each other.

        Either all that stands between them is there but for a wide blank, or they are two and the mark or
        line end between them is gone.
        """
        if self._flow.holds(words):
            return True
        if len(words) > _LONGEST:
            return False
        parts = ((core(words[:at]), core(words[at:])) for at in range(1, len(words)))
        return any(
            one in self.clauses and two in self.clauses and one + two in self._whole for one, two in parts
        )

    def _begins_a_clause(self, piece: Piece) -> bool:
        """Whether an ellipsis cuts a clause short: no slide holds the longest ones."""
        words = (piece.words, without_ordinal(piece.raw))
        return any(clause.startswith(words) for clause in self.clauses)

    def nearest(self, words: str) -> Origin | None:
        """Return the clause of the speech that some words are most like."""
        match = self._index.nearest(words)
        return Origin(match.text, self._places[match.text], match.likeness) if match else None

    @cached_property
    def _places(self) -> dict[str, Span]:
        return dict(reversed(self.prose))

    @cached_property
    def _whole(self) -> str:
        return "".join(words for words, _ in self.prose)

    @cached_property
    def _flow(self) -> Flow:
        return flow_of(self.source)

    @cached_property
    def _by_place(self) -> dict[Span, str]:
        return {span: words for words, span in self.prose}

    @cached_property
    def _index(self) -> Index:
        return Index(list(self._places))


def ground_of(brief: Brief, facts: Facts, template: Literals | None = None) -> Ground:
    """Gather what may stand in a file.

    Args:
        brief: what the speech says; an edited one brings its editor's words.
        facts: what the user stated when the file was made.
        template: words of the templates outside their tags.
    """
    source = brief.document.source
    said = tuple(prose(source))
    clauses = dict(reversed(said))
    for start, text in passages(brief):
        for piece in pieces(one_line(text)):
            clauses.setdefault(
                piece.words, Span(start + piece.start, min(start + piece.end, len(source.text)))
            )
    edited = {
        piece.words for line in lines(brief) if isinstance(line, Editorial) for piece in pieces(line.text)
    }
    stated = {piece.words for text in known_facts(brief, facts) for piece in pieces(text)}
    template = template or Literals()
    ours = labels(brief, facts) | stated | template.words
    return Ground(source, clauses, said, frozenset(edited - clauses.keys()), ours, template)
