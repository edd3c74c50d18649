"""What dead processes left beside the outputs: files named ``.NAME.PID.part`` and ``.NAME.PID.old``.

Older versions wrote beside the targets under such names; now only the trial before the work does so.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

_LEFT = lazy(r"\.(?P<name>.+)\.(?P<process>\d{1,10})\.(?:part|old)", re.DOTALL)


def part_name(name: str) -> str:
    """Return the name under which this process may write beside a file."""
    return f".{name}.{os.getpid()}.part"


def clear(directory: Path, names: Container[str]) -> None:
    """Take away what dead runs left of files of these names; what a living process may need stays.

    Raises:
        OSError: one cannot be taken away.
    """
    for path in list(directory.iterdir()):
        found = _LEFT.fullmatch(path.name)
        if found and found["name"] in names and not _may_live(int(found["process"])):
            path.unlink(missing_ok=True)


def _may_live(process: int) -> bool:
    """Whether a process may still run; this one has not begun to write under such names."""
    if process == os.getpid():
        return False
    if os.name == "nt":
        return True  # there asking is ending
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
