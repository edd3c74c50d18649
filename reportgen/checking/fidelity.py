"""Compare the clauses of a file with those of the speech."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportgen.checking.differences import shown_change, sort_change
from reportgen.checking.ground import Standing
from reportgen.checking.placed import Code, Finding
from reportgen.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportgen.checking.clauses import Piece
    from reportgen.checking.ground import Ground
    from reportgen.checking.placed import Placed

_FILLED = frozenset({"完成情况"})
"""Columns that a file is handed out with empty, for its readers to fill."""


def tally(placed: Iterable[Placed], ground: Ground) -> Counter[Standing]:
    """Count the clauses of a file by whose words they are."""
    return Counter(standing for _, _, standing in _judged(placed, ground))


def clause_findings(placed: Iterable[Placed], ground: Ground) -> Iterator[Finding]:
    """Yield a finding for every clause that is nobody's, with the passage of the speech it is nearest to."""
    for one, piece, standing in _judged(placed, ground):
        if standing is Standing.STRANGE:
            yield _finding(one, piece, ground)


def _judged(placed: Iterable[Placed], ground: Ground) -> Iterator[tuple[Placed, Piece, Standing]]:
    """Every clause that a file is answerable for, with whose words it is."""
    for one in placed:
        if not one.echo and one.column not in _FILLED:
            yield from ((one, piece, standing) for piece, standing in ground.judged(one.text))


def editorial_findings(placed: Iterable[Placed], ground: Ground) -> Iterator[Finding]:
    """Yield, as information, what an editor added."""
    for one in placed:
        for piece, standing in ground.judged(one.text):
            if not one.echo and standing is Standing.EDITOR:
                text = piece.raw.strip()
                yield Finding(Severity.INFO, Code.EDITORIAL, one.where, text, "编者加的话")


def _finding(one: Placed, piece: Piece, ground: Ground) -> Finding:
    origin = ground.nearest(piece.words)
    text = "".join(piece.raw.split("\n")).strip()
    if origin is None or not origin.is_cited:
        span = origin.span if origin else None
        return Finding(Severity.ERROR, Code.INVENTED, one.where, text, "原文里没有这句话", span)
    code = sort_change(piece.words, origin.words)
    message = f"{_MESSAGES[code]}：{shown_change(piece.words, origin.words)}"
    return Finding(Severity.ERROR, code, one.where, text, message, origin.span)


_MESSAGES = {
    Code.CHANGED: "与原文不同",
    Code.NUMBER: "数字、日期与原文不同",
    Code.NEGATION: "否定词与原文不同",
    Code.NAME: "名称、引语与原文不同",
}
