"""What a template that we ship is taken apart into, kept for the next process.

To read its layouts takes longer than to fill a deck. What comes of it lies where Python keeps its byte code,
under the same conditions (``PYTHONPYCACHEPREFIX``, ``PYTHONDONTWRITEBYTECODE``), with the digest of template
and code: where either has changed, the template is read again.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import posixpath
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.planning.deck import Box, Level, Slot, slides
from reportgen.rendering.pptx.blank import Blank
from reportgen.rendering.pptx.looks import Edge, Furniture, Looks, Place
from reportgen.rendering.pptx.parts import Package, Part, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class TakenApart:
    """What a template is taken apart into: slots by layout, the sides of a slide, what decks hold of it.

    One that is none of our form has a `guise` in `blank`, and sides in points of a page of usual size.
    """

    slots: Mapping[str, Mapping[str, Slot]]
    sides: tuple[float, float]
    blank: Blank


class Store:
    """Templates taken apart, each in a file.

    Args:
        folder: where they lie; it need not be there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, name: str, data: bytes) -> TakenApart | None:
        """Return what a template is taken apart into; None where that is not known.

        Args:
            name: what the template goes by.
            data: its bytes.
        """
        try:
            # It lies where Python's byte code does, which is read in the same way.
            digest, kept = marshal.loads(self._path(name).read_bytes())  # noqa: S302
            return _restored(*kept) if digest == _digest(data) else None
        except (OSError, ValueError, EOFError, TypeError, LookupError):  # none there, or cut short
            return None

    def keep(self, name: str, data: bytes, found: TakenApart) -> None:
        """Write what a template has been taken apart into, whole or not at all; nothing where not allowed."""
        path = self._path(name)
        own = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):  # as Python does without its byte code
            kept = marshal.dumps((_digest(data), _plain(found)))
            path.parent.mkdir(parents=True, exist_ok=True)
            own.write_bytes(kept)
            own.replace(path)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.template"


def kept_here() -> Store:
    """Return the store beside this module's byte code."""
    return Store(Path(cache_from_source(__file__)).parent)


def may_keep() -> bool:
    """Whether Python keeps byte code."""
    return not sys.dont_write_bytecode


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(_readers() + data).digest()


@cache
def _readers() -> bytes:
    """The digest of the code whose work is kept.

    Raises:
        OSError: there is byte code only.
    """
    sources = (*sorted(Path(__file__).parent.glob("*.py")), Path(slides.__file__))
    return hashlib.sha256(b"".join([path.read_bytes() for path in sources])).digest()


def _plain(found: TakenApart) -> tuple[Any, ...]:
    """As what `marshal` knows."""
    blank = found.blank
    slots = {layout: [*map(_plain_slot, named.values())] for layout, named in found.slots.items()}
    layouts = {name: (part.name, _plain_looks(blank.looks(name))) for name, part in blank.layouts.items()}
    relations = {
        part.name: [_plain_relation(key, one) for key, one in part.rels.items()]
        for part in (blank.package, *blank.package.iter_parts())
    }
    return found.sides, slots, layouts, relations, dict(blank.kinds), dict(blank.files)


def _plain_slot(slot: Slot) -> tuple[Any, ...]:
    levels = [(one.size, one.pitch, one.before, one.indent) for one in slot.levels]
    return slot.name, slot.index, _plain_box(slot.box), slot.insets, levels


def _plain_box(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.width, box.height


def _plain_looks(found: Looks) -> tuple[Any, ...]:
    places = [(key, one.number, one.mark, one.body, one.box, one.looks) for key, one in found.places.items()]
    edges = [(key, _plain_box(one.box), one.looks) for key, one in found.edges.items()]
    furniture = [(one.is_footer, one.before, one.after) for one in found.furniture]
    return found.last, places, edges, furniture


def _plain_relation(key: str, one: Relation) -> tuple[str, str, str, bool]:
    target = one.target_ref if one.part is None else one.part.name
    return key, one.reltype, target, one.is_external


def _restored(
    sides: tuple[float, float],
    slots: dict[str, list[tuple[Any, ...]]],
    layouts: dict[str, tuple[str, tuple[Any, ...]]],
    relations: dict[str, list[tuple[str, str, str, bool]]],
    *contents: dict[str, Any],
) -> TakenApart:
    kinds, files = contents
    package = Package()
    named = {"": package, **{name: Part(name, kind, files[name]) for name, kind in kinds.items()}}
    for name, listed in relations.items():
        named[name].rels = dict(_relations(name, listed, named))
    blank = Blank(
        package,
        {name: named[part] for name, (part, _) in layouts.items()},
        kinds,
        files,
        {name: _looks(*kept) for name, (_, kept) in layouts.items()},
    )
    return TakenApart({layout: dict(map(_slot, kept)) for layout, kept in slots.items()}, sides, blank)


def _relations(
    name: str, listed: Iterable[tuple[str, str, str, bool]], named: Mapping[str, Part]
) -> Iterable[tuple[str, Relation]]:
    base = posixpath.dirname(name)
    for key, reltype, target, is_external in listed:
        yield key, Relation(reltype, target if is_external else named[target], base)


def _slot(kept: tuple[Any, ...]) -> tuple[str, Slot]:
    name, index, box, insets, levels = kept
    return name, Slot(name, index, Box(*box), insets, tuple([Level(*level) for level in levels]))


def _looks(
    last: int,
    places: Iterable[tuple[Any, ...]],
    edges: Iterable[tuple[Any, ...]],
    furniture: Iterable[tuple[Any, ...]],
) -> Looks:
    return Looks(
        {key: Place(*kept) for key, *kept in places},
        last,
        {key: Edge(Box(*box), drawn) for key, box, drawn in edges},
        tuple([Furniture(*kept) for kept in furniture]),
    )
