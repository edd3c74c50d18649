"""The side of who asks: the work of a batch goes to a cluster of Dask, and what comes of it comes back.

Only some futures for each thread are out at once, so neither scheduler nor client ever holds a whole batch.
Dask itself does again what a lost machine held. A speech that loses one machine after the other is tried once
more with no other such speech beside it, and then has failed: it must not take those with it that had the bad
luck to wait on the same machine.
"""

from __future__ import annotations

import hashlib
import logging
import pickle
import queue
import re
import socket
import time
import warnings
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from reportgen.batch.apart import ALIKE, likeness, unlike, work
from reportgen.batch.packing import unpacked
from reportgen.batch.pool import Outcome, Task
from reportgen.batch.stores import INSTALL
from reportgen.errors import ReportgenError, SystemRefusalError, UsageError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from reportgen.batch.limits import Limits
    from reportgen.batch.order import Order
    from reportgen.batch.worker import Job

_ADDRESS = re.compile(r"(?:tcp|tls|ws|wss)://(?:\[[0-9A-Fa-f:.]+\]|[^\s/:]+):\d{1,5}/?")
_ANSWER = 10.0
"""Seconds in which a scheduler must answer, and a machine must have come."""
_ALONE = 300.0
"""Seconds that we wait for machines when all have gone: a cluster may be starting them anew."""
_LOOK = 2.0
"""Seconds after which we look again at how many machines there are."""
_A_THREAD = 4
"""Speeches for each thread that are out at once: one at work, and some for the time that a message takes."""
_MISSING = "No module named 'reportgen"
"""What a machine says of a question that it cannot even unpack; Dask passes on the words alone."""
_TRIES = 2
_RETRIES = 1
"""How often Dask does again what ended in an exception: that is never a speech's fault (`apart.work`)."""


@dataclass(slots=True)
class Cluster:
    """A cluster that does one job with many arguments, as `pool.Pool` does."""

    client: Any
    job: Job
    limits: Limits
    order: Order
    packs: bool
    """Whether files come back packed, to be written here."""
    _out: dict[str, tuple[Any, Task]] = field(default_factory=dict)
    _heard: queue.SimpleQueue[Any] = field(default_factory=queue.SimpleQueue)
    _suspects: deque[Task] = field(default_factory=deque)
    _room: int = _A_THREAD
    _looked: float = 0.0
    _manned: float = 0.0

    def run(self, tasks: Iterator[Task]) -> Generator[Outcome]:
        """Yield what becomes of each task, as soon as it is known; no more are taken than are to be out.

        Raises:
            SystemRefusalError: the scheduler or all machines have gone, or one is not like the others.
        """
        self._manned = time.monotonic()
        recipe = self.order.recipe
        try:
            while True:
                self._look()
                while len(self._out) < self._room and (task := self._suspect() or next(tasks, None)):
                    self._send(task, recipe)
                if not self._out:
                    return
                if (future := self._next()) and (outcome := self._came(future)):
                    yield outcome
        finally:
            with suppress(Exception):  # who has gone needs no word of it
                self.client.cancel([future for future, _ in self._out.values()])

    def _suspect(self) -> Task | None:
        if self._suspects and not any(task.tries for _, task in self._out.values()):
            return self._suspects.popleft()
        return None

    def _send(self, task: Task, recipe: str) -> None:
        key = self._key(task, recipe)
        future = self.client.submit(
            work, self.job, *task.arguments, recipe, self.limits, key=key, pure=False, retries=_RETRIES
        )
        self._out[key] = future, task
        future.add_done_callback(self._heard.put)

    def _key(self, task: Task, recipe: str) -> str:
        """The same for the same speech, content, options and place: of two who ask, one is enough."""
        told = pickle.dumps((self.job, task.arguments, task.mark, task.tries, recipe, self.limits))
        return f"reportgen-{hashlib.sha256(told).hexdigest()}"

    def _next(self) -> Any:  # noqa: ANN401  Dask is not asked for its types
        try:
            return self._heard.get(timeout=_LOOK)
        except queue.Empty:
            return None

    def _look(self) -> None:
        """See how many machines there are, now and then.

        Raises:
            SystemRefusalError: there have been none for long, or the scheduler has gone.
        """
        now = time.monotonic()
        if now < self._looked + _LOOK:
            return
        self._looked = now
        try:
            threads = sum(self.client.nthreads().values())
        except Exception as fault:
            raise _gone() from fault
        self._room = max(threads, 1) * _A_THREAD
        if threads:
            self._manned = now
        elif now > self._manned + _ALONE:
            hint = "请让工作机重新连上，再运行同一条命令，就接着做"
            raise SystemRefusalError("集群上一台工作机也没有了", hint=hint)

    def _came(self, future: Any) -> Outcome | None:  # noqa: ANN401
        """What a future has come to; None where it is tried again."""
        _, task = self._out[future.key]
        if future.status == "finished":
            try:
                outcome = future.result(timeout=_ANSWER)
            except TimeoutError:
                self._heard.put(future)  # likewise
                return None
            except Exception as fault:  # noqa: BLE001  of Dask, of any kind
                return self._faulty(future, task, fault)
            del self._out[future.key]
            return self._arrived(task, outcome)
        if future.status == "error":
            with suppress(TimeoutError):  # it is done again meanwhile
                return self._faulty(future, task, future.exception(timeout=_ANSWER))
        if future.status in {"pending", "lost"}:  # who had the result has gone, and it is done again
            future.add_done_callback(self._heard.put)
            return None
        raise _gone()

    def _arrived(self, task: Task, outcome: Outcome) -> Outcome:
        record = outcome.record
        if record and self.packs:
            try:
                record = unpacked(record, task.arguments[2])
            except ReportgenError as error:
                return Outcome(task.number, None, str(error))
        return replace(outcome, number=task.number, record=record)

    def _faulty(self, future: Any, task: Task, fault: BaseException) -> Outcome | None:  # noqa: ANN401
        from distributed import KilledWorker

        if isinstance(fault, ReportgenError):
            raise fault  # of the machine, and not of the speech
        if future.status == "cancelled":
            raise _gone()
        del self._out[future.key]
        if isinstance(fault, ImportError | AttributeError):  # it could not even unpack what it was to do
            raise SystemRefusalError("工作机上没有装 reportgen，或是另一版本", hint=ALIKE) from fault
        if not isinstance(fault, KilledWorker):
            return Outcome(task.number, None, f"工作机上出错（{type(fault).__name__}），请看工作机的日志")
        if task.tries + 1 < _TRIES:
            self._suspects.append(replace(task, tries=task.tries + 1))
            return None
        return Outcome(task.number, None, "处理时工作机一再中断，可能是内存不够，或文件触发了程序的错误")


def _gone() -> SystemRefusalError:
    return SystemRefusalError("与集群的调度器断了连接", hint="请检查调度器，再运行同一条命令，就接着做")


def require_address(address: str) -> None:
    """Require that an address can be that of a scheduler.

    Raises:
        UsageError: it cannot.
    """
    if not _ADDRESS.fullmatch(address):
        raise UsageError(f"--scheduler 是“{address}”", hint="应写调度器的地址，如 tcp://10.0.0.5:8786")


@contextmanager
def connected(address: str, order: Order) -> Iterator[Any]:
    """Give a client of a scheduler whose machines all make the same of an order as this one.

    Args:
        address: as ``tcp://host:8786``.
        order: what to make.

    Raises:
        UsageError: it is no address, or Dask is not installed.
        SystemRefusalError: nobody answers, there is no machine, or one is not like this one.
    """
    require_address(address)
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("--scheduler 要用的组件没有安装", hint=f"请先运行 {INSTALL}") from None
    for name in ("distributed", "tornado", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is told in a line
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            _knock(address)
            client: Any = Client(address, timeout=_ANSWER, set_as_default=False)  # type: ignore[no-untyped-call]
        except Exception as fault:
            hint = "请检查地址、网络和防火墙，以及调度器是否已启动"
            raise SystemRefusalError("连不上集群的调度器", where=address, hint=hint) from fault
        try:
            _require_alike(client, address, order)
            yield client
        finally:
            with suppress(Exception):  # nothing is left to be done with it
                client.close(timeout=_ANSWER)


def _knock(address: str) -> None:
    """See whether anybody listens: Dask itself tries until its time is over.

    Raises:
        OSError: nobody does.
    """
    parts = urlsplit(address)
    socket.create_connection((parts.hostname, parts.port or 0), timeout=_ANSWER).close()


def _require_alike(client: Any, address: str, order: Order) -> None:  # noqa: ANN401
    try:
        client.wait_for_workers(1, timeout=_ANSWER)
        told = client.run(likeness, order, on_error="return")
    except Exception as fault:
        message = "集群上没有工作机，或工作机不应答"
        raise SystemRefusalError(message, where=address, hint="请先启动工作机（docs/scale.md）") from fault
    here = likeness(order)
    for machine, there in sorted(told.items()):
        if isinstance(there, Exception) and _MISSING in str(there):
            raise SystemRefusalError("没有装 reportgen", where=f"工作机 {machine}", hint=ALIKE)
        if isinstance(there, OSError):
            continue  # it has just gone
        difference = _difference(there, here)
        if difference:
            raise SystemRefusalError(difference, where=f"工作机 {machine}", hint=ALIKE)


def _difference(there: Any, here: tuple[str, str]) -> str:  # noqa: ANN401
    """How a machine differs; one that did not even understand the question has another version."""
    return "装的是另一版本的 reportgen" if isinstance(there, Exception) else unlike(tuple(there), here)
