"""The prose of a speech: where terms and figures are looked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.analysis.clauses.setting import Zone
from reportgen.analysis.clauses.setting import paragraphs as all_paragraphs

if TYPE_CHECKING:
    from reportgen.outline import Document
    from reportgen.source import Passage

AROUND = (Zone.HEAD, Zone.SALUTATION)
"""What stands around the prose: title, byline, date, form of address."""


def paragraphs(document: Document) -> Iterator[Passage]:
    """Yield the prose of a speech: preamble, headings, the text of all nodes, closing."""
    return (one.passage for one in all_paragraphs(document) if one.zone not in AROUND)
