"""What a clause cannot be, whatever its features add up to: ordered, named rules over what is seen of it.

Each rule stands against a kind that readers seldom give to such clauses (docs/understanding.md has the
shares, of texts left out of learning); the likeliest kind that none stands against is the clause's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.analysis.clauses.setting import Zone
from reportgen.analysis.sorting import Sort

if TYPE_CHECKING:
    from reportgen.analysis.clauses.table import Seen

_SURE = 0.5
"""How likely a task must be where nothing but the words around it shows one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind that a clause is not, where something holds; `name` says why, for people."""

    name: str
    kind: str
    holds: Callable[[Seen, frozenset[str]], bool]


def _is_shown(row: Seen, seen: frozenset[str]) -> bool:
    """Whether form, a word of duty, who or when shows a task."""
    stated = row.stated.owner is not None or row.stated.deadline is not None
    return stated or not seen.isdisjoint((form(Sort.MEASURE), "+duty"))


def _is_said_below(row: Seen, seen: frozenset[str]) -> bool:
    """Whether a clause has the form of something to be done and stands under a heading."""
    return form(Sort.MEASURE) in seen and row.sentence.paragraph.zone is Zone.BODY


def _is_stated_in_full(row: Seen) -> bool:
    """Whether a clause that is no title states both who is to act and by when."""
    in_text = row.sentence.paragraph.zone in (Zone.BODY, Zone.OPENING)
    return in_text and row.stated.owner is not None and row.stated.deadline is not None


def form(sort: Sort) -> str:
    """Return the feature of a clause that looks like something."""
    return f"r:{sort.name}"


RULES = (
    Rule("像要做的事", "courtesy", _is_said_below),
    Rule("像要做的事", "heading", _is_said_below),
    Rule("写明由谁何时做", "heading", lambda row, _: _is_stated_in_full(row)),
    Rule("说的是已经做了", "todo", lambda _, seen: "c:done" in seen),
    Rule("像目标", "todo", lambda _, seen: form(Sort.GOAL) in seen),
    Rule("在讲过去的标题下", "todo", lambda _, seen: "c:under behind" in seen and "+duty" not in seen),
    Rule("题目是一则报道", "todo", lambda _, seen: "news" in seen and "+duty" not in seen),
    Rule("看不出是要做的事", "todo", lambda row, seen: row.scores[0] < _SURE and not _is_shown(row, seen)),
)
"""In their order; `scores[0]` is that of ``todo``."""


def against(row: Seen, kind: str) -> Rule | None:
    """Return the first rule that stands against a kind of a clause."""
    rules = [rule for rule in RULES if rule.kind == kind]
    seen = frozenset(row.features) if rules else frozenset()
    return next((rule for rule in rules if rule.holds(row, seen)), None)
