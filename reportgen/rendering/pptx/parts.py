"""The parts of a presentation and what leads to them (ISO/IEC 29500-2), with as little read as is needed."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.office.faults import DamagedError
from reportgen.office.relations import part_of_relations
from reportgen.office.zips import Archive
from reportgen.rendering.pptx.markup import HEAD, parsed, serialised, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

TYPES = "[Content_Types].xml"
"""The part that says of what kind the others are."""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""What the types of relations of Office begin with."""
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = f"{_PACKAGE}/relationships/metadata/core-properties"
"""The type of the relation to title, author and dates."""
_KIND = "application/vnd.openxmlformats-officedocument.presentationml.{}+xml".format
PRESENTATION = _KIND("presentation.main")
SLIDE, NOTES, LAYOUT, MASTER, NOTES_MASTER = map(
    _KIND, ("slide", "notesSlide", "slideLayout", "slideMaster", "notesMaster")
)
_SAME_AS_PRESENTATION = {_KIND("template.main"), _KIND("slideshow.main")}
"""Kinds of a main part that differ in nothing but in what a program does when it opens the file."""
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CORE_KIND = "application/vnd.openxmlformats-package.core-properties+xml"
# Written anew as we read them, so that two programs' ways to indent give the same deck.
_TREES = {PRESENTATION, SLIDE, NOTES, LAYOUT, MASTER, NOTES_MASTER, CHART, CORE_KIND}
# Kinds that a suffix stands for; all others are stated part by part. Markup of a general kind is among those:
# a suffix xml says nothing about what a part is.
_BY_SUFFIX = {
    **{suffix: f"image/{suffix}" for suffix in ("bmp", "gif", "jpeg", "png", "tiff")},
    **{suffix: f"image/x-{suffix}" for suffix in ("emf", "wmf")},
    "jpe": "image/jpeg",
    "jpg": "image/jpeg",
    "tif": "image/tiff",
    "fntdata": "application/x-fontdata",
    "mov": "video/quicktime",
    "mp4": "video/mp4",
    "mpg": "video/mpeg",
    "vid": "video/unknown",
    "wdp": "image/vnd.ms-photo",
    "wmv": "video/x-ms-wmv",
    "xlsx": SHEET,
}
_PRINTER = "application/vnd.openxmlformats-officedocument.{}.printerSettings".format
_PRINTERS = {_PRINTER(f"{kind}ml") for kind in ("presentation", "spreadsheet", "wordprocessing")}
_NUMBER = re.compile(r"rId(\d+)")


@dataclass(frozen=True, slots=True)
class Relation:
    """What leads from a part to another, or to a place outside; `reltype` is the whole name of the type."""

    reltype: str
    target: Part | str
    base: str

    @property
    def is_external(self) -> bool:
        """Whether it leads out of the file."""
        return isinstance(self.target, str)

    @property
    def part(self) -> Part | None:
        """The part that it leads to; None outside."""
        return None if isinstance(self.target, str) else self.target

    @property
    def target_ref(self) -> str:
        """Where it leads, as it is written."""
        return self.target if isinstance(self.target, str) else relative(self.target.name, self.base)


@dataclass(eq=False, slots=True)
class Part:
    """A part: its name without a slash in front, its kind, and what it leads to by keys."""

    name: str
    kind: str
    data: bytes = field(repr=False)
    rels: dict[str, Relation] = field(default_factory=dict, repr=False)
    _root: Element | None = field(default=None, repr=False)

    @property
    def is_tree(self) -> bool:
        """Whether it is one that is read and written anew."""
        return self.kind in _TREES

    @property
    def root(self) -> Element:
        """Its root, read when it is asked for; what is changed in it is written."""
        if self._root is None:
            self._root = parsed(self.data)
        return self._root

    def read(self) -> None:
        """Read its tree, where it is one."""
        if self.is_tree and self._root is None:
            self._root = parsed(self.data)

    def settle(self) -> None:
        """Take what has been changed in it for its bytes, and let go of the tree, which is large."""
        if self.is_tree:
            self.data = serialised(self.root)
            self._root = None

    def let_go(self) -> None:
        """Let go of the tree, in which nothing has been changed."""
        self._root = None

    def key_of(self, part: Part) -> str:
        """Return the key of its relation to a part."""
        return next(key for key, one in self.rels.items() if one.part is part)

    def related(self, kind: str) -> list[Part]:
        """Return the parts that it leads to by a type (``slideMaster``)."""
        parts = (one.part for one in self.rels.values() if one.reltype == f"{OFFICE}/{kind}")
        return [part for part in parts if part is not None]


class Package(Part):
    """A presentation as its own first part: what it leads to is all there is."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__("", "", b"")

    @property
    def main(self) -> Part:
        """The part that lists the slides.

        Raises:
            LookupError: there is none.
        """
        mains = [part for part in self.related("officeDocument") if part.kind == PRESENTATION]
        if len(mains) != 1:
            raise LookupError("no presentation")
        return mains[0]

    def read_trees(self) -> None:
        """Read all parts that are trees, whatever they are called.

        Raises:
            XMLSyntaxError: one is torn.
        """
        for part in self.iter_parts():
            part.read()

    def iter_parts(self) -> Iterator[Part]:
        """Give each part once, each before those that it leads to."""
        seen: set[int] = set()
        ways = [iter(self.rels.values())]
        while ways:
            one = next(ways[-1], None)
            if one is None:
                ways.pop()
            elif one.part is not None and id(one.part) not in seen:
                seen.add(id(one.part))
                yield one.part
                ways.append(iter(one.part.rels.values()))


def read_package(data: bytes) -> Package:
    """Return a presentation that has been looked through; what leads nowhere is left out, as PowerPoint does.

    Raises:
        LookupError: there is no presentation in it.
        PackageError: it is damaged, or a part has no kind.
        ValueError: a relation is not whole.
    """
    package, archive = Package(), Archive(data)
    names = frozenset(archive.names)
    kinds = _Kinds(archive.part(TYPES) or b"")
    parts: dict[str, Part] = {}
    left: list[Part] = [package]
    while left:
        part = left.pop()
        listed = part_of_relations(part.name)
        if listed not in names:
            continue
        base = posixpath.dirname(part.name)
        for one in parsed(archive.part(listed) or b"").iterfind(f"{{{_PACKAGE}/relationships}}Relationship"):
            key, reltype, target = (one.get(name) for name in ("Id", "Type", "Target"))
            if key is None or reltype is None or target is None:
                raise ValueError("a relation is not whole")
            if one.get("TargetMode") == "External":
                part.rels[key] = Relation(reltype, target, base)
                continue
            name = posixpath.normpath(posixpath.join("/", base, target)).lstrip("/")
            if name not in names:
                continue
            if name not in parts:
                kind = kinds.of(name)
                kind = PRESENTATION if kind in _SAME_AS_PRESENTATION else kind
                parts[name] = Part(name, kind, archive.part(name) or b"")
                left.append(parts[name])
            part.rels[key] = Relation(reltype, parts[name], base)
    return package


class _Kinds:
    """What the part of content types says (ISO/IEC 29500-2, 6.2.3)."""

    def __init__(self, types: bytes) -> None:
        root = parsed(types)
        space = f"{{{_PACKAGE}/content-types}}"
        self._own = {
            one.get("PartName", "").lower().lstrip("/"): one.get("ContentType", "")
            for one in root.iterfind(f"{space}Override")
        }
        self._by_suffix = {
            one.get("Extension", "").lower(): one.get("ContentType", "")
            for one in root.iterfind(f"{space}Default")
        }

    def of(self, name: str) -> str:
        kind = self._own.get(name.lower()) or self._by_suffix.get(_suffix(name))
        if not kind:
            raise DamagedError(f"{name} has no content type")
        return kind


def relative(name: str, base: str) -> str:
    """Return the name of a part as another names it that lies in the folder `base`."""
    return posixpath.relpath(f"/{name}", f"/{base}") if base else name


def free_name(pattern: str, names: Iterable[str]) -> str:
    """Return a free name of a pattern with a ``{}`` for its number, which follows how many are taken."""
    start = pattern.partition("{")[0]
    taken = {name for name in names if name.startswith(start)}
    return next(
        name for number in range(len(taken) + 1, 0, -1) if (name := pattern.format(number)) not in taken
    )


def free_key(rels: Mapping[str, object]) -> str:
    """Return a free key for a relation, which follows how many there are."""
    return next(key for number in range(len(rels) + 1, 0, -1) if (key := f"rId{number}") not in rels)


def relations_part(rels: Mapping[str, Relation]) -> bytes:
    """Return the part that says what a part leads to, by the numbers of the keys."""

    def number(key: str) -> tuple[int, str]:
        found = _NUMBER.fullmatch(key)
        return (int(found[1]) if found else 0), key

    listed = "".join(_relation(key, rels[key]) for key in sorted(rels, key=number))
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'.encode()


def _relation(key: str, one: Relation) -> str:
    mode = ' TargetMode="External"' if one.is_external else ""
    target = value(one.target_ref)
    return f'<Relationship Id="{value(key)}" Type="{value(one.reltype)}" Target="{target}"{mode}/>'


def types_part(kinds: Mapping[str, str]) -> bytes:
    """Return the part that says of what kind the parts are, by their names."""
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    overrides: dict[str, str] = {}
    for name, kind in kinds.items():
        suffix = _suffix(name)
        if _BY_SUFFIX.get(suffix) == kind or (suffix == "bin" and kind in _PRINTERS):
            defaults[suffix] = kind
        else:
            overrides[name] = kind
    listed = "".join(
        f'<Default Extension="{value(suffix)}" ContentType="{value(kind)}"/>'
        for suffix, kind in sorted(defaults.items())
    ) + "".join(
        f'<Override PartName="/{value(name)}" ContentType="{value(kind)}"/>'
        for name, kind in sorted(overrides.items())
    )
    return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{listed}</Types>'.encode()


def _suffix(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").lower()
