"""A block of a file that is not the speech, and what kinds of them there are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportgen.outline.paragraphs import Paragraph
from reportgen.source import MARK, Passage, Span


class ApartKind(StrEnum):
    """What a block is that is not the speech."""

    FURNITURE = "furniture"
    CHAT = "chat"
    FORM = "form"
    FORWARDING = "forwarding"
    NEWS = "news"
    LEAD = "lead"
    ATTENDANCE = "attendance"
    CREDIT = "credit"
    SITE = "site"
    NOTES = "notes"
    ATTACHMENT = "attachment"
    DOCUMENT = "document"
    QUESTIONS = "questions"
    REPEATED = "repeated"
    TABLE = "table"


ADDED = frozenset({ApartKind.FURNITURE, ApartKind.CHAT, ApartKind.SITE})
"""What pages and programs put around a speech, and none of its writers wrote."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A block that is not the speech, a passage a paragraph; nothing of the file stands between them."""

    kind: ApartKind
    passages: tuple[Passage, ...]

    @property
    def span(self) -> Span:
        """From the first paragraph to the end of the last."""
        return Span(self.passages[0].span.start, self.passages[-1].span.end)


Rule = Callable[[str, Sequence[Paragraph]], Collection[int]]
"""Takes a text and its paragraphs, and returns the places of those that are not the speech."""


def line_of(text: str, row: Paragraph) -> str:
    """Return a paragraph without the marks that dress it."""
    return text[row.text_start : row.end].strip(f"*# \t\u3000\xa0{MARK}")


def length(rows: Sequence[Paragraph]) -> int:
    """Return how many characters some paragraphs have."""
    return sum(row.end - row.start for row in rows)
