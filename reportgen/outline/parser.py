"""From a source to its outline: head, candidates, nesting, tail, tree."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.errors import Diagnostic
from reportgen.outline.apart import Apart, ApartKind, remarks, set_apart
from reportgen.outline.back import Tail, first_attachment, last_words, part_last_words, read_tail
from reportgen.outline.candidates import Candidate, candidates
from reportgen.outline.document import Document, Node
from reportgen.outline.faults import numbering_faults
from reportgen.outline.front import read_head
from reportgen.outline.genre import genre_of
from reportgen.outline.head import ReadHead
from reportgen.outline.listing import with_lists
from reportgen.outline.markers import LAST
from reportgen.outline.nesting import Placed, nest
from reportgen.outline.paragraphs import Paragraph, join_lines, paragraphs
from reportgen.outline.rewording import Rewording, readable
from reportgen.outline.speakers import part_speakers, with_speakers
from reportgen.outline.spoken import own_points
from reportgen.outline.tree import build, own_text
from reportgen.source import Passage, Source


def parse(source: Source) -> Document:
    """Return the outline of a speech. Never raises: whatever the text, every word of it is in the tree."""
    read = readable(source)
    document = _parse(read)
    return document if read is source else Rewording(read, source).of(document)


def _parse(source: Source) -> Document:
    apart, speech = set_apart(source)
    head, rows = read_head(source.text, speech)
    turns, rows = part_speakers(source, rows)
    rows = with_lists(source.text, part_last_words(source.text, rows))
    body = rows[: first_attachment(source.text, rows)]
    placed = _points(source.text, body)
    tail = read_tail(source.text, body, _earliest(placed, body))
    end = rows[tail.first].start if tail.first < len(rows) else len(source.text)
    placed = tuple(item for item in placed if item.candidate.start < end)
    first = placed[0].candidate.start if placed else end
    return Document(
        source=source,
        title=tuple(source.passage(*span) for span in head.title),
        subtitle=_passage(source, head.subtitle),
        byline=_passage(source, head.byline) or _row(source, rows, tail.byline),
        date=_passage(source, head.date) or _row(source, rows, tail.date),
        salutation=_passage(source, head.salutation),
        letterhead=tuple(source.passage(*span) for span in head.letterhead),
        preamble=_texts(source, rows, rows[0].start if rows else 0, first),
        nodes=with_speakers(source, build(source, rows, placed, end), turns),
        closing=_closing(source, rows, tail, head, end),
        genre=_genre(source, head, rows),
        apart=apart,
        speakers=tuple(turn.speaker for turn in turns),
        appended=_appended(source, apart),
        diagnostics=_diagnostics(source, placed, apart),
    )


def _points(text: str, rows: Sequence[Paragraph]) -> tuple[Placed, ...]:
    """The nodes; what the last words count (最后，我再强调三点。一是…) is no point of the last section."""
    found = own_points(text, rows, candidates(text, rows))
    placed = nest(found)
    firm = [one.candidate for one in placed if not _counts_loosely(one.candidate)]
    # A heading alone keeps a paragraph below it.
    last = last_words(text, rows, firm[-1].paragraph + 1 + firm[-1].alone) if firm else len(rows)
    above = [item for item in found if item.paragraph < last]
    return placed if len(above) == len(found) else nest(above)


def _counts_loosely(item: Candidate) -> bool:
    return item.floats and 0 < item.value < LAST


def _appended(source: Source, apart: Sequence[Apart]) -> tuple[Node, ...]:
    """The outline of another document behind the speech, for whoever asks what the file holds."""
    spans = [block.span for block in apart if block.kind is ApartKind.DOCUMENT]
    if not spans:
        return ()
    rows = [row for row in paragraphs(source) if any(one.start <= row.start < one.end for one in spans)]
    return build(source, rows, nest(candidates(source.text, rows)), spans[-1].end)


def _earliest(placed: Sequence[Placed], rows: Sequence[Paragraph]) -> int:
    """The first paragraph that may close the speech: the last node keeps one of its own."""
    if not placed:
        return min(1, len(rows))
    last = placed[-1].candidate
    return last.paragraph + 1


def _texts(source: Source, rows: Sequence[Paragraph], start: int, end: int) -> tuple[Passage, ...]:
    starts = [row.start for row in rows]
    return tuple(piece for piece, _ in own_text(source, rows, starts, start, end))


def _closing(
    source: Source, rows: Sequence[Paragraph], tail: Tail, head: ReadHead, end: int
) -> tuple[Passage, ...]:
    signature = {rows[tail.byline].start} if tail.byline is not None and not head.byline else set()
    signature |= {rows[tail.date].start} if tail.date is not None and not head.date else set()
    pieces = _texts(source, rows, end, len(source.text)) if tail.first < len(rows) else ()
    return tuple(piece for piece in pieces if piece.span.start not in signature)


def _passage(source: Source, span: tuple[int, int] | None) -> Passage | None:
    return source.passage(*span) if span else None


def _row(source: Source, rows: Sequence[Paragraph], at: int | None) -> Passage | None:
    return None if at is None else source.passage(rows[at].start, rows[at].end)


def _genre(source: Source, head: ReadHead, rows: Sequence[Paragraph]) -> str:
    opening = source.text[rows[0].start : rows[0].start + 2000] if rows else ""
    names = [*head.title, *([head.subtitle] if head.subtitle else [])]
    titles = tuple(join_lines(source.text[start:end]) for start, end in names)
    return genre_of(titles, join_lines(opening))


def _diagnostics(source: Source, placed: Sequence[Placed], apart: Sequence[Apart]) -> tuple[Diagnostic, ...]:
    return (*remarks(source, apart), *numbering_faults(source, placed))
