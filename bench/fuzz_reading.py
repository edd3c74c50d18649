"""Read damaged copies of files, and say which end otherwise than in a text or in one line.

    python bench/fuzz_reading.py FOLDER [COPIES]

Each copy is cut short, has bytes changed, swapped or put together with another file's; then come random bytes
behind the heads of all kinds. Each is read in a process of its own, which may take ten seconds and 500 MB.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import traceback
from collections import Counter
from itertools import cycle, islice
from pathlib import Path

from reportgen.errors import SourceError
from reportgen.readers.files import parse_bytes

SECONDS, KIBIBYTES = 10, 500_000
HEADS = [
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"%PDF-1.7\n1 0 obj\n", b"{\\rtf1\\ansi ",
    b"<html><body><p>",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n", b"\x1f\x8b\x08", b"BM", b"GIF8",
    b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"<?xml version='1.0'?><w:wordDocument>", b"",
]  # fmt: skip


def damaged(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """A copy of `data` with one kind of damage."""
    at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    kind = chance.randrange(6)
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + chance.randbytes(min(end - at, 64)) + data[at + min(end - at, 64) :]
    if kind == 2:
        return data[at:end] + data[:at] + data[end:]
    if kind == 3:
        return data[:end] + other[at:]
    if kind == 4:
        return data[:at] + data[end:]
    flipped = bytearray(data)
    for _ in range(chance.choice((1, 10, 200))):
        flipped[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(flipped)


def cases(files: list[Path], copies: int, chance: random.Random) -> list[tuple[str, bytes]]:
    """Name and bytes of what is to be read."""
    whole = [(path, path.read_bytes()) for path in files if path.stat().st_size]
    out = [
        (f"{path.name}#{number}", damaged(data, chance.choice(whole)[1], chance))
        for number, (path, data) in enumerate(islice(cycle(whole), copies))
    ]
    out += [
        (f"{head[:8]!r}+{size}", head + chance.randbytes(size))
        for head in HEADS
        for size in (10, 600, 9000, 99_999)
    ]
    return out


def outcome(data: bytes, name: str) -> str:
    """What becomes of one: `read`, `told`, or what is wrong."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        os.write(writing, _read(data, name).encode()[-4000:])
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    _, _, usage = os.wait4(child, 0)
    if usage.ru_utime + usage.ru_stime > SECONDS or not said:
        return f"too slow, or killed, after {usage.ru_utime:.1f} s"
    return f"{usage.ru_maxrss // 1000} MB" if usage.ru_maxrss > KIBIBYTES else said


def _read(data: bytes, name: str) -> str:
    try:
        parse_bytes(data, name, "x")
    except SourceError as error:
        return "told" if "\n" not in str(error) else f"several lines: {error}"
    except BaseException:  # noqa: BLE001  whatever it is, it is what we look for
        return traceback.format_exc()
    return "read"


def main() -> int:
    """Read all and count; 1 where something is wrong."""
    chance = random.Random(1)
    files = sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_file())
    counts: Counter[str] = Counter()
    for name, data in cases(files, int(sys.argv[2]) if len(sys.argv) > 2 else 2000, chance):
        said = outcome(data, name)
        counts[said if said in {"read", "told"} else "wrong"] += 1
        if said not in {"read", "told"}:
            print(f"{name}: {said}", flush=True)
    print(dict(counts))
    return int(counts["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main())
