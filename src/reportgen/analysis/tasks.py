"""Rows of the checklist: a point with its measures, and owner and deadline where the text states them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.analysis.model import Excerpt, Kind, Line, Part, Task, lies_within
from reportgen.outline import Document, split_sentences
from reportgen.source import Passage, Span

_OWNER = re.compile(
    r"由(?P<owner>[\u4e00-\u9fff、（）]{2,30}?)(?:牵头|负责|承办|落实)|(?:牵头单位|责任单位|责任领导)[:：](?P<listed>[^，,。；;\n]{2,40})"
)
_DEADLINE = re.compile(
    r"(?:20\d{2}年)?(?:\d{1,2}月(?:\d{1,2}日|底|末)?|第?[一二三四]季度末?|上半年|年底|年内|月底|本月底)(?:之?前)|(?:到)?20\d{2}年(?:底|末)?前|力?争?在?(?P<in>年底前|年内)"
)
# Who did something by when is no task of anybody's.
_PAST = re.compile(r"已|去年|上年|[^不为除]了(?![解结然])")
_HAN = "零一二三四五六七八九十"


def tasks(document: Document, parts: tuple[Part, ...]) -> tuple[Task, ...]:
    """Return a task for every part that has measures of its own."""
    return tuple(_tasks(document, parts, ""))


def _tasks(document: Document, parts: tuple[Part, ...], where: str) -> Iterator[Task]:
    for number, part in enumerate(parts, 1):
        place = (
            f"第{_han(number)}部分"
            if not where
            else f"{where}{_dot(part, where)}{part.marker or f'第{number}点'}"
        )
        if not part.parts and any(m.kind is Kind.TODO for m in part.measures):
            yield _task(document, part, place)
        yield from _tasks(document, part.parts, place)


def _dot(part: Part, where: str) -> str:
    return "" if part.marker[:1] in "（(" or not where else "·"


def _task(document: Document, part: Part, where: str) -> Task:
    body = part.node.body
    start = part.node.span.start
    asked = tuple(m for m in part.measures if m.kind is Kind.TODO)
    return Task(
        part.node,
        part.name,
        tuple(m for m in asked if not _said_by(part.name, m.line)) or asked,
        part.goals,
        _stated(body, _OWNER),
        _stated(body, _DEADLINE),
        where,
        document.source.place(start).paragraph,
    )


def _said_by(headline: Line, line: Line) -> bool:
    """Whether the headline of a row says a measure already."""
    return isinstance(headline, Excerpt) and lies_within(line, Span(headline.start, headline.end))


def _stated(body: tuple[Passage, ...], pattern: re.Pattern[str]) -> Line | None:
    for paragraph in body:
        for sentence in split_sentences(paragraph):
            match = pattern.search(sentence.text)
            if match and not _PAST.search(sentence.text):
                group = next((k for k, v in match.groupdict().items() if v), 0)
                start, end = (sentence.span.start + place for place in match.span(group))
                return Excerpt((Passage(match[group], Span(start, end)),), match[group])
    return None


def _han(number: int) -> str:
    if number <= 10:  # noqa: PLR2004
        return _HAN[number]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else _HAN[tens]) + "十" + (_HAN[ones] if ones else "")
