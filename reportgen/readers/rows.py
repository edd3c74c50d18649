"""Sources made of paragraphs that a format gave us, instead of text as it lay in a file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.readers.tidying import close_up, tidy
from reportgen.source import Line, Source, Span


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look: `strong` where they are set off as headings are."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph to be, without line breaks: its runs, its heading level and page where known."""

    runs: tuple[Run, ...]
    level: int | None = None
    page: int | None = None

    @property
    def text(self) -> str:
        """The words of all runs."""
        return "".join(run.text for run in self.runs)


def source_of(rows: Iterable[Row], data: bytes, name: str, stem: str) -> Source:
    """Make a source with a line for each row; `data` is what was read, for its digest."""
    texts: list[str] = []
    lines: list[Line] = []
    at = paragraph = 0
    for row in rows:
        text, strong = _laid(row, at)
        blank = not text.strip()
        paragraph += not blank
        lines.append(Line(Span(at, at + len(text)), 0 if blank else paragraph, row.level, strong, row.page))
        texts.append(text)
        at += len(text) + 1
    lines = lines or [Line(Span(0, 0), 0)]
    return Source(name, stem, "\n".join(texts), hashlib.sha256(data).hexdigest(), tuple(lines))


def _laid(row: Row, at: int) -> tuple[str, tuple[Span, ...]]:
    """The text of a row, and where in the whole its strong runs lie."""
    pieces: list[str] = []
    strong: list[Span] = []
    for run in row.runs:
        piece = tidy(run.text).replace("\n", " ")
        end = at + len(piece)
        if run.strong and piece.strip():
            start = strong.pop().start if strong and strong[-1].end == at else at
            strong.append(Span(start, end))
        pieces.append(piece)
        at = end
    text = "".join(pieces)
    closed = close_up(text)
    if closed == text:
        return text, tuple(strong)
    # Blanks went: a range is kept only where it is the whole row.
    whole = len(strong) == 1 and len(strong[0]) == len(text)
    return closed, (Span(at - len(text), at - len(text) + len(closed)),) if whole else ()
