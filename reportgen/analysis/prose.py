"""The prose of a speech: where terms and figures are looked for."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.outline import Document
from reportgen.source import Passage


def paragraphs(document: Document) -> Iterator[Passage]:
    """Yield the prose of a speech: preamble, headings, the text of all nodes, closing."""
    yield from document.preamble
    for node in document.walk():
        yield node.heading
        yield from node.body
    yield from document.closing
