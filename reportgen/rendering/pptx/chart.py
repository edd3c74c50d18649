"""Charts that can be edited in PowerPoint: type from the template's placeholder, colours from its theme."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, cast

from pptx.chart.chart import Chart as Drawn
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from reportgen.office.stable import stable_package
from reportgen.rendering.characters import printable
from reportgen.rendering.elements import child_of
from reportgen.rendering.pptx.frames import Framed, graphic_frame
from reportgen.rendering.pptx.looks import types_of
from reportgen.rendering.pptx.markup import emu, serialised

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
    from pptx.chart.plot import BarPlot

    from reportgen.planning.deck import Chart
    from reportgen.rendering.pptx.parts import Part

PLACE = "图"
"""The placeholder whose first level is the type of numbers, and whose second is the type of the labels."""
_GAP = 60
"""The room between columns, in percent of one."""


def chart_shape(plan: Chart, number: int, key: str) -> str:
    """Return the frame of a chart: `number` is the shape's, `key` that of the relation to the chart."""
    content = f'<c:chart {nsdecls("c")} r:id="{key}"/>'
    box = plan.box
    place = [emu(side) for side in (box.left, box.top, box.width, box.height)]
    return graphic_frame(Framed("chart", PLACE, described(plan), content), number, place)


def chart_part(plan: Chart, layout: Part, key: str) -> tuple[bytes, bytes]:
    """Return a column chart and the sheet of its data; one column is in the main colour, others stand back.

    Args:
        plan: what it shows.
        layout: where the types of its words are stated.
        key: the relation that leads from the chart to the sheet.
    """
    data = _data(plan)
    space: Any = parse_xml(data.xml_bytes(XL_CHART_TYPE.COLUMN_CLUSTERED))
    space.get_or_add_externalData().rId = key
    drawn: Any = Drawn
    chart: Drawn = drawn(space, None)
    numbers, labels = _types(layout)
    chart.has_legend = False
    _title(chart, plan.title, labels)
    _axes(chart, plan, labels)
    _columns(chart, plan, numbers)
    return serialised(space), stable_package(data.xlsx_blob)


def _data(plan: Chart) -> Any:  # noqa: ANN401  the library's class has no types
    made: Any = CategoryChartData
    data = made(number_format="General")
    data.categories = [printable(label) for label in plan.labels]
    data.add_series(_series(plan), [_number(value) for value in plan.values])
    return data


def described(plan: Chart) -> str:
    """What the chart shows, for who cannot see it."""
    points = "，".join(f"{label} {text}" for label, text in zip(plan.labels, plan.texts, strict=True))
    return printable(f"柱形图：{_series(plan)}。{points}")


def _series(plan: Chart) -> str:
    return printable(plan.title or plan.unit or "数值")


def _number(value: float) -> float:
    """A number that reads in the sheet as in the speech: 3416, not 3416.0."""
    return int(value) if float(value).is_integer() else value


def _types(layout: Part) -> tuple[Element, Element]:
    """The type of numbers and of labels, as the layout's placeholder states them."""
    stated = types_of(layout, PLACE)
    plain: Element = parse_xml(f"<a:defRPr {nsdecls('a')}/>")
    found = [*stated, *([plain] if not stated else [])]
    return found[0], found[min(1, len(found) - 1)]


def _type(kind: Element, tag: str = "c:txPr") -> Element:
    """Text properties of a chart's part."""
    text: Element = parse_xml(
        f"<{tag} {nsdecls('c', 'a')}><a:bodyPr/><a:lstStyle/><a:p><a:pPr/>"
        f'<a:endParaRPr lang="zh-CN" altLang="en-US"/></a:p></{tag}>'
    )
    child_of(child_of(text, qn("a:p")), qn("a:pPr")).append(copy.deepcopy(kind))
    return text


def _title(chart: Drawn, title: str, kind: Element) -> None:
    chart.has_title = bool(title)
    if not title:
        return
    element = chart.chart_title._element  # noqa: SLF001  as above
    rich = element.get_or_add_tx_rich()
    rich.getparent().replace(rich, _worded(title, kind))
    overlay = element.find(qn("c:overlay"))
    if overlay is not None:
        overlay.set("val", "0")


def _worded(words: str, kind: Element) -> Element:
    """The text of a title or of a number, in a type."""
    rich = _type(kind, "c:rich")
    paragraph = child_of(rich, qn("a:p"))
    paragraph.remove(child_of(paragraph, qn("a:endParaRPr")))
    run: Element = parse_xml(f"<a:r {nsdecls('a')}><a:t/></a:r>")
    own = copy.deepcopy(kind)
    own.tag = qn("a:rPr")
    run.insert(0, own)
    child_of(run, qn("a:t")).text = printable(words)
    paragraph.append(run)
    return rich


def _axes(chart: Drawn, plan: Chart, labels: Element) -> None:
    across, up = chart.category_axis, chart.value_axis
    up.visible = False
    up.has_major_gridlines = False
    # Columns that do not begin at nothing are no shares of each other.
    up.minimum_scale = 0 if min(plan.values) >= 0 else None
    across.has_major_gridlines = False
    across.major_tick_mark = XL_TICK_MARK.NONE
    across.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    across.format.line.color.theme_color = MSO_THEME_COLOR.TEXT_2
    across.tick_labels.font  # noqa: B018  asking for it makes the element
    element = across._element  # noqa: SLF001  as above
    element.replace(child_of(element, qn("c:txPr")), _type(labels))
    _positive(chart)


def _positive(chart: Drawn) -> None:
    """Give the axes numbers that the schema knows: python-pptx writes negative ones (ECMA-376, 21.2.2.9)."""
    for element in chart._chartSpace.iter(qn("c:axId"), qn("c:crossAx")):  # noqa: SLF001  as above
        element.set("val", element.get("val", "").lstrip("-"))


def _columns(chart: Drawn, plan: Chart, numbers: Element) -> None:
    plot = cast("BarPlot", chart.plots[0])
    plot.gap_width = _GAP
    plot.vary_by_categories = False
    series = plot.series[0]
    _paint(series.format, MSO_THEME_COLOR.ACCENT_3)
    main = len(plan.values) - 1 if plan.main is None else plan.main
    _paint(series.points[main].format, MSO_THEME_COLOR.ACCENT_1)
    labels = series.data_labels
    labels.show_value = True
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font  # noqa: B018  as above
    element = labels._element  # noqa: SLF001  as above
    element.replace(child_of(element, qn("c:txPr")), _type(numbers))
    if all(str(_number(v)) == text for v, text in zip(plan.values, plan.texts, strict=True)):
        return
    # A number that the speech prints in a way of its own (7,340, 21.1%) stands above its column as a text.
    for number, text in enumerate(plan.texts):
        point = series.points[number].data_label
        rich = point._get_or_add_rich()  # noqa: SLF001  as above
        rich.getparent().replace(rich, _worded(text, numbers))
        point.position = XL_LABEL_POSITION.OUTSIDE_END


def _paint(drawn: object, colour: MSO_THEME_COLOR) -> None:
    fill = drawn.fill  # type: ignore[attr-defined]
    fill.solid()
    fill.fore_color.theme_color = colour
