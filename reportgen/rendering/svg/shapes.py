"""Shapes of layouts, masters and places for words as shapes of a picture."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.fills import Source, fill_of, line_of
from reportgen.rendering.pptx.adopting.outlines import outlines_of
from reportgen.rendering.pptx.geometry import first
from reportgen.rendering.pptx.markup import qn
from reportgen.rendering.svg.marks import attributes, colour, defined, number, rectangle
from reportgen.rendering.svg.paints import NOTHING, Paint, paint

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.rendering.pptx.adopting.drawn import Drawn

_LINES = frozenset({"line", "straightConnector1"})
_CORNER = 16_667
"""How round a corner is where a shape does not say so, in thousandths of a percent of its lesser side."""
_BREAKS = {"sysDot": (1, 1), "sysDash": (3, 1), "dot": (1, 3), "dash": (4, 3), "lgDash": (8, 3)}
"""Lengths of dash and gap by the line's width (ISO/IEC 29500-1, 20.1.10.49)."""
_CIRCLE = 60_000
_ANY = 1e8
"""More than any handle is."""


def shape(drawn: Drawn, source: Source, scale: float = 1.0) -> str:
    """Return a shape; nothing where it is neither filled nor outlined.

    Args:
        drawn: the shape, with its place in points.
        source: what it is drawn with.
        scale: how many points of its own page a point is.
    """
    looks = drawn.looks
    fill, own = fill_of(drawn, source)
    upright, moved = _turned(drawn)
    line = line_of(drawn.element, looks, source)
    stroke = "" if line is None else _stroke(looks, colour(line[0]), line[1] / scale)
    kind = _preset(looks)
    if drawn.element.tag == qn("p:cxnSp") or kind in _LINES:
        left, right, top, bottom = upright.left, upright.right, upright.top, upright.bottom
        place = attributes(x1=left, y1=top, x2=right, y2=bottom)
        return f"<line{place}{stroke}{moved}/>" if stroke else ""
    filled = paint(fill, own, source, upright)
    if filled == NOTHING and not stroke:
        return ""
    return _drawn(drawn, upright, filled, stroke, moved)


def _drawn(drawn: Drawn, box: Box, filled: Paint, stroke: str, moved: str) -> str:
    looks = drawn.looks
    element = _outline(looks, box)
    if element is None:
        corners = outlines_of(looks, drawn.box, 1.0)
        if corners and _preset(looks) != "rect":
            moved = ""
            rings = (" ".join(f"{number(x)} {number(y)}" for x, y in ring) for ring in corners)
            element = f'<path d="{"".join(f"M{ring}Z" for ring in rings)}" fill-rule="evenodd"{{}}/>'
    if filled.image:
        return _cut(filled, element, box, stroke, moved)
    if element is None:
        return filled.before + rectangle(box, f"{filled.looks}{stroke}{moved}")
    return filled.before + element.replace("{}", f"{filled.looks}{stroke}{moved}", 1)


def _cut(filled: Paint, element: str | None, box: Box, stroke: str, moved: str) -> str:
    """A picture, within the outline of its shape."""
    outline = "" if not stroke else rectangle(box, f' fill="none"{stroke}{moved}')
    if element is None:
        return filled.image.replace("{}", moved, 1) + outline
    before, named = defined(f'<clipPath id="{{}}">{element.replace("{}", "", 1)}</clipPath>')
    return f"{before}<g{moved}>{filled.image.replace('{}', attributes(clip_path=named), 1)}</g>"


def _preset(looks: Element | None) -> str:
    named = None if looks is None else first(looks, qn("a:prstGeom"))
    return "" if named is None else named.get("prst", "")


def _turned(drawn: Drawn) -> tuple[Box, str]:
    """Where a shape lies before it is turned, and the attribute that turns it."""
    looks, box = drawn.looks, drawn.box
    place = None if looks is None else first(looks, qn("a:xfrm"))
    if place is None:
        return box, ""
    turned = int(place.get("rot", 0)) / _CIRCLE
    if abs(turned % 180 - 90) < 45:  # noqa: PLR2004  the box has been laid on its side
        across, down = (box.width - box.height) / 2, (box.height - box.width) / 2
        box = Box(box.left + across, box.top + down, box.height, box.width)
    x, y = box.left + box.width / 2, box.top + box.height / 2
    steps = [f"rotate({number(turned)} {number(x)} {number(y)})"] if turned % 360 else []
    flips = [place.get(name) in {"1", "true"} for name in ("flipH", "flipV")]
    if any(flips):
        across, down = (-1 if one else 1 for one in flips)
        steps.append(f"translate({number(x * (1 - across))} {number(y * (1 - down))}) scale({across} {down})")
    return box, attributes(transform=" ".join(steps))


def _stroke(looks: Element | None, shade: str, width: float) -> str:
    line = None if looks is None else first(looks, qn("a:ln"))
    dashed = None if line is None else first(line, qn("a:prstDash"))
    lengths = _BREAKS.get("" if dashed is None else dashed.get("val", ""), ())
    breaks = " ".join(number(one * width) for one in lengths)
    return attributes(stroke=shade, stroke_width=max(width, 0.25), stroke_dasharray=breaks)


def _outline(looks: Element | None, box: Box) -> str | None:
    """A shape with curves, with ``{}`` for its attributes; None where it has none."""
    if looks is None:
        return None
    own, kind = first(looks, qn("a:custGeom")), _preset(looks)
    if own is not None:
        path = _path(own, box)
        return f'<path d="{path}" fill-rule="evenodd"{{}}/>' if path else None
    if kind in {"ellipse", "flowChartConnector"}:
        place = attributes(cx=box.left + box.width / 2, cy=box.top + box.height / 2)
        return f"<ellipse{place}{attributes(rx=box.width / 2, ry=box.height / 2)}{{}}/>"
    if kind in {"roundRect", "flowChartAlternateProcess"}:
        round_by = min(box.width, box.height) * _adjusted(looks) / 100_000
        return rectangle(box, f"{attributes(rx=round_by)}{{}}")
    if kind in {"homePlate", "chevron"}:
        return _pointed(looks, box, is_notched=kind == "chevron")
    return None


def _pointed(looks: Element, box: Box, *, is_notched: bool) -> str:
    """A pentagon or a chevron (presetShapeDefinitions.xml, ECMA-376 Part 1); both point to the right."""
    tip = min(min(box.width, box.height) * _adjusted(looks, 50_000, _ANY) / 100_000, box.width)
    middle = box.top + box.height / 2
    corners = [(box.left, box.top), (box.right - tip, box.top), (box.right, middle)]
    corners += [(box.right - tip, box.bottom), (box.left, box.bottom)]
    corners += [(box.left + tip, middle)] if is_notched else []
    points = " ".join(f"{number(x)},{number(y)}" for x, y in corners)
    return f'<polygon points="{points}"{{}}/>'


def _adjusted(looks: Element, usual: float = _CORNER, most: float = 50_000.0) -> float:
    """The first handle of a shape, in thousandths of a percent."""
    for guide in looks.iter(qn("a:gd")):
        stated = guide.get("fmla", "").removeprefix("val ")
        if stated.isdecimal():
            return min(most, float(stated))
    return usual


def _path(own: Element, box: Box) -> str:
    """The outlines that somebody drew (``a:custGeom``), placed on a box."""
    found: list[str] = []
    for path in own.iter(qn("a:path")):
        wide, tall = float(path.get("w") or 0), float(path.get("h") or 0)
        across, down = box.width / (wide or 1), box.height / (tall or 1)
        at = (0.0, 0.0)
        for step in path:
            kind = step.tag.rpartition("}")[2]
            points = [_point(one) for one in step.iter(qn("a:pt"))]
            if kind == "close":
                found.append("Z")
            elif kind == "arcTo":
                curve, at = _arc(step, at)
                found.append(_placed("A", curve, at, box, (across, down)))
            elif points and None not in points and kind in _STEPS:
                known = [one for one in points if one is not None]
                at = known[-1]
                placed = (f"{number(box.left + x * across)} {number(box.top + y * down)}" for x, y in known)
                found.append(_STEPS[kind] + " ".join(placed))
    return "".join(found)


_STEPS = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "quadBezTo": "Q"}


def _placed(
    step: str,
    curve: tuple[float, float, bool, bool],
    end: tuple[float, float],
    box: Box,
    by: tuple[float, float],
) -> str:
    wide, tall, is_long, is_right = curve
    across, down = by
    radii = f"{number(abs(wide * across))} {number(abs(tall * down))} 0 {int(is_long)} {int(is_right)}"
    return f"{step}{radii} {number(box.left + end[0] * across)} {number(box.top + end[1] * down)}"


def _arc(
    step: Element, at: tuple[float, float]
) -> tuple[tuple[float, float, bool, bool], tuple[float, float]]:
    """An arc (20.1.9.4): its radii, whether it is the long way round, to the right; and where it ends."""
    try:
        wide, tall = float(step.get("wR", "")), float(step.get("hR", ""))
        start, sweep = (math.radians(float(step.get(name, "")) / _CIRCLE) for name in ("stAng", "swAng"))
    except ValueError:  # a formula's name
        return (0.0, 0.0, False, False), at
    middle = at[0] - wide * math.cos(start), at[1] - tall * math.sin(start)
    end = middle[0] + wide * math.cos(start + sweep), middle[1] + tall * math.sin(start + sweep)
    return (wide, tall, abs(sweep) > math.pi, sweep > 0), end


def _point(element: Element) -> tuple[float, float] | None:
    try:
        return float(element.get("x", "")), float(element.get("y", ""))
    except ValueError:  # a formula's name
        return None
