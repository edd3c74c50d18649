"""One run at a time writes into a folder."""

from __future__ import annotations

import contextlib
import errno
import os
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportgen.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from filelock import BaseFileLock

NAME = ".reportgen.lock"
_STAND_IN = ".reportgen.held"
PATIENCE = 30.0
"""Seconds that a run waits for another, which holds a folder for one at most on a slow disk."""
_PAUSE = 0.02
_TRIES = 100
# What network drives and file systems of user space answer that cannot lock.
_NO_LOCKS = {errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOLCK}


@contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Hold a folder, made if missing, against other runs.

    The system frees the lock of a run that has died. Where a file system knows no locks, a file that names
    the holder's process stands for one, and that of a dead process counts for nothing.

    Raises:
        OutputError: another run has held the folder for too long.
        OSError: the folder cannot be made or written into.
    """
    lock = _held(directory)
    try:
        yield
    finally:
        # As long as we hold it, its name may go: who waits for a lock without a name asks for it anew.
        # Windows lets nobody take the name away before the lock is freed, and then does so by itself.
        for name in (NAME, _STAND_IN):
            with contextlib.suppress(OSError):
                (directory / name).unlink()
        lock.release()


def _held(directory: Path) -> BaseFileLock:
    from filelock import FileLock, SoftFileLock, Timeout  # noqa: PLC0415  loaded for those who write

    try:
        try:
            return _acquired(FileLock, directory, NAME)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            return _acquired(SoftFileLock, directory, _STAND_IN)
    except Timeout as error:
        message = f"另一个 reportgen 正在往这里写文件，等了 {PATIENCE:.0f} 秒还没有写完，没有写出任何文件"
        hint = f"请稍后再试；若并没有别的在运行，请删去 {error.lock_file}"
        raise OutputError(message, where=str(directory), hint=hint) from None


def _acquired(kind: type[BaseFileLock], directory: Path, name: str) -> BaseFileLock:
    lock = kind(directory / name, timeout=PATIENCE, poll_interval=_PAUSE)
    with warnings.catch_warnings(action="ignore"):  # that there are no locks here is no news for the user
        for _ in range(_TRIES):
            directory.mkdir(parents=True, exist_ok=True)
            # Another run that fails takes away the folder that it has made.
            with contextlib.suppress(FileNotFoundError):
                lock.acquire()
                return lock
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
