"""A specimen: one slide of each kind with words that say they are samples, to look a template over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.deck.checklist import HEAD
from reportgen.planning.deck.fit import by_sense, height, in_any_case
from reportgen.planning.deck.frame import head, rows
from reportgen.planning.deck.grid import area, columns
from reportgen.planning.deck.needs import CALLED
from reportgen.planning.deck.slides import (
    Box,
    Chart,
    Deck,
    Fill,
    Layouts,
    Para,
    Slide,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS = "示例文字，看字号、颜色和位置"
_SHORT = "示例文字"
_NUMBER = "98.6%"
_MOST = {
    **dict.fromkeys(("主短语", "提法", "阶段", "步题", "步骤"), 4),
    **dict.fromkeys(("次短语", "条", "左", "右", "数值", "说明", "支柱"), 3),
}
"""How many of a row of places are filled."""
_TITLE = "样张"
_GAP = 18.0
_COLUMNS, _ROWS = 4, 3


def specimen(layouts: Layouts) -> Deck:
    """Return a deck with a slide of each kind that a template offers.

    Raises:
        TemplateError: a layout that is there lacks a placeholder.
    """
    slides = [_slide(role, called, layouts) for role, called in CALLED.items() if role in layouts.slots]
    return Deck(_TITLE, tuple(slides))


def _slide(role: str, called: str, layouts: Layouts) -> Slide:
    if role in {"cover", "closing"}:
        names = ("标题", "副标题", "落款") if role == "cover" else ("标题", "副标题")
        return Slide(
            role,
            tuple(
                _fill(layouts, role, name, f"{called}：示例标题" if name == "标题" else _SHORT)
                for name in names
            ),
        )
    made = _BODIES.get(role, _plain)
    title = (
        head(layouts, role, called)
        if "长标题" in layouts.slots[role]
        else (_fill(layouts, role, "标题", called),)
    )
    if role == "section" and not layouts.is_foreign:
        title = (_fill(layouts, role, "标题", called), _fill(layouts, role, "序数", "一"))
    slide = made(layouts, role)
    return Slide(role, (*title, *slide.fills), slide.accents, slide.table, called, (), slide.chart)


def _plain(layouts: Layouts, role: str) -> Slide:
    """Words in all places of a layout, of rows in the first few."""
    fills = []
    for name in layouts.slots[role]:
        kind, number = name.rstrip("0123456789"), name[len(name.rstrip("0123456789")) :]
        if kind in _NO_WORDS or name.endswith("边") or (number and int(number) > _MOST.get(kind, 6)):
            continue
        fills.append(_fill(layouts, role, name, _words_of(kind, number)))
    return Slide(role, tuple(fill for fill in fills if any(map(str.isalnum, fill.paras[0].text))))


_NO_WORDS = frozenset({"标题", "长标题", "标题旁注", "图", "进度", "目标", "序数", "长序数"})


def _words_of(kind: str, number: str) -> str:
    if kind in {"数值", "数字"}:
        return _NUMBER
    if kind == "标记":
        return f"（{'一二三四五六'[int(number) - 1]}）"
    return (
        _WORDS
        if kind in {"说明", "数字说明", "要义", "引文", "卡片", "左", "右", "步骤"}
        else f"示例{number}"
    )


def _fill(layouts: Layouts, role: str, name: str, text: str, box: Box | None = None) -> Fill:
    slot = layouts.slot(role, name)
    para = by_sense(text, slot, box) or in_any_case(text, slot, box)
    return Fill(name, (para,), box)


def _section(layouts: Layouts, role: str) -> Slide:
    marks, heads, lines = (layouts.row(role, name) for name in ("标记", "点题", "条"))
    fills: list[Fill] = []
    top = heads[0].box.top
    for at, mark in enumerate(("一是", "二是", "三是")):
        heading, said = Para(_SHORT), (Para(_WORDS), Para(_WORDS))
        tall, low = height((heading,), heads[at]), height(said, lines[at])
        left, width = heads[at].box.left, heads[at].box.width
        fills += [
            Fill(marks[at].name, (Para(mark),), Box(marks[at].box.left, top, marks[at].box.width, tall)),
            Fill(heads[at].name, (heading,), Box(left, top, width, tall)),
            Fill(lines[at].name, said, Box(left, top + tall, width, low)),
        ]
        top += tall + low + _GAP
    return Slide(role, tuple(fills))


def _overview(layouts: Layouts, role: str) -> Slide:
    """Four columns with three points each."""
    heads, points = layouts.row(role, "部分"), layouts.row(role, "点")
    gap = heads[1].box.left - heads[0].box.right if len(heads) > 1 else _GAP
    tall = height((Para(_SHORT),), points[0]) + _GAP / 2
    fills = [_fill(layouts, role, "总题", _WORDS)]
    tops, below = columns(area(heads), _COLUMNS, gap), columns(area(points), _COLUMNS, gap)
    for column, (top, box) in enumerate(zip(tops, below, strict=True)):
        fills.append(_fill(layouts, role, heads[column].name, f"示例{column + 1}", top))
        for row in range(_ROWS):
            slot = points[row * len(heads) + column]
            place = Box(box.left, box.top + row * (tall + _GAP / 2), box.width, tall)
            fills.append(_fill(layouts, role, slot.name, _SHORT, place))
    return Slide(role, tuple(fills))


def _list(layouts: Layouts, role: str) -> Slide:
    fills, accents = rows(layouts, role, [_WORDS] * 5)
    return Slide(role, fills, accents)


def _chart(layouts: Layouts, role: str) -> Slide:
    box = layouts.slot(role, "图").box
    chart = Chart(
        box,
        ("2023年", "2024年", "2025年"),
        (30.0, 42.0, 55.0),
        ("30", "42", "55"),
        "亿元",
        "示例图表（亿元）",
    )
    fills = [
        _fill(layouts, role, "数值1", "55"),
        _fill(layouts, role, "说明1", _SHORT),
        _fill(layouts, role, "来源", _SHORT),
    ]
    return Slide(role, tuple(fills), (), None, "", (), chart)


def _table(layouts: Layouts, role: str) -> Slide:
    head_slot, slot = layouts.slot(role, "表头样式"), layouts.slot(role, "表格样式")
    whole = slot.box.width
    widths = tuple(whole * share for share in (0.1, 0.22, 0.4, 0.14, 0.14))
    tops = height((Para("一"),), head_slot)
    tall = height((Para("一"),), slot)
    said = [(str(number), _SHORT, _SHORT, "示例", "示例") for number in range(1, 6)]
    table = Table(
        Box(head_slot.box.left, head_slot.box.top, whole, tops + tall * len(said)),
        widths,
        HEAD,
        tuple(said),
        (tops, *([tall] * len(said))),
    )
    return Slide(role, (), (), table)


_BODIES: dict[str, Callable[[Layouts, str], Slide]] = {
    "overview": _overview,
    "section": _section,
    "list": _list,
    "chart": _chart,
    "table": _table,
}
