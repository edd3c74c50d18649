"""Which node of the outline a part or a task of the brief belongs to."""

from __future__ import annotations

from bisect import bisect_right

from reportgen.outline import Document, Node
from reportgen.source import Span


class Nodes:
    """The nodes of a speech, found by where they stand."""

    def __init__(self, document: Document) -> None:
        self._source = document.source
        self._nodes = tuple(document.walk())
        self._headings = tuple(node.heading.span.start for node in self._nodes)
        self._by_start = {node.span.start: node for node in reversed(self._nodes)}

    def at(self, offset: int) -> Node | None:
        """Return the node whose heading holds `offset`, else the innermost that does."""
        before = bisect_right(self._headings, offset)
        nodes = (self._nodes[at] for at in range(before - 1, -1, -1))
        return next((node for node in nodes if _holds(node, offset)), None)

    def starting_at(self, start: int) -> Node | None:
        """Return the node whose marker or heading begins at `start`."""
        return self._by_start.get(start)

    def added(self, level: int) -> Node:
        """Return the node of a part that stands in no speech: without words, at the end of the text."""
        end = len(self._source.text)
        return Node(level, None, self._source.passage(end, end), Span(end, end))

    def is_end(self, offset: int) -> bool:
        """Whether `offset` is the end of the text, where only nodes of added parts stand."""
        return offset == len(self._source.text)


def _holds(node: Node, offset: int) -> bool:
    heading = node.heading.span
    return heading.start <= offset <= heading.end or node.span.start <= offset < node.span.end
