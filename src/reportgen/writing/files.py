"""Put a run's files into place together.

All are first written beside their targets under names of their own and synced; only then are they moved
over the targets, one rename each. Where a move fails, those made before it are undone.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import itertools
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.errors import OutputError
from reportgen.writing import record
from reportgen.writing.record import Record, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """A file in place: its digest, and where an edited file of its name was set aside, if one was."""

    path: Path
    sha256: str
    set_aside: Path | None = None


def write_all(directory: Path, files: Mapping[str, bytes]) -> tuple[Written, ...]:
    """Write files into a folder, all or none.

    A file that its user has edited since (its digest is not the recorded one) is set aside under a name
    with its own time; an untouched one is replaced.

    Args:
        directory: made if missing.
        files: content by file name.

    Returns:
        What was written, in the order of `files`.

    Raises:
        OutputError: the folder or a file cannot be written; nothing is changed then.
    """
    undo: list[Callable[[], object]] = [] if directory.exists() else [directory.rmdir]
    try:
        directory.mkdir(parents=True, exist_ok=True)
        written = _put(directory, files, undo)
    except OSError as error:
        _roll_back(undo)
        raise _told(error, directory) from None
    except BaseException:
        _roll_back(undo)
        raise
    for path in directory.glob(f".*.{os.getpid()}.old"):
        path.unlink(missing_ok=True)
    return written


def _put(directory: Path, files: Mapping[str, bytes], undo: list[Callable[[], object]]) -> tuple[Written, ...]:
    before = record.load(directory)
    digests = {name: digest(data) for name, data in files.items()}
    after = Record({**before.files, **digests})
    parts = {name: _part(directory / name, data, undo) for name, data in files.items()}
    note = _part(directory / record.NAME, after.dump(), undo)
    written: list[Written] = []
    for name, part in parts.items():
        target = directory / name
        edited = target.exists() and digest(target.read_bytes()) != digests[name] and not before.knows(target)
        aside = _set_aside(target, undo) if edited else None
        _move(part, target, undo)
        written.append(Written(target, digests[name], aside))
    _move(note, directory / record.NAME, undo)
    return tuple(written)


def _part(target: Path, data: bytes, undo: list[Callable[[], object]]) -> Path:
    """Write `data` beside its target and sync it."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    undo.append(lambda: part.unlink(missing_ok=True))
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return part


def _set_aside(target: Path, undo: list[Callable[[], object]]) -> Path:
    """Give an edited file a name with the time of its last change; never that of another file."""
    changed = dt.datetime.fromtimestamp(target.stat().st_mtime).astimezone()
    stem = f"{target.stem}.手改-{changed:%Y%m%d-%H%M}"
    for number in itertools.count(1):
        aside = target.with_name(f"{stem}{f'-{number}' if number > 1 else ''}{target.suffix}")
        if not aside.exists():
            break
    target.rename(aside)
    undo.append(lambda: aside.replace(target))
    return aside


def _move(part: Path, target: Path, undo: list[Callable[[], object]]) -> None:
    if target.exists():
        old = _kept(target, undo)
        undo.append(lambda: old.replace(target))
    else:
        undo.append(lambda: target.unlink(missing_ok=True))
    part.replace(target)


def _kept(target: Path, undo: list[Callable[[], object]]) -> Path:
    """A second name for what stands at the target, until the run is through."""
    old = target.with_name(f".{target.name}.{os.getpid()}.old")
    undo.append(lambda: old.unlink(missing_ok=True))
    try:
        os.link(target, old)
    except OSError:
        # FAT and many network drives know no hard links.
        shutil.copy2(target, old)
    return old


def _roll_back(undo: list[Callable[[], object]]) -> None:
    for step in reversed(undo):
        # What cannot be undone must not hide the error that made us undo.
        with contextlib.suppress(OSError):
            step()


_REASONS = {
    errno.ENOSPC: ("磁盘空间不足", "请清理磁盘，或用 -o 换一个文件夹"),
    errno.EDQUOT: ("磁盘配额已满", "请清理磁盘，或用 -o 换一个文件夹"),
    errno.EROFS: ("磁盘是只读的", "请用 -o 换一个文件夹"),
    errno.ENAMETOOLONG: ("文件名太长", "请把讲话稿的文件名改短后再试"),
    errno.EISDIR: ("有一个文件夹与要生成的文件同名", "请移走它，或用 -o 换一个文件夹"),
    errno.EEXIST: ("这里应是文件夹，却有一个同名文件", "请用 -o 换一个文件夹"),
    errno.ENOTDIR: ("路径中有一段是文件，不是文件夹", "请用 -o 换一个文件夹"),
    errno.EACCES: ("没有写入权限", "请用 -o 换一个文件夹；若文件正在 Word、WPS 中打开，请先关闭"),
    errno.EPERM: ("没有写入权限", "请用 -o 换一个文件夹；若文件正在 Word、WPS 中打开，请先关闭"),
}


def _told(error: OSError, directory: Path) -> OutputError:
    unknown = (f"写不进去（系统错误 {error.errno}）", "请用 -o 换一个文件夹")
    message, hint = _REASONS.get(error.errno or 0, unknown)
    return OutputError(f"{message}，没有写出任何文件", where=str(directory), hint=hint)
