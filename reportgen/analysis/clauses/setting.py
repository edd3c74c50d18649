"""Where clauses stand: in which part of a speech, under which headings, in which sentence.

A speech is walked once, in the order of its text, and each of its sentences is cut once; `table.py` makes the
table of clauses of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from reportgen.analysis.clauses.cutting import Clause, sentences
from reportgen.analysis.heads import head
from reportgen.analysis.stated.labels import is_only_labels, parted
from reportgen.analysis.stated.predicates import DUTY
from reportgen.analysis.stated.times import times
from reportgen.outline import reading_text
from reportgen.source import MARK

if TYPE_CHECKING:
    from reportgen.outline import Document, Node
    from reportgen.source import Passage


_GOES_ON = frozenset("，,、")
"""Marks behind a heading in whose breath the text goes on."""
_PARTS = frozenset("；;")


class Zone(StrEnum):
    """Which part of a speech a paragraph belongs to."""

    HEAD = "head"
    SALUTATION = "salutation"
    PREAMBLE = "preamble"
    HEADING = "heading"
    OPENING = "opening"
    """A heading that is no title: a sentence, the first clauses of one, or all that its node says."""
    BODY = "body"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and where it stands: the headings above it from the outermost, its place among its like.

    `index` counts the paragraphs of its node (of its zone outside of nodes) from 0, `count` says how many
    there are. `is_run_in`: its heading opens the same line; `goes_on`: as a part of the same sentence.
    """

    passage: Passage
    zone: Zone
    headings: tuple[str, ...] = ()
    index: int = 0
    count: int = 1
    is_run_in: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as its clauses; `index` counts those of its paragraph from 0, `count` says how many."""

    clauses: tuple[Clause, ...]
    paragraph: Paragraph
    index: int
    count: int


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield all paragraphs of a speech but what no reader takes for its own (letterhead)."""
    heads = (*document.title, document.subtitle, document.byline, document.date)
    yield from (Paragraph(passage, Zone.HEAD) for passage in heads if passage is not None)
    if document.salutation is not None:
        yield Paragraph(document.salutation, Zone.SALUTATION)
    yield from _all(document.preamble, Zone.PREAMBLE, ())
    for node in document.nodes:
        yield from _under(document, node, ())
    yield from _all(document.closing, Zone.CLOSING, ())


_TITLE = 20
"""Characters of a heading beyond which one that bids something is a sentence; so is one with a day."""


def _under(document: Document, node: Node, above: tuple[str, ...]) -> Iterator[Paragraph]:
    zone = Zone.OPENING if is_sentence(document, node) else Zone.HEADING
    yield Paragraph(node.heading, zone, above, is_run_in=node.run_in)
    headings = (*above, reading_text(node.heading))
    goes_on = _behind(document, node) in _GOES_ON
    for one in _all(node.body, Zone.BODY, headings, is_run_in=node.run_in):
        yield replace(one, goes_on=one.is_run_in and goes_on)
    for child in node.children:
        yield from _under(document, child, headings)


def _behind(document: Document, node: Node) -> str:
    """The character behind a heading and the format's marks; none at the end of the text."""
    end = node.heading.span.end
    text = document.source.text
    while text.startswith(MARK, end):
        end += 1
    return text[end : end + 1]


def is_sentence(document: Document, node: Node) -> bool:
    """Whether a heading is no title: a sentence, the first clauses of one that goes on, all there is."""
    if node.children:
        return False
    if all(map(is_only_labels, node.body)):
        return True
    clauses = next(sentences([node.heading]), ())
    if node.run_in and (len(clauses) > 1 or _behind(document, node) in _GOES_ON | _PARTS):
        return True
    if DUTY.search(node.heading.text) and times(node.heading.text):
        return True
    modal = any(found is not None and found.modal for found in (head(clause.text) for clause in clauses))
    return modal and len(node.heading.text) > _TITLE


def _all(
    passages: tuple[Passage, ...], zone: Zone, headings: tuple[str, ...], *, is_run_in: bool = False
) -> Iterator[Paragraph]:
    for index, passage in enumerate(passages):
        yield Paragraph(passage, zone, headings, index, len(passages), is_run_in and index == 0)


def sentences_of(paragraph: Paragraph) -> tuple[Sentence, ...]:
    """Cut a paragraph into sentences and these into clauses; a label (责任单位：…) goes on in none."""
    cut = tuple(sentences(tuple(parted([paragraph.passage]))))
    return tuple(Sentence(clauses, paragraph, at, len(cut)) for at, clauses in enumerate(cut))
