"""Files inside a document whose text belongs into it (ISO/IEC 29500-1, 17.17.2, `w:altChunk`).

Programs that put documents together leave them so, and Word takes them in when it opens the whole. Each is
read by the reader of its kind; what cannot be read is counted, and the rest of the document stands.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.errors import SourceError
from reportgen.office.markup import marks_of
from reportgen.readers.docx.printed import Block, Fragment, RunLook
from reportgen.readers.formats import FORMATS, TEXT, Speech, recognise
from reportgen.readers.limits import LARGEST_PART, MOST_MARKS
from reportgen.source import MARK
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.source import Line, Source

UNREAD = "个插入的文件"
"""What a file inside is called that could not be read."""
DEEPEST = 2
"""Word documents inside each other; a zip can be made that holds itself."""
MOST = 100
"""Files inside a document that are read."""
MOST_CONVERTED = 3
"""Files inside that LibreOffice has to read, some seconds each."""
MOST_MARKS_INSIDE = MOST_MARKS // 2
"""Elements and attributes of all files inside; the document itself may have as many as any."""

_BYTES_A_MARK = LARGEST_PART // MOST_MARKS_INSIDE
_BOLD = RunLook(bold=True)
# Word does not print what a page calls itself in the window's head.
_WINDOW_TITLE = lazy(rb"<title\b[^>]*>[^<]*</title\s*>", re.IGNORECASE)
_PAGES = (".html", ".htm", ".xhtml")
_COUNTED = lazy(r"(\d+) (.+)")


def is_word(data: bytes) -> bool:
    """Whether a file inside is a Word document itself, whose styles and numbers are its own."""
    return recognise(data).name in {"docx", "flat-word"}


@dataclass(slots=True)
class Budget:
    """What the files inside a document, and those inside them, have cost so far."""

    files: int = 0
    converted: int = 0
    marks: int = 0


class Chunks:
    """Reads the files inside one document, and counts what is left out of them."""

    def __init__(self, name: str, budget: Budget | None = None) -> None:
        self._name = name
        self.budget = budget or Budget()
        self.left_out: Counter[str] = Counter()

    def admits(self, data: bytes | None) -> bool:
        """Count a file; whether there is one, and all of them are not too many or too large.

        One of them may be named many times, so that a small file becomes a large text.
        """
        self.budget.files += 1
        self.budget.marks += len(data or b"") // _BYTES_A_MARK
        return bool(data) and self.budget.files <= MOST and self.budget.marks <= MOST_MARKS_INSIDE

    def unread(self) -> list[Block]:
        """Count a file that cannot be read."""
        self.left_out[UNREAD] += 1
        return []

    def read(self, named: str, data: bytes) -> list[Block]:
        """Return the lines of a file that is no Word document.

        Its name is asked as well: a piece of a page may show too few tags to be told by its content.
        """
        kind = recognise(data)
        if kind is TEXT and named.lower().endswith(_PAGES):
            kind = next(row for row in FORMATS if row.name == "html")
        self.budget.marks += marks_of(data)
        if not isinstance(kind.holds, Speech) or not self._affords(kind.holds):
            return self.unread()
        bare = _WINDOW_TITLE.sub(b"", data) if kind.name in {"html", "mhtml"} else data
        try:
            source = kind.holds.read(bare, self._name, "")
        except SourceError:
            return self.unread() if kind is not TEXT or data.strip() else []
        for told in source.left_out:
            found = _COUNTED.fullmatch(told)
            self.left_out[found[2] if found else told] += int(found[1]) if found else 1
        return [_block(source, line) for line in source.lines]

    def _affords(self, holds: Speech) -> bool:
        if not holds.reader.startswith("office:"):
            return True
        self.budget.converted += 1
        return self.budget.converted <= MOST_CONVERTED


def _block(source: Source, line: Line) -> Block:
    pieces = tuple(piece for piece in _pieces(source, line) if piece.text)
    return Block(pieces, line.level, row=line.row, title=line.title)


def _pieces(source: Source, line: Line) -> Iterator[Fragment]:
    at = line.span.start
    for span in line.strong:
        yield _fragment(source.text[at : span.start], RunLook())
        yield _fragment(source.text[span.start : span.end], _BOLD)
        at = span.end
    yield _fragment(source.text[at : line.span.end], RunLook())


def _fragment(text: str, look: RunLook) -> Fragment:
    return Fragment(text.replace(MARK, ""), look)
