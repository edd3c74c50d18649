"""The zip around a Word document: opened with care, because anybody may have made it.

A part is found by its relationship (ISO/IEC 29500-2, 9.3; 29500-1, 11.3), read up to a size that no speech
has, and parsed without entities, DTD or network. Whatever is wrong becomes one `SourceError`.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.errors import SourceError
from reportgen.readers import packages
from reportgen.readers.docx.names import STRICT, W
from reportgen.readers.limits import (
    LARGEST_PART,
    MOST_MARKS,
    marks_of,
    require_characters,
    require_lines,
    require_paragraphs,
    too_large_inside,
)

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element as Element

_AGAIN = "请用 Word 或 WPS 打开，另存为新的 .docx 文件后再试"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word document that its text depends on; None where the document has no such part."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    theme: Element | None = None


def open_package(data: bytes, name: str) -> Package:
    """Open the bytes of a .docx file.

    Args:
        data: the file.
        name: what messages call it.

    Raises:
        SourceError: the file is damaged, no Word document, or too large to be a speech.
    """
    try:
        with packages.opened(data) as archive:
            package = _package(_Parts(archive, name))
    except packages.BROKEN:
        raise _damaged(name) from None
    _require_length(package.document, name)
    return package


def _require_length(document: Element, name: str) -> None:
    """Count what there is to be read, before the reading takes its time."""
    require_characters(sum(len(text.text or "") for text in document.iter(f"{W}t")), name)
    require_lines(sum(1 for _ in document.iter(f"{W}p", f"{W}br", f"{W}cr", f"{W}tr")), name)
    written = (next(one.iter(f"{W}t"), None) is not None for one in document.iter(f"{W}p"))
    require_paragraphs(sum(written), name)


class _Parts:
    """The entries of the zip by name, upper and lower case alike (ISO/IEC 29500-2, 6.2.2.3)."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._entries = {_plain(entry.filename): entry for entry in archive.infolist()}
        self._marks = 0
        self.name = name

    def parsed(self, path: str) -> Element | None:
        """Return the root of a part; None where the package has no such part."""
        entry = self._entries.get(_plain(path))
        return _parse(self._bytes(entry), self.name) if entry else None

    def _bytes(self, entry: zipfile.ZipInfo) -> bytes:
        # The directory may lie about the size, so what comes out is counted as well.
        with self._archive.open(entry) as part:
            data = part.read(LARGEST_PART + 1)
        self._marks += marks_of(data)
        if len(data) > LARGEST_PART or self._marks > MOST_MARKS:
            raise too_large_inside(self.name)
        return data

    def related(self, path: str) -> dict[str, str]:
        """Return the parts that `path` names, by the last word of the relationship's type."""
        folder, base = posixpath.split(path)
        root = self.parsed(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, str] = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            kind = relation.get("Type", "").rpartition("/")[2]
            if relation.get("TargetMode") != "External" and kind:
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                found.setdefault(kind, target)
        return found


def _package(parts: _Parts) -> Package:
    main = parts.related("").get("officeDocument", "word/document.xml")
    document = parts.parsed(main)
    if document is None or document.tag != W + "document":
        raise _no_document(parts)
    related = parts.related(_plain(main))

    def part(kind: str, usual: str) -> Element | None:
        return parts.parsed(related.get(kind, usual))

    return Package(
        document,
        part("styles", "word/styles.xml"),
        part("numbering", "word/numbering.xml"),
        part("theme", "word/theme/theme1.xml"),
    )


def _parse(data: bytes, name: str) -> Element:
    # A part may not declare a document type (ISO/IEC 29500-2, 6.2.5): that is how entities get in. Zeros
    # are dropped for the search, because the part may be in UTF-16.
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise _damaged(name)
    for strict, transitional in STRICT:
        data = data.replace(b'"%b"' % strict, b'"%b"' % transitional[1:-1].encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise _damaged(name) from None


def _no_document(parts: _Parts) -> SourceError:
    return SourceError("Word 文件里缺少正文", where=parts.name, hint=_AGAIN)


def _damaged(name: str) -> SourceError:
    return SourceError("Word 文件已损坏，读不出正文", where=name, hint=_AGAIN)


def _plain(path: str) -> str:
    return path.replace("\\", "/").lstrip("/").lower()
