"""Places for words on slides: in which sizes, in which colour."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.colours import BLACK, RGB, WHITE, contrast
from reportgen.rendering.pptx.adopting.ground import READABLE
from reportgen.rendering.pptx.adopting.hosts import Host
from reportgen.rendering.pptx.adopting.sheet import Sheet
from reportgen.rendering.pptx.adopting.spots import Spot

LEAST_TYPE = 18.0
"""Points that type has at the least on a usual page."""
PITCH = 1.3
"""The pitch of lines, in their size."""
EDGE = 0.045
"""The margin of a page that states none, as a share of its width."""
_LARGE, _READ_LARGE = 24.0, 3.0
"""Points from which on type is large, and the contrast that is enough then (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A plate under words which could not be read else."""

    box: Box
    colour: RGB


def plated(host: Host, box: Box) -> tuple[Host, Plate]:
    """Return a host with a plate laid on a place, and the plate."""
    ground, colour = host.ground.plate(box)
    return replace(host, ground=ground), Plate(box, colour)


@dataclass(frozen=True, slots=True)
class Field:
    """A place for words on a slide: which, in which sizes, in which colour (None: that of the template).

    `spot` is the placeholder of the template that it is; None where it is drawn.
    """

    box: Box
    sizes: tuple[float, ...]
    colour: RGB | None
    align: str
    anchor: str
    insets: tuple[float, float, float, float]
    spot: Spot | None = None

    @property
    def is_placeholder(self) -> bool:
        """Whether it is a placeholder of the template."""
        return self.spot is not None and self.spot.mark is not None


def fitting(
    insets: tuple[float, float, float, float], box: Box, needed: float
) -> tuple[float, float, float, float]:
    """Return insets that leave room for a line."""
    left, top, right, bottom = insets
    return insets if box.height - top - bottom >= needed else (left, 0.0, right, 0.0)


def within(box: Box, sheet: Sheet) -> Box:
    """Return a place, as far as it lies on the page."""
    left, top = max(box.left, 0.0), max(box.top, 0.0)
    right, bottom = min(box.right, sheet.width), min(box.bottom, sheet.height)
    return Box(left, top, max(right - left, 1.0), max(bottom - top, 1.0))


def field_of(
    host: Host, spot: Spot, box: Box, sizes: tuple[float, ...], insets: tuple[float, float, float, float]
) -> Field:
    """Return a place of the template as a field: in its own colour where that can be read."""
    field = Field(box, sizes, None, spot.align, spot.anchor, insets, spot)
    colour = _colour(host, spot.colour, field)
    if colour is None and spot.mark is None:
        colour = spot.colour
    return Field(box, sizes, colour, spot.align, spot.anchor, insets, spot)


def _colour(host: Host, own: RGB | None, field: Field) -> RGB | None:
    """None where words in their own colour can be read; else a colour of the template in which they can."""
    area = worded_area(field)
    least = _READ_LARGE if field.sizes[0] >= _LARGE else READABLE
    filled = None if field.spot is None else field.spot.ground
    if filled is not None:
        if own is not None and contrast(own, filled) >= least:
            return None
        return max((WHITE, BLACK), key=lambda one: contrast(one, filled))
    if own is not None and host.ground.stands_out(own, area, least):
        return None
    named = (host.scheme.named(name) for name in ("tx1", "bg1", "accent1", "tx2", "bg2"))
    return host.ground.ink(area, [one for one in named if one is not None])


def worded_area(field: Field) -> Box:
    """Return where on a field its words stand: two lines at most, at the edge that they are set to."""
    box, tall = field.box, min(field.box.height, 2 * PITCH * field.sizes[0])
    wide = box.width * (0.7 if box.width > 300 else 1.0)  # noqa: PLR2004  few lines run over all of a wide place
    top = {"ctr": box.top + (box.height - tall) / 2, "b": box.bottom - tall}.get(field.anchor, box.top)
    left = {"ctr": box.left + (box.width - wide) / 2, "r": box.right - wide}.get(field.align, box.left)
    return Box(left, top, wide, tall)


def ink_of(host: Host, box: Box) -> RGB:
    """Return a colour of the template that can be read at a place."""
    named = (host.scheme.named(name) for name in ("tx1", "bg1", "tx2"))
    return host.ground.ink(box, [one for one in named if one is not None])


def spot_field(host: Host, spot: Spot, sizes: tuple[float, ...]) -> Field:
    """Return a placeholder that somebody has chosen as a field."""
    return field_of(host, spot, spot.box, sizes, fitting(spot.insets, spot.box, sizes[-1] * PITCH))


def drawn_field(host: Host, box: Box, like: Field) -> Field:
    """Return a field like another, drawn at a place that somebody has chosen."""
    return Field(box, like.sizes, ink_of(host, box), like.align, like.anchor, (0.0, 0.0, 0.0, 0.0))
