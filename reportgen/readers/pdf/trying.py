"""Lay out the pages of a PDF in a process of its own, where what they take is limited.

PDFium has no limits: a form that draws another ten times, and so on for nine forms, is a small file and
takes all memory there is, and no call of it can be stopped. What can be told from outside is rough, so pages
that may be of that kind are first tried where nothing is lost. This file is run as well as imported, and
imports nothing of ours: it must start fast.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_SECONDS, _KIBIBYTES = 6, 330_000
"""What pages may take; a thousand pages of text take a second, and 60 MB."""
_BY_THE_CLOCK = 60.0
_MOST_CHARACTERS = 1_000_000


def fits(data: bytes) -> bool:
    """Whether all pages can be laid out in reasonable time and memory."""
    command = [sys.executable, "-P", str(Path(__file__))]
    if sys.platform != "win32":
        limits = f'ulimit -t {_SECONDS} 2>/dev/null; ulimit -d {_KIBIBYTES} 2>/dev/null; exec "$0" "$@"'
        command = ["/bin/sh", "-c", limits, *command]
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603  Python itself, with a file of ours
            command, input=data, stdout=quiet, stderr=quiet, timeout=_BY_THE_CLOCK, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _try() -> None:
    import pypdfium2
    import pypdfium2.raw as pdfium

    characters = 0
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        for page in document:
            text = page.get_textpage()
            characters += pdfium.FPDFText_CountChars(text)
            text.close()
            page.close()
            if characters > _MOST_CHARACTERS:
                return  # told by whoever asks
    except pypdfium2.PdfiumError:
        return  # the same


if __name__ == "__main__":
    _try()
