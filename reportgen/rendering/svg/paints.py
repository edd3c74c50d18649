"""Fills as attributes of a picture's shapes: colours, gradients, pictures, patterns."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.rendering.pptx.adopting.colours import RGB, mixed
from reportgen.rendering.pptx.geometry import first
from reportgen.rendering.pptx.markup import qn
from reportgen.rendering.svg.marks import attributes, colour, defined, ends, number, share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from reportgen.planning.deck import Box
    from reportgen.rendering.pptx.adopting.fills import Source

_FULL = 100_000
_WIDEST = 1280
"""Pixels of a picture that covers the page: what a screen shows of it when it is looked at large."""
_LEAST = 16
_QUALITY = 82
_DENSE = 4 / 3
"""Pixels a point, so that a page of 960 points is as wide as the widest picture."""


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is filled: what is defined before it, its attributes, or a picture that is cut by it."""

    before: str = ""
    looks: str = ' fill="none"'
    image: str = ""


NOTHING = Paint()


def paint(fill: Element | None, own: RGB | None, source: Source, box: Box) -> Paint:
    """Return a fill (``a:solidFill`` …) on a box in points; `own` is what stands for ``phClr``."""
    if fill is None:
        return NOTHING
    kind = fill.tag.rpartition("}")[2]
    if kind == "gradFill":
        return _gradient(fill, own, source, box)
    if kind == "blipFill":
        return _picture(fill, source, box)
    stated = [one for part in fill if (one := source.scheme.colour(part, own)) is not None]
    if not stated:
        return NOTHING
    if kind == "pattFill":  # seen from afar, a pattern is the mean of its colours
        return flat(mixed(stated[0][0], stated[-1][0], 0.5))
    return flat(*stated[0])


def flat(stated: RGB, seen: float = 1.0) -> Paint:
    """Return a fill of one colour."""
    return Paint(looks=attributes(fill=colour(stated), fill_opacity=share(seen)))


def _gradient(fill: Element, own: RGB | None, source: Source, box: Box) -> Paint:
    """A gradient (20.1.8.33): along its line, or from its middle."""
    stops = []
    for stop in fill.iter(qn("a:gs")):
        found = source.scheme.colour(stop, own)
        if found is not None:
            stops.append((int(float(stop.get("pos") or 0)) / _FULL, *found))
    if not stops:
        return NOTHING
    stops.sort(key=lambda one: one[0])
    path = first(fill, qn("a:path"))
    if path is not None:
        across, down = _middle(path)
        reach = max(((x - across) ** 2 + (y - down) ** 2) ** 0.5 for x in (0, 1) for y in (0, 1))
        place = f'cx="{number(across)}" cy="{number(down)}" r="{number(reach)}"'
        before, named = defined(f'<radialGradient id="{{}}" {place}>{_stops(stops)}</radialGradient>')
        return Paint(before, attributes(fill=named))
    line = first(fill, qn("a:lin"))
    turned = 0.0 if line is None else int(line.get("ang") or 0) / 60_000
    names = zip(("x1", "y1", "x2", "y2"), ends(turned, box.width, box.height), strict=True)
    place = " ".join(
        f'{name}="{number(one + (box.left if name[0] == "x" else box.top))}"' for name, one in names
    )
    before, named = defined(
        f'<linearGradient id="{{}}" gradientUnits="userSpaceOnUse" {place}>{_stops(stops)}</linearGradient>'
    )
    return Paint(before, attributes(fill=named))


def _stops(stops: Sequence[tuple[float, RGB, float]]) -> str:
    return "".join(
        f'<stop offset="{number(at)}"{attributes(stop_color=colour(one), stop_opacity=share(seen))}/>'
        for at, one, seen in stops
    )


def _middle(path: Element) -> tuple[float, float]:
    inner = first(path, qn("a:fillToRect"))
    if inner is None:
        return 0.5, 0.5
    left, top, right, bottom = (int(float(inner.get(side) or 0)) / _FULL for side in "ltrb")
    return (left + 1 - right) / 2, (top + 1 - bottom) / 2


def _picture(fill: Element, source: Source, box: Box) -> Paint:
    """A picture, as many pixels of it as are seen; nothing where it is of a kind that is not read."""
    # Our own templates have none, and the library that reads them takes long to load.
    from PIL import Image

    from reportgen.rendering.pptx.adopting.textures import picture

    found = picture(fill, source.part)
    if found is None:
        return NOTHING
    wide, tall = (
        min(size, _WIDEST, max(_LEAST, round(side * _DENSE)))
        for size, side in zip(found.size, (box.width, box.height), strict=True)
    )
    small = found.resize((wide, tall))
    data = io.BytesIO()
    kind = "jpeg"
    if small.getchannel("A").getextrema()[0] == 255:  # noqa: PLR2004  seen everywhere
        small.convert("RGB").save(data, "JPEG", quality=_QUALITY, optimize=True)
    else:
        small.quantize(256, Image.Quantize.FASTOCTREE).save(data, "PNG", optimize=True)
        kind = "png"
    place = f'x="{number(box.left)}" y="{number(box.top)}" width="{number(box.width)}"'
    coded = base64.b64encode(data.getvalue()).decode()
    return Paint(
        image=f'<image {place} height="{number(box.height)}" preserveAspectRatio="none"{{}} '
        f'href="data:image/{kind};base64,{coded}"/>'
    )
