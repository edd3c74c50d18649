"""Masks filled when a brief is read: its positions are those of the speech before, its lines move along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Protocol

from reportgen.outline import Document
from reportgen.source import Passage, Source, Span


class Filling(Protocol):
    """A speech with its masks filled, and what that does to places and words; see `readers.Filling`."""

    @property
    def source(self) -> Source:
        """The speech behind it."""

    def span(self, span: Span) -> Span:
        """Return where in the speech behind something stands."""

    def offset(self, offset: int) -> int:
        """Return an offset in the speech behind."""

    def text(self, text: str, spans: Sequence[Span] = ()) -> str:
        """Return words filled, those that stand at `spans` in the speech before."""


class FillsSpeech(Protocol):
    """Fills a speech; `others` are texts beside it in which masks may stand."""

    def __call__(self, source: Source, others: Sequence[str]) -> Filling:
        """Return the speech filled."""


def moved(document: Document, filling: Filling) -> Document:
    """Return the speech before as the speech behind: every place and passage in it goes along.

    The outline is not found anew: what the editor saw as a heading stays one, however long its names.
    """
    found: Document = _moved(document, filling)
    return found


def _moved(value: Any, filling: Filling) -> Any:  # noqa: ANN401  whatever a document is made of
    if isinstance(value, Source):
        return filling.source
    if isinstance(value, Span):
        return filling.span(value)
    if isinstance(value, Passage):
        span = filling.span(value.span)
        return filling.source.passage(span.start, span.end)
    if isinstance(value, tuple):
        return tuple(_moved(one, filling) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        own = {one.name: _moved(getattr(value, one.name), filling) for one in fields(value) if one.init}
        return replace(value, **own)
    return value
