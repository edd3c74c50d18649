"""Word documents: from the bytes to a `Source`, as the document reads on paper.

These are .docx, .docm, .dotx, and the same as one XML file.

Written on lxml, since no library tells automatic numbers as Word prints them: python-docx does not count at
all, docx2python and docling know the formats of European languages only.
"""

from __future__ import annotations

import hashlib

from reportgen.errors import SourceError
from reportgen.readers.docx.blocks import BlockReader
from reportgen.readers.docx.lines import to_lines
from reportgen.readers.docx.package import open_package
from reportgen.source import Source

__all__ = ["read_docx"]


def read_docx(data: bytes, name: str, stem: str) -> Source:
    """Make a source of the bytes of a Word document.

    Args:
        data: the file.
        name: what messages call it.
        stem: the base of the output names.

    Raises:
        SourceError: the file is damaged, no Word document, too large, or holds no text.
    """
    package = open_package(data, name)
    try:
        reader = BlockReader(package)
        text, lines = to_lines(reader.read(package.document))
    except RecursionError:
        raise SourceError(
            "Word 文件的结构嵌套过深", where=name, hint="请把文字复制到新的 Word 文件后再试"
        ) from None
    if not text.strip("\u3000\ufeff\u200b\xa0 \t\n"):
        raise SourceError(
            "Word 文件里没有文字", where=name, hint="如果内容是图片或扫描件，请先转换成文字后再试"
        )
    left_out = tuple(f"{count} {told}" for told, count in reader.left_out.items())
    return Source(name, stem, text, hashlib.sha256(data).hexdigest(), lines, left_out)
