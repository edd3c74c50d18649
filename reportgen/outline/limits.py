"""How many headings a speech may have: a deck or a checklist of more is of use to nobody."""

from __future__ import annotations

from reportgen.errors import SourceError
from reportgen.outline.document import Document

MOST_HEADINGS = 5000
"""Headings of all levels; the longest work reports have a few hundred."""


def within_limits(document: Document) -> Document:
    """Return the outline as it is.

    Raises:
        SourceError: it has more headings than can be worked on in reasonable time.
    """
    count = sum(1 for _ in document.walk())
    if count > MOST_HEADINGS:
        message = f"标题和要点太多，有 {count} 个，最多处理 {MOST_HEADINGS} 个"
        raise SourceError(message, where=document.source.path, hint="请把文件拆成几份，分别处理")
    return document
