"""A speech whose files go into a store: built in a folder of this machine, then put there.

The folder is first made as it stands in the store, so that an edited file is set aside there as it would be
on a disk; what has changed since is put back. Each file stands in the store whole or not at all; where one
cannot be put, those before it are taken back.
"""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.batch.stores import put_whole, state_in, store_of, unwritable
from reportgen.writing import write_all
from reportgen.writing.record import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportgen.batch.job import Record, Speech
    from reportgen.batch.order import Order
    from reportgen.batch.stores import Store
    from reportgen.batch.worker import Job


def stored(job: Job, speech: Speech, order: Order, target: str) -> Record:
    """Do a job whose files go into a store.

    Args:
        job: writes into a folder.
        speech: what it is called with.
        order: likewise.
        target: the URL of the folder for its files.

    Returns:
        The record of the job, in which the files lie in the store.

    Raises:
        OutputError: the store takes them not.
        MemoryError: as the job.
    """
    store, place = store_of(target)
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        try:
            before = _fetched(store, _infos(store, place).values(), folder)
        except Exception as fault:
            raise unwritable(fault, target) from fault
        record = job(speech, order, name)
        if record["status"]:
            return record
        try:
            _put(store, place, folder, before)
            found = _infos(store, place)
        except Exception as fault:
            raise unwritable(fault, target) from fault
        written = [Path(one["path"]).name for one in record["outputs"]]
        return {
            **record,
            "outputs": [_moved(one, target) for one in record["outputs"]],
            "files": [state_in(found[one]) for one in written],
        }


def put_all(store: Store, place: str, files: Mapping[str, bytes]) -> None:
    """Put files into a folder of a store, as `write_all` writes them into one of a disk.

    Raises:
        Exception: whatever the store raises; the files stand there as before then.
        OutputError: they cannot even be written here.
    """
    store.invalidate_cache()
    paths = [f"{place}/{name}" for name in (*files, NAME)]
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        before = _fetched(store, [store.info(path) for path in paths if store.isfile(path)], folder)
        write_all(folder, files)
        _put(store, place, folder, before)


def _infos(store: Store, place: str) -> dict[str, dict[str, Any]]:
    """What a store tells of the files of a folder, by name."""
    store.invalidate_cache()
    try:
        found = store.ls(place, detail=True)
    except FileNotFoundError:
        return {}
    files = (info for info in found if info["type"] == "file")
    return {
        info["name"].rpartition("/")[2]: info for info in files if info["name"].strip("/") != place.strip("/")
    }


def _fetched(store: Store, infos: Iterable[dict[str, Any]], folder: Path) -> dict[str, bytes]:
    """Have files as they stand in the store, with their times; return what they hold by name."""
    held = {}
    for info in infos:
        name = info["name"].rpartition("/")[2]
        held[name] = bytes(store.cat_file(info["name"]))
        (folder / name).write_bytes(held[name])
        changed = info.get("LastModified") or info.get("mtime")
        if isinstance(changed, dt.datetime):
            os.utime(folder / name, (changed.timestamp(),) * 2)
    return held


def _put(store: Store, place: str, folder: Path, before: dict[str, bytes]) -> None:
    """Put what has changed: what is new or was set aside, then what takes a place, then our note of it."""
    now = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    changed = sorted((name for name in now if now[name] != before.get(name)), key=lambda name: name in before)
    put: list[str] = []
    try:
        for name in sorted(changed, key=lambda name: name == NAME):
            put.append(name)
            put_whole(store, f"{place}/{name}", now[name])
    except BaseException:
        for name in reversed(put):
            with suppress(Exception):  # what has gone wrong is told
                if name in before:
                    put_whole(store, f"{place}/{name}", before[name])
                else:
                    store.rm_file(f"{place}/{name}")
        raise


def _moved(output: dict[str, Any], target: str) -> dict[str, Any]:
    aside = output.get("set_aside")
    return {
        **output,
        "path": f"{target}/{Path(output['path']).name}",
        "set_aside": f"{target}/{Path(aside).name}" if aside else None,
    }
