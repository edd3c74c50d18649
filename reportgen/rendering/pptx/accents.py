"""Shapes without words, in colours of the theme; who has slides read to him hears nothing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from reportgen.planning.deck import Accent, AccentColour, AccentKind
from reportgen.rendering.elements import child_of
from reportgen.rendering.pptx.shim import element_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
    from pptx.slide import Slide

_SHAPES = {
    AccentKind.BAR: MSO_SHAPE.RECTANGLE,
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
    shape.name = f"线{shape.shape_id}"
    element = element_of(shape)
    element.replace(child_of(element, qn("p:style")), _style(accent.role))
    decorative = (
        f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst>"
    )
    element.nvSpPr.cNvPr.append(parse_xml(decorative))


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
