"""Whose words a line holds: the speaker's where they stand in the speech, else the editor's."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reportgen.analysis.brief import Editorial, Excerpt, Line
from reportgen.analysis.clauses import END_MARKS, Clause, excerpt, sentences
from reportgen.analysis.glossary import explain
from reportgen.analysis.prose import paragraphs
from reportgen.outline import Document, reading_text
from reportgen.outline.paragraphs import join_lines
from reportgen.source import Passage, Span
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

# A line bears no end punctuation; ！ and ？ say something and stay.
_STOPS = "。，；：、,;:"
_HEAD = 8  # characters by which the clauses of a speech are told apart before they are compared
_CONTROLS = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")  # no Office file can hold them


class Words:
    """The words of a speech, to look lines up in."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._source = document.source
        self._heads: dict[int, dict[str, list[int]]] = {}

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
        text_at, whole = self._source.text, len(text)
        around = (text_at.rfind(text, 0, near + whole), text_at.find(text, near)) if text else ()
        at = _nearest((one for one in around if one >= 0), near)
        return None if at is None else self._source.passage(at, at + len(text))

    def meaning(self, phrase: Passage) -> tuple[str | None, str | None]:
        """Return what a set phrase stands for and the source of that; it is no editor's to change."""
        return explain(self._read, phrase.span)

    def around(self, passage: Passage) -> Excerpt:
        """Return the clause that some words stand in."""
        before = bisect_right(self._clause_starts, passage.span.start)
        clause = self._in_order[before - 1] if before else None
        if clause is None or passage.span not in clause.passage.span:
            return Excerpt((passage,), reading_text(passage))
        return excerpt([clause])

    def _clauses(self, text: str, spans: Sequence[Span]) -> Excerpt | None:
        """Whole clauses side by side; a part of one may mean the contrary (不要… without 不要)."""
        core = text.strip(END_MARKS)
        if not core:
            return None
        whole = [at for at in self._beginning_with(core) if at + len(core) in self._ends]
        found = _nearest(whole, spans[0].start if spans else 0)
        return None if found is None else Excerpt(self.passages([Span(found, found + len(core))]), core)

    def _beginning_with(self, core: str) -> Iterator[int]:
        """Where a clause begins and the speech goes on with these words."""
        text, length = self._source.text, min(len(core), _HEAD)
        if length not in self._heads:
            heads = self._heads[length] = defaultdict(list)
            for start in self._starts:
                heads[text[start : start + length]].append(start)
        return (at for at in self._heads[length].get(core[:length], ()) if text.startswith(core, at))

    @cached_property
    def _read(self) -> str:
        """The speech as the glossary reads it."""
        return simplified(self._source.text)

    @cached_property
    def _prose(self) -> tuple[Clause, ...]:
        """The clauses of title and prose."""
        prose = (*self._document.title, *paragraphs(self._document))
        return tuple(clause for clauses in sentences(prose) for clause in clauses)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where clauses begin, in order."""
        return tuple(sorted({clause.passage.span.start for clause in self._prose}))

    @cached_property
    def _ends(self) -> frozenset[int]:
        return frozenset(clause.passage.span.end for clause in self._prose)

    @cached_property
    def _in_order(self) -> tuple[Clause, ...]:
        """The clauses of the prose without the title, by place."""
        found = (clause for clauses in sentences(tuple(paragraphs(self._document))) for clause in clauses)
        return tuple(sorted(found, key=lambda clause: clause.passage.span))

    @cached_property
    def _clause_starts(self) -> tuple[int, ...]:
        return tuple(clause.passage.span.start for clause in self._in_order)


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
