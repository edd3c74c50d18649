"""How much a brief would lose without some words: the weights of the clauses that they stand in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportgen.source import Span


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the clauses of a speech, by where each begins; 1 is that of the average."""

    starts: tuple[int, ...] = ()
    values: tuple[float, ...] = ()

    def of(self, spans: Iterable[Span]) -> float:
        """Return what a character of some spans weighs on the average; 0 where they hold none."""
        total, length = 0.0, 0
        for span in spans:
            total += self._over(span)
            length += len(span)
        return total / length if length else 0.0

    def _over(self, span: Span) -> float:
        total = 0.0
        at = max(bisect_right(self.starts, span.start) - 1, 0)
        while at < len(self.starts) and self.starts[at] < span.end:
            end = self.starts[at + 1] if at + 1 < len(self.starts) else span.end
            total += self.values[at] * max(min(end, span.end) - max(self.starts[at], span.start), 0)
            at += 1
        return total
