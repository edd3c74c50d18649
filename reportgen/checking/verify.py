"""Verify what a file says against a speech: compare, say what is amiss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.checking.clauses import squash
from reportgen.checking.fidelity import clause_findings, editorial_findings
from reportgen.checking.losses import losses, lost_headings, needed
from reportgen.checking.matching import unmatched
from reportgen.checking.placed import Code
from reportgen.checking.places import count_findings, order_findings, row_findings, sign_findings
from reportgen.checking.stated import stated_findings
from reportgen.errors import CheckError, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reportgen.analysis import Brief
    from reportgen.checking.expected import Expected
    from reportgen.checking.ground import Ground
    from reportgen.checking.package import Package
    from reportgen.checking.placed import Finding, Placed
    from reportgen.source import Passage

_AGAIN = "请用 Word、PowerPoint 或 WPS 打开，另存后再试"


def read_placed(package: Package, read: Callable[[Package], tuple[Placed, ...]]) -> tuple[Placed, ...]:
    """Return the texts of a file as the reader for its kind gives them.

    Raises:
        CheckError: the file is damaged.
    """
    try:
        return read(package)
    except (RecursionError, ValueError):
        raise CheckError("文件的结构不对，读不出内容", where=package.name, hint=_AGAIN) from None


def verify(
    placed: Sequence[Placed],
    brief: Brief,
    ground: Ground,
    expected: Expected,
    headings: Iterable[Passage] = (),
) -> tuple[Finding, ...]:
    """Return everything amiss in a file, gravest first, each kind in the order of the file.

    Args:
        placed: the texts of the file.
        brief: what the speech says.
        ground: the clauses of the speech.
        expected: what was planned for the file.
        headings: those that the file must hold, whatever was planned.
    """
    changed = tuple(clause_findings(placed, ground))
    odd = unmatched(placed, expected)
    found = [
        *changed,
        *count_findings(odd, ground),
        *sign_findings(odd, expected, ground),
        *order_findings(odd, ground),
        *row_findings(placed, expected, ground),
        *stated_findings(placed, brief),
        *losses(placed, expected, odd.missing, ground, needed(brief), changed),
        *editorial_findings(placed, ground),
    ]
    found += [one for one in lost_headings(placed, headings, ground) if not _is_told(one, found)]
    return tuple(sorted(found, key=lambda one: _GRAVITY[one.severity]))


def _is_told(lost: Finding, found: Iterable[Finding]) -> bool:
    """Whether it is an error already that a heading, or a clause of it, is gone or says something else."""
    place = lost.nearest
    for one in found:
        if one.severity is Severity.ERROR and place is not None and one.nearest is not None:
            meets = one.nearest.start < place.end and place.start < one.nearest.end
            if meets or (one.code is Code.LOST_HEADING and squash(one.text) in lost.text):
                return True
    return False


_GRAVITY = {"error": 0, "warning": 1, "info": 2}
