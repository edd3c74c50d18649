"""From what the user named to the speeches meant."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import OutputError, SourceError
from reportgen.office.zips import beginning_of
from reportgen.opening import bytes_of, listed
from reportgen.readers import INPUT_NAME, STANDARD_INPUT
from reportgen.readers.formats import CALLED, SUFFIXES
from reportgen.rendering.mark import MARK
from reportgen.text.patterns import lazy
from reportgen.writing.record import load

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

_WORD, _PDF = ".docx", ".pdf"
_PDF_END = 1024
"""Bytes in which a PDF of ours has its mark, see `picturing.printed`."""
_MOST_PROPERTIES = 65536
# Word, WPS and LibreOffice keep such files beside an open one.
_LOCKS = ("~$", ".~", "~WRL")
_SET_ASIDE = lazy(r"\.手改-\d{8}-\d{4}(?:-\d+)?(?=\.)")


def find_speeches(named: Iterable[str], *, distinct: bool = True) -> tuple[Path, ...]:
    """Return the speeches that files and folders hold.

    A folder gives the files that can be read, by name, but for hidden ones, locks, and what we made.
    ``-`` is standard input.

    Args:
        named: what the user named.
        distinct: whether their output files take their names from them.

    Raises:
        SourceError: a folder holds no speech.
        OutputError: two speeches would write the same output files.
    """
    paths: dict[str, Path] = {}
    for name in named:
        path = Path(name)
        for speech in _in_folder(path) if name != STANDARD_INPUT and path.is_dir() else (path,):
            # One file may be named in several ways; it counts once, as it was named first.
            paths.setdefault(name if name == STANDARD_INPUT else os.path.abspath(speech), speech)  # noqa: PTH100
    if distinct:
        _check_names(paths.values())
    return tuple(paths.values())


def left_out(named: Iterable[str], taken: Container[Path]) -> tuple[Path, ...]:
    """Return what the named folders hold besides the speeches that were taken of them.

    Raises:
        SourceError: a folder cannot be opened.
    """
    folders = [Path(name) for name in named if name != STANDARD_INPUT and Path(name).is_dir()]
    return tuple(path for folder in folders for path in listed(folder, SourceError) if path not in taken)


def _in_folder(folder: Path) -> list[Path]:
    entries = listed(folder, SourceError)
    made = load(folder).files
    speeches = [
        path for path in entries if may_be_speech(path, made) and _is_file(path) and not is_ours(path)
    ]
    if not speeches:
        hint = f"请放入 {'、'.join(CALLED[:-1])}或{CALLED[-1]}文件后再试"
        raise SourceError("文件夹里没有讲话稿", where=str(folder), hint=hint)
    return speeches


def may_be_speech(path: Path, made: Container[str]) -> bool:
    """Whether the name of a file is that of a speech.

    Args:
        path: a file of a folder.
        made: the names of what we wrote into that folder.
    """
    name = path.name
    if name.startswith((".", *_LOCKS)) or path.suffix.lower() not in SUFFIXES:
        return False
    # One that somebody has edited, and that was set aside for that, is an output all the same.
    return name not in made and _SET_ASIDE.sub("", name) not in made


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return True  # it cannot be looked at: the reader says why


def is_ours(path: Path) -> bool:
    """Whether a Word file or a PDF was made by us: it says so itself, however it is called now."""
    suffix = path.suffix.lower()
    if suffix not in {_WORD, _PDF}:
        return False
    try:
        data = bytes_of(path, SourceError)
    except SourceError:
        return False  # told where it is read
    says = data[-_PDF_END:] if suffix == _PDF else beginning_of(data, "docProps/core.xml", _MOST_PROPERTIES)
    return MARK.encode() in says


def _check_names(paths: Iterable[Path]) -> None:
    """Refuse two speeches of one stem; file systems of Windows and macOS do not tell case apart."""
    stems: dict[str, Path] = {}
    for path in paths:
        stem = INPUT_NAME if str(path) == STANDARD_INPUT else path.stem
        other = stems.setdefault(stem.casefold(), path)
        if other is not path:
            raise OutputError(
                f"与 {other} 同名，生成的文件会互相覆盖",
                where=str(path),
                hint="请改名，或分两次生成并用 -o 指定不同的文件夹",
            )
