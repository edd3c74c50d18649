"""Slides whose form follows from what a point says: stages, problems and answers, parallel phrases.

Each is made only where the speech itself has the form, never to fill a quota; where the words do not fit, the
point is told as any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.planning.deck.slides import Accent, Fill


@dataclass(frozen=True, slots=True)
class Special:
    """What stands on such a slide below its head; `said` are the lines of the speech that it tells."""

    layout: str
    fills: tuple[Fill, ...]
    said: tuple[str, ...]
    accents: tuple[Accent, ...] = ()
