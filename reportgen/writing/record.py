"""What earlier runs wrote into a folder: the digest of each file, and no date."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.errors import OutputError
from reportgen.writing.regular import open_regular

if TYPE_CHECKING:
    from pathlib import Path

NAME = ".reportgen.json"


@dataclass(frozen=True, slots=True)
class Record:
    """Digests (SHA-256, hex) of files by name, as reportgen last wrote them."""

    files: dict[str, str] = field(default_factory=dict)

    def dump(self) -> bytes:
        """The record as JSON, names sorted."""
        content = {"version": 1, "files": dict(sorted(self.files.items()))}
        # A file name may hold bytes that are no text; as an escape of JSON they come back as they were.
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def digest(data: bytes) -> str:
    """Return the SHA-256 of `data` in hex."""
    return hashlib.sha256(data).hexdigest()


def load(directory: Path) -> Record:
    """Return the record of a folder; an unreadable one counts as none, so every file there is set aside."""
    try:
        file = open_regular(directory / NAME)
        if file is None:
            return Record()
        with file:
            files = json.loads(file.read())["files"]
        return Record({str(name): str(value) for name, value in files.items()})
    except (OSError, OutputError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Record()
