"""Which characters of a page can be seen: others are left out, but for the text layer of a scanned page."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

from reportgen.readers.pdf.chars import Char, Print

_UNPRINTED = frozenset({3, 7})  # ISO 32000-1, table 106: neither filled nor stroked
_STROKED = frozenset({1, 2, 5, 6})
_WHITE = 250
"""From 0 to 255: what is as bright as that on white paper is not seen."""
_CLEAR = 8
"""Opacity from 0 to 255 below which nothing is seen."""
_BESIDE = 1.0
"""Points by which a character's middle may stand outside the page."""
_DEEPEST = 3

Box = tuple[float, float, float, float]


def visible(chars: Sequence[Char], page: Any, *, pictured: bool) -> tuple[Char, ...]:  # noqa: ANN401
    """Return the characters that can be seen on a page.

    Those that are printed not at all are the text layer of a scanned page, and are kept, where nothing else
    is on the page, or a picture with less text than they are. Beside visible text they stay hidden.
    """
    paper = _paper(page)
    on_paper = [char for char in chars if paper is None or _within(char, paper, _BESIDE)]
    layer = sum(char.ink.mode in _UNPRINTED for char in on_paper)
    printed = len(on_paper) - layer
    recognised = not printed or (pictured and layer > printed)
    white = any(_is_white(char) for char in on_paper)
    grounds = _grounds(page) if white else ()
    return tuple(
        char for char in on_paper if (recognised and char.ink.mode in _UNPRINTED) or _is_seen(char, grounds)
    )


def _is_seen(char: Char, grounds: Sequence[Box]) -> bool:
    if char.ink.mode in _UNPRINTED:
        return False
    if char.ink.mode in _STROKED:
        return True
    if char.ink.colour[3] < _CLEAR:
        return False
    return not _is_white(char) or any(_within(char, ground, 0.0) for ground in grounds)


def _is_white(char: Char) -> bool:
    return _is_bright(char.ink)


@lru_cache(1000)  # a million characters are printed in a handful of ways
def _is_bright(ink: Print) -> bool:
    return min(ink.colour[:3]) >= _WHITE and ink.mode not in _STROKED | _UNPRINTED


def _within(char: Char, box: Box, beside: float) -> bool:
    x, y = (char.box[0] + char.box[2]) / 2, (char.box[1] + char.box[3]) / 2
    return box[0] - beside <= x <= box[2] + beside and box[1] - beside <= y <= box[3] + beside


def _paper(page: Any) -> Box | None:  # noqa: ANN401
    """What of a page is shown, if the file says it in earnest."""
    media, crop = page.get_mediabox(), page.get_cropbox()
    left, right = max(min(media[::2]), min(crop[::2])), min(max(media[::2]), max(crop[::2]))
    bottom, top = max(min(media[1::2]), min(crop[1::2])), min(max(media[1::2]), max(crop[1::2]))
    return (left, bottom, right, top) if left < right and bottom < top else None


def _grounds(page: Any) -> tuple[Box, ...]:  # noqa: ANN401
    """Where something is on which white type is seen: pictures, shades, surfaces of a colour."""
    found: list[Box] = []
    for thing in page.get_objects(max_depth=1):
        found += _grounds_of(thing.raw, 0)
    return tuple(found)


def _grounds_of(thing: Any, depth: int) -> list[Box]:  # noqa: ANN401
    """The grounds of an object; those in a form stand where its matrix puts them."""
    if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_FORM:
        box = [ctypes.c_float() for _ in range(4)]
        if not _is_ground(thing) or not pdfium.FPDFPageObj_GetBounds(thing, *box):
            return []
        left, bottom, right, top = (one.value for one in box)
        return [(left, bottom, right, top)]
    matrix = pdfium.FS_MATRIX()
    if depth >= _DEEPEST or not pdfium.FPDFPageObj_GetMatrix(thing, matrix):
        return []
    inside = (pdfium.FPDFFormObj_GetObject(thing, at) for at in range(pdfium.FPDFFormObj_CountObjects(thing)))
    return [_placed(box, matrix) for one in inside for box in _grounds_of(one, depth + 1)]


def _placed(box: Box, by: Any) -> Box:  # noqa: ANN401
    corners = [(x, y) for x in box[::2] for y in box[1::2]]
    xs = [by.a * x + by.c * y + by.e for x, y in corners]
    ys = [by.b * x + by.d * y + by.f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _is_ground(thing: Any) -> bool:  # noqa: ANN401
    kind = pdfium.FPDFPageObj_GetType(thing)
    if kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}:
        return True
    if kind != pdfium.FPDF_PAGEOBJ_PATH:
        return False
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(thing, filled, stroked)
    colour = [ctypes.c_uint() for _ in range(4)]
    known = pdfium.FPDFPageObj_GetFillColor(thing, *colour)
    red, green, blue, opacity = (one.value for one in colour)
    # A pattern has no one colour.
    return bool(filled.value) and (not known or (opacity >= _CLEAR and min(red, green, blue) < _WHITE))
