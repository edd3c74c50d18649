"""Open what the user named: regular files only, up to a size, and never one that could keep us waiting.

A pipe that nobody writes to blocks whoever opens it, and a device such as ``/dev/zero`` never ends.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.errors import ReportgenError

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path

MEBIBYTE = 1024 * 1024
LARGEST_FILE = 100 * MEBIBYTE
"""Bytes of a file, pictures included; the longest reports in office have some 60 000 characters."""
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # Windows has only the second


@dataclass(frozen=True, slots=True)
class Wording:
    """What a user is told of a file that is not read, for each reason: a message and what to do.

    ``{size}`` and ``{most}`` stand for megabytes, ``{why}`` for what the system says. A file without
    content is read where `empty` is None.
    """

    folder: tuple[str, str]
    other: tuple[str, str]
    large: tuple[str, str]
    missing: tuple[str, str]
    forbidden: tuple[str, str]
    unknown: tuple[str, str]
    empty: tuple[str, str] | None = None


FILE = Wording(
    folder=("这是文件夹，不是文件", "请改成其中的一个文件"),
    other=("这是管道或设备，不是文件", "请存成文件；讲话稿也可以写 -，从标准输入读"),
    large=("文件太大，最多 {most} MB", "请确认选对了文件；或去掉图片，另存后再试"),
    missing=("找不到文件", "请检查路径和文件名"),
    forbidden=("没有读取权限", "请检查权限，或复制到别处再试"),
    unknown=("打不开文件（{why}）", "请检查路径和磁盘"),
)


class NotRegularError(Exception):
    """What stands at a path is no regular file: a folder, or else a pipe or a device."""

    def __init__(self, mode: int) -> None:
        self.is_folder = stat.S_ISDIR(mode)
        super().__init__("a folder" if self.is_folder else "a pipe or a device")


def open_regular(path: Path) -> BufferedReader:
    """Open a file to be read; links are followed.

    Raises:
        NotRegularError: it is no regular file.
        OSError: nothing stands there, or it cannot be opened.
        ValueError: there can be no such path.
    """
    _require_regular(path.stat())
    # Between the look and the opening the file may have become another one.
    file = os.fdopen(os.open(path, os.O_RDONLY | _NOT_WAITING), "rb")
    try:
        _require_regular(os.fstat(file.fileno()))
    except NotRegularError:
        file.close()
        raise
    return file


def bytes_of(
    path: Path, fault: type[ReportgenError], *, most: int = LARGEST_FILE, wording: Wording = FILE
) -> bytes:
    """Return what a file holds.

    Args:
        path: the file.
        fault: what is raised.
        most: bytes of it.
        wording: what the user is told.

    Raises:
        ReportgenError: of the kind `fault`, where it is missing, no regular file, too large, or unreadable.
    """
    try:
        with open_regular(path) as file:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > most else file.read(most + 1)
    except NotRegularError as error:
        raise _fault(fault, wording.folder if error.is_folder else wording.other, str(path)) from None
    except (OSError, ValueError) as error:
        raise _unopened(error, path, fault, wording) from None
    _require_size(max(size, len(data)), most, str(path), fault, wording)
    if not data and wording.empty:
        raise _fault(fault, wording.empty, str(path))
    return data


def listed(folder: Path, fault: type[ReportgenError]) -> list[Path]:
    """Return what a folder holds, by name.

    Raises:
        ReportgenError: of the kind `fault`, where it cannot be opened.
    """
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        message = f"打不开文件夹（系统错误 {error.errno}）"
        raise fault(message, where=str(folder), hint="请检查权限") from None


def require_size(size: int, name: str, fault: type[ReportgenError]) -> None:
    """Refuse more bytes than a file may have.

    Raises:
        ReportgenError: of the kind `fault`, where there are more.
    """
    _require_size(size, LARGEST_FILE, name, fault, FILE)


def _require_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularError(status.st_mode)


def _require_size(size: int, most: int, name: str, fault: type[ReportgenError], wording: Wording) -> None:
    if size > most:
        raise _fault(fault, wording.large, name, size=f"{size / MEBIBYTE:.0f}", most=f"{most // MEBIBYTE}")


def _unopened(
    error: OSError | ValueError, path: Path, fault: type[ReportgenError], wording: Wording
) -> ReportgenError:
    reasons: dict[type[BaseException], tuple[str, str]] = {
        FileNotFoundError: wording.missing,
        PermissionError: wording.forbidden,
    }
    number = getattr(error, "errno", None)
    why = f"系统错误 {number}" if number else "路径不合法"
    return _fault(fault, reasons.get(type(error), wording.unknown), str(path), why=why)


def _fault(fault: type[ReportgenError], told: tuple[str, str], where: str, **filled: str) -> ReportgenError:
    message, hint = told
    return fault(message.format(**filled), where=where, hint=hint)
