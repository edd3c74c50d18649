"""The way in. Nothing is imported here, so that Ctrl-C finds us ready from the first moment."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as in `typing`, which takes its time
if TYPE_CHECKING:
    from collections.abc import Sequence

CANCELLED = "已取消，没有写出未完成的文件"
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `reportgen` and return its exit status.

    0 done, 1 something failed, 2 called wrongly; 130 after Ctrl-C, 143 and 129 after SIGTERM and SIGHUP.

    Args:
        arguments: as on the command line; None where we are the process's own program, and take them from it.
    """
    try:
        from reportgen.cli.door import enter

        return enter(arguments)
    except KeyboardInterrupt:  # before the door has its own way to end
        if sys.stderr:
            print(f"错误：{CANCELLED}", file=sys.stderr, flush=True)  # noqa: T201  nothing is imported yet
        if arguments is None:
            os._exit(_INTERRUPTED)
        return _INTERRUPTED
