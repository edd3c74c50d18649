"""Only regular files are read: a pipe that nobody writes to would be waited for without end."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from typing import TYPE_CHECKING

from reportgen.errors import OutputError

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path

_NOT_REGULAR = "有一个管道、设备或失效的链接与要生成的文件同名"
_FOLDER = "有一个文件夹与要生成的文件同名"


def open_regular(path: Path) -> BufferedReader | None:
    """Open a file to be read; None where nothing stands.

    Raises:
        OutputError: what stands there is no regular file.
        OSError: it cannot be opened.
    """
    mode = _mode(path)
    if mode is None:
        return None
    if not stat.S_ISREG(mode):
        raise _refused(path, mode)
    # Should a pipe have taken its place by now, the opening does not wait.
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    file = os.fdopen(number, "rb")
    mode = os.fstat(number).st_mode
    if not stat.S_ISREG(mode):
        file.close()
        raise _refused(path, mode)
    return file


def digest_of(path: Path) -> str | None:
    """Return the SHA-256 of a file in hex; None where nothing stands.

    Raises:
        OutputError: what stands there is no regular file.
        OSError: it cannot be read.
    """
    file = open_regular(path)
    if file is None:
        return None
    with file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _mode(path: Path) -> int | None:
    """What stands at a path, links followed; None for nothing at all."""
    try:
        return path.stat().st_mode
    except OSError as error:
        if error.errno not in {errno.ENOENT, errno.ELOOP}:
            raise
        if not os.path.lexists(path):
            return None
        raise _refused(path, 0) from None


def _refused(path: Path, mode: int) -> OutputError:
    message = _FOLDER if stat.S_ISDIR(mode) else _NOT_REGULAR
    return OutputError(message, where=str(path), hint="请移走它，或用 -o 换一个文件夹")
