"""Print Office files as PDF, through LibreOffice."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import TYPE_CHECKING

from reportgen.errors import PictureError
from reportgen.libreoffice import Task, converted, require_program
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

TIME_LIMIT = 180.0
"""Seconds for all files of a call; those of a speech take two, a handout of 300 pages twenty."""
MEMORY_LIMIT = 2_000_000
"""KiB; the three files of a speech stay below a tenth of that, a deck full of photographs does not."""

_OPEN = "请用 Word、PowerPoint、Excel 或 WPS 打开成稿看"
_PARTS = ("writer", "impress", "calc")
# When it was printed, and what PDF and LibreOffice make of that (ISO 32000-1, 14.3.3 and 14.4).
_TIME = lazy(rb"(?<=/CreationDate\(D:)\d{14}")
_IDENTITY = lazy(rb"/ID \[ <([0-9A-F]{32})>\s<([0-9A-F]{32})> \]|/DocChecksum /([0-9A-F]{32})")
_FIXED = b"20000101000000"


def require_printer(name: str) -> None:
    """Tell before the work that nothing can be printed.

    Args:
        name: what messages call the file.

    Raises:
        PictureError: there is no LibreOffice; the hint says how to get it.
    """
    require_program(_task(), name)


def printed(files: Mapping[str, bytes], name: str, *, mark: str = "") -> dict[str, bytes]:
    """Return Office files as PDFs, with one date and the same bytes for the same pages.

    Args:
        files: content by file name; the suffix says what kind of file it is.
        name: what messages call them together.
        mark: what is to stand at the end of each PDF, where no reader shows it; nothing if empty.

    Returns:
        A PDF for each, by the name given.

    Raises:
        PictureError: LibreOffice is missing, cannot open one of them, or takes too long.
    """
    # A user's name may be anything, also one that LibreOffice takes for an option.
    own = {f"{number}{PurePath(one).suffix}": one for number, one in enumerate(files)}
    made = converted({short: files[one] for short, one in own.items()}, "pdf", _task(), name)
    for short, one in own.items():
        if short not in made:
            hint = f"文件可能已损坏，{_OPEN}；若 LibreOffice 没有装全，请装上 Writer、Impress 和 Calc"
            where = name if len(files) == 1 else one
            raise PictureError("LibreOffice 打不开这个文件，或打印不了", where=where, hint=hint)
    return {one: _marked(_stable(made[short]), mark) for short, one in own.items()}


def _task() -> Task:
    return Task(PictureError, "生成 PDF 和预览图", _OPEN, _PARTS, TIME_LIMIT, MEMORY_LIMIT)


def _stable(data: bytes) -> bytes:
    """The PDF without the moment at which it was made; nothing in it moves."""
    timeless = bytearray(_TIME.sub(_FIXED, data))
    places = [found.span(at) for found in _IDENTITY.finditer(data) for at in (1, 2, 3) if found[at]]
    for start, end in places:
        timeless[start:end] = b"0" * (end - start)
    identity = hashlib.md5(timeless, usedforsecurity=False).hexdigest().upper().encode()
    for start, end in places:
        timeless[start:end] = identity
    return bytes(timeless)


def _marked(data: bytes, mark: str) -> bytes:
    """The PDF with a comment (ISO 32000-1, 7.2.4) before the last thing in it, which no offset leads to."""
    body, last, end = data.rpartition(b"startxref")
    return b"%b%% %b\n%b%b" % (body, mark.encode(), last, end) if mark and last else data
