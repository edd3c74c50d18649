"""Build speech after speech, and say on screen or as JSON what became of each."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen import plain
from reportgen.batch import find_speeches, left_out
from reportgen.building import build
from reportgen.cli.answering import Form, shown
from reportgen.cli.noting import noted
from reportgen.cli.pacing import Pace
from reportgen.cli.pacing import left_out as told_left_out
from reportgen.cli.screen import show, tell
from reportgen.errors import ReportgenError, contained
from reportgen.readers import INPUT_NAME, STANDARD_INPUT
from reportgen.results import Built
from reportgen.stating import stated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reportgen.options import Options
    from reportgen.writing import Written


@dataclass(frozen=True, slots=True)
class Manner:
    """How much to say, and in what form."""

    form: Form = field(default_factory=Form)
    quiet: bool = False
    verbose: bool = False


def build_all(named: Sequence[str], options: Options, manner: Manner) -> int:
    """Build every speech; one that fails does not hold up the others.

    Args:
        named: files and folders as the user gave them.
        options: what to make, the same for all.
        manner: how to report.

    Returns:
        The exit status: 0 where all went well, else that of the first failure.
    """
    paths = find_speeches(named)
    if manner.verbose and (others := left_out(named, paths)):
        tell(told_left_out(others))
    entries: list[plain.Plain] = []
    for number, path in enumerate(paths, 1):
        head = f"（{number}/{len(paths)}）" if len(paths) > 1 else ""
        entries.append(_built(path, f"{head}{called(path)}", replace(options, inputs=paths), manner))
    status: int = next((entry["status"] for entry in entries if entry["status"]), 0)
    if manner.form.is_json:
        alone = len(named) == 1 and not Path(named[0]).is_dir()
        show(shown(entries, status, manner.form, alone=alone))
    return status


def _built(path: Path, name: str, options: Options, manner: Manner) -> plain.Plain:
    """Build one speech, say what became of it, and return that as plain data."""
    pace = Pace()
    try:
        with contained(str(path)), progress(name, quiet=manner.quiet or manner.form.is_json) as show:
            notify = _both(pace.begin, show)
            built = build(path, replace(options, notify=notify))
            entry = plain.built(built)
    except ReportgenError as error:
        _say_pace(pace, None, manner)
        tell(f"错误：{error}")
        return plain.failed(path, error)
    if not manner.form.is_json and not manner.quiet:
        _report(built, manner, pace)
    else:
        _say_pace(pace, built, manner)
    return entry


def _both(one: Callable[[str], None], two: Callable[[str], None]) -> Callable[[str], None]:
    def notify(stage: str) -> None:
        one(stage)
        two(stage)

    return notify


def _say_pace(pace: Pace, built: Built | None, manner: Manner) -> None:
    if manner.verbose and not manner.quiet:
        for line in pace.lines(built):
            tell(f"  {line}")


def _report(built: Built, manner: Manner, pace: Pace) -> None:
    lines = [f"{called(built.path)}：{built.title}"]
    for output in built.outputs:
        units = output.product.units
        counts = "，".join(f"{count} {units[name]}" for name, count in output.counts.items() if name in units)
        note = f"（{counts}）" if counts else ""
        lines.append(f"  {output.product.name}{note}  {output.written.path}")
        lines += _set_aside(output.written)
        if output.pdf:
            lines += [f"    PDF  {output.pdf.path}", *_set_aside(output.pdf)]
    show("\n".join(lines), at_once=True)
    _say_pace(pace, built, manner)
    for line in noted(built.notices, verbose=manner.verbose):
        tell(f"  {line}")
    show(f"  {stated(built.proof)}")


def _set_aside(written: Written) -> list[str]:
    aside = written.set_aside
    return [f"    原有文件已被改动过，没有覆盖，另存为 {aside.name}"] if aside else []


def called(path: Path) -> str:
    """Return what a speech is called on the screen."""
    return INPUT_NAME if str(path) == STANDARD_INPUT else path.name


@contextmanager
def progress(name: str, *, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Give what is told each stage: a line that moves on a terminal; nothing in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield lambda _stage: None
        return
    from rich.console import Console

    with Console(stderr=True, markup=False, emoji=False, highlight=False).status(name) as status:
        yield lambda stage: status.update(f"{name}  {stage}…")
