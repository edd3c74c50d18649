"""What an OLE compound file holds: the names of its streams, and the head of the Word document in it.

Word, Excel and PowerPoint up to 2003, WPS, and a modern Office file behind a password all lie in this
container. The library follows its chains, those of large files too; [MS-DOC] (Word's binary format) is
cited where used.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass

import olefile

_WORD = "WordDocument"
# What the library raises at damaged tables besides its own error, which is an OSError.
_BROKEN = (
    OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError, RecursionError,
    MemoryError, struct.error,
)  # fmt: skip
_FIB_MAGIC = 0xA5EC  # [MS-DOC] 2.5.2, wIdent
_FIB_LOCKED = 0x0100  # the same, fEncrypted
_FIB_FLAGS = struct.Struct("<H8xH")
_FIB_LENGTH = struct.Struct("<76xI")  # [MS-DOC] 2.5.4, ccpText behind the base and the words of the head


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound file: the `names` on its top level, and how its Word document begins (empty for none)."""

    names: frozenset[str]
    word: bytes = b""

    @property
    def is_locked(self) -> bool:
        """Whether the Word document is behind a password."""
        if len(self.word) < _FIB_FLAGS.size:
            return False
        magic, flags = _FIB_FLAGS.unpack_from(self.word)
        return bool(magic == _FIB_MAGIC and flags & _FIB_LOCKED)

    @property
    def length(self) -> int:
        """The characters that the Word document says it has; 0 where it does not."""
        return int(_FIB_LENGTH.unpack_from(self.word)[0]) if len(self.word) >= _FIB_LENGTH.size else 0


def look_into(data: bytes) -> Compound | None:
    """Return what a compound file holds; None where it is damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            names = frozenset(path[0] for path in file.listdir(streams=True, storages=True))
            word = file.openstream(_WORD).read(_FIB_LENGTH.size) if _WORD in names else b""
    except _BROKEN:
        return None
    return Compound(names, word)


def word_stream(data: bytes) -> bytes:
    """Return the stream in which the text of a Word document lies; nothing where there is none."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return bytes(file.openstream(_WORD).read()) if file.exists(_WORD) else b""
    except _BROKEN:
        return b""
