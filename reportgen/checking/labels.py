"""The words that are ours: what planning prints around the speaker's, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.checking.clauses import core, pieces
from reportgen.outline.markers import SIGNS
from reportgen.planning import checklist, wording
from reportgen.planning.deck import back
from reportgen.planning.facts import Facts, Imprint
from reportgen.text.numerals import FIGURES
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportgen.analysis import Brief

_NUMBERING = lazy(
    rf"[第（(]?[{FIGURES}\d{SIGNS}]+(?:[、，.．）)]|[是则要来]|[章节编]|部分|点|段)?|第\d+—\d+段"
    rf"|[第（(]?[{FIGURES}\d{SIGNS}]+[）)、]?·.{{1,9}}|[{FIGURES}]+(?:、?之|—)[{FIGURES}]+|首先|其次|再次|最后|此外|☐"
    rf"|第[{FIGURES}]+[、至]第[{FIGURES}]+部分|[—-]*\d+[—-]*"
)
_ORDINAL = lazy(
    rf"^\s*(?:(?:[{SIGNS}]|[（(](?:\d+|[{FIGURES}]+)[）)])+|\d+[.．、](?!\d)|\d+ {{2}}|[{FIGURES}]+、)\s*"
)
_TAG = lazy(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_TAGS = lazy(rf"(?:{_TAG.pattern})+", re.DOTALL)
_GAP = "\ue000"
"""Stands for a tag where a template is cut into clauses; a character for private use, so no text has it."""


def is_numbering(words: str) -> bool:
    """Whether a clause is nothing but a number of ours: 二, 3, 一是, 二·之一."""
    return _NUMBERING.fullmatch(simplified(words)) is not None


def without_ordinal(raw: str) -> str:
    """Return the words of a clause without the number that we put in front: 1. , （二）, 三、."""
    return core(_ORDINAL.sub("", raw, count=1))


@dataclass(frozen=True, slots=True)
class Literals:
    """What a template prints by itself: whole clauses, and words around a tag (《{{ title }}》学习版).

    A frame is such a clause as a pattern, a group for each tag.
    """

    words: frozenset[str] = frozenset()
    frames: frozenset[re.Pattern[str]] = frozenset()

    def __or__(self, other: Literals) -> Literals:
        return Literals(self.words | other.words, self.frames | other.frames)

    def filled(self, words: str) -> Iterator[tuple[str, ...]]:
        """Yield what would stand in the tags if a clause were one of the frames."""
        for frame in self.frames:
            found = frame.fullmatch(words)
            if found:
                yield found.groups()


def literals(texts: Iterable[str]) -> Literals:
    """Return the words of a template that stand outside its tags."""
    words: set[str] = set()
    frames: set[re.Pattern[str]] = set()
    for text in texts:
        words |= {piece.words for part in _TAG.split(text) for piece in pieces(part)}
        for piece in pieces(_TAGS.sub(_GAP, text)):
            frames.update(_frames(piece.words.split(_GAP)))
    return Literals(frozenset(words), frozenset(frames))


def _frames(parts: Sequence[str]) -> Iterator[re.Pattern[str]]:
    """A clause of a template as a pattern; its ends alone too, where what fills a tag is several clauses."""
    first, last = parts[0], parts[-1]
    if len(parts) > 1 and any(parts):
        yield re.compile("(.*)".join(map(re.escape, parts)))
        if first:
            yield re.compile(f"{re.escape(first)}(.+)")
        if last:
            yield re.compile(f"(.+){re.escape(last)}")


def labels(brief: Brief, facts: Facts) -> frozenset[str]:
    """Return every clause that is a label of ours for this speech, squashed."""
    return frozenset(piece.words for text in _texts(brief, facts) for piece in pieces(text))


def _texts(brief: Brief, facts: Facts) -> Iterator[str]:
    document = brief.document
    yield from (wording.THESIS, wording.AGENDA, wording.OVERVIEW, wording.FRAMEWORK, wording.ABSTRACT)
    yield from (wording.DIGEST, wording.TERMS, wording.CHECKLIST, wording.ORIGINAL, wording.GOALS)
    yield from (wording.AIM, wording.KEY_MEASURES, wording.RECORD, wording.MINE)
    yield wording.in_sheet(sum(len(task.measures) for task in brief.tasks))
    yield from map(wording.beyond_page, range(1, len(document.nodes)))
    yield wording.digest_label(document.genre)
    yield from (*checklist.COLUMNS, *checklist.STATES, *back.LABELS)
    imprint = Imprint.of(document, facts)
    yield from (*(name for name, _ in imprint.rows), imprint.extent)
    yield from (f"{document.genre}标题", f"{document.genre}导语", f"{document.genre}结语")
    yield wording.first_of(sum(len(task.measures) for task in brief.tasks))
    yield from (node.marker.text for node in document.walk() if node.marker)
    yield from map(wording.glossed, brief.terms)
    yield from (entry.origin for entry in checklist.plan_checklist(brief, facts).entries)


def known_facts(brief: Brief, facts: Facts) -> tuple[str, ...]:
    """Return what is printed about the occasion; the meeting of the speech's own title too, under another."""
    printed, own = (Imprint.of(brief.document, one) for one in (facts, Facts()))
    return tuple(filter(None, (*printed.basis, printed.meeting, own.meeting)))
