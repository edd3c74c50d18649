"""What a file states: numbers with and without units, and what a style has of those it is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import qn, whole
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

TWIPS = 20.0
"""Twips of a point."""
EIGHTHS = 8.0
"""Rules are as many eighths of a point wide (ISO/IEC 29500-1, 17.18.2 and 17.4.22)."""
# A number, in twips or with a unit of its own (ISO/IEC 29500-1, 22.9.2.14 and 22.9.2.15).
_MEASURE = lazy(r"(-?\d{1,9}(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_UNITS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}


def number(element: Element, attribute: str) -> float:
    """Return a number as it stands, or a measure with a unit in twips; 0 where the attribute is not there.

    Raises:
        ValueError: it is neither.
    """
    said = element.get(qn(f"w:{attribute}")) or "0"
    found = _MEASURE.fullmatch(said)
    if not found:
        raise ValueError(f"{attribute}=“{said[:20]}”")
    return float(found[1]) * (_UNITS[found[2]] * TWIPS if found[2] else 1)


def chain(styles: Mapping[str | None, Element], name: str | None) -> Iterator[Element]:
    """Yield a style and those that it is based on; a damaged file may have them go round in a circle."""
    seen: set[str | None] = set()
    while name in styles and name not in seen:
        seen.add(name)
        yield styles[name]
        parent = styles[name].find(qn("w:basedOn"))
        name = parent.get(qn("w:val")) if parent is not None else None


def said(elements: Iterable[Element], path: str, attribute: str) -> Element | None:
    """Return what the first of some elements that states it has at a path (``w:pPr/w:ind``); else None."""
    for one in elements:
        element = one.find(whole(path))
        if element is not None and element.get(qn(f"w:{attribute}")) is not None:
            return element
    return None


def inherited(elements: Iterable[Element], path: str, attribute: str, default: float) -> float:
    """Return the number of the first of some elements that states it.

    Raises:
        ValueError: it is none.
    """
    element = said(elements, path, attribute)
    return default if element is None else number(element, attribute)
