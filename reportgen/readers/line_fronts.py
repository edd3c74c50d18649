"""What a mail or an editor sets in front of every line of a text, and what is no word of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.source import Line, Span
from reportgen.text.patterns import lazy

_QUOTED = lazy(r"[ \t]*(?:>[ \t]?)+")
_NUMBERED = lazy(r"[ \t]*(\d{1,4})(?:[ \t]?[:：|│][ \t]?|\t| {1,4}(?=\S)|[ \t]*$)")
# A line that has a number of its own: numbers of lines stand in front of those of headings as well.
_HEADING = lazy(r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])\S")
_FEWEST = 3
_MOST = 0.8
"""Share of lines that a mail quotes; above them stands who wrote when."""


def without_fronts(lines: Sequence[Line], text: str) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Mark what stands in front of lines as none of their words; return what was marked, counted."""
    raws = [text[line.span.start : line.span.end] for line in lines]
    filled = [at for at, raw in enumerate(raws) if raw.strip()]
    quoted = {at: found for at in filled if (found := _QUOTED.match(raws[at]))}
    if len(quoted) >= _FEWEST and len(quoted) >= _MOST * len(filled):
        return tuple(_marked(lines, raws, quoted)), ()
    numbered = {at: found for at in filled if (found := _NUMBERED.match(raws[at]))}
    if len(numbered) == len(filled) >= _FEWEST and _are_of_lines(numbered, raws):
        return tuple(_marked(lines, raws, numbered)), (f"{len(numbered)} 个行号",)
    return tuple(lines), ()


def _are_of_lines(numbered: dict[int, re.Match[str]], raws: Sequence[str]) -> bool:
    """Whether numbers count lines, blank ones or not, and not the items of a list."""
    at, values = list(numbered), [int(found[1]) for found in numbered.values()]
    by_lines = all(value - values[0] == line - at[0] for line, value in zip(at, values, strict=True))
    by_filled = all(value - values[0] == number for number, value in enumerate(values))
    heads = any(_HEADING.match(raws[line][found.end() :]) for line, found in numbered.items())
    return heads and (by_lines or by_filled)


def _marked(lines: Sequence[Line], raws: Sequence[str], fronts: dict[int, re.Match[str]]) -> Iterator[Line]:
    paragraph = 0
    for at, line in enumerate(lines):
        end = fronts[at].end() if at in fronts else 0
        blank = not raws[at][end:].strip()
        paragraph += not blank
        start = line.span.start
        marks = (Span(start, start + end),) if end else ()
        yield replace(line, paragraph=0 if blank else paragraph, marks=marks)
