"""Write Office packages whose bytes depend on their content only.

Two saves of the same file differ in the zip's timestamps, and, on another machine, in its compression:
zlib and zlib-ng deflate the same text into different bytes. So the parts are stored as they are. A handout
grows from some 60 to some 400 kB that way, and any program opens it.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from reportgen.office.zips import Archive
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONTENT_TYPES = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold
_DEFAULT = lazy(r'<Default\b[^>]*\bExtension="([^"]+)"')
_OVERRIDE = lazy(r'<Override\b[^>]*\bPartName="([^"]+)"')
_DATES = lazy(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
_OWN_KIND = frozenset({"xml", "vml"})  # a Default for these says nothing about what the part is

_CUSTOM = "customxml/"
"""Where Office keeps anybody's XML, which is of no kind of its own and often has the type of all XML."""


def stable_package(data: bytes) -> bytes:
    """Rewrite an Office package so that equal content gives equal bytes on every machine.

    Args:
        data: a ``.docx``, ``.pptx`` or ``.xlsx`` file.

    Returns:
        The same parts: content types first, then by name; stored, with one fixed date. The dates in the
        document's properties are left out.

    Raises:
        ValueError: a part has no content type of its own kind, or two parts have one name. That is a fault of
            ours, never of the user's.
    """
    archive = Archive(data)
    if archive.has_twins:
        raise ValueError("two parts of the package have one name")
    return packed({name: archive.part(name) or b"" for name in archive.names if not name.endswith("/")})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return an Office package of these parts, as `stable_package` does of one that is packed already.

    Raises:
        ValueError: a part has no content type of its own kind.
    """
    untyped = _untyped(parts)
    if untyped:
        raise ValueError(f"parts without a content type: {', '.join(untyped)}")
    order = sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name))
    return written({name: _undated(name, parts[name]) for name in order})


def written(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of these parts, in their order, that is the same on every machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as out:
        for name, content in parts.items():
            out.writestr(_entry(name), content)
    return buffer.getvalue()


def _undated(name: str, part: bytes) -> bytes:
    """Core properties without the dates that a library put there: its own, or today's."""
    return _DATES.sub(b"", part) if name == "docProps/core.xml" else part


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    # On its own zipfile notes the system it runs on.
    entry.create_system = 0
    entry.external_attr = 0
    return entry


def _untyped(parts: Mapping[str, bytes]) -> list[str]:
    """Parts whose type the package does not state (ECMA-376 Part 2, 6.2.3)."""
    table = parts.get(_CONTENT_TYPES, b"").decode("utf-8")
    overrides = {name.lower() for name in _OVERRIDE.findall(table)}
    defaults = {extension.lower() for extension in _DEFAULT.findall(table)} - _OWN_KIND
    return [name for name in sorted(parts) if not _typed(name, overrides, defaults)]


def _typed(name: str, overrides: set[str], defaults: set[str]) -> bool:
    extension = name.rpartition(".")[2].lower()
    is_data = name.lower().startswith(_CUSTOM) and extension == "xml"
    return is_data or name == _CONTENT_TYPES or f"/{name}".lower() in overrides or extension in defaults
