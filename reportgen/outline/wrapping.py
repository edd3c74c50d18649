"""Whether a fixed width broke the lines of a text, and which line goes on in the next.

Text copied out of a PDF or a mail breaks its lines every so many characters, or every so many widths of a
Han character (Latin letters and digits take half of one). Sometimes only a page of it does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportgen.outline.markers import opening
from reportgen.source import Line, Source
from reportgen.text.patterns import lazy

SHORTEST_WIDTH, LONGEST_WIDTH = 16, 80
"""Where a fixed width may break a line; shorter is verse, longer is a paragraph."""
SHORTEST_TORN = 32
"""The same where only some of the lines were broken: headings are shorter."""
FEWEST_LINES = 6
FULL_SHARE = 0.4
"""Share of lines that must be full before a text counts as broken at a fixed width."""
LONGER_SHARE = 0.03
SLACK = 3
"""How much a full line may lack: a mark or a number was carried over whole."""
INDENTED_SHARE = 0.03
"""Share of indented lines that makes indents the sign of a paragraph."""
TOUCHING_SHARE = 0.1
"""Share of lines without a blank line behind them up to which blank lines say nothing."""
TORN_SHARE = 0.06
"""Share of lines broken inside a sentence, all at one width, that shows a scar of copying."""

_STOPPED = lazy(r"[。！？；：!?;:…”）)》】]$")
_ENDED = lazy(r"[。！？：；!?:;…][”’）)】》]?$")
_NUMBERED = lazy(rf"{opening(floating=True).pattern}|#")  # or a heading of Markdown
# What is never torn: a number or a Latin word, or a Han character with the marks that cannot begin a line.
_WORD = lazy(r"(?:[0-9A-Za-z.%]+|.)[，。；：、！？”’）》】]*")
# Marks that a program may hang over the end of a full line (JLREQ 3.8.2; Word calls it 允许标点溢出边界).
_HANGING = "，。；：、！？,.;:!?”’）》】"
# A number or Latin word that a line break tears: what ends the first line, what begins the second, and what
# the first must be beside, for it may be a heading (拥抱AI), a title (… 2025) or a cell.
_PROSE = lazy("[，。；：]")
_LONE_WORD = lazy("^[A-Za-z]{1,8}$")
_HAN = lazy("[\u4e00-\u9fff]")
_ITEM = lazy(r"\d{1,3}[.．、)）](?!\d)|[a-z][.．、)）]|\d{4}年")
_TORN_INSIDE: tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...] = (
    (lazy(r"[A-Za-z]$"), lazy(r"\d+[.．]\d+[\u4e00-\u9fff]"), _LONE_WORD),
    (lazy(r"[A-Za-z]$"), lazy(r"\d+(?:[.．]\d+)?[\u4e00-\u9fff%％]"), _PROSE),
    (lazy(r"\d[.．]?$"), lazy(r"\d+(?:[.．]\d+)?[\u4e00-\u9fff%％]"), _PROSE),
    (lazy(r"\d$"), lazy(r"[.．]\d+[\u4e00-\u9fff%％]|[%％‰℃亿万元]"), _HAN),
    (lazy(r"(?<!\d)\d{4}$"), lazy(r"年(?!度)"), _HAN),
    (lazy(r"[A-Za-z]$"), lazy(r"[a-z]+[\u4e00-\u9fff，。；]"), _HAN),
)
_INDENT = lazy(r"(?:\u3000| {2}|\t)[\s]*\S")

Measure = Callable[[str], int]


def em(text: str) -> int:
    """Return the width of a line in Han characters, rounded up."""
    return len(text) - sum(map(str.isascii, text)) // 2


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the lines of a source were broken: `width` 0 where they were not, `torn` 0 where none was.

    `indented` where paragraphs begin with an indent, `spaced` where a blank line stands behind every line.
    """

    text: str
    width: int
    torn: int
    indented: bool
    spaced: bool
    measure: Measure

    def goes_on(self, before: Line, line: Line) -> bool:
        """Whether `line` goes on with the paragraph of the line before it."""
        if any(one.level is not None or one.row or one.title for one in (before, line)):
            return False
        return self._full(before, line) or self._torn(before, line) or self._torn_inside(before, line)

    def goes_on_behind_blank(self, before: Line, line: Line) -> bool:
        """The same where blank lines part the two: each line has one, or a page ended in a sentence."""
        if self.spaced:
            return self.goes_on(before, line)
        first, second = _raw(self.text, before).rstrip(), _raw(self.text, line)
        inside = not _NUMBERED.match(second.strip()) and (self.indented or not _STOPPED.search(first))
        return bool(self.width) and inside and self.goes_on(before, line)

    def _full(self, before: Line, line: Line) -> bool:
        """Whether what begins the next line had no room in this one, give or take a hanging mark."""
        first, second = _raw(self.text, before).rstrip(), _raw(self.text, line)
        if not self.width or (self.indented and _INDENT.match(second)):
            return False
        if not self.indented and _ENDED.search(first) and self._begins(second.strip()):
            return False
        word = _WORD.match(second.strip())
        return self.measure(first) + self.measure(word[0] if word else "") >= self.width

    def _begins(self, line: str) -> bool:
        """Whether a line behind a full one that ends a sentence begins a paragraph: numbered or a heading."""
        heading = self.measure(line) < self.width - SLACK and not _STOPPED.search(line)
        return heading or bool(_NUMBERED.match(line))

    def _torn(self, before: Line, line: Line) -> bool:
        first, second = _raw(self.text, before).strip(), _raw(self.text, line).strip()
        if not self.torn or _STOPPED.search(first) or _NUMBERED.match(second):
            return False
        return self.torn - SLACK < len(first) <= self.torn

    def _torn_inside(self, before: Line, line: Line) -> bool:
        """Whether the break parts a number or a Latin word of a sentence, whatever the width."""
        first, second = _raw(self.text, before).strip(), _raw(self.text, line).strip()
        if _ITEM.match(second) or not _PROSE.search(second) or first.startswith("#"):
            return False
        return any(
            ends.search(first) and begins.match(second) and beside.search(first)
            for ends, begins, beside in _TORN_INSIDE
        )


def wrapping(source: Source) -> Wrapping:
    """Tell how the lines of a source were broken."""
    lines = [line for line in source.lines if line.paragraph]
    rows = [_raw(source.written, line).rstrip() for line in lines]
    width, _, measure = max(
        (_width(rows, measure) for measure in (len, em)), key=lambda found: (bool(found[0]), found[1])
    )
    indents = sum(bool(_INDENT.match(row)) for row in rows)
    indented = INDENTED_SHARE * len(rows) <= indents < len(rows)
    touching = sum(two.span.start == one.span.end + 1 for one, two in pairwise(lines))
    spaced = touching <= TOUCHING_SHARE * len(rows)
    return Wrapping(source.written, width, _torn_width(rows), indented, spaced, measure)


def _width(rows: Sequence[str], measure: Measure) -> tuple[int, int, Measure]:
    """The width that broke the lines, how many it filled, and what it is measured in."""
    counts = Counter(measure(row.rstrip(_HANGING)) for row in rows)
    width = _commonest(counts, SHORTEST_WIDTH)
    full, longer = _near(counts, width), sum(count for length, count in counts.items() if length > width)
    broken = full >= FULL_SHARE * len(rows) and longer <= LONGER_SHARE * len(rows)
    return width if broken and len(rows) >= FEWEST_LINES else 0, full, measure


def _torn_width(rows: Sequence[str]) -> int:
    plain = [row.strip() for row in rows]
    counts = Counter(len(row) for row in plain if not _STOPPED.search(row) and not _NUMBERED.match(row))
    width = _commonest(counts, SHORTEST_TORN)
    return width if _near(counts, width) >= max(FEWEST_LINES, TORN_SHARE * len(rows)) else 0


def _commonest(counts: Counter[int], shortest: int) -> int:
    return max(range(shortest, LONGEST_WIDTH + 1), key=lambda width: (_near(counts, width), width))


def _near(counts: Counter[int], width: int) -> int:
    return sum(counts[length] for length in range(width - SLACK + 1, width + 1))


def _raw(text: str, line: Line) -> str:
    return text[line.span.start : line.span.end]
