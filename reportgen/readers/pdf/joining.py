"""From printed lines to paragraphs, by where lines begin and end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reportgen.outline.markers import opening
from reportgen.readers.pdf.chars import TypeLook
from reportgen.readers.pdf.lines import PrintedLine
from reportgen.readers.rows import Row, Run
from reportgen.text.patterns import lazy

_ENOUGH = 6
"""Lines that a page must have before its own margins are believed."""
_LONG = 0.85
"""Share of the widest line from which lines tell where the right margin is."""
_INDENT = 0.8
"""Type sizes from the left margin at which a line counts as indented."""
_DEEPEST_INDENT = 4.5
"""Beyond that a line is centred or set to the right, and says nothing about paragraphs."""
_INDENTED_SHARE = 0.03
_ROOM, _WIDE_ROOM = 0.5, 2.5
"""Type sizes that may be free beyond what a full line lacked, behind a stop and inside a sentence."""
_STOPS = "。！？：；…"
_NUMBERED = opening(floating=False)
_WIDE_GAP = 1.45
"""How many distances of lines part two paragraphs."""
_SOLID, _LEADED = 1.2, 2.2
"""The least and the most, in type sizes, that lines of one paragraph are apart."""
_SAME_SIZE = 0.06
_LARGER = 1.12
"""How much larger than the text type must be to be set off by size."""
_STRONG_SHARE = 0.4
"""Share of the text beyond which bold says nothing."""
_HEAVY_WEIGHT = 600
_HEAVY = lazy(r"bold|black|heavy|hei(?!ght)|gothic|sans|黑|粗|小标宋|xiaobiaosong|fzxbs", re.IGNORECASE)
_LOWER_WORD = lazy(r"[a-z]")


@dataclass(frozen=True, slots=True)
class Layout:
    """What the pages have in common: the text's look, distance of lines, margins by page."""

    look: TypeLook
    leading: float
    left: dict[tuple[int, int], float]
    right: dict[tuple[int, int], float]
    indented: bool
    marks: bool

    def strong(self, look: TypeLook) -> bool:
        """Whether type of this look is set off from the text."""
        if not self.marks:
            return False
        return (_heavy(look) and not _heavy(self.look)) or look.size >= _LARGER * self.look.size


def leading_of(pages: Iterable[Sequence[PrintedLine]]) -> float:
    """The commonest distance of two lines, in points."""
    gaps = [one.base - two.base for page in pages for one, two in pairwise(page)]
    return median(gaps) if gaps else 0.0


def layout_of(pages: Sequence[Sequence[PrintedLine]], leading: float) -> Layout:
    """Measure pages; there must be a line somewhere."""
    lines = [line for page in pages for line in page]
    looks: Counter[TypeLook] = Counter()
    for line in lines:
        for piece in line.pieces:
            looks[piece.look] += len(piece.text)
    look = max(looks, key=lambda one: (looks[one], one.size))
    text = [line for line in lines if abs(line.size - look.size) <= _SAME_SIZE * look.size] or lines
    left, right = _margins(text)
    own: dict[tuple[int, int], list[PrintedLine]] = {}
    for line in text:
        own.setdefault(line.place, []).append(line)
    margins = {
        place: _margins(page) if len(page) >= _ENOUGH else (left, right) for place, page in own.items()
    }
    lefts = {line.place: margins.get(line.place, (left, right))[0] for line in lines}
    rights = {line.place: max(margins.get(line.place, (left, right))[1], right - look.size) for line in lines}
    indents = sum(
        _INDENT * line.size < line.left - lefts[line.place] < _DEEPEST_INDENT * line.size for line in text
    )
    bare = Layout(look, leading, lefts, rights, indents >= _INDENTED_SHARE * len(text), marks=True)
    strong = sum(count for one, count in looks.items() if bare.strong(one))
    marks = strong <= _STRONG_SHARE * looks.total()
    return Layout(look, leading, lefts, rights, bare.indented, marks)


def paragraphs(lines: Sequence[PrintedLine], layout: Layout) -> list[Row]:
    """Return the paragraphs that the lines make, each with the page it begins on."""
    groups: list[list[PrintedLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_row(group, layout) for group in groups]


def _margins(lines: Sequence[PrintedLine]) -> tuple[float, float]:
    left = min(line.left for line in lines)
    counts = Counter(round(line.left) for line in lines)
    # A line that begins left of all others is a scar; the margin is where two or more begin.
    common = [at for at, count in counts.items() if count > 1]
    left = max(left, min(common) - 1.0) if common else left
    widest = max(line.right for line in lines) - left
    return left, median(line.right for line in lines if line.right - left >= _LONG * widest)


def _goes_on(before: PrintedLine, line: PrintedLine, layout: Layout) -> bool:
    if before.cells > 1 or line.cells > 1 or abs(before.size - line.size) > _SAME_SIZE * line.size:
        return False
    gap = before.base - line.base
    usual = min(max(layout.leading, _SOLID * line.size), _LEADED * line.size)
    if before.place == line.place and gap > _WIDE_GAP * usual:
        return False
    left, size = layout.left[line.place], line.size
    stopped = before.text[-1:] in _STOPS
    free = layout.right[before.place] - before.right - line.first_width
    if free >= (_ROOM if stopped else _WIDE_ROOM) * size:
        return False
    if stopped and not layout.indented and _NUMBERED.match(line.text):
        return False
    indented = line.left - left > _INDENT * size and (layout.indented or line.left - left > size)
    return not indented or (size > _LARGER * layout.look.size and _is_centred(line, layout))


def _is_centred(line: PrintedLine, layout: Layout) -> bool:
    """Whether as much is free on the left as on the right; a title's last line is."""
    free = line.left - layout.left[line.place], layout.right[line.place] - line.right
    return abs(free[0] - free[1]) <= line.size


def _row(group: Sequence[PrintedLine], layout: Layout) -> Row:
    runs: list[Run] = []
    for line in group:
        if runs:
            runs[-1] = Run(_ended(runs[-1].text, line.text), runs[-1].strong)
        runs += [Run(piece.text, layout.strong(piece.look)) for piece in line.pieces]
    return Row(tuple(runs), page=group[0].page)


def _ended(text: str, following: str) -> str:
    """The end of a line as it reads with the next one: a blank between Latin words, a hyphen gone."""
    before, after = text[-1:], following[:1]
    if before == "-" and text[-2:-1].isalpha() and text[-2:-1].isascii() and _LOWER_WORD.match(after):
        return text[:-1]
    latin = before.isascii() and after.isascii() and before.isalnum() and after.isalpha()
    return f"{text} " if latin and before.isalpha() else text


def _heavy(look: TypeLook) -> bool:
    return look.stroked or look.weight >= _HEAVY_WEIGHT or bool(_HEAVY.search(look.font))
