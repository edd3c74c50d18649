"""Tell the kind of a file by its content; the suffix is not asked.

A ``.doc`` that is really a web page, and a ``.txt`` that is really a Word file, are as common as honest ones.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from reportgen.readers import ole
from reportgen.readers.encoding import wide_encoding


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
    BINARY = auto()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (b"{\\rtf", Kind.RTF),
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
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r\x1a\x1b")
_CONTROL_SHARE = 0.02  # scars of copying are a handful; a binary file has 10 % and more
_HEAD = 4000  # bytes in which a markup language names itself
_COMMENT = re.compile(r"<!--.*?-->|<\?xml[^>]*>|\s+", re.DOTALL)
_HTML = re.compile(
    r"<!doctype html|<(?:html|head|body|meta|title|div|table|article|p|h[1-6])[\s>]", re.IGNORECASE
)
_CLOSED = re.compile(r"</(?:html|body|div|p|table|article|h[1-6])\s*>", re.IGNORECASE)
_HEADER = re.compile(r"[A-Za-z-]+:[ \t]")
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
    for magic, kind in _MAGIC:
        if data.startswith(magic) and not (kind is Kind.IMAGE and _plain(data)):
            return kind
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Kind.PDF
    return _markup_kind(data) if _plain(data) else Kind.BINARY


def _plain(data: bytes) -> bool:
    """Whether the bytes are text in some encoding."""
    if wide_encoding(data):
        return True
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls <= _CONTROL_SHARE * len(data)


def _markup_kind(data: bytes) -> Kind:
    wide = wide_encoding(data)
    head = data[:_HEAD].decode(wide or "latin-1", "replace").lstrip("\ufeffï»¿ \t\r\n")
    if "multipart/related" in head.lower() and _HEADER.match(head):
        return Kind.MHTML
    if not head.startswith("<"):
        return Kind.TEXT
    if head.startswith("<?xml"):
        if "<office:document" in head:
            return Kind.FLAT_ODT if f"{_OPENDOCUMENT}text" in head else Kind.BINARY
        if "<w:wordDocument" in head or "<pkg:package" in head:
            return Kind.WORD_XML
    bare = _COMMENT.sub(" ", head).lstrip()
    whole = data.decode(wide, "replace") if wide else data.decode("latin-1")
    return Kind.HTML if _HTML.match(bare) and _CLOSED.search(whole) else Kind.TEXT


def _ole_kind(data: bytes) -> Kind:
    streams = ole.streams(data)
    if not streams and _PROTECTED in data:
        return Kind.LOCKED
    found = next((kind for name, kind in _OLE_KINDS if name in streams), Kind.DOC)
    if found is Kind.DOC and ole.word_is_locked(data, streams):
        return Kind.LOCKED
    # Streams of no known name are left to LibreOffice, which reads some old word processors.
    return found


def _zip_kind(data: bytes) -> Kind:
    from reportgen.readers import packages  # noqa: PLC0415  plain text, the commonest kind, needs no zips

    # Both families name themselves: ODF in its first entry, uncompressed, OOXML by its fixed part names.
    mimetype = data[30:130].decode("latin-1")
    if mimetype.startswith(f"mimetype{_OPENDOCUMENT}"):
        if b"encryption-data" in packages.part(data, "META-INF/manifest.xml"):
            return Kind.LOCKED
        name = mimetype.removeprefix(f"mimetype{_OPENDOCUMENT}")
        return next((kind for prefix, kind in _ODF_KINDS if name.startswith(prefix)), Kind.BINARY)
    names = packages.names(data)
    if "[Content_Types].xml" in names:
        kinds = (kind for folder, kind in _OOXML_KINDS if any(name.startswith(folder) for name in names))
        # A document may lie in any folder: its reader follows its relationships or says what lacks.
        return next(kinds, Kind.DOCX)
    # A package that was cut off has lost its directory, not its first entry.
    return Kind.ARCHIVE if names or b"[Content_Types].xml" not in data else Kind.DOCX
