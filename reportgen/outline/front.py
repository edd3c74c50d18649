"""Where the head of a speech ends: its lines are read by the rules of `head`, then settled together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.outline.asides import behind_asides
from reportgen.outline.contents import contents_length
from reportgen.outline.head import LONGEST_TITLE_LINE, RULES, SENTENCE, ReadHead, ends_like_text
from reportgen.outline.markers import match_marker
from reportgen.outline.occasions import is_occasion
from reportgen.outline.paragraphs import Paragraph, cut
from reportgen.outline.salutations import LATE_SALUTATION, SALUTATION, VOCATIVE
from reportgen.outline.signatures import is_date, is_titled, names_office, names_speaker
from reportgen.text.patterns import lazy

LONGEST_HEAD = 12
"""Paragraphs that may stand before the text."""
SHORTEST_TITLE = 12
"""Characters of a line that is a title alone; a shorter one may go on in the next line."""
LATEST_SALUTATION = 8
"""Paragraphs in which a form of address still opens the speech."""
SHORTEST_FRONT = 8
"""Characters that something in front of a form of address on its line must have to be a title."""

_TITLE_IN_TEXT = lazy(r"([^\s。；！？，：,:;!?]{6,60})[ \t\u3000]+(?=\S)")
_DASHED_OCCASION = lazy(r"[—－─-]{1,2}\s*(?:.{0,12}在.{2,60}上(?:的.{2,6})?|.{0,20}\d{4}年.{0,40})")


def read_head(text: str, rows: Sequence[Paragraph]) -> tuple[ReadHead, tuple[Paragraph, ...]]:
    """Return the head and the paragraphs behind it (a part of one where the head ends inside a paragraph)."""
    head, rest = _read_lines(text, rows)
    skipped = contents_length(text, rest)
    head.letterhead += [(row.start, row.end) for row in rest[:skipped]]
    rest = rest[skipped:]
    if skipped and not head.title:
        again, rest = _read_lines(text, rest)
        again.letterhead[:0] = head.letterhead
        head = _with_what_stood_above(again, head)
    at = None if head.salutation else _late_salutation(text, rest)
    if at is None:
        return head, rest
    first = at
    while first and not head.title and _head_like(text, rest[first - 1]):
        first -= 1
    later, behind = _read_lines(text, rest[first:])
    later.letterhead[:0] = head.letterhead + [(row.start, row.end) for row in rest[:first]]
    if not head.title:
        return _with_what_stood_above(later, head), behind
    head.letterhead, head.salutation = later.letterhead, later.salutation
    return head, behind


def _with_what_stood_above(later: ReadHead, head: ReadHead) -> ReadHead:
    """Keep what stood above a lead of the press or a table of contents; what comes again is letterhead."""
    for name in ("byline", "date", "salutation", "subtitle"):
        above = getattr(head, name)
        if above and getattr(later, name):
            later.letterhead.append(above)
        elif above:
            setattr(later, name, above)
    later.letterhead.sort()
    return later


def _read_lines(text: str, rows: Sequence[Paragraph]) -> tuple[ReadHead, tuple[Paragraph, ...]]:
    head = ReadHead()
    queue = [piece for row in rows[:LONGEST_HEAD] for piece in _pieces(text, row)]
    behind = list(rows[LONGEST_HEAD:])
    for at, row in enumerate(queue):
        starts = _starts_text(text, row, head) and not is_occasion(text, row, rows)
        read = 0 if head.done or starts else _read(text, row, head)
        if not read:
            first = behind_asides(text, head.letterhead, queue[:at])
            return _settled(text, head, queue[:first], [*queue[first:], *behind])
        if read < row.end:
            rest = cut(row, _skip(text, read, row.end), row.end)
            return _settled(text, head, queue[:at], [rest, *queue[at + 1 :], *behind])
    return head, tuple(behind)


def _late_salutation(text: str, rows: Sequence[Paragraph]) -> int | None:
    """The place of a form of address on a line of its own behind a lead of the press."""
    for at, row in enumerate(rows[:LATEST_SALUTATION]):
        marker = match_marker(text, row.text_start, row.end)
        if row.level is not None or (marker and not marker.kind.floats):
            return None
        if SALUTATION.fullmatch(text, row.text_start, row.end):
            return at
    return None


def _head_like(text: str, row: Paragraph) -> bool:
    return row.end - row.start <= LONGEST_TITLE_LINE and not ends_like_text(text, row)


def _read(text: str, row: Paragraph, head: ReadHead) -> int:
    return next((read for _, rule in RULES if (read := rule(text, row, head))), 0)


def _settled(
    text: str, head: ReadHead, read: Sequence[Paragraph], rest: Sequence[Paragraph]
) -> tuple[ReadHead, tuple[Paragraph, ...]]:
    """Give back a second line taken for title where only text follows and it may be a heading."""
    lone = not (head.salutation or head.byline or head.date or head.subtitle or head.letterhead)
    if lone and len(head.title) > 1 and _ends_titled(text, head.title[0]):
        head.title = head.title[:1]
        return head, (*read[1:], *rest)
    return head, tuple(rest)


def _pieces(text: str, row: Paragraph) -> list[Paragraph]:
    """Cut a line before a form of address that ends it or that opens the text: 总理×××各位代表：."""
    titled = _TITLE_IN_TEXT.match(text, row.text_start, row.end)
    if titled and row.end - titled.end() > LONGEST_TITLE_LINE and is_titled(titled[1]):
        return [cut(row, row.start, titled.end(1)), *_pieces(text, cut(row, titled.end(), row.end))]
    found = LATE_SALUTATION.search(text, row.text_start + 1, min(row.end, row.text_start + 160))
    if not found or text[found.start() - 1] in "，,、的各。！？；向对与和":
        return [row]
    front = text[row.text_start : found.start()]
    if SENTENCE.search(front.strip()) or len(front) > LONGEST_TITLE_LINE * 2 or "，" in front[-12:]:
        return [row]
    if len(front) < SHORTEST_FRONT and not names_office(front):
        return [row]
    if SALUTATION.match(text, row.text_start, found.end()) and re.match(VOCATIVE, front):
        return [row]
    end = row.text_start + len(front.rstrip())
    return [cut(row, row.start, end), cut(row, found.start(), row.end)]


def _starts_text(text: str, row: Paragraph, head: ReadHead) -> bool:
    line = text[row.text_start : row.end]
    # Markdown writes all that is large as a heading, what stands below a title too.
    below = is_date(line) or _DASHED_OCCASION.fullmatch(line) or (names_speaker(line) and names_office(line))
    if row.row or (row.level is not None and head.title and not below) or contents_length(text, (row,)):
        return True
    marker = match_marker(text, row.text_start, row.end)
    return marker is not None and marker.kind.name != "dash" and not is_date(line)


def _ends_titled(text: str, span: tuple[int, int]) -> bool:
    line = text[span[0] : span[1]]
    return is_titled(line) or len(line) > SHORTEST_TITLE


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
