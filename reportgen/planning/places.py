"""Where something stands, as people count: paragraphs of the text after title and salutation."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.outline import reading_text
from reportgen.outline.paragraphs import Paragraph, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportgen.analysis import Line
    from reportgen.outline import Document
    from reportgen.source import Passage


@dataclass(frozen=True, slots=True)
class Places:
    """The paragraphs of a speech and their numbers.

    `numbers` holds a number a paragraph: 1 is the first after title and salutation; those in the head, and
    those that are not the speech, have 0.
    A paragraph that the head shares with the text (a speech copied out of a web page) counts. `talk` is the
    speech where several speak in turns, and a place says who.
    """

    paragraphs: tuple[Paragraph, ...]
    numbers: tuple[int, ...]
    starts: tuple[int, ...]
    talk: Document | None = None

    @classmethod
    def of(cls, document: Document) -> Places:
        """Count the paragraphs of a speech."""
        whole = paragraphs(document.source)
        starts = tuple(paragraph.start for paragraph in whole)
        besides = [passage for block in document.apart for passage in block.passages]
        head = {_index(starts, one.span.start) for one in (*head_passages(document), *besides)}
        head -= {_index(starts, offset) for offset in _text_starts(document)}
        numbers: list[int] = []
        count = 0
        for index in range(len(whole)):
            count += index not in head
            numbers.append(0 if index in head else count)
        return cls(whole, tuple(numbers), starts, document if document.speakers else None)

    def number(self, offset: int) -> int:
        """Return the number of the paragraph at `offset`."""
        return self.numbers[_index(self.starts, offset)] if self.numbers else 0

    def anchor(self, lines: Iterable[Line]) -> str:
        """Return where some lines stand (``原文第 5 段``, ``原文第 5—7 段``); empty for an editor's.

        Where several speak in turns it says who, if it is one of them (``原文第 5 段，张三``).
        """
        lines = list(lines)
        found = [
            self.number(offset)
            for line in lines
            if isinstance(line, Excerpt)
            for offset in (line.start, line.end - 1)
        ]
        if not any(found):
            return ""
        first, last = min(filter(None, found)), max(found)
        where = f"原文第 {first} 段" if first == last else f"原文第 {first}—{last} 段"
        return where + self._speaker(lines)

    def short(self, lines: Iterable[Line]) -> str:
        """Return where some lines stand without saying of what: ``第 5 段``."""
        return self.anchor(lines).removeprefix("原文")

    def _speaker(self, lines: Iterable[Line]) -> str:
        if self.talk is None:
            return ""
        found = {self.talk.speaker_at(line.start) for line in lines if isinstance(line, Excerpt)}
        names = {reading_text(one) for one in found if one}
        return f"，{names.pop()}" if len(names) == 1 and None not in found else ""


def head_passages(document: Document) -> tuple[Passage, ...]:
    """Return title, letterhead, byline, date and salutation, as far as the speech has them."""
    single = (document.subtitle, document.byline, document.date, document.salutation)
    return (*document.title, *document.letterhead, *(passage for passage in single if passage))


def _index(starts: tuple[int, ...], offset: int) -> int:
    return max(bisect_right(starts, offset) - 1, 0)


def _text_starts(document: Document) -> tuple[int, ...]:
    """Where the text proper begins: the first paragraph of the preamble, the first node."""
    first = (*document.preamble[:1], *(node.heading for node in document.nodes[:1]))
    return tuple(passage.span.start for passage in first)
