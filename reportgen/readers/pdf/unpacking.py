"""Look at what the streams of a PDF unpack to, before a library unpacks them into memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from reportgen.errors import SourceError
from reportgen.opening import MEBIBYTE
from reportgen.readers.pdf.trying import fits
from reportgen.text.patterns import lazy

MOST_UNPACKED = 200 * MEBIBYTE
"""Bytes of all streams but pictures, fonts among them; the text of a thousand pages takes some 20 MB."""
_STREAM = lazy(rb"(?<!end)stream\r?\n")
_DICTIONARY = 1000  # bytes before a stream that say what it is
_PICTURE = lazy(rb"/Subtype\s{0,9}/Image\b")
# ISO 32000-1: tables 16 and 127 and 7.5.8 for what draws nothing: objects, fonts, places.
_DRAWS_NOTHING = lazy(
    rb"/Length1\b|/Subtype\s{0,9}/(?:Type1C|CIDFontType0C|OpenType|XML)\b|/Type\s{0,9}/(?:ObjStm|XRef|Metadata)\b"
)
_FILTERS = lazy(rb"/Filter\s{0,9}(?P<names>\[[^\[\]]{0,200}\]|/\w+)")
_CONTENTS = lazy(rb"/Contents\s{0,9}\[(?:\s{0,9}\d{1,9}\s{1,9}\d{1,5}\s{1,9}R){50}")
_LONG = 100_000
"""Bytes of one stream that draws, from which a page is tried first; a page of text has some 10,000."""
_MOST_DRAWN, _MOST_MARKED = 500, 2000
"""Pictures and forms, and stretches with a mark, in one such stream."""
_DRAWN = lazy(rb"/\S{1,99}\s{1,9}Do\b")
_ONE_FILTER = frozenset({b"/FlateDecode", b"/Fl"})
_PIECE = 1 << 16
_COPY = "请用阅读器打开，复制其中的文字存为 .txt 后再试"


def require_unpacked_size(data: bytes, name: str) -> None:
    """Refuse a PDF that unpacks to more than there is room for, or whose pages take too much to lay out.

    Raises:
        SourceError: it does.
    """
    total, strange = 0, bool(_CONTENTS.search(data))
    for head, stream in _streams(data):
        drawing = bytearray()
        draws = not _DRAWS_NOTHING.search(head)
        for piece in _inflated(stream):
            total += len(piece)
            if total > MOST_UNPACKED:
                message = f"PDF 解压后过大，最多 {MOST_UNPACKED // MEBIBYTE} MB"
                raise SourceError(message, where=name, hint=_COPY)
            if len(drawing) <= _LONG:
                drawing += piece
        drawn = len(_DRAWN.findall(drawing))
        # Forms that draw one other each are a chain, and those that draw two may be a million.
        strange = strange or (b"/Form" in head and drawn > 1)
        strange = strange or (draws and _is_strange(head, drawing, drawn)) or bool(_CONTENTS.search(drawing))
    if strange and not fits(data):
        raise SourceError("PDF 的页面太复杂，打不开", where=name, hint=_COPY)


def _is_strange(head: bytes, drawing: bytearray, drawn: int) -> bool:
    """Whether a stream that draws may take much more than its length, or cannot be looked into."""
    filters = _FILTERS.search(head)
    packed = filters is not None and filters["names"].strip(b"[ ]\r\n\t") not in _ONE_FILTER
    marked = drawing.count(b"BDC") + drawing.count(b"BMC")
    return packed or len(drawing) > _LONG or drawn > _MOST_DRAWN or marked > _MOST_MARKED


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What stands before each stream in its object, and the stream; without pictures (ISO 32000-1, 7.3.8)."""
    end = 0
    for found in _STREAM.finditer(data):
        start = found.end()
        head = data[max(found.start() - _DICTIONARY, 0) : found.start()].rpartition(b" obj")[2]
        if start < end or _PICTURE.search(head):
            continue
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        yield head, data[start:end]


def _inflated(stream: bytes) -> Iterator[bytes]:
    """What a stream unpacks to, piece by piece (7.4.4); its beginning where it is not packed that way."""
    inflater, rest = zlib.decompressobj(), stream
    while rest and not inflater.eof:
        try:
            piece = inflater.decompress(rest, _PIECE)
        except zlib.error:
            if rest is stream:
                yield stream[: _LONG + 1]  # packed otherwise, and tried, or not at all
            return
        yield piece
        rest = inflater.unconsumed_tail
