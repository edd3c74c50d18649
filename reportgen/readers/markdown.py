"""What Markdown says about lines: heading levels and bold ranges, as evidence.

The text itself stays as it is, so offsets keep pointing into the file. In speeches ``**`` is as often a
masked name (design §3) as a mark of bold, so text counts as Markdown only where its headings say so.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reportgen.source import Line, Span, split_lines

SUFFIXES = (".md", ".markdown")
# CommonMark 0.31: 4.2 ATX headings (a blank after the marks), 4.5 fenced code, 6.2 strong emphasis.
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?=[ \t\u3000]+\S)")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_BOLD = re.compile(r"(?<![*\\])\*\*(?=[^\s*])([^*\n]*[^\s*\\])\*\*(?!\*)")
_BOLD_LINE = re.compile(r"^[^\S\n]*\*\*[^*\n]+\*\*[：:。]?[^\S\n]*$", re.MULTILINE)


def looks_like(text: str) -> bool:
    """True where the text has ATX headings or whole lines in bold."""
    return any(_HEADING.match(line) for line in text.split("\n")) or bool(_BOLD_LINE.search(text))


def lines(text: str) -> tuple[Line, ...]:
    """Cut Markdown into lines: `level` from ``#``, `strong` the ranges between ``**`` (marks left out)."""
    out: list[Line] = []
    fenced = False
    for line in split_lines(text):
        raw = text[line.span.start : line.span.end]
        if _FENCE.match(raw):
            fenced = not fenced
        out.append(line if fenced else _marked(line, raw))
    return tuple(out)


def _marked(line: Line, raw: str) -> Line:
    heading = _HEADING.match(raw)
    start = line.span.start
    strong = tuple(Span(start + m.start(1), start + m.end(1)) for m in _BOLD.finditer(raw))
    return replace(line, level=len(heading[1]) if heading else None, strong=strong)
