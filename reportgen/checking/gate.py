"""The gate between making a file and writing it: what does not say what the speech says is not let out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.checking.fidelity import tally
from reportgen.checking.ground import Standing
from reportgen.checking.losses import lost_headings
from reportgen.checking.placed import Form
from reportgen.checking.proof import Comparison
from reportgen.checking.verify import read_content, verify
from reportgen.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportgen.analysis import Brief
    from reportgen.checking.expected import Expected
    from reportgen.checking.ground import Ground
    from reportgen.checking.placed import Finding
    from reportgen.source import Passage, Source

_LONGEST = 40
"""Characters of a file that a message shows."""


def compare(  # noqa: PLR0913, PLR0917  what there is to compare
    data: bytes,
    name: str,
    brief: Brief,
    ground: Ground,
    expected: Expected,
    headings: Iterable[Passage] = (),
) -> Comparison:
    """Read a file again from its bytes and compare it with speech and plan.

    Counted is whatever `verify` would complain about, so that it has nothing to say of a file just built.

    Args:
        data: the file.
        name: what messages call it.
        brief: what the speech says.
        ground: the clauses of the speech.
        expected: what was planned for the file.
        headings: those that handout and deck must hold, whatever was planned.

    Returns:
        How much of it was compared; `told` says where it first says what the speech does not, or lacks
        something of it, and is empty where it is faithful.
    """
    content = read_content(data, name)
    found = list(verify(content, brief, ground, expected))
    # A checklist holds what is to be done, and not every heading.
    owed = [] if content.form is Form.SHEET else list(headings)
    lost = list(lost_headings(content.placed, owed, ground))
    amiss = [one for one in (*found, *lost) if one.severity is not Severity.INFO]
    counts = tally(content.placed, ground)
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
