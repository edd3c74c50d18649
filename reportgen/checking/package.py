"""The zip around an Office file, opened with care: anybody may have saved it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from reportgen.errors import CheckError
from reportgen.office.faults import PackageError
from reportgen.office.relations import Relation, part_of_relations, relations
from reportgen.office.stable import written
from reportgen.office.xml import parse
from reportgen.office.zips import MARKUP, Archive
from reportgen.readers.limits import LARGEST_PART, MOST_MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_AGAIN = "请用 Word、PowerPoint 或 WPS 打开，另存后再试"


class Package:
    """The parts of an Office file by name, parsed when asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the bytes of a file; `name` is what messages call it.

        Raises:
            CheckError: they are no Office file.
        """
        self.name = name
        try:
            self._archive = Archive(data)
        except PackageError:
            raise CheckError(
                "不是 Word、PowerPoint 或 Excel 文件，或已损坏", where=name, hint=_AGAIN
            ) from None

    @property
    def main(self) -> str:
        """The name of the part that the others hang on."""
        return self.related("").get("officeDocument", ("",))[0]

    def root(self, path: str) -> Element | None:
        """Return the root element of a part; None where there is no such part.

        Raises:
            CheckError: the part is damaged or too large.
        """
        try:
            data = self._archive.part(path, LARGEST_PART)
            return None if data is None else parse(data, MOST_MARKS)
        except PackageError:
            raise self._damaged() from None

    def without_media(self) -> bytes:
        """Return the package with its pictures, sounds and films empty, for who wants its layout only.

        Raises:
            CheckError: a part is damaged, or the whole unpacks to more than an honest file.
        """
        parts: dict[str, bytes] = {}
        left = LARGEST_PART
        try:
            for name in self._archive.names:
                is_markup = name.lower().endswith(MARKUP)
                parts[name] = (self._archive.part(name, left) or b"") if is_markup else b""
                left -= len(parts[name])
        except PackageError:
            raise self._damaged() from None
        return written(parts)

    def _damaged(self) -> CheckError:
        return CheckError("文件已损坏，读不出内容", where=self.name, hint=_AGAIN)

    def related(self, path: str) -> Mapping[str, tuple[str, ...]]:
        """Return the parts that `path` names, by the last word of the relationship's type."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self._relations(path):
            found[one.kind] = (*found.get(one.kind, ()), one.target)
        return found

    def targets(self, path: str) -> dict[str, str]:
        """Return the parts that `path` names, by relationship id."""
        return {one.key: one.target for one in self._relations(path)}

    def _relations(self, path: str) -> tuple[Relation, ...]:
        return relations(self.root(part_of_relations(path)), path)


def vocabulary_of(package: Package) -> str:
    """Return the namespace of the main part, which tells what kind of file it is; empty where it has none."""
    root = package.root(package.main) if package.main else None
    return etree.QName(root).namespace or "" if root is not None else ""
