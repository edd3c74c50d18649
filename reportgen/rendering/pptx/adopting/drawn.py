"""What is drawn on a slide, layout or master, flat and in order: each shape with its place on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.planning.deck import Box
from reportgen.rendering.elements import drop
from reportgen.rendering.pptx.geometry import first
from reportgen.rendering.pptx.markup import EMU, qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_SHAPES = frozenset(map(qn, ("p:sp", "p:pic", "p:cxnSp", "p:graphicFrame")))
_GROUP = qn("p:grpSp")
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Move:
    """How places inside a group lie on the page: factors and shifts, in EMU."""

    across: float = 1.0
    down: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def of_group(self, place: Element) -> Move:
        """Return how places inside a group lie that lies inside this one."""
        here, inside = numbers(place, "a:off", "a:ext"), numbers(place, "a:chOff", "a:chExt")
        if here is None or inside is None or not inside[2] or not inside[3]:
            return self
        across, down = here[2] / inside[2], here[3] / inside[3]
        return Move(
            self.across * across,
            self.down * down,
            self.left + self.across * (here[0] - inside[0] * across),
            self.top + self.down * (here[1] - inside[1] * down),
        )

    def box(self, place: Element) -> Box | None:
        """Return where a shape lies, in points; None where it does not say so."""
        stated = numbers(place, "a:off", "a:ext")
        if stated is None:
            return None
        left, top, width, height = (float(one) for one in stated)
        if abs(int(place.get("rot", 0)) % 10_800_000 - 5_400_000) < 2_700_000:  # noqa: PLR2004  nearer to upright
            left, top, width, height = left + (width - height) / 2, top + (height - width) / 2, height, width
        return Box(
            (self.left + self.across * left) / EMU,
            (self.top + self.down * top) / EMU,
            self.across * width / EMU,
            self.down * height / EMU,
        )


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape: its element, where it lies in points, whether in a group, and what says how that is filled."""

    element: Element
    box: Box
    in_group: bool
    group: Element | None = None

    @property
    def looks(self) -> Element | None:
        """What says how it is filled (``p:spPr``)."""
        return first(self.element, qn("p:spPr"))

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture."""
        return self.element.tag == qn("p:pic")

    @property
    def words(self) -> str:
        """The words on it."""
        return words_of(self.element)


def drawn_on(
    tree: Element, move: Move | None = None, depth: int = 0, group: Element | None = None
) -> Iterator[Drawn]:
    """Give the shapes of a tree (``p:spTree``) but its placeholders, the lowest first, groups taken apart."""
    here = move or Move()
    for child in tree:
        if child.tag == _GROUP and depth < _DEEPEST:
            place = first(child, qn("p:grpSpPr"), qn("a:xfrm"))
            looks = first(child, qn("p:grpSpPr"))
            inherits = looks is None or first(looks, qn("a:grpFill")) is not None
            filled = group if inherits else looks
            yield from drawn_on(child, here if place is None else here.of_group(place), depth + 1, filled)
        elif child.tag == _CHOICE:
            fallback = first(child, _FALLBACK)
            if fallback is not None:
                yield from drawn_on(fallback, here, depth, group)
        elif child.tag in _SHAPES and not is_placeholder(child):
            place = first(child, qn("p:spPr"), qn("a:xfrm"))
            place = first(child, qn("p:xfrm")) if place is None else place
            box = None if place is None else here.box(place)
            if box is not None:
                yield Drawn(child, box, depth > 0, group)


def is_placeholder(shape: Element) -> bool:
    """Whether a shape of a slide, layout or master is a placeholder."""
    return len(shape) > 0 and first(shape[0], qn("p:nvPr"), qn("p:ph")) is not None


def words_of(element: Element) -> str:
    """Return the words of a shape, or of all shapes of a group."""
    return "".join(one.text or "" for one in element.iter(qn("a:t"))).strip()


def empty(shape: Element) -> None:
    """Take the words of a shape away."""
    for paragraph in list(shape.iter(qn("a:p"))):
        for child in list(paragraph):
            if child.tag in {qn("a:r"), qn("a:br"), qn("a:fld")}:
                drop(child)


def numbers(place: Element, start: str, size: str) -> tuple[int, int, int, int] | None:
    """Return left, top, width and height as a place states them, in EMU; None where one lacks."""
    off, ext = first(place, qn(start)), first(place, qn(size))
    if off is None or ext is None:
        return None
    stated = [off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy")]
    try:
        left, top, width, height = (round(float(one)) for one in stated if one is not None)
    except (OverflowError, ValueError):
        return None
    return left, top, width, height
