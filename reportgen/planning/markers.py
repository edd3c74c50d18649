"""Numberings of headings as they are printed again: the speech's own stays what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.numerals import han_number
from reportgen.outline.numbering import LAST, Marker, match_marker
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportgen.analysis import Part

# What GB/T 9704-2012, 7.3.3 wants at each depth.
_STANDARD: tuple[Callable[[int], str], ...] = (
    lambda n: f"{han_number(n)}、",
    lambda n: f"（{han_number(n)}）",
    lambda n: f"{n}. ",
    lambda n: f"（{n}）",
)
_WIDE = frozenset({"part", "chapter", "article"})
"""Numberings that end in a word (第一讲), and are parted from the heading by a full-width blank."""


def heading_marker(part: Part, depth: int, number: int) -> str:
    """Return the numbering that a heading of the digest bears.

    The speech's own (一、, （一）, 第一讲, 1.) stays; run-in markers (一是, 第一) become what the standard
    wants at that depth, as a digest has no sentence that a 一是 could stand in.
    """
    own = part.marker.replace("(", "（").replace(")", "）")
    if not own:
        return ""
    found = _marker(own)
    if found is None or found.kind.floats:
        return _STANDARD[min(depth, len(_STANDARD)) - 1](number)
    if found.kind.name in _WIDE and own[-1] not in "、：，":
        return f"{own}　"
    return f"{own} " if own[-1].isascii() else own


def own_number(part: Part, place: int) -> int:
    """Return the number that a part's marker says; its place among its like where it says none."""
    found = _marker(part.marker)
    return found.value if found and found.value and found.value != LAST else place


def _marker(text: str) -> Marker | None:
    # Some numberings are told by the word that follows them.
    words = f"{simplified(text)}甲"
    return match_marker(words, 0, len(words)) if text else None
