"""The zip around a Word document: opened with care, because anybody may have made it.

A part is found by its relationship (ISO/IEC 29500-2, 9.3; 29500-1, 11.3), and read up to a size that no
speech has. Whatever `reportgen.office` finds wrong becomes one `SourceError`.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from reportgen.errors import SourceError
from reportgen.office.faults import PackageError, TooLargeError
from reportgen.office.markup import marks_of
from reportgen.office.relations import part_of_relations, relations
from reportgen.office.xml import parse
from reportgen.office.zips import Archive, plain
from reportgen.readers.docx import binding, page_edges
from reportgen.readers.docx.flat import FlatPackage
from reportgen.readers.docx.names import R, W
from reportgen.readers.limits import (
    LARGEST_PART,
    MOST_MARKS,
    require_characters,
    require_lines,
    require_marks,
    require_paragraphs,
    too_large_inside,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ZIP = b"PK"
_ITEM = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
# The properties of a document have ids of their own among the parts that keep values.
_PROPERTIES = {
    "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}": "core-properties",
    "{6668398D-A668-4E3E-A5EB-62B293D839F1}": "extended-properties",
}
_AGAIN = "请用 Word 或 WPS 打开，另存为新的 .docx 文件后再试"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word document that its text depends on; None where the document has no such part."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    theme: Element | None = None
    name: str = ""
    chunks: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)
    """The files inside, name and content, by the keys of their relationships."""
    marks: int = 0
    """Elements and attributes of all its parts that were parsed, at most."""
    edges: tuple[Element, ...] = ()
    """The heads and feet of its pages; those that cannot be read are left."""


class _Container(Protocol):
    """What holds the parts: a zip, or one XML file."""

    def part(self, name: str, most: int) -> bytes | None: ...


def open_package(data: bytes, name: str) -> Package:
    """Open the bytes of a Word document: a zip, or the same as one XML file.

    Args:
        data: the file.
        name: what messages call it.

    Raises:
        SourceError: the file is damaged, no Word document, or too large to be a speech.
    """
    try:
        container: _Container = Archive(data) if data.startswith(_ZIP) else _flat(data, name)
    except PackageError:
        raise _damaged(name) from None
    package = _package(_Parts(container, name))
    _require_length(package.document, name)
    return package


def _flat(data: bytes, name: str) -> FlatPackage:
    require_marks(data, name)
    return FlatPackage(data, MOST_MARKS)


def _require_length(document: Element, name: str) -> None:
    """Count what there is to be read, before the reading takes its time."""
    require_characters(sum(len(text.text or "") for text in document.iter(f"{W}t")), name)
    require_lines(sum(1 for _ in document.iter(f"{W}p", f"{W}br", f"{W}cr", f"{W}tr")), name)
    written = (next(one.iter(f"{W}t"), None) is not None for one in document.iter(f"{W}p"))
    require_paragraphs(sum(written), name)


class _Parts:
    """The parts of the zip, read and parsed when asked for; what all of them hold is counted together."""

    def __init__(self, container: _Container, name: str) -> None:
        self._container = container
        self.marks = 0
        self.name = name

    def parsed(self, path: str) -> Element | None:
        """Return the root of a part; None where the package has no such part."""
        try:
            data = self._container.part(path, LARGEST_PART)
            if data is None:
                return None
            root = parse(data, MOST_MARKS - self.marks)
        except TooLargeError:
            raise too_large_inside(self.name) from None
        except PackageError:
            raise _damaged(self.name) from None
        self.marks += marks_of(data)
        return root

    def chunks(self, path: str, wanted: frozenset[str]) -> dict[str, tuple[str, bytes]]:
        """Return the files inside that `path` names by these keys; those that cannot be unpacked are left."""
        found: dict[str, tuple[str, bytes]] = {}
        for relation in relations(self.parsed(part_of_relations(path)), path) if wanted else ():
            if relation.key in wanted and relation.kind == "aFChunk":
                with suppress(PackageError):
                    data = self._container.part(relation.target, LARGEST_PART)
                    found[relation.key] = relation.target, data or b""
        return found

    def edges(self, path: str, keys: frozenset[str]) -> tuple[Element, ...]:
        """Return the heads and feet that `path` names by these keys."""
        found: list[Element] = []
        for relation in relations(self.parsed(part_of_relations(path)), path) if keys else ():
            if relation.key in keys and relation.kind in {"header", "footer"}:
                with suppress(SourceError):
                    edge = self.parsed(relation.target)
                    found += [] if edge is None else [edge]
        return tuple(found)

    def stores(self, path: str) -> dict[str, Element]:
        """Return the parts that keep values for content controls, by their ids in capital letters."""
        found: dict[str, Element] = {}
        named = self.related("")
        for key, kind in _PROPERTIES.items():
            self._keep(found, key, named.get(kind, ""))
        for relation in relations(self.parsed(part_of_relations(path)), path):
            if relation.kind == "customXml":
                with suppress(SourceError):
                    said = self.parsed(self.related(relation.target).get("customXmlProps", ""))
                    self._keep(found, "" if said is None else said.get(_ITEM, "").upper(), relation.target)
        return found

    def _keep(self, found: dict[str, Element], key: str, path: str) -> None:
        with suppress(SourceError):
            root = self.parsed(path)
            if root is not None:
                found[key or path] = root

    def related(self, path: str) -> dict[str, str]:
        """Return the parts that `path` names, by the last word of the relationship's type."""
        found: dict[str, str] = {}
        for relation in relations(self.parsed(part_of_relations(path)), path):
            found.setdefault(relation.kind, relation.target)
        return found


def _package(parts: _Parts) -> Package:
    main = parts.related("").get("officeDocument", "word/document.xml")
    document = parts.parsed(main)
    if document is None or document.tag != W + "document":
        raise SourceError("Word 文件里缺少正文", where=parts.name, hint=_AGAIN)
    related = parts.related(plain(main))
    controls = binding.bound(document)
    if controls:
        binding.fill(controls, parts.stores(plain(main)))

    def part(kind: str, usual: str) -> Element | None:
        return parts.parsed(related.get(kind, usual))

    package = Package(
        document,
        part("styles", "word/styles.xml"),
        part("numbering", "word/numbering.xml"),
        part("theme", "word/theme/theme1.xml"),
        parts.name,
        parts.chunks(plain(main), frozenset(one.get(f"{R}id", "") for one in document.iter(f"{W}altChunk"))),
    )
    marks = parts.marks
    return replace(package, marks=marks, edges=parts.edges(plain(main), page_edges.wanted(document)))


def _damaged(name: str) -> SourceError:
    return SourceError("Word 文件已损坏，读不出正文", where=name, hint=_AGAIN)
