"""A series as a native chart, with the sentence that it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.planning.deck import words
from reportgen.planning.deck.fit import cut_short, fits, on_one_line
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.slides import Chart, Fill, Para, Slide
from reportgen.planning.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.analysis import Brief, Series
    from reportgen.planning.deck.slides import Layouts

CHART = "数据对比"
_COUNT = range(3, 9)
"""Columns that a chart is worth, and those that have room."""
_MOST = 2
"""Charts of a deck."""
_SHORTEST_TITLE = 4
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def charts(brief: Brief, layouts: Layouts) -> Iterator[Slide]:
    """Yield a slide for each series of three values or more whose numbers are certain, two at the most."""
    made = (slide for series in brief.series if (slide := _slide(series, brief, layouts)) is not None)
    for _, slide in zip(range(_MOST), made, strict=False):
        yield slide


def _slide(series: Series, brief: Brief, layouts: Layouts) -> Slide | None:
    texts = tuple(point.value.text for point in series.points)
    values = [_value(text) for text in texts]
    known = tuple(value for value in values if value is not None)
    if len(texts) not in _COUNT or len(known) < len(texts):
        return None
    number, caption = layouts.slot("chart", "数值1"), layouts.slot("chart", "说明1")
    last = on_one_line(f"{texts[-1]}{series.unit.text}", number)
    label = Para(series.points[-1].label.text)
    source = layouts.slot("chart", "来源")
    below = Para(cut_short(shown(series.context), source, source.box))
    if last is None or not fits((label,), caption):
        return None
    own = series.title.text if series.title else ""
    title = own if len(own) >= _SHORTEST_TITLE else CHART
    fills = (Fill("数值1", (last,)), Fill("说明1", (label,)), Fill("来源", (below,)))
    labels = tuple(point.label.text for point in series.points)
    drawn = Chart(layouts.slot("chart", "图").box, labels, known, texts, series.unit.text)
    notes = words.places(brief, [series.context])
    return Slide("chart", (*head(layouts, "chart", title), *fills), footer=CHART, notes=notes, chart=drawn)


def _value(text: str) -> float | None:
    plain = "".join(
        chr(ord(char) - 0xFEE0) if "０" <= char <= "９" or char == "．" else char for char in text
    )
    plain = plain.replace(",", "").replace("，", "")
    return float(plain) if _NUMBER.fullmatch(plain) else None
