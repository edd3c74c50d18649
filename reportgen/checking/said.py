"""What a speech says, clause by clause: its prose, its headings and the lines of its brief, with places."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt, lines
from reportgen.analysis.parallel import parallel
from reportgen.checking.clauses import pieces, squash
from reportgen.outline import reading_text
from reportgen.outline.paragraphs import paragraphs
from reportgen.planning.wording import contrast
from reportgen.source import MARK, Passage, Source, Span
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.analysis import Brief
    from reportgen.outline import Document

_BREAK = lazy(r"(?<![ \t\u3000\xa0])[ \t\u3000\xa0]*\n[ \t\u3000\xa0]*")


@dataclass(frozen=True, slots=True)
class Flow:
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


def flow_of(source: Source) -> Flow:
    """Return a speech without blanks; a paragraph is a line of it."""
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
    return Flow("".join(flat), frozenset(starts), frozenset(ends))


def prose(source: Source) -> Iterator[tuple[str, Span]]:
    """Every clause of the text as it stands, with its place."""
    for start, form in _forms(source):
        for piece in pieces(form):
            yield piece.words, Span(start + piece.start, start + piece.end)


def _forms(source: Source) -> Iterator[tuple[int, str]]:
    """Every paragraph with its offset, with ``##`` and without."""
    for paragraph in paragraphs(source):
        text = one_line(source.text[paragraph.start : paragraph.end])
        yield paragraph.start, text
        if paragraph.text_start > paragraph.start:
            yield paragraph.text_start, text[paragraph.text_start - paragraph.start :]


def one_line(text: str) -> str:
    """Return a text whose lines are joined: offsets stay, as what parts them is blank to a clause.

    So are the format's marks, which stand inside a clause as a line break does.
    """
    return _BREAK.sub(lambda found: "\n" * len(found[0]), text).replace(MARK, "\n")


def passages(brief: Brief) -> Iterator[tuple[int, str]]:
    """What planning may print on its own, each with its offset."""
    yield from _structure(brief.document)
    text = brief.document.source.text
    excerpts = (line for line in lines(brief) if isinstance(line, Excerpt))
    for pieced in dict.fromkeys(line.passages for line in excerpts):
        for passage in pieced:
            # Only what the speech holds there is the speaker's, whoever made the excerpt.
            if text[passage.span.start : passage.span.end] == passage.text:
                yield passage.span.start, passage.text
                yield from _phrases(passage)
    for part in brief.walk():
        # A line cut out of a long heading stands behind the heading's number.
        if part.marker and isinstance(part.summary, Excerpt):
            yield part.summary.start, f"{part.marker}{part.summary.passages[0].text}"
    for figure in brief.figures:
        yield figure.value.span.start, figure.text
    for run in brief.heroes:
        yield run[0].value.span.start, contrast(run)
    yield from _compared(brief)
    for term in brief.terms:
        yield term.text.span.start, term.text.text


def _compared(brief: Brief) -> Iterator[tuple[int, str]]:
    """What charts show: names and values, and each value with its unit, of which one stands big."""
    for series in brief.series:
        named = (series.title, *(one for point in series.points for one in (point.label, point.value)))
        yield from ((one.span.start, one.text) for one in named if one is not None)
        for point in series.points:
            yield point.value.span.start, f"{point.value.text}{series.unit.text}"


def _phrases(passage: Passage) -> Iterator[tuple[int, str]]:
    """The phrases of a clause that slides show side by side, and what leads to them."""
    text = reading_text(passage)
    found = parallel(text)
    if found is not None:
        yield from ((passage.span.start, words) for words in (found.intro, *found.pieces) if words)


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
    yield from document.speakers
    for block in document.apart:
        yield from block.passages


def _head(document: Document) -> tuple[Passage, ...]:
    single = (document.subtitle, document.byline, document.date, document.salutation)
    return (*document.title, *filter(None, single))
