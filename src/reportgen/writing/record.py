"""What earlier runs wrote into a folder: the digest of each file, and no date."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

NAME = ".reportgen.json"


@dataclass(frozen=True, slots=True)
class Record:
    """Digests (SHA-256, hex) of files by name, as reportgen last wrote them."""

    files: dict[str, str] = field(default_factory=dict)

    def knows(self, path: Path) -> bool:
        """True where the file is as we wrote it."""
        return self.files.get(path.name) == digest(path.read_bytes())

    def dump(self) -> bytes:
        """The record as JSON, names sorted."""
        content = {"version": 1, "files": dict(sorted(self.files.items()))}
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def digest(data: bytes) -> str:
    """Return the SHA-256 of `data` in hex."""
    return hashlib.sha256(data).hexdigest()


def load(directory: Path) -> Record:
    """Return the record of a folder; an unreadable one counts as none, so every file there is set aside."""
    try:
        files = json.loads((directory / NAME).read_text("utf-8"))["files"]
        return Record({str(name): str(value) for name, value in files.items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Record()
