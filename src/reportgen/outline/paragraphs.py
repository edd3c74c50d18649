"""Paragraphs: the lines of a source, re-joined where a fixed width broke them.

Text copied out of a PDF or a mail breaks its lines every so many characters. Such lines are put together
for reading; offsets keep pointing into the text as it came.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from reportgen.source import Line, Passage, Source, Span

SHORTEST_WIDTH, LONGEST_WIDTH = 16, 80
"""Characters a line that a fixed width may break at; shorter is verse, longer is a paragraph."""
FEWEST_LINES = 6
FULL_SHARE = 0.4
"""Share of lines that must be full before a text counts as broken at a fixed width."""
LONGER_SHARE = 0.03
SLACK = 3
"""A full line may lack so many characters: a mark or a number was carried over whole."""
INDENTED_SHARE = 0.03

TORN_SHARE = 0.06
"""Share of lines broken inside a sentence, all at one width, that shows a scar of copying."""

_STOPPED = re.compile(r"[。！？；：!?;:…”）)》】]$")
_MARKED = re.compile(
    r"[（(]?[0-9０-９一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十]+|[一二三四五六七八九十][是要]|[①-⑳]|[#—-]"
)
_DRESS = re.compile(r"[\s\u200b\ufeff]*(?:#{1,6}(?=[ \t\u3000])[\s]*)?")
_INDENT = re.compile(r"(?:\u3000| {2}|\t)[\s]*\S")
_BREAK = re.compile(r"[ \t\u3000\xa0]*\n[ \t\u3000\xa0]*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: `start`, `end` without blanks around it, `text_start` behind ``#`` and ``**``.

    `level` and `strong` are the evidence of its first line and of all its lines.
    """

    start: int
    end: int
    text_start: int
    level: int | None = None
    strong: tuple[Span, ...] = ()


def paragraphs(source: Source) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a source in order, blank lines left out."""
    width, ragged = wrap_width(source), torn_width(source)
    groups: list[list[Line]] = []
    indented = _uses_indents(source)
    for line in source.lines:
        if not line.paragraph:
            groups.append([])
        elif not groups or not groups[-1]:
            groups.append([line])
        elif _continues(source.text, groups[-1][-1], line, width, indented=indented) or (
            ragged and _torn(source.text, groups[-1][-1], line, ragged)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_paragraph(source.text, group) for group in groups if group)


def wrap_width(source: Source) -> int:
    """Return the width in characters that the lines were broken at; 0 where each line is a paragraph."""
    lengths = [len(_raw(source.text, line).rstrip()) for line in source.lines if line.paragraph]
    if len(lengths) < FEWEST_LINES:
        return 0
    counts = Counter(lengths)
    width = max(range(SHORTEST_WIDTH, LONGEST_WIDTH + 1), key=lambda w: (_full(counts, w), w))
    longer = sum(count for length, count in counts.items() if length > width)
    full = _full(counts, width)
    return width if full >= FULL_SHARE * len(lengths) and longer <= LONGER_SHARE * len(lengths) else 0


def torn_width(source: Source) -> int:
    """Return the width at which some of the lines were broken inside a sentence; 0 where none were."""
    rows = [_raw(source.text, line).strip() for line in source.lines if line.paragraph]
    counts = Counter(len(row) for row in rows if not _STOPPED.search(row) and not _MARKED.match(row))
    width = max(range(SHORTEST_WIDTH * 2, LONGEST_WIDTH + 1), key=lambda w: (_full(counts, w), w))
    return width if _full(counts, width) >= max(FEWEST_LINES, TORN_SHARE * len(rows)) else 0


def _torn(text: str, before: Line, line: Line, width: int) -> bool:
    """Whether a sentence broken at about `width` characters goes on in `line`."""
    first, second = _raw(text, before).strip(), _raw(text, line).strip()
    if before.level is not None or line.level is not None or _STOPPED.search(first) or _MARKED.match(second):
        return False
    return width - SLACK < len(first) <= width


def reading_text(passage: Passage) -> str:
    """Return a passage as it is to be read: broken lines joined, indentation and outer blanks gone.

    A blank stays only between two Latin words that a line break parted.
    """
    return join_lines(passage.text)


def join_lines(text: str) -> str:
    """Join the lines of a text; see `reading_text`."""

    def glue(found: re.Match[str]) -> str:
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        latin = before.isascii() and after.isascii() and before.isalpha() and after.isalpha()
        return " " if latin else ""

    return _BREAK.sub(glue, text.strip()) if "\n" in text else text.strip()


def _raw(text: str, line: Line) -> str:
    return text[line.span.start : line.span.end]


def _full(counts: Counter[int], width: int) -> int:
    return sum(counts[length] for length in range(width - SLACK + 1, width + 1))


def _uses_indents(source: Source) -> bool:
    rows = [line for line in source.lines if line.paragraph]
    indented = sum(bool(_INDENT.match(_raw(source.text, line))) for line in rows)
    return INDENTED_SHARE * len(rows) <= indented < len(rows)


def _continues(text: str, before: Line, line: Line, width: int, *, indented: bool) -> bool:
    """Whether `line` goes on with the paragraph of the line before it."""
    if not width or line.level is not None or before.level is not None:
        return False
    full = len(_raw(text, before).rstrip()) > width - SLACK
    return full and not (indented and bool(_INDENT.match(_raw(text, line))))


def _paragraph(text: str, group: list[Line]) -> Paragraph:
    start, end = group[0].span.start, group[-1].span.end
    while start < end and text[start] in " \t\u3000\xa0\u200b\ufeff\n":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    strong = tuple(span for line in group for span in line.strong)
    dress = _DRESS.match(text, start, end) if group[0].level else None
    behind = dress.end() if dress else start
    if text.startswith("**", behind) and any(span.start == behind + 2 for span in strong):
        behind += 2
    if text.startswith("**", end - 2) and any(span.end == end - 2 for span in strong):
        end -= 2
    return Paragraph(start, end, behind, group[0].level, strong)


def cut(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Return the part of a paragraph from `start` to `end`."""
    return replace(paragraph, start=start, end=end, text_start=max(start, paragraph.text_start))
