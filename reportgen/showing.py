"""Whether a file is shown as it is, or read as a speech: told by its content, not by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.batch.speeches import is_ours
from reportgen.briefing import is_brief
from reportgen.errors import PictureError, UsageError
from reportgen.opening import bytes_of
from reportgen.readers import STANDARD_INPUT
from reportgen.readers.formats import Refusal, recognise

if TYPE_CHECKING:
    from pathlib import Path

_WORD = {
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "doc": (".doc", ".wps", ".dot"),
    "rtf": (".rtf",),
    "odt": (".odt",),
}
"""The kinds of `readers.formats` that may be a speech, each with its suffixes, the usual one first."""
_OTHERS = {
    "slides": (".pptx", ".pptm", ".potx", ".potm", ".ppsx", ".ppt", ".pps", ".dps", ".odp"),
    "sheet": (".xlsx", ".xlsm", ".xltx", ".xls", ".et", ".ods"),
}
"""Those that cannot."""
OTHER_SUFFIXES = frozenset(suffix for suffixes in _OTHERS.values() for suffix in suffixes)
_ZIP, _OPENDOCUMENT, _HEAD = b"PK", b"mimetypeapplication/vnd.oasis", 100
"""OpenDocument has its type as its first entry (OASIS OpenDocument 1.2, part 3, 3.3)."""
_AGAIN = "请用 Word、PowerPoint、Excel 或 WPS 打开看看，另存后再试"


def shown_itself(path: Path, *, itself: bool = False) -> tuple[str, bytes] | None:
    """Return a file that is shown as it is, with the suffix of its kind; None for what is to be built.

    Slides and sheets are, and so is a Word file that we have made (it says so itself, see `rendering.mark`).
    Any other Word file is a speech, unless the user says otherwise.

    Args:
        path: what the user named.
        itself: whether he wants a Word file as it is.

    Raises:
        PictureError: it is missing, damaged, or behind a password.
        UsageError: it is no file of which pages could be shown, and he wants it as it is.
    """
    named = path.suffix.lower()
    is_speech = str(path) == STANDARD_INPUT or is_brief(path)
    if is_speech or not (itself or named in OTHER_SUFFIXES or path.is_file()):
        return None
    data = bytes_of(path, PictureError)
    kind = recognise(data)
    if kind.name in _OTHERS or (kind.name in _WORD and (itself or is_ours(path))):
        _require_whole(data, path)
        suffixes = {**_WORD, **_OTHERS}[kind.name]
        return (named if named in suffixes else suffixes[0]), data
    if itself or named in OTHER_SUFFIXES:
        if not isinstance(kind.holds, Refusal):
            hint = "这种文件当作讲话稿就行，请去掉 --as-is" if itself else "请确认选对了文件"
            raise UsageError(f"这是{kind.holds.noun}，不是 Office 文件", where=str(path), hint=hint)
        if kind.name == "locked":
            raise PictureError(kind.holds.message, where=str(path), hint=kind.holds.hint)
        raise PictureError("文件已损坏，或不是 Office 文件", where=str(path), hint=_AGAIN)
    return None


def _require_whole(data: bytes, path: Path) -> None:
    """Refuse a package that is damaged or unpacks to too much, before a program of others gets it."""
    from reportgen.checking import Package, vocabulary_of

    if data.startswith(_ZIP) and _OPENDOCUMENT not in data[:_HEAD]:
        package = Package(data, str(path))
        if not vocabulary_of(package):
            raise PictureError("文件已损坏，找不到正文", where=str(path), hint=_AGAIN)
