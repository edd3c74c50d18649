"""Standard streams that let neither a character nor their reader stop the work.

Loaded before anything else, so nothing heavy is imported here.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import contextmanager

TYPE_CHECKING = False  # as in `typing`, which takes its time
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from _typeshed import ReadableBuffer

# What a system answers when the reader has gone: a closed pipe, which Windows calls an invalid argument.
_GONE = {errno.EPIPE, errno.ESHUTDOWN, *([errno.EINVAL] if os.name == "nt" else [])}


class Outlet(io.FileIO):
    """Bytes on their way out; what cannot be written is dropped from then on.

    A reader that has gone, like `head`, wanted no more. Any other trouble is kept in `fault`, to be told
    when the work is done.
    """

    fault: OSError | None = None

    def write(self, data: ReadableBuffer) -> int:
        """Write, or drop what nobody will get."""
        try:
            return super().write(data)
        except OSError as error:
            if error.errno not in _GONE:
                self.fault = error
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
            return memoryview(data).nbytes


@contextmanager
def standard_streams() -> Iterator[Outlet | None]:
    """Put streams that nothing stops in the place of standard output and error; give the outlet of the first.

    A stream that is closed gets one that leads nowhere. Streams that somebody else has put there are left
    where they are.
    """
    _occupy()
    before = sys.stdout, sys.stderr
    sys.stdout, outlet = _safe(sys.stdout, sys.__stdout__)
    sys.stderr, _ = _safe(sys.stderr, sys.__stderr__)
    try:
        yield outlet
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        sys.stdout, sys.stderr = before


def _occupy() -> None:
    """Open what is closed of the first three descriptors, so that no file of ours gets its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _safe(stream: TextIO | None, own: TextIO | None) -> tuple[TextIO, Outlet | None]:
    if stream is None:
        # It is as long open as the process is.
        return open(os.devnull, "w", encoding="utf-8"), None  # noqa: PTH123
    if not isinstance(stream, io.TextIOWrapper):
        return stream, None
    # Pipes get UTF-8, a screen what it can show.
    encoding = stream.encoding if stream.isatty() else "utf-8"
    if stream is not own or (os.name == "nt" and stream.isatty()):
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
        return stream, None
    stream.flush()
    outlet = Outlet(stream.fileno(), "wb", closefd=False)
    wrapped = io.TextIOWrapper(
        io.BufferedWriter(outlet),
        encoding,
        "backslashreplace",
        # Who asks for no buffer at all (PYTHONUNBUFFERED) wants each line when it is written.
        line_buffering=stream.line_buffering or stream.write_through,
        write_through=stream.write_through,
    )
    return wrapped, outlet
