"""The figures of a speech, each with its clause and what is said of it there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Figure
from reportgen.analysis.clauses import Clause, excerpt
from reportgen.analysis.figures.around import Part, around, period_before
from reportgen.analysis.figures.heroes import Judged, heroes, speech_of
from reportgen.analysis.figures.judging import Setting, role_of
from reportgen.analysis.figures.numbers import Number, numbers
from reportgen.outline import Document
from reportgen.source import Passage, Span

if TYPE_CHECKING:
    from reportgen.analysis.reading import Reading

_FAR = 200
"""Characters before and behind a number, and before its sentence, within which it is spoken of."""


def figures(reading: Reading) -> tuple[Figure, ...]:
    """Return the numbers that tell an amount, each with its role; dates, durations and numbering are none."""
    found: list[Judged] = []
    document = reading.document
    for paragraph, clauses in reading.prose():
        settings = _settings(document, paragraph, clauses)
        found += (Judged(setting, role_of(setting)) for setting in settings)
    title = "".join(line.text for line in document.title)
    big = heroes(found, speech_of(title, document.source.text, found))
    said = ((one.setting.figure, one.role) for one in found)
    return tuple(replace(one, role=role, is_big=one.value.span in big) for one, role in said)


def _settings(document: Document, paragraph: Passage, clauses: tuple[Clause, ...]) -> Iterator[Setting]:
    """The figures of a sentence, each with what stands around it."""
    text = document.source.text
    start, end = clauses[0].passage.span.start, clauses[-1].passage.span.end
    for figure in of_sentence(clauses):
        at = figure.value.span.start
        own = next(one.passage.span for one in clauses if one.passage.span.start <= at < one.passage.span.end)
        left, right = max(start, at - _FAR), min(end, figure.end + _FAR)
        yield Setting(
            figure,
            text[max(own.start, left) : at],
            text[figure.end : min(own.end, right)],
            text[left:right],
            at - left,
            text[max(paragraph.span.start, start - _FAR) : start],
        )


def of_sentence(clauses: tuple[Clause, ...]) -> list[Figure]:
    """Return the figures of a sentence.

    A clause that goes on about the same thing (地区生产总值320亿元，增长8%) takes what is measured, and every
    clause the period, from those before it.
    """
    found: list[Figure] = []
    measured = period = change = None
    for clause in clauses:
        for figure, goes_on in _of_clause(clause):
            period = figure.period or period
            same = figure.change is not None and figure.change == change
            measured = measured if goes_on or (same and not figure.measured) else figure.measured
            change = figure.change
            found.append(replace(figure, measured=measured, period=period))
        period = _passage(clause, period_before(clause.passage.text, len(clause.passage.text))) or period
    return found


def _of_clause(clause: Clause) -> Iterator[tuple[Figure, bool]]:
    text = clause.passage.text
    places = numbers(text)
    said_in = excerpt([clause])
    for at, number in enumerate(places):
        said = around(text, places, at)
        parts = (said.measured, said.change, said.period)
        measured, change, period = (_passage(clause, part) for part in parts)
        value, unit = _value(clause, number)
        yield Figure(value, unit, said_in, measured, change, period), said.goes_on


def _value(clause: Clause, number: Number) -> tuple[Passage, Passage | None]:
    value = _words(clause, number.start, number.middle)
    unit = _words(clause, number.unit, number.end) if number.end > number.unit else None
    return value, unit


def _passage(clause: Clause, part: Part | None) -> Passage | None:
    return _words(clause, *part) if part else None


def _words(clause: Clause, start: int, end: int) -> Passage:
    base = clause.passage.span.start
    return Passage(clause.passage.text[start:end], Span(base + start, base + end))
