"""What a mail, an editor or a form sets in front of lines of a text, and what is no word of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from reportgen.source import Line, Span
from reportgen.text.patterns import lazy

_QUOTED = lazy(r"[ \t]*(?:>[ \t]?)+")
_NUMBERED = lazy(r"[ \t]*(\d{1,4})(?:[ \t]?[:：|│][ \t]?|\t| {1,4}(?=\S)|[ \t]*$)")
# A line that has a number of its own: numbers of lines stand in front of those of headings as well.
_HEADING = lazy(r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])\S")
# What a form or a data base puts in front; where a text comes from is told with what pages put around it.
_LABEL = lazy(
    r"\s*(?:(?P<title>标题|题目)(?=[:：]\s*\S)|作者|讲话人|日期|时间|(?P<kept>来源|出处)|正文(?=[:：]\s*$))"
    r"[:：][ \t\u3000]*"
)
_FEWEST_LABELS = 2
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
    labels = _labels(raws, filled)
    return tuple(_marked(lines, raws, labels, titles=list(labels)[:1])), ()


def _labels(raws: Sequence[str], filled: Sequence[int]) -> dict[int, re.Match[str]]:
    """The lines in front that say what each of them is; the first is the title, and one at least follows."""
    found = {}
    for number, at in enumerate(filled):
        label = _LABEL.match(raws[at])
        if label is None or bool(label["title"]) == bool(number):
            break
        if not label["kept"]:
            found[at] = label
    return found if len(found) >= _FEWEST_LABELS else {}


def _are_of_lines(numbered: dict[int, re.Match[str]], raws: Sequence[str]) -> bool:
    """Whether numbers count lines, blank ones or not, and not the items of a list."""
    at, values = list(numbered), [int(found[1]) for found in numbered.values()]
    by_lines = all(value - values[0] == line - at[0] for line, value in zip(at, values, strict=True))
    by_filled = all(value - values[0] == number for number, value in enumerate(values))
    heads = any(_HEADING.match(raws[line][found.end() :]) for line, found in numbered.items())
    return heads and (by_lines or by_filled)


def _marked(
    lines: Sequence[Line],
    raws: Sequence[str],
    fronts: dict[int, re.Match[str]],
    titles: Collection[int] = (),
) -> Iterator[Line]:
    paragraph = 0
    for at, line in enumerate(lines):
        end = fronts[at].end() if at in fronts else 0
        blank = not raws[at][end:].strip()
        paragraph += not blank
        start = line.span.start
        marks = (Span(start, start + end),) if end else ()
        level = 1 if at in titles else None
        yield replace(line, paragraph=0 if blank else paragraph, marks=marks, level=level)
