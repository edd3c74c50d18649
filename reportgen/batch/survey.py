"""What is to be done of a batch: what is new or has changed; what was done before stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.batch.inputs import path_of
from reportgen.batch.outlets import digest_of
from reportgen.batch.places import place_of
from reportgen.batch.stores import is_url
from reportgen.errors import SourceError
from reportgen.products import in_words
from reportgen.readers.formats import CALLED

if TYPE_CHECKING:
    from reportgen.batch.inputs import Found, Inputs
    from reportgen.batch.journal import Journal, Row
    from reportgen.batch.outlets import Outlet


_WANTED = f"请写放有 {in_words(CALLED, '或')}文件的文件夹"


@dataclass(slots=True)
class Survey:
    """How many speeches there are, and of those that need no work, why.

    `edited` are files that somebody has changed since they were made: they stay.
    """

    total: int = 0
    todo: int = 0
    same: int = 0
    failed: int = 0
    edited: int = 0


def survey(
    inputs: Inputs, journal: Journal, outlet: Outlet, recipe: str, *, retry: bool
) -> tuple[int, Survey]:
    """Take in the speeches, and set apart those that are to be done.

    Args:
        inputs: where they are.
        journal: what is known of them; all that this finds is kept in it, or nothing.
        outlet: where their files are.
        recipe: of what is to be made.
        retry: whether those are to be done that have failed.

    Returns:
        The number of this run, and how many speeches there are.

    Raises:
        SourceError: what was named cannot be looked at.
    """
    counts = Survey()
    with journal.together():
        run = int(journal.fact("run") or 0) + 1
        journal.note("run", str(run))
        known = _Known(journal)
        for found in inputs.found(known):
            row = journal.row(found.key)
            if row is not None and journal.is_of(row.id, run):
                continue  # named twice
            counts.total += 1
            if row is None:
                number = journal.add(found.key, found.name, place_of(found.name, journal.is_free), run)
                state = "failed" if found.fault else "pending"
            else:
                number = row.id
                state = "failed" if found.fault else _state(row, found, journal, outlet, recipe, counts)
                if state == "failed" and retry:
                    state = "pending"
            journal.mark(number, run=run, name=found.name, state=state, size=found.size, stamp=found.stamp)
            if found.fault:
                journal.failed(number, recipe, found.fault, 0)
            counts.todo += state == "pending"
            counts.same += state == "done"
            counts.failed += state == "failed"
        if not counts.total:
            raise SourceError("没有找到讲话稿", where=inputs.named, hint=_WANTED)
    return run, counts


class _Known:
    """Whether a file was taken for a speech before, and is as it was."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def __call__(self, key: str, size: int, stamp: str) -> bool:
        row = self._journal.row(key)
        return row is not None and (row.size, row.stamp) == (size, stamp)


def _state(  # noqa: PLR0913, PLR0917  what is known, what is found, what is wanted
    row: Row, found: Found, journal: Journal, outlet: Outlet, recipe: str, counts: Survey
) -> str:
    if row.state == "pending" or row.recipe != recipe or _has_changed(row, found):
        return "pending"
    if row.state == "done":
        return _state_of_files(row, journal, outlet, counts)
    return row.state


def _has_changed(row: Row, found: Found) -> bool:
    """Whether a speech holds something else; read only where size or time differ."""
    if (row.size, row.stamp) == (found.size, found.stamp) and (found.stamp or row.state == "failed"):
        return False
    if is_url(found.key) and path_of(found.key) == found.key:
        return True
    return row.size != found.size or digest_of(Path(path_of(found.key))) != row.sha256


def _state_of_files(row: Row, journal: Journal, outlet: Outlet, counts: Survey) -> str:
    edited = 0
    for kept in journal.outputs(row.id):
        state = outlet.state(row.folder, kept.name)
        if state is None:
            return "pending"
        if state == (kept.size, kept.mtime):
            continue
        if outlet.digest(row.folder, kept.name) == kept.sha256:
            journal.touch(row.id, kept.name, *state)
        else:
            edited += 1
    counts.edited += edited
    return "done"
