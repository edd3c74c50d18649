"""The characters of a PDF with place and look, as PDFium gives them.

A PDF knows no words, lines or paragraphs, and the blanks in it are as often missing as meant; so only what is
printed is taken, with where it stands.
"""

from __future__ import annotations

import ctypes
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from reportgen.errors import SourceError
from reportgen.readers.limits import require_characters, require_pages
from reportgen.readers.pdf.chars import BLACK, Char, Glyph, Print, TypeLook
from reportgen.readers.pdf.turning import turned
from reportgen.readers.pdf.unpacking import require_unpacked_size
from reportgen.readers.pdf.visible import visible
from reportgen.text.patterns import lazy

_LOCK = Lock()  # PDFium may not be called from two threads at once
_PASSWORD = lazy("password|security", re.IGNORECASE)
_STROKED = 2  # ISO 32000-1, table 106: fill, then stroke, which makes type look bold
_SURROGATES = range(0xD800, 0xE000)  # halves of characters, and none
_HYPHEN = 2  # PDFium's sign for one at the end of a line
_LONGEST_NAME = 200
_UPRIGHT = 0.02  # radians; what stands askew is a watermark
_QUARTER = 1.5707963
_PICTURE_SHARE = 0.25
"""Share of a page that a picture must take before a page without text counts as scanned."""
# PDF writers name glyphs by radicals that look the same. NFKC gives the character meant for Kangxi radicals;
# those of the supplement are from Unicode's EquivalentUnifiedIdeograph.txt, as far as fonts do so.
_RADICAL = lazy("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")
_SUPPLEMENT = dict(
    zip(
        "⺟⺠⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
        "母民西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's characters in reading position, in the order of the file.

    `pictured` where a picture fills much of it; `hidden` characters that nobody sees and `askew` ones that
    stand neither upright nor as most do were left out.
    """

    number: int
    glyphs: tuple[Glyph, ...]
    pictured: bool
    hidden: int = 0
    askew: int = 0


def read_pages(data: bytes, name: str) -> Iterator[Page]:
    """Yield the pages of a PDF, one after the other, since the characters of all take much memory.

    Raises:
        SourceError: the file is broken, asks for a password, or is longer than a speech can be.
    """
    require_unpacked_size(data, name)
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
            try:
                require_pages(len(document), name)
                yield from _pages(document, name)
            finally:
                document.close()
        except pypdfium2.PdfiumError as error:
            if _PASSWORD.search(str(error)):
                hint = "请用阅读器打开，去掉密码，另存后再试"
                raise SourceError("PDF 设了打开密码，读不了", where=name, hint=hint) from None
            hint = "请重新下载或导出；也可用阅读器打开，复制其中的文字存为 .txt"
            raise SourceError("PDF 打不开，文件可能已损坏", where=name, hint=hint) from None


def _pages(document: Any, name: str) -> Iterator[Page]:  # noqa: ANN401  PDFium's objects have no types
    characters, looks = 0, _Looks()
    for at in range(len(document)):
        page = document[at]
        text = page.get_textpage()
        try:
            characters += pdfium.FPDFText_CountChars(text)
            require_characters(characters, name)
            yield _page(at + 1, page, tuple(_chars(text, looks)))
        finally:
            text.close()
            page.close()


def _page(number: int, page: Any, chars: Sequence[Char]) -> Page:  # noqa: ANN401
    pictured = _pictured(page)
    seen = visible(chars, page, pictured=pictured)
    glyphs, askew = turned(seen)
    return Page(number, glyphs, pictured, len(chars) - len(seen), askew)


def _chars(text: Any, looks: _Looks) -> Iterator[Char]:  # noqa: ANN401
    known: dict[int, tuple[TypeLook, Print]] = {}
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    parted = False
    for at in range(pdfium.FPDFText_CountChars(text)):
        char = _char(pdfium.FPDFText_GetUnicode(text, at))
        if char.isspace() or pdfium.FPDFText_IsGenerated(text, at):
            parted = parted or pdfium.FPDFText_IsGenerated(text, at) == 0
            continue
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        thing = pdfium.FPDFText_GetTextObject(text, at)
        key = ctypes.addressof(thing.contents) if thing else 0
        dress = known.get(key)
        if dress is None:
            dress = known[key] = looks.of(text, at, thing)
        yield Char(
            char, (box.left, box.bottom, box.right, box.top), (x.value, y.value), *dress, parted=parted
        )
        parted = False


def _char(code: int) -> str:
    if code in {0, 0xFFFE} or code in _SURROGATES or code > sys.maxunicode:
        return "\ufffd"
    if code == _HYPHEN:
        return "-"
    char = chr(code)
    return _SUPPLEMENT.get(char) or unicodedata.normalize("NFKC", char) if _RADICAL.match(char) else char


class _Looks:
    """How characters of a file look. Files have an object for every other character, but few looks.

    So what a look is made of is asked for once, and characters that look alike share one.
    """

    def __init__(self) -> None:
        self._looks: dict[TypeLook, TypeLook] = {}
        self._prints: dict[Print, Print] = {}
        self._matrix, self._name = pdfium.FS_MATRIX(), ctypes.create_string_buffer(_LONGEST_NAME)
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._flags = ctypes.c_int()

    def of(self, text: Any, at: int, thing: Any) -> tuple[TypeLook, Print]:  # noqa: ANN401
        """Return how the character at a place looks."""
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing) if thing else 0
        look, ink = self._look(text, at, mode), self._print(text, at, mode)
        return self._looks.setdefault(look, look), self._prints.setdefault(ink, ink)

    def _look(self, text: Any, at: int, mode: int) -> TypeLook:  # noqa: ANN401
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        self._name[0] = b"\0"
        pdfium.FPDFText_GetFontInfo(text, at, self._name, _LONGEST_NAME, self._flags)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        name = self._name.value.decode("utf-8", "replace")
        return TypeLook(
            font=name.partition("+")[2] or name,
            weight=pdfium.FPDFText_GetFontWeight(text, at),
            size=round(pdfium.FPDFText_GetFontSize(text, at) * scale, 1),
            stroked=mode == _STROKED,
        )

    def _print(self, text: Any, at: int, mode: int) -> Print:  # noqa: ANN401
        turns = pdfium.FPDFText_GetCharAngle(text, at) / _QUARTER
        known = pdfium.FPDFText_GetFillColor(text, at, *self._colour)
        red, green, blue, alpha = self._colour
        return Print(
            turn=round(turns) % 4 if abs(turns - round(turns)) * _QUARTER < _UPRIGHT else None,
            mode=mode,
            colour=(red.value, green.value, blue.value, alpha.value) if known else BLACK,
        )


def _pictured(page: Any) -> bool:  # noqa: ANN401
    width, height = page.get_size()
    area = 0.0
    for thing in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = thing.get_bounds() if hasattr(thing, "get_bounds") else thing.get_pos()
        area += max(right - left, 0) * max(top - bottom, 0)
    return bool(area > _PICTURE_SHARE * width * height)
