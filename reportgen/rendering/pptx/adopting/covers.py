"""Where a title and what is known of the occasion stand on a cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.colours import RGB, contrast
from reportgen.rendering.pptx.adopting.fields import (
    EDGE,
    LEAST_TYPE,
    PITCH,
    Field,
    Plate,
    field_of,
    fitting,
    ink_of,
    plated,
    within,
    worded_area,
)
from reportgen.rendering.pptx.adopting.hosts import Host
from reportgen.rendering.pptx.adopting.sheet import Sheet
from reportgen.rendering.pptx.adopting.spots import PICTURES, Spot

_COVER = (24.0, 54.0)
"""The least and the largest type of a cover's title."""
_ONE_LINE = 24.0
"""Points that a line of the least type is high."""
_LEAST_LINE = 14.0
"""Points that a place for a line is high at the least."""
_LEAST_READ = (2.2, 2.8, 2.8)
"""The contrast below which title, line and byline get a plate: templates' own designs are often below 3."""
_LEAST_COVER = 130.0
"""Points that room for a cover's words is high at the least."""
_MOST_LEVELS = 9
"""Levels that a text has (ISO/IEC 29500-1, 21.1.2.4)."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A host for a title, a line under it, and lines that say who and when."""

    host: Host
    title: Field
    subtitle: Field
    byline: Field
    plate: Plate | None = None


def readable(cover: Cover, sheet: Sheet) -> Cover:
    """Return a cover with a plate under its words where these could not be read else."""
    fields = (cover.title, cover.subtitle, cover.byline)
    if all(_is_read(cover.host, field, least) for field, least in zip(fields, _LEAST_READ, strict=True)):
        return cover
    left, top = min(one.box.left for one in fields), min(one.box.top for one in fields)
    right, bottom = max(one.box.right for one in fields), max(one.box.bottom for one in fields)
    around = within(Box(left - 24, top - 16, right - left + 48, bottom - top + 32), sheet)
    host, plate = plated(cover.host, around)
    title, subtitle, byline = (replace(one, colour=ink_of(host, worded_area(one))) for one in fields)
    return Cover(host, title, subtitle, byline, plate)


def _is_read(host: Host, field: Field, least: float) -> bool:
    colour = field.colour or (field.spot.colour if field.spot else None)
    behind = host.ground.span(worded_area(field))
    if field.spot is not None and field.spot.ground is not None:
        behind = (field.spot.ground, field.spot.ground)
    return colour is None or all(contrast(colour, one) >= least for one in behind)


def cover_of(host: Host, sheet: Sheet) -> Cover | None:
    """Return how a title and what is known of the occasion stand on a host; None where there is no title.

    Args:
        host: the layout or sample slide.
        sheet: the page.
    """
    fit = [one for one in host.spots if _may_be_title(one, sheet)]
    if not fit:
        return None
    low = min(host.low - 4, sheet.height * (1 - EDGE))
    spot = max(fit, key=lambda one: (one.is_title, one.size, one.box.width * one.box.height))
    others = [
        one
        for one in host.spots
        if one is not spot and _may_be_line(one, sheet) and one.box.top > spot.box.top
        and not _meet(one.box, spot.box)
    ]  # fmt: skip
    box = _roomy(host, spot, [one.box for one in others], sheet)
    title = field_of(host, spot, box, _sizes(spot.size, *_COVER), fitting(spot.insets, box, 80.0))
    chosen = sorted(others, key=lambda one: (one.kind != "subTitle", -one.box.width * one.box.height))[:2]
    if not chosen:
        return Cover(host, title, *_two_below(host, title, sheet, low))
    first, *rest = chosen
    if rest:
        line, byline = (_line(host, one, one.box, sheet, low) for one in (first, rest[0]))
        if not byline.is_placeholder and not host.ground.is_calm(worded_area(byline)):
            byline = _below(host, line, low) or byline
        return Cover(host, title, line, byline)
    place = within(first.box, sheet)
    if place.height < 90:  # noqa: PLR2004  one line each and air
        place = Box(place.left, place.top, place.width, min(110.0, max(low - place.top, place.height)))
    upper = Box(place.left, place.top, place.width, place.height * 0.5)
    lower = Box(place.left, upper.bottom + 4, place.width, place.height * 0.5 - 4)
    under = _line(host, first, upper, sheet, low)
    colour = under.colour or _same(host, first, lower)
    byline = Field(lower, (LEAST_TYPE,), colour, under.align, "t", under.insets)
    if not host.ground.is_calm(worded_area(byline)):
        byline = _below(host, under, low) or byline
    return Cover(host, title, under, byline)


def _below(host: Host, line: Field, low: float) -> Field | None:
    """A place for lines of the least type below a line, where nothing is drawn; None where there is none."""
    free = host.ground.room(
        Box(line.box.left, line.box.bottom + 4, line.box.width, low - line.box.bottom - 4)
    )
    if free.height < _ONE_LINE or free.width < line.box.width / 2:
        return None
    box = Box(free.left, free.top + 4, free.width, min(free.height - 4, 80.0))
    return Field(box, (LEAST_TYPE,), ink_of(host, box), line.align, "t", line.insets)


def _same(host: Host, spot: Spot, box: Box) -> RGB:
    """The colour of a spot where it can be read at a place beside it, else one that can."""
    is_read = spot.colour is not None and host.ground.stands_out(spot.colour, box)
    return spot.colour if is_read and spot.colour is not None else ink_of(host, box)


def large(cover: Cover) -> Cover:
    """Return a host for few last words, which stand in large type."""
    title = cover.title
    sizes = sorted({36.0, 30.0, 26.0, *title.sizes}, reverse=True)
    return replace(cover, title=replace(title, sizes=tuple(sizes[-_MOST_LEVELS:])))


def _may_be_title(spot: Spot, sheet: Sheet) -> bool:
    # Of a sample slide's words only large ones are a title.
    is_large = spot.mark is not None or spot.size >= _COVER[0]
    return (
        spot.is_upright
        and is_large
        and spot.kind not in PICTURES
        and spot.box.width >= sheet.width * 0.25
        and spot.box.top < sheet.height * 0.75
        and spot.box.bottom > sheet.height * 0.1
    )


def _may_be_line(spot: Spot, sheet: Sheet) -> bool:
    wide, tall = spot.box.width >= sheet.width * 0.2, spot.box.height >= _LEAST_LINE
    return spot.is_upright and spot.kind not in PICTURES and wide and tall


def _meet(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0 and down > 0.5 * min(one.height, other.height)


def _roomy(host: Host, spot: Spot, others: Sequence[Box], sheet: Sheet) -> Box:
    """The place of a cover's title, as high as two lines need, where nothing lies beside it.

    It grows away from the edge that its words are set to, so that these stay where they are.
    """
    box = within(spot.box, sheet)
    next_top = min((one.top for one in others if one.top >= box.top + 8), default=sheet.height * 0.92)
    for needed in (96.0, 72.0, 54.0):
        if box.height >= needed:
            return box
        more = needed - box.height
        top = box.top - {"t": 0.0, "ctr": more / 2}.get(spot.anchor, more)
        found = Box(box.left, top, box.width, needed)
        is_free = host.ground.is_free(found) or host.ground.is_calm(found)
        if top >= sheet.height * 0.03 and found.bottom <= next_top - 2 and is_free:
            return found
    return box


def _sizes(own: float, least: float, most: float) -> tuple[float, ...]:
    size = min(max(own, least), most)
    found = [size]
    while size > least:
        size = max(size * 0.88, least)
        found.append(size)
    return (*(round(one, 1) for one in found), 20.0)[-_MOST_LEVELS:]


def _line(host: Host, spot: Spot, box: Box, sheet: Sheet, low: float) -> Field:
    """A line under a title, in its own place or in a part of that."""
    place = within(box, sheet)
    if spot.mark is None and place.height < _ONE_LINE:
        # A shape of a sample slide keeps its middle, since it may have been set upon a band.
        place = Box(place.left, place.top - (_ONE_LINE - place.height) / 2, place.width, _ONE_LINE)
    elif spot.mark is not None and place.height < 30:  # noqa: PLR2004  a line of 20 points
        place = Box(place.left, place.top, place.width, min(54.0, max(low - place.top, place.height)))
    size = min(max(spot.size, LEAST_TYPE), 26.0)
    sizes = tuple(dict.fromkeys((size, *(one for one in (22.0, 20.0) if one < size), LEAST_TYPE)))
    return field_of(host, spot, place, sizes, fitting(spot.insets, place, size * PITCH))


def _two_below(host: Host, title: Field, sheet: Sheet, low: float) -> tuple[Field, Field]:
    """Places for a line and for who and when, below a title that stands alone."""
    top = min(title.box.bottom + 8, low - 60)
    tall = min(low - top, 150.0)
    upper = Box(title.box.left, top, title.box.width, tall * 0.5)
    lower = Box(title.box.left, upper.bottom + 4, title.box.width, tall * 0.5 - 4)
    del sheet
    return (
        Field(upper, (22.0, 20.0, 18.0), ink_of(host, upper), title.align, "t", title.insets),
        Field(lower, (18.0,), ink_of(host, lower), title.align, "t", title.insets),
    )


def drawn_cover(host: Host, sheet: Sheet) -> Cover:
    """Return a cover on a host that has no place for one: in the largest room where nothing is."""
    edge, low = sheet.width * 0.08, min(host.low - 4, sheet.height * (1 - EDGE))
    free = host.ground.room(Box(edge, sheet.height * 0.12, sheet.width - 2 * edge, low - sheet.height * 0.14))
    if free.height < _LEAST_COVER or free.width < sheet.width * 0.45:
        free = Box(sheet.width * 0.14, sheet.height * 0.26, sheet.width * 0.72, sheet.height * 0.48)
    tall = min(free.height * 0.5, 150.0)
    box = Box(free.left, free.top + (free.height - tall) * 0.3, free.width, tall)
    title = Field(box, _sizes(40.0, *_COVER), ink_of(host, box), "l", "b", (0.0, 0.0, 0.0, 0.0))
    return Cover(host, title, *_two_below(host, title, sheet, min(low, free.bottom)))
