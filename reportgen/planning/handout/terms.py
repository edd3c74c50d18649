"""关键提法: the set phrases of a speech with their places, in two columns."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.outline import reading_text
from reportgen.planning.handout.parts import TermEntry
from reportgen.planning.length import Degree
from reportgen.planning.wording import glossed

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Term
    from reportgen.planning.handout.sheet import Sheet
    from reportgen.planning.places import Places

_COUNTS = {Degree.BRIEF: 6, Degree.STANDARD: 16}
"""Phrases that are told: a reader looks through some eight lines of two."""


def plan_terms(brief: Brief, places: Places, degree: Degree) -> tuple[TermEntry, ...]:
    """Return the phrases of the weightiest sentences in the speech's order; those of one sentence together.

    What a phrase stands for, where the brief says it, makes a further line of the cell.
    """
    kept = set(sorted(brief.terms, key=lambda term: -brief.weight(term.context))[: _COUNTS.get(degree)])
    terms = [term for term in brief.terms if term in kept]
    return tuple(
        _entry(brief, tuple(group), places) for _, group in groupby(terms, key=lambda one: one.context)
    )


def _entry(brief: Brief, terms: tuple[Term, ...], places: Places) -> TermEntry:
    text = brief.document.source.text
    names = dict.fromkeys(_quoted(text, term) for term in terms)
    line = terms[0].context
    number = places.number(line.start) if isinstance(line, Excerpt) else 0
    meanings = tuple(dict.fromkeys(filter(None, map(glossed, terms))))
    # Two quotations need no mark between them (GB/T 15834-2011, 4.5.3.5).
    joint = "" if all(name.startswith("“") for name in names) else "　"
    return TermEntry(joint.join(names), places.short((line,)), number, meanings)


def _quoted(text: str, term: Term) -> str:
    """A phrase in the quotes that it has in the speech."""
    words, span = reading_text(term.text), term.text.span
    return (
        f"“{words}”"
        if text[span.start - 1 : span.start] == "“" and text[span.end : span.end + 1] == "”"
        else words
    )


def in_columns(entries: tuple[TermEntry, ...]) -> tuple[tuple[TermEntry, ...], ...]:
    """Return rows of two cells, read down the first column and then down the second; a gap is empty."""
    half = (len(entries) + 1) // 2
    right = (*entries[half:], TermEntry(""))
    return tuple((entries[at], right[at]) for at in range(half))


def unexplained(rows: tuple[tuple[TermEntry, ...], ...]) -> tuple[tuple[TermEntry, ...], ...]:
    """Return rows without what their phrases stand for."""
    return tuple(tuple(replace(one, meanings=()) for one in row) for row in rows)


def terms_heights(rows: tuple[tuple[TermEntry, ...], ...], sheet: Sheet) -> tuple[float, ...]:
    """Return the height of each row in pt."""
    return tuple(max(_height(one, sheet) for one in row) for row in rows)


def _height(entry: TermEntry, sheet: Sheet) -> float:
    face, grid = sheet.face("Term"), sheet.tables["terms"]
    lines = [f"{entry.names}　{entry.place}", *entry.meanings]
    return grid.row(1, sum(face.height(line, grid.room("term")) for line in lines))
