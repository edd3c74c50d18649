"""What a run is about to move, written down before the first move, so that the next run can undo it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from reportgen.errors import OutputError
from reportgen.writing.regular import open_regular

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Move:
    """One file to be moved into place.

    `was` is the digest of what stands at its name (None for nothing), `now` that of what will, `aside` the
    name that an edited file gets (None where nobody has edited it).
    """

    name: str
    was: str | None
    now: str
    aside: str | None = None


def dump(steps: Sequence[Move]) -> bytes:
    """The journal as JSON."""
    content = {"version": 1, "steps": [asdict(step) for step in steps]}
    return json.dumps(content, ensure_ascii=True, indent=1).encode()


def load(path: Path) -> tuple[Move, ...]:
    """Return the steps of a journal; none where it is missing, broken, or names files of other folders.

    A journal comes into place whole, so a broken one is not ours.

    Raises:
        OSError: it cannot be read.
    """
    try:
        file = open_regular(path)
        if file is None:
            return ()
        with file:
            return tuple(_step(entry) for entry in json.loads(file.read())["steps"])
    except (OutputError, ValueError, KeyError, TypeError, RecursionError):
        return ()


def _step(entry: dict[str, Any]) -> Move:
    step = Move(**entry)
    for name in (step.name, step.aside or step.name):
        if name == ".." or PurePath(name).name != name or "\\" in name:
            raise ValueError(name)
    return step
