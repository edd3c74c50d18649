"""What lies behind words: a small picture of a layout, drawn from its fills, shapes and pictures.

It says in which colour words stand out at a place, and where nothing is in their way. LibreOffice would draw it
more truly, but not on every machine, and a deck must not depend on what a machine has: so fills, gradients,
pictures, polygons and lines are drawn here, as large as is needed to tell them apart, and the rest (effects,
rounded corners, pictures in formats of Windows) is not.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageStat

from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.colours import BLACK, RGB, WHITE, Scheme, contrast, mixed
from reportgen.rendering.pptx.adopting.drawn import Drawn
from reportgen.rendering.pptx.geometry import first
from reportgen.rendering.pptx.markup import qn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
_FULL = 100_000
_FILLS = frozenset(
    map(qn, ("a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "p:blipFill", "a:noFill"))
)
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
        if fill is not None:
            box = (0, 0, self._size[0], self._size[1])
            for image in (self._ground, self._whole):
                self._paint(image, box, [], fill, source, own)

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
        left, top, right, bottom = self._pixels(shape.box)
        looks, element = shape.looks, shape.element
        if shape.element.tag == qn("p:graphicFrame"):
            ImageDraw.Draw(image).rectangle((left, top, right, bottom), fill=(128, 128, 128))
            return
        points = _outline(looks, shape.box, self._scale)
        fill, own = _fill(element, looks, source)
        if fill is not None:
            self._paint(image, (left, top, right, bottom), points, fill, source, own)
        line = _line(element, looks, source)
        if line is not None:
            colour, width = line
            thick = max(1, round(width * self._scale))
            path = points or [(left, top), (right, top), (right, bottom), (left, bottom)]
            if element.tag == qn("p:cxnSp"):
                path = [(left, top), (right, bottom)]
            else:
                path = [*path, path[0]]
            ImageDraw.Draw(image).line(path, fill=_tuple(colour), width=thick)

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        left, top = round(box.left * self._scale), round(box.top * self._scale)
        right, bottom = round(box.right * self._scale), round(box.bottom * self._scale)
        return left, top, max(right, left + 1), max(bottom, top + 1)

    def _paint(
        self,
        image: Image.Image,
        box: tuple[int, int, int, int],
        points: Sequence[tuple[float, float]],
        fill: Element,
        source: Source,
        own: RGB | None,
    ) -> None:
        left, top = max(box[0], -4 * _WIDE), max(box[1], -4 * _WIDE)
        right, bottom = min(box[2], 4 * _WIDE), min(box[3], 4 * _WIDE)
        if right <= left or bottom <= top:
            return
        found = self._texture(fill, (right - left, bottom - top), source, own)
        if found is None:
            return
        texture, mask = found
        if points:
            shape = Image.new("L", mask.size, 0)
            ImageDraw.Draw(shape).polygon([(x - left, y - top) for x, y in points], fill=255)
            mask = ImageChops.multiply(mask, shape)
        image.paste(texture, (left, top), mask)

    def _texture(
        self, fill: Element, size: tuple[int, int], source: Source, own: RGB | None
    ) -> tuple[Image.Image, Image.Image] | None:
        """A fill as a picture of a size, and how much of it is seen."""
        tag = fill.tag.rpartition("}")[2]
        if tag == "solidFill":
            found = source.scheme.colour(fill, own)
            if found is None:
                return None
            colour, seen = found
            return Image.new("RGB", size, _tuple(colour)), Image.new("L", size, round(255 * seen))
        if tag == "gradFill":
            return _gradient(fill, size, source.scheme, own)
        if tag == "pattFill":
            parts = [source.scheme.colour(one, own) for one in fill]
            pair = [one[0] for one in parts if one is not None] or [WHITE]
            return Image.new("RGB", size, _tuple(mixed(pair[0], pair[-1], 0.5))), Image.new("L", size, 255)
        if tag == "blipFill":
            picture = _picture(fill, source.part)
            if picture is None:
                self.unread += 1
                return None
            small = picture.resize(size)
            return small.convert("RGB"), small.getchannel("A")
        return None


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

    def is_like(self, other: Ground) -> bool:
        """Whether two grounds look the same."""
        if self.whole.size != other.whole.size:
            return False
        return max(ImageStat.Stat(ImageChops.difference(self.whole, other.whole)).mean) < 0.5  # noqa: PLR2004

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

        Its sides are those of the area where nothing is drawn.
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
                if high * (column - left) > most:
                    most = high * (column - left)
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


def _fill(shape: Element, looks: Element | None, source: Source) -> tuple[Element | None, RGB | None]:
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


def _outline(looks: Element | None, box: Box, scale: float) -> list[tuple[float, float]]:
    """The corners of a shape that is no rectangle, in pixels; none for one that fills its place."""
    if looks is None:
        return []
    own = first(looks, qn("a:custGeom"))
    named = first(looks, qn("a:prstGeom"))
    place = first(looks, qn("a:xfrm"))
    corners: list[tuple[float, float]] = []
    if own is not None:
        corners = _path(own)
    elif named is not None:
        corners = _preset(named.get("prst", "rect"))
    turned = 0.0 if place is None else int(place.get("rot", 0)) / 60_000
    if not corners and turned % 90 == 0:
        return []
    corners = corners or [(0, 0), (1, 0), (1, 1), (0, 1)]
    if place is not None and place.get("flipH") in {"1", "true"}:
        corners = [(1 - x, y) for x, y in corners]
    if place is not None and place.get("flipV") in {"1", "true"}:
        corners = [(x, 1 - y) for x, y in corners]
    width, height = box.width, box.height
    if abs(turned % 180 - 90) < 45:  # noqa: PLR2004  the box has been laid on its side
        width, height = height, width
    middle = box.left + box.width / 2, box.top + box.height / 2
    angle = math.radians(turned)
    out = []
    for x, y in corners:
        dx, dy = (x - 0.5) * width, (y - 0.5) * height
        out.append(
            (
                (middle[0] + dx * math.cos(angle) - dy * math.sin(angle)) * scale,
                (middle[1] + dx * math.sin(angle) + dy * math.cos(angle)) * scale,
            )
        )
    return out


_CORNERS: Mapping[str, list[tuple[float, float]]] = {
    "rtTriangle": [(0, 0), (1, 1), (0, 1)],
    "triangle": [(0.5, 0), (1, 1), (0, 1)],
    "diamond": [(0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)],
    "parallelogram": [(0.25, 0), (1, 0), (0.75, 1), (0, 1)],
    "ellipse": [(0.5 + 0.5 * math.cos(a / 12 * math.pi), 0.5 + 0.5 * math.sin(a / 12 * math.pi)) for a in range(24)],
}  # fmt: skip


def _preset(name: str) -> list[tuple[float, float]]:
    return list(_CORNERS.get(name, []))


def _path(own: Element) -> list[tuple[float, float]]:
    """The corners of a path that somebody drew, as shares of its box; of several the longest."""
    found: list[list[tuple[float, float]]] = []
    for path in own.iter(qn("a:path")):
        wide, tall = float(path.get("w") or 0), float(path.get("h") or 0)
        points = [_point(one) for one in path.iter(qn("a:pt"))]
        known = [one for one in points if one is not None]
        if wide > 0 and tall > 0 and known:
            found.append([(x / wide, y / tall) for x, y in known])
    longest = max(found, key=len, default=[])
    return longest if len(longest) > 2 else []  # noqa: PLR2004  two points are no area


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
        colour, seen = _between(stops, value / 255)
        for table, part in zip(tables, (*_tuple(colour), round(255 * seen)), strict=True):
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
