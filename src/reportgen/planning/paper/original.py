"""原文: the speech itself, every paragraph verbatim, with its headings and run-in phrases told by style.

The paragraphs are cut from the source, not put together from the outline, so nothing can get lost here even
where the parser is wrong.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.planning.paper.digest import heading_block
from reportgen.planning.paper.model import Block, Piece, Role
from reportgen.planning.paper.places import paragraph_number
from reportgen.source import Span

if TYPE_CHECKING:
    from reportgen.outline import Document, Node
    from reportgen.source import Passage

_STOPS = "。；：！？.;:!?"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A paragraph of the original: its place and the role that the outline gives it."""

    span: Span
    role: Role
    depth: int = 0


def plan_original(document: Document) -> tuple[Block, ...]:
    """Return the paragraphs of the speech after its title lines, in order and complete."""
    phrases = _run_in_phrases(document)
    blocks: list[Block] = []
    for stretch in _stretches(document):
        text = _joined(document.source.text[stretch.span.start : stretch.span.end])
        if not text:
            continue
        number = paragraph_number(document, stretch.span.start)
        if stretch.depth:
            blocks.append(heading_block(text, stretch.depth, number))
        elif stretch.role is Role.TEXT:
            blocks.append(Block(Role.TEXT, tuple(_pieces(document, stretch.span, phrases)), paragraph=number))
        else:
            blocks.append(Block(stretch.role, (Piece(text),)))
    return tuple(blocks)


def _stretches(document: Document) -> Iterator[_Stretch]:
    """Cut the source at its lines, and inside a line where title, salutation or a heading ends."""
    known = sorted(_known(document), key=lambda stretch: stretch.span)
    for whole in _paragraphs(document):
        at = whole.start
        for stretch in known:
            if not (whole.start <= stretch.span.start < whole.end and stretch.span.start >= at):
                continue
            yield _Stretch(Span(at, stretch.span.start), Role.TEXT)
            end = min(stretch.span.end, whole.end)
            if stretch.role is not Role.NOTE:
                yield _Stretch(Span(stretch.span.start, end), stretch.role, stretch.depth)
            at = end
        yield _Stretch(Span(at, whole.end), Role.TEXT)


def _paragraphs(document: Document) -> Iterator[Span]:
    """The source's lines; those that one passage runs over (lines broken at a width) are joined."""
    passages = sorted(passage.span for passage in _passages(document))
    joined: Span | None = None
    for line in document.source.lines:
        if joined and line.span.start < joined.end:
            continue
        if joined:
            yield joined
            joined = None
        over = next((p for p in passages if line.span.start <= p.start < line.span.end < p.end), None)
        joined = Span(line.span.start, _line_end(document, over.end)) if over else None
        if not joined:
            yield line.span
    if joined:
        yield joined


def _line_end(document: Document, offset: int) -> int:
    return document.source.line_at(offset - 1).span.end


def _passages(document: Document) -> Iterator[Passage]:
    yield from document.preamble
    yield from document.closing
    for node in document.walk():
        yield node.heading
        yield from node.body


def _known(document: Document) -> Iterator[_Stretch]:
    """What is no plain text: head lines (printed above, so marked to be left out), salutation, headings."""
    for passage in (*document.title, document.subtitle, document.byline, document.date):
        if passage:
            yield _Stretch(passage.span, Role.NOTE)
    if document.salutation:
        yield _Stretch(_stopped(document, document.salutation.span), Role.SALUTATION)
    for node in document.walk():
        if not node.run_in:
            yield _Stretch(_heading_span(document, node), Role.TEXT, node.level)


def _heading_span(document: Document, node: Node) -> Span:
    start = node.marker.span.start if node.marker else node.heading.span.start
    return _stopped(document, Span(start, node.heading.span.end))


def _stopped(document: Document, span: Span) -> Span:
    """The span with the end punctuation that follows it."""
    text = document.source.text
    return Span(span.start, span.end + (text[span.end : span.end + 1] in tuple(_STOPS)))


def _run_in_phrases(document: Document) -> tuple[Span, ...]:
    return tuple(sorted(_heading_span(document, node) for node in document.walk() if node.run_in))


def _pieces(document: Document, span: Span, phrases: tuple[Span, ...]) -> Iterator[Piece]:
    """The words of a paragraph, run-in phrases set off."""
    text, at = document.source.text, span.start
    for phrase in phrases[max(bisect_right(phrases, Span(span.start, 0)) - 1, 0) :]:
        if phrase.start >= span.end:
            break
        if phrase.start < at or phrase.end > span.end:
            continue
        yield from _piece(text[at : phrase.start], strong=False, first=at == span.start)
        yield from _piece(text[phrase.start : phrase.end], strong=True, first=phrase.start == span.start)
        at = phrase.end
    yield from _piece(text[at : span.end], strong=False, first=at == span.start)


def _piece(text: str, *, strong: bool, first: bool) -> Iterator[Piece]:
    words = text.replace("\n", "")
    words = words.lstrip() if first else words
    if words:
        yield Piece(words, strong=strong)


def _joined(text: str) -> str:
    return "".join(line.strip() for line in text.split("\n"))
