"""Shapes without words, in colours of the theme; who has slides read to him hears nothing of them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from reportgen.planning.deck import Accent, AccentColour, AccentKind, Box
from reportgen.rendering.elements import child_of
from reportgen.rendering.pptx.shim import element_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide

_SHAPES = {
    AccentKind.BAR: MSO_SHAPE.RECTANGLE,
    AccentKind.CARD: MSO_SHAPE.RECTANGLE,
    AccentKind.DISC: MSO_SHAPE.OVAL,
    AccentKind.ARROW: MSO_SHAPE.PENTAGON,
}
_DIM = 35_000
"""How much is seen of what stands back on a dark ground, in thousandths of a percent."""


def add_accent(slide: Slide, accent: Accent) -> None:
    """Draw an accent above what is on the slide already."""
    box = accent.box
    kind = _SHAPES[accent.kind]
    shape = slide.shapes.add_shape(kind, Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    if accent.kind is AccentKind.ARROW:
        # A pentagon that is all tip is a triangle (homePlate of presetShapeDefinitions.xml, ECMA-376 Part 1).
        shape.adjustments[0] = box.width / min(box.width, box.height)
    element = element_of(shape)
    element.replace(child_of(element, qn("p:style")), _style(accent.role))
    _only_drawn(shape)


def add_edge(slide: Slide, edge: Shape, slot: Box, box: Box) -> None:
    """Draw the line that a layout has at the edge of a card, as far from the sides of the card as there.

    Args:
        slide: where it is drawn, above all that is there.
        edge: the line on the layout.
        slot: the card on the layout.
        box: the card on the slide.
    """
    left, width = _along(edge.left.pt - slot.left, edge.width.pt, slot.width, box.width)
    top, height = _along(edge.top.pt - slot.top, edge.height.pt, slot.height, box.height)
    places = map(Pt, (box.left + left, box.top + top, width, height))
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *places)
    element, looks = element_of(shape), copy.deepcopy(element_of(edge).spPr)
    looks.replace(child_of(looks, qn("a:xfrm")), child_of(element.spPr, qn("a:xfrm")))
    element.replace(element.spPr, looks)
    _only_drawn(shape)


def _along(start: float, length: float, was: float, now: float) -> tuple[float, float]:
    """Where a line begins and how long it is on a card that has grown: at its end, or as long as the card."""
    if length > was / 2:
        return start, length + now - was
    return (start if start < was / 2 else start + now - was), length


def _only_drawn(shape: Shape) -> None:
    """Say that a shape is only drawn, so that nobody has it read to him."""
    shape.name = f"线{shape.shape_id}"
    decorative = (
        f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst>"
    )
    element_of(shape).nvSpPr.cNvPr.append(parse_xml(decorative))


def _style(role: AccentColour) -> Element:
    """A style that takes its fill from the theme; no outline (line style 0)."""
    name, _, dim = role.partition(" ")
    colour = f'<a:schemeClr val="{name}"/>'
    fill = f'<a:schemeClr val="{name}"><a:alpha val="{_DIM}"/></a:schemeClr>' if dim else colour
    style: Element = parse_xml(
        f'<p:style {nsdecls("p", "a")}><a:lnRef idx="0">{colour}</a:lnRef>'
        f'<a:fillRef idx="1">{fill}</a:fillRef><a:effectRef idx="0">{colour}</a:effectRef>'
        '<a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></p:style>'
    )
    return style
