"""What lies behind words: in which colour they stand out at a place, and where nothing is in their way.

LibreOffice would draw a layout more truly than `canvas.py`, but not on every machine, and a deck must not
depend on what a machine has: so fills, gradients, pictures, polygons and lines are drawn, as large as is
needed to tell them apart, and the rest (effects, rounded corners, pictures in formats of Windows) is not.
"""

from __future__ import annotations

import colorsys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageStat

from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.colours import BLACK, RGB, WHITE, contrast

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLUMNS = 64
"""Cells that a page is wide where room is looked for."""
_APART = 40
"""From how far apart (of 255) two grounds look different."""
_WIDE_ENOUGH = 0.6
"""The share of an area's width from which on room is wide; it counts twice, since words run across."""
_COLOURFUL, _PALE = 0.35, 0.72
"""The saturation from which on, and the lightness up to which a colour is one that a template is known by."""
_LEAST_COLOUR = 0.008
"""The share of a page that such a colour has at the least: a logo is smaller, a band is larger."""
PLATE = 0.9
"""How much is seen of a plate that is laid under words which could not be read else."""
_AT_EASE = 7.0
"""The contrast at which words are read at ease (WCAG 2.2, 1.4.6)."""
_NIGHT, _DARK = RGB(18, 20, 24), 0.06
"""The colour of a plate on a dark page, and the luminance up to which a page is one."""
READABLE = 4.5
"""The contrast that words need (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies behind words.

    `ground` is the background with all that covers most of the page, `whole` has all that is drawn;
    `scale` is pixels a point.
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

    def reads(self, box: Box) -> bool:
        """Whether black or white words can be read at ease at a place, whatever is drawn there."""
        span = self.span(box)
        return max(min(contrast(ink, one) for one in span) for ink in (WHITE, BLACK)) >= _AT_EASE

    def plate(self, box: Box) -> tuple[Ground, RGB]:
        """Return this ground with a plate laid on a place, and the plate's colour: white, or nearly black."""
        colour = _NIGHT if self.colour(box).luminance < _DARK else WHITE
        layer = Image.new("RGB", self.whole.size, tuple(map(round, colour)))
        mask = Image.new("L", self.whole.size, 0)
        mask.paste(round(255 * PLATE), self._pixels(box))
        whole, ground = (Image.composite(layer, one, mask) for one in (self.whole, self.ground))
        return Ground(ground, whole, self.scale), colour

    def is_like(self, other: Ground) -> bool:
        """Whether two grounds look the same."""
        if self.whole.size != other.whole.size:
            return False
        return max(ImageStat.Stat(ImageChops.difference(self.whole, other.whole)).mean) < 0.5  # noqa: PLR2004

    def is_tone_of(self, other: Ground) -> bool:
        """Whether the ground of most of two pages is one."""
        if self.ground.size != other.ground.size:
            return False
        apart = sum(ImageStat.Stat(ImageChops.difference(self.ground, other.ground)).mean) / 3
        tones = (RGB(*ImageStat.Stat(one.ground).median) for one in (self, other))
        return apart < _APART and contrast(*tones) < 1.25  # noqa: PLR2004  what is hardly seen

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
