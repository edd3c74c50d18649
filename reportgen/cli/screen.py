"""What is said on the screen: nothing else prints."""

from __future__ import annotations

import sys


def show(text: str, *, at_once: bool = False) -> None:
    """Give an answer, on standard output.

    Args:
        text: what was asked for, without the last line's end.
        at_once: whether somebody may be waiting for it, though more is to come.
    """
    print(text, flush=at_once)  # noqa: T201  the one place for it


def tell(line: str) -> None:
    """Say what is no part of an answer, on standard error: faults, and how the work goes on."""
    print(line, file=sys.stderr)  # noqa: T201  as above
