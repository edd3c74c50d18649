"""Which texts of a file stand as they are planned, and which do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.checking.clauses import squash
from reportgen.checking.placed import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.checking.expected import Expected, Wanted
    from reportgen.checking.placed import Placed

_MOST = 0.6
"""Share of what is planned for a slide alone that is missing where the slide is."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """The texts of a file that are not planned as they stand, and the planned ones that do not stand so."""

    over: tuple[Placed, ...]
    missing: tuple[Wanted, ...]


def unmatched(placed: Sequence[Placed], expected: Expected) -> Unmatched:
    """Match texts with the plan, as often as each is planned, blanks and line breaks ignored."""
    # A merged cell is planned once, however many rows it reaches over.
    real = [one for one in placed if not one.echo]
    planned = Counter(map(_key, expected.texts))
    here = Counter(map(_key, real))
    over = tuple(one for one in real if not _taken(planned, one) and one.zone is not Zone.MARGIN)
    gone = _gone(expected, here)
    # What stands on several slides is missed on the one that is not there any more.
    order = sorted(range(len(expected.texts)), key=lambda at: expected.texts[at].group in gone)
    missing = sorted(at for at in order if not _taken(here, expected.texts[at]))
    return Unmatched(over, tuple(expected.texts[at] for at in missing))


def _gone(expected: Expected, here: Counter[tuple[Zone, str]]) -> set[str]:
    """The slides or rows of which nearly all is missing that is planned nowhere else."""
    groups: defaultdict[tuple[Zone, str], set[str]] = defaultdict(set)
    for one in expected.texts if expected.part else ():
        groups[_key(one)].add(one.group)
    own = [(group, key) for key, (group, *others) in groups.items() if not others]
    planned, missing = (
        Counter(group for group, _ in own),
        Counter(group for group, key in own if not here[key]),
    )
    return {group for group, count in missing.items() if count > _MOST * planned[group]}


def _key(one: Placed | Wanted) -> tuple[Zone, str]:
    return one.zone, squash(one.text)


def _taken(counts: Counter[tuple[Zone, str]], one: Placed | Wanted) -> bool:
    """Whether a text was still left, and take it."""
    key = _key(one)
    left = counts[key] > 0
    counts[key] -= left
    return left
