"""Which texts of a file stand as they are planned, and which do not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.checking.clauses import squash
from reportgen.checking.placed import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.checking.expected import Expected, Wanted
    from reportgen.checking.placed import Placed


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
    return Unmatched(over, tuple(one for one in expected.texts if not _taken(here, one)))


def _key(one: Placed | Wanted) -> tuple[Zone, str]:
    return one.zone, squash(one.text)


def _taken(counts: Counter[tuple[Zone, str]], one: Placed | Wanted) -> bool:
    """Whether a text was still left, and take it."""
    key = _key(one)
    left = counts[key] > 0
    counts[key] -= left
    return left
