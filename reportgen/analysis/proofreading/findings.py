"""What proofreading works on and what it says: `Script`, `Remark`, `Rule`, `Finding`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from reportgen.errors import Severity
from reportgen.outline import Document
from reportgen.outline.paragraphs import paragraphs
from reportgen.source import MARK, Source, Span
from reportgen.text.patterns import lazy

_BREAK = lazy(rf"(?<![ \t\u3000\xa0])[ \t\u3000\xa0]*\n[ \t\u3000\xa0]*|{MARK}+")
_PLAIN = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


@dataclass(frozen=True, slots=True)
class Remark:
    """One place that a rule does not like, what is wrong there, and what to write instead."""

    span: Span
    message: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark with the rule that made it and how grave it is."""

    rule: str
    severity: Severity
    span: Span
    message: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    r"""A speech as rules read it.

    `text` is the reading text: the paragraphs without indents, lines that a fixed width broke joined, one
    ``\n`` between paragraphs. `plain` is the same with half-width digits, for rules about numbers. Offsets
    in both are alike; `span` leads back to the source.
    """

    document: Document
    text: str
    plain: str
    masks: tuple[Span, ...] = ()
    _reading: tuple[int, ...] = field(default=(), repr=False)
    _sources: tuple[int, ...] = field(default=(), repr=False)

    @property
    def source(self) -> Source:
        """The speech as it was read."""
        return self.document.source

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of a range of the reading text."""
        first = self._offset(start)
        return Span(first, max(self._offset(end - 1) + 1, first) if end > start else first)

    def remark(
        self, found: re.Match[str], message: str, suggestion: str = "", group: int | str = 0
    ) -> Remark:
        """Return a remark about what a pattern (or one group of it) found in the reading text."""
        return Remark(self.span(*found.span(group)), message, suggestion)

    def paragraph(self, at: int) -> tuple[int, int]:
        """Return where the paragraph around an offset of the reading text begins and ends."""
        end = self.text.find("\n", at)
        return self.text.rfind("\n", 0, at) + 1, len(self.text) if end < 0 else end

    def paragraphs(self) -> Iterator[tuple[int, str]]:
        """Yield each paragraph's offset in the reading text, and its words."""
        start = 0
        for words in self.text.split("\n"):
            yield start, words
            start += len(words) + 1

    def reading(self, offset: int) -> int:
        """Return the offset in the reading text of a source offset (of what follows, where left out)."""
        at = max(bisect_right(self._sources, offset) - 1, 0)
        end = self._reading[at + 1] if at + 1 < len(self._reading) else len(self.text)
        return min(self._reading[at] + max(offset - self._sources[at], 0), end)

    def _offset(self, offset: int) -> int:
        at = max(bisect_right(self._reading, offset) - 1, 0)
        return self._sources[at] + offset - self._reading[at]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of fault.

    `evidence` says what in the text makes the rule speak, `basis` where the norm stands. A `folded` rule is
    about a habit: where a speech has many such places only the first is shown, with their number.
    """

    name: str
    title: str
    severity: Severity
    evidence: str
    basis: str
    find: Callable[[Script], Iterable[Remark]]
    folded: bool = False


def script_of(document: Document, masks: Iterable[Span] = ()) -> Script:
    """Make the reading text of a speech."""
    pieces: list[str] = []
    reading: list[int] = [0]
    sources: list[int] = [0]
    length = 0
    text = document.source.text
    for row in paragraphs(document.source):
        for start, end in _unbroken(text, row.text_start, row.end):
            reading.append(length)
            sources.append(start)
            pieces.append(text[start:end])
            length += end - start
        pieces.append("\n")
        length += 1
    joined = "".join(pieces)
    return Script(document, joined, joined.translate(_PLAIN), tuple(masks), tuple(reading), tuple(sources))


def _unbroken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a paragraph between the format's marks and where a fixed width broke it."""
    for found in _BREAK.finditer(text, start, end):
        latin = text[found.start() - 1].isascii() and text[found.end() : found.end() + 1].isascii()
        # Two Latin words keep a blank between them: the one that begins the break.
        yield start, found.start() + (latin and text[found.start()] not in {"\n", MARK})
        start = found.end()
    yield start, end
