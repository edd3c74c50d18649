"""Open what the user named: regular files only, up to a size, and never one that could keep us waiting.

A pipe that nobody writes to blocks whoever opens it, and a device such as ``/dev/zero`` never ends.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from reportgen.errors import ReportgenError

if TYPE_CHECKING:
    from pathlib import Path

MEBIBYTE = 1024 * 1024
LARGEST_FILE = 100 * MEBIBYTE
"""Bytes of a file, pictures included; the longest reports in office have some 60 000 characters."""
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # Windows has only the second


def bytes_of(path: Path, fault: type[ReportgenError]) -> bytes:
    """Return what a file holds.

    Raises:
        ReportgenError: of the kind `fault`, where it is missing, no regular file, too large, or unreadable.
    """
    try:
        require_regular(path, fault)
        # Between the look and the opening the file may have become another one.
        descriptor = os.open(path, os.O_RDONLY | _NOT_WAITING)
        with os.fdopen(descriptor, "rb") as file:
            _require(os.fstat(descriptor), path, fault)
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise _told(error, path, fault) from None
    require_size(len(data), str(path), fault)
    return data


def require_regular(path: Path, fault: type[ReportgenError]) -> None:
    """Look at a file without opening it.

    Raises:
        ReportgenError: of the kind `fault`, where it is missing, no regular file, or too large.
    """
    try:
        _require(path.stat(), path, fault)
    except (OSError, ValueError) as error:
        raise _told(error, path, fault) from None


def require_size(size: int, name: str, fault: type[ReportgenError]) -> None:
    """Refuse more bytes than a file may have.

    Raises:
        ReportgenError: of the kind `fault`, where there are more.
    """
    if size > LARGEST_FILE:
        message = f"文件太大，最多 {LARGEST_FILE // MEBIBYTE} MB"
        raise fault(message, where=name, hint="请确认选对了文件；或去掉图片，另存后再试")


def _require(status: os.stat_result, path: Path, fault: type[ReportgenError]) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise fault("这是文件夹，不是文件", where=str(path), hint="请改成其中的一个文件")
    if not stat.S_ISREG(status.st_mode):
        hint = "请存成文件；讲话稿也可以写 -，从标准输入读"
        raise fault("这是管道或设备，不是文件", where=str(path), hint=hint)
    require_size(status.st_size, str(path), fault)


_REASONS: dict[type[BaseException], tuple[str, str]] = {
    FileNotFoundError: ("找不到文件", "请检查路径和文件名"),
    PermissionError: ("没有读取权限", "请检查权限，或复制到别处再试"),
}


def _told(error: OSError | ValueError, path: Path, fault: type[ReportgenError]) -> ReportgenError:
    number = getattr(error, "errno", None)
    unknown = f"打不开文件（{f'系统错误 {number}' if number else '路径不合法'}）", "请检查路径和磁盘"
    message, hint = _REASONS.get(type(error), unknown)
    return fault(message, where=str(path), hint=hint)
