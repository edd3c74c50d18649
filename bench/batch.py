"""Many speeches: how fast on one worker and on two, how much memory, how soon resumed, what kills leave.

Usage: python bench/batch.py [--speeches 500] [--kills 20] [--killed 80] [--workers 1 2] [--clustered 150]

The speeches of bench/speeches are repeated with changed words and figures. Each run is a process of its own
that starts cold. Efficiency is the rate of many workers by that of one times their number; seconds of CPU
stand beside it, since another program on the machine takes from the first and not from the second. Memory is
that of all processes together, shared pages once (PSS, Linux). Killed runs are held against an undisturbed
one, file by file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import os
import platform
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SPEECHES = Path(__file__).parent / "speeches"
SWAPS = (
    ("全县", "全市", "全区", "全省"),
    ("推进", "推动", "促进", "深化"),
    ("落实", "抓实", "做实", "夯实"),
    ("加强", "强化", "增强", "改进"),
)
FIGURE = re.compile(r"(?<=\d)\d(?=%|个|万|亿)")
FIRST = 500
"""The speech from which on memory must not grow."""
WINDOW = 100
"""Speeches: memory is the most that there was while so many were done, since their lengths differ."""
LONGEST = 2.0
"""Seconds until a kill at most, once a speech is done."""


@dataclass
class Run:
    """What a run came to: seconds, those of CPU, bytes as speeches were done, its last line."""

    seconds: float = 0.0
    cpu: dict[int, float] = field(default_factory=dict)
    memory: list[tuple[int, int, int]] = field(default_factory=list)
    summary: dict[str, object] = field(default_factory=dict)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--speeches", type=int, default=500)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--killed", type=int, default=80, help="speeches of the batch that is killed")
    parser.add_argument("--clustered", type=int, default=150, help="speeches for the cluster")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as name:
        _measure(Path(name), asked)


def _measure(base: Path, asked: argparse.Namespace) -> None:
    speeches = _written(base / "稿", asked.speeches)
    alone = 0.0
    for workers in asked.workers:
        run = _run(speeches, base / f"{workers}", workers)
        rate = asked.speeches / run.seconds
        alone = alone or rate * (1 if workers == 1 else 0)
        efficiency = f", efficiency {rate / alone / workers:.0%}" if alone and workers > 1 else ""
        print(f"{workers} worker(s): {run.seconds:.0f} s, {rate * 60:.0f} a minute{efficiency}")
        print(f"  {_told(run, asked.speeches)}")
    if asked.workers:
        again = [_run(speeches, base / f"{asked.workers[-1]}", 1).seconds for _ in range(3)]
        print(f"resume of {asked.speeches} finished: {min(again):.2f} s")
    if asked.kills:
        _kill(base, asked)
    if asked.clustered:
        _cluster(base, asked.clustered)


def _told(run: Run, count: int) -> str:
    marks = sorted({min(WINDOW, count), min(FIRST, count), count})
    shown = ", ".join(f"{at}: {_most(run, at)}" for at in marks)
    return f"CPU {sum(run.cpu.values()) / count:.2f} s a speech; memory (parent + workers) at {shown}"


def _most(run: Run, at: int) -> str:
    """The most memory of the parent, and of all others, while the last speeches before this one were done."""
    found = [(parent, whole - parent) for number, parent, whole in run.memory if at - WINDOW < number <= at]
    parents, workers = zip(*found, strict=True) if found else ((0,), (0,))
    return f"{max(parents) >> 20} + {max(workers) >> 20} MB"


def _written(folder: Path, count: int) -> Path:
    """Speeches at hand, each time with other words and figures, in folders of a hundred."""
    texts = [(path, path.read_text("utf-8")) for path in sorted(SPEECHES.iterdir())]
    for number in range(count):
        path, text = texts[number % len(texts)]
        turn = number // len(texts)
        for words in SWAPS:
            text = text.replace(words[0], words[turn % len(words)])
        text = FIGURE.sub(partial(_turned, turn), text)
        target = folder / f"{number // 100:03}" / f"{number:05}{path.suffix}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return folder


def _turned(turn: int, found: re.Match[str]) -> str:
    return str((int(found[0]) + turn) % 10)


def _command(speeches: Path, output: Path, workers: int | str) -> list[str]:
    command = [sys.executable, "-m", "reportgen", "batch", str(speeches), "-o", str(output), "--json"]
    return [*command, "--scheduler" if isinstance(workers, str) else "--workers", str(workers)]


def _run(
    speeches: Path, output: Path, workers: int | str, at: tuple[int, Callable[[], object]] | None = None
) -> Run:
    """Run a batch on so many workers, or on the cluster of an address.

    Args:
        speeches: their folder.
        output: the folder for their files.
        workers: how many, or the address of a scheduler.
        at: what to do once so many speeches are done.
    """
    run = Run()
    last = sum(1 for path in speeches.rglob("*") if path.is_file())
    begun = time.monotonic()
    with subprocess.Popen(_command(speeches, output, workers), stdout=subprocess.PIPE, text=True) as process:
        for number, line in enumerate(process.stdout or (), 1):
            if at and number == at[0]:
                at[1]()
            told = json.loads(line)
            if "summary" in told:
                run.summary = told["summary"]
            elif number in {1, FIRST, last} or number % 25 == 0:
                family = _family(process.pid)
                run.cpu.update({one: _cpu(one) for one in family})
                run.memory.append((number, _size(process.pid), sum(map(_size, family))))
    run.seconds = time.monotonic() - begun
    if process.returncode or run.summary.get("failed"):
        print(f"  status {process.returncode}: {run.summary}")
    return run


def _cluster(base: Path, count: int) -> None:
    """Two workers of a cluster against two of a batch by itself; then with one that is killed."""
    from distributed import Client, LocalCluster

    speeches = _written(base / "集群的稿", count)
    local, far = [], []
    quiet = {"dashboard_address": ":0", "silence_logs": logging.CRITICAL}
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", **quiet) as made,
        Client(made, set_as_default=False) as client,
    ):
        for turn in range(3):
            local.append(_run(speeches, base / f"local{turn}", 2).seconds)
            far.append(_run(speeches, base / f"far{turn}", made.scheduler_address).seconds)
        print(
            f"{count} speeches: two workers of a cluster {min(far):.1f} s, two local ones {min(local):.1f} s"
        )
        print(f"  cluster / local: {min(far) / min(local):.2f} (wanted: 1.15 at most)")
        print(f"  {_compared(base / 'local0', base / 'far0')}")
        victim = next(iter(client.run(os.getpid).values()))
        killed = _run(
            speeches,
            base / "hit",
            made.scheduler_address,
            (count // 3, lambda: os.kill(victim, signal.SIGKILL)),
        )
    print(f"  one of the two killed in the middle: {killed.seconds:.1f} s, {killed.summary}")
    print(f"  {_compared(base / 'local0', base / 'hit')}")


def _compared(wanted: Path, found: Path) -> str:
    one, other = _digests(wanted), _digests(found)
    wrong = [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)]
    return f"{len(one)} files, {len(wrong)} differ: {sorted(wrong)[:5]}"


def _family(process: int) -> list[int]:
    """A process and all below it."""
    try:
        below = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return [process]
    return [process, *(one for child in below for one in _family(int(child)))]


def _size(process: int) -> int:
    """Bytes that a process holds, shared ones by their share."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)[1]) * 1024


def _cpu(process: int) -> float:
    """Seconds of CPU that a process has used."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _kill(base: Path, asked: argparse.Namespace) -> None:
    """Kill parent or worker of one batch again and again, and hold what comes of it against a quiet run."""
    dice = random.Random(asked.seed)
    speeches = _written(base / "被杀的稿", asked.killed)
    _run(speeches, base / "quiet", 2)
    killed = {"parent": 0, "worker": 0}
    output = base / "killed"
    for _ in range(asked.kills):
        with subprocess.Popen(_command(speeches, output, 2), stdout=subprocess.PIPE) as process:
            if process.stdout:
                process.stdout.readline()  # it is in the midst of its work
            time.sleep(dice.random() * LONGEST)
            family = _family(process.pid)
            if dice.random() < 0.5 or len(family) < 2:
                killed["parent"] += 1
                os.kill(process.pid, signal.SIGKILL)
                continue
            killed["worker"] += 1
            try:
                os.kill(dice.choice(family[1:]), signal.SIGKILL)
            except ProcessLookupError:
                continue
            time.sleep(dice.random())
            process.kill()
    last = _run(speeches, output, 2)
    wanted, found = _digests(base / "quiet"), _digests(output)
    wrong = [name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name)]
    print(f"{asked.kills} kills ({killed}) of a batch of {asked.killed}, then one run: {last.summary}")
    print(f"  {len(found)} files, {len(wrong)} lost, broken or left over: {sorted(wrong)[:5]}")


def _digests(folder: Path) -> dict[str, str]:
    """Digest of each file by its name, but for the journal."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".reportgen.batch")
    }


if __name__ == "__main__":
    main()
