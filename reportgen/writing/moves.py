"""Move files into place so that the folder holds all of them or none, even after a kill.

Everything that is not yet or no longer in place lies in a folder of its own inside: the new files, the
files that they replace, and the journal. The journal is written last before the first move and taken away
first after the last one; where it stands, what it tells is undone.
"""

from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING

from reportgen.errors import OutputError
from reportgen.writing import journal
from reportgen.writing.regular import digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reportgen.writing.journal import Move

NAME = ".reportgen.tmp"
_JOURNAL = "journal.json"
# What file systems answer that cannot sync a folder, or need not.
_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.EACCES}


def carry_out(directory: Path, steps: Sequence[Move], contents: Mapping[str, bytes]) -> None:
    """Write the files and move them into place; where that fails, undo it.

    The caller holds the folder, and has undone what an earlier run left.

    Raises:
        OSError: a file cannot be written or moved.
        OutputError: a file has changed since the steps were planned.
    """
    work = directory / NAME
    try:
        work.mkdir()
        _prepare(directory, steps, contents)
        for number, step in enumerate(steps):
            _move(directory, step, work / f"{number}.part")
        _sync(directory)
        (work / _JOURNAL).unlink()
    except BaseException:
        _undo_if_possible(directory)
        raise
    # All is in place; what cannot be taken away now is taken away by the next run.
    shutil.rmtree(work, ignore_errors=True)


def require_folder(directory: Path) -> None:
    """Refuse a folder in which something else has the name of the one that the moves need.

    Raises:
        OutputError: a link or a file has it.
    """
    work = directory / NAME
    if work.is_symlink() or (work.exists() and not work.is_dir()):
        hint = "请移走它，或用 -o 换一个文件夹"
        raise OutputError("这个名称要留给 reportgen 用", where=str(work), hint=hint)


def undo(directory: Path) -> None:
    """Put everything back as it was before the run that left its folder here; nothing is done without one.

    May be cut short and done again. What somebody has edited since stays as it is.

    Raises:
        OSError: a file cannot be moved or taken away.
        OutputError: what stands at a name is no file.
    """
    require_folder(directory)
    work = directory / NAME
    if not work.exists():
        return
    for number, step in reversed(list(enumerate(journal.load(work / _JOURNAL)))):
        _put_back(directory, step, directory / step.aside if step.aside else work / f"{number}.old")
    (work / _JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(work)


def _undo_if_possible(directory: Path) -> None:
    """Undo our own run; what cannot be undone must not hide why, and is undone by the next run."""
    try:
        undo(directory)
    except (OSError, OutputError):
        return


def _prepare(directory: Path, steps: Sequence[Move], contents: Mapping[str, bytes]) -> None:
    work = directory / NAME
    for number, step in enumerate(steps):
        _write(work / f"{number}.part", contents[step.name])
        if step.was and not step.aside:
            _keep(directory / step.name, work / f"{number}.old")
    _write(work / f"{_JOURNAL}.part", journal.dump(steps))
    _sync(work)
    (work / f"{_JOURNAL}.part").replace(work / _JOURNAL)
    _sync(work)


def _move(directory: Path, step: Move, part: Path) -> None:
    target = directory / step.name
    if digest_of(target) != step.was:
        message = "写入时文件正被别的程序改动，没有写出任何文件"
        raise OutputError(message, where=str(target), hint="请关闭正在改动它的程序后再试")
    if step.aside:
        _set_aside(target, directory / step.aside)
    part.replace(target)


def _put_back(directory: Path, step: Move, kept: Path) -> None:
    """Undo one step, whether it has been made or not; `kept` is where the old file is if it is kept."""
    target = directory / step.name
    standing = digest_of(target)
    if standing not in {step.now, None}:
        # Not moved yet, or edited since; then what was set aside is still the only one of its kind.
        if step.aside and digest_of(kept) == standing:
            kept.unlink()
    elif os.path.lexists(kept):
        kept.replace(target)
    elif standing and not step.was:
        target.unlink()


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep(target: Path, old: Path) -> None:
    """A second name for what stands at the target, a link as a link."""
    try:
        os.link(target, old, follow_symlinks=False)
    except (OSError, NotImplementedError):
        # FAT and many network drives know no hard links.
        shutil.copy2(target, old, follow_symlinks=False)


def _set_aside(target: Path, aside: Path) -> None:
    try:
        os.link(target, aside, follow_symlinks=False)
    except (OSError, NotImplementedError):
        # A copy cut short would stand there for good, so for a moment its own name is free.
        target.rename(aside)


def _sync(folder: Path) -> None:
    """Let the names in a folder reach the disk, where the system can be asked for that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(number)
