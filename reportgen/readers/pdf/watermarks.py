"""Watermarks that stand upright: large faint type behind the words of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.readers.pdf.chars import Glyph, TypeLook

_LARGE = 1.3
"""How many times larger than the text a watermark is at the least."""
_CORE = (0.1, 0.7)
"""What of a character's height, in type sizes above its base, is hardly ever empty."""


@dataclass(slots=True)
class Watermarks:
    """Takes watermarks out of pages, and remembers them: on the last page there may be no words over them."""

    known: set[tuple[str, TypeLook]] = field(default_factory=set)

    def without(self, glyphs: Sequence[Glyph]) -> tuple[tuple[Glyph, ...], int]:
        """Return the characters of a page without watermarks, and how many watermarks there were."""
        looks = Counter(glyph.look.size for glyph in glyphs)
        large = _LARGE * max(looks, key=lambda one: (looks[one], one), default=0.0)
        faint: dict[TypeLook, list[Glyph]] = {}
        for glyph in glyphs:
            if glyph.faint and (glyph.look.size >= large or (glyph.text, glyph.look) in self.known):
                faint.setdefault(glyph.look, []).append(glyph)
        others = [glyph for glyph in glyphs if not glyph.faint]
        gone: set[int] = set()
        for look, found in faint.items():
            marks = {(glyph.text, look) for glyph in found}
            if marks <= self.known or any(_overlap(one, two) for one in found for two in others):
                self.known |= marks
                gone |= {id(glyph) for glyph in found}
        count = len({glyph.look for glyph in glyphs if id(glyph) in gone})
        return tuple(glyph for glyph in glyphs if id(glyph) not in gone), count


def _overlap(one: Glyph, two: Glyph) -> bool:
    (low, high), (bottom, top) = _core(one), _core(two)
    return one.left < two.right and two.left < one.right and low < top and bottom < high


def _core(glyph: Glyph) -> tuple[float, float]:
    return glyph.base + _CORE[0] * glyph.look.size, glyph.base + _CORE[1] * glyph.look.size
