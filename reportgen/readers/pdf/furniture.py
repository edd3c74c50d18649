"""Running heads and page numbers: found at the edges of pages, and left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reportgen.readers.pdf.lines import PrintedLine
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

_EDGE = 3
"""Lines from the top or the bottom of a page among which furniture is looked for."""
_FEWEST_PAGES, _PAGE_SHARE = 3, 0.3
"""Pages on which a line must come back: left and right pages often have heads of their own."""
_APART = 1.6
"""How far, in lines, what comes back on two pages only must stand from the text."""
_STEP = 6.0
"""Points within which two lines stand at the same place."""
_DASH = r"[-—－─–―·•~～\s|]*"
_NUMBER = r"(?:[0-9０-９]{1,4}|[ivxlIVXLⅰ-ⅻⅠ-Ⅻ]{1,6})"
# GB/T 9704-2012, 7.5: the number between two dashes; the others are what word processors offer.
_PAGE_NUMBER = lazy(
    rf"{_DASH}(?:第\s*{_NUMBER}\s*页|{_NUMBER})(?:\s*[,，/／、]?\s*(?:共|of)?\s*{_NUMBER}\s*页?)?{_DASH}"
    r"|(?:Page|第)\s*\d+\s*(?:页|of \d+)?",
    re.IGNORECASE,
)

Lines = tuple[PrintedLine, ...]


def without_furniture(pages: Sequence[Lines], leading: float) -> tuple[tuple[Lines, ...], int]:
    """Return the lines of each page without running heads and page numbers, and how many heads there were."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    many = max(_FEWEST_PAGES, _PAGE_SHARE * len(pages))
    repeated = {key for key, count in counts.items() if count >= many}
    twice = {key for key, count in counts.items() if count == len(pages) == _FEWEST_PAGES - 1}
    trimmed = tuple(_trimmed(page, repeated, twice, leading) for page in pages)
    gone = (line for page, kept in zip(pages, trimmed, strict=True) for line in set(page).difference(kept))
    return trimmed, sum(not _is_page_number(line) for line in gone)


def _edges(page: Lines) -> Iterator[PrintedLine]:
    yield from page[:_EDGE]
    yield from page[_EDGE:][-_EDGE:]


def _key(line: PrintedLine) -> tuple[str, int]:
    return re.sub(r"[0-9０-９\s]+", "#", line.text), round(line.base / _STEP)


def _is_page_number(line: PrintedLine) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(simplified(line.text.strip())))


def _trimmed(
    page: Lines, repeated: set[tuple[str, int]], twice: set[tuple[str, int]], leading: float
) -> Lines:
    first, last = 0, len(page)

    def goes(at: int, inward: int) -> bool:
        line = page[at]
        if _key(line) in repeated or _is_page_number(line):
            return True
        within = page[at + inward] if 0 <= at + inward < len(page) else None
        apart = within is None or abs(within.base - line.base) > _APART * leading
        return _key(line) in twice and apart

    while first < min(_EDGE, last) and goes(first, 1):
        first += 1
    while last > max(first, len(page) - _EDGE) and goes(last - 1, -1):
        last -= 1
    return page[first:last]
