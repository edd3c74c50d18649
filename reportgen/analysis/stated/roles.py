"""What a clause says of who acts in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Role(Enum):
    """What a clause says of who acts.

    `AGENT`: somebody who is told to; `OTHER`: somebody or something else; `NONE`: it goes on without a
    subject; `ASIDE`: a condition, a reason, a place, which changes nothing.
    """

    AGENT = auto()
    OTHER = auto()
    NONE = auto()
    ASIDE = auto()


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts in a clause: where his name stands, where what he does begins.

    `bidden`: a word of duty stands behind it, or 由 or 建议 before it. `is_aside`: the clause is a condition
    of what he does. `is_bare`: it is his name and no more.
    """

    role: Role
    start: int = 0
    end: int = 0
    rest: int = 0
    bidden: bool = False
    is_aside: bool = False
    is_bare: bool = False
