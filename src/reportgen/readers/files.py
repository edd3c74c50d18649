"""Open a speech, tell what kind of file it is, and hand it to the reader for that kind."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reportgen.errors import SourceError
from reportgen.readers import markdown
from reportgen.readers.encoding import decode
from reportgen.readers.kinds import Kind, recognise
from reportgen.source import Line, Source, split_lines

_CONVERT = "请用 Word 或 WPS 打开，另存为“纯文本（.txt）”后再试"
# What to do with a file that is no text, by kind.
_HINTS = {
    Kind.ENCRYPTED: "文件加了密码。请用 Word 或 WPS 打开，取消密码后另存再试",
    Kind.OLE: f"这是旧版 Office 或 WPS 文件。{_CONVERT}",
    Kind.RTF: f"这是 RTF 文件。{_CONVERT}",
    Kind.ODF: f"这是 OpenDocument 文件。{_CONVERT}",
    Kind.PDF: "这是 PDF 文件。请复制其中的文字，存为 .txt 文件后再试",
    Kind.BINARY: "这不是文本文件。请换成 .txt 或 .md 格式的讲话稿",
}


def read(path: str | Path) -> Source:
    r"""Read a speech.

    Args:
        path: a file of plain text or Markdown, in any common Chinese encoding, or a Word document (.docx).

    Returns:
        The source: decoded text with newlines as ``\n`` and without BOM, its lines with what the format says
        about them, and the SHA-256 of the bytes as they lay on disk.

    Raises:
        SourceError: the file is missing, a folder, unreadable, empty, or no text.
    """
    path = Path(path)
    # A name in another encoding than the system's holds surrogates, which no Office file can.
    name, stem = (text.encode("utf-8", "replace").decode() for text in (str(path), path.stem))
    return parse_bytes(_bytes_of(path), name, stem)


def parse_bytes(data: bytes, name: str, stem: str) -> Source:
    """Make a source of bytes in memory; `name` is what messages call it.

    Raises:
        SourceError: the bytes are no text, are damaged, or hold nothing but blanks.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise SourceError("文件是空的", where=name, hint="请确认选对了文件，或重新保存后再试")
    kind = recognise(data)
    if kind is Kind.OOXML:
        from reportgen.readers import docx  # noqa: PLC0415  lxml takes longer to load than a text to read

        return docx.parse(data, name, stem)
    if kind in _HINTS:
        raise SourceError("读不了这种文件", where=name, hint=_HINTS[kind])
    text = decode(data, name)
    if not text.strip("\u3000\ufeff\u200b\xa0 \t\n"):
        raise SourceError("文件里没有文字", where=name, hint="请确认选对了文件，或重新保存后再试")
    return Source(name, stem, text, hashlib.sha256(data).hexdigest(), _lines(text, name))


def _lines(text: str, name: str) -> tuple[Line, ...]:
    if markdown.looks_like(text) or name.lower().endswith((".md", ".markdown")):
        return markdown.lines(text)
    return split_lines(text)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError("找不到文件", where=str(path), hint="请检查路径和文件名") from None
    except IsADirectoryError:
        raise SourceError("这是文件夹，不是讲话稿", where=str(path), hint="请改成其中的一个文件") from None
    except PermissionError:
        raise SourceError("没有读取权限", where=str(path), hint="请检查权限，或复制到别处再试") from None
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", None)
        reason = f"系统错误 {number}" if number else "路径不合法"
        raise SourceError(f"打不开文件（{reason}）", where=str(path), hint="请检查路径和磁盘") from None
