"""The texts of a plan, told by its dataclasses: what a field holds is printed unless it says otherwise.

A field that is added to a plan is thereby looked for in the finished file, in its place among the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import MappingProxyType

UNPRINTED: Mapping[str, bool] = MappingProxyType({"printed": False})
"""The metadata of a field whose texts name something for the renderer, or stand in another place already."""


def texts(value: object) -> Iterator[str]:
    """Yield the printed texts of a plan or a part of it, in the order of its fields; empty ones too."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for name in _printed(type(value)):
            yield from texts(getattr(value, name))


def own_texts(value: object) -> dict[str, str]:
    """Return by field the printed texts that a part of a plan holds itself, none of its own parts'."""
    held = ((name, getattr(value, name)) for name in _printed(type(value)))
    return {name: one for name, one in held if isinstance(one, str) and not isinstance(one, Enum)}


def _printed(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if one.metadata.get("printed", True))
