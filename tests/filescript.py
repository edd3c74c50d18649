"""Files of all kinds written as a line of text, for tests of what tells them apart.

A line has a way of packing and what is packed; blanks part the names, and escapes are Python's:

    zip [Content_Types].xml word/document.xml    a zip of these parts, `NAME=CONTENT` for one with content
    cut …                                        the same, without the end
    ole WordDocument 1Table                      a compound file of these streams; `locked`: behind a password
    text …  gbk …  utf-16 …                      the text in UTF-8 or in that encoding
    bytes …                                      the bytes, with enough of zeros behind them to be no text
"""

import io
import struct
import zipfile
from pathlib import Path

FREE, END, TABLE, TABLE_OF_TABLES = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC


def compound(*names, flags=0, length=4096):
    """An OLE file of 512-byte sectors ([MS-CFB]): each name is a stream of the same content, `length` long.

    A file of more than 109 tables of sectors lists the others in sectors of their own, from 7 MB on.
    """
    streams = -(-length // 512)
    directory = (len(names) + 4) // 4
    used = directory + streams
    tables = next(
        count for count in range(1, 9999) if count * 128 >= used + count + max(count - 109, 0) // 127 + 1
    )
    lists = -(-max(tables - 109, 0) // 127)
    numbers = list(range(used, used + tables))
    chain = [*range(1, directory), END, *range(directory + 1, used), END]
    chain += [TABLE] * tables + [TABLE_OF_TABLES] * lists
    fields = (62, 3, 0xFFFE, 9, 6, 0, tables, 0, 0, 4096, END, 0, used + tables if lists else END, lists)
    head = struct.pack("<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", *fields)
    head += struct.pack("<109I", *(numbers[:109] + [FREE] * 109)[:109])
    entries = [entry("Root Entry", 5, child=1, size=0)]
    for number, name in enumerate(names, 1):
        right = number + 1 if number < len(names) else FREE
        entries.append(entry(name, 2, right=right, first=directory, size=length))
    content = struct.pack("<H8xH", 0xA5EC, flags).ljust(streams * 512, b"\0")
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * 512, b"\xff")
    return (
        head
        + b"".join(entries).ljust(512 * directory, b"\0")
        + content
        + table
        + listed(numbers[109:], used + tables)
    )


def listed(numbers, first):
    """The sectors that list the tables beyond those in the head; each ends with the number of the next."""
    out = b""
    for at in range(0, len(numbers), 127):
        following = first + at // 127 + 1 if at + 127 < len(numbers) else END
        out += struct.pack("<128I", *(numbers[at : at + 127] + [FREE] * 127)[:127], following)
    return out


def entry(name, kind, right=FREE, child=FREE, first=0, size=4096):  # noqa: PLR0913, PLR0917
    raw = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", raw, len(raw) + 2, kind, 1, FREE, right, child, first, size)


def packed(parts):
    """A zip of parts by name, stored."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def relations(**targets):
    """The part that tells what belongs to another: a kind, numbered where there are several, and a path."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="http://x/{key.rstrip("0123456789")}" Target="{target}"/>'
        for key, target in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{rows}</Relationships>'


def read_table(path):
    """The rows of a fixture that is a table: the first two words of each line, and the rest."""
    lines = Path(path).read_text("utf-8").splitlines()
    return [tuple(line.split(None, 2)) for line in lines if line and not line.startswith("#")]


def made(way, what):
    """The bytes of a file that a line describes."""
    text = unescaped(what)
    if way == "bytes":
        return text.encode("latin-1") + bytes(64)
    if way in {"zip", "cut"}:
        parts = dict([*one.split("=", 1), "<x/>"][:2] for one in what.split())
        return packed(parts)[: -60 if way == "cut" else None]
    if way in {"ole", "locked"}:
        names = [unescaped(one) for one in what.split()]
        return compound(*names, flags=0x0100 if way == "locked" else 0)
    return text.encode("utf-8" if way == "text" else way)


def unescaped(text):
    """Escapes of Python in a text of any letters."""
    return text.encode("latin-1", "backslashreplace").decode("unicode-escape")
