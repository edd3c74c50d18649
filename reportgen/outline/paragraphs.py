"""Paragraphs: the lines of a source, re-joined where a fixed width broke them.

Text copied out of a PDF or a mail breaks its lines every so many characters. Such lines are put together
for reading; offsets keep pointing into the text as it came.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reportgen.outline.lone_numbers import lone_numbers
from reportgen.outline.wrapping import wrapping
from reportgen.source import MARK, Line, Passage, Source, Span
from reportgen.text.patterns import lazy

_AROUND = f" \t\u3000\xa0\u200b\ufeff\n{MARK}"
_DRESS = lazy(r"[\s\u200b\ufeff]*(?:#{1,6}(?=[ \t\u3000])[\s]*)?")
# Marks that set a whole paragraph: quotes, headings, items, rows; those of bold words are none of them.
_FRONT = lazy(r"(?:[>|\s]|#{1,6}(?=\s)|[-*+](?=\s))*")
_LONE = lazy(r"[一二三四五六七八九十]{1,3}|\d{2}")
_BREAK = lazy(r"(?<![ \t\u3000\xa0])[ \t\u3000\xa0]*(?:\n[ \t\u3000\xa0]*)+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: `start`, `end` without blanks and marks around it, `text_start` behind ``#``.

    `level` and `strong` are the evidence of its first line and of all its lines; `row`: a row of a table;
    `title`: a line of the title, told by its type; `dress`: the marks in front of it (``>``, ``-``).
    """

    start: int
    end: int
    text_start: int
    level: int | None = None
    strong: tuple[Span, ...] = ()
    row: bool = False
    title: bool = False
    dress: str = ""


def paragraphs(source: Source) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a source in order, blank lines left out."""
    lines = wrapping(source)
    numbers = lone_numbers(source)
    groups: list[list[Line]] = []
    blank = True
    for line in source.lines:
        if not line.paragraph or not source.text[line.span.start : line.span.end].strip(_AROUND):
            blank = True
            continue
        before = groups[-1][-1] if groups else None
        goes_on = lines.goes_on_behind_blank if blank else lines.goes_on
        if before and (before.span.start in numbers or goes_on(before, line)):
            groups[-1].append(line)
        else:
            groups.append([line])
        blank = False
    return tuple(_paragraph(source, group) for group in groups)


def reading_text(passage: Passage) -> str:
    """Return a passage as it is to be read: broken lines joined, indentation, outer blanks and marks gone.

    A blank stays between two Latin words that a line break parted, and behind a number on a line of its own.
    """
    return join_lines(passage.text)


def join_lines(text: str) -> str:
    """Join the lines of a text; see `reading_text`."""

    def glue(found: re.Match[str]) -> str:
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        latin = before.isascii() and after.isascii() and before.isalpha() and after.isalpha()
        if latin:
            return " "
        return "\u3000" if _LONE.fullmatch(text[: found.start()].strip()) else ""

    text = text.replace(MARK, "") if MARK in text else text
    return _BREAK.sub(glue, text.strip()) if "\n" in text else text.strip()


def _paragraph(source: Source, group: list[Line]) -> Paragraph:
    text = source.text
    start, end = group[0].span.start, group[-1].span.end
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == MARK):
        end -= 1
    strong = tuple(span for line in group for span in line.strong)
    dress = _DRESS.match(text, start, end) if group[0].level else None
    behind = dress.end() if dress else start
    first = group[0]
    front = _FRONT.match(source.written, first.span.start, start)
    marks = front[0].strip() if front else ""
    return Paragraph(start, end, behind, first.level, strong, first.row, first.title, marks)


def cut(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Return the part of a paragraph from `start` to `end`."""
    dress = paragraph.dress if start == paragraph.start else ""
    return replace(paragraph, start=start, end=end, text_start=max(start, paragraph.text_start), dress=dress)
