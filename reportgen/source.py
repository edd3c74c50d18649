"""The source text and positions in it.

Everything that reportgen prints as the speaker's words is a `Passage`: text together with its
place. Passages are made by `Source.passage` only, so holding one is proof that the words stand in
the source. Text that is ours or an editor's is a plain ``str``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

MARK = "\u2060"
"""What stands in a text for each character that belongs to the format and is no word (``**`` of Markdown).

It has no width and joins what stands on both sides; readers leave none that came with a file.
"""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    r"""A half-open range of code points in the decoded text (newlines are ``\n``, no BOM)."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """The speaker's words at one place. Make it with `Source.passage`, never by hand."""

    text: str
    span: Span

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source with the evidence its format gives about it.

    `span` leaves the newline out. `paragraph` counts from 1 what is not blank: lines, or paragraphs where
    the format has them and breaks their lines (0 for a blank line).
    `level` is a heading level stated by the format itself (Markdown ``#``, a Word style), `strong` the
    bold or otherwise marked ranges, `page` the page where the format has pages, `row` a row of a table,
    `title` a line of the title, told by its type, `marks` the ranges that are the format's and no words.
    """

    span: Span
    paragraph: int
    level: int | None = None
    strong: tuple[Span, ...] = ()
    page: int | None = None
    row: bool = False
    title: bool = False
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A position for people: all three count from 1; `paragraph` is 0 on a blank line."""

    line: int
    column: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Source:
    """A speech as it was read.

    `path` is what the user named (for messages), `stem` the base of the output names, `text` the
    decoded text, `lines` its lines in order, `sha256` the digest of the bytes that were read (hex).
    In `text` each character of the format's own marks is `MARK`; `written` has them as they lie in the file
    and the same length, so that an offset is one of both. It is given as `text` and left empty to make a
    source: both are told from the marks of the lines.
    `left_out` says what the file holds besides and is not in the text (``3 条脚注``). `kind` and `encoding`
    say in words what was read (``Word 文件``, ``GB 18030``); both are empty where nobody has told.
    `is_markdown` tells a file that goes by that name: marks of Markdown are its own and no leftovers.
    """

    path: str
    stem: str
    text: str
    sha256: str
    lines: tuple[Line, ...]
    left_out: tuple[str, ...] = ()
    kind: str = field(default="", compare=False)
    encoding: str = field(default="", compare=False)
    is_markdown: bool = field(default=False, compare=False)
    written: str = ""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.written:
            object.__setattr__(self, "written", self.text)
            object.__setattr__(self, "text", _unmarked(self.text, self.lines))
        object.__setattr__(self, "_starts", tuple(line.span.start for line in self.lines))

    @property
    def unread(self) -> str:
        """What the file holds and the text does not, in a sentence for people; empty if nothing."""
        return f"文件里还有 {'、'.join(self.left_out)}没有读入" if self.left_out else ""

    def passage(self, start: int, end: int) -> Passage:
        """Return the words from `start` to `end`.

        Raises:
            ValueError: the range is not inside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {start}:{end} is outside a text of {len(self.text)} characters")
        return Passage(self.text[start:end], Span(start, end))

    def line_at(self, offset: int) -> Line:
        """Return the line that holds `offset`."""
        return self.lines[max(bisect_right(self._starts, offset) - 1, 0)]

    def place(self, offset: int) -> Place:
        """Return line, column and paragraph of `offset`."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        line = self.lines[index]
        return Place(index + 1, offset - line.span.start + 1, line.paragraph)


def _unmarked(written: str, lines: Sequence[Line]) -> str:
    """Return a text of the same length without its marks: `MARK` for each, a tab between cells of a row."""
    pieces: list[str] = []
    at = 0
    for line in (line for line in lines if line.marks):
        bare = written[line.span.start : line.span.end].strip()
        first = written.find(bare, line.span.start)
        for mark in line.marks:
            words = written[mark.start : mark.end]
            inside = first < mark.start and mark.end < first + len(bare)
            parts = line.row and words == "|" and inside
            pieces += [written[at : mark.start], "\t" if parts else MARK * len(mark)]
            at = mark.end
    return "".join([*pieces, written[at:]])


def split_lines(text: str) -> tuple[Line, ...]:
    """Cut plain text into lines without further evidence; always at least one line."""
    lines: list[Line] = []
    start = paragraph = 0
    for raw in text.split("\n"):
        end = start + len(raw)
        blank = not raw.strip()
        paragraph += not blank
        lines.append(Line(Span(start, end), 0 if blank else paragraph))
        start = end + 1
    return tuple(lines)
