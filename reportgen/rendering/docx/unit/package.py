"""The parts of a unit's file: taken out, changed where they must be, and put together again.

What nothing refers to any more, because the sample that it belonged to is gone, is left behind.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.office.relations import part_of_relations, relations
from reportgen.office.stable import packed
from reportgen.office.xml import parse
from reportgen.office.zips import Archive
from reportgen.rendering.docx.form import serialized
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REFERENCE = f"{{{_KINDS}}}"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TEMPLATE = lazy(rb"(wordprocessingml\.)template(\.main\+xml)")
# Relations that are there without anything in the text that names them.
_UNNAMED = frozenset(
    {
        *("styles", "settings", "webSettings", "fontTable", "theme", "numbering", "footnotes", "endnotes"),
        *("customXml", "glossaryDocument"),
    }
)
# Talk about the sample goes with it.
_TALK = ("comments", "people")


def as_document(data: bytes) -> bytes:
    """Return a Word template (.dotx) as a document, which differs in one content type; all else as it is."""
    archive = Archive(data)
    types = archive.part(TYPES) or b""
    if not _TEMPLATE.search(types):
        return data
    parts = {name: archive.part(name) or b"" for name in archive.names if not name.endswith("/")}
    named = next(name for name in parts if name.lower() == TYPES.lower())
    types = _TEMPLATE.sub(rb"\1document\2", types)
    del parts[named]
    from reportgen.office.stable import written

    return written({TYPES: types, **parts})


@dataclass
class Package:
    """The parts of a Word document by their names; `trees` are those that have been parsed."""

    parts: dict[str, bytes]
    main: str
    trees: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes) -> Package:
        """Take a document apart.

        Raises:
            PackageError: a part is damaged.
            LookupError: it has no main part.
        """
        archive = Archive(data)
        parts = {name: archive.part(name) or b"" for name in archive.names if not name.endswith("/")}
        package = cls(parts, "")
        package.main = package.related("", "officeDocument")
        if package.main not in parts:
            raise LookupError("no main part")
        return package

    @property
    def document(self) -> Element:
        """The root of the main part."""
        return self.tree(self.main)

    def tree(self, name: str) -> Element:
        """Return the root of a part; what is changed in it is written."""
        if name not in self.trees:
            self.trees[name] = parse(self.parts[name])
        return self.trees[name]

    def rels(self, source: str) -> Element | None:
        """Return the relations of a part; of the package for an empty name."""
        name = part_of_relations(source)
        return self.tree(name) if name in self.parts else None

    def related(self, source: str, kind: str) -> str:
        """Return the name of the first part that a part names for a purpose; empty where there is none."""
        found = (one.target for one in relations(self.rels(source), source) if one.kind == kind)
        return next((name for name in found if name in self.parts), "")

    def all_related(self, source: str, *kinds: str) -> list[str]:
        """Return the names of all parts that a part names for some purposes."""
        found = [one.target for one in relations(self.rels(source), source) if one.kind in kinds]
        return [name for name in dict.fromkeys(found) if name in self.parts]

    def part_of_key(self, source: str, key: str) -> str:
        """Return the name of the part that a part names by a key; empty where there is none."""
        found = (one.target for one in relations(self.rels(source), source) if one.key == key)
        return next((name for name in found if name in self.parts), "")

    def styles(self) -> Element:
        """Return the root of the styles, which are made where there are none."""
        name = self.related(self.main, "styles")
        return self.tree(name or self._add("styles", "styles", b"<w:styles xmlns:w=%b/>"))

    def settings(self) -> Element:
        """Return the root of the settings, which are made where there are none."""
        name = self.related(self.main, "settings")
        return self.tree(name or self._add("settings", "settings", b"<w:settings xmlns:w=%b/>"))

    def _add(self, kind: str, base: str, content: bytes) -> str:
        namespace = b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        name = posixpath.join(posixpath.dirname(self.main), f"{base}Own.xml")
        self.parts[name] = content % namespace
        self._relate(self.main, kind, f"{base}Own.xml")
        self._declare(f"/{name}", f"{_WORD}.{base}+xml")
        return name

    def _relate(self, source: str, kind: str, target: str) -> None:
        name = part_of_relations(source)
        if name not in self.parts:
            self.parts[name] = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
        one = etree.SubElement(self.tree(name), f"{{{_RELATIONS}}}Relationship")
        one.set("Id", f"own{kind}")
        one.set("Type", f"{_KINDS}/{kind}")
        one.set("Target", target)

    def _declare(self, name: str, kind: str) -> None:
        types = self.tree(TYPES)
        one = etree.SubElement(types, f"{{{etree.QName(types).namespace}}}Override")
        one.set("PartName", name)
        one.set("ContentType", kind)

    def put_core(self, content: bytes) -> None:
        """Replace the properties of the document: its author and subject are the sample's."""
        root = self.rels("")
        for one in list(root) if root is not None else []:
            if one.get("Type", "").endswith("/core-properties"):
                root.remove(one)  # type: ignore[union-attr]
        types = self.tree(TYPES)
        for one in list(types):
            if one.get("PartName", "").lower() == "/docprops/core.xml":
                types.remove(one)
        for name in [name for name in self.parts if name.lower() == "docprops/core.xml"]:
            del self.parts[name]
            self.trees.pop(name, None)
        self.parts["docProps/core.xml"] = content
        self._relate("", "core-properties", "docProps/core.xml")
        last = self.tree(part_of_relations(""))[-1]
        last.set("Type", f"{_RELATIONS}/metadata/core-properties")
        self._declare("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")

    def forget_sample(self) -> None:
        """Drop the relations of the main part that nothing in it names any more, and remarks."""
        root = self.rels(self.main)
        said = {
            value
            for one in self.document.iter()
            for key, value in one.attrib.items()
            if str(key).startswith(_REFERENCE)
        }
        for one in list(root) if root is not None else []:
            kind = one.get("Type", "").rpartition("/")[2]
            if kind.startswith(_TALK) or (kind not in _UNNAMED and one.get("Id") not in said):
                root.remove(one)  # type: ignore[union-attr]

    def data(self) -> bytes:
        """Return the file, with the parts that something leads to."""
        self.parts.update({name: serialized(root) for name, root in self.trees.items()})
        kept, left = {TYPES}, [""]
        while left:
            source = left.pop()
            name = part_of_relations(source)
            if name not in self.parts:
                continue
            kept.add(name)
            targets = {one.target for one in relations(parse(self.parts[name]), source)}
            new = {one for one in targets if one in self.parts} - kept
            kept |= new
            left += new
        types = parse(self.parts[TYPES])
        for one in list(types):
            if one.get("PartName") and one.get("PartName", "").lstrip("/") not in kept:
                types.remove(one)
        return packed({name: self.parts[name] for name in kept} | {TYPES: serialized(types)})
