"""The zip around an Office file, opened with care: anybody may have saved it."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.errors import CheckError
from reportgen.readers import packages
from reportgen.readers.limits import LARGEST_PART, MOST_MARKS, marks_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_MARKUP = (".xml", ".rels")
_AGAIN = "请用 Word、PowerPoint 或 WPS 打开，另存后再试"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """The parts of an Office file by name, parsed when asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the bytes of a file; `name` is what messages call it.

        Raises:
            CheckError: they are no Office file.
        """
        self.name = name
        try:
            self._zip = packages.opened(data)
        except packages.BROKEN:
            raise CheckError(
                "不是 Word、PowerPoint 或 Excel 文件，或已损坏", where=name, hint=_AGAIN
            ) from None
        self._entries = {_plain(entry.filename): entry for entry in self._zip.infolist()}

    @property
    def main(self) -> str:
        """The name of the part that the others hang on."""
        return self.related("").get("officeDocument", ("",))[0]

    def root(self, path: str) -> Element | None:
        """Return the root element of a part; None where there is no such part.

        Raises:
            CheckError: the part is damaged or too large.
        """
        entry = self._entries.get(_plain(path))
        if entry is None:
            return None
        try:
            return _parse(self._content(entry))
        except (*packages.BROKEN, etree.XMLSyntaxError):
            raise self._damaged() from None

    def without_media(self) -> bytes:
        """Return the package with its pictures, sounds and films empty, for who wants its layout only.

        Raises:
            CheckError: a part is damaged, or the whole unpacks to more than an honest file.
        """
        buffer, left = BytesIO(), LARGEST_PART
        try:
            with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as light:
                for entry in self._zip.infolist():
                    content = self._content(entry) if entry.filename.lower().endswith(_MARKUP) else b""
                    left -= len(content)
                    if left < 0:
                        raise self._damaged()
                    light.writestr(entry.filename, content)
        except packages.BROKEN:
            raise self._damaged() from None
        return buffer.getvalue()

    def _content(self, entry: zipfile.ZipInfo) -> bytes:
        # The directory may lie about the size, so no more is unpacked than any part may have.
        with self._zip.open(entry) as part:
            return part.read(LARGEST_PART + 1)

    def _damaged(self) -> CheckError:
        return CheckError("文件已损坏，读不出内容", where=self.name, hint=_AGAIN)

    def related(self, path: str) -> Mapping[str, tuple[str, ...]]:
        """Return the parts that `path` names, by the last word of the relationship's type."""
        found: dict[str, tuple[str, ...]] = {}
        for kind, target, _ in self._relations(path):
            found[kind] = (*found.get(kind, ()), target)
        return found

    def targets(self, path: str) -> dict[str, str]:
        """Return the parts that `path` names, by relationship id."""
        return {key: target for _, target, key in self._relations(path)}

    def _relations(self, path: str) -> list[tuple[str, str, str]]:
        folder, base = posixpath.split(path)
        root = self.root(posixpath.join(folder, "_rels", f"{base}.rels"))
        return [
            (
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
                one.get("Id", ""),
            )
            for one in (root.iter(_RELATION) if root is not None else ())
            if one.get("TargetMode") != "External"
        ]


def vocabulary_of(package: Package) -> str:
    """Return the namespace of the main part, which tells what kind of file it is; empty where it has none."""
    root = package.root(package.main) if package.main else None
    return etree.QName(root).namespace or "" if root is not None else ""


def _parse(data: bytes) -> Element:
    # No document type (ISO/IEC 29500-2, 6.2.5): that is how entities get in. Zeros: the part may be UTF-16.
    if len(data) > LARGEST_PART or marks_of(data) > MOST_MARKS or b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise ValueError("not a part of an honest file")
    # Strict files use other names for the same things (ISO/IEC 29500-1, annex A).
    for kind in (b"wordprocessingml", b"presentationml", b"spreadsheetml", b"drawingml"):
        data = data.replace(
            b"http://purl.oclc.org/ooxml/%b/main" % kind,
            b"http://schemas.openxmlformats.org/%b/2006/main" % kind,
        )
    data = data.replace(
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def _plain(path: str) -> str:
    return path.replace("\\", "/").lstrip("/").lower()
