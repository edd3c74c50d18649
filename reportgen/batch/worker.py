"""The process that does the work of a batch, one speech after the other, within its limits."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportgen.errors import as_error, is_debugging

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from types import FrameType

    from reportgen.batch.job import Record

    Job = Callable[..., Record]

GRACE = 1.0
"""Seconds in which a process that is asked to end may give back what it holds."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The process has started and waits for work."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a job: its record; `exhausted` where it needed more memory than it may have."""

    record: Record | None
    exhausted: bool = False
    fault: str = ""


def serve(
    connection: Connection, job: Job, memory: int, scratch: str, alone: Callable[[], object] | None = None
) -> None:
    """Do the jobs that come, until nobody is left who sends any.

    Args:
        connection: where arguments come from and answers go to.
        job: what to do with them.
        memory: bytes of address space; 0 for no limit.
        scratch: a folder for what is needed for a while; it goes with us.
        alone: returns when whoever started us has gone; without it, `multiprocessing` knows who that is.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # that of the terminal is for who started us
    signal.signal(signal.SIGTERM, _end)
    tempfile.tempdir = scratch
    _be_quiet()
    threading.Thread(target=_follow, args=(scratch, alone or _parent_gone), daemon=True).start()
    _limit(memory)
    try:
        connection.send(Ready())
        while True:
            answer = _answer(job, connection.recv())
            connection.send(answer)
            if answer.exhausted:
                return  # what is left of the memory may be too little for any speech
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # whoever sent the work has gone
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _answer(job: Job, arguments: tuple[Any, ...]) -> Answer:
    try:
        return Answer(job(*arguments))
    except MemoryError:
        return Answer(None, exhausted=True)
    except Exception as fault:  # noqa: BLE001  told as any fault of ours; the other speeches go on
        return Answer(None, fault=str(as_error(fault)))


def _end(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _be_quiet() -> None:
    """Keep what libraries print off the screen, where progress and answers are shown."""
    if is_debugging():
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream, number in ((sys.stdout, 1), (sys.stderr, 2)):
        if stream:
            stream.flush()
        os.dup2(nowhere, number)
    os.close(nowhere)


def _parent_gone() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()


def _follow(scratch: str, alone: Callable[[], object]) -> None:
    """End with the process that started us, even if that is killed: nobody waits for the work any more."""
    alone()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    shutil.rmtree(scratch, ignore_errors=True)
    os._exit(0)


def _limit(memory: int) -> None:
    """Have the system refuse more memory than a speech may need; Windows has no such limit."""
    if not memory or sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = memory if most == resource.RLIM_INFINITY else min(memory, most)
    with suppress(ValueError, OSError):  # macOS knows the limit and does not keep it
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
