"""How many speeches are worked on at once, and what each may take."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass

from reportgen.errors import UsageError

_MOST_WORKERS = 512
_LEAST_MEMORY = 512
"""MiB of address space; with less, what a build needs cannot even be loaded."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many work at once, and what one speech may take: seconds, and MiB of address space (0: any)."""

    workers: int = 1
    seconds: float = 300.0
    memory: int = 2048


def chosen_limits(workers: int | None, seconds: float, memory: int) -> Limits:
    """Return the limits asked for; as many workers as there are cores where nothing is.

    Raises:
        UsageError: nothing could be done within them.
    """
    count = cores() if workers is None else workers
    if not 1 <= count <= _MOST_WORKERS:
        raise UsageError(f"--workers 是 {count}", hint=f"应在 1 到 {_MOST_WORKERS} 之间")
    if not (math.isfinite(seconds) and seconds > 0):
        raise UsageError(f"--timeout 是 {seconds:g}", hint="应大于 0，如 300")
    if memory and memory < _LEAST_MEMORY:
        raise UsageError(f"--memory 是 {memory}", hint=f"至少 {_LEAST_MEMORY}；0 为不限")
    return Limits(count, seconds, memory)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
