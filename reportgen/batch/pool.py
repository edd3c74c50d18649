"""Processes that work side by side, each within its limits; one that is lost is replaced.

Every process has a pipe of its own and nothing is shared, so one that is killed in the midst of anything, a
lock or a message, takes nobody with it.
"""

from __future__ import annotations

import multiprocessing
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from reportgen.batch.launching import forked
from reportgen.batch.worker import GRACE, Answer, Ready
from reportgen.errors import SystemRefusalError
from reportgen.opening import MEBIBYTE

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from multiprocessing.connection import Connection

    from reportgen.batch.job import Record
    from reportgen.batch.launching import Process
    from reportgen.batch.limits import Limits
    from reportgen.batch.worker import Job

_TRIES = 2
"""How often a speech is tried whose process was lost: it may have been somebody else's fault, once."""
_STARTS = 3
"""Processes that may be lost one after the other before they have started."""
_LIFE = 500
"""Speeches that a process works on; what a library may have kept of them goes with it."""


@dataclass(frozen=True, slots=True)
class Task:
    """A job to be done: its number, what it is called with, and how often it was tried.

    `mark` tells states of a speech apart whose content is not among the arguments.
    """

    number: int
    arguments: tuple[Any, ...]
    tries: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: its record, or why there is none.

    `lost` says that its process was stopped or lost, which may have left something half done.
    """

    number: int
    record: Record | None
    reason: str = ""
    lost: bool = False


@dataclass(slots=True, eq=False)
class _Worker:
    process: Process
    connection: Connection
    scratch: str
    ready: bool = False
    task: Task | None = None
    began: float = 0.0
    done: int = 0


@dataclass(slots=True)
class Pool:
    """Some processes that do one job with many arguments.

    `launch` starts one, given its end of a pipe, the job, bytes of address space and a folder for what it
    needs for a while; it calls `worker.serve`.
    """

    job: Job
    limits: Limits
    launch: Callable[[Connection, Job, int, str], Process] = forked
    _workers: list[_Worker] = field(default_factory=list)
    _again: list[Task] = field(default_factory=list)
    _lost_starts: int = 0

    def run(self, tasks: Iterator[Task]) -> Generator[Outcome]:
        """Yield what becomes of each task, as soon as it is known; no more are taken than can be worked on.

        Raises:
            SystemRefusalError: no process can be started.
        """
        first = next(tasks, None)
        if first is None:
            return
        self._again.append(first)
        try:
            self._workers = [self._started() for _ in range(self.limits.workers)]
            while self._workers:
                wait([worker.connection for worker in self._workers], self._patience())
                for worker in list(self._workers):
                    outcome = self._heard(worker)
                    self._feed(worker, tasks)
                    if outcome:
                        yield outcome
        finally:
            self.close()

    def one(self, task: Task) -> Outcome:
        """Return what becomes of one task; its process stays for the next, until `close`.

        Raises:
            SystemRefusalError: no process can be started.
        """
        self._again.append(task)
        nothing: Iterator[Task] = iter(())
        while True:
            if not self._workers:
                self._workers.append(self._started())
            for worker in list(self._workers):
                self._feed(worker, nothing)
            wait([worker.connection for worker in self._workers], self._patience())
            for worker in list(self._workers):
                if outcome := self._heard(worker):
                    return outcome

    def _patience(self) -> float | None:
        """Seconds until the time of the first speech is over."""
        begun = [worker.began for worker in self._workers if worker.task]
        return max(min(begun) + self.limits.seconds - time.monotonic(), 0.0) if begun else None

    def _heard(self, worker: _Worker) -> Outcome | None:
        """Take in what a process has to say, or that it says nothing any more."""
        try:
            told = worker.connection.recv() if worker.connection.poll() else None
        except (EOFError, OSError):
            return self._lost(worker)
        if isinstance(told, Ready):
            worker.ready, self._lost_starts = True, 0
        elif isinstance(told, Answer):
            return self._answered(worker, told)
        elif worker.task and time.monotonic() > worker.began + self.limits.seconds:
            return self._overdue(worker, worker.task)
        return None

    def _answered(self, worker: _Worker, answer: Answer) -> Outcome:
        number = worker.task.number if worker.task else -1
        worker.task = None
        worker.done += 1
        if answer.exhausted:
            self._end([worker])
            return Outcome(number, None, f"内存超过上限 {self.limits.memory} MB，已停止", lost=True)
        return Outcome(number, answer.record, answer.fault)

    def _overdue(self, worker: _Worker, task: Task) -> Outcome:
        self._end([worker])
        with suppress(EOFError, OSError):
            # It may have come to its end in the last moment.
            if worker.connection.poll() and isinstance(told := worker.connection.recv(), Answer):
                return Outcome(task.number, told.record, told.fault)
        return Outcome(task.number, None, f"超过 {self.limits.seconds:g} 秒还没有做完，已停止", lost=True)

    def _lost(self, worker: _Worker) -> Outcome | None:
        task, was_ready = worker.task, worker.ready
        self._end([worker])
        if task is None:
            self._lost_starts += not was_ready
            if self._lost_starts >= _STARTS:
                raise self._refused()
            return None
        if task.tries + 1 < _TRIES:
            self._again.append(replace(task, tries=task.tries + 1))
            return None
        return Outcome(task.number, None, _ending(worker.process.exitcode), lost=True)

    def _feed(self, worker: _Worker, tasks: Iterator[Task]) -> None:
        """Give a process its next task; replace one that has ended or has lived long enough."""
        if worker not in self._workers or (worker.done >= _LIFE and worker.task is None):
            if worker in self._workers:
                self._end([worker])
            if self._again or (another := next(tasks, None)):
                if not self._again:
                    self._again.append(another)  # type: ignore[arg-type]
                self._workers.append(self._started())
            return
        if not worker.ready or worker.task:
            return
        task = self._again.pop() if self._again else next(tasks, None)
        if task is None:
            self._end([worker])
            return
        worker.task, worker.began = task, time.monotonic()
        try:
            worker.connection.send(task.arguments)
        except OSError:
            return  # it has died while it waited; that is heard next

    def _started(self) -> _Worker:
        """Start a process; the one that it is a copy of may have been killed, and is then started anew.

        Raises:
            SystemRefusalError: none can be started.
        """
        for _ in range(_STARTS):
            with suppress(EOFError, OSError):
                return self._start()
        raise self._refused()

    def _start(self) -> _Worker:
        ours, theirs = multiprocessing.Pipe()
        scratch = tempfile.mkdtemp(prefix="reportgen-")
        try:
            process = self.launch(theirs, self.job, self.limits.memory * MEBIBYTE, scratch)
        except BaseException:
            shutil.rmtree(scratch, ignore_errors=True)
            raise
        theirs.close()
        return _Worker(process, ours, scratch)

    def _refused(self) -> SystemRefusalError:
        hint = f"--memory {self.limits.memory} 可能太小，或系统的进程太多"
        return SystemRefusalError("处理讲话稿的进程启动不了", hint=hint)

    def _end(self, workers: list[_Worker]) -> None:
        """End processes: those that work give back what they hold, if they can do so at once."""
        for worker in workers:
            worker.process.terminate()
        until = time.monotonic() + GRACE
        for worker in workers:
            worker.process.join(max(until - time.monotonic(), 0.0))
            if worker.process.exitcode is None:
                worker.process.kill()
                worker.process.join()
            shutil.rmtree(worker.scratch, ignore_errors=True)
            if worker in self._workers:
                self._workers.remove(worker)

    def close(self) -> None:
        """End all processes."""
        self._end(list(self._workers))


def _ending(status: int | None) -> str:
    how = f"信号 {-status}" if status and status < 0 else f"状态 {status}"
    return f"处理时进程两次意外中断（{how}），可能是内存不够，或文件触发了程序的错误"
