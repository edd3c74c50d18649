"""The thesis: the clause group that carries the speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Excerpt, Line
from reportgen.analysis.clauses import Clause, excerpt, whole
from reportgen.analysis.clauses.table import FIXED
from reportgen.analysis.heads import head
from reportgen.analysis.standing import reads_alone, starts
from reportgen.analysis.titles import is_kind
from reportgen.outline import Document
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.analysis.clauses.table import Seen
    from reportgen.analysis.reading import Reading

THESIS_LIMIT = 60
"""Characters (issue: at most 60)."""
_SHORTEST = 10
_LENGTH = 0.3
"""How much length counts against a group: its weight is divided by this power of its characters."""
# A call on the listeners, as speeches end with.
_CALL = lazy(
    r"为[^，]{4,50}(?:奋斗|奋勇前进|贡献)|一定(?:能|会)|夺取.{2,24}胜利|(?:让)?我们(?:一定|务必)?要|让我们|呼吁|开创.{2,20}新局面"
)
# What a proposal or a circular is for stands in its title: 关于加快发展养老服务业的建议.
_PROPOSAL = lazy(r"关于(?P<what>.{6,60}?)(?:的|之)?(?:几点|若干)?(?:建议|提案|意见|议案|对策|思考)$")
_DECREED = lazy(
    r"关于(?:申请|商请|协同|恳请|请求)?(?P<what>.{6,60}?)的(?:通知|通告|请示|函|来函|复函|方案|决定|决议|倡议书?)$"
)
# 政府工作报告——团结起来，为建设强国而奋斗: what follows the kind of paper on the same line.
_AFTER_KIND = lazy(r"^(?:.{0,20}?(?:工作报告|讲话|发言|致辞))?[\s：—-]*(?=[^\s：—-]{8})")


def thesis(reading: Reading) -> Line | None:
    """Return the clause group that carries the speech, at most 60 characters; None where nothing does.

    A proposal's title says it, or one that asks for something itself (团结起来，为建设强国而奋斗). Else it is
    the group of whole clauses of one sentence that carries most, as readers have it (`weighing/weights.py`).
    """
    document = reading.document
    return proposed(document) or _asked(document) or _heaviest(reading)


def proposed(document: Document) -> Excerpt | None:
    """What the title of a proposal or circular is for; None where it is of another kind."""
    for title in document.title:
        proposal = _PROPOSAL.search(title.text)
        found = proposal or _DECREED.search(title.text)
        if found and (proposal or _acts(found["what"])):
            start, end = (title.span.start + at for at in found.span("what"))
            return whole(document.source.passage(start, end))
    return None


def _asked(document: Document) -> Excerpt | None:
    """A line of the title that asks for something by itself."""
    for line in filter(None, (*document.title, document.subtitle)):
        kind = _AFTER_KIND.match(line.text)
        start, end = line.span.start + (kind.end() if kind else 0), line.span.end
        found = whole(document.source.passage(start, end))
        fits = _SHORTEST <= len(found.text) <= THESIS_LIMIT and not is_kind(found.text)
        if fits and (_acts(found.text) or _CALL.search(found.text)):
            return found
    return None


def _acts(text: str) -> bool:
    return any(head(clause) for clause in re.split("[，；\u3000 ]", text))


def _heaviest(reading: Reading) -> Excerpt | None:
    running = (rows for found in reading.paragraphs.values() for rows in found if _is_running(rows[0]))
    groups = (group for rows in running for group in _groups(rows[0].sentence.clauses))
    best = max(groups, key=lambda group: _carries(reading, group), default=None)
    return excerpt(best) if best else None


def _is_running(row: Seen) -> bool:
    """Whether a clause stands in running text: no title, no heading, no form of address."""
    return row.sentence.paragraph.zone not in FIXED


def _carries(reading: Reading, group: Sequence[Clause]) -> float:
    """How much some clauses carry together; more of them carry more, but not so many times."""
    carried = sum(reading.weights[one.passage.span.start].carries * len(one.text) for one in group)
    return carried / float(sum(len(one.text) for one in group) ** _LENGTH)


def _groups(clauses: Sequence[Clause]) -> Iterator[Sequence[Clause]]:
    """Yield the runs of whole clauses of a sentence that fit and read by themselves."""
    for first in starts(clauses):
        sizes = accumulate(len(clause.text) + 1 for clause in clauses[first:])
        for end, size in enumerate(sizes, first + 1):
            if size - 1 > THESIS_LIMIT:
                break
            group = clauses[first:end]
            if size - 1 >= _SHORTEST and reads_alone(group):
                yield group
