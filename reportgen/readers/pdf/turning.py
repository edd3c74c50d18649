"""Pages turned so that their type stands upright and runs to the right.

A page that lies on its side is told by its type and not by its /Rotate: scanners and printers turn the one
without the other. Vertical type is read as if the page were turned as well: its columns, from the right, are
lines from the top.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from reportgen.readers.pdf.chars import Char, Glyph

_STRAIGHT = 0.4
"""How far aside, in type sizes, the next character of a vertical column may stand."""
_NEXT = (0.7, 2.2)
"""How far below, in type sizes, it stands."""
_FEWEST = 6
"""Characters below one another from which type counts as vertical."""
_FAINT = 150
"""How bright type is that is printed lightly, from 0 to 255; the greys that programs offer begin at 0xA6."""
_OF_SIDE_BY_SIDE = 0.001  # what keeps figures set side by side in a vertical column in their order
# Unicode's vertical forms (U+FE10-19, U+FE30-48), and the signs meant.
_VERTICAL = str.maketrans(
    "︐︑︒︓︔︕︖︗︘︙︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄",
    "，、。：；！？〖〗…—（）｛｝〔〕【】《》〈〉「」『』",
)


def turned(chars: Sequence[Char]) -> tuple[tuple[Glyph, ...], int]:
    """Return the characters as they are read, and how many stand across and are left out."""
    turns = Counter(char.ink.turn for char in chars if char.ink.turn is not None)
    if not turns:
        return (), len(chars)
    turn = max(turns, key=lambda one: (turns[one], -one))
    vertical = turn == 0 and _is_vertical([char for char in chars if char.ink.turn == turn])
    # Latin words lie on their side in vertical type.
    kept = [char for char in chars if char.ink.turn == turn or (vertical and char.ink.turn == 1)]
    return tuple(_glyph(char, 1 if vertical else turn) for char in kept), len(chars) - len(kept)


def _is_vertical(chars: Sequence[Char]) -> bool:
    down = right = 0
    for one, two in pairwise(chars):
        size = max(two.look.size, 1.0)
        aside, below = (_middle(two) - _middle(one)) / size, (one.box[3] - two.box[3]) / size
        down += abs(aside) < _STRAIGHT and _NEXT[0] < below < _NEXT[1]
        right += abs(below) < _STRAIGHT and aside > 0
    return down >= _FEWEST and down > 2 * right


def _middle(char: Char) -> float:
    return (char.box[0] + char.box[2]) / 2


def _glyph(char: Char, turn: int) -> Glyph:
    left, bottom, right, top = char.box
    x, y = char.origin
    if turn == 1 and char.ink.turn == 0:
        x = _middle(char)
        start, end, base = -top + _OF_SIDE_BY_SIDE * x, -bottom, x
    elif turn == 1:
        start, end, base = min(-top, -y), -bottom, x
    elif turn == 2:  # noqa: PLR2004  upside down
        start, end, base = min(-right, -x), -left, -y
    elif turn == 3:  # noqa: PLR2004  on its left side
        start, end, base = min(bottom, y), top, -x
    else:
        start, end, base = min(left, x), right, y
    text = char.text.translate(_VERTICAL) if turn == 1 else char.text
    return Glyph(text, start, end, base, char.look, char.parted, _is_faint(char.ink.colour))


@lru_cache(1000)  # a million characters are printed in a handful of colours
def _is_faint(colour_and_opacity: tuple[int, int, int, int]) -> bool:
    *colour, opacity = colour_and_opacity
    return min(255 - (255 - one) * opacity / 255 for one in colour) >= _FAINT
