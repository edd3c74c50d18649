"""Say how a batch goes on and what it comes to: on a terminal, in a pipe, or as lines of JSON."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.batch.running import Batch, Summary, run_batch
from reportgen.cli.answering import as_line
from reportgen.cli.screen import show, tell
from reportgen.cli.stopping import StoppedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress, ProgressColumn

    from reportgen.batch.job import Record
    from reportgen.batch.survey import Survey

_INNER = frozenset({"contents", "files"})
"""What a record holds for the journal alone."""
_MINUTE = 60
_WORKS = "正在处理"


def run(batch: Batch, *, json: bool, quiet: bool) -> int:
    """Run a batch and say what became of it.

    Returns:
        The exit status: 0 where all is done, 1 where a speech has failed.

    Raises:
        StoppedError: the user has cancelled, and has been told.
        ReportgenError: the batch cannot be run.
    """
    with _progress(shown=sys.stderr.isatty() and not json and not quiet) as progress:
        summary = run_batch(batch, _Screen(progress, json=json))
    if json:
        plain = {name: value for name, value in asdict(summary).items() if name != "failures"}
        told = {**plain, "seconds": round(summary.seconds, 3), "output": str(batch.output)}
        show(as_line({"summary": told, "status": summary.status}), at_once=True)
    _report(summary, batch, quiet=quiet or json)
    if summary.stopped:
        raise StoppedError
    return summary.status


class _Screen:
    """Who watches a batch for the user."""

    def __init__(self, progress: Progress | None, *, json: bool) -> None:
        self._progress = progress
        self._json = json
        self._bar: Any = None

    def begins(self, found: Survey) -> None:
        """Show how much there is to do."""
        if self._progress:
            self._bar = self._progress.add_task(_WORKS, total=found.todo)

    def comes(self, name: str, record: Record) -> None:
        """Show what became of a speech."""
        if self._progress:
            self._progress.advance(self._bar)
        if record["status"]:
            self._tell(f"错误：{record['error']}")
        if self._json:
            entry = {key: value for key, value in record.items() if key not in _INNER}
            show(as_line({"name": name, **entry}), at_once=True)

    def _tell(self, line: str) -> None:
        if self._progress:
            self._progress.console.print(line, soft_wrap=True)
        else:
            tell(line)


def _report(summary: Summary, batch: Batch, *, quiet: bool) -> None:
    for _, reason in summary.failures:
        tell(f"上次未做成：{reason}")
    if summary.failed_before:
        more = summary.failed_before - len(summary.failures)
        others = f"（另有 {more} 篇见 index.html）" if more > 0 else ""
        tell(f"上次未做成的 {summary.failed_before} 篇这次没有再做{others}，要再做请加 --retry")
    if summary.edited:
        tell(f"有 {summary.edited} 个成稿被手工改过，没有动")
    if summary.stopped:
        ready = summary.done + summary.same
        counts = f"{summary.total} 篇中做好了 {ready} 篇，还剩 {summary.left} 篇"
        tell(f"已停止：{counts}。再运行同一条命令，就接着做")
    elif not quiet:
        show("\n".join(_lines(summary, batch.output)))


def _lines(summary: Summary, output: Path | str) -> Iterator[str]:
    parts = [f"做好 {summary.done} 篇"]
    if summary.same:
        parts.append(f"{summary.same} 篇早已做好、没有变化")
    if failed := summary.failed + summary.failed_before:
        parts.append(f"{failed} 篇未做成")
    yield f"共 {summary.total} 篇：{'，'.join(parts)}。用时 {_duration(summary.seconds)}"
    yield f"目录：{_beside(output, 'index.html')}"
    yield f"一览表：{_beside(output, 'summary.xlsx')}"


def _beside(output: Path | str, name: str) -> str:
    return str(output / name) if isinstance(output, Path) else f"{output.rstrip('/')}/{name}"


def _duration(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{seconds:.1f} 秒"
    minutes, rest = divmod(round(seconds), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours} 小时 {minutes} 分" if hours else f"{minutes} 分 {rest} 秒"


@contextmanager
def _progress(*, shown: bool) -> Iterator[Progress | None]:
    """A bar with rate and time left on a terminal; nothing in a pipe."""
    if not shown:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, markup=False, emoji=False, highlight=False)
    left = (TextColumn("还要", markup=False), TimeRemainingColumn())
    columns = (TextColumn(_WORKS), BarColumn(), MofNCompleteColumn(), _rate(), *left)
    with Progress(*columns, console=console) as progress:
        yield progress


def _rate() -> ProgressColumn:
    from rich.progress import ProgressColumn, Task
    from rich.text import Text

    began = time.monotonic()

    class Rate(ProgressColumn):
        """Speeches a minute since the beginning."""

        def render(self, task: Task) -> Text:
            """Return the words."""
            minutes = max(time.monotonic() - began, 0.001) / _MINUTE
            return Text(f"每分钟 {task.completed / minutes:.0f} 篇")

    return Rate()
