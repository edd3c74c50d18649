"""A deck planned by hand that fills every layout: what rendering does, whatever planning chooses."""

from dataclasses import replace

from reportgen.planning.deck import (
    Accent,
    AccentColour,
    AccentKind,
    Box,
    Chart,
    Deck,
    Fill,
    Para,
    Slide,
    Table,
)
from reportgen.planning.deck.needs import NEEDED

TITLE = "在全县重点工作推进会上的讲话"
_NO_WORDS = {"进度", "图", "表头样式", "表格样式"}
_SECTIONS = {"cover": "", "section": "一、抓项目", "closing": "结尾"}
CHART = Chart(
    Box(360, 110, 560, 320),
    ("2021年", "2022年", "2023年"),
    (3416.0, 5010.0, 7340.0),
    ("3416", "5010", "7340"),
    "元",
    "人均纯收入（元）",
)
PRINTED = replace(CHART, values=(12.5, 18.0, 21.1), texts=("12.50%", "18%", "21.1%"), title="", unit="%")
"""A series whose numbers are not printed as a sheet would print them."""


def every_layout():
    """Return a deck with one slide of each layout; the first slides have no part of their own."""
    return Deck(TITLE, tuple(map(_slide, NEEDED)))


def _slide(layout):
    names = [name for name in NEEDED[layout] if name not in {*_NO_WORDS, "长标题", "长序数"}]
    fills = tuple(Fill(name, (Para(_words(layout, name)),)) for name in names)
    return Slide(
        layout,
        fills,
        _accents(layout),
        _table() if layout == "table" else None,
        "抓好落实" if layout == "list" else "",
        ("要抓好落实。",),
        CHART if layout == "chart" else None,
        _SECTIONS.get(layout, ""),
    )


def _words(layout, name):
    if name == "标题":
        return f"抓落实{list(NEEDED).index(layout) + 1}"
    return {"圆号1": "1", "序数": "一", "标记1": "一是", "数字": "98%", "数值1": "98%"}.get(name, "抓好落实")


def _accents(layout):
    return {
        "section": (
            Accent(Box(36, 505, 33, 4), AccentColour.ON_DARK),
            Accent(Box(75, 505, 13, 4), AccentColour.DIM),
        ),
        "list": (Accent(Box(42, 106, 33, 33), AccentColour.MAIN, AccentKind.DISC),),
        "contrast": (Accent(Box(440, 200, 30, 36), AccentColour.SECOND, AccentKind.ARROW),),
    }.get(layout, ())


def _table():
    rows = (("1", "抓项目", "建立台账", "县发改局", "6月底前"),)
    return Table(
        Box(42, 92, 876, 60),
        (60, 180, 396, 120, 120),
        ("序号", "重点任务", "举措", "责任单位", "时限"),
        rows,
        (30, 30),
    )
