"""A batch from its beginning to its end: what is to be done is done, noted as it comes, and listed."""

from __future__ import annotations

import time
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reportgen.batch.inputs import Inputs, path_of
from reportgen.batch.job import Record, Speech, job
from reportgen.batch.journal import Journal, held
from reportgen.batch.limits import Limits
from reportgen.batch.order import Order, settled
from reportgen.batch.outlets import outlet_of
from reportgen.batch.overview import PAGE, TABLE, page, table
from reportgen.batch.packing import packed
from reportgen.batch.pool import Outcome, Pool, Task
from reportgen.batch.stores import content_of, is_url
from reportgen.batch.storing import stored
from reportgen.batch.survey import Survey, survey
from reportgen.errors import ReportgenError, SourceError
from reportgen.opening import bytes_of
from reportgen.products import opened

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from reportgen.batch.journal import Row
    from reportgen.batch.outlets import Outlet
    from reportgen.batch.worker import Job

JOURNAL = Path("output")
"""The folder for the journal of a batch whose files go into a store, where none is named."""
_IN_MEMORY = "memory://"
"""Stores that live in one process, so that no other one can read from them."""


class Workers(Protocol):
    """Who does the work: processes of this machine, or a cluster."""

    def run(self, tasks: Iterator[Task]) -> Generator[Outcome]:
        """Yield what becomes of each task, as soon as it is known."""


class Watch(Protocol):
    """Who is told how a batch goes on."""

    def begins(self, found: Survey) -> None:
        """Hear how much there is to do."""

    def comes(self, name: str, record: Record) -> None:
        """Hear what became of a speech: the entry of `build --json`."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is asked for: what to make of which speeches, where to, and within which limits.

    `output` is a folder or the URL of one in a store. `retry` takes up again what has failed; `job` is what
    is done with each speech. `journal` is the folder for the journal: without one the output folder, and for
    a store `JOURNAL`. `scheduler` is the address of a cluster of Dask that does the work.
    """

    named: tuple[str, ...]
    output: Path | str
    order: Order = field(default_factory=Order)
    limits: Limits = field(default_factory=Limits)
    retry: bool = False
    job: Job = job
    journal: Path | None = None
    scheduler: str = ""


@dataclass(slots=True)
class Summary:
    """What a run comes to: speeches that were found, done now, done before, failed now, failed before.

    `edited` are files that somebody has changed since they were made, and that were left alone; `stopped`
    says that the user has cancelled, and `left` how much there is still to do.
    """

    total: int = 0
    done: int = 0
    same: int = 0
    failed: int = 0
    failed_before: int = 0
    left: int = 0
    edited: int = 0
    seconds: float = 0.0
    stopped: bool = False
    failures: tuple[tuple[str, str], ...] = ()

    @property
    def status(self) -> int:
        """The exit status: 1 where a speech has failed, now or before."""
        return int(self.failed + self.failed_before > 0)


_TOLD = 5
"""Failures of earlier runs that are named."""


def run_batch(batch: Batch, watch: Watch) -> Summary:
    """Do what is asked for.

    Ctrl-C ends it: what is done is noted and listed, the rest is done by the next run.

    Raises:
        UsageError: it cannot be meant.
        SourceError: what was named cannot be looked at.
        OutputError: the folder cannot be written into, or another run is at it.
    """
    began = time.monotonic()
    order = settled(batch.order)
    recipe = order.recipe
    outlet = outlet_of(batch.output)
    home = (batch.journal or outlet.folder or JOURNAL).absolute()
    inputs = Inputs(batch.named, outlet.folder or home, "" if outlet.folder else outlet.name)
    outlet.require_writable((PAGE, TABLE))
    with _workers(batch, order, outlet) as workers, held(home) as journal:
        journal.require_for("" if home == outlet.folder else outlet.name)
        run, found = survey(inputs, journal, outlet, recipe, retry=batch.retry)
        summary = Summary(found.total, same=found.same, failed_before=found.failed, edited=found.edited)
        summary.failures = tuple(_first(journal.failures(run)))
        watch.begins(found)
        if found.todo:
            _require_templates(order)
        try:
            _work(workers, order, outlet, journal, run, watch=watch, reads=bool(batch.scheduler))
        except KeyboardInterrupt:
            summary.stopped = True
        # Asked of the journal: Ctrl-C may come between what is noted and what is counted.
        states = journal.counts(run)
        summary.done = states.get("done", 0) - found.same
        summary.failed = states.get("failed", 0) - found.failed
        summary.left = found.total - found.same - found.failed - summary.done - summary.failed
        _publish(journal, outlet)
    summary.seconds = time.monotonic() - began
    return summary


def _require_templates(order: Order) -> None:
    """Refuse a theme of somebody's own that cannot be used, once and not for every speech."""
    options = order.options()
    if not options.theme.is_shipped:
        opened(options.products, options.theme, options.ratio)


def _first(failures: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield from (one for _, one in zip(range(_TOLD), failures, strict=False))


@contextmanager
def _workers(batch: Batch, order: Order, outlet: Outlet) -> Iterator[Workers]:
    """Give those who do the work.

    Raises:
        ReportgenError: the cluster cannot be used.
    """
    job = batch.job if outlet.folder else partial(stored, batch.job)
    if not batch.scheduler:
        yield Pool(job, batch.limits)
        return
    from reportgen.batch.cluster import Cluster, connected

    job = partial(packed, batch.job) if outlet.folder else job
    with connected(batch.scheduler, order) as client:
        yield Cluster(client, job, batch.limits, order, packs=bool(outlet.folder))


def _work(  # noqa: PLR0913  all of one run
    workers: Workers,
    order: Order,
    outlet: Outlet,
    journal: Journal,
    run: int,
    *,
    watch: Watch,
    reads: bool,
) -> None:
    """Have all done that waits.

    Args:
        workers: who does it.
        order: what to make.
        outlet: where files go.
        journal: what waits, and what has become of it.
        run: the number of this run.
        watch: who is told.
        reads: whether files of this machine are read here, since the workers have others.
    """
    recipe = order.recipe
    at_work: dict[int, Row] = {}

    def tasks() -> Iterator[Task]:
        for row in journal.waiting(run):
            try:
                speech = _speech(row, reads=reads)
            except ReportgenError as error:
                told = str(error).replace(path_of(row.key), row.name)
                failed = {"source": {"path": path_of(row.key)}, "error": told, "status": error.exit_code}
                watch.comes(row.name, _noted(journal, row, recipe, Outcome(row.id, failed), outlet))
                continue
            at_work[row.id] = row
            yield Task(row.id, (speech, order, outlet.target(row.folder)), mark=row.stamp)

    try:
        with closing(workers.run(tasks())) as outcomes:  # whatever happens, no process outlives this
            for outcome in outcomes:
                row = at_work[outcome.number]
                record = _noted(journal, row, recipe, outcome, outlet)
                del at_work[row.id]
                watch.comes(row.name, record)
    finally:
        for row in at_work.values():
            if journal.again(row.id):
                outlet.clear(row.folder)


def _speech(row: Row, *, reads: bool) -> Speech:
    """What a worker is told of a speech; with its content where the worker cannot read that.

    Raises:
        SourceError: it is read here, and cannot be.
    """
    key = path_of(row.key)
    data = None
    if key.startswith(_IN_MEMORY):
        with suppress(ReportgenError):  # told by the job, which finds it missing too
            data = content_of(key)
    elif reads and not is_url(key):
        data = bytes_of(Path(key), SourceError)
    return Speech(key, row.name, data)


def _noted(journal: Journal, row: Row, recipe: str, outcome: Outcome, outlet: Outlet) -> Record:
    """Keep what became of a speech; return it as it is told."""
    record = outcome.record
    if record is None:
        record = {"source": {"path": path_of(row.key)}, "error": f"{row.name}：{outcome.reason}", "status": 1}
    if outcome.lost:
        outlet.clear(row.folder)
    if record["status"]:
        journal.failed(row.id, recipe, record["error"], record.get("seconds", 0))
    else:
        journal.done(row.id, recipe, record)
    return record


def _publish(journal: Journal, outlet: Outlet) -> None:
    """Write list and table, where they are not there already as they should be."""
    revision = journal.fact("revision")
    if revision == journal.fact("listed") and outlet.has((PAGE, TABLE)):
        return
    outlet.publish({PAGE: page(journal), TABLE: table(journal)})
    journal.note("listed", revision)
