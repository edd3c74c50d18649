"""From the characters of a page to its printed lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from reportgen.readers.pdf.chars import Glyph, TypeLook
from reportgen.readers.pdf.columns import rows_of
from reportgen.readers.pdf.glyphs import Page
from reportgen.readers.pdf.raised import without_marks

_LATIN_GAP, _HAN_GAP, _MIXED_GAP = 0.18, 0.2, 0.4
"""White between two characters, in type sizes, that is a blank; programs part scripts by a quarter."""
_SPACE, _SPACED_GAP = 0.5, 0.35
"""The width of a blank in type sizes, and what must be white beside it where blanks say nothing."""
_FEWEST_PAIRS, _SPACED_SHARE = 10, 0.25
"""Pairs of Han characters on a page, and the share with a blank between, from which blanks say nothing."""
_CELL_GAP = 2.2
"""White that parts the cells of a table, or an office from a name."""
_SHADOW = 0.3
"""How near, in its own width, the same character must stand to be the shadow that is printed for bold.

Of the type size it would be too much: two l of Skill stand 0.22 apart, and the second is no shadow.
"""
_CLOSING = frozenset("，。；：、！？”’）》】…—,.;:!?)%")
_MARKS = _CLOSING - frozenset(",.;:!?)%—…") | frozenset("“‘（《【·")
"""Marks that have white of their own."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one look in a line."""

    text: str
    look: TypeLook


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed. `size` is that of most of it, `cells` how many parts wide white leaves.

    `part` is the number of its column on the page, `marks` how many marks of notes were left out.
    """

    page: int
    part: int
    pieces: tuple[Stretch, ...]
    left: float
    right: float
    base: float
    size: float
    first_width: float
    cells: int = 1
    marks: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """What has margins of its own: a column of a page."""
        return self.page, self.part

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(piece.text for piece in self.pieces)


def printed_lines(page: Page, glyphs: Sequence[Glyph], part: int = 0) -> tuple[PrintedLine, ...]:
    """Return the lines of a page, or of one of its columns, from top to bottom."""
    place = page.number, part
    marked = [without_marks(_without_shadows(row)) for row in rows_of(glyphs)]
    spaced = _is_spaced([row for row, _ in marked])
    return tuple(replace(_line(place, row, spaced=spaced), marks=marks) for row, marks in marked)


def _without_shadows(row: Sequence[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in row:
        if not any(_is_shadow(glyph, one) for one in kept[-2:]):
            kept.append(glyph)
    return kept


def _is_shadow(glyph: Glyph, one: Glyph) -> bool:
    if one.text != glyph.text:
        return False
    near = _SHADOW * min(glyph.right - glyph.left, one.right - one.left)
    high = _SHADOW * min(glyph.look.size, one.look.size)
    return abs(one.left - glyph.left) <= near and abs(one.base - glyph.base) <= high


def _is_spaced(rows: Sequence[Sequence[Glyph]]) -> bool:
    """Whether blanks stand between the characters of a page, as in many recognised prints."""
    pairs = [
        two.parted or two.left - one.right > _HAN_GAP * two.look.size
        for row in rows
        for one, two in pairwise(row)
        if not (one.text.isascii() or two.text.isascii() or one.text in _MARKS or two.text in _MARKS)
    ]
    files = sum(glyph.parted for row in rows for glyph in row)
    return len(pairs) >= _FEWEST_PAIRS and min(sum(pairs), files) >= _SPACED_SHARE * len(pairs)


def _line(place: tuple[int, int], row: Sequence[Glyph], *, spaced: bool) -> PrintedLine:
    cells = 1 + sum(two.left - one.right > _CELL_GAP * two.look.size for one, two in pairwise(row))
    sizes = Counter(glyph.look.size for glyph in row)
    size = max(sizes, key=lambda one: (sizes[one], one))
    base = next(glyph.base for glyph in row if glyph.look.size == size)
    return PrintedLine(
        *place,
        tuple(_pieces(row, spaced=spaced)),
        row[0].left,
        max(one.right for one in row),
        base,
        size,
        _first_width(row),
        cells,
    )


def _pieces(row: Sequence[Glyph], *, spaced: bool) -> Iterator[Stretch]:
    spread = _spread(row)
    lettered = spaced and _is_lettered(row)
    text, look = row[0].text, row[0].look
    for before, glyph in pairwise(row):
        if spaced:
            blank = _blank_of_spaced(before, glyph, spread, lettered=lettered)
        else:
            blank = _blank(before, glyph, spread)
        if glyph.look == look:
            text += blank + glyph.text
        else:
            yield Stretch(text + blank, look)
            text, look = glyph.text, glyph.look
    yield Stretch(text, look)


def _spread(row: Sequence[Glyph]) -> float:
    """The white that justifying, or setting type wide, put between any two Han characters."""
    gaps = [
        two.left - one.right for one, two in pairwise(row) if not (one.text.isascii() or two.text.isascii())
    ]
    return max(median(gaps), 0.0) if gaps else 0.0


def _blank(before: Glyph, glyph: Glyph, spread: float) -> str:
    gap, size = glyph.left - before.right, max(glyph.look.size, 1)
    if gap > _CELL_GAP * size:
        return "\u3000"
    if before.text in _MARKS or glyph.text in _MARKS:
        return ""
    latin = before.text.isascii(), glyph.text.isascii()
    if all(latin):
        wide = gap > _LATIN_GAP * size
    else:
        wide = gap - spread > (_MIXED_GAP if any(latin) else _HAN_GAP) * size
    # A blank in the file between Latin and Han characters is no more than spacing.
    return " " if wide or (glyph.parted and latin[0] == latin[1]) else ""


def _is_lettered(row: Sequence[Glyph]) -> bool:
    """Whether blanks stand between single Latin letters as well, so that they part no words."""
    pairs = [two.parted for one, two in pairwise(row) if _is_letter(one) and _is_letter(two)]
    return all(pairs)


def _is_letter(glyph: Glyph) -> bool:
    return glyph.text.isascii() and glyph.text.isalpha()


def _blank_of_spaced(before: Glyph, glyph: Glyph, spread: float, *, lettered: bool) -> str:
    """What is between characters on a page where blanks say nothing: only words and wide white count."""
    gap, size = glyph.left - before.right, max(glyph.look.size, 1)
    if gap > _CELL_GAP * size:
        return "\u3000"
    if before.text in _MARKS or glyph.text in _MARKS:
        return ""
    if _is_letter(before) and _is_letter(glyph):
        return " " if glyph.parted and not lettered else ""
    return " " if gap - max(spread, _SPACE * size) > _SPACED_GAP * size else ""


def _first_width(row: Sequence[Glyph]) -> float:
    """The width of what is never torn: a Han character with its mark, Latin words, numbers in a row."""
    latin, end = _latin(row[0]), 1
    while end < len(row) and (row[end].text in _CLOSING or (latin and _latin(row[end]))):
        end += 1
    return row[end - 1].right - row[0].left


def _latin(glyph: Glyph) -> bool:
    return glyph.text.isascii() and (glyph.text.isalnum() or glyph.text in ".,%-/")
