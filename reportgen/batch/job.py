"""The whole work on one speech: what a process of this machine, or of another, is asked to do."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportgen import plain
from reportgen.batch.order import Order
from reportgen.batch.stores import at_hand
from reportgen.building import build
from reportgen.errors import ReportgenError, contained
from reportgen.results import Built

Record = dict[str, Any]
"""What became of a speech, as plain data: what `build --json` tells, and what the journal keeps besides."""
_DEEPEST, _MOST, _LONGEST = 2, 60, 80
"""Levels, headings, and characters of one that the list of speeches shows."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech of a batch: where it lies, what people call it, and its bytes where they are known."""

    key: str
    name: str
    data: bytes | None = None


def job(speech: Speech, order: Order, target: str) -> Record:
    """Build one speech; the same for the same arguments, whoever runs it and how often.

    Args:
        speech: the speech.
        order: what to make.
        target: the folder for its files, an absolute path.

    Returns:
        The entry of `build --json` (`error` and `status` where it failed), and with it `seconds`; of what was
        built also `contents`, its headings, and `files`, the size and time of each file as they lie there.

    Raises:
        MemoryError: the limit of this process has been reached.
    """
    began = time.perf_counter()
    record = _built(speech, order, target)
    return {**record, "seconds": round(time.perf_counter() - began, 3)}


def _built(speech: Speech, order: Order, target: str) -> Record:
    path = Path(speech.key)
    try:
        with contained(speech.name), at_hand(speech.key, speech.data) as path:
            built = build(path, replace(order.options(), directory=Path(target)))
    except ReportgenError as error:
        if _is_exhausted(error):
            raise MemoryError from error
        told = str(error).replace(str(path), speech.name)
        return {"source": {"path": speech.key}, "error": told, "status": error.exit_code}
    entry = plain.built(built)
    entry["source"]["path"] = speech.key
    return {**entry, "contents": _contents(built), "files": _files(built)}


def _is_exhausted(fault: BaseException | None) -> bool:
    while fault is not None and not isinstance(fault, MemoryError):
        fault = fault.__cause__ or fault.__context__
    return fault is not None


def _contents(built: Built) -> list[tuple[int, str]]:
    shown = [(level, words) for level, words in built.contents if level <= _DEEPEST][:_MOST]
    return [(level, words if len(words) <= _LONGEST else f"{words[:_LONGEST]}……") for level, words in shown]


def _files(built: Built) -> list[tuple[int, int]]:
    return [(status.st_size, status.st_mtime_ns) for status in (path.stat() for path in built.paths)]
