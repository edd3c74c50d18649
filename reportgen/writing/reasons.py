"""Why the system would not write, in words that say what to do."""

from __future__ import annotations

import errno

from reportgen.errors import OutputError

_OTHER_FOLDER = "请用 -o 换一个文件夹"
_FREE = "请清理磁盘，或用 -o 换一个文件夹"
_CLOSE = "请用 -o 换一个文件夹；若文件正在 Word、WPS 中打开，请先关闭"
_REASONS = {
    errno.ENOSPC: ("磁盘空间不足", _FREE),
    errno.EDQUOT: ("磁盘配额已满", _FREE),
    errno.EROFS: ("磁盘是只读的", _OTHER_FOLDER),
    errno.ENAMETOOLONG: ("文件名太长", "请把讲话稿的文件名或文件夹名改短后再试"),
    errno.EISDIR: ("有一个文件夹与要生成的文件同名", "请移走它，或用 -o 换一个文件夹"),
    errno.EEXIST: ("这里应是文件夹，却有一个同名文件", _OTHER_FOLDER),
    errno.ENOTDIR: ("路径中有一段是文件，不是文件夹", _OTHER_FOLDER),
    errno.EACCES: ("没有写入权限", _CLOSE),
    errno.EPERM: ("没有写入权限", _CLOSE),
}


def told(error: OSError | UnicodeError, where: str) -> OutputError:
    """Return what the user is told about a write that failed and left everything as it was."""
    if isinstance(error, UnicodeError):
        message = "文件名里有系统写不了的字，没有写出任何文件"
        return OutputError(message, where=where, hint="请给讲话稿改名后再试")
    unknown = (f"写不进去（系统错误 {error.errno}）", _OTHER_FOLDER)
    message, hint = _REASONS.get(error.errno or 0, unknown)
    return OutputError(f"{message}，没有写出任何文件", where=where, hint=hint)
