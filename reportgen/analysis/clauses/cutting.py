"""Sentences and clauses of a node's own text, and excerpts made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.analysis.brief import Excerpt
from reportgen.outline import reading_text, split_clauses, split_sentences
from reportgen.source import MARK, Passage, Span
from reportgen.text.patterns import lazy

END_MARKS = "，。；：！？,;:!?….、 \u3000\xa0\n\t\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029\u200b\ufeff" + MARK
# A list item's mark is no word of the speaker's.
_BULLET = lazy(r"[\s\u3000]*[-*+•●▪■◆★·][ \t\u3000]+")
_SENTENCE_MARKS = frozenset("。！？!?….")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause without its end mark; `mark` is that mark, `index` its place in its sentence."""

    passage: Passage
    mark: str
    index: int
    last: bool

    @property
    def text(self) -> str:
        """The clause on one line."""
        return reading_text(self.passage)

    def part(self, start: int, end: int) -> Passage:
        """Return the words that stand in `text` from `start` to `end`, as a passage of the speech."""
        places = _places(self.passage.text, self.text)
        first, last = places[start], places[end - 1] + 1
        begin = self.passage.span.start
        return Passage(self.passage.text[first:last], Span(begin + first, begin + last))


def sentences(paragraphs: Sequence[Passage]) -> Iterator[tuple[Clause, ...]]:
    """Yield the sentences of some paragraphs, each as its clauses."""
    for paragraph in paragraphs:
        for sentence in split_sentences(paragraph):
            clauses = _clauses(sentence)
            if clauses:
                yield clauses


def _clauses(sentence: Passage) -> tuple[Clause, ...]:
    cut = [(_trimmed(piece), piece) for piece in split_clauses(sentence)]
    cut = [(core, piece) for core, piece in cut if core.text]
    last = len(cut) - 1
    return tuple(
        Clause(core, _mark(piece.text[core.span.end - piece.span.start :]), i, i == last)
        for i, (core, piece) in enumerate(cut)
    )


def _mark(behind: str) -> str:
    return behind.replace(MARK, "").strip()[:1]


def _places(text: str, joined: str) -> list[int]:
    """Where each character of the joined lines stands in the text; a blank put in has the break's place."""
    places: list[int] = []
    at = 0
    for char in joined:
        while text[at] != char and not (char == " " and text[at].isspace()):
            at += 1
        places.append(at)
        at += 1
    return places


def _trimmed(piece: Passage) -> Passage:
    bullet = _BULLET.match(piece.text)
    rest = piece.text[bullet.end() :] if bullet else piece.text
    core = rest.strip(END_MARKS)
    head = len(piece.text) - len(rest.lstrip(END_MARKS))
    start = piece.span.start + head
    return Passage(core, Span(start, start + len(core)))


def excerpt(clauses: Sequence[Clause]) -> Excerpt:
    """Join clauses of one sentence; a mark that stood behind a piece joins it to the next."""
    text = ""
    for clause, following in zip(clauses, [*clauses[1:], None], strict=True):
        text += clause.text
        if following is not None:
            neighbours = following.index == clause.index + 1
            text += clause.mark if neighbours and clause.mark not in _SENTENCE_MARKS and clause.mark else "，"
    return Excerpt(_merged(clauses), text)


def whole(passage: Passage) -> Excerpt:
    """Make an excerpt of a passage as it stands, end marks left out."""
    core = _trimmed(passage)
    return Excerpt((core,), reading_text(core))


def _merged(clauses: Sequence[Clause]) -> tuple[Passage, ...]:
    return tuple(clause.passage for clause in clauses)
