"""A small picture of a layout, drawn from its fills, shapes and pictures, in the order in which they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw

from reportgen.rendering.pptx.adopting.colours import RGB, mixed
from reportgen.rendering.pptx.adopting.drawn import Drawn
from reportgen.rendering.pptx.adopting.fills import Source, fill_of, fill_of_background, line_of
from reportgen.rendering.pptx.adopting.ground import Ground
from reportgen.rendering.pptx.adopting.outlines import Point, outlines_of
from reportgen.rendering.pptx.adopting.textures import gradient, picture, whole
from reportgen.rendering.pptx.markup import qn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element as Element

    from reportgen.planning.deck import Box

_WIDE = 256
"""Pixels that a page is wide: one is a twentieth of an inch on a usual slide."""
_LARGE = 0.6
"""The share of a page from which on a shape is ground, and not in the way."""


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
        fill, own = fill_of_background(background, source)
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
        outlines = outlines_of(shape.looks, shape.box, self._scale)
        fill, own = fill_of(shape, source)
        if fill is not None:
            found = self._texture(fill, box, source, own)
            if found is not None:
                _paste(image, found, box, outlines)
        line = line_of(shape.element, shape.looks, source)
        if line is not None:
            left, top, right, bottom = box
            around = outlines or [[(left, top), (right, top), (right, bottom), (left, bottom)]]
            if shape.element.tag == qn("p:cxnSp"):
                around = [[(left, top), (right, bottom)]]
            for one in around:
                thick = max(1, round(line[1] * self._scale))
                ImageDraw.Draw(image).line([*one, one[0]], fill=whole(line[0]), width=thick)

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
            return gradient(fill, size, source.scheme, own)
        if tag == "blipFill":
            found = picture(fill, source.part)
            if found is None:
                self.unread += 1
                return None
            small = found.resize(size)
            return small.convert("RGB"), small.getchannel("A")
        colours = [one for part in fill if (one := source.scheme.colour(part, own)) is not None]
        if not colours:
            return None
        (colour, seen), (other, _) = colours[0], colours[-1]  # of a pattern both its colours
        return Image.new("RGB", size, whole(mixed(colour, other, 0.5))), Image.new(
            "L", size, round(255 * seen)
        )


def _paste(
    image: Image.Image,
    texture: tuple[Image.Image, Image.Image],
    box: tuple[int, int, int, int],
    outlines: Sequence[Sequence[Point]],
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
