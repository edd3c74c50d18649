"""Foot-notes: small type at the foot of a page to which a raised mark in the text refers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportgen.readers.pdf.lines import PrintedLine
from reportgen.text.patterns import lazy

_SMALL = 0.9
"""Share of the text's type size that foot-notes are set in at the most."""
_MARK = lazy(
    r"(?:[\[［〔【（(](?:注\s?)?\d{1,3}[\]］〕】）)]|[①-⑳㉑-㊿]|[*＊※†‡§]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|注\d{1,2}|\d{1,2}(?![\d.．、年月%％]))"
)

Lines = tuple[PrintedLine, ...]


def without_footnotes(pages: Sequence[Lines]) -> tuple[tuple[Lines, ...], int]:
    """Return the lines of each page without its foot-notes, and how many of these there were."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    small = _SMALL * max(sizes, key=lambda one: (sizes[one], one), default=0.0)
    marked = {line.page for page in pages for line in page if line.marks}
    kept: list[Lines] = []
    count = 0
    for page in pages:
        start = _start(page, small) if page and page[0].page in marked else len(page)
        kept.append(page[:start])
        count += sum(bool(_MARK.match(line.text)) for line in page[start:])
    return tuple(kept), count


def _start(page: Lines, small: float) -> int:
    """Where the notes begin: with a mark, and nothing but small type up to the foot of the page."""
    start = len(page)
    for at in range(len(page) - 1, -1, -1):
        if page[at].size > small:
            break
        if _MARK.match(page[at].text):
            start = at
    return start
