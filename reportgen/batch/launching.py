"""How a process of a batch is started: as a copy of one that has all loaded, where the system has such."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING, Protocol

from reportgen.batch.worker import serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext

    from reportgen.batch.worker import Job

_PRELOADED = "reportgen.batch.preloaded"


class Process(Protocol):
    """A process as `multiprocessing` has it."""

    @property
    def exitcode(self) -> int | None:
        """The exit status, or minus the signal that has ended it; None while it runs."""

    def terminate(self) -> None:
        """Ask it to end."""

    def kill(self) -> None:
        """End it."""

    def join(self, timeout: float | None = None) -> None:
        """Wait until it has ended."""


def forked(connection: Connection, job: Job, memory: int, scratch: str) -> Process:
    """Start a process that is a copy of one that has all loaded, where the system can."""
    process = _context().Process(  # type: ignore[attr-defined]
        target=serve, args=(connection, job, memory, scratch), daemon=True
    )
    if sys.platform != "win32":
        resource_tracker.ensure_running()  # by itself, as it lets signals through again
    with _unsignalled():
        process.start()
    return process  # type: ignore[no-any-return]


def _context() -> BaseContext:
    """Where the system can: copies of one process that has all loaded."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_PRELOADED])
    return context


class _unsignalled:  # noqa: N801  used as a function
    """Keep Ctrl-C from processes that start meanwhile: theirs would end in a traceback on the screen."""

    def __enter__(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            self.before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_SETMASK, self.before)
