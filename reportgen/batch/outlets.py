"""Where the files of a batch go: a folder of this machine, or a store that fsspec reaches by a URL.

Both are asked the same: whether one can write there, what stands there, and to take list and table.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from reportgen.batch.stores import State, is_url, local_path, put_whole, state_in, store_of, unwritable
from reportgen.batch.storing import put_all
from reportgen.errors import OutputError
from reportgen.opening import NotRegularError, open_regular
from reportgen.writing import require_writable, tidy, write_all

if TYPE_CHECKING:
    from collections.abc import Mapping

_TRIED = ".reportgen.tmp"


class Outlet(Protocol):
    """A place for the files of a batch; `name` is what people call it, `folder` its path, if it has one."""

    name: str
    folder: Path | None

    def target(self, place: str) -> str:
        """Return where the files of a speech go: an absolute path, or a URL."""

    def require_writable(self, names: tuple[str, ...]) -> None:
        """Try whether files of these names can be written, and leave no trace of it.

        Raises:
            OutputError: they cannot.
        """

    def state(self, place: str, name: str) -> State | None:
        """Return the state of a file of a speech; None where it is missing."""

    def digest(self, place: str, name: str) -> str:
        """Return the SHA-256 of a file of a speech; empty where it cannot be read."""

    def clear(self, place: str) -> None:
        """Take away what a process that was stopped has left half done."""

    def has(self, names: tuple[str, ...]) -> bool:
        """Whether all these files stand beside the folders of the speeches."""

    def publish(self, files: Mapping[str, bytes]) -> None:
        """Write files beside the folders of the speeches.

        Raises:
            OutputError: they cannot be written.
        """


def outlet_of(named: str | Path) -> Outlet:
    """Return the place that a path or a URL means.

    Raises:
        UsageError: there is no such kind of store, or what it needs is not installed.
    """
    name = str(named)
    path = local_path(name)
    if path is not None or not is_url(name):
        return FolderOutlet(Path(os.path.abspath(path or name)))  # noqa: PTH100  no link is followed
    return StoreOutlet(name)


class FolderOutlet:
    """A folder of this machine."""

    def __init__(self, folder: Path) -> None:
        """Take an absolute path."""
        self.name = str(folder)
        self.folder: Path | None = folder
        self._folder = folder

    def target(self, place: str) -> str:
        """Return the folder of a speech."""
        return str(self._folder / place)

    def require_writable(self, names: tuple[str, ...]) -> None:
        """As `Outlet` says."""
        require_writable(self._folder, names)

    def state(self, place: str, name: str) -> State | None:
        """As `Outlet` says."""
        try:
            status = (self._folder / place / name).stat()
        except OSError:
            return None
        return status.st_size, status.st_mtime_ns

    def digest(self, place: str, name: str) -> str:
        """As `Outlet` says."""
        return digest_of(self._folder / place / name)

    def clear(self, place: str) -> None:
        """As `Outlet` says."""
        folder = self._folder / place
        if folder.is_dir():
            with suppress(OutputError):  # the next write into it tells
                tidy(folder)

    def has(self, names: tuple[str, ...]) -> bool:
        """As `Outlet` says."""
        return all((self._folder / name).is_file() for name in names)

    def publish(self, files: Mapping[str, bytes]) -> None:
        """As `Outlet` says."""
        write_all(self._folder, files)


class StoreOutlet:
    """A store; what stands there is listed for many speeches at once, since each question is a journey."""

    def __init__(self, url: str) -> None:
        """Take the URL of a folder (a prefix).

        Raises:
            UsageError: there is no such kind of store, or what it needs is not installed.
        """
        self.name = url.rstrip("/")
        self.folder: Path | None = None
        self._store, place = store_of(self.name)
        self._root = place.rstrip("/")
        self._listed: str | None = None
        self._found: dict[str, Any] = {}

    def target(self, place: str) -> str:
        """Return the URL of the folder of a speech."""
        return f"{self.name}/{place}"

    def require_writable(self, names: tuple[str, ...]) -> None:
        """As `Outlet` says; an object says by itself whether it may be there, so its name is not tried."""
        del names
        try:
            put_whole(self._store, f"{self._root}/{_TRIED}", b"reportgen")
            self._store.rm_file(f"{self._root}/{_TRIED}")
        except Exception as fault:
            raise unwritable(fault, self.name) from fault

    def state(self, place: str, name: str) -> State | None:
        """As `Outlet` says, at the time when the folder above that of the speech was first asked for."""
        above = place.rpartition("/")[0]
        if self._listed is None or (self._listed and not f"{above}/".startswith(f"{self._listed}/")):
            self._list(above)
        info = self._found.get(f"{self._root}/{place}/{name}".lstrip("/"))
        return state_in(info) if info else None

    def _list(self, above: str) -> None:
        try:
            self._store.invalidate_cache()
            found = self._store.find(f"{self._root}/{above}".rstrip("/"), detail=True)
        except FileNotFoundError:
            found = {}
        except Exception as fault:
            raise unwritable(fault, self.name) from fault
        self._listed, self._found = above, {path.lstrip("/"): info for path, info in found.items()}

    def digest(self, place: str, name: str) -> str:
        """As `Outlet` says."""
        try:
            data = self._store.cat_file(f"{self._root}/{place}/{name}")
        except Exception as fault:
            raise unwritable(fault, self.name) from fault
        return hashlib.sha256(data).hexdigest()

    def clear(self, place: str) -> None:
        """Nothing is half done in a store: each file is put there whole (`storing.py`)."""

    def has(self, names: tuple[str, ...]) -> bool:
        """As `Outlet` says."""
        try:
            self._store.invalidate_cache()
            return all(self._store.isfile(f"{self._root}/{name}") for name in names)
        except Exception as fault:
            raise unwritable(fault, self.name) from fault

    def publish(self, files: Mapping[str, bytes]) -> None:
        """As `Outlet` says."""
        try:
            put_all(self._store, self._root, files)
        except Exception as fault:
            raise unwritable(fault, self.name) from fault


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file; empty where it cannot be read, which its reader tells."""
    try:
        with open_regular(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError, NotRegularError):
        return ""
