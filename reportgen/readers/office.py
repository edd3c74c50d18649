"""Word processors of other kinds: LibreOffice makes a Word file of theirs, which is read as any other is."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import replace

from reportgen.errors import SourceError
from reportgen.office.zips import beginning_of
from reportgen.readers.libreoffice import convert
from reportgen.readers.limits import LARGEST_PART, require_characters, require_marks, require_paragraphs
from reportgen.source import Source
from reportgen.text.patterns import lazy

_DOCX = "docx:MS Word 2007 XML"
_RTF_PARAGRAPH = lazy(rb"\\par(?![a-z])")
_RTF_CHARACTER = lazy(rb"\\u-?\d|\\'[89a-f]")  # a byte of a Chinese character, or the whole of it
_BYTES_A_CHARACTER = 2
# LibreOffice drops formulas in fields, all but those that stand for a phonetic guide. A field begins with a
# character of its own ([MS-DOC] 2.8.25), whether two bytes stand for one or one.
_DOC_FORMULA = lazy(
    rb"\x13\0(?: \0)*[Ee]\0[Qq]\0(?: \0)+\\\0(?![Oo]\0\\\0[Aa]\0[Dd])|\x13 *[Ee][Qq] +\\(?![Oo]\\[Aa][Dd])"
)
_RTF_FORMULA = lazy(
    rb"\\fldinst\b(?:(?!\\fldrslt|\\fldinst).){0,400}?[\s{}]EQ[\s{}]", re.IGNORECASE | re.DOTALL
)
_NO_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})
_STRANGE_SHARE = 0.03
"""Share of controls and of code points without a character from which a text is none; scars are a handful."""
_WORD = lazy(r"[\u4e00-\u9fff]{2}|[A-Za-z]{3}")


def read_doc(data: bytes, name: str, stem: str) -> Source:
    """Read a Word 97–2003 or WPS document."""
    from reportgen.readers import ole

    compound = ole.look_into(data)
    require_characters(compound.length if compound else 0, name)
    formulas = sum(1 for _ in _DOC_FORMULA.finditer(ole.word_stream(data)))
    return _without_formulas(_read(data, name, stem, "doc"), formulas)


def read_rtf(data: bytes, name: str, stem: str) -> Source:
    """Read a Rich Text document."""
    require_paragraphs(sum(1 for _ in _RTF_PARAGRAPH.finditer(data)), name)
    require_characters(sum(1 for _ in _RTF_CHARACTER.finditer(data)) // _BYTES_A_CHARACTER, name)
    formulas = sum(1 for _ in _RTF_FORMULA.finditer(data))
    return _without_formulas(_read(data, name, stem, "rtf"), formulas)


def read_odt(data: bytes, name: str, stem: str) -> Source:
    """Read an OpenDocument text."""
    require_marks(beginning_of(data, "content.xml", LARGEST_PART + 1), name)
    return _read(data, name, stem, "odt")


def read_flat_odt(data: bytes, name: str, stem: str) -> Source:
    """Read an OpenDocument text that is one XML file."""
    require_marks(data, name)
    return _read(data, name, stem, "fodt")


def read_word_xml(data: bytes, name: str, stem: str) -> Source:
    """Read a Word document that is one XML file."""
    require_marks(data, name)
    return _read(data, name, stem, "xml")


def _read(data: bytes, name: str, stem: str, suffix: str) -> Source:
    """Read what LibreOffice makes of a file; the digest stays that of the file as it came.

    Raises:
        SourceError: LibreOffice is missing, cannot open the file, or makes no text of it.
    """
    # Loaded where a Word file comes, and only there.
    from reportgen.readers.docx import read_docx

    source = read_docx(convert(data, suffix, _DOCX, name), name, stem)
    if _is_garbage(source.text):
        hint = "文件可能已损坏；请用 Word 或 WPS 打开看看，另存为 .docx 后再试"
        raise SourceError("读出来的是乱码，不是讲话稿", where=name, hint=hint)
    return replace(source, sha256=hashlib.sha256(data).hexdigest())


def _without_formulas(source: Source, count: int) -> Source:
    """Tell the formulas that a file has and its text has not."""
    from reportgen.readers.docx.bare_fields import FORMULA

    return replace(source, left_out=(*source.left_out, f"{count} {FORMULA}")) if count else source


def _is_garbage(text: str) -> bool:
    """Whether LibreOffice took for text what is none: it opens nearly any bytes as some old kind of file."""
    strange = sum(char not in "\t\n" and _is_strange(char) for char in text)
    return strange > _STRANGE_SHARE * len(text) or not _WORD.search(text)


def _is_strange(char: str) -> bool:
    # Signs of symbol faces lie in a private range of their own.
    return char == "\ufffd" or (unicodedata.category(char) in _NO_TEXT and not "\uf000" <= char <= "\uf0ff")
