"""Where words stand on a host: a heading and the room below it, or a cover's title and what stands under it.

Places are told by what can be seen: where they lie, how large their type is, whether words run upright. Names
and numbers say less: there are layouts called 节标题 without any placeholder, titles that are typed as
subtitles, and programs that number all placeholders 0.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.fields import (
    EDGE,
    LEAST_TYPE,
    PITCH,
    Field,
    Plate,
    field_of,
    fitting,
    plated,
    within,
)
from reportgen.rendering.pptx.adopting.hosts import Host
from reportgen.rendering.pptx.adopting.sheet import Sheet
from reportgen.rendering.pptx.adopting.spots import PICTURES, Spot

_LEAST_ROOM = 270.0
"""Points that the room below a heading is high at the least: our compositions need as much."""
_LEAST_SHARE = 0.55
"""The share of the page's width that this room has at the least."""
_HEADING = (20.0, 34.0)
"""The least and the largest type of a heading on one line."""
_CHARACTERS = 13
"""Characters of a heading that one line should take."""
_INSET = 12.0
"""Points between the edge of a plate and what stands on it."""
_BESIDE = 8.0
"""Points between a heading and what stands below it."""


@dataclass(frozen=True, slots=True)
class Content:
    """A host for a heading on one line or on two, with the room below, on a plate if one is needed."""

    host: Host
    heading: Field
    long_heading: Field
    room: Box
    plate: Plate | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody has chosen: the place of the heading, or where it is drawn, and the room for all else."""

    spot: Spot | None = None
    box: Box | None = None
    room: Box | None = None


def content_of(
    host: Host,
    sheet: Sheet,
    *,
    is_bare: bool = False,
    wanted: Wanted | None = None,
) -> Content | None:
    """Return how a heading and what it is about stand on a host; None where there is no room for them.

    Args:
        host: the layout or sample slide.
        sheet: the page.
        is_bare: whether the heading is to be drawn, whatever places the host has.
        wanted: what somebody has chosen.
    """
    spot, box, room = (wanted.spot, wanted.box, wanted.room) if wanted else (None, None, None)
    low = min(host.low - 4, sheet.height * (1 - EDGE))
    edge = sheet.width * EDGE
    if box is not None:
        heading = _drawn_heading(host, box, 30.0)
        return Content(host, heading, _long(heading, box), room or _free(host, sheet, box.bottom, low))
    if is_bare:
        free = host.ground.room(
            Box(edge, sheet.height * EDGE, sheet.width - 2 * edge, low - sheet.height * EDGE)
        )
        box = Box(free.left, free.top, free.width, 46.0)
        below = Box(free.left, box.bottom + _BESIDE, free.width, free.bottom - box.bottom - _BESIDE)
        heading = _drawn_heading(host, box, 30.0)
        return _if_enough(Content(host, heading, _long(heading, box), room or below), sheet)
    spot = spot or _heading(host, sheet)
    if spot is None:
        return None
    heading = _one_line(host, spot, within(spot.box, sheet))
    long = _long(heading, _for_two(heading, sheet))
    top = max(heading.box.bottom, long.box.bottom) + _BESIDE
    found = room or _stated_room(host, sheet, spot, top, low) or _free(host, sheet, top, low)
    return _if_enough(Content(host, heading, long, found), sheet)


def _free(host: Host, sheet: Sheet, top: float, low: float) -> Box:
    """The room below a heading where nothing is drawn."""
    edge = sheet.width * EDGE
    return host.ground.room(Box(edge, top, sheet.width - 2 * edge, max(low - top, 1.0)))


def _if_enough(found: Content, sheet: Sheet) -> Content | None:
    room, (wide, tall) = found.room, least_room(sheet)
    rounded = 0.5  # of what a file states in tenths of a millimetre
    enough = room.width >= wide - rounded and room.height >= tall - rounded
    if not enough or found.host.ground.reads(room):
        return found if enough else None
    host, plate = plated(found.host, room)
    return replace(found, host=host, plate=plate, room=_inside(room))


def plated_content(host: Host, sheet: Sheet) -> Content:
    """Return how heading and contents stand on a host that has no room: on a plate over its page."""
    edge = sheet.width * EDGE
    page = Box(edge, edge, sheet.width - 2 * edge, sheet.height - 2 * edge)
    host, plate = plated(host, page)
    inner = _inside(page)
    box = Box(inner.left, inner.top, inner.width, 46.0)
    room = Box(inner.left, box.bottom + _BESIDE, inner.width, inner.bottom - box.bottom - _BESIDE)
    heading = _drawn_heading(host, box, 30.0)
    return Content(host, heading, _long(heading, box), room, plate)


def _inside(box: Box) -> Box:
    """A place inside the edges of a plate."""
    return Box(box.left + _INSET, box.top + _INSET, box.width - 2 * _INSET, box.height - 2 * _INSET)


def least_room(sheet: Sheet) -> tuple[float, float]:
    """Return how wide and high the room for all but the heading is at the least."""
    return sheet.width * _LEAST_SHARE, min(_LEAST_ROOM, sheet.height * 0.5)


def _heading(host: Host, sheet: Sheet) -> Spot | None:
    """The place of a heading: near the top, wide, low, and in the largest type of those."""
    fit = [
        spot
        for spot in host.spots
        if spot.is_upright
        and spot.kind not in PICTURES
        and spot.box.top < sheet.height * 0.3
        and spot.box.bottom < sheet.height * 0.45
        and spot.box.width >= sheet.width * 0.3
        and spot.box.height <= sheet.height * 0.3
        and spot.box.left > -sheet.width * 0.02
    ]
    if host.sample is None:
        fit = [spot for spot in fit if spot.is_title] or [
            spot for spot in fit if spot.box.bottom < sheet.height * 0.3
        ]
    return max(
        fit, key=lambda spot: (spot.size * (1.25 if spot.is_title else 1.0), -spot.box.top), default=None
    )


def _stated_room(host: Host, sheet: Sheet, heading: Spot, top: float, low: float) -> Box | None:
    """The room that the layout's own places for contents cover, where that is enough and nothing is in it."""
    below = [
        spot
        for spot in host.spots
        if spot is not heading
        and spot.is_upright
        and spot.box.bottom > top + 20
        and spot.box.width >= sheet.width * 0.15
        and spot.box.height >= sheet.height * 0.1
        and spot.mark is not None
    ]
    if not below:
        return None
    left, right = max(min(s.box.left for s in below), 0.0), min(max(s.box.right for s in below), sheet.width)
    upper = max(top, min(s.box.top for s in below))
    bottom = low if len(below) > 1 else min(below[0].box.bottom, low)
    box = Box(left, upper, right - left, bottom - upper)
    if box.width < sheet.width * _LEAST_SHARE or box.height < _LEAST_ROOM:
        return None
    if host.ground.is_free(box):
        return box
    free = host.ground.room(box)
    return free if free.width * free.height >= 0.75 * box.width * box.height else None


def _one_line(host: Host, spot: Spot, box: Box) -> Field:
    left, _, right, _ = spot.insets
    size = min(max(spot.size, _HEADING[0]), _HEADING[1])
    size = min(size, max((box.width - left - right) * 0.97 / _CHARACTERS, _HEADING[0]))
    insets = fitting(spot.insets, box, size * PITCH)
    size = max(min(size, (box.height - insets[1] - insets[3]) / PITCH), LEAST_TYPE)
    return field_of(host, spot, box, (size,), insets)


def _for_two(heading: Field, sheet: Sheet) -> Box:
    """The place of a heading on two lines: as high as these need in the least type."""
    box, needed = heading.box, 2 * 1.2 * LEAST_TYPE + 1
    if box.height >= needed:
        return box
    top = (
        max(box.bottom - needed, 4.0)
        if heading.anchor == "b"
        else max(box.top - (needed - box.height) / 2, 4.0)
    )
    return Box(box.left, top, box.width, min(needed, sheet.height - top))


def _long(heading: Field, box: Box) -> Field:
    """The field of a heading on two lines."""
    left, _, right, _ = heading.insets
    most = box.height / 2 / 1.2
    sizes = tuple(size for size in (26.0, 22.0, 20.0) if size <= min(most, heading.sizes[0]))
    insets = (left, 0.0, right, 0.0)
    moved = heading.spot
    return Field(box, (*sizes, LEAST_TYPE), heading.colour, heading.align, heading.anchor, insets, moved)


def _drawn_heading(host: Host, box: Box, size: float) -> Field:
    colour = host.ground.ink(
        box, [one for one in (host.scheme.named("tx1"), host.scheme.named("bg1")) if one]
    )
    return Field(box, (min(size, box.height / PITCH),), colour, "l", "ctr", (0.0, 0.0, 0.0, 0.0))
