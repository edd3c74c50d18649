"""What may stand in a file made from a speech: the speech's clauses, an editor's words, our labels."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.analysis import Editorial, Excerpt, lines
from reportgen.checking.clauses import Piece, core, pieces, squash
from reportgen.checking.labels import Literals, is_numbering, known_facts, labels, without_ordinal
from reportgen.checking.nearest import Index
from reportgen.outline import reading_text
from reportgen.outline.paragraphs import paragraphs
from reportgen.source import Passage, Source, Span, is_starred

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.analysis import Brief
    from reportgen.outline import Document
    from reportgen.planning.facts import Facts

_BREAK = re.compile(r"(?<![ \t\u3000\xa0])[ \t\u3000\xa0]*\n[ \t\u3000\xa0]*")
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

    def judged(self, text: str) -> tuple[tuple[Piece, Standing], ...]:
        """Return the clauses of a text with whose words they are."""
        found = self._judged.get(text)
        if found is None:
            found = tuple((piece, self.standing(piece)) for piece in pieces(text))
            self._judged[text] = found
        return found

    def speech_words(self, text: str) -> list[str]:
        """Return the clauses of the speech in a text, without numbers that we put in front."""
        return [self.words(piece) for piece, standing in self.judged(text) if standing is Standing.SPEECH]

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
    def _flow(self) -> _Flow:
        return _flow_of(self.source)

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
    prose = tuple(_prose(source))
    clauses = dict(reversed(prose))
    for start, text in _passages(brief):
        for piece in pieces(_BREAK.sub(_joined, text)):
            clauses.setdefault(
                piece.words, Span(start + piece.start, min(start + piece.end, len(source.text)))
            )
    edited = {
        piece.words for line in lines(brief) if isinstance(line, Editorial) for piece in pieces(line.text)
    }
    stated = {piece.words for text in known_facts(brief, facts) for piece in pieces(text)}
    template = template or Literals()
    ours = labels(brief, facts) | stated | template.words
    return Ground(source, clauses, prose, frozenset(edited - clauses.keys()), ours, template)


@dataclass(frozen=True, slots=True)
class _Flow:
    """The speech without blanks, and where in it clauses begin and end."""

    text: str
    starts: frozenset[int]
    ends: frozenset[int]

    def holds(self, words: str) -> bool:
        """Whether some words stand there from the beginning of a clause to the end of one."""
        at = self.text.find(words)
        while at >= 0 and not (at in self.starts and at + len(words) in self.ends):
            at = self.text.find(words, at + 1)
        return at >= 0


def _flow_of(source: Source) -> _Flow:
    flat: list[str] = []
    starts: set[int] = set()
    ends: set[int] = set()
    length = 0
    for _, form in _forms(source):
        done = 0
        for piece in pieces(form):
            before, raw = squash(form[done : piece.start]), squash(piece.raw)
            start = length + len(before) + raw.find(piece.words)
            starts.add(start)
            ends.add(start + len(piece.words))
            flat += [before, raw]
            length += len(before) + len(raw)
            done = piece.end
        # What is left is marks, and no clause goes on from one paragraph to the next.
        flat.append("\n")
        length += 1
    return _Flow("".join(flat), frozenset(starts), frozenset(ends))


def _prose(source: Source) -> Iterator[tuple[str, Span]]:
    """Every clause of the text as it stands, with its place."""
    for start, form in _forms(source):
        for piece in pieces(form):
            yield piece.words, Span(start + piece.start, start + piece.end)


def _forms(source: Source) -> Iterator[tuple[int, str]]:
    """Every paragraph with its offset: with Markdown's marks of bold, without them, and without ``##``."""
    for paragraph in paragraphs(source):
        text = _BREAK.sub(_joined, source.text[paragraph.start : paragraph.end])
        plain = _plain(text, source, paragraph.start, paragraph.strong)
        yield from ((paragraph.start, form) for form in dict.fromkeys((plain, text)))
        if paragraph.text_start > paragraph.start:
            yield paragraph.text_start, plain[paragraph.text_start - paragraph.start :]


def _joined(found: re.Match[str]) -> str:
    # As many characters as before, so that offsets stay; all of them are blanks to a clause.
    return "\n" * len(found[0])


def _plain(text: str, source: Source, start: int, strong: tuple[Span, ...]) -> str:
    starred = (span for span in strong if is_starred(source.text, span))
    edges = sorted({edge - start for span in starred for edge in (span.start - 2, span.end)})
    pieces: list[str] = []
    at = 0
    for edge in edges:
        if edge >= at:
            pieces += [text[at:edge], "\n\n"]
            at = edge + 2
    return "".join([*pieces, text[at:]])


def _passages(brief: Brief) -> Iterator[tuple[int, str]]:
    """What planning may print on its own, each with its offset."""
    yield from _structure(brief.document)
    text = brief.document.source.text
    excerpts = (line for line in lines(brief) if isinstance(line, Excerpt))
    for passages in dict.fromkeys(line.passages for line in excerpts):
        for passage in passages:
            # Only what the speech holds there is the speaker's, whoever made the excerpt.
            if text[passage.span.start : passage.span.end] == passage.text:
                yield passage.span.start, passage.text
    for part in brief.walk():
        # A line cut out of a long heading stands behind the heading's number.
        if part.marker and isinstance(part.summary, Excerpt):
            yield part.summary.start, f"{part.marker}{part.summary.passages[0].text}"
    for figure in brief.figures:
        yield figure.value.span.start, f"{figure.value.text}{figure.unit.text if figure.unit else ''}"
    for term in brief.terms:
        yield term.text.span.start, term.text.text


def _structure(document: Document) -> Iterator[tuple[int, str]]:
    """Title, lines, paragraphs, headings with their numbers and without."""
    if document.title:
        yield document.title[0].span.start, document.title_text
        yield document.title[0].span.start, "".join(passage.text for passage in document.title)
    for row in document.source.lines:
        # Where a fixed width broke the lines, a single one may stand in the notes.
        yield row.span.start, document.source.text[row.span.start : row.span.end]
    for passage in _parts(document):
        yield passage.span.start, passage.text
    for node in document.walk():
        yield node.heading.span.start, node.heading.text
        if node.marker:
            yield node.marker.span.start, node.marker.text.strip() + reading_text(node.heading)
    yield from _between(document)


def _between(document: Document) -> Iterator[tuple[int, str]]:
    """What title, lines of the head and headings leave of their paragraphs; 原文 prints it by itself."""
    text = document.source.text
    passages = (*_head(document), *(node.heading for node in document.walk()))
    spans = deque(sorted(passage.span for passage in passages))
    for paragraph in paragraphs(document.source):
        at = paragraph.text_start
        while spans and spans[0].start < paragraph.end:
            span = spans.popleft()
            if at < span.start:
                yield at, text[at : span.start]
            at = max(at, span.end)
        if paragraph.text_start < at < paragraph.end:
            yield at, text[at : paragraph.end]


def _parts(document: Document) -> Iterator[Passage]:
    yield from (*_head(document), *document.letterhead, *document.preamble)
    for node in document.walk():
        yield from node.body
    yield from document.closing


def _head(document: Document) -> tuple[Passage, ...]:
    single = (document.subtitle, document.byline, document.date, document.salutation)
    return (*document.title, *filter(None, single))
