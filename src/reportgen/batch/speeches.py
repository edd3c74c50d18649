"""From what the user named to the speeches meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import OutputError, SourceError
from reportgen.writing import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportgen.writing.record import Record

_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".docx"})
_LOCK = "~$"
"""What the name of Word's note begins with that a document is open."""


def find_speeches(named: Iterable[str], *, distinct: bool = True) -> tuple[Path, ...]:
    """Return the speeches that files and folders hold; a folder gives its texts and Word files by name.

    Args:
        named: what the user named.
        distinct: whether their output files take their names from them.

    Raises:
        SourceError: a folder holds no speech.
        OutputError: two speeches would write the same output files.
    """
    paths: dict[Path, None] = {}
    for name in named:
        path = Path(name)
        for speech in _in_folder(path) if path.is_dir() else (path,):
            paths[speech] = None
    if distinct:
        _check_names(paths)
    return tuple(paths)


def _in_folder(folder: Path) -> list[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise SourceError(
            f"打不开文件夹（系统错误 {error.errno}）", where=str(folder), hint="请检查权限"
        ) from None
    ours = record.load(folder)
    speeches = [path for path in entries if _is_speech(path, ours)]
    if not speeches:
        raise SourceError(
            "文件夹里没有讲话稿", where=str(folder), hint="请放入 .txt、.md 或 .docx 文件后再试"
        )
    return speeches


def _is_speech(path: Path, ours: Record) -> bool:
    """Whether a file is for us to read: no note of a program, and nothing that we wrote ourselves."""
    if path.suffix.lower() not in _SUFFIXES or path.name.startswith((".", _LOCK)) or not path.is_file():
        return False
    # What was edited since and set aside has the recorded name in front (`writing.files`).
    return not any(
        path.name == name or path.name.startswith(f"{Path(name).stem}.手改-") for name in ours.files
    )


def _check_names(paths: Iterable[Path]) -> None:
    """Refuse two speeches of one stem; file systems of Windows and macOS do not tell case apart."""
    stems: dict[str, Path] = {}
    for path in paths:
        other = stems.setdefault(path.stem.casefold(), path)
        if other is not path:
            raise OutputError(
                f"与 {other} 同名，生成的文件会互相覆盖",
                where=str(path),
                hint="请改名，或分两次生成并用 -o 指定不同的文件夹",
            )
