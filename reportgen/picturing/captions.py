"""The words on a contact sheet, as a PDF to be drawn over it.

PDFium draws them in whatever Chinese face the system has (Noto Sans CJK, SimSun, PingFang, …) for the one
that every PDF may name without holding it. Where there is none the numbers are still there: it has Helvetica
of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MISSING = "〓"  # the printers' sign for a character that they have not
_CHINESE, _LATIN = "C", "L"
_LAST = 0xFFFF
# Characters 1 to 95 of Adobe-GB1 are those of ASCII; half as wide as the others, so that widths are known.
_FONTS = (
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>",
    (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 8 0 R/DW 1000/W[1 95 500]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>"
    ),
    (
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
        b"/Ascent 880/Descent -120/CapHeight 880/StemV 93>>"
    ),
)


@dataclass(frozen=True, slots=True)
class Caption:
    """A line of words: where it begins, where its foot stands from above, and how large it is, in pixels."""

    text: str
    left: float
    foot: float
    size: float


def number(value: int, middle: float, foot: float, size: float) -> Caption:
    """Return the number of a page, with its middle at a place."""
    text = str(value)
    digit = 0.556  # ems: Helvetica's digits (Adobe's font metrics)
    return Caption(text, middle - len(text) * digit * size / 2, foot, size)


def cut(text: str, room: float, size: float) -> str:
    """Return as much of a text as there is room for, with a mark where something is missing."""
    if _width(text) * size <= room:
        return text
    while text and _width(f"{text}…") * size > room:
        text = text[:-1]
    return f"{text}…"


def _width(text: str) -> float:
    return sum(0.5 if char.isascii() else 1 for char in text)


def as_pdf(captions: Iterable[Caption], size: tuple[int, int]) -> bytes:
    """Return a page of that size, a point a pixel, with the words on it and nothing else."""
    lines = "".join(_line(one, size[1]) for one in captions).encode("ascii")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        # ISO 32000-1 ends at 14400 points (annex C); PDFium, which alone reads this, knows no end.
        (b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R" % size)
        + (b"/Resources<</Font<</%b 5 0 R/%b 6 0 R>>>>>>" % (_LATIN.encode(), _CHINESE.encode())),
        b"<</Length %d>>stream\n%b\nendstream" % (len(lines), lines),
        *_FONTS,
    )
    body = b"".join(b"%d 0 obj%b endobj\n" % (at, one) for at, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF\n" % (len(objects) + 1)


def _line(one: Caption, height: int) -> str:
    is_number = one.text.isdigit() and one.text.isascii()
    known = "".join(map(_known, one.text))
    words = f"({known})" if is_number else f"<{known.encode('utf-16-be', 'replace').hex()}>"
    face = _LATIN if is_number else _CHINESE
    return f"BT 0.25 g /{face} {one.size:g} Tf {one.left:.1f} {height - one.foot:.1f} Td {words} Tj ET\n"


def _known(char: str) -> str:
    if char.isspace():
        return " " if char.isascii() else "\u3000"
    return char if ord(char) <= _LAST and char.isprintable() else _MISSING
