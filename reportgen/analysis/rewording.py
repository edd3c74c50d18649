"""What is understood of a speech in the simplified characters that rules read, told in its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportgen.analysis.brief import Brief, Excerpt, Goal, Measure
from reportgen.analysis.measures import measures_and_goals
from reportgen.analysis.reading import Reading
from reportgen.analysis.tasks import tasks
from reportgen.analysis.understanding import understand
from reportgen.outline import Document
from reportgen.outline.rewording import Rewording, readable
from reportgen.source import Passage


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


def asked_in(
    document: Document, paragraphs: tuple[Passage, ...]
) -> tuple[tuple[Measure, ...], tuple[Goal, ...]]:
    """Return what some paragraphs of a speech ask for, whatever characters it is written in."""
    read = readable(document.source)
    if read is document.source:
        return _asked(document, paragraphs)
    there = Rewording(document.source, read)
    back = there.back(paragraphs, {Excerpt: _excerpt})
    return back.of(_asked(there.of(document), there.of(paragraphs)))


def _asked(
    document: Document, paragraphs: tuple[Passage, ...]
) -> tuple[tuple[Measure, ...], tuple[Goal, ...]]:
    return measures_and_goals(Reading.of(document).under(paragraphs), paragraphs)


def _excerpt(one: Any, words: Rewording) -> Excerpt:  # noqa: ANN401  a form takes values of its own type
    return Excerpt(words.of(one.passages), words.joined(one.text, one.passages))
