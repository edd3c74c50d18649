"""Clause by clause, for people: what each was taken for and why, what it weighs, where it was used."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Excerpt, Line
from reportgen.analysis.clauses.explain import NAMES
from reportgen.analysis.reading import JudgedClause, judged
from reportgen.source import MARK

if TYPE_CHECKING:
    from reportgen.analysis.brief import Brief, Part

_NOWHERE = "未用"


def explained(brief: Brief) -> str:
    """Return a line a clause: place, kind, weight, use, the clause, and the reasons; tabs between."""
    source = brief.document.source
    clauses = judged(brief.document)
    rows = ["位置\t种类\t权重\t用处\t分句\t依据"]
    for one, names in zip(clauses, _used(clauses, brief), strict=True):
        place = source.place(one.span.start)
        words = "".join(source.text[one.span.start : one.span.end].replace(MARK, "").split())
        told = (
            f"{place.line}:{place.column}",
            NAMES[one.kind],
            f"{one.weight:.2f}",
            "、".join(names) or _NOWHERE,
        )
        rows.append("\t".join((*told, words, one.why)))
    return "\n".join(rows) + "\n"


def _used(clauses: Sequence[JudgedClause], brief: Brief) -> list[dict[str, None]]:
    """Where each clause was used: names, each once, in the order in which the brief has them."""
    out: list[dict[str, None]] = [{} for _ in clauses]
    starts = [one.span.start for one in clauses]
    for name, line in _uses(brief):
        for span in line.spans if isinstance(line, Excerpt) else ():
            at = max(bisect_right(starts, span.start) - 1, 0)
            while at < len(clauses) and clauses[at].span.start < span.end:
                if clauses[at].span.end > span.start:
                    out[at][name] = None
                at += 1
    return out


def _uses(brief: Brief) -> Iterator[tuple[str, Line | None]]:
    yield "核心要义", brief.thesis
    yield from (("摘要", line) for line in brief.abstract)
    for part in brief.walk():
        yield from _of_part(part)
    yield from (("数字", figure.clause) for figure in brief.figures)
    yield from (("提法", term.context) for term in brief.terms)
    for task in brief.tasks:
        yield from (("清单", measure.line) for measure in task.measures)


def _of_part(part: Part) -> Iterator[tuple[str, Line]]:
    yield "标题", part.heading
    yield "概括", part.summary
    yield from (("导语", line) for line in part.lead)
    yield from (("举措", measure.line) for measure in part.measures)
    yield from (("目标", goal.line) for goal in part.goals)
