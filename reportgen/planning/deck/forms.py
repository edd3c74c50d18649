"""Which form a point asks for: the one table of the forms that follow from what is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reportgen.planning.deck.contrast import contrast
from reportgen.planning.deck.feature import feature
from reportgen.planning.deck.steps import steps

if TYPE_CHECKING:
    from reportgen.analysis import Brief
    from reportgen.planning.deck.slides import Layouts
    from reportgen.planning.deck.special import Special
    from reportgen.planning.deck.topics import Topic

FORMS: tuple[Callable[[Topic, Brief, Layouts], Special | None], ...] = (steps, contrast, feature)
"""The surest sign first: days and stages, then problems with answers, then phrases in parallel."""


def special(topic: Topic, brief: Brief, layouts: Layouts) -> Special | None:
    """Return the form that a point asks for; None where it asks for none."""
    return next((made for form in FORMS if (made := form(topic, brief, layouts)) is not None), None)
