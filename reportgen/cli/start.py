"""What comes before everything else: an encoding that has Chinese, and signals that end us quietly.

Loaded before anything else, so nothing heavy is imported here.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from contextlib import contextmanager, suppress

TYPE_CHECKING = False  # as in `typing`, which takes its time
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import Any

_OBJECTS = 500_000
_AT_ONCE = 1.0
"""Seconds in which further signals count as the same one: a launcher may pass on what the terminal sends."""
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_UNTOUCHED = (signal.SIG_DFL, signal.default_int_handler)
"""Handlers that nobody has chosen; what a caller ignores (`nohup`) stays ignored."""


class Stop:
    """Whether a signal has asked us to stop; `number` is the signal, or 0."""

    def __init__(self) -> None:
        self.number = 0
        self._since = 0.0

    @property
    def status(self) -> int:
        """The exit status: 130 after Ctrl-C, 143 after a request to end, as shells count."""
        return 128 + (self.number or signal.SIGINT)

    def check(self) -> None:
        """Raise again what a library may have swallowed."""
        if self.number:
            raise KeyboardInterrupt

    def on_signal(self, number: int, _frame: FrameType | None) -> None:
        """Let everybody give back what he holds; who asks again later is not kept waiting."""
        now = time.monotonic()
        if not self.number:
            self.number, self._since = number, now
            raise KeyboardInterrupt
        if now - self._since > _AT_ONCE:
            os._exit(self.status)


@contextmanager
def stoppable(*, to_the_end: bool) -> Iterator[Stop]:
    """Turn the signals that ask us to stop into `KeyboardInterrupt` while the work is on.

    Args:
        to_the_end: whether the process ends with the work; then no signal may disturb its last moments.
    """
    stop = Stop()
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    ours: dict[int, Any] = {}
    hook = sys.unraisablehook
    # Only the main thread may; in others, whoever started us looks after signals.
    with suppress(ValueError):
        for number in numbers:
            if (handler := signal.getsignal(number)) in _UNTOUCHED:
                ours[number] = handler
                signal.signal(number, stop.on_signal)
    sys.unraisablehook = lambda told: None if stop.number else hook(told)
    try:
        yield stop
    finally:
        for number, handler in ours.items():
            signal.signal(number, signal.SIG_IGN if to_the_end else handler)
        if not to_the_end:
            sys.unraisablehook = hook


def collect_seldom() -> None:
    """Let Python look for rings of objects that nobody holds when there are many new ones, not at every 700.

    We leave hardly any: a folder of 32 speeches takes 124 MB or 128. While 500 modules are loaded it would
    look a hundred times, and in vain; that is a twelfth of a build.
    """
    gc.set_threshold(_OBJECTS)


def have_chinese() -> None:
    """Start again in UTF-8 where the locale's encoding has no Chinese: no file could get its name.

    That of names is settled when Python starts. Encodings that have Chinese (GBK) stay: the user's files
    have their names in it.
    """
    try:
        "讲".encode(sys.getfilesystemencoding())
    except UnicodeEncodeError:
        if sys.executable and not sys.flags.utf8_mode and not getattr(sys, "frozen", False):
            os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606
