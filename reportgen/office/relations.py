"""How the parts of a package hang together (ISO/IEC 29500-2, 6.5)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """One part names another: by a key of its own, for a purpose (the last word of the type's name)."""

    key: str
    kind: str
    target: str


def part_of_relations(path: str) -> str:
    """Return the name of the part that holds the relations of the part at `path`; of the package for none."""
    folder, base = posixpath.split(path)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def relations(root: Element | None, path: str) -> tuple[Relation, ...]:
    """Return what the part at `path` names inside the package, in order.

    Args:
        root: of its part of relations; None where it has none.
        path: what relative targets start from.
    """
    folder = posixpath.dirname(path)
    return tuple(
        Relation(
            one.get("Id", ""),
            one.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
        )
        for one in (root.iter(_RELATION) if root is not None else ())
        if one.get("TargetMode") != "External"
    )
