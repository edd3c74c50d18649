"""原文: the speech itself, every paragraph verbatim, with its headings and run-in phrases told by style.

The paragraphs are cut from the source, not put together from the outline, so nothing can get lost here even
where the parser is wrong. Marks of Markdown (``##``, paired ``**``) become styles.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.outline import reading_text
from reportgen.planning.handout.parts import Block, BlockRole, TextRun
from reportgen.source import MARK, Span

if TYPE_CHECKING:
    from reportgen.outline import Document, Node
    from reportgen.outline.paragraphs import Paragraph
    from reportgen.planning.places import Places

# GB/T 9704-2012, 7.3.3: 一、 黑体, （一） 楷体, 1. and （1） 仿宋.
_HEADINGS = (BlockRole.HEADING_1, BlockRole.HEADING_2, BlockRole.HEADING_3, BlockRole.HEADING_4)
_STOPS = tuple("。；：！？.;:!?")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A paragraph of the original: its place and the role that the outline gives it; `depth` for headings."""

    span: Span
    role: BlockRole
    depth: int = 0


def plan_original(document: Document, places: Places) -> tuple[Block, ...]:
    """Return the paragraphs of the speech after its title lines, in order and complete."""
    run_in = sorted(_heading_span(document, node) for node in document.walk() if node.run_in)
    known = sorted(_known(document), key=lambda stretch: stretch.span)
    blocks: list[Block] = []
    for paragraph in places.paragraphs:
        writer = _Writer(document, _set_off(paragraph, run_in))
        number = places.number(paragraph.start)
        written = (writer.block(stretch, number) for stretch in _stretches(paragraph, known))
        blocks.extend(block for block in written if block)
    return tuple(blocks)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the stretches of one paragraph: `strong` ranges set off."""

    document: Document
    strong: tuple[Span, ...]

    def block(self, stretch: _Stretch, number: int) -> Block | None:
        """Return the paragraph of a stretch, or None for blanks."""
        pieces = tuple(self._pieces(stretch.span))
        text = "".join(piece.text for piece in pieces)
        if not text:
            return None
        if stretch.depth:
            role = _HEADINGS[min(stretch.depth, len(_HEADINGS)) - 1]
            return Block(role, (TextRun(text),), number)
        if stretch.role is BlockRole.TEXT:
            return Block(BlockRole.TEXT, pieces, paragraph=number)
        return Block(stretch.role, (TextRun(text),))

    def _pieces(self, span: Span) -> Iterator[TextRun]:
        at = span.start
        for strong in self.strong:
            if at <= strong.start and strong.end <= span.end:
                yield from self._piece(Span(at, strong.start), strong=False)
                yield from self._piece(strong, strong=True)
                at = strong.end
        yield from self._piece(Span(at, span.end), strong=False)

    def _piece(self, span: Span, *, strong: bool) -> Iterator[TextRun]:
        if words := reading_text(self.document.source.passage(span.start, span.end)):
            yield TextRun(words, strong)


def _stretches(paragraph: Paragraph, known: list[_Stretch]) -> Iterator[_Stretch]:
    """Cut a paragraph where title, salutation or a heading ends inside it."""
    at = paragraph.text_start
    for number in range(bisect_left(known, at, key=lambda one: one.span.start), len(known)):
        stretch = known[number]
        if stretch.span.start >= paragraph.end:
            break
        if at <= stretch.span.start:
            yield _Stretch(Span(at, stretch.span.start), BlockRole.TEXT)
            end = min(stretch.span.end, paragraph.end)
            if stretch.role is not BlockRole.NOTE:
                yield _Stretch(Span(stretch.span.start, end), stretch.role, stretch.depth)
            at = end
    yield _Stretch(Span(at, paragraph.end), BlockRole.TEXT)


def _known(document: Document) -> Iterator[_Stretch]:
    """What is no plain text: head lines (printed above, marked to be left out), salutation, headings."""
    for passage in (*document.title, document.subtitle, document.byline, document.date):
        if passage:
            yield _Stretch(passage.span, BlockRole.NOTE)
    if document.salutation:
        yield _Stretch(_stopped(document, document.salutation.span), BlockRole.SALUTATION)
    for node in document.walk():
        if not node.run_in:
            yield _Stretch(_heading_span(document, node), BlockRole.TEXT, node.level)


def _heading_span(document: Document, node: Node) -> Span:
    start = node.marker.span.start if node.marker else node.heading.span.start
    return _stopped(document, Span(start, node.heading.span.end))


def _stopped(document: Document, span: Span) -> Span:
    """The span with the format's marks and the end punctuation that follow it."""
    text, end = document.source.text, span.end
    while text.startswith(MARK, end):
        end += 1
    return Span(span.start, end + text.startswith(_STOPS, end))


def _set_off(paragraph: Paragraph, run_in: list[Span]) -> tuple[Span, ...]:
    """Run-in phrases and bold ranges of a paragraph, in order, none over another."""
    first, last = (bisect_left(run_in, edge, key=_start) for edge in (paragraph.start, paragraph.end))
    own = run_in[first:last]
    bold = [span for span in paragraph.strong if not _meets(own, span)]
    return tuple(sorted([*own, *bold]))


def _meets(own: list[Span], span: Span) -> bool:
    """Whether a range lies over one of others, which stand in order and not over each other."""
    at = bisect_left(own, span.end, key=_start)
    return at > 0 and own[at - 1].end > span.start


def _start(span: Span) -> int:
    return span.start
