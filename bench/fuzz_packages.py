"""Damages inside a zip: of its parts, of their markup, and of its directory.

Each takes the bytes of a file, those of another, and a generator of chance.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from functools import cache

Damage = Callable[[bytes, bytes, random.Random], bytes]
Members = dict[str, bytes]

MANY = 100_000
_ELEMENT = re.compile(rb"<(?:w|text|style|office):[^<>/]{1,80}>")
_VALUE = re.compile(rb'(?<==")[^"]{0,60}(?=")')
STRANGE = (
    b"-1", b"0", b"", b"x", b"1e999", b"NaN", b"99999999999999999999", b"-2147483649", b"0.5",
    b"\xe4\xb8\x80", b"%s",
    b"&#x41;", b"true", b"../" * 50, b"a" * 70_000,
)  # fmt: skip
"""What stands for a value: numbers too large, none, words."""


def spliced(data: bytes, found: list[re.Match[bytes]], put: Callable[[bytes], bytes], count: int) -> bytes:
    """The bytes with each of some finds replaced, `count` of them at the most."""
    for one in sorted(found[:count], key=lambda one: -one.start()):
        data = data[: one.start()] + put(one[0]) + data[one.end() :]
    return data


def some(pattern: re.Pattern[bytes], data: bytes, chance: random.Random) -> list[re.Match[bytes]]:
    """The finds of a pattern in the first megabyte, in any order."""
    found = list(pattern.finditer(data[:1_000_000]))
    chance.shuffle(found)
    return found


def unzipped(data: bytes) -> Members:
    """The members of a zip that can be had."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {entry.filename: file.read(entry) for entry in file.infolist()}


def zipped(members: Members) -> bytes:
    """A zip of the members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def member(change: Callable[[bytes, random.Random], bytes], *, names: str = r"\.(xml|rels)$") -> Damage:
    """A damage of one member of a zip, the largest more often than others."""

    def damage(data: bytes, _other: bytes, chance: random.Random) -> bytes:
        members = unzipped(data)
        fitting = sorted(
            (name for name in members if re.search(names, name)), key=lambda name: len(members[name])
        )
        if not fitting:
            return data
        name = chance.choice((fitting[-1], chance.choice(fitting)))
        return zipped({**members, name: change(members[name], chance)})

    return damage


def cut(data: bytes, chance: random.Random) -> bytes:
    """The beginning."""
    return data[: chance.randrange(len(data) + 1)]


def flipped(data: bytes, chance: random.Random) -> bytes:
    """A few bytes changed."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 5, 50)) if data else 0):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def deep(data: bytes, chance: random.Random) -> bytes:
    """An element nested in itself, below and above what parsers allow."""
    found = some(_ELEMENT, data, chance)
    count = chance.choice((50, 240, 5000, MANY))

    def nested(tag: bytes) -> bytes:
        return tag * (count + 1) + b"</%s>" % tag[1:-1].split(b" ")[0] * count

    return spliced(data, found, nested, 1)


def repeated(data: bytes, chance: random.Random) -> bytes:
    """A paragraph, run, row or cell many times."""
    kind = chance.choice(
        (b"w:p", b"w:r", b"w:tr", b"w:tc", b"w:tbl", b"w:style", b"w:abstractNum", b"text:p")
    )
    found = some(re.compile(rb"<%s[ >].{0,3000}?</%s>" % (kind, kind), re.DOTALL), data, chance)
    return spliced(data, found, lambda one: one * chance.choice((3, 200, 5000)), 1)


def moved_parts(data: bytes, chance: random.Random) -> bytes:
    """An element gone, doubled or put elsewhere, so that the markup is well formed and means nothing."""
    found = some(
        re.compile(rb"<(w:\w+)(?: [^<>]*)?/>|<(w:\w+)(?: [^<>]*)?>.{0,2000}?</\2>", re.DOTALL), data, chance
    )
    if len(found) < 2:
        return data
    one, two = found[:2]
    return (
        data.replace(two[0], one[0], 1) if chance.random() < 0.5 else data.replace(one[0], two[0] + one[0], 9)
    )


def values(data: bytes, chance: random.Random) -> bytes:
    """Some values of attributes, of a few or of all kinds, strange."""
    return spliced(
        data, some(_VALUE, data, chance), lambda _: chance.choice(STRANGE), chance.choice((1, 20, 400))
    )


def same_values(data: bytes, chance: random.Random) -> bytes:
    """All values of one attribute the same: styles based on themselves, files that hold themselves."""
    name = chance.choice(
        (b"w:val", b"w:styleId", b"w:numId", b"w:abstractNumId", b"r:id", b"Id", b"Target", b"w:w")
    )
    found = re.findall(rb'\b%s="([^"]*)"' % name, data)
    return re.sub(rb'(?<=\b%s=")[^"]*' % name, lambda _: found[0], data) if found else data


def _self_based(data: bytes, _chance: random.Random) -> bytes:
    styles = re.findall(rb'w:styleId="([^"]*)"', data)
    ring = iter(styles[1:] + styles[:1])
    return re.sub(
        rb'(<w:style [^>]*w:styleId="[^"]*"[^>]*>)',
        lambda one: one[0] + b'<w:basedOn w:val="' + next(ring, b"") + b'"/>',
        data,
    )


def _targets(data: bytes, chance: random.Random) -> bytes:
    targets = (
        b"document.xml", b"../word/document.xml", b"../../../etc/passwd", b"", b"%00", b"//host/x",
        b"file:///dev/zero",
        b"#", b"?" * 9, b"a" * 70_000, b"\xff", b"styles.xml", b"/word/numbering.xml", b"C:\\x",
    )  # fmt: skip
    found = some(re.compile(rb'(?<=Target=")[^"]*'), data, chance)
    return spliced(data, found, lambda _: chance.choice(targets), chance.choice((1, 2, 50)))


def _typed(data: bytes, chance: random.Random) -> bytes:
    laughs = b"".join(b'<!ENTITY a%d "%s">' % (at, b"&a%d;" % (at - 1) * 10) for at in range(1, 10))
    kinds = (b'<!ENTITY a0 SYSTEM "file:///dev/zero">', b'<!ENTITY a0 "ha">' + laughs)
    head = b"<!DOCTYPE x [" + chance.choice(kinds) + b"]>"
    return re.sub(rb"(<w:t[^>]*>)", rb"\1&a0;", head + data.partition(b"?>")[2], count=3)


def _encoded(data: bytes, chance: random.Random) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-le", "utf-32", "gb18030", "utf-7"))
    return data.decode("utf-8", "ignore").encode(encoding, "ignore")


def _renamed(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    members = unzipped(data)
    name = chance.choice(sorted(members))
    new = chance.choice(
        ("../" + name, "/" + name, name.upper(), "a" * 60_000, "", name + "\0", "一" * 9, "word/")
    )
    return zipped({(new if one == name else one): text for one, text in members.items()})


def _without_member(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    members = unzipped(data)
    members.pop(chance.choice(sorted(members)))
    return zipped(members)


def _exchanged(data: bytes, other: bytes, chance: random.Random) -> bytes:
    members = unzipped(data)
    others = unzipped(other) if other.startswith(b"PK\x03\x04") else members
    name = chance.choice(sorted(members))
    return zipped({**members, name: others[chance.choice(sorted(others))]})


def _directory(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Bytes of entries, in the directory and in front of members, changed: sizes, methods, places."""
    out = bytearray(data)
    for found in some(re.compile(rb"PK(?:\x01\x02|\x03\x04|\x05\x06)"), data, chance)[
        : chance.choice((1, 3))
    ]:
        for _ in range(chance.choice((1, 4))):
            at = min(found.end() + chance.randrange(42), len(out) - 1)
            out[at] = chance.choice((0, 1, 8, 9, 12, 14, 99, 255, chance.randrange(256)))
    return bytes(out)


@cache
def _blanks(size: int) -> bytes:
    return b" " * size


def _bomb(data: bytes, chance: random.Random) -> bytes:
    """What unpacks to much, up to a hundred million bytes: blanks, or elements."""
    at = data.rfind(b"</")
    size = chance.choice((1_000_000, 30_000_000, 100_000_000))
    filling = chance.choice(
        (_blanks(size), b"<w:p/>" * (size // 60), b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * (size // 300))
    )
    return data[:at] + filling + data[at:]


IN_ZIP: dict[str, Damage] = {
    "member cut": member(cut),
    "member flipped": member(flipped),
    "any member flipped": member(flipped, names="."),
    "nested": member(deep),
    "repeated": member(repeated),
    "elements moved": member(moved_parts),
    "values strange": member(values),
    "values alike": member(same_values),
    "styles in a ring": member(_self_based, names="styles"),
    "styles strange": member(values, names="styles|numbering|settings"),
    "relations wrong": member(_targets, names="rels$"),
    "types wrong": member(values, names="Content_Types"),
    "document type": member(_typed, names="document|content"),
    "encoded": member(_encoded),
    "member renamed": _renamed,
    "member gone": _without_member,
    "member exchanged": _exchanged,
    "directory wrong": _directory,
    "bomb": member(_bomb, names="document|content|styles"),
}
