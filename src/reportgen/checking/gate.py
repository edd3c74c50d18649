"""The gate between making a file and writing it: what does not say what the speech says is not let out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.checking.losses import lost_headings
from reportgen.checking.placed import Form
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


def unfaithful(  # noqa: PLR0913, PLR0917  what there is to compare
    data: bytes,
    name: str,
    brief: Brief,
    ground: Ground,
    expected: Expected,
    headings: Iterable[Passage] = (),
) -> str:
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
        For people: where it first says what the speech does not, or lacks something of it, and in how many
        places; an empty text where it is faithful.
    """
    content = read_content(data, name)
    found = list(verify(content, brief, ground, expected))
    if content.form is not Form.SHEET:  # a checklist holds what is to be done, and not every heading
        found += lost_headings(content.placed, headings, ground)
    amiss = [one for one in found if one.severity is not Severity.INFO]
    return _told(amiss, brief.document.source) if amiss else ""


def _told(found: list[Finding], source: Source) -> str:
    first = found[0]
    # What is nowhere in a file has its place in the speech.
    line = f"讲话稿第 {source.place(first.nearest.start).line} 行" if first.nearest else ""
    words = "".join(first.text.split())
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    more = f"（共 {len(found)} 处）" if len(found) > 1 else ""
    place = f"{first.where or line}，" if first.where or line else ""
    return f"{place}“{shown}”，{first.message}{more}"
