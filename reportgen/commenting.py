"""Write what proofreading found into a Word file, as comments at the places."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import UsageError
from reportgen.proofing import commented
from reportgen.readers.formats import SUFFIXES
from reportgen.writing import require_no_input, write_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.results import Checked
    from reportgen.writing import Written


def targets(paths: Sequence[Path], docx: str) -> dict[Path, Path]:
    """Return where each speech's Word file goes: a file for one speech, or a folder.

    Raises:
        UsageError: one file is named for several speeches, the speech itself, or a file of another kind.
    """
    out = Path(docx)
    suffix = out.suffix.lower()
    # A folder called 批注.doc is what nobody means, unless it is there already.
    is_other = os.path.isfile(out) or (suffix in SUFFIXES and not os.path.isdir(out))  # noqa: PTH112, PTH113
    if suffix != ".docx" and is_other:
        raise UsageError("--docx 后面要写 .docx 文件或文件夹", where=docx, hint="请换一个名称")
    found = _named(paths, out)
    require_no_input(found.values(), paths)
    return found


def _named(paths: Sequence[Path], out: Path) -> dict[Path, Path]:
    if out.suffix.lower() != ".docx" or os.path.isdir(out):  # noqa: PTH112
        return {path: out / f"{path.stem}-校对.docx" for path in paths}
    if len(paths) > 1:
        raise UsageError("多篇讲话稿不能写进一个文件", where=str(out), hint="请在 --docx 后给出文件夹")
    return {paths[0]: out}


def save(checked: Checked, target: Path) -> Written:
    """Write the Word file.

    Raises:
        OutputError: it cannot be written.
        TemplateError: the shipped template is damaged.
    """
    (written,) = write_all(target.parent, {target.name: commented(checked)})
    return written
