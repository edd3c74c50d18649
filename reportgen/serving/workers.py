"""Processes that do the work of the page, each within its limits; one that is lost is replaced.

They are those of a batch (`batch.worker`). A batch hands out what it knows beforehand; here somebody waits
for each answer, and a process is asked again by whoever asked it last, as it has that brief in memory.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import shutil
import signal
import sys
import tempfile
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING, Any

from reportgen.batch.worker import GRACE, Answer, Ready, serve
from reportgen.errors import InternalError, ReportgenError, SystemRefusalError
from reportgen.opening import MEBIBYTE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Record = dict[str, Any]
_PRELOADED = ["reportgen.batch.preloaded", "reportgen.serving.tasks"]
_START = 60.0
"""Seconds that a process may take until it is ready; copies of one that has all loaded take a twentieth."""

_CLOSING = 3.0
"""Seconds that the end waits for a process that is just being started."""


class WorkError(ReportgenError):
    """What came of the work is one line for the user."""


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the pipe to it, and whom it has worked for last."""

    process: BaseProcess | None = None
    connection: Connection | None = None
    scratch: str = ""
    last: str = ""
    held: threading.Lock = field(default_factory=threading.Lock)


class Workers:
    """Some processes that do one job for whoever asks."""

    def __init__(self, job: Callable[..., Record], count: int, memory: int) -> None:
        """Take `count` processes of `memory` MiB of address space (0: any); none is started yet."""
        self._job, self._memory = job, memory
        self._idle = [_Worker() for _ in range(count)]
        self._all = tuple(self._idle)
        self._free = asyncio.Semaphore(count)
        self._closed = False

    async def warm(self) -> None:
        """Start all processes, so that the first who asks need not wait."""
        await asyncio.gather(*(asyncio.to_thread(self._ready, worker) for worker in self._all))

    async def do(self, task: str, given: Record, *, seconds: float, near: str = "") -> Record:
        """Return what comes of a task.

        Args:
            task: its name.
            given: what it works on, as plain data.
            seconds: how long it may take.
            near: who asks; his last process is taken where it is free. Empty for work that comes once.

        Raises:
            WorkError: the task was not done; the one line for the user.
        """
        async with self._free:
            worker = self._chosen(near)
            self._idle.remove(worker)
            try:
                worker.last = near
                record = await asyncio.to_thread(self._asked, worker, (task, given), seconds)
            finally:
                self._idle.append(worker)
        if error := record.get("error"):
            raise WorkError(error)
        return record

    def _chosen(self, near: str) -> _Worker:
        """The process that worked for somebody last; else one that nobody comes back to, else the oldest."""
        for last in (near, ""):
            if found := next((one for one in self._idle if one.last == last), None):
                return found
        return self._idle[0]

    def close(self) -> None:
        """End all processes."""
        self._closed = True
        for worker in self._all:
            # One that is being started is waited for, as its folder would stay else.
            is_held = worker.held.acquire(timeout=_CLOSING)
            try:
                _end(worker)
            finally:
                if is_held:
                    worker.held.release()

    def _asked(self, worker: _Worker, arguments: tuple[Any, ...], seconds: float) -> Record:
        connection = self._ready(worker)
        try:
            connection.send(arguments)
            answer = connection.recv() if connection.poll(seconds) else None
        except (EOFError, OSError):
            _end(worker)
            raise WorkError(
                "处理时进程意外中断", hint="可能是内存不够，或文件触发了程序的错误；请再试一次"
            ) from None
        if answer is None:
            _end(worker)
            raise WorkError(f"超过 {seconds:g} 秒还没有做完，已停止", hint="请把稿子拆成几份再试")
        return self._told(worker, answer)

    def _told(self, worker: _Worker, answer: Answer) -> Record:
        if answer.exhausted:
            _end(worker)
            raise WorkError(f"内存超过上限 {self._memory} MB，已停止", hint="请把稿子拆成几份再试")
        if answer.record is None:
            raise InternalError(answer.fault)
        return answer.record

    def _ready(self, worker: _Worker) -> Connection:
        """Return the pipe to a process that waits for work; one that is not there is started.

        Raises:
            SystemRefusalError: none can be started.
        """
        with worker.held:
            if worker.process and worker.process.is_alive() and worker.connection:
                return worker.connection
            _end(worker)
            if not self._closed:
                with suppress(EOFError, OSError):
                    connection = self._start(worker)
                    if connection.poll(_START) and isinstance(connection.recv(), Ready):
                        return connection
                _end(worker)
        raise SystemRefusalError("处理讲话稿的进程启动不了", hint="系统的进程可能太多，请关掉一些再试")

    def _start(self, worker: _Worker) -> Connection:
        context: Any = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
        if sys.platform != "win32":
            context.set_forkserver_preload(_PRELOADED)
        ours, theirs = context.Pipe()
        worker.connection = ours
        worker.scratch = tempfile.mkdtemp(prefix="reportgen-")
        arguments = (theirs, self._job, self._memory * MEBIBYTE, worker.scratch)
        worker.process = context.Process(target=serve, args=arguments, daemon=True)
        with _unsignalled():
            if sys.platform != "win32":
                resource_tracker.ensure_running()
            worker.process.start()
        theirs.close()
        found: Connection = ours
        return found


def _end(worker: _Worker) -> None:
    if worker.process and worker.process.is_alive():
        worker.process.terminate()
        worker.process.join(GRACE)
        if worker.process.exitcode is None:
            worker.process.kill()
            worker.process.join()
    if worker.connection:
        worker.connection.close()
    if worker.scratch:
        shutil.rmtree(worker.scratch, ignore_errors=True)
    worker.process, worker.connection, worker.scratch = None, None, ""


@contextmanager
def _unsignalled() -> Iterator[None]:
    """Keep Ctrl-C from processes that start meanwhile: theirs would end in a traceback on the screen."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
