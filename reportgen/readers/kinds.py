"""Tell the kind of a file by its content; the suffix is not asked.

A ``.doc`` that is really a web page, and a ``.txt`` that is really a Word file, are as common as honest ones.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from itertools import islice, takewhile

from reportgen.readers.encoding import reads_as_prose, wide_encoding
from reportgen.readers.limits import LARGEST_PART


class Kind(Enum):
    """What a file is. `files` knows which of them can be read."""

    TEXT = auto()
    HTML = auto()
    MHTML = auto()
    DOCX = auto()
    DOC = auto()
    RTF = auto()
    ODT = auto()
    FLAT_ODT = auto()
    WORD_XML = auto()
    PDF = auto()
    SHEET = auto()
    SLIDES = auto()
    LOCKED = auto()
    IMAGE = auto()
    ARCHIVE = auto()
    BROKEN = auto()
    BINARY = auto()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Letters at the beginning of a file mean a kind only where the file is no text.
_MAGIC = (
    (b"\x89PNG", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"BM", Kind.IMAGE),
    (b"II*\0", Kind.IMAGE),
    (b"MM\0*", Kind.IMAGE),
    (b"7z\xbc\xaf", Kind.ARCHIVE),
    (b"Rar!", Kind.ARCHIVE),
    (b"\x1f\x8b", Kind.ARCHIVE),
    (b"\x7fELF", Kind.BINARY),
)
_PDF_WITHIN = 1024  # ISO 32000-1, annex H.3.4.1: readers take a header within the first 1024 bytes
_PDF_HEADER = re.compile(rb"(?:^|[\r\n\0])(?P<header>%PDF-\d\.\d[ \t]{0,9}(?:[\r\n]|$))")
_PDF_INSIDE = re.compile(rb"\d{1,9}\s{1,4}\d{1,5}\s{1,4}obj\b")
_RTF = re.compile(rb"\{\\rtf\d{0,2}[\s\\{}]")
_RTF_WORD = re.compile(rb"\\[a-z]{1,32}-?\d{0,10}")
_FEWEST_WORDS = 10
"""Control words from which Chinese text in RTF is RTF: some programs do not write it as numbers."""
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r\x1a\x1b")
_CONTROL_SHARE = 0.02  # scars of copying are a handful; a binary file has 10 % and more
_LOOKED_AT = 1 << 22  # bytes that tell text from others
_HEAD = 4000  # bytes in which a markup language names itself
_COMMENT = re.compile(r"<!--.*?-->|<\?xml[^>]*>|\s+", re.DOTALL)
_HTML = re.compile(
    r"<!doctype html|<(?:html|head|body|meta|title|div|table|article|p|h[1-6])[\s>]", re.IGNORECASE
)
_CLOSED = re.compile(r"</(?:html|body|div|p|table|article|h[1-6])\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_FEWEST_TAGS = 10
# RFC 5322, 2.2: a field, or the rest of one that goes on; RFC 2557, 4: a page with its pictures.
_FIELD = re.compile(r"[A-Za-z][A-Za-z-]{0,60}:[ \t]|[ \t]+\S")
_RELATED = re.compile(r"content-type:\s*multipart/related", re.IGNORECASE)
_OPENDOCUMENT = "application/vnd.oasis.opendocument."
# By what stands behind the prefix, templates included (OpenDocument 1.3, part 3, appendix C).
_ODF_KINDS = (("text", Kind.ODT), ("spreadsheet", Kind.SHEET), ("presentation", Kind.SLIDES))
_OOXML_KINDS = (("word/", Kind.DOCX), ("xl/", Kind.SHEET), ("ppt/", Kind.SLIDES))
# The stream that each program keeps its content in ([MS-DOC] 2.1.1, [MS-XLS] 2.1.2, [MS-PPT] 2.1.1, and
# [MS-OFFCRYPTO] 2.3.4.1 for a package behind a password).
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_OLE_KINDS = (
    ("EncryptedPackage", Kind.LOCKED),
    ("WordDocument", Kind.DOC),
    ("Workbook", Kind.SHEET),
    ("Book", Kind.SHEET),
    ("PowerPoint Document", Kind.SLIDES),
)


def recognise(data: bytes) -> Kind:
    """Return the kind of the file that `data` is the content of."""
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if _is_pdf(data):
        return Kind.PDF
    if _is_rtf(data):
        return Kind.RTF
    if _plain(data):
        return _markup_kind(data)
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), Kind.BINARY)


def _plain(data: bytes) -> bool:
    """Whether the bytes are text in some encoding."""
    if wide_encoding(data):
        return True
    head = data[:_LOOKED_AT]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls <= _CONTROL_SHARE * len(head)


def _is_pdf(data: bytes) -> bool:
    """Whether a header stands on a line of its own and objects follow; a text may speak of either."""
    head = data[:_PDF_WITHIN]
    found = _PDF_HEADER.search(head)
    if not found:
        # A header that goes on behind its number, with no text before or behind, is a PDF all the same.
        return head.lstrip().startswith(b"%PDF-") and not reads_as_prose(head) and not data.isascii()
    before = head[: found.start("header")]
    if _PDF_INSIDE.search(data, found.end()):
        return not before.strip() or not reads_as_prose(before)
    return not before.strip() and not reads_as_prose(data)


def _is_rtf(data: bytes) -> bool:
    if not _RTF.match(data):
        return False
    many = next(islice(_RTF_WORD.finditer(data), _FEWEST_WORDS, None), None) is not None
    return many or not reads_as_prose(data)


def _markup_kind(data: bytes) -> Kind:
    wide = wide_encoding(data)
    head = data[:_HEAD].decode(wide or "latin-1", "replace").lstrip("\ufeffï»¿ \t\r\n")
    if _is_mail(head):
        return Kind.MHTML
    if not head.startswith("<"):
        return Kind.TEXT
    if head.startswith("<?xml"):
        if "<office:document" in head:
            return Kind.FLAT_ODT if f"{_OPENDOCUMENT}text" in head else Kind.BINARY
        if "<w:wordDocument" in head or "<pkg:package" in head:
            return Kind.WORD_XML
    if not _HTML.match(_COMMENT.sub(" ", head).lstrip()):
        return Kind.TEXT
    return Kind.HTML if _is_page(data[:LARGEST_PART].decode(wide or "latin-1", "replace")) else Kind.TEXT


def _is_mail(head: str) -> bool:
    """Whether a text begins as a page in one file does: lines of a head, the type of its parts among them."""
    fields = takewhile(_FIELD.match, head.splitlines())
    return any(_RELATED.match(field) for field in fields)


def _is_page(markup: str) -> bool:
    """Whether what begins with a tag is a page, and no text that speaks of tags."""
    if not _CLOSED.search(markup):
        return False
    many = next(islice(_TAG.finditer(markup), _FEWEST_TAGS, None), None) is not None
    return many or markup.rstrip(" \t\r\n\0").endswith(">")


def _ole_kind(data: bytes) -> Kind:
    from reportgen.readers import ole

    compound = ole.look_into(data)
    if compound is None:
        return Kind.LOCKED if _PROTECTED in data else Kind.BROKEN
    found = next((kind for name, kind in _OLE_KINDS if name in compound.names), Kind.DOC)
    if found is Kind.DOC and compound.is_locked:
        return Kind.LOCKED
    # Streams of no known name are left to LibreOffice, which reads some old word processors.
    return found


def _zip_kind(data: bytes) -> Kind:
    from reportgen.readers import packages

    # Both families name themselves: ODF in its first entry, uncompressed, OOXML by its fixed part names.
    mimetype = data[30:130].decode("latin-1")
    if mimetype.startswith(f"mimetype{_OPENDOCUMENT}"):
        if b"encryption-data" in packages.part(data, "META-INF/manifest.xml", LARGEST_PART):
            return Kind.LOCKED
        name = mimetype.removeprefix(f"mimetype{_OPENDOCUMENT}")
        return next((kind for prefix, kind in _ODF_KINDS if name.startswith(prefix)), Kind.BINARY)
    names = packages.names(data)
    if not names:
        return Kind.BROKEN
    if "[Content_Types].xml" in names:
        kinds = (kind for folder, kind in _OOXML_KINDS if any(name.startswith(folder) for name in names))
        # A document may lie in any folder: its reader follows its relationships or says what lacks.
        return next(kinds, Kind.DOCX)
    # A package that was cut off has lost its directory, not its first entry.
    return Kind.ARCHIVE if names or b"[Content_Types].xml" not in data else Kind.DOCX
