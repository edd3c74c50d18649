"""What a file shows from outside: the shell that its content comes in, and what that says of itself.

The suffix is not asked. A ``.doc`` that is really a web page, and a ``.txt`` that is really a Word file, are
as common as honest ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from reportgen.readers.encoding import wide_encoding
from reportgen.readers.limits import LARGEST_PART


class Shell(Enum):
    """What a file comes in.

    `COMPOUND` is the container of Office up to 2003 ([MS-CFB]), `PACKAGE` the zip of Office since then
    (ISO/IEC 29500-2), `OPENDOCUMENT` that of OpenDocument and `FLAT` the same as one XML file, `ZIP` any
    other. `DAMAGED` is a container that cannot be looked into; `BYTES` is what is neither one nor text.
    """

    COMPOUND = auto()
    PACKAGE = auto()
    OPENDOCUMENT = auto()
    FLAT = auto()
    ZIP = auto()
    TEXT = auto()
    BYTES = auto()
    DAMAGED = auto()


@dataclass(frozen=True, slots=True)
class Glance:
    """What one look at a file gives.

    Attributes:
        data: all its bytes.
        shell: what they come in.
        names: of the streams of a compound file; of the parts of a zip, in small letters.
        says: the type that a zip's first entry states; of a text its first 4000 bytes, decoded, without BOM
            and blanks before them.
        wide: the UTF-16 or UTF-32 form of a text; empty for all others.
        locked: whether the content is behind a password.
    """

    data: bytes
    shell: Shell
    names: frozenset[str] = frozenset()
    says: str = ""
    wide: str = ""
    locked: bool = False


OPENDOCUMENT = "application/vnd.oasis.opendocument."
"""What the types of OpenDocument begin with (OpenDocument 1.3, part 3, appendix C)."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_TYPES = "[content_types].xml"
# A package of Office behind a password is a stream of this name ([MS-OFFCRYPTO] 2.3.4.1).
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_STATED = slice(30, 130)  # where a zip that begins with an entry `mimetype`, stored, has its name and content
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r\x1a\x1b")
_CONTROL_SHARE = 0.02  # scars of copying are a handful; a binary file has 10 % and more
_LOOKED_AT = 1 << 22  # bytes that tell text from others
_HEAD = 4000  # bytes in which a markup language names itself


def look_at(data: bytes) -> Glance:
    """Look at the content of a file; nothing is unpacked but names and types."""
    if data.startswith(_OLE):
        return _compound(data)
    if data.startswith(_ZIP):
        return _zip(data)
    wide = wide_encoding(data) or ""
    return _text(data, wide) if wide or _has_few_controls(data) else Glance(data, Shell.BYTES)


def _compound(data: bytes) -> Glance:
    from reportgen.readers import ole  # plain text, the commonest kind, needs no containers

    found = ole.look_into(data)
    if found is None:
        return Glance(data, Shell.DAMAGED, locked=_PROTECTED in data)
    return Glance(data, Shell.COMPOUND, found.names, locked=found.is_locked)


def _zip(data: bytes) -> Glance:
    from reportgen.office import zips  # plain text, the commonest kind, needs none

    first = data[_STATED].decode("latin-1")
    says = first.removeprefix("mimetype") if first.startswith("mimetype") else ""
    if says.startswith(OPENDOCUMENT):
        manifest = zips.beginning_of(data, "META-INF/manifest.xml", LARGEST_PART)
        return Glance(data, Shell.OPENDOCUMENT, says=says, locked=b"encryption-data" in manifest)
    # Small and capital letters are alike in the names of parts (ISO/IEC 29500-2, 6.2.2.3).
    names = frozenset(name.lower() for name in zips.names_of(data))
    if not names:
        return Glance(data, Shell.DAMAGED)
    return Glance(data, Shell.PACKAGE if _TYPES in names else Shell.ZIP, names, says)


def _text(data: bytes, wide: str) -> Glance:
    head = data[:_HEAD].decode(wide or "latin-1", "replace").lstrip("\ufeffï»¿ \t\r\n")
    flat = head.startswith("<?xml") and "<office:document" in head
    return Glance(data, Shell.FLAT if flat else Shell.TEXT, says=head, wide=wide)


def _has_few_controls(data: bytes) -> bool:
    head = data[:_LOOKED_AT]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls <= _CONTROL_SHARE * len(head)
