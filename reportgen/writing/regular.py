"""Only regular files are read: a pipe that nobody writes to would be waited for without end."""

from __future__ import annotations

import errno
import hashlib
import os
from typing import TYPE_CHECKING

from reportgen import opening
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
    try:
        return opening.open_regular(path)
    except opening.NotRegularError as error:
        raise _refused(path, _FOLDER if error.is_folder else _NOT_REGULAR) from None
    except OSError as error:
        if error.errno not in {errno.ENOENT, errno.ELOOP}:
            raise
        if not os.path.lexists(path):
            return None
        raise _refused(path, _NOT_REGULAR) from None


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


def _refused(path: Path, message: str) -> OutputError:
    return OutputError(message, where=str(path), hint="请移走它，或用 -o 换一个文件夹")
