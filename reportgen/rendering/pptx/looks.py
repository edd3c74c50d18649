"""A layout as slides take it over: its placeholders, its edges of cards, footer and page number."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.rendering.elements import child_of, drop
from reportgen.rendering.pptx.geometry import (
    FURNITURE,
    box_of,
    index_of,
    kind_of,
    name_of,
    placeholders,
)
from reportgen.rendering.pptx.markup import HERE, here, piece, qn, value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element

    from reportgen.planning.deck import Box, Level
    from reportgen.rendering.pptx.parts import Part

EDGE = "边"
"""The end of the name of a placeholder that is no place for words, but a line at the edge of another."""
FOOTER = "ftr"
"""The type of a footer."""
_COPIED = FURNITURE - {"dt"}
_WORDED = frozenset({"title", "ctrTitle", "subTitle", "body", "obj"})
# What is left out of a mark, since it goes without saying (ISO/IEC 29500-1, 19.3.1.36).
_USUAL = {"type": "obj", "idx": "0", "orient": "horz", "sz": "full"}
_NUMBER = "reportgen:id"
_SHAPE = f"{qn('p:spPr')}/{qn('a:prstGeom')}"
_BODY, _STYLE, _PLACE = qn("p:txBody"), qn("a:lstStyle"), qn("a:xfrm")


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder as slides have it.

    `mark` says which one it is. One that is no rectangle is drawn by a shape of its own, since LibreOffice
    draws all placeholders as rectangles: `looks` is that shape's, with a place for its `box`. `body` is what
    stands before the words. One of another's template states type and pitch of its words by their `levels`,
    and their `fill` where its own cannot be read, since it is sure to say something of its first level only.
    """

    number: int
    mark: str
    body: str
    box: str = ""
    looks: str = ""
    levels: tuple[Level, ...] = ()
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line at the edge of a card: where it is on the layout, and its looks, with a place for another."""

    box: Box
    looks: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """A footer or page number, with places for its number and, in a footer, for the words."""

    is_footer: bool
    before: str
    after: str

    def numbered(self, number: int, words: str) -> str:
        """Return its markup on a slide."""
        return f"{self.before}{number}{self.after.replace(HERE, words)}"


@dataclass(frozen=True, slots=True)
class Looks:
    """What slides take over from a layout: placeholders by number, edges by name, furniture.

    `last` is the number of the last shape that a slide of this layout begins with. `ornaments` are shapes
    without words that lie under the words where the layout itself has none of ours.
    """

    places: Mapping[int, Place]
    last: int
    edges: Mapping[str, Edge]
    furniture: Sequence[Furniture]
    ornaments: str = ""


def looks_of(layout: Part) -> Looks:
    """Return what slides take over from a layout."""
    places: dict[int, Place] = {}
    last = 1
    for shape, mark in placeholders(layout.root):
        if kind_of(mark) not in FURNITURE:
            last += 1
            places[index_of(mark)] = _place(shape, mark, last)
    return Looks(places, last, edges_of(layout), furniture_of(layout))


def edges_of(layout: Part) -> dict[str, Edge]:
    """Return the lines at the edges of cards that a layout has, by name."""
    found: dict[str, Edge] = {}
    for shape, mark in placeholders(layout.root):
        name = name_of(shape)
        box = box_of(shape, mark, layout) if name.endswith(EDGE) else None
        if box is not None:
            found[name] = Edge(box, _moved(child_of(shape, qn("p:spPr"))))
    return found


def furniture_of(layout: Part) -> tuple[Furniture, ...]:
    """Return footer and page number of a layout."""
    return tuple(
        _furniture(shape, is_footer=kind_of(mark) == FOOTER)
        for shape, mark in placeholders(layout.root)
        if kind_of(mark) in _COPIED and shape.tag == qn("p:sp")
    )


def types_of(layout: Part, name: str) -> list[Element]:
    """Return the types of the levels of a placeholder, from the first; none where it states none."""
    shape = next(shape for shape, _ in placeholders(layout.root) if name_of(shape) == name)
    return child_of(shape, _BODY).findall(f"{_STYLE}/*/{qn('a:defRPr')}")


def mark_of(mark: Element) -> str:
    """Return the mark of a placeholder as a slide or a page of notes has it."""
    stated = ((name, mark.get(name, usual), usual) for name, usual in _USUAL.items())
    return f"<p:ph{''.join(_attribute(name, own) for name, own, usual in stated if own != usual)}/>"


def _attribute(name: str, stated: str) -> str:
    return f' {name}="{value(stated)}"'


def _place(shape: Element, mark: Element, number: int) -> Place:
    style = "<a:lstStyle/>" if kind_of(mark) in _WORDED else ""
    drawn, body = shape.find(_SHAPE), shape.find(_BODY)
    if drawn is None or drawn.get("prst") == "rect" or body is None:
        return Place(number, mark_of(mark), f"<a:bodyPr/>{style}")
    return drawn_place(shape, number)


def drawn_place(shape: Element, number: int) -> Place:
    """Return a placeholder as a shape of its own, which states all its looks."""
    own, body = child_of(shape, qn("p:spPr")), child_of(shape, _BODY)
    place = own.find(_PLACE)
    outline, style = piece(child_of(body, qn("a:bodyPr"))), piece(child_of(body, _STYLE))
    return Place(number, "", f"{outline}{style}", "" if place is None else piece(place), _moved(own))


def _moved(looks: Element) -> str:
    """The looks of a shape, with `HERE` for its place."""
    copied = copy.deepcopy(looks)
    for place in copied.findall(_PLACE):
        drop(place)
    copied.insert(0, here())
    return piece(copied)


def _furniture(shape: Element, *, is_footer: bool) -> Furniture:
    copied = copy.deepcopy(shape)
    child_of(copied[0], qn("p:cNvPr")).set("id", _NUMBER)
    for child in list(child_of(copied, qn("p:spPr"))):
        drop(child)
    for level in copied.findall(f"{_BODY}/{_STYLE}/*"):
        drop(level)
    if is_footer:
        _make_room(copied)
    before, _, after = piece(copied).partition(_NUMBER)
    return Furniture(is_footer, before, after)


def _make_room(footer: Element) -> None:
    """Put `HERE` in the place of the first paragraph of a footer."""
    body = footer.find(_BODY)
    if body is None:
        body = etree.SubElement(footer, _BODY)
        etree.SubElement(body, qn("a:bodyPr"))
    paragraph = body.find(qn("a:p"))
    if paragraph is None:
        body.append(here())
    else:
        body.replace(paragraph, here())
