"""Where the colours of a theme stand on paper."""

from __future__ import annotations

from collections.abc import Mapping

LINE = "999999"
"""Lines of tables, the same in every theme: paper is printed in black mostly."""
FAINT = "BBBBBB"
"""Ruled lines to write on."""


def rule_colour(colours: Mapping[str, str]) -> str:
    """Return the colour of rules and of the frame of the thesis."""
    return colours["accent1"]


def grey(colours: Mapping[str, str]) -> str:
    """Return the colour of what stands back: tails of headings, places, running heads."""
    return colours["dk2"]


def ground(colours: Mapping[str, str]) -> str:
    """Return the colour behind the thesis."""
    return colours["lt2"]


def strip(colours: Mapping[str, str]) -> str:
    """Return the colour of the strip beside a goal."""
    return colours["accent2"]


def shade(colours: Mapping[str, str]) -> str:
    """Return the colour behind heads of tables: half way from the ground of cards to the pale ground."""
    pairs = zip(*(bytes.fromhex(colours[name]) for name in ("lt2", "accent3")), strict=True)
    return "".join(f"{(one + two) // 2:02X}" for one, two in pairs)
