"""Markup of pictures as it is written: numbers, attributes, definitions that several slides have alike."""

from __future__ import annotations

import math
import zlib
from typing import TYPE_CHECKING

from reportgen.rendering.characters import printable
from reportgen.rendering.pptx.markup import text, value

if TYPE_CHECKING:
    from reportgen.planning.deck import Box
    from reportgen.rendering.pptx.adopting.colours import RGB

_HAIR = 4.0
"""Points below which a rectangle is a line."""
NAMESPACE = "http://www.w3.org/2000/svg"


def number(measure: float) -> str:
    """Return a measure in hundredths, which no eye tells apart, without needless signs."""
    rounded = f"{measure:.2f}".rstrip("0").rstrip(".")
    return "0" if rounded in {"-0", ""} else rounded


def attributes(**stated: str | float) -> str:
    """Return attributes, a blank before each, ``stroke_width`` for stroke-width; none without a value."""
    found = ((name, number(one) if isinstance(one, int | float) else one) for name, one in stated.items())
    return "".join(f' {name.replace("_", "-")}="{value(one)}"' for name, one in found if one)


def words(said: str) -> str:
    """Return words as they stand between tags; what no file can hold is left out, as in slides.

    Of blanks in a row programs show one, whatever ``xml:space`` says, so the others are such as do not break.
    """
    return text(printable(said)).replace("  ", " \u00a0")


def spoken(said: str) -> str:
    """Return words as they stand in an attribute."""
    return value(printable(said))


def colour(found: RGB) -> str:
    """Return a colour as pictures write it."""
    return f"#{found.hexadecimal}"


def share(part: float) -> str:
    """Return how much of something is seen; nothing where all is."""
    return "" if part >= 1 else number(max(part, 0.0))


def rectangle(box: Box, looks: str) -> str:
    """Return a rectangle; `looks` are its attributes."""
    place = f'x="{number(box.left)}" y="{number(box.top)}"'
    # Boxes that touch show no seam; a hairline would be rounded away.
    is_askew = " rx=" in looks or " transform=" in looks
    crisp = "" if is_askew or min(box.width, box.height) < _HAIR else ' shape-rendering="crispEdges"'
    return f'<rect {place} width="{number(box.width)}" height="{number(box.height)}"{looks}{crisp}/>'


def defined(markup: str) -> tuple[str, str]:
    """Return a definition, with ``{}`` where its name belongs, as it is written, and what refers to it.

    The name follows from what is defined: several pictures may stand on one page, where names are common.
    """
    key = f"d{zlib.crc32(markup.encode()):08x}"
    return f"<defs>{markup.replace('{}', key, 1)}</defs>", f"url(#{key})"


def ends(degrees: float, width: float, height: float) -> tuple[float, float, float, float]:
    """Return where the line of a gradient begins and ends on a box, so that its corners are its ends.

    Degrees turn clockwise from the left edge to the right (ISO/IEC 29500-1, 20.1.8.41).
    """
    across, down = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    half = (abs(width * across) + abs(height * down)) / 2
    middle = width / 2, height / 2
    begins = middle[0] - across * half, middle[1] - down * half
    return *begins, middle[0] + across * half, middle[1] + down * half
