"""Numberings of headings as they are printed again: the speech's own stays what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.outline.markers import LAST, Marker, match_marker
from reportgen.text.numerals import FIGURES
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from reportgen.analysis import Part

_CIRCLED = 20
"""Signs of the kind in the Unicode block."""


def marked(marker: str, text: str) -> str:
    """Return a text behind a marker as it stands (一、突出知行合一), with a blank where they would touch."""
    found = _marker(marker)
    is_bare = all(char in FIGURES for char in marker)
    touches = (
        marker[-1:].isascii()
        or is_bare
        or (found is not None and found.kind.wide and marker[-1] not in "、：，")
    )
    return f"{marker} {text}" if marker and touches else f"{marker}{text}"


def circled(number: int) -> str:
    """Return the number of a measure among others: ① to ⑳, then （21）; from there on faces have no signs."""
    return chr(ord("①") + number - 1) if number <= _CIRCLED else f"（{number}）"


def bare(marker: str) -> str:
    """Return a marker by itself, without the mark that parts it from its heading."""
    return marker.rstrip("，、")


def forms(marker: str, number: int) -> tuple[str, ...]:
    """Return how a marker may stand where it has little room: as it is, without brackets, as a number."""
    own = bare(marker)
    return tuple(dict.fromkeys((own, own.strip("（）()"), str(number))))


def own_number(part: Part, place: int) -> int:
    """Return the number that a part's marker says; its place among its like where it says none."""
    found = _marker(part.marker)
    return found.value if found and found.value and found.value != LAST else place


def _marker(text: str) -> Marker | None:
    # Some numberings are told by the word that follows them.
    words = f"{simplified(text)}甲"
    return match_marker(words, 0, len(words)) if text else None
