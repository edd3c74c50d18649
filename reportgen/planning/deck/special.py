"""Slides whose form follows from what a point says: stages, problems and answers, phrases in parallel, a quotation.

Each is made only where the speech itself has the form, never to fill a quota; where the words do not fit, the
point is told as any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportgen.analysis import Brief
    from reportgen.planning.deck.slides import Accent, Fill, Layouts
    from reportgen.planning.deck.topics import Topic


@dataclass(frozen=True, slots=True)
class Special:
    """What stands on such a slide below its head; `said` are the lines of the speech that it tells."""

    layout: str
    fills: tuple[Fill, ...]
    said: tuple[str, ...]
    accents: tuple[Accent, ...] = ()


def special(topic: Topic, brief: Brief, layouts: Layouts) -> Special | None:
    """Return the form that a point asks for; None where it asks for none."""
    from reportgen.planning.deck.contrast import contrast
    from reportgen.planning.deck.feature import feature
    from reportgen.planning.deck.steps import steps

    makers: tuple[Callable[[Topic, Brief, Layouts], Special | None], ...] = (steps, contrast, feature)
    return next((made for make in makers if (made := make(topic, brief, layouts)) is not None), None)
