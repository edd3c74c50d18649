"""Stages: what is to be done first, then and last, or by which days."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from reportgen.analysis.stated import due
from reportgen.planning.deck.fit import by_sense, fits, height, on_one_line
from reportgen.planning.deck.grid import area, columns
from reportgen.planning.deck.slides import Box, Fill, Para
from reportgen.planning.deck.special import Special
from reportgen.planning.markers import bare
from reportgen.planning.wording import shown
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.analysis import Brief, Measure
    from reportgen.planning.deck.slides import Layouts
    from reportgen.planning.deck.topics import Topic

_COUNT = range(3, 6)
_STAGE = re.compile(r"首先|其次|再次|然后|最后|第[一二三四五]步|第[一二三四五]阶段")
_MOST_LINES = 3
_GAP = 10.0

Stage = tuple[str, str, tuple[str, ...]]
"""What a stage is called, its heading (may be empty), its lines."""


def steps(topic: Topic, brief: Brief, layouts: Layouts) -> Special | None:
    """Return the stages of a point as arrows; None where it has none, or they do not fit."""
    stages = _named(topic) or _dated(topic, brief)
    return _laid_out(stages, layouts) if len(stages) in _COUNT else None


def _named(topic: Topic) -> list[Stage]:
    """Points that the speech itself calls stages."""
    below = topic.below
    if not below or not all(_STAGE.match(simplified(one.marker)) for one in below):
        return []
    heaviest = [sorted(one.everything, key=lambda said: -said.worth)[:_MOST_LINES] for one in below]
    lines = [tuple(said.text for said in sorted(some, key=lambda said: said.place)) for some in heaviest]
    return [(bare(one.marker), one.short, said) for one, said in zip(below, lines, strict=True)]


def _dated(topic: Topic, brief: Brief) -> list[Stage]:
    """Measures with days, each later than the one before."""
    measures = topic.part.below_heading if topic.part and not topic.below else ()
    dated = [(day, one) for one in measures if (day := _day(one, brief))]
    days = [day for day, _ in dated]
    if len(dated) < len(measures) or any(one > other for one, other in pairwise(days)):
        return []
    stages: list[Stage] = []
    for _, group in groupby(dated, key=lambda entry: entry[0]):
        some = [one for _, one in group]
        stages.append(
            (shown(some[0].deadline) if some[0].deadline else "", "", tuple(shown(one.line) for one in some))
        )
    return stages


def _day(measure: Measure, brief: Brief) -> str:
    day = due(measure.deadline.text, brief.document) if measure.deadline else None
    return day.isoformat() if day else ""


def _laid_out(stages: Sequence[Stage], layouts: Layouts) -> Special | None:
    arrows, heads, lines = (layouts.row("steps", name) for name in ("阶段", "步题", "步骤"))
    count = len(stages)
    tops, below = columns(area(arrows), count, 0.0), columns(area([*heads, *lines]), count, _GAP * 2)
    fills: list[Fill] = []
    said: list[str] = []
    for at, (name, heading, texts) in enumerate(stages):
        label = on_one_line(name, arrows[at]) or by_sense(name, arrows[at], tops[at])
        if label is None or not fits((label,), arrows[at], tops[at]):
            return None
        fills.append(Fill(arrows[at].name, (label,), tops[at]))
        top = below[at].top
        if heading:
            para = by_sense(heading, heads[at], below[at])
            if para is None:
                return None
            tall = height((para,), heads[at], below[at])
            fills.append(Fill(heads[at].name, (para,), Box(below[at].left, top, below[at].width, tall)))
            top += tall + _GAP
        box = Box(below[at].left, top, below[at].width, below[at].bottom - top)
        paras = tuple(Para(text) for text in texts)
        if not paras or not fits(paras, lines[at], box):
            return None
        fills.append(Fill(lines[at].name, paras, box))
        said += texts
    return Special("steps", tuple(fills), tuple(said))
