"""Tell before the work what could not be written after it."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from reportgen.writing import lock, moves, record
from reportgen.writing.leftovers import part_name
from reportgen.writing.reasons import told
from reportgen.writing.regular import open_regular

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ROOM = 64 * 1024
"""Bytes that are less than any run writes; a disk without room for them is full."""
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_TEMPORARY", 0)


def require_writable(directory: Path, names: Iterable[str] = ()) -> None:
    """Try whether files of these names can be written into a folder, and leave no trace of it.

    Args:
        directory: need not exist.
        names: of the files that will be written.

    Raises:
        OutputError: the folder cannot be made or written into, a name is too long, or what stands at one is
            no file.
    """
    try:
        ground = _ground(directory)
        _try_writing(ground)
        for name in directory.parts[len(ground.parts) :]:
            _require_name(ground / name)
        for name in (record.NAME, lock.NAME, *names):
            _require_name(ground / name)
            _require_file(directory / name)
        moves.require_folder(directory)
    except (OSError, UnicodeError) as error:
        raise told(error, str(directory)) from None


def _ground(directory: Path) -> Path:
    """The nearest folder that there is already.

    Raises:
        OSError: there is none, as something else stands in its place.
    """
    for folder in (directory, *directory.parents):
        if folder.is_dir():
            return folder
        if os.path.lexists(folder):
            number = errno.EEXIST if folder == directory else errno.ENOTDIR
            raise OSError(number, os.strerror(number))
    return directory  # a drive that is not there: writing will tell


def _try_writing(folder: Path) -> None:
    """Write what has no name as soon as it is open (on Windows: as soon as it is closed)."""
    path = folder / part_name(record.NAME)
    number = -1
    # Whoever stops us may do so at any point from the opening on: the name goes whatever happens.
    try:
        number = os.open(path, _FLAGS, 0o600)
        if os.name != "nt":
            path.unlink(missing_ok=True)
        if os.write(number, bytes(_ROOM)) < _ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    finally:
        if number >= 0:
            os.close(number)
        if os.name != "nt":
            path.unlink(missing_ok=True)


def _require_name(path: Path) -> None:
    """Ask the file system whether it could have such a name."""
    try:
        path.lstat()
    except FileNotFoundError:
        return


def _require_file(path: Path) -> None:
    """Raise where something stands at a path that is no file."""
    file = open_regular(path)
    if file is not None:
        file.close()
