"""What the page takes, and how long things may last."""

from __future__ import annotations

from reportgen.opening import MEBIBYTE

UPLOAD = 50 * MEBIBYTE
"""Bytes of a file that is sent; the largest speeches with pictures that we have seen have thirty."""
FORM = 256 * 1024
"""Bytes of all other requests."""
IDLE = 20.0
"""Seconds without a byte after which we stop listening."""
RECEIVE = 600.0
"""Seconds in which all that is sent must have come."""
OPEN, EDIT, MAKE, PICTURE = 300.0, 60.0, 300.0, 240.0
"""Seconds that the work may take: to read a speech, to change a brief, to make files, to print them."""
MEMORY = 2048
"""MiB of address space of a process that does the work."""


def megabytes(count: int) -> str:
    """Return bytes in MB, for people."""
    return f"{count / MEBIBYTE:g}"
