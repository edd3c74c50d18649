"""Read damaged copies of files, and say which end otherwise than in an outline or in one line.

    python bench/fuzz_reading.py FOLDER [--copies N] [--seed N] [--conversions N] [--only WORD]
        [--skip-made] [--keep FOLDER]

Each copy has one of the damages of its kind (`fuzz_packages`, `fuzz_binaries`, `fuzz_texts`) or of any kind
(`ANY` below); then come files made to break readers (`fuzz_made`). Each is read and parsed in a process of
its own, which may take ten seconds and 500 MB. Only the first `--conversions` files that need LibreOffice get
it. What is wrong is written to `--keep`.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from fuzz_binaries import IN_COMPOUND, IN_PDF
from fuzz_made import made
from fuzz_packages import IN_ZIP, Damage
from fuzz_texts import HTML, MARKDOWN, MHT, PLAIN, RTF, as_mht
from reportgen import libreoffice
from reportgen.errors import SourceError
from reportgen.outline import parse, to_text, within_limits
from reportgen.readers import docx, html, office, ole, pdf  # noqa: F401  loaded once for all
from reportgen.readers.files import parse_bytes

SECONDS, KIBIBYTES = 10, 500_000
WAITING = 150
"""Seconds by the clock, in which LibreOffice must have ended as well."""


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return at, end


def _scratched(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    at, end = _span(data, chance)
    size = min(end - at, 64)
    return data[:at] + chance.randbytes(size) + data[at + size :]


def _moved(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    at, end = _span(data, chance)
    return data[at:end] + data[:at] + data[end:]


def _joined(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _without(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    at, end = _span(data, chance)
    return data[:at] + data[end:]


def _flipped(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 10, 200))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _zeros(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    at, end = _span(data, chance)
    return data[:at] + bytes(end - at) + data[end:]


def _stuttered(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    piece = data[at : at + chance.choice((1, 2, 3, 16, 500))]
    return data[:at] + piece * (chance.choice((1000, 100_000, 1_000_000)) // len(piece)) + data[at:]


ANY: dict[str, Damage] = {
    "cut": lambda data, _other, chance: data[: chance.randrange(len(data) + 1)],
    "beginning gone": lambda data, _other, chance: data[chance.randrange(len(data) + 1) :],
    "scratched": _scratched,
    "moved": _moved,
    "joined": _joined,
    "without a piece": _without,
    "flipped": _flipped,
    "zeros": _zeros,
    "stuttered": _stuttered,
    "twice": lambda data, other, chance: data + chance.choice((data, other)),
    "in line ends of Windows": lambda data, _other, _chance: data.replace(b"\n", b"\r\n"),
    "as text": lambda data, _other, _chance: data.decode("latin-1").encode(),
}


def damages_of(data: bytes) -> dict[str, Damage]:
    """The damages that suit a file, by name."""
    head = data[:4000].lower()
    if data.startswith(b"PK\x03\x04"):
        own = IN_ZIP
    elif b"%pdf-" in head[:1024]:
        own = IN_PDF
    elif data.startswith(b"\xd0\xcf\x11\xe0"):
        own = IN_COMPOUND
    elif data.startswith(b"{\\rtf"):
        own = RTF
    elif b"multipart/related" in head:
        own = HTML | MHT
    elif b"<html" in head or b"<body" in head or b"<?xml" in head:
        own = HTML
    else:
        own = PLAIN | MARKDOWN
    return {**own, **ANY}


def cases(files: list[Path], numbers: range, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of what is to be read."""
    whole = [(path.name, path.read_bytes()) for path in files if path.stat().st_size]
    pages = [(name, data) for name, data in whole if name.endswith((".html", ".htm"))]
    whole += [(f"{name}.mht", as_mht(data)) for name, data in pages]
    damages = {name: sorted(damages_of(data).items()) for name, data in whole}
    for number in numbers:
        # A file's damages come one after the other, so that in a long run each has each.
        name, data = whole[number % len(whole)]
        called, damage = damages[name][(number // len(whole) + number) % len(damages[name])]
        own = random.Random(f"{chance.random()}")
        yield f"{number} {name}: {called}", _done(damage, data, own.choice(whole)[1], own)


def _done(damage: Damage, data: bytes, other: bytes, chance: random.Random) -> bytes:
    try:
        return damage(data, other, chance)
    except (ValueError, IndexError, OSError, NotImplementedError, RuntimeError):
        return _flipped(data, other, chance)  # a file of the corpus that is damaged itself


def outcome(data: bytes, name: str) -> tuple[str, float, int]:
    """What becomes of one, `read`, `told`, or what is wrong; seconds and KiB that it takes."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_AS, (6 * KIBIBYTES * 1024, 6 * KIBIBYTES * 1024))
        signal.alarm(WAITING)
        os.write(writing, _read(data, name).encode("utf-8", "replace")[-4000:])
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime
    if seconds > SECONDS or not said:
        said = f"too slow, or killed: {seconds:.1f} s, status {status}"
    elif usage.ru_maxrss > KIBIBYTES:
        said = f"{usage.ru_maxrss // 1000} MB, {said}"
    return said, seconds, usage.ru_maxrss


def _read(data: bytes, name: str) -> str:
    try:
        to_text(within_limits(parse(parse_bytes(data, name, "x"))))
    except SourceError as error:
        return "told" if "\n" not in str(error) else f"several lines: {error}"
    except BaseException:  # noqa: BLE001  whatever it is, it is what we look for
        return traceback.format_exc()
    return "read"


def _converts(data: bytes) -> bool:
    return data.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")) or b"opendocument" in data[:4000]


def main() -> int:
    """Read all and count; 1 where something is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--copies", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--conversions", type=int, default=100)
    parser.add_argument("--only", default="")
    parser.add_argument("--skip-made", action="store_true")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    files = sorted(path for path in given.folder.iterdir() if path.is_file())
    counts: Counter[str] = Counter()
    slowest, largest, conversions = (0.0, ""), (0, ""), given.conversions
    program = libreoffice.find_program
    chance = random.Random(given.seed)
    # Another seed goes on with other damages of each file.
    numbers = range(given.seed * given.copies, (given.seed + 1) * given.copies)
    for name, data in chain(cases(files, numbers, chance), () if given.skip_made else made(chance)):
        if given.only not in name:
            continue
        converts = _converts(data)
        conversions -= converts
        libreoffice.find_program = program if conversions >= 0 else lambda: None
        said, seconds, memory = outcome(data, name)
        counts[said if said in {"read", "told"} else "wrong"] += 1
        slowest, largest = max(slowest, (seconds, name)), max(largest, (memory, name))
        if said not in {"read", "told"}:
            print(f"{name}: {said}", flush=True)
            if given.keep:
                (given.keep / f"{given.seed}-{counts['wrong']}").write_bytes(data)
    print(
        dict(counts),
        f"slowest {slowest[0]:.1f} s {slowest[1]}",
        f"largest {largest[0] // 1000} MB {largest[1]}",
    )
    return int(counts["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main())
