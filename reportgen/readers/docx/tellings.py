"""Content that a file tells several times, for newer and older programs (ISO/IEC 29500-3, 7.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.readers.docx.names import MC, A, M, V, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WORDS = (f"{W}t", f"{V}textpath", f"{W}sym", f"{M}t", f"{A}t")


def chosen_telling(element: Element) -> Element | None:
    """Return the telling of `mc:AlternateContent` that is read: the newest that has something to read.

    WPS writes some that hold data of its own and nothing else.
    """
    tellings = [*element.iterfind(f"{MC}Choice"), *element.iterfind(f"{MC}Fallback")]
    return next((item for item in tellings if next(item.iter(*_WORDS), None) is not None), None)
