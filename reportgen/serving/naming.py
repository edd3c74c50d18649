"""What somebody calls a file, made a name that leads nowhere: no folder, no device, not too long."""

from __future__ import annotations

from pathlib import PurePosixPath

from reportgen.batch.stores import safe_name

_LONGEST = 120
"""Bytes of a name; with what outputs add, every file system takes it."""
_NO_FILES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


def own_name(name: str, otherwise: str) -> str:
    """Return a file name of one component, with the suffix that it had.

    Args:
        name: what came from outside.
        otherwise: the name where nothing is left of it.
    """
    last = name.replace("\\", "/").rpartition("/")[2].strip().lstrip(".")
    clean = safe_name("".join(char for char in last if char.isprintable()))
    path = PurePosixPath(clean)
    suffix = path.suffix if len(path.suffix.encode()) <= 12 else ""  # noqa: PLR2004  .markdown has nine
    stem = path.name[: len(path.name) - len(suffix)]
    while len(stem.encode()) > _LONGEST:
        stem = stem[:-1]
    stem = stem.rstrip(" .")
    if not stem.strip("_") or stem.lower() in _NO_FILES:
        return otherwise if not suffix else f"{PurePosixPath(otherwise).stem}{suffix}"
    return f"{stem}{suffix}"
