"""Colours of a template as numbers: its scheme, what is done to a colour there, and how two stand out."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reportgen.rendering.pptx.markup import qn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_WHOLE = 100_000
_PRESET = {"black": 0x000000, "white": 0xFFFFFF, "red": 0xFF0000, "green": 0x008000, "blue": 0x0000FF, "yellow": 0xFFFF00, "gray": 0x808080, "darkGray": 0xA9A9A9, "lightGray": 0xD3D3D3, "orange": 0xFFA500, "navy": 0x000080}  # fmt: skip  # noqa: E501  of ISO/IEC 29500-1, 20.1.10.48 those that programs write
_SYSTEM = {"windowText": 0x000000, "window": 0xFFFFFF}
SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
"""The colours of a scheme (ISO/IEC 29500-1, 20.1.6.2)."""
_USUAL = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


class RGB(NamedTuple):
    """A colour; each part from 0 to 255."""

    red: float
    green: float
    blue: float

    @property
    def hexadecimal(self) -> str:
        """As files write it (1F3864)."""
        return "".join(f"{max(0, min(255, round(part))):02X}" for part in self)

    @property
    def luminance(self) -> float:
        """The relative luminance, from 0 to 1 (WCAG 2.2)."""
        red, green, blue = (_linear(part / 255) for part in self)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


WHITE, BLACK = RGB(255, 255, 255), RGB(0, 0, 0)


def contrast(one: RGB, other: RGB) -> float:
    """Return how two colours stand out from each other, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    high, low = sorted((one.luminance, other.luminance), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(one: RGB, other: RGB, share: float) -> RGB:
    """Return one colour with a share of another in it."""
    return RGB(*(mine + (its - mine) * share for mine, its in zip(one, other, strict=True)))


def of_hexadecimal(text: str) -> RGB:
    """Return the colour that six figures stand for.

    Raises:
        ValueError: they are no such figures.
    """
    return _of_number(int(text, 16))


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of a theme by their names there, and what a master's names mean (bg1: lt1)."""

    colours: Mapping[str, RGB]
    names: Mapping[str, str] = field(default_factory=lambda: _USUAL)

    def named(self, name: str) -> RGB | None:
        """Return the colour of a name as markup has it (accent1, tx1); None where it has none."""
        return self.colours.get(self.names.get(name, name))

    def colour(self, element: Element, own: RGB | None = None) -> tuple[RGB, float] | None:
        """Return the colour that an element states, and how much of it is seen, from 0 to 1.

        Args:
            element: the colour, or what holds it (``a:solidFill``).
            own: what stands for the colour of a style (``phClr``).
        """
        for child in (element, *element):
            base = self._base(child, own)
            if base is not None:
                return _changed(base, child)
        return None

    def _base(self, element: Element, own: RGB | None) -> RGB | None:
        tag, value = element.tag, element.get("val", "")
        if tag == qn("a:srgbClr"):
            return of_hexadecimal(value)
        if tag == qn("a:schemeClr"):
            return own if value == "phClr" else self.named(value)
        if tag == qn("a:sysClr"):
            return of_hexadecimal(element.get("lastClr") or f"{_SYSTEM.get(value, 0):06X}")
        if tag == qn("a:prstClr"):
            return _of_number(_PRESET.get(value, 0x808080))
        if tag == qn("a:scrgbClr"):
            return RGB(*(255 * _curved(int(element.get(part, 0)) / _WHOLE) for part in "rgb"))
        return None


def scheme_of(theme: Element, names: Mapping[str, str] | None = None) -> Scheme:
    """Return the colours of a theme (``a:theme``); `names` is a master's map of colours."""
    plain = Scheme({})
    found: dict[str, RGB] = {}
    for slot in SLOTS:
        stated = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{slot}')}")
        colour = None if stated is None else plain.colour(stated)
        if colour is not None:
            found[slot] = colour[0]
    return Scheme(found, {**_USUAL, **(names or {})})


def _of_number(number: int) -> RGB:
    return RGB(number >> 16 & 255, number >> 8 & 255, number & 255)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  sRGB's curve


def _curved(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055  # noqa: PLR2004  sRGB's curve


def _changed(base: RGB, element: Element) -> tuple[RGB, float]:
    """A colour after what is done to it, in the order in which that is written (20.1.2.3)."""
    colour, seen = base, 1.0
    for change in element:
        if not isinstance(change.tag, str):
            continue
        name, share = change.tag.rpartition("}")[2], int(change.get("val") or 0) / _WHOLE
        if name == "alpha":
            seen = share
        elif name == "tint":
            colour = mixed(WHITE, colour, share)
        elif name == "shade":
            colour = mixed(BLACK, colour, share)
        elif name in {"lumMod", "lumOff", "satMod", "satOff", "hueOff", "hueMod"}:
            colour = _in_hls(colour, name, share)
    return colour, seen


def _in_hls(colour: RGB, name: str, share: float) -> RGB:
    hue, light, deep = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    if name.startswith("lum"):
        light = light * share if name == "lumMod" else light + share
    elif name.startswith("sat"):
        deep = deep * share if name == "satMod" else deep + share
    light, deep = max(0.0, min(1.0, light)), max(0.0, min(1.0, deep))
    return RGB(*(255 * part for part in colorsys.hls_to_rgb(hue, light, deep)))
