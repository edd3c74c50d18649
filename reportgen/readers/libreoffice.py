"""Have LibreOffice turn a file of an old word processor into one that we can read."""

from __future__ import annotations

from reportgen.errors import SourceError
from reportgen.libreoffice import Task, converted

TIME_LIMIT = 120.0
"""Seconds; a speech takes two to five, the first call after installation up to twenty."""
MEMORY_LIMIT = 400_000
"""KiB of its own memory; with the libraries it shares it stays below 500 MB. A speech takes half of that."""

_SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 后再试"


def convert(data: bytes, suffix: str, target: str, name: str) -> bytes:
    """Return a file in another format.

    Args:
        data: the file as it came.
        suffix: its kind, as LibreOffice expects it at the end of the name (``doc``).
        target: what to make, as ``--convert-to`` takes it (``docx:MS Word 2007 XML``).
        name: what messages call the file.

    Raises:
        SourceError: LibreOffice is missing, cannot open the file, or takes too long.
    """
    task = Task(SourceError, "读这种文件", _SAVE_AS, ("writer",), TIME_LIMIT, MEMORY_LIMIT)
    given = f"speech.{suffix}"
    made = converted({given: data}, target, task, name)
    if given not in made:
        raise SourceError("LibreOffice 打不开这个文件", where=name, hint=f"文件可能已损坏；{_SAVE_AS}")
    return made[given]
