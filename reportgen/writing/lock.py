"""One run at a time writes into a folder."""

from __future__ import annotations

import errno
import os
import time
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from reportgen.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = ".reportgen.lock"
_STAND_IN = ".reportgen.held"
PATIENCE = 30.0
"""Seconds that a run waits for another, which holds a folder for one at most on a slow disk."""
_PAUSE = 0.02
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
    with ExitStack() as held:
        try:
            held.callback(_release, directory / NAME, _wait(directory))
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            (directory / NAME).unlink(missing_ok=True)
            held.enter_context(_stand_in(directory))
        yield


def _wait(directory: Path) -> int:
    """The lock's descriptor, as soon as no other run has it."""
    ends = time.monotonic() + PATIENCE
    while True:
        directory.mkdir(parents=True, exist_ok=True)
        number = _try(directory / NAME)
        if number is not None:
            return number
        if time.monotonic() > ends:
            raise _busy(directory, directory / NAME)
        time.sleep(_PAUSE)


def _try(path: Path) -> int | None:
    """The lock's descriptor; None where another run has it, or has just taken its file away."""
    from filelock import lock_descriptor

    number = _opened(path)
    if number is None:
        return None
    try:
        if lock_descriptor(number, blocking=False) and os.path.samestat(os.fstat(number), path.lstat()):
            return number
    except FileNotFoundError:
        pass  # taken away between our opening and our locking it; the next one gets another file
    except BaseException:
        os.close(number)
        raise
    os.close(number)
    return None


def _opened(path: Path) -> int | None:
    flags = os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(path, flags | os.O_RDWR, 0o666)
    except FileNotFoundError:
        return None  # another run has failed, and took away the folder that it had made
    except PermissionError:
        if not path.exists():
            raise
        if os.name == "nt":
            return None  # being taken away
        # That of another user may be read only, which is enough for most systems.
        return os.open(path, flags & ~os.O_CREAT | os.O_RDONLY)


def _release(path: Path, number: int) -> None:
    """Free the lock and take its file away: who has opened it meanwhile finds it gone, and asks anew."""
    if os.name != "nt":
        path.unlink(missing_ok=True)
    os.close(number)
    if os.name == "nt":
        # Windows keeps what is open; then the run that has it open takes it away.
        with suppress(OSError):
            path.unlink()


@contextmanager
def _stand_in(directory: Path) -> Iterator[None]:
    from filelock import SoftFileLock, Timeout

    try:
        lock = SoftFileLock(directory / _STAND_IN, timeout=PATIENCE, poll_interval=_PAUSE)
        lock.acquire()
    except Timeout:
        raise _busy(directory, directory / _STAND_IN) from None
    try:
        yield
    finally:
        lock.release()


def _busy(directory: Path, lock: Path) -> OutputError:
    message = f"另一个 reportgen 正在往这里写文件，等了 {PATIENCE:.0f} 秒还没有写完，没有写出任何文件"
    hint = f"请稍后再试；若并没有别的在运行，请删去 {lock}"
    return OutputError(message, where=str(directory), hint=hint)
