"""Word processors of other kinds: LibreOffice makes a Word file of theirs, which is read as any other is."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from reportgen.readers.libreoffice import convert
from reportgen.source import Source

_DOCX = "docx:MS Word 2007 XML"


def read_doc(data: bytes, name: str, stem: str) -> Source:
    """Read a Word 97–2003 or WPS document."""
    return _read(data, name, stem, "doc")


def read_rtf(data: bytes, name: str, stem: str) -> Source:
    """Read a Rich Text document."""
    return _read(data, name, stem, "rtf")


def read_odt(data: bytes, name: str, stem: str) -> Source:
    """Read an OpenDocument text."""
    return _read(data, name, stem, "odt")


def read_flat_odt(data: bytes, name: str, stem: str) -> Source:
    """Read an OpenDocument text that is one XML file."""
    return _read(data, name, stem, "fodt")


def read_word_xml(data: bytes, name: str, stem: str) -> Source:
    """Read a Word document that is one XML file."""
    return _read(data, name, stem, "xml")


def _read(data: bytes, name: str, stem: str, suffix: str) -> Source:
    """Read what LibreOffice makes of a file; the digest stays that of the file as it came.

    Raises:
        SourceError: LibreOffice is missing or cannot open the file.
    """
    # Loaded where a Word file comes, and only there.
    from reportgen.readers.docx import read_docx  # noqa: PLC0415

    source = read_docx(convert(data, suffix, _DOCX, name), name, stem)
    return replace(source, sha256=hashlib.sha256(data).hexdigest())
