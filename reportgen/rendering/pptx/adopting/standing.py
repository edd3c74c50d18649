"""Where words stand on a host: a heading and the room below it, or a cover's title and what stands under it.

Places are told by what can be seen: where they lie, how large their type is, whether words run upright. Names,
numbers and types say less: there are layouts called 节标题 without any placeholder, titles that are typed as
subtitles, and programs that number all placeholders 0.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.colours import BLACK, RGB, WHITE, contrast
from reportgen.rendering.pptx.adopting.hosts import PICTURES, Host, Sheet, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_TYPE = 18.0
"""Points that type has at the least on a usual page."""
PITCH = 1.3
"""The pitch of lines, in their size."""
_LEAST_ROOM = 270.0
"""Points that the room below a heading is high at the least: our compositions need as much."""
_LEAST_SHARE = 0.55
"""The share of the page's width that this room has at the least."""
_EDGE = 0.045
"""The margin of a page that states none, as a share of its width."""
_HEADING = (20.0, 34.0)
"""The least and the largest type of a heading on one line."""
_COVER = (24.0, 54.0)
_CHARACTERS = 13
"""Characters of a heading that one line should take."""
_BESIDE = 8.0
"""Points between a heading and what stands below it."""
_LARGE = 24.0
"""Points from which on type is large, so that a contrast of 3 is enough (WCAG 2.2, 1.4.3)."""
_ONE_LINE = 24.0
"""Points that a line of the least type is high."""
_MOST_LEVELS = 9
"""Levels that a text has (ISO/IEC 29500-1, 21.1.2.4)."""


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


@dataclass(frozen=True, slots=True)
class Content:
    """A host for a heading on one line or on two, with the room below."""

    host: Host
    heading: Field
    long_heading: Field
    room: Box


@dataclass(frozen=True, slots=True)
class Cover:
    """A host for a title, a line under it, and lines that say who and when."""

    host: Host
    title: Field
    subtitle: Field
    byline: Field


def content_of(host: Host, sheet: Sheet, *, is_bare: bool = False) -> Content | None:
    """Return how a heading and what it is about stand on a host; None where there is no room for them.

    Args:
        host: the layout or sample slide.
        sheet: the page.
        is_bare: whether the heading is to be drawn, whatever places the host has.
    """
    spot = None if is_bare else _heading(host, sheet)
    if spot is None and not is_bare:
        return None
    low = min(host.low - 4, sheet.height * (1 - _EDGE))
    edge = sheet.width * _EDGE
    if spot is None:
        free = host.ground.room(
            Box(edge, sheet.height * _EDGE, sheet.width - 2 * edge, low - sheet.height * _EDGE)
        )
        box = Box(free.left, free.top, free.width, 46.0)
        room = Box(free.left, box.bottom + _BESIDE, free.width, free.bottom - box.bottom - _BESIDE)
        heading = _drawn_heading(host, box, 30.0)
        return _if_enough(Content(host, heading, _long(heading, box), room), sheet)
    box = _within(spot.box, sheet)
    heading = _one_line(host, spot, box)
    long_box = _for_two(heading, sheet)
    long = _long(heading, long_box)
    top = max(box.bottom, long_box.bottom) + _BESIDE
    room = _stated_room(host, sheet, spot, top, low) or host.ground.room(
        Box(edge, top, sheet.width - 2 * edge, low - top)
    )
    return _if_enough(Content(host, heading, long, room), sheet)


def _if_enough(found: Content, sheet: Sheet) -> Content | None:
    room = found.room
    enough = room.height >= min(_LEAST_ROOM, sheet.height * 0.5) and room.width >= sheet.width * _LEAST_SHARE
    return found if enough else None


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
    bottom = min(max(max(s.box.bottom for s in below), low if len(below) > 1 else 0.0), low)
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
    insets = _fitting(spot.insets, box, size * PITCH)
    size = max(min(size, (box.height - insets[1] - insets[3]) / PITCH), LEAST_TYPE)
    return _field(host, spot, box, (size,), insets)


def _fitting(
    insets: tuple[float, float, float, float], box: Box, needed: float
) -> tuple[float, float, float, float]:
    """Insets that leave room for a line."""
    left, top, right, bottom = insets
    return insets if box.height - top - bottom >= needed else (left, 0.0, right, 0.0)


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


def _within(box: Box, sheet: Sheet) -> Box:
    """A place, as far as it lies on the page."""
    left, top = max(box.left, 0.0), max(box.top, 0.0)
    right, bottom = min(box.right, sheet.width), min(box.bottom, sheet.height)
    return Box(left, top, max(right - left, 1.0), max(bottom - top, 1.0))


def _field(
    host: Host, spot: Spot, box: Box, sizes: tuple[float, ...], insets: tuple[float, float, float, float]
) -> Field:
    """A place of the template as a field: in its own colour where that can be read."""
    field = Field(box, sizes, None, spot.align, spot.anchor, insets, spot)
    colour = _colour(host, spot.colour, field)
    if colour is None and spot.mark is None:
        colour = spot.colour
    return Field(box, sizes, colour, spot.align, spot.anchor, insets, spot)


def _colour(host: Host, own: RGB | None, field: Field) -> RGB | None:
    """None where words in their own colour can be read; else a colour of the template in which they can."""
    area = worded_area(field)
    least = 3.0 if field.sizes[0] >= _LARGE else 4.5
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


def cover_of(host: Host, sheet: Sheet) -> Cover | None:
    """Return how a title and what is known of the occasion stand on a host; None where there is no title.

    Args:
        host: the layout or sample slide.
        sheet: the page.
    """
    fit = [one for one in host.spots if _may_be_title(one, sheet)]
    if not fit:
        return None
    low = min(host.low - 4, sheet.height * (1 - _EDGE))
    spot = max(fit, key=lambda one: (one.is_title, one.size, one.box.width * one.box.height))
    others = [
        one
        for one in host.spots
        if one is not spot and one.is_upright and one.kind not in PICTURES and one.box.width >= sheet.width * 0.2
        and one.box.height >= 14 and one.box.top > spot.box.top and not _meet(one.box, spot.box)
    ]  # fmt: skip
    box = _roomy(host, _within(spot.box, sheet), [one.box for one in others], sheet)
    title = _field(host, spot, box, _sizes(spot.size, *_COVER), _fitting(spot.insets, box, 80.0))
    chosen = sorted(others, key=lambda one: (one.kind != "subTitle", -one.box.width * one.box.height))[:2]
    if not chosen:
        return Cover(host, title, *_two_below(host, title, sheet, low))
    first, *rest = chosen
    if rest:
        line, byline = (_line(host, one, one.box, sheet, low) for one in (first, rest[0]))
        if not byline.is_placeholder and not host.ground.is_calm(worded_area(byline)):
            byline = _below(host, line, low) or byline
        return Cover(host, title, line, byline)
    place = _within(first.box, sheet)
    if place.height < 90:  # noqa: PLR2004  one line each and air
        place = Box(place.left, place.top, place.width, min(110.0, max(low - place.top, place.height)))
    upper = Box(place.left, place.top, place.width, place.height * 0.5)
    lower = Box(place.left, upper.bottom + 4, place.width, place.height * 0.5 - 4)
    under = _line(host, first, upper, sheet, low)
    return Cover(host, title, under, Field(
        lower, (18.0,), under.colour or _same(host, first, lower), under.align, "t", under.insets
    ))  # fmt: skip


def _below(host: Host, line: Field, low: float) -> Field | None:
    """A place for lines of the least type below a line, where nothing is drawn; None where there is none."""
    free = host.ground.room(
        Box(line.box.left, line.box.bottom + 4, line.box.width, low - line.box.bottom - 4)
    )
    if free.height < _ONE_LINE or free.width < line.box.width / 2:
        return None
    box = Box(free.left, free.top + 4, free.width, min(free.height - 4, 80.0))
    return Field(box, (LEAST_TYPE,), _ink(host, box), line.align, "t", line.insets)


def _same(host: Host, spot: Spot, box: Box) -> RGB:
    """The colour of a spot where it can be read at a place beside it, else one that can."""
    is_read = spot.colour is not None and host.ground.stands_out(spot.colour, box)
    return spot.colour if is_read and spot.colour is not None else _ink(host, box)


def large(cover: Cover) -> Cover:
    """Return a host for few last words, which stand in large type."""
    title = cover.title
    sizes = sorted({36.0, 30.0, 26.0, *title.sizes}, reverse=True)
    return replace(cover, title=replace(title, sizes=tuple(sizes[-_MOST_LEVELS:])))


def _may_be_title(spot: Spot, sheet: Sheet) -> bool:
    return (
        spot.is_upright
        and spot.kind not in PICTURES
        and spot.box.width >= sheet.width * 0.25
        and spot.box.top < sheet.height * 0.75
        and spot.box.bottom > sheet.height * 0.1
    )


def _meet(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0 and down > 0.5 * min(one.height, other.height)


def _roomy(host: Host, box: Box, others: Sequence[Box], sheet: Sheet) -> Box:
    """The place of a cover's title, as high as two lines need, where nothing lies beside it that would be met."""
    for needed in (96.0, 72.0, 54.0):
        if box.height >= needed:
            return box
        next_top = min((one.top for one in others if one.top >= box.top + 8), default=sheet.height * 0.9)
        bottom = max(box.bottom, min(box.top + needed, next_top - 4))
        top = min(max(bottom - needed, sheet.height * 0.06), box.top)
        middle = max(box.top - (needed - box.height) / 2, sheet.height * 0.04)
        for found in (Box(box.left, top, box.width, bottom - top), Box(box.left, middle, box.width, needed)):
            if found.bottom <= next_top and (host.ground.is_free(found) or host.ground.is_calm(found)):
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
    place = _within(box, sheet)
    if spot.mark is None and place.height < _ONE_LINE:
        # A shape of a sample slide keeps its middle, since it may have been set upon a band.
        place = Box(place.left, place.top - (_ONE_LINE - place.height) / 2, place.width, _ONE_LINE)
    elif spot.mark is not None and place.height < 30:  # noqa: PLR2004  a line of 20 points
        place = Box(place.left, place.top, place.width, min(54.0, max(low - place.top, place.height)))
    size = min(max(spot.size, LEAST_TYPE), 26.0)
    sizes = tuple(dict.fromkeys((size, *(one for one in (22.0, 20.0) if one < size), LEAST_TYPE)))
    return _field(host, spot, place, sizes, _fitting(spot.insets, place, size * PITCH))


def _two_below(host: Host, title: Field, sheet: Sheet, low: float) -> tuple[Field, Field]:
    """Places for a line and for who and when, below a title that stands alone."""
    top = min(title.box.bottom + 8, low - 60)
    tall = min(low - top, 150.0)
    upper = Box(title.box.left, top, title.box.width, tall * 0.5)
    lower = Box(title.box.left, upper.bottom + 4, title.box.width, tall * 0.5 - 4)
    del sheet
    return (
        Field(upper, (22.0, 20.0, 18.0), _ink(host, upper), title.align, "t", title.insets),
        Field(lower, (18.0,), _ink(host, lower), title.align, "t", title.insets),
    )


def _ink(host: Host, box: Box) -> RGB:
    named = (host.scheme.named(name) for name in ("tx1", "bg1", "tx2"))
    return host.ground.ink(box, [one for one in named if one is not None])


def drawn_cover(host: Host, sheet: Sheet) -> Cover:
    """Return a cover on a host that has no place for one: in the largest room where nothing is."""
    edge, low = sheet.width * 0.08, min(host.low - 4, sheet.height * (1 - _EDGE))
    free = host.ground.room(Box(edge, sheet.height * 0.12, sheet.width - 2 * edge, low - sheet.height * 0.14))
    tall = min(free.height * 0.5, 150.0)
    box = Box(free.left, free.top + (free.height - tall) * 0.3, free.width, tall)
    title = Field(box, _sizes(40.0, *_COVER), _ink(host, box), "l", "b", (0.0, 0.0, 0.0, 0.0))
    return Cover(host, title, *_two_below(host, title, sheet, min(low, free.bottom)))
