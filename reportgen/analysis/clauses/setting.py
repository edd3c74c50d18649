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

if TYPE_CHECKING:
    from reportgen.outline import Document, Node
    from reportgen.source import Passage


_GOES_ON = tuple("，,、")


class Zone(StrEnum):
    """Which part of a speech a paragraph belongs to."""

    HEAD = "head"
    SALUTATION = "salutation"
    PREAMBLE = "preamble"
    HEADING = "heading"
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
        yield from _under(node, (), document.source.text)
    yield from _all(document.closing, Zone.CLOSING, ())


def _under(node: Node, above: tuple[str, ...], text: str) -> Iterator[Paragraph]:
    yield Paragraph(node.heading, Zone.HEADING, above, is_run_in=node.run_in)
    headings = (*above, node.heading.text)
    goes_on = text[node.heading.span.end : node.heading.span.end + 1] in _GOES_ON
    for one in _all(node.body, Zone.BODY, headings, is_run_in=node.run_in):
        yield replace(one, goes_on=one.is_run_in and goes_on)
    for child in node.children:
        yield from _under(child, headings, text)


def _all(
    passages: tuple[Passage, ...], zone: Zone, headings: tuple[str, ...], *, is_run_in: bool = False
) -> Iterator[Paragraph]:
    for index, passage in enumerate(passages):
        yield Paragraph(passage, zone, headings, index, len(passages), is_run_in and index == 0)


def sentences_of(paragraph: Paragraph) -> tuple[Sentence, ...]:
    """Cut a paragraph into sentences and these into clauses."""
    cut = tuple(sentences([paragraph.passage]))
    return tuple(Sentence(clauses, paragraph, at, len(cut)) for at, clauses in enumerate(cut))
