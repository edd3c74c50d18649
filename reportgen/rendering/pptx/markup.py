"""Markup of slides as it is written: names of elements, measures, and words between tags.

A slide is written as text, from pieces each of which is well formed: to build a tree of elements for it, one
call after the other, takes twenty times as long.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.planning.deck import Box

_NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_SLIDE = f"{{{_NAMES['p']}}}sld"
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
"""What the root of a slide declares."""
HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
"""What a part begins with."""
HERE = "<?reportgen here?>"
"""Where something is to be put in a piece that is kept."""
EMU = 12700
"""A point in the measure of drawings (ISO/IEC 29500-1, 20.1.10.16)."""

# As lxml writes them.
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def qn(name: str) -> str:
    """Return the name of an element (``p:sp``) as a tree has it."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


def text(words: str) -> str:
    """Return words as they stand between tags."""
    return words.translate(_TEXT)


def value(words: str) -> str:
    """Return words as they stand in an attribute."""
    return words.translate(_VALUE)


def emu(points: float) -> int:
    """Return a measure in the unit of drawings."""
    return int(points * EMU)


def hundredths(points: float) -> int:
    """Return a measure in hundredths of a point, which type and lines have."""
    return int(emu(points) / (EMU / 100))


def frame(box: Box) -> str:
    """Return the place and the size of a shape."""
    return (
        f'<a:xfrm><a:off x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm>'
    )


def parsed(part: bytes) -> Element:
    """Return the root of a part that has been looked through, without the blanks that it is indented with."""
    return etree.fromstring(part, etree.XMLParser(remove_blank_text=True, resolve_entities=False))


def serialised(root: Element) -> bytes:
    """Return a part of its root."""
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def piece(element: Element) -> str:
    """Return the markup of an element as it stands in a slide, whose names are declared already."""
    copied = copy.deepcopy(element)
    copied.tail = None
    slide = etree.Element(_SLIDE, nsmap=_NAMES)
    slide.append(copied)
    whole: str = etree.tostring(slide, encoding="unicode")
    return whole[whole.index(">") + 1 : whole.rindex("<")]


def here() -> Element:
    """Return an element that leaves `HERE` in a piece."""
    place: Element = etree.ProcessingInstruction("reportgen", "here")
    return place
