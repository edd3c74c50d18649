"""The gate between making a file and writing it: what does not say what the speech says is not let out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.checking.fidelity import tally
from reportgen.checking.ground import Standing
from reportgen.checking.losses import lost_headings
from reportgen.checking.proof import Comparison
from reportgen.checking.verify import verify
from reportgen.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportgen.analysis import Brief
    from reportgen.checking.expected import Expected
    from reportgen.checking.ground import Ground
    from reportgen.checking.placed import Finding, Placed
    from reportgen.source import Passage, Source

_LONGEST = 40
"""Characters of a file that a message shows."""


def compare(
    placed: Sequence[Placed],
    brief: Brief,
    ground: Ground,
    expected: Expected,
    headings: Iterable[Passage] = (),
) -> Comparison:
    """Compare a file, read again from its bytes, with speech and plan.

    Counted is whatever `verify` would complain about, so that it has nothing to say of a file just built.

    Args:
        placed: the texts of the file.
        brief: what the speech says.
        ground: the clauses of the speech.
        expected: what was planned for the file.
        headings: those that the file must hold, whatever was planned.

    Returns:
        How much of it was compared; `told` says where it first says what the speech does not, or lacks
        something of it, and is empty where it is faithful.
    """
    owed = list(headings)
    found = verify(placed, brief, ground, expected, owed)
    amiss = [one for one in found if one.severity is not Severity.INFO]
    lost = lost_headings(placed, owed, ground)
    counts = tally(placed, ground)
    return Comparison(
        _told(amiss, brief.document.source) if amiss else "",
        len(amiss),
        counts[Standing.SPEECH],
        counts[Standing.STRANGE],
        counts[Standing.EDITOR],
        frozenset(heading.span for heading in owed),
        frozenset(one.nearest for one in lost if one.nearest),
    )


def _told(found: list[Finding], source: Source) -> str:
    first = found[0]
    # What is nowhere in a file has its place in the speech.
    line = f"讲话稿第 {source.place(first.nearest.start).line} 行" if first.nearest else ""
    words = "".join(first.text.split())
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    more = f"（共 {len(found)} 处）" if len(found) > 1 else ""
    place = f"{first.where or line}，" if first.where or line else ""
    return f"{place}“{shown}”，{first.message}{more}"
