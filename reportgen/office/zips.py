"""Read a zip that may be broken, or made to unpack to more than there is room for.

Nothing is unpacked that was not asked for, and never more of it; what the directory says of sizes is used to
refuse and not to trust. Small and capital letters are alike in names (ISO/IEC 29500-2, 6.2.2.3), and so are
the two slashes and one in front, since programs write all of them.
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from reportgen.office.faults import DamagedError, PackageError, TooLargeError
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from zipfile import ZipInfo

MOST_ENTRIES = 20_000
"""Parts of a package; a Word document has some twenty, and one more for each picture."""
MARKUP = (".xml", ".rels")
"""What the names of parts end in that hold markup."""
# What the library raises at damaged zips, besides its own error.
_BROKEN = (
    BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError,
    ValueError,
)  # fmt: skip
_ENTRY = b"PK\x01\x02"
_LOCAL_NAME = lazy(rb"PK\x03\x04.{22}(?P<length>..)..", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a zip may state: parts, and the bytes of all, of a part of markup, of all of those."""

    parts: int
    whole: int
    markup_part: int
    markup: int


class Archive:
    """A zip that has been opened."""

    def __init__(self, data: bytes) -> None:
        """Open the bytes of a zip; nothing is unpacked.

        Raises:
            DamagedError: they are none.
            TooLargeError: it has more entries than any document.
        """
        # Counted before the library makes an object of each; what lies stored in another zip counts as well.
        if data.count(_ENTRY) > MOST_ENTRIES:
            raise TooLargeError("too many entries")
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise DamagedError(str(error)) from None
        self._entries = {plain(entry.filename): entry for entry in self._zip.infolist()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries as the directory has them, folders among them."""
        return tuple(self._zip.namelist())

    def part(self, name: str, most: int | None = None) -> bytes | None:
        """Return the content of a part; None where there is none of that name.

        Args:
            name: of two parts of one name, the last counts.
            most: bytes that it may have; None for a zip of our own.

        Raises:
            DamagedError: it cannot be unpacked.
            TooLargeError: it has more.
        """
        entry = self._entries.get(plain(name))
        if entry is None:
            return None
        # The directory may lie about the size, so what comes out is counted.
        data = self._unpacked(entry, None if most is None else most + 1)
        if most is not None and len(data) > most:
            raise TooLargeError(f"{name} has more than {most} bytes")
        return data

    def beginning(self, name: str, most: int) -> bytes:
        """Return the first bytes of a part, `most` at the most; none where there is no such part.

        Raises:
            DamagedError: it cannot be unpacked.
        """
        entry = self._entries.get(plain(name))
        return self._unpacked(entry, most) if entry else b""

    def _unpacked(self, entry: ZipInfo, most: int | None) -> bytes:
        try:
            with self._zip.open(entry) as file:
                return file.read(-1 if most is None else most)
        except _BROKEN as error:
            raise DamagedError(f"{entry.filename}: {error}") from None

    def exceeds(self, limits: Limits) -> bool:
        """Whether the directory states more than the limits. No more of a part is unpacked than it states."""
        entries = self._zip.infolist()
        markup = [entry.file_size for entry in entries if entry.filename.lower().endswith(MARKUP)]
        return (
            len(entries) > limits.parts
            or sum(entry.file_size for entry in entries) > limits.whole
            or max(markup, default=0) > limits.markup_part
            or sum(markup) > limits.markup
        )

    @property
    def strange(self) -> tuple[str, ...]:
        """Names that lead out of the package: with a slash in front, or with a step up."""
        return tuple(name for name in self.names if name.startswith("/") or ".." in re.split(r"[/\\]", name))

    @property
    def has_twins(self) -> bool:
        """Whether two entries have one name, so that one program reads the first and another the last."""
        return len(self._entries) < len(self._zip.infolist())


def plain(name: str) -> str:
    """Return the name of a part as it is looked for."""
    return name.replace("\\", "/").lstrip("/").lower()


def names_of(data: bytes) -> tuple[str, ...]:
    """Return the names of the parts; of a zip cut short, those that its parts give themselves."""
    try:
        return Archive(data).names
    except PackageError:
        found = (_local_name(data, one) for one in _LOCAL_NAME.finditer(data))
        return tuple(name for name in found if name and min(name) >= " ")


def beginning_of(data: bytes, name: str, most: int) -> bytes:
    """Return the first bytes of one part, `most` at the most; none where it is missing or broken."""
    try:
        return Archive(data).beginning(name, most)
    except PackageError:
        return b""


def _local_name(data: bytes, found: re.Match[bytes]) -> str:
    end = found.end() + int.from_bytes(found["length"], "little")
    return data[found.end() : end].decode("latin-1")
