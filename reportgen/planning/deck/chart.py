"""A series as a native chart, with the sentence that it stands in.

Of values over time the latest stands out, of parts side by side the largest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.deck import words
from reportgen.planning.deck.fit import cut_short, fits, on_one_line
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.slides import Chart, Fill, Para, Slide
from reportgen.planning.wording import shown
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.analysis import Brief, Series
    from reportgen.planning.deck.slides import Layouts

CHART = "数据对比"
_COUNT = range(3, 9)
"""Columns that a chart is worth, and those that have room."""
_MOST = 2
"""Charts of a deck."""
_TITLE = range(4, 17)
"""Characters of what a sentence says that its values are of, where it is the slide's title."""
_TIME = lazy(
    r"(?P<year>(?:[12]\d{3}|[〇零○一二三四五六七八九]{4})(?:年(?:度|年?[底末初])?)?|[大前去今明上本当]年(?:年?[底末初])?)?"
    r"(?:第?[一二三四1-4]季度|[上下]半年|(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|[底末])?)?"
    r"|“?十[一二三四五]五”?(?:时期|期间|期?末)?|[上本][周月]|第[一二三四五六]年"
)
_NUMBER = lazy(r"\d+(?:\.\d+)?")


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
    labels = tuple(point.label.text for point in series.points)
    main = _main(labels, known)
    large = on_one_line(f"{texts[main]}{series.unit.text}", number)
    label = Para(labels[main])
    source = layouts.slot("chart", "来源")
    below = Para(cut_short(shown(series.context), source, source.box))
    if large is None or not fits((label,), caption):
        return None
    own = series.title.text if series.title else ""
    title = own if len(own) in _TITLE else CHART
    fills = (Fill("数值1", (large,)), Fill("说明1", (label,)), Fill("来源", (below,)))
    drawn = Chart(layouts.slot("chart", "图").box, labels, known, texts, series.unit.text, main=main)
    notes = words.places(brief, [series.context])
    return Slide("chart", (*head(layouts, "chart", title), *fills), footer=CHART, notes=notes, chart=drawn)


def _main(labels: Sequence[str], values: Sequence[float]) -> int:
    """The place of the value that stands out: of the latest time, else the largest."""
    plain = [_narrow(simplified(label)) for label in labels]
    if not all(map(_TIME.fullmatch, plain)):
        return max(range(len(values)), key=lambda at: (values[at], -at))
    years = [label[:4] for label in plain]
    if all(map(str.isdecimal, years)):
        return max(range(len(years)), key=lambda at: (years[at], at))
    return len(labels) - 1


def _narrow(text: str) -> str:
    """A text with its digits as ASCII has them."""
    return "".join(chr(ord(char) - 0xFEE0) if "０" <= char <= "９" or char == "．" else char for char in text)


def _value(text: str) -> float | None:
    plain = _narrow(text)
    plain = plain.replace(",", "").replace("，", "")
    return float(plain) if _NUMBER.fullmatch(plain) else None
