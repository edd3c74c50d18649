"""What backgrounds and shapes are filled and outlined with, by themselves or by the style that they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.rendering.pptx.adopting.colours import RGB, Scheme
from reportgen.rendering.pptx.adopting.drawn import Drawn
from reportgen.rendering.pptx.geometry import first
from reportgen.rendering.pptx.markup import qn

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.rendering.pptx.parts import Part

_FILLS = frozenset(
    map(qn, ("a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "p:blipFill", "a:noFill"))
)


@dataclass(frozen=True, slots=True)
class Source:
    """What a part's shapes are drawn with: the part, its colours, the fills of its theme."""

    part: Part
    scheme: Scheme
    theme: Element


def fill_of_background(background: Element, source: Source) -> tuple[Element | None, RGB | None]:
    """Return the fill of a background, and the colour that its style is given."""
    stated = first(background, qn("p:bgPr"))
    if stated is not None:
        return next((child for child in stated if child.tag in _FILLS), None), None
    named = first(background, qn("p:bgRef"))
    if named is None:
        return None, None
    return _of_theme(named, source)


def _of_theme(named: Element, source: Source) -> tuple[Element | None, RGB | None]:
    """A fill of the theme by its number (ISO/IEC 29500-1, 20.1.4.1.10: from 1001 on one for backgrounds)."""
    number = int(named.get("idx", 0))
    found = source.scheme.colour(named)
    own = None if found is None else found[0]
    name, at = ("a:bgFillStyleLst", number - 1001) if number > 1000 else ("a:fillStyleLst", number - 1)  # noqa: PLR2004
    listed = source.theme.find(f".//{qn(name)}")
    if listed is None or not 0 <= at < len(listed):
        return None, own
    return listed[at], own


def fill_of(drawn: Drawn, source: Source) -> tuple[Element | None, RGB | None]:
    """Return the fill of a shape, and the colour that its style is given; None where it has none."""
    shape, looks = drawn.element, drawn.looks
    if looks is not None and drawn.group is not None and first(looks, qn("a:grpFill")) is not None:
        looks = drawn.group
    if shape.tag == qn("p:pic"):
        return first(shape, qn("p:blipFill")), None
    stated = None if looks is None else next((child for child in looks if child.tag in _FILLS), None)
    if stated is not None:
        return (None if stated.tag == qn("a:noFill") else stated), None
    named = first(shape, qn("p:style"), qn("a:fillRef"))
    if named is None or int(named.get("idx", 0)) == 0:
        return None, None
    return _of_theme(named, source)


def line_of(shape: Element, looks: Element | None, source: Source) -> tuple[RGB, float] | None:
    """Return the colour and the width in points of a shape's outline; None where it has none."""
    stated = None if looks is None else first(looks, qn("a:ln"))
    named = first(shape, qn("p:style"), qn("a:lnRef"))
    colour = None
    if stated is not None:
        if first(stated, qn("a:noFill")) is not None:
            return None
        filled = first(stated, qn("a:solidFill"))
        colour = None if filled is None else source.scheme.colour(filled)
    if colour is None and named is not None and int(named.get("idx", 0)) > 0:
        colour = source.scheme.colour(named)
    if colour is None:
        return None
    width = 9525 if stated is None else int(stated.get("w", 9525))
    return colour[0], width / 12700
