"""Tell the kind of a file by its first bytes; the suffix is not asked."""

from __future__ import annotations

from enum import Enum, auto

from reportgen.readers.encoding import wide_encoding


class Kind(Enum):
    """What a file is. Only TEXT and OOXML can be read so far."""

    TEXT = auto()
    OOXML = auto()
    ODF = auto()
    OLE = auto()
    ENCRYPTED = auto()
    RTF = auto()
    PDF = auto()
    BINARY = auto()


_MAGIC = (
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
    (b"\x89PNG", Kind.BINARY),
    (b"\xff\xd8\xff", Kind.BINARY),
    (b"GIF8", Kind.BINARY),
    (b"\x7fELF", Kind.BINARY),
    (b"7z\xbc\xaf", Kind.BINARY),
    (b"Rar!", Kind.BINARY),
    (b"\x1f\x8b", Kind.BINARY),
)
# The stream that a password puts in place of an Office file ([MS-OFFCRYPTO] 2.3.4.4).
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r\x1a\x1b")
_CONTROL_SHARE = 0.02  # scars of copying are a handful; a binary file has 10 % and more


def recognise(data: bytes) -> Kind:
    """Return the kind of the file that `data` is the content of."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return Kind.ENCRYPTED if kind is Kind.OLE and _PROTECTED in data else kind
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if wide_encoding(data):
        return Kind.TEXT
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return Kind.BINARY if b"\0" in data or controls > _CONTROL_SHARE * len(data) else Kind.TEXT


def _zip_kind(data: bytes) -> Kind:
    # Both families name themselves uncompressed: ODF in its first entry, OOXML by a fixed part name.
    if b"mimetypeapplication/vnd.oasis.opendocument" in data[:200]:
        return Kind.ODF
    return Kind.OOXML if b"[Content_Types].xml" in data else Kind.BINARY
