"""What the comparison of a build's files has looked at: counts to be stated, none of them a constant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.source import Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """One file beside its speech.

    Attributes:
        told: for people, where it first differs and in how many places; empty where it is faithful.
        differences: how many places differ.
        sourced: clauses of the file that stand in the speech.
        unsourced: clauses that nobody said.
        editorial: clauses that an editor added.
        headings: places of the headings that were looked for; none in a file that need not hold them.
        lost: those of them that the file has not.
    """

    told: str
    differences: int
    sourced: int
    unsourced: int
    editorial: int
    headings: frozenset[Span] = frozenset()
    lost: frozenset[Span] = frozenset()


@dataclass(frozen=True, slots=True)
class Proof:
    """What was compared of all files of a build together; None for what was not looked at.

    Attributes:
        files: how many files were read again.
        sourced: clauses (分句) of those files that stand in the speech, each as often as it is printed.
        unsourced: clauses that nobody said.
        editorial: clauses that an editor added.
        headings: headings of the speech that handout and deck were searched for.
        lost: headings that one of them lacks.
        overflows: boxes of the deck that are too small for their words, as the plan measures them.
        differences: places in which the files differ from speech or plan in any way.
    """

    files: int
    sourced: int
    unsourced: int
    editorial: int
    headings: int | None
    lost: int | None
    overflows: int | None
    differences: int


def proof_of(comparisons: Sequence[Comparison], overflows: int | None) -> Proof:
    """Add up the comparisons of a build; `overflows` is None where no deck was measured."""
    headings = frozenset().union(*(one.headings for one in comparisons))
    lost = frozenset().union(*(one.lost for one in comparisons))
    return Proof(
        len(comparisons),
        sum(one.sourced for one in comparisons),
        sum(one.unsourced for one in comparisons),
        sum(one.editorial for one in comparisons),
        len(headings) if headings else None,
        len(lost) if headings else None,
        overflows,
        sum(one.differences for one in comparisons),
    )
