"""Fills as pictures: gradients and pictures, with how much of them is seen."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

from reportgen.rendering.pptx.adopting.colours import RGB, Scheme, mixed
from reportgen.rendering.pptx.geometry import first
from reportgen.rendering.pptx.markup import qn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from reportgen.rendering.pptx.parts import Part

_MOST_PIXELS = 60_000_000
"""Pixels of a picture that is read; a template has some hundred thousand."""
_DRAFT = 1024
"""The side of a picture as it is read where its format allows to read less."""
_FULL = 100_000


def gradient(
    fill: Element, size: tuple[int, int], scheme: Scheme, own: RGB | None
) -> tuple[Image.Image, Image.Image] | None:
    """Return a gradient as a picture (20.1.8.33): along its line, or from its middle."""
    stops = []
    for stop in fill.iter(qn("a:gs")):
        colour = scheme.colour(stop, own)
        if colour is not None:
            stops.append((int(float(stop.get("pos") or 0)) / _FULL, *colour))
    if not stops:
        return None
    stops.sort(key=lambda one: one[0])
    line = first(fill, qn("a:lin"))
    if first(fill, qn("a:path")) is not None:
        base = Image.radial_gradient("L").crop((37, 37, 219, 219)).point(lambda value: min(255, value * 1.4))
    else:
        turned = 0 if line is None else int(line.get("ang") or 0) / 60_000
        base = Image.linear_gradient("L").rotate(90 - turned, Image.Resampling.BILINEAR, fillcolor=128)
    base = base.resize(size)
    tables: list[list[int]] = [[], [], [], []]
    for value in range(256):
        at, seen = _between(stops, value / 255)
        for table, part in zip(tables, (*whole(at), round(255 * seen)), strict=True):
            table.append(part)
    red, green, blue, mask = (base.point(table) for table in tables)
    return Image.merge("RGB", (red, green, blue)), mask


def _between(stops: Sequence[tuple[float, RGB, float]], at: float) -> tuple[RGB, float]:
    before = [one for one in stops if one[0] <= at] or [stops[0]]
    after = [one for one in stops if one[0] >= at] or [stops[-1]]
    (start, one, seen), (end, other, later) = before[-1], after[0]
    share = 0.0 if end <= start else (at - start) / (end - start)
    return mixed(one, other, share), seen + (later - seen) * share


def picture(fill: Element, part: Part) -> Image.Image | None:
    """Return the picture of a fill, cut as it states; None where it is of a kind that is not read."""
    blip = first(fill, qn("a:blip"))
    found = None if blip is None else part.rels.get(blip.get(qn("r:embed"), ""))
    if found is None or found.part is None:
        return None
    try:
        opened = Image.open(io.BytesIO(found.part.data))
        if opened.width * opened.height > _MOST_PIXELS or opened.format in {"EMF", "WMF"}:
            return None
        opened.draft("RGB", (_DRAFT, _DRAFT))
        image = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    cut = first(fill, qn("a:srcRect"))
    if cut is not None:
        left, top, right, bottom = (int(float(cut.get(side) or 0)) / _FULL for side in "ltrb")
        wide, tall = image.size
        box = (round(left * wide), round(top * tall), round((1 - right) * wide), round((1 - bottom) * tall))
        if box[0] < box[2] and box[1] < box[3]:
            image = image.crop(box)
    faint = None if blip is None else first(blip, qn("a:alphaModFix"))
    if faint is not None:
        share = int(float(faint.get("amt") or _FULL)) / _FULL
        image.putalpha(image.getchannel("A").point([round(value * share) for value in range(256)]))
    return image


def whole(colour: RGB) -> tuple[int, int, int]:
    """Return a colour in whole numbers."""
    red, green, blue = (max(0, min(255, round(part))) for part in colour)
    return red, green, blue
