"""What is understood of a speech in the simplified characters that rules read, told in its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportgen.analysis.brief import Brief, Excerpt, Goal, Measure
from reportgen.analysis.measures import measures_and_goals
from reportgen.analysis.reading import Reading
from reportgen.analysis.tasks import tasks
from reportgen.analysis.understanding import understand
from reportgen.analysis.weights import Weights
from reportgen.outline import Document
from reportgen.outline.rewording import Rewording, readable


def understood(document: Document) -> Brief:
    """Say what a speech says, whatever characters it is written in."""
    read = readable(document.source)
    if read is document.source:
        return understand(document)
    there = Rewording(document.source, read)
    back = there.back(document, {Excerpt: _excerpt})
    said = back.of(understand(there.of(document)))
    # The places of tasks are named with the speech's own numberings.
    return replace(said, tasks=tasks(said.parts)) if said.parts else said


def weights_of(document: Document) -> Weights:
    """Return what the clauses of a speech weigh, whatever characters it is written in."""
    read = readable(document.source)
    told = document if read is document.source else Rewording(document.source, read).of(document)
    return Reading.of(told).weighing


Asked = tuple[tuple[Measure, ...], tuple[Goal, ...]]
"""Measures and goals of some paragraphs."""


def asked_around(document: Document) -> tuple[Asked, Asked]:
    """Return what a speech asks for before and behind its sections, whatever characters it is written in."""
    read = readable(document.source)
    if read is document.source:
        return _asked_around(document)
    there = Rewording(document.source, read)
    back = there.back((document.preamble, document.closing), {Excerpt: _excerpt})
    return back.of(_asked_around(there.of(document)))


def _asked_around(document: Document) -> tuple[Asked, Asked]:
    reading = Reading.of(document)
    before, behind = (
        measures_and_goals(reading.under(passages), passages)
        for passages in (document.preamble, document.closing)
    )
    return before, behind


def _excerpt(one: Any, words: Rewording) -> Excerpt:  # noqa: ANN401  a form takes values of its own type
    return Excerpt(words.of(one.passages), words.joined(one.text, one.passages))
