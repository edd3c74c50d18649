"""Shapes without words, in colours of the theme; who has slides read to him hears nothing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.deck import Accent, AccentKind, Box
from reportgen.rendering.pptx.markup import HERE, frame

if TYPE_CHECKING:
    from reportgen.planning.deck import AccentColour
    from reportgen.rendering.pptx.looks import Edge

_SHAPES = {
    AccentKind.BAR: "rect",
    AccentKind.CARD: "rect",
    AccentKind.DISC: "ellipse",
    AccentKind.ARROW: "homePlate",
}
DIM = 35_000
"""How much is seen of what stands back on a dark ground, in thousandths of a percent."""
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def accent_shape(accent: Accent, number: int) -> str:
    """Return an accent, drawn in a style that takes its fill from the theme, without an outline."""
    kind, box = accent.kind, accent.box
    guides = "<a:avLst/>"
    if kind is AccentKind.ARROW:
        # A pentagon that is all tip is a triangle (homePlate of presetShapeDefinitions.xml, ECMA-376 Part 1).
        tip = int(box.width / min(box.width, box.height) * 100_000)
        guides = f'<a:avLst><a:gd name="adj" fmla="val {tip}"/></a:avLst>'
    looks = f'<p:spPr>{frame(box)}<a:prstGeom prst="{_SHAPES[kind]}">{guides}</a:prstGeom></p:spPr>'
    return _only_drawn(looks, _style(accent.role), number)


def edge_shape(edge: Edge, slot: Box, box: Box, number: int) -> str:
    """Return the line that a layout has at the edge of a card, as far from the sides of the card as there.

    Args:
        edge: the line on the layout.
        slot: the card on the layout.
        box: the card on the slide.
        number: the shape's.
    """
    place = frame(edge_box(edge, slot, box))
    return _only_drawn(edge.looks.replace(HERE, place), _styled(1, 3, 2, _colour("accent1")), number)


def edge_box(edge: Edge, slot: Box, box: Box) -> Box:
    """Return where the line at the edge of a card stands on a slide; arguments as of `edge_shape`."""
    left, width = _along(edge.box.left - slot.left, edge.box.width, slot.width, box.width)
    top, height = _along(edge.box.top - slot.top, edge.box.height, slot.height, box.height)
    return Box(box.left + left, box.top + top, width, height)


def _along(start: float, length: float, was: float, now: float) -> tuple[float, float]:
    """Where a line begins and how long it is on a card that has grown: at its end, or as long as the card."""
    if length > was / 2:
        return start, length + now - was
    return (start if start < was / 2 else start + now - was), length


def _only_drawn(looks: str, style: str, number: int) -> str:
    """A shape that says it is only drawn, so that nobody has it read to him."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="线{number}">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr/></p:nvSpPr>{looks}{style}<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/>'
        '<a:p><a:pPr algn="ctr"/></a:p></p:txBody></p:sp>'
    )


def _style(role: AccentColour) -> str:
    """A style that takes its fill from the theme; no outline (line style 0)."""
    name, _, dim = role.partition(" ")
    fill = f'<a:schemeClr val="{name}"><a:alpha val="{DIM}"/></a:schemeClr>' if dim else _colour(name)
    return _styled(0, 1, 0, _colour(name), fill)


def _styled(line: int, fill: int, effect: int, colour: str, fill_colour: str = "") -> str:
    return (
        f'<p:style><a:lnRef idx="{line}">{colour}</a:lnRef><a:fillRef idx="{fill}">{fill_colour or colour}'
        f'</a:fillRef><a:effectRef idx="{effect}">{colour}</a:effectRef>'
        f'<a:fontRef idx="minor">{_colour("lt1")}</a:fontRef></p:style>'
    )


def _colour(name: str) -> str:
    return f'<a:schemeClr val="{name}"/>'
