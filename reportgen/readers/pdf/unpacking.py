"""Look at what the streams of a PDF unpack to, before a library unpacks them into memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from reportgen.errors import SourceError
from reportgen.opening import MEBIBYTE
from reportgen.text.patterns import lazy

MOST_UNPACKED = 200 * MEBIBYTE
"""Bytes of all streams but pictures, fonts among them; the text of a thousand pages takes some 20 MB."""
_STREAM = lazy(rb"stream\r?\n")
_DICTIONARY = 1000  # bytes before a stream that say what it is
_PICTURE = lazy(rb"/Subtype\s{0,9}/Image\b")
_PIECE = 1 << 16


def require_unpacked_size(data: bytes, name: str) -> None:
    """Refuse a PDF that unpacks to more than there is room for.

    Raises:
        SourceError: it does.
    """
    total = 0
    for size in _sizes(data):
        total += size
        if total > MOST_UNPACKED:
            message = f"PDF 解压后过大，最多 {MOST_UNPACKED // MEBIBYTE} MB"
            raise SourceError(message, where=name, hint="请用阅读器打开，复制其中的文字存为 .txt 后再试")


def _sizes(data: bytes) -> Iterator[int]:
    """The sizes of what the streams unpack to (ISO 32000-1, 7.4.4), piece by piece; pictures are not read."""
    end = 0
    for found in _STREAM.finditer(data):
        start = found.end()
        if start < end or _is_picture(data[max(found.start() - _DICTIONARY, 0) : found.start()]):
            continue
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        yield from _inflated(data[start:end])


def _is_picture(before: bytes) -> bool:
    return bool(_PICTURE.search(before.rpartition(b" obj")[2]))


def _inflated(stream: bytes) -> Iterator[int]:
    inflater, rest = zlib.decompressobj(), stream
    while rest and not inflater.eof:
        try:
            size = len(inflater.decompress(rest, _PIECE))
        except zlib.error:
            return  # another filter, or damaged: nothing that grows
        yield size
        rest = inflater.unconsumed_tail
