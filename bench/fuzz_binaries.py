"""Damages of a PDF, in its objects and in what streams unpack to, and of the head of a compound file."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable

from fuzz_packages import Damage, cut, flipped, some, spliced

_REFERENCE = re.compile(rb"\b\d{1,5} 0 R\b")
_NUMBER = re.compile(rb"(?<![\w.])-?\d{1,9}(?![\w.])")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def _inflated(stream: bytes) -> bytes | None:
    try:
        return zlib.decompressobj().decompress(stream, 3_000_000)
    except zlib.error:
        return None


def in_stream(change: Callable[[bytes, random.Random], bytes]) -> Damage:
    """A damage of what a stream of a PDF unpacks to; the table of places is wrong from then on."""

    def damage(data: bytes, _other: bytes, chance: random.Random) -> bytes:
        for found in some(_STREAM, data, chance):
            inside = _inflated(found[1])
            if inside:
                changed = zlib.compress(change(inside, chance))
                return data[: found.start(1)] + changed + data[found.end(1) :]
        return data

    return damage


def _operators(data: bytes, chance: random.Random) -> bytes:
    """Numbers, operators and strings of a page exchanged for others."""
    kinds = (
        b"q " * 5000, b"Q " * 500, b"BT " * 500, b"ET ", b"1e30 0 0 1e30 0 0 cm ", b"0 0 0 0 0 0 cm ",
        b"/Fm0 Do ",
        b"[" * 3000, b"(" * 3000, b"<<" * 3000, b"BI /W 9999 /H 9999 ID ", b"-99999 Tf ", b"NaN 0 Td ",
        b"7 Tr ",
    )  # fmt: skip
    found = some(re.compile(rb"\s[A-Za-z*]{1,2}\s"), data, chance)
    return spliced(data, found, lambda one: one + chance.choice(kinds), chance.choice((1, 30)))


def _numbers(data: bytes, chance: random.Random) -> bytes:
    kinds = (b"0", b"-1", b"99999999999", b"2147483647", b"-2147483648", b"1e9", b"0.0000001", b"x", b"99999")
    return spliced(
        data, some(_NUMBER, data, chance), lambda _: chance.choice(kinds), chance.choice((1, 20, 300))
    )


def _references(data: bytes, chance: random.Random) -> bytes:
    """References to other objects, so that some lead in rings."""
    found = some(_REFERENCE, data, chance)
    all_of = [one[0] for one in found]
    return spliced(data, found, lambda one: chance.choice(all_of).rjust(len(one)), chance.choice((1, 5, 100)))


def _names(data: bytes, chance: random.Random) -> bytes:
    found = some(re.compile(rb"/[A-Z][A-Za-z0-9]{2,20}\b"), data, chance)
    all_of = [one[0] for one in found]
    return spliced(data, found, lambda _: chance.choice(all_of), chance.choice((1, 5, 60)))


def _stream_bomb(data: bytes, chance: random.Random) -> bytes:
    kinds = (
        b" ",
        b"q ",
        b"BT ",
        b"0 0 m ",
        b"(a) Tj ",
        b"<",
        b"[",
        b"q 1 0 0 1 0 0 cm BT /F1 9 Tf (a) Tj ET Q ",
    )
    piece = chance.choice(kinds)
    return data + b" " + piece * (chance.choice((300_000, 3_000_000, 30_000_000)) // len(piece))


IN_PDF: dict[str, Damage] = {
    "stream cut": in_stream(cut),
    "stream flipped": in_stream(flipped),
    "operators": in_stream(_operators),
    "numbers in a stream": in_stream(_numbers),
    "stream bomb": in_stream(_stream_bomb),
    "numbers": lambda data, _other, chance: _numbers(data, chance),
    "references": lambda data, _other, chance: _references(data, chance),
    "names": lambda data, _other, chance: _names(data, chance),
    "lengths": lambda data, _other, chance: re.sub(
        rb"/Length \d+", lambda _: b"/Length %d" % chance.choice((0, 1, 99, 99_999_999, 2**31, 2**63)), data
    ),
}


def _header(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Fields of the head of a compound file: sizes of sectors, where its tables begin ([MS-CFB] 2.2)."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 3))):
        at = chance.choice((24, 26, 30, 32, 44, 48, 56, 60, 64, 68, 72, 76))
        out[at : at + 4] = chance.choice(
            (b"\0" * 4, b"\xff" * 4, b"\xfe\xff\xff\xff", b"\x01\0\0\0", b"\0\0\0\x7f")
        )
    return bytes(out)


def _chains(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Words of a table of sectors that lead to each other, or nowhere."""
    out = bytearray(data)
    sector = 512 * (1 + int.from_bytes(data[76:80], "little"))
    for _ in range(chance.choice((1, 20, 128))):
        at = min(sector + 4 * chance.randrange(128), len(out) - 4)
        out[at : at + 4] = chance.choice((chance.randrange(128), 0, 1, 2**31)).to_bytes(4, "little")
    return bytes(out)


def _information(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """The words of the information block of a Word document ([MS-DOC] 2.5)."""
    out, at = bytearray(data), data.find(b"\xec\xa5")
    for _ in range(chance.choice((1, 20)) if at >= 0 else 0):
        place = min(at + 2 * chance.randrange(450), len(out) - 2)
        out[place : place + 2] = chance.choice((b"\0\0", b"\xff\xff", b"\xff\x7f", chance.randbytes(2)))
    return bytes(out)


IN_COMPOUND: dict[str, Damage] = {"header": _header, "chains": _chains, "information": _information}
