"""Put a run's files into place together, and note what was written."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.writing import leftovers, moves, record
from reportgen.writing.journal import Move
from reportgen.writing.lock import locked
from reportgen.writing.reasons import told
from reportgen.writing.record import Record, digest
from reportgen.writing.regular import digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """A file in place: its digest, and where an edited file of its name was set aside, if one was."""

    path: Path
    sha256: str
    set_aside: Path | None = None


def write_all(directory: Path, files: Mapping[str, bytes]) -> tuple[Written, ...]:
    """Write files into a folder, all or none, one run at a time.

    A file that its user has edited since (its digest is not the recorded one) is set aside under a name
    with its own time; an untouched one is replaced. What an earlier run left half done is undone first.

    Args:
        directory: made if missing.
        files: content by file name.

    Returns:
        What was written, in the order of `files`.

    Raises:
        OutputError: the folder or a file cannot be written; nothing is changed then.
    """
    made: list[Path] = []
    try:
        made += [folder for folder in (directory, *directory.parents) if not folder.exists()]
        with locked(directory):
            return _put(directory, files)
    except BaseException as error:
        for folder in made:
            # Another run may have put something there meanwhile.
            with contextlib.suppress(OSError):
                folder.rmdir()
        if isinstance(error, OSError | UnicodeError):
            raise told(error, str(directory)) from None
        raise


def tidy(directory: Path) -> None:
    """Undo what a run that was stopped has left half done in a folder; an empty one goes.

    Raises:
        OutputError: it cannot be undone, or another run is at it.
    """
    try:
        with locked(directory):
            moves.undo(directory)
            leftovers.clear(directory, {*record.load(directory).files, record.NAME})
        with contextlib.suppress(OSError):
            directory.rmdir()
    except OSError as error:
        raise told(error, str(directory)) from None


def _put(directory: Path, files: Mapping[str, bytes]) -> tuple[Written, ...]:
    moves.undo(directory)
    before = record.load(directory)
    leftovers.clear(directory, {*before.files, *files, record.NAME})
    digests = {name: digest(data) for name, data in files.items()}
    steps = [_step(directory, name, now, before) for name, now in digests.items()]
    note = Record({**before.files, **digests}).dump()
    last = Move(record.NAME, digest_of(directory / record.NAME), digest(note))
    moves.carry_out(directory, [*steps, last], {**files, record.NAME: note})
    return tuple(
        Written(directory / step.name, step.now, directory / step.aside if step.aside else None)
        for step in steps
    )


def _step(directory: Path, name: str, now: str, before: Record) -> Move:
    was = digest_of(directory / name)
    edited = was not in {None, now, before.files.get(name)}
    return Move(name, was, now, _aside_name(directory / name) if edited else None)


def _aside_name(target: Path) -> str:
    """Return a name for an edited file with the time of its last change; never that of another file."""
    changed = dt.datetime.fromtimestamp(target.lstat().st_mtime).astimezone()
    stem = f"{target.stem}.手改-{changed:%Y%m%d-%H%M}"
    names = (f"{stem}{f'-{n}' if n > 1 else ''}{target.suffix}" for n in itertools.count(1))
    return next(name for name in names if not os.path.lexists(target.with_name(name)))
