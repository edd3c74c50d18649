"""What lies behind words: a small picture of a layout, drawn from its fills, shapes and pictures.

It says in which colour words stand out at a place, and where nothing is in their way. LibreOffice would draw it
more truly, but not on every machine, and a deck must not depend on what a machine has: so fills, gradients,
pictures, polygons and lines are drawn here, as large as is needed to tell them apart, and the rest (effects,
rounded corners, pictures in formats of Windows) is not.
"""

from __future__ import annotations

import colorsys
import io
import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageStat

from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.colours import BLACK, RGB, WHITE, Scheme, contrast, mixed
from reportgen.rendering.pptx.adopting.drawn import Drawn
from reportgen.rendering.pptx.geometry import first
from reportgen.rendering.pptx.markup import qn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from reportgen.rendering.pptx.parts import Part

_WIDE = 256
"""Pixels that a page is wide: one is a twentieth of an inch on a usual slide."""
_COLUMNS = 64
"""Cells that a page is wide where room is looked for."""
_LARGE = 0.6
"""The share of a page from which on a shape is ground, and not in the way."""
_APART = 40
"""From how far apart (of 255) two grounds look different."""
_MOST_PIXELS = 60_000_000
_WIDE_ENOUGH = 0.6
"""The share of an area's width from which on room is wide; it counts twice, since words run across."""
_COLOURFUL, _PALE = 0.35, 0.72
"""The saturation from which on, and the lightness up to which a colour is one that a template is known by."""
_LEAST_COLOUR = 0.008
"""The share of a page that such a colour has at the least: a logo is smaller, a band is larger."""
_STEPS = 6
"""Straight pieces that a curve is drawn in."""
_FULL = 100_000
_FILLS = frozenset(
    map(qn, ("a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "p:blipFill", "a:noFill"))
)
_Point = tuple[float, float]
READABLE = 4.5
"""The contrast that words need (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a part's shapes are drawn with: the part, its colours, the fills of its theme."""

    part: Part
    scheme: Scheme
    theme: Element


class Canvas:
    """A page on which grounds and shapes are drawn, in the order in which they lie."""

    def __init__(self, width: float, height: float) -> None:
        """Take the sides of the page in points."""
        self._scale = _WIDE / width
        self._size = (_WIDE, max(1, round(height * self._scale)))
        self._page = width * height
        self._ground = Image.new("RGB", self._size, "white")
        self._whole = self._ground.copy()
        self.unread = 0

    def cover(self, background: Element, source: Source) -> None:
        """Draw a background (``p:bg``)."""
        fill, own = _background(background, source)
        box = (0, 0, *self._size)
        found = None if fill is None else self._texture(fill, box, source, own)
        if found is not None:
            for image in (self._ground, self._whole):
                _paste(image, found, box, [])

    def add(self, shapes: Iterable[Drawn], source: Source) -> None:
        """Draw shapes."""
        for shape in shapes:
            area = shape.box.width * shape.box.height
            layers = [self._whole, self._ground] if area >= _LARGE * self._page else [self._whole]
            for layer in layers:
                self._draw(layer, shape, source)

    def ground(self) -> Ground:
        """Return what has been drawn."""
        return Ground(self._ground, self._whole, self._scale)

    def _draw(self, image: Image.Image, shape: Drawn, source: Source) -> None:
        box = self._pixels(shape.box)
        if shape.element.tag == qn("p:graphicFrame"):
            ImageDraw.Draw(image).rectangle(box, fill=(128, 128, 128))
            return
        outlines = _outline(shape.looks, shape.box, self._scale)
        fill, own = _fill(shape, source)
        if fill is not None:
            found = self._texture(fill, box, source, own)
            if found is not None:
                _paste(image, found, box, outlines)
        line = _line(shape.element, shape.looks, source)
        if line is not None:
            left, top, right, bottom = box
            around = outlines or [[(left, top), (right, top), (right, bottom), (left, bottom)]]
            if shape.element.tag == qn("p:cxnSp"):
                around = [[(left, top), (right, bottom)]]
            for one in around:
                thick = max(1, round(line[1] * self._scale))
                ImageDraw.Draw(image).line([*one, one[0]], fill=_tuple(line[0]), width=thick)

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        left, top = round(box.left * self._scale), round(box.top * self._scale)
        right, bottom = round(box.right * self._scale), round(box.bottom * self._scale)
        return left, top, max(right, left + 1), max(bottom, top + 1)

    def _texture(
        self, fill: Element, box: tuple[int, int, int, int], source: Source, own: RGB | None
    ) -> tuple[Image.Image, Image.Image] | None:
        """A fill as a picture as large as a place, and how much of it is seen."""
        size = min(box[2] - box[0], 4 * _WIDE), min(box[3] - box[1], 4 * _WIDE)
        tag = fill.tag.rpartition("}")[2]
        if tag == "gradFill":
            return _gradient(fill, size, source.scheme, own)
        if tag == "blipFill":
            picture = _picture(fill, source.part)
            if picture is None:
                self.unread += 1
                return None
            small = picture.resize(size)
            return small.convert("RGB"), small.getchannel("A")
        found = [one for part in fill if (one := source.scheme.colour(part, own)) is not None]
        if not found:
            return None
        (colour, seen), (other, _) = found[0], found[-1]  # of a pattern both its colours
        return Image.new("RGB", size, _tuple(mixed(colour, other, 0.5))), Image.new(
            "L", size, round(255 * seen)
        )


def _paste(
    image: Image.Image,
    texture: tuple[Image.Image, Image.Image],
    box: tuple[int, int, int, int],
    outlines: Sequence[Sequence[_Point]],
) -> None:
    """Put a texture where a shape lies; an outline inside another is a hole."""
    left, top = box[:2]
    picture, mask = texture
    if outlines:
        shape = Image.new("L", mask.size, 0)
        for one in outlines:
            layer = Image.new("L", mask.size, 0)
            ImageDraw.Draw(layer).polygon([(x - left, y - top) for x, y in one], fill=255)
            shape = ImageChops.difference(shape, layer)
        mask = ImageChops.multiply(mask, shape)
    image.paste(picture, (left, top), mask)


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies behind words.

    `ground` is the background with all that covers most of the page, `whole` has all that is drawn; `scale` is
    pixels a point.
    """

    ground: Image.Image
    whole: Image.Image
    scale: float

    def colour(self, box: Box) -> RGB:
        """Return the colour that lies behind most of a place."""
        return RGB(*ImageStat.Stat(self.whole.crop(self._pixels(box))).median)

    def ink(self, box: Box, wanted: Sequence[RGB], least: float = READABLE) -> RGB:
        """Return the first of some colours that stands out at a place; else the one that does so most.

        White and black are tried last.
        """
        darkest, lightest = self.span(box)
        tried = (*wanted, WHITE, BLACK)
        by_place = {one: min(contrast(one, darkest), contrast(one, lightest)) for one in tried}
        return next((one for one in tried if by_place[one] >= least), max(tried, key=by_place.__getitem__))

    def stands_out(self, colour: RGB, box: Box, least: float = READABLE) -> bool:
        """Whether words in a colour can be read at a place."""
        return all(contrast(colour, one) >= least for one in self.span(box))

    def span(self, box: Box) -> tuple[RGB, RGB]:
        """Return the darkest and the lightest ground of a place, but for the tenth that lies beyond each."""
        small = self.whole.crop(self._pixels(box)).resize((24, 12))
        found = sorted((RGB(*one) for one in _pixels_of(small)), key=lambda one: one.luminance)
        tenth = len(found) // 10
        return found[tenth], found[-tenth - 1]

    def foremost(self) -> RGB | None:
        """Return the colour, no grey, that most of what is drawn has; None where hardly anything has one."""
        counted: Counter[int] = Counter()
        sums: dict[int, list[float]] = {}
        pixels = _pixels_of(self.whole.resize((96, 54)))
        for red, green, blue in pixels:
            hue, light, deep = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
            if deep >= _COLOURFUL and 0.12 < light < _PALE:  # noqa: PLR2004  what is nearly black has no colour
                key = round(hue * 18) % 18
                counted[key] += 1
                kept = sums.setdefault(key, [0.0, 0.0, 0.0])
                for at, part in enumerate((red, green, blue)):
                    kept[at] += part
        found = counted.most_common(1)
        if not found or found[0][1] < _LEAST_COLOUR * len(pixels):
            return None
        key, count = found[0]
        return RGB(*(part / count for part in sums[key]))

    def is_like(self, other: Ground) -> bool:
        """Whether two grounds look the same."""
        if self.whole.size != other.whole.size:
            return False
        return max(ImageStat.Stat(ImageChops.difference(self.whole, other.whole)).mean) < 0.5  # noqa: PLR2004

    def is_tone_of(self, other: Ground) -> bool:
        """Whether the ground of most of two pages is one."""
        return contrast(*(RGB(*ImageStat.Stat(one.ground).median) for one in (self, other))) < 1.25  # noqa: PLR2004

    def is_calm(self, box: Box) -> bool:
        """Whether a place is of one tone, so that words in one colour can be read all over it."""
        return contrast(*self.span(box)) <= 2.0  # noqa: PLR2004  a gradient that is hardly seen

    def is_free(self, box: Box) -> bool:
        """Whether nothing is drawn at a place but the ground."""
        return self._share_taken(box) <= 0.02  # noqa: PLR2004  the edge of what lies beside it

    def _share_taken(self, box: Box) -> float:
        taken = self._taken().crop(self._pixels(box))
        return float(ImageStat.Stat(taken).mean[0]) / 255

    def _taken(self) -> Image.Image:
        """White where something is drawn that is not the ground."""
        parts = ImageChops.difference(self.ground, self.whole).split()
        most = ImageChops.lighter(ImageChops.lighter(parts[0], parts[1]), parts[2])
        return most.point([255 if value > _APART else 0 for value in range(256)])

    def room(self, area: Box) -> Box:
        """Return the largest place in an area where nothing is in the way, and the ground is of one tone.

        One that is wider than most of the area goes before a larger one that is not.
        """
        cell = self.whole.width / _COLUMNS / self.scale
        across, down = max(1, int(area.width / cell)), max(1, int(area.height / cell))
        pixels = self._pixels(area)
        taken = self._taken().crop(pixels).resize((across, down), Image.Resampling.BOX)
        tones = self.ground.crop(pixels).resize((across, down), Image.Resampling.BOX)
        blocked = [value > 20 for value in _values_of(taken)]  # noqa: PLR2004  a twelfth of a cell
        colours = [RGB(*one) for one in _pixels_of(tones)]
        middle = sorted(colours, key=lambda one: one.luminance)[len(colours) // 2]
        ink = BLACK if contrast(BLACK, middle) >= contrast(WHITE, middle) else WHITE
        free = [
            not taken_up and contrast(ink, colour) >= READABLE
            for taken_up, colour in zip(blocked, colours, strict=True)
        ]
        left, top, right, bottom = _largest(free, across, down)
        wide, tall = area.width / across, area.height / down
        return Box(
            area.left + left * wide, area.top + top * tall, (right - left) * wide, (bottom - top) * tall
        )

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        left = min(max(0, round(box.left * self.scale)), self.whole.width - 1)
        top = min(max(0, round(box.top * self.scale)), self.whole.height - 1)
        right = min(max(left + 1, round(box.right * self.scale)), self.whole.width)
        bottom = min(max(top + 1, round(box.bottom * self.scale)), self.whole.height)
        return left, top, right, bottom


def _largest(free: Sequence[bool], across: int, down: int) -> tuple[int, int, int, int]:
    """The largest rectangle of free cells: left, top, right, bottom."""
    heights = [0] * across
    best, most = (0, 0, 0, 0), 0
    for row in range(down):
        for column in range(across):
            heights[column] = heights[column] + 1 if free[row * across + column] else 0
        stack: list[int] = []
        for column in range(across + 1):
            tall = heights[column] if column < across else 0
            while stack and heights[stack[-1]] >= tall:
                high = heights[stack.pop()]
                left = stack[-1] + 1 if stack else 0
                size = high * (column - left) * (2 if column - left >= _WIDE_ENOUGH * across else 1)
                if size > most:
                    most = size
                    best = left, row - high + 1, column, row + 1
            stack.append(column)
    return best


def _values_of(image: Image.Image) -> list[int]:
    return list(image.tobytes())


def _pixels_of(image: Image.Image) -> list[tuple[int, ...]]:
    data = image.convert("RGB").tobytes()
    return [tuple(data[at : at + 3]) for at in range(0, len(data), 3)]


def _tuple(colour: RGB) -> tuple[int, int, int]:
    red, green, blue = (max(0, min(255, round(part))) for part in colour)
    return red, green, blue


def _background(background: Element, source: Source) -> tuple[Element | None, RGB | None]:
    """The fill of a background, and the colour that its style is given."""
    stated = first(background, qn("p:bgPr"))
    if stated is not None:
        return next((child for child in stated if child.tag in _FILLS), None), None
    named = first(background, qn("p:bgRef"))
    if named is None:
        return None, None
    return _of_theme(named, source)


def _of_theme(named: Element, source: Source) -> tuple[Element | None, RGB | None]:
    """A fill of the theme by its number (ISO/IEC 29500-1, 20.1.4.1.10: from 1001 on one for backgrounds)."""
    number = int(named.get("idx", 0))
    found = source.scheme.colour(named)
    own = None if found is None else found[0]
    name, at = ("a:bgFillStyleLst", number - 1001) if number > 1000 else ("a:fillStyleLst", number - 1)  # noqa: PLR2004
    listed = source.theme.find(f".//{qn(name)}")
    if listed is None or not 0 <= at < len(listed):
        return None, own
    return listed[at], own


def _fill(drawn: Drawn, source: Source) -> tuple[Element | None, RGB | None]:
    shape, looks = drawn.element, drawn.looks
    if looks is not None and drawn.group is not None and first(looks, qn("a:grpFill")) is not None:
        looks = drawn.group
    if shape.tag == qn("p:pic"):
        return first(shape, qn("p:blipFill")), None
    stated = None if looks is None else next((child for child in looks if child.tag in _FILLS), None)
    if stated is not None:
        return (None if stated.tag == qn("a:noFill") else stated), None
    named = first(shape, qn("p:style"), qn("a:fillRef"))
    if named is None or int(named.get("idx", 0)) == 0:
        return None, None
    return _of_theme(named, source)


def _line(shape: Element, looks: Element | None, source: Source) -> tuple[RGB, float] | None:
    """The colour and the width in points of a shape's outline; None where it has none."""
    stated = None if looks is None else first(looks, qn("a:ln"))
    named = first(shape, qn("p:style"), qn("a:lnRef"))
    colour = None
    if stated is not None:
        if first(stated, qn("a:noFill")) is not None:
            return None
        filled = first(stated, qn("a:solidFill"))
        colour = None if filled is None else source.scheme.colour(filled)
    if colour is None and named is not None and int(named.get("idx", 0)) > 0:
        colour = source.scheme.colour(named)
    if colour is None:
        return None
    width = 9525 if stated is None else int(stated.get("w", 9525))
    return colour[0], width / 12700


def _outline(looks: Element | None, box: Box, scale: float) -> list[list[_Point]]:
    """The outlines of a shape that is no rectangle, in pixels; none for one that fills its place."""
    if looks is None:
        return []
    own, named, place = (first(looks, qn(name)) for name in ("a:custGeom", "a:prstGeom", "a:xfrm"))
    found: list[list[_Point]] = []
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


def _placed(point: _Point, box: Box, turned: float, scale: float) -> _Point:
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
    "ellipse": [(0.5 + 0.5 * math.cos(a / 12 * math.pi), 0.5 + 0.5 * math.sin(a / 12 * math.pi)) for a in range(24)],
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


def _curve(start: _Point, one: _Point, other: _Point, end: _Point) -> Iterator[_Point]:
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


def _gradient(
    fill: Element, size: tuple[int, int], scheme: Scheme, own: RGB | None
) -> tuple[Image.Image, Image.Image] | None:
    """A gradient as a picture (20.1.8.33): along its line, or from its middle."""
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
        for table, part in zip(tables, (*_tuple(at), round(255 * seen)), strict=True):
            table.append(part)
    red, green, blue, mask = (base.point(table) for table in tables)
    return Image.merge("RGB", (red, green, blue)), mask


def _between(stops: Sequence[tuple[float, RGB, float]], at: float) -> tuple[RGB, float]:
    before = [one for one in stops if one[0] <= at] or [stops[0]]
    after = [one for one in stops if one[0] >= at] or [stops[-1]]
    (start, one, seen), (end, other, later) = before[-1], after[0]
    share = 0.0 if end <= start else (at - start) / (end - start)
    return mixed(one, other, share), seen + (later - seen) * share


def _picture(fill: Element, part: Part) -> Image.Image | None:
    """The picture of a fill, cut as it states; None where it is of a kind that is not read."""
    blip = first(fill, qn("a:blip"))
    found = None if blip is None else part.rels.get(blip.get(qn("r:embed"), ""))
    if found is None or found.part is None:
        return None
    try:
        image = Image.open(io.BytesIO(found.part.data))
        if image.width * image.height > _MOST_PIXELS or image.format in {"EMF", "WMF"}:
            return None
        image.draft("RGB", (4 * _WIDE, 4 * _WIDE))
        picture = image.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    cut = first(fill, qn("a:srcRect"))
    if cut is not None:
        left, top, right, bottom = (int(float(cut.get(side) or 0)) / _FULL for side in "ltrb")
        wide, tall = picture.size
        box = (round(left * wide), round(top * tall), round((1 - right) * wide), round((1 - bottom) * tall))
        if box[0] < box[2] and box[1] < box[3]:
            picture = picture.crop(box)
    faint = None if blip is None else first(blip, qn("a:alphaModFix"))
    if faint is not None:
        share = int(float(faint.get("amt") or _FULL)) / _FULL
        picture.putalpha(picture.getchannel("A").point(lambda value: round(value * share)))
    return picture
