"""The outlines of shapes that are no rectangles, as corners in pixels."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportgen.rendering.pptx.geometry import first
from reportgen.rendering.pptx.markup import qn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from reportgen.planning.deck import Box

Point = tuple[float, float]
_STEPS = 6
"""Straight pieces that a curve is drawn in."""


def outlines_of(looks: Element | None, box: Box, scale: float) -> list[list[Point]]:
    """Return the outlines of a shape that is no rectangle, in pixels; none for one that fills its place."""
    if looks is None:
        return []
    own, named, place = (first(looks, qn(name)) for name in ("a:custGeom", "a:prstGeom", "a:xfrm"))
    found: list[list[Point]] = []
    if own is not None:
        found = _path(own)
    elif named is not None and named.get("prst") in _CORNERS:
        found = [_CORNERS[named.get("prst", "")]]
    turned = 0.0 if place is None else int(place.get("rot", 0)) / 60_000
    if not found and turned % 90 == 0:
        return []
    flips = tuple(place is not None and place.get(name) in {"1", "true"} for name in ("flipH", "flipV"))
    return [
        [_placed((1 - x if flips[0] else x, 1 - y if flips[1] else y), box, turned, scale) for x, y in one]
        for one in found or [[(0, 0), (1, 0), (1, 1), (0, 1)]]
    ]


def _placed(point: Point, box: Box, turned: float, scale: float) -> Point:
    """A point of a shape, as a share of its sides, on the page in pixels."""
    width, height = box.width, box.height
    if abs(turned % 180 - 90) < 45:  # noqa: PLR2004  the box has been laid on its side
        width, height = height, width
    dx, dy, angle = (point[0] - 0.5) * width, (point[1] - 0.5) * height, math.radians(turned)
    return (
        (box.left + box.width / 2 + dx * math.cos(angle) - dy * math.sin(angle)) * scale,
        (box.top + box.height / 2 + dx * math.sin(angle) + dy * math.cos(angle)) * scale,
    )


_CORNERS: Mapping[str, list[tuple[float, float]]] = {
    "rtTriangle": [(0, 0), (1, 1), (0, 1)],
    "triangle": [(0.5, 0), (1, 1), (0, 1)],
    "diamond": [(0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)],
    "parallelogram": [(0.25, 0), (1, 0), (0.75, 1), (0, 1)],
    "ellipse": [
        ((1 + math.cos(a / 12 * math.pi)) / 2, (1 + math.sin(a / 12 * math.pi)) / 2) for a in range(24)
    ],
}  # fmt: skip


def _path(own: Element) -> list[list[tuple[float, float]]]:
    """The outlines of a path that somebody drew, as shares of its box."""
    found: list[list[tuple[float, float]]] = []
    for path in own.iter(qn("a:path")):
        wide, tall = float(path.get("w") or 0), float(path.get("h") or 0)
        if wide <= 0 or tall <= 0:
            continue
        for step in path:
            points = [_point(one) for one in step.iter(qn("a:pt"))]
            known = [(one[0] / wide, one[1] / tall) for one in points if one is not None]
            if step.tag == qn("a:moveTo") or not found:
                found.append(known[:1])
            elif step.tag == qn("a:cubicBezTo") and len(known) == 3 and found[-1]:  # noqa: PLR2004
                found[-1] += _curve(found[-1][-1], *known)
            else:
                found[-1] += known
    return [one for one in found if len(one) > 2]  # noqa: PLR2004  two points are no area


def _curve(start: Point, one: Point, other: Point, end: Point) -> Iterator[Point]:
    """Points along a Bézier curve of the third degree."""
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        shares = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
        parts = list(zip(shares, (start, one, other, end), strict=True))
        yield sum(share * point[0] for share, point in parts), sum(share * point[1] for share, point in parts)


def _point(element: Element) -> tuple[float, float] | None:
    try:
        return float(element.get("x", "")), float(element.get("y", ""))
    except ValueError:  # a formula's name
        return None
