"""No output takes the place of what it is made of."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reportgen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def require_no_input(targets: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Refuse an output that is one of the files to be read, by whatever name or link.

    Args:
        targets: the files to be written.
        inputs: the files to be read; one that is not there (``-``) is no target either.

    Raises:
        UsageError: a target is an input.
    """
    read = tuple(inputs)
    for target in targets:
        if any(_is_same(target, path) for path in read):
            message = "这就是要读的文件，写出会把它盖掉"
            raise UsageError(message, where=str(target), hint="请换一个文件名或文件夹")


def _is_same(one: Path, other: Path) -> bool:
    try:
        # A folder on the way may have to be made first (new/../speech.txt).
        return os.path.realpath(one) == os.path.realpath(other) or os.path.samefile(one, other)  # noqa: PTH121
    except (OSError, ValueError):
        return False  # one of them is not there yet, or can have no such name
