"""Phrases in parallel within a clause: 最大限度减环节、减时间、减材料."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.text.patterns import lazy

_LIST = lazy(r"^(?:[^，。；：、“”（）\s]+)(?:、[^，。；：、“”（）\s]+){2,}$")
_PIECE = range(3, 8)
_COUNT = range(3, 7)


@dataclass(frozen=True, slots=True)
class Parallel:
    """Phrases of one form, and what stands before the first; together with 、 they are the clause."""

    intro: str
    pieces: tuple[str, ...]


def parallel(clause: str) -> Parallel | None:
    """Return the phrases that a clause ends with, behind what leads to them; None where it is no such list.

    Pieces between 、 have one length and share their first or their last character; the first one is told
    from its lead by that length (GB/T 15834-2011, 4.5: 、 parts what stands side by side).
    """
    if not _LIST.match(clause):
        return None
    first, *others = clause.split("、")
    length = len(others[0])
    if length not in _PIECE or len(others) + 1 not in _COUNT:
        return None
    if any(len(one) != length for one in others) or len(first) < length:
        return None
    pieces = (first[-length:], *others)
    alike = any(len({one[at] for one in pieces}) == 1 for at in (0, -1))
    return Parallel(first[:-length], pieces) if alike and len(set(pieces)) == len(pieces) else None
