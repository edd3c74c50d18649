"""Look into a zip package, which may be broken, or made to unpack to more than there is room for."""

from __future__ import annotations

import io
import re
import zlib
from zipfile import BadZipFile, ZipFile

BROKEN = (
    BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError,
    ValueError,
)  # fmt: skip
"""What reading a damaged package raises."""
MOST_ENTRIES = 20_000
"""Parts of a package; a Word document has some twenty, and one more for each picture."""
_ENTRY = b"PK\x01\x02"
_LOCAL_NAME = re.compile(rb"PK\x03\x04.{22}(?P<length>..)..", re.DOTALL)


def opened(data: bytes) -> ZipFile:
    """Open a package; what its directory says is not yet believed.

    Raises:
        BadZipFile: it is none, or has more entries than any document.
    """
    if data.count(_ENTRY) > MOST_ENTRIES:
        raise BadZipFile("too many entries")
    return ZipFile(io.BytesIO(data))


def names(data: bytes) -> list[str]:
    """Return the names of the parts; of a package cut short, those that its parts give themselves."""
    try:
        with opened(data) as package:
            return package.namelist()
    except BROKEN:
        found = (_local_name(data, one) for one in _LOCAL_NAME.finditer(data))
        return [name for name in found if name and min(name) >= " "]


def part(data: bytes, name: str, most: int) -> bytes:
    """Return the content of one part, no more than `most` bytes; empty where it is missing or broken."""
    try:
        with opened(data) as package, package.open(name) as file:
            return file.read(most)
    except BROKEN:
        return b""


def _local_name(data: bytes, found: re.Match[bytes]) -> str:
    end = found.end() + int.from_bytes(found["length"], "little")
    return data[found.end() : end].decode("latin-1")
