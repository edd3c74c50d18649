"""Small raised type: powers become Unicode's superscripts, marks that refer to notes are no text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reportgen.readers.pdf.chars import Glyph
from reportgen.readers.raised import SUPERSCRIPTS
from reportgen.text.patterns import lazy

_SMALL = 0.8
"""Share of a line's type size from which type is small; word processors set superscripts at 0.58 to 0.67."""
_RAISED = 0.15
"""Type sizes that raised type stands above its line at the least; word processors raise by a third."""
_LONGEST = 9
_SUPERSCRIPTS = {chr(plain): chr(raised) for plain, raised in SUPERSCRIPTS.items()}
_REFERENCE = lazy(
    r"[\[［〔【（](?:注\s?)?\d{1,3}(?:[,，、\-–—~]\d{1,3})*[\]］〕】）]|[①-⑳㉑-㊿]+|[*＊※†‡§]{1,3}|注\d{0,2}"
)
_FIGURES = lazy(r"\d{1,3}(?:[,，、\-–—~]\d{1,3})*")
_MEASURES = frozenset("米里尺")
"""What a length ends with: its square and cube are powers."""
_POWERS = frozenset({"2", "3"})


def without_marks(row: Sequence[Glyph]) -> tuple[list[Glyph], int]:
    """Return a line with its raised figures as superscripts, and how many marks of notes it was without."""
    sizes = Counter(glyph.look.size for glyph in row)
    size = max(sizes, key=lambda one: (sizes[one], one))
    bases = Counter(round(glyph.base, 1) for glyph in row if glyph.look.size == size)
    base = max(bases, key=lambda one: bases[one])

    def raised(glyph: Glyph) -> bool:
        return glyph.look.size <= _SMALL * size and glyph.base - base >= _RAISED * size

    kept: list[Glyph] = []
    marks = 0
    for is_raised, group in groupby(row, key=raised):
        glyphs = list(group)
        if is_raised and _refers("".join(one.text for one in glyphs), kept):
            marks += 1
            # No white is left where the mark stood.
            kept[-1] = replace(kept[-1], right=max(kept[-1].right, glyphs[-1].right))
        else:
            kept += _powers(glyphs, kept) if is_raised else glyphs
    # A line of nothing else is none of marks.
    return (kept, marks) if kept else (list(row), 0)


def _refers(text: str, before: Sequence[Glyph]) -> bool:
    if _REFERENCE.fullmatch(text):
        return bool(before)
    if not before or not _FIGURES.fullmatch(text):
        return False
    last = before[-1].text
    return (
        not last.isascii()
        and last not in _SUPERSCRIPTS.values()
        and not (last in _MEASURES and text in _POWERS)
    )


def _powers(glyphs: Sequence[Glyph], before: Sequence[Glyph]) -> Iterator[Glyph]:
    if len(glyphs) > _LONGEST or not all(one.text in _SUPERSCRIPTS for one in glyphs):
        yield from glyphs
        return
    for glyph in glyphs:
        look = before[-1].look if before else glyph.look
        yield replace(glyph, text=_SUPERSCRIPTS[glyph.text], look=look)
