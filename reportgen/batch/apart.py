"""The side of a machine of a cluster: each speech is done in a process apart from the one that Dask runs.

So time and memory of a speech are limited as they are in a batch of one machine, and a speech that ends its
process leaves the machine in the cluster. Such a process stays for the next speech, as loading all takes
longer than a speech does.
"""

from __future__ import annotations

import os
import pickle
import platform
import subprocess
import sys
import threading
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from reportgen.batch.order import Order
from reportgen.batch.pool import Outcome, Pool, Task
from reportgen.batch.worker import serve
from reportgen.errors import ReportgenError, SystemRefusalError

if TYPE_CHECKING:
    from reportgen.batch.job import Speech
    from reportgen.batch.limits import Limits
    from reportgen.batch.worker import Job

_BEGIN = "from reportgen.batch.apart import begin; begin()"
_idle: list[Pool] = []
"""Processes that wait for a speech; no more than there are threads of Dask."""
_lending = threading.Lock()


class UnlikeError(SystemRefusalError):
    """This machine would make other files of a speech than the one that asks for them."""


def work(job: Job, speech: Speech, order: Order, target: str, recipe: str, limits: Limits) -> Outcome:  # noqa: PLR0913, PLR0917
    """Do a job within its limits, on a machine of a cluster.

    Args:
        job: what to do.
        speech: what it is called with.
        order: likewise.
        target: likewise.
        recipe: the digest of options, templates and version where the work was asked for.
        limits: seconds and memory of this speech.

    Raises:
        UnlikeError: version or templates are others here.
        SystemRefusalError: no process can be started.
    """
    if difference := unlike(likeness(order), (order.version, recipe)):
        raise UnlikeError(difference, where=f"工作机 {platform.node()}", hint=ALIKE)
    pool = _lent(job, limits)
    try:
        return pool.one(Task(0, (speech, order, target)))
    finally:
        with _lending:
            _idle.append(pool)


ALIKE = "各台机器要装同一版本的 reportgen；自己的主题要放在每台机器的同一路径"


def likeness(order: Order) -> tuple[str, str]:
    """Return what decides here, beside the speech, what files hold.

    Returns:
        Our version, and the digest of options, templates and version; of an order that cannot be done here,
        the reason.
    """
    # By its name: the package itself stands above us, since it offers all of it.
    return _likeness(order, str(import_module("reportgen").__version__))


@lru_cache(maxsize=8)
def _likeness(order: Order, version: str) -> tuple[str, str]:
    try:
        return version, replace(order, version=version).recipe
    except ReportgenError as error:
        return version, str(error)


def unlike(here: tuple[str, str], wanted: tuple[str, str]) -> str:
    """Return in words how a machine differs from the one that asks; empty where it does not."""
    if here[0] != wanted[0]:
        return f"装的是 reportgen {here[0]}，本机是 {wanted[0]}"
    return "" if here[1] == wanted[1] else "没有同样的模板"


def _lent(job: Job, limits: Limits) -> Pool:
    """Give a process that waits; one of another batch ends."""
    with _lending:
        pool = _idle.pop() if _idle else None
    if pool and pickle.dumps((pool.job, pool.limits)) == pickle.dumps((job, limits)):
        return pool
    if pool:
        pool.close()
    return Pool(job, limits, spawned)


class _Process:
    """A process of `subprocess`, asked as one of `multiprocessing`: those that Dask runs may start none."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    @property
    def exitcode(self) -> int | None:
        return self._process.poll()

    def terminate(self) -> None:
        self._process.terminate()

    def kill(self) -> None:
        self._process.kill()

    def join(self, timeout: float | None = None) -> None:
        try:
            self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            return
        if self._process.stdin:
            self._process.stdin.close()


def spawned(connection: Connection, job: Job, memory: int, scratch: str) -> _Process:
    """Start a process of its own; it ends when this one does.

    Its standard input says what to do first; that it comes to its end says that we have gone.
    """
    paths = os.pathsep.join(path or os.getcwd() for path in sys.path)  # noqa: PTH109  as Python has it
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", _BEGIN],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(connection.fileno(),),
        env={**os.environ, "PYTHONPATH": paths},
        start_new_session=True,  # Ctrl-C is for who started us
    )
    told = pickle.dumps((connection.fileno(), job, memory, scratch))
    try:
        _write(process, told)
    except BaseException:
        process.kill()
        process.wait()
        raise
    return _Process(process)


def _write(process: subprocess.Popen[bytes], told: bytes) -> None:
    if process.stdin:
        process.stdin.write(told)
        process.stdin.flush()


def begin() -> None:
    """Be the process that does the work: hear what it is, load all, and serve."""
    number, job, memory, scratch = _heard()
    import reportgen.batch.preloaded  # noqa: F401  loads all

    serve(Connection(number), job, memory, scratch, _parent_gone)


def _heard() -> tuple[int, Job, int, str]:
    told: Any = pickle.load(sys.stdin.buffer)  # noqa: S301  of the process that has started us
    return told  # type: ignore[no-any-return]


def _parent_gone() -> None:
    while os.read(0, 1):
        pass
