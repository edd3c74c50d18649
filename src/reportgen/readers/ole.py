"""What an OLE compound file holds: the names of its streams, and whether a Word file in it is locked.

Word, Excel and PowerPoint up to 2003, WPS, and a modern Office file behind a password all lie in this
container. Sections of [MS-CFB] (the container) and [MS-DOC] (Word's binary format) are cited where used.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_LARGEST_SECTOR = 0xFFFFFFFA  # [MS-CFB] 2.1: higher numbers are marks, such as the end of a chain
_NO_ENTRY = 0xFFFFFFFF
_ENTRY = 128
_LONGEST_NAME = 64  # bytes, the closing zero included
_FIB_MAGIC = 0xA5EC  # [MS-DOC] 2.5.2, wIdent
_FIB_LOCKED = 0x0100  # the same, fEncrypted


def streams(data: bytes) -> dict[str, int]:
    """Return the streams and folders on the top level: name to first sector; empty for a broken file."""
    try:
        entries = _entries(data)
        return dict(_tree(entries, struct.unpack_from("<I", entries, 76)[0]))
    except (struct.error, IndexError):
        return {}


def word_is_locked(data: bytes, streams: dict[str, int]) -> bool:
    """Whether the Word document among the streams is behind a password."""
    first = streams.get("WordDocument")
    if first is None or first > _LARGEST_SECTOR:
        return False
    head = _sector(data, first)[:12]
    if len(head) < 12:  # noqa: PLR2004  up to the flags
        return False
    magic, flags = struct.unpack_from("<H8xH", head)
    return bool(magic == _FIB_MAGIC and flags & _FIB_LOCKED)


def _sector(data: bytes, number: int) -> bytes:
    # [MS-CFB] 2.2: the header takes one sector, whatever the size of the others.
    size = 1 << struct.unpack_from("<H", data, 30)[0] % 16
    return data[(number + 1) * size : (number + 2) * size]


def _entries(data: bytes) -> bytes:
    """The directory ([MS-CFB] 2.6), as it goes along its chain of sectors."""
    table = b"".join(
        _sector(data, number) for number in struct.unpack_from("<109I", data, 76) if number <= _LARGEST_SECTOR
    )
    number = struct.unpack_from("<I", data, 48)[0]
    seen: dict[int, bytes] = {}
    while number <= _LARGEST_SECTOR and number not in seen:
        seen[number] = _sector(data, number)
        number = struct.unpack_from("<I", table, number * 4)[0]
    return b"".join(seen.values())


def _tree(entries: bytes, first: int) -> Iterator[tuple[str, int]]:
    """The entries of one level, which lie in a binary tree ([MS-CFB] 2.6.4)."""
    waiting, seen = [first], {_NO_ENTRY}
    while waiting:
        at = waiting.pop()
        entry = entries[at * _ENTRY : (at + 1) * _ENTRY]
        if at in seen or len(entry) < _ENTRY:
            continue
        seen.add(at)
        length = min(struct.unpack_from("<H", entry, 64)[0], _LONGEST_NAME)
        name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
        yield name, struct.unpack_from("<I", entry, 116)[0]
        waiting += struct.unpack_from("<II", entry, 68)
