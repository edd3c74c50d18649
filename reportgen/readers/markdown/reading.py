"""Markdown put together: the lines of a text with what its blocks, inlines and pairs say about them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportgen.readers.markdown import Reading, front
from reportgen.readers.markdown.blocks import CODE, DASHES, LINE, NOTE, ROW, Block, blocks_of, parser
from reportgen.readers.markdown.inlines import (
    COMMENTS,
    FIELDS,
    NOTES,
    PICTURES,
    STRUCK,
    Pieces,
    pieces_of,
    with_heights,
)
from reportgen.readers.markdown.pairs import Pairs, find_pairs
from reportgen.source import MARK, Line, Span, split_lines
from reportgen.text.patterns import lazy

_OPEN, _CLOSE = "<!--", "-->"
# Chat models write them in Chinese (hAcKlyc/MyAgents#167); a single one refers to a note.
_WIDE = lazy("＊{2,3}")
_FRONT = lazy(r"[^\n]")
# The number of an item is the speaker's, whatever the grammar makes of it.
_NUMBER = lazy(r"\d{1,9}[.)](?=[ \t\u3000])")
_TASK = lazy(r"\[[ xX]\][ \t\u3000]+(?=\S)")
_ITEM = lazy(r"(?:^|[ \t\u3000])(?:[-*+]|\d{1,9}[.)])[ \t\u3000]+$")
# A bar, the blanks around it, and what takes away its meaning, in code too (GFM 0.29, 4.10).
_PIPES = lazy(r"\\(?=\|)|[ \t]*(?<!\\)\|[ \t]*")
_PIPE_PARTS = lazy(r"[ \t]+|[\\|]")
_BREAK = lazy(r"(?<!\\)(?:\\\\)*(?P<mark>\\)$")
_SURE = 3
"""Bold ranges from which a text without a single ``**`` is taken for one without masked names."""
_ORDER = (NOTES, COMMENTS, PICTURES, FIELDS, STRUCK)


@dataclass(slots=True)
class _Words:
    """A line of words with what was found in it; all places count in the text."""

    block: Block
    pieces: Pieces
    pairs: Pairs = field(default_factory=Pairs)


def read(text: str) -> Reading:
    """Read a text as Markdown; what comes back has the same length."""
    text = with_heights(text)
    lines = split_lines(text)
    raws = [text[line.span.start : line.span.end] for line in lines]
    end = front.length(raws)
    body = lines[end].span.start if end < len(lines) else len(text)
    comments = list(_comments(text, body))
    src = _as_parsed(text, body, comments)
    blocks, references = blocks_of(src, text)
    words = [_Words(one, _inside(src, one, references)) for one in blocks]
    _pair(words, src)
    titled = any(block.level == 1 for block in blocks)
    fields = front.fields(lines, raws, end, titled=titled)
    out = list(lines)
    out[:end] = fields
    for one in words:
        out[one.block.line] = _line(lines[one.block.line], one, src)
    _mark_comments(out, comments)
    counts: Counter[str] = Counter({COMMENTS: len(comments), FIELDS: front.unread(fields, raws[:end])})
    for one in words:
        counts += one.pieces.counts
        counts[NOTES] += one.block.kind == NOTE
    told = tuple(f"{counts[name]} {name}" for name in _ORDER if counts[name])
    return Reading(_as_meant(text, words), tuple(out), told)


def _comments(text: str, start: int) -> Iterator[Span]:
    while (first := text.find(_OPEN, start)) >= 0 and (last := text.find(_CLOSE, first + len(_OPEN))) >= 0:
        start = last + len(_CLOSE)
        yield Span(first, start)


def _as_parsed(text: str, body: int, comments: Sequence[Span]) -> str:
    """The text as the parser is to see it: no front, no comments, blanks and asterisks of one width."""
    pieces, at = [_FRONT.sub(" ", text[:body])], body
    for one in comments:
        pieces += [text[at : one.start], _FRONT.sub(MARK, text[one.start : one.end])]
        at = one.end
    seen = "".join([*pieces, text[at:]]).replace("\u3000", " ")
    return _WIDE.sub(lambda found: "*" * len(found[0]), seen)


def _inside(src: str, block: Block, references: dict[str, object]) -> Pieces:
    """What is found in a line of words; places count in its words."""
    if block.kind not in {LINE, ROW}:
        return Pieces()
    words = src[block.span.start : block.span.end]
    before = src[src.rfind("\n", 0, block.span.start) + 1 : block.span.start]
    task = _TASK.match(words) if _ITEM.search(before) else None
    if task:
        words = MARK * task.end() + words[task.end() :]
    found = pieces_of(words, parser(), references)
    if task:
        found.marks.append(Span(*task.span()))
    broken = _BREAK.search(words) if len(words) > 1 else None
    if broken:
        found.marks.append(Span(*broken.span("mark")))
    return found


def _pair(words: Sequence[_Words], src: str) -> None:
    """Find the pairs of all lines; what is doubtful in one is told by the others."""
    seen = [one.pieces.seen(src[one.block.span.start : one.block.span.end]) for one in words]
    for one, line in zip(words, seen, strict=True):
        if one.block.kind in {LINE, ROW}:
            one.pairs = find_pairs(line, sure=False)
    found = [one.pairs for one in words]
    if any(one.single for one in found) or sum(len(one.strong) for one in found) < _SURE:
        return
    for one, line in zip(words, seen, strict=True):
        if one.pairs.doubtful:
            one.pairs = find_pairs(line, sure=True)


def _line(line: Line, found: _Words, src: str) -> Line:
    start, end = found.block.span.start, found.block.span.end
    dress = list(_dress(src, line.span.start, start))
    if found.block.kind not in {LINE, ROW}:
        is_row, is_code = found.block.kind == DASHES, found.block.kind == CODE
        return replace(
            line, row=is_row, marks=_sorted(dress if is_code else [*dress, Span(start, line.span.end)])
        )
    marks = [*dress, *_moved(found.pieces.marks, start)]
    marks += _moved(found.pairs.marks, start)
    if src[end : line.span.end].strip():
        marks.append(Span(end, line.span.end))
    if found.block.kind == ROW:
        marks += _pipes(src, start, end, [*_moved(found.pieces.hidden, start), *marks])
    return replace(
        line,
        level=found.block.level,
        strong=tuple(_moved(found.pairs.strong, start)),
        row=found.block.kind == ROW,
        marks=_sorted(marks),
    )


def _dress(src: str, start: int, end: int) -> Iterator[Span]:
    """The marks in front of a line's words: signs of headings, quotes and items, but no numbers."""
    numbers = [one.span() for one in _NUMBER.finditer(src, start, end)]
    for first, last in zip(
        [start, *(one for _, one in numbers)], [*(one for one, _ in numbers), end], strict=True
    ):
        blank = len(src[first:last]) - len(src[first:last].lstrip())
        if first + blank < last:
            yield Span(first + blank, last)


def _pipes(src: str, start: int, end: int, kept: Sequence[Span]) -> Iterator[Span]:
    """The bars between cells; one inside code or an address is a character of it."""
    for found in _PIPES.finditer(src, start, end):
        if found[0] == "\\" or not _meets(Span(*found.span()), kept):
            yield from (Span(*part.span()) for part in _PIPE_PARTS.finditer(src, *found.span()))


def _mark_comments(lines: list[Line], comments: Sequence[Span]) -> None:
    """Make comments marks of the lines that they stand in."""
    starts = [line.span.start for line in lines]
    for one in comments:
        at = bisect_right(starts, one.start) - 1
        while at < len(lines) and starts[at] < one.end:
            line = lines[at]
            own = Span(max(one.start, line.span.start), min(one.end, line.span.end))
            lines[at] = replace(line, marks=_sorted([*line.marks, own]))
            at += 1


def _as_meant(text: str, words: Sequence[_Words]) -> str:
    """The text with the characters that its entities mean."""
    meant = {one.block.span.start + at: char for one in words for at, char in one.pieces.meant.items()}
    if not meant:
        return text
    chars = list(text)
    for at, char in meant.items():
        chars[at] = char
    return "".join(chars)


def _moved(spans: Sequence[Span], base: int) -> Iterator[Span]:
    return (Span(base + one.start, base + one.end) for one in spans)


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for one in others)


def _sorted(marks: Sequence[Span]) -> tuple[Span, ...]:
    """Marks in order, those that overlap as one."""
    out: list[Span] = []
    for mark in sorted({one for one in marks if len(one)}):
        if out and mark.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, mark.end))
        else:
            out.append(mark)
    return tuple(out)
