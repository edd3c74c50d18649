"""Look into a zip package, which may be broken."""

from __future__ import annotations

import io
import re
import zlib
from zipfile import BadZipFile, ZipFile

_BROKEN = (
    BadZipFile, KeyError, ValueError, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error,
)  # fmt: skip
_LOCAL_NAME = re.compile(rb"PK\x03\x04.{22}(?P<length>..)..", re.DOTALL)


def names(data: bytes) -> list[str]:
    """Return the names of the parts; of a package cut short, those that its parts give themselves."""
    try:
        with ZipFile(io.BytesIO(data)) as package:
            return package.namelist()
    except _BROKEN:
        return [
            data[found.end() : found.end() + int.from_bytes(found["length"], "little")].decode("latin-1")
            for found in _LOCAL_NAME.finditer(data)
        ]


def part(data: bytes, name: str) -> bytes:
    """Return the content of one part; empty where it is missing or broken."""
    try:
        with ZipFile(io.BytesIO(data)) as package:
            return package.read(name)
    except _BROKEN:
        return b""
