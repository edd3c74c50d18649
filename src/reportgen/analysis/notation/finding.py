"""Whose words a line holds: the speaker's where they stand in the speech, else the editor's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reportgen.analysis.clauses import END_MARKS, excerpt, sentences
from reportgen.analysis.glossary import explain
from reportgen.analysis.model import Editorial, Excerpt, Line
from reportgen.analysis.prose import paragraphs
from reportgen.outline import Document, reading_text
from reportgen.outline.paragraphs import join_lines
from reportgen.source import Passage, Span

# A line bears no end punctuation; ！ and ？ say something and stay.
_STOPS = "。，；：、,;:"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")  # no Office file can hold them


class Words:
    """The words of a speech, to look lines up in."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._source = document.source

    @property
    def length(self) -> int:
        """How many characters the speech has."""
        return len(self._source.text)

    def passages(self, spans: Sequence[Span]) -> tuple[Passage, ...]:
        """Return the words at some places."""
        return tuple(self._source.passage(span.start, span.end) for span in spans)

    def line(self, text: str, spans: Sequence[Span]) -> Line | None:
        """Return a line: the speaker's where `spans` give it or whole clauses of the speech do.

        Returns:
            None for a text without words.
        """
        return self.stated(text, spans) or self._clauses(text, spans) or self.editorial(text)

    def stated(self, text: str, spans: Sequence[Span]) -> Excerpt | None:
        """Return a line only where `spans` give it."""
        passages = self.passages(spans)
        if not passages or not _is_made_of(text, passages):
            return None
        return Excerpt(passages, text.rstrip(_STOPS))

    def editorial(self, text: str) -> Editorial | None:
        """Return an editor's line; None for a text without words."""
        words = one_line(text).rstrip(_STOPS)
        return Editorial(words) if words else None

    def phrase(self, text: str, near: int) -> Passage | None:
        """Return the place of some words, the nearest to `near`; None where the speech has them nowhere."""
        at = _nearest(self._occurrences(text), near) if text else None
        return None if at is None else self._source.passage(at, at + len(text))

    def meaning(self, phrase: Passage) -> tuple[str | None, str | None]:
        """Return what a set phrase stands for and the source of that; it is no editor's to change."""
        return explain(self._source.text, phrase.span)

    def around(self, passage: Passage) -> Excerpt:
        """Return the clause that some words stand in."""
        for clauses in sentences(tuple(paragraphs(self._document))):
            for clause in clauses:
                if passage.span in clause.passage.span:
                    return excerpt([clause])
        return Excerpt((passage,), reading_text(passage))

    def _clauses(self, text: str, spans: Sequence[Span]) -> Excerpt | None:
        """Whole clauses side by side; a part of one may mean the contrary (不要… without 不要)."""
        core = text.strip(END_MARKS)
        if not core:
            return None
        starts, ends = self._edges
        whole = [at for at in self._occurrences(core) if at in starts and at + len(core) in ends]
        found = _nearest(whole, spans[0].start if spans else 0)
        return None if found is None else Excerpt(self.passages([Span(found, found + len(core))]), core)

    @cached_property
    def _edges(self) -> tuple[frozenset[int], frozenset[int]]:
        """Where clauses begin, and where they end."""
        prose = (*self._document.title, *paragraphs(self._document))
        spans = [clause.passage.span for clauses in sentences(prose) for clause in clauses]
        return frozenset(span.start for span in spans), frozenset(span.end for span in spans)

    def _occurrences(self, text: str) -> Iterator[int]:
        at = self._source.text.find(text)
        while at >= 0:
            yield at
            at = self._source.text.find(text, at + 1)


def _nearest(places: Iterable[int], near: int) -> int | None:
    return min(places, key=lambda at: abs(at - near), default=None)


def one_line(text: str) -> str:
    """Return an editor's text on one line, without what no Office file can hold."""
    return join_lines(_CONTROLS.sub(" ", text))


def _is_made_of(text: str, passages: Sequence[Passage]) -> bool:
    """Whether `text` is these passages in order, with nothing but punctuation around and between them."""
    rest = text
    for number, passage in enumerate(passages):
        bare = rest.lstrip(END_MARKS)
        core = next((form for form in _forms(passage) if bare.startswith(form)), None)
        if core is None or (number and bare == rest):
            return False
        rest = bare[len(core) :]
    return not rest.strip(END_MARKS)


def _forms(passage: Passage) -> tuple[str, str]:
    return reading_text(passage).strip(END_MARKS), passage.text.strip(END_MARKS)
