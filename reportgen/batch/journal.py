"""What has become of each speech of a batch: a database in a folder, held by one run at a time."""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import resources
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from reportgen.errors import OutputError
from reportgen.writing.reasons import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reportgen.batch.job import Record

NAME = ".reportgen.batch.sqlite"
_VERSION = 1
_KEPT = ("reading", "proof", "diagnostics", "contents")
_CHUNK = 256
"""Rows that are read at a time while others are written."""


@dataclass(frozen=True, slots=True)
class Row:
    """A speech as the journal has it, its last state included."""

    id: int
    key: str
    name: str
    folder: str
    size: int | None
    stamp: str
    sha256: str
    recipe: str
    state: str
    error: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as we wrote it, how large it was and when changed then; in a store, what tells its state."""

    role: str
    name: str
    sha256: str
    size: int
    mtime: int | str


class Journal:
    """The journal of an output folder; a write is kept once its method has returned.

    The system frees it when the process ends, however that happens.
    """

    def __init__(self, directory: Path) -> None:
        """Open the journal of a folder, or begin one, and hold it.

        Raises:
            OutputError: another run holds it, or it is none of ours.
        """
        self.path = directory / NAME
        try:
            self._base = sqlite3.connect(self.path, timeout=0, isolation_level=None)
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.execute("PRAGMA foreign_keys = ON")
            self._begin()
        except sqlite3.Error as fault:
            raise self.refused(fault) from None

    def _begin(self) -> None:
        with self.together():
            (version,) = self._base.execute("PRAGMA user_version").fetchone()
            if version == 0:
                script = resources.files("reportgen.batch").joinpath("schema.sql").read_text("utf-8")
                for statement in script.split("\n\n"):
                    self._base.execute(statement)
                self._base.execute(f"PRAGMA user_version = {_VERSION}")
            elif version != _VERSION:
                message = "进度记录是别的版本的 reportgen 写的"
                raise OutputError(message, where=str(self.path), hint="请用 -o 换一个文件夹")
            # Whoever was working on these has gone: we hold the journal.
            self._base.execute("UPDATE speech SET state = 'pending' WHERE state = 'running'")

    def refused(self, fault: sqlite3.Error) -> OutputError:
        """Return what the user is told where the database could not do what it was to."""
        where = str(self.path.parent)
        if fault.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            message = "另一个 reportgen batch 正在用这个输出文件夹"
            return OutputError(message, where=where, hint="请等它做完，或用 -o 换一个文件夹")
        if fault.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            hint = "请删去它再运行：成稿不会丢，会重新核对一遍"
            return OutputError("进度记录已损坏", where=str(self.path), hint=hint)
        message = f"进度记录写不进去（{fault.sqlite_errorname}）"
        return OutputError(message, where=where, hint="请检查磁盘和权限，或用 -o 换一个文件夹")

    @property
    def is_new(self) -> bool:
        """Whether no run has kept anything in it yet."""
        return not self.fact("run")

    def require_for(self, place: str) -> None:
        """Take this journal for the files of one place only.

        Args:
            place: a path or URL; an empty text for the folder that the journal itself lies in.

        Raises:
            OutputError: it tells of files that lie in another place.
        """
        if self.is_new:
            self.note("output", place)
        elif (known := self.fact("output")) != place:
            other = known or str(self.path.parent)
            message = f"这里的进度记录是另一处成稿的（{other}）"
            hint = "请用 --journal 另给一个文件夹" if place else "请用 -o 换一个文件夹"
            raise OutputError(message, where=str(self.path.parent), hint=hint)

    def close(self) -> None:
        """Give the journal back; what was written is put into one file."""
        self._base.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep all that is written within, or nothing of it."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    def fact(self, name: str) -> str:
        """Return what was noted under a name; an empty text where nothing was."""
        found = self._base.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def note(self, name: str, value: str) -> None:
        """Note something under a name."""
        self._base.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def row(self, key: str) -> Row | None:
        """Return what is known of a speech."""
        query = "SELECT id, key, name, folder, size, stamp, sha256, recipe, state, error FROM speech"
        found = self._base.execute(f"{query} WHERE key = ?", (key,)).fetchone()
        return Row(*found) if found else None

    def is_of(self, number: int, run: int) -> bool:
        """Whether a run has taken in a speech already."""
        query = "SELECT 1 FROM speech WHERE id = ? AND run = ?"
        return self._base.execute(query, (number, run)).fetchone() is not None

    def is_free(self, place: str) -> bool:
        """Whether no speech has its files in a place yet."""
        return not self._base.execute("SELECT 1 FROM speech WHERE place = ?", (place,)).fetchone()

    def add(self, key: str, name: str, folder: str, run: int) -> int:
        """Take in a speech; return its number."""
        values = (key, name, folder, folder.casefold(), run)
        query = (
            "INSERT INTO speech (key, name, folder, place, run, stamp, state)"
            " VALUES (?, ?, ?, ?, ?, '', 'pending')"
        )
        return int(self._base.execute(query, values).lastrowid or 0)

    def mark(self, number: int, **values: str | float | None) -> None:
        """Set columns of a speech."""
        names = ", ".join(f"{name} = ?" for name in values)
        self._base.execute(f"UPDATE speech SET {names} WHERE id = ?", (*values.values(), number))  # noqa: S608

    def again(self, number: int) -> bool:
        """Give back a speech that was begun, if it has not come to its end; return whether it was so."""
        query = "UPDATE speech SET state = 'pending' WHERE id = ? AND state = 'running'"
        return self._base.execute(query, (number,)).rowcount > 0

    def outputs(self, number: int) -> list[Kept]:
        """Return the files of a speech as we wrote them."""
        query = "SELECT role, name, sha256, size, mtime FROM output WHERE speech = ? ORDER BY number"
        return [Kept(*found) for found in self._base.execute(query, (number,))]

    def touch(self, number: int, name: str, size: int, mtime: int | str) -> None:
        """Note that a file of the same content has another time."""
        query = "UPDATE output SET size = ?, mtime = ? WHERE speech = ? AND name = ?"
        self._base.execute(query, (size, mtime, number, name))

    def waiting(self, run: int) -> Iterator[Row]:
        """Yield the speeches of a run that are to be done; each is marked as begun before it is given."""
        last = 0
        query = (
            "SELECT id, key, name, folder, size, stamp, sha256, recipe, state, error FROM speech"
            " WHERE run = ? AND state = 'pending' AND id > ? ORDER BY id LIMIT ?"
        )
        while rows := self._base.execute(query, (run, last, _CHUNK)).fetchall():
            for found in rows:
                row = Row(*found)
                self.mark(row.id, state="running")
                yield row
            last = rows[-1][0]

    def done(self, number: int, recipe: str, record: Record) -> None:
        """Note that a speech is done, and its files."""
        kept = json.dumps({name: record[name] for name in _KEPT if name in record})
        source = record["source"]
        with self.together():
            self._base.execute("DELETE FROM output WHERE speech = ?", (number,))
            rows = (
                (number, order, one["role"], PurePath(one["path"]).name, one["sha256"], *file)
                for order, (one, file) in enumerate(zip(record["outputs"], record["files"], strict=True))
            )
            self._base.executemany("INSERT INTO output VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            told = {"sha256": source["sha256"], "title": plain_text(source["title"]), "record": kept}
            self.mark(number, state="done", error="", recipe=recipe, seconds=record.get("seconds", 0), **told)

    def failed(self, number: int, recipe: str, reason: str, seconds: float) -> None:
        """Note why a speech was not done; files of an earlier run stay known."""
        self.mark(number, state="failed", error=plain_text(reason), recipe=recipe, seconds=seconds)

    def counts(self, run: int) -> dict[str, int]:
        """Return how many speeches of a run are in each state."""
        query = "SELECT state, COUNT(*) FROM speech WHERE run = ? GROUP BY state"
        return dict(self._base.execute(query, (run,)).fetchall())

    def failures(self, run: int) -> Iterator[tuple[str, str]]:
        """Yield name and reason of the speeches of a run that failed."""
        query = "SELECT name, error FROM speech WHERE run = ? AND state = 'failed' ORDER BY name, key"
        yield from self._base.execute(query, (run,))

    def listed(self) -> Iterator[dict[str, Any]]:
        """Yield every speech by its name, with its files: what the list and the table show."""
        query = "SELECT id, name, folder, state, title, record, error FROM speech ORDER BY name, key"
        for number, name, folder, state, title, record, error in self._base.execute(query):
            files = self.outputs(number)
            yield {
                "name": name,
                "folder": folder,
                "state": state,
                "title": title,
                "error": error,
                "files": files,
                **json.loads(record),
            }


@contextmanager
def held(directory: Path) -> Iterator[Journal]:
    """Hold the journal of a folder, which is made if missing; one in which nothing was kept goes again.

    Raises:
        OutputError: another run holds it, or the folder cannot be made.
    """
    made = [folder for folder in (directory, *directory.parents) if not folder.exists()]
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise told(error, str(directory)) from None
    journal = Journal(directory)
    try:
        yield journal
    except sqlite3.Error as fault:
        raise journal.refused(fault) from None
    finally:
        with suppress(sqlite3.Error):  # that of the work is told
            if journal.is_new:
                journal.close()
                journal.path.unlink(missing_ok=True)
        journal.close()
        for folder in made:
            with suppress(OSError):  # something stands in it by now
                folder.rmdir()


def plain_text(text: str) -> str:
    """Return a text that a database takes: bytes of a file's name that are no text stand there as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()
