"""Charts of a picture: columns with their numbers above and their labels below."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.planning.deck import Box, Para
from reportgen.rendering.svg.blocks import Frame, block, planned
from reportgen.rendering.svg.manners import Manner
from reportgen.rendering.svg.marks import attributes, colour, rectangle
from reportgen.rendering.svg.paints import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.planning.deck import Chart
    from reportgen.rendering.svg.stage import Stage

_GAP = 0.6
"""The room between columns, as a share of one."""
_MARGIN = 0.02
"""What programs leave free at the sides of a chart, as a share of its height."""
_HEAD, _FOOT, _NEAR = 1.8, 1.3, 0.1
"""Lines that a title and what stands below take with their room; how far numbers are from columns."""
_MOST_STEPS = 10


def chart(plan: Chart, stage: Stage, manners: Sequence[Manner]) -> str:
    """Return a chart; of the manners the first is that of numbers, the second that of labels."""
    numbers, labels = (_centred(one) for one in (manners[0], manners[min(1, len(manners) - 1)]))
    box, margin = plan.box, plan.box.height * _MARGIN
    top, bottom = box.top + 2 * margin, box.bottom - margin - labels.pitch * _FOOT
    found: list[str] = []
    if plan.title:
        place = Box(box.left, top, box.width, labels.pitch)
        found.append(_word(plan.title, place, labels, stage))
        top += labels.pitch * _HEAD
    low, high = scale_of(plan.values)
    step = (box.width - 2 * margin) / len(plan.values)
    width = step / (1 + _GAP)
    main = len(plan.values) - 1 if plan.main is None else plan.main

    def at(value: float) -> float:
        return bottom - (value - low) / (high - low) * (bottom - top)

    zero = at(0.0)
    for count, (value, text, under) in enumerate(zip(plan.values, plan.texts, plan.labels, strict=True)):
        left, head = box.left + margin + step * count, at(value)
        column = Box(left + (step - width) / 2, min(head, zero), width, abs(zero - head))
        shade = stage.colour("accent1" if count == main else "accent3")
        found.append(rectangle(column, flat(shade).looks))
        above = head - numbers.pitch * (1 + _NEAR) if value >= 0 else head + numbers.pitch * _NEAR
        found.append(_word(text, Box(left, above, step, numbers.pitch), numbers, stage))
        found.append(
            _word(under, Box(left, bottom + labels.pitch * (_FOOT - 1), step, labels.pitch), labels, stage)
        )
    line = attributes(x1=box.left + margin, y1=zero, x2=box.right - margin, y2=zero)
    axis = attributes(stroke=colour(stage.colour("tx2")), stroke_width=0.75)
    return "".join([*found, f"<line{line}{axis}/>"])


def scale_of(values: Sequence[float]) -> tuple[float, float]:
    """Return where a scale begins and ends: in whole steps of 1, 2 or 5, with room above the highest."""
    low, high = min(0.0, *values), max(0.0, *values)
    if high <= low:
        return 0.0, 1.0
    rough = (high - low) / _MOST_STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(size * power for size in (1, 2, 5, 10) if size * power >= rough * 0.999)
    begins = math.floor(low / step) * step if low < 0 else 0.0
    return begins, (math.floor(high / step) + 1) * step


def _centred(manner: Manner) -> Manner:
    return replace(manner, align="ctr", before=0.0, left=0.0, first=0.0, mark="")


def _word(text: str, box: Box, manner: Manner, stage: Stage) -> str:
    return block(Frame(box, wraps=True), [planned(Para(text), manner, *stage.marked())], stage.usual)
