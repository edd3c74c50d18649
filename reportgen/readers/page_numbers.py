"""Page numbers that were copied along with a text: their lines become blank, so offsets stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

# GB/T 9704-2012, 7.5 sets the number between two dashes; word processors offer the others.
_DASH, _GAP, _NUMBER = "[-—－─–·~]{1,3}", "[ \\t\u3000]*", "[0-9０-９]{1,4}"
_DRESSED = lazy(
    rf"{_GAP}(?:{_DASH}{_GAP}{_NUMBER}{_GAP}{_DASH}|{_NUMBER}{_GAP}[/／]{_GAP}{_NUMBER}"
    rf"|第{_GAP}{_NUMBER}{_GAP}页(?:{_GAP}[,，/／]?{_GAP}共{_GAP}{_NUMBER}{_GAP}页)?){_GAP}"
)
_BARE = lazy(rf"{_GAP}({_NUMBER}){_GAP}")
_FEWEST = 2
"""Bare numbers that must follow each other before they are pages."""
_APART = 8
"""Lines at least between two pages' numbers; a column of figures stands closer."""


def blank_page_numbers(text: str) -> str:
    """Return the text with blanks in place of page numbers on lines of their own."""
    lines = text.split("\n")
    read = simplified(text).split("\n")
    numbered = {at for at, line in enumerate(read) if _DRESSED.fullmatch(line)}
    bare = ((at, found) for at, line in enumerate(lines) if (found := _BARE.fullmatch(line)))
    numbered.update(_running((at, int(found[1])) for at, found in bare))
    if not numbered:
        return text
    return "\n".join(" " * len(line) if at in numbered else line for at, line in enumerate(lines))


def _running(numbers: Iterable[tuple[int, int]]) -> Iterator[int]:
    """The lines whose numbers go up by one, far enough from each other."""
    run: list[tuple[int, int]] = []
    for at, value in numbers:
        if run and not (value == run[-1][1] + 1 and at - run[-1][0] >= _APART):
            yield from _lines_of(run)
            run = []
        run.append((at, value))
    yield from _lines_of(run)


def _lines_of(run: list[tuple[int, int]]) -> list[int]:
    return [at for at, _ in run] if len(run) >= _FEWEST else []
