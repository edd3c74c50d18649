"""Open a speech, tell what kind of file it is, and hand it to the reader for that kind."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import SourceError
from reportgen.opening import LARGEST_FILE, bytes_of, require_size
from reportgen.readers.encoding import decode
from reportgen.readers.formats import TEXT, recognise
from reportgen.readers.limits import require_characters, require_paragraphs

if TYPE_CHECKING:
    from reportgen.source import Source

STANDARD_INPUT = "-"
"""What stands for standard input where a file is named."""
INPUT_NAME = "标准输入"
"""What messages, JSON and the names of what is made of it call standard input."""
_WAITING = "正在等待输入讲话稿，输完另起一行按 Ctrl-D（Windows 按 Ctrl-Z 再按回车）"

_NOTHING = b"\0 \t\r\n"
_ANEW = "请确认选对了文件，或重新保存后再试"


def read(path: str | Path) -> Source:
    r"""Read a speech.

    Args:
        path: a file of any kind that `formats` knows as a speech, or ``-`` for standard input.

    Returns:
        The source: its text with newlines as ``\n`` and without BOM, its lines with what the format says
        about them, and the SHA-256 of the bytes as they lay on disk.

    Raises:
        SourceError: the file is missing, no regular file, unreadable, too large, empty, or no text.
    """
    if str(path) == STANDARD_INPUT:
        return parse_bytes(_standard_input(), INPUT_NAME, INPUT_NAME)
    return parse_bytes(bytes_of(Path(path), SourceError), _readable(str(path)), stem_of(path))


def stem_of(path: str | Path) -> str:
    """Return the base of the names of what is made of a speech."""
    return INPUT_NAME if str(path) == STANDARD_INPUT else _readable(Path(path).stem)


def _readable(name: str) -> str:
    """A name in another encoding than the system's holds surrogates, which no Office file can."""
    return name.encode("utf-8", "replace").decode()


def read_brief(path: str | Path) -> str:
    r"""Read the text of an edited brief.

    Nothing is taken for a page number or a spaced print there: the speech that it holds was read once before,
    and its positions must stay.

    Args:
        path: a file that `reportgen brief` wrote, in whatever encoding its editor saved it.

    Returns:
        The text with newlines as ``\n``, without BOM and characters that nobody sees.

    Raises:
        SourceError: the file is missing, a folder, unreadable, empty, or no text.
    """
    path = Path(path)
    data = bytes_of(path, SourceError)
    if not data.strip(_NOTHING):
        raise SourceError("文件是空的", where=_readable(str(path)), hint=_ANEW)
    if recognise(data) is not TEXT:
        hint = "摘要稿由 reportgen brief 生成，是文本文件；讲话稿请用原来的扩展名（如 .docx）"
        raise SourceError("这不是摘要稿", where=_readable(str(path)), hint=hint)
    return decode(data, _readable(str(path)))


def parse_bytes(data: bytes, name: str, stem: str) -> Source:
    """Make a source of bytes in memory; `name` is what messages call it.

    Raises:
        SourceError: the bytes are of a kind that cannot be read, hold nothing but blanks, or too much text.
    """
    if not data.strip(_NOTHING):
        raise SourceError("文件是空的", where=name, hint=_ANEW)
    source = recognise(data).holds.read(data, name, stem)
    require_characters(len(source.text), name)
    require_paragraphs(sum(line.paragraph > 0 for line in source.lines), name)
    if not source.text.strip("\u3000\ufeff\u200b\xa0 \t\n"):
        raise SourceError("文件里没有文字", where=name, hint=_ANEW)
    return source


def _standard_input() -> bytes:
    try:
        if sys.stdin.isatty():
            print(_WAITING, file=sys.stderr)  # noqa: T201  else it would look like a program that hangs
        data = sys.stdin.buffer.read(LARGEST_FILE + 1) or b""
    except (AttributeError, OSError, ValueError):  # closed before we began
        raise SourceError("读不到内容", where=INPUT_NAME, hint="请用管道或重定向送入讲话稿") from None
    require_size(len(data), INPUT_NAME, SourceError)
    return data
