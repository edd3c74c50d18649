"""What holds a table or a chart on a slide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.rendering.pptx.markup import value

if TYPE_CHECKING:
    from collections.abc import Sequence

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


@dataclass(frozen=True, slots=True)
class Framed:
    """What stands in a frame: `kind` is ``table`` or ``chart``, `described` is for who cannot see it."""

    kind: str
    name: str
    described: str
    content: str


def graphic_frame(framed: Framed, number: int, place: Sequence[int]) -> str:
    """Return a frame.

    Args:
        framed: what stands in it.
        number: the shape's.
        place: from the left, from above, its width and height in the unit of drawings.
    """
    left, top, width, height = place
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{framed.name}" '
        f'descr="{value(framed.described)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f'</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{_DRAWING}/{framed.kind}">{framed.content}</a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
