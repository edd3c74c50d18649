"""Layouts that open, part and close a deck, and those with one thought only."""

from __future__ import annotations

from reportgen.rendering.pptx.composing.page import MARGIN, Layout, Page, edge, goal, grid, header, rules
from reportgen.rendering.pptx.composing.shapes import GRADIENT, Level, Ornament, Placeholder

OVERVIEW_COLUMNS = 6
OVERVIEW_POINTS = 8
ROWS = 12
"""Points of a section that its slide has places for."""
_BAND = 132
_MARK = 56.0
"""Room of 一是 before a point."""


def _band(page: Page) -> Ornament:
    return Ornament("底带", (0, page.height - _BAND, page.width, _BAND), "tx1", 0.25)


def cover(page: Page) -> Layout:
    """The speech's title, who spoke where and when."""
    left, width = 132, page.width - 132 - 98
    return Layout(
        "cover",
        (
            Placeholder("标题", (left, 110, width, 250), (Level(45, 60, "bg1", bold=True),), "title", anchor="ctr"),
            Placeholder("长标题", (left, 110, width, 250), (Level(33, 45, "bg1", bold=True),), anchor="ctr"),
            Placeholder("副标题", (left, 384, width, 130), (Level(22.5, 32, "accent5"),)),
            Placeholder("落款", (left, 594, width, 120), (Level(18.75, 27, "bg1"),), anchor="ctr"),
        ),
        (_band(page),),
        dark=True, footer=None, number=False,
    )  # fmt: skip


def thesis(page: Page) -> Layout:
    """The thesis, perhaps with a number, and what it rests on."""
    wide, figure = page.share(776), page.inner - page.share(776) - 24
    beside = page.left + wide + 24
    tall = page.spare * 0.7
    chip = (
        Level(21, 27, "accent1", bold=True, align="ctr"),
        Level(18, 24, "accent1", bold=True, align="ctr"),
    )
    pillars = tuple(
        Placeholder(name, box, chip, anchor="ctr", insets=(12, 6, 12, 6), line="accent1", line_width=2)
        for name, box in grid(
            "支柱", (page.left, page.top + 376 + tall, page.inner, 138 + page.spare - tall), 4, 1, (24, 0)
        )
    )
    said = (Level(30, 48, bold=True), Level(24, 38, bold=True), Level(20, 31, bold=True))
    number = (Level(66, 80, "bg1", bold=True), Level(44, 56, "bg1", bold=True))
    return Layout(
        "thesis",
        (
            *header(page),
            Placeholder("要义", (page.left, page.top + 10, wide, 330 + tall), said, anchor="ctr", insets=(60, 24, 48, 68), fill="bg2"),
            edge("要义", (page.left, page.top + 10, 8, 330 + tall)),
            Placeholder("出处", (page.left, page.top + 272 + tall, wide, 68), (Level(18, 24, "tx2"),), insets=(60, 0, 48, 28), anchor="b"),
            Placeholder("数字", (beside, page.top + 10, figure, 150), number, anchor="b", insets=(28, 20, 16, 0), fill="accent1"),
            Placeholder("数字说明", (beside, page.top + 160, figure, 180 + tall), (Level(18, 26, "bg1"),), insets=(28, 8, 24, 16), fill="accent1"),
            *pillars,
        ),
        rules(page),
    )  # fmt: skip


def overview(page: Page) -> Layout:
    """The whole speech on one page."""
    whole = (Level(22, 29, "bg1", bold=True, align="ctr"), Level(18, 25, "bg1", bold=True, align="ctr"))
    part = (
        Level(22, 28, bold=True, align="ctr"),
        Level(18, 24, bold=True, align="ctr"),
        Level(18, 25, "tx2", before=6, align="ctr"),
    )
    tall = page.spare / 4
    slots = [
        Placeholder("总题", (page.left, page.top - 2, page.inner, 66), whole, anchor="ctr", insets=(20, 2, 20, 2), fill="accent1")
    ]  # fmt: skip
    for name, box in grid(
        "部分", (page.left, page.top + 90, page.inner, 150 + tall), OVERVIEW_COLUMNS, 1, (24, 0)
    ):
        slots.append(Placeholder(name, box, part, anchor="ctr", insets=(10, 6, 10, 6), fill="accent3"))
    for name, box in grid(
        "点",
        (page.left, page.top + 256 + tall, page.inner, 274 + page.spare - tall),
        OVERVIEW_COLUMNS,
        OVERVIEW_POINTS,
        (24, 10),
    ):
        slots.append(
            Placeholder(name, box, (Level(18, 24),), anchor="ctr", insets=(14, 2, 8, 2), line="accent6", fill="bg1", line_width=1)
        )  # fmt: skip
    return Layout("overview", (*header(page), *slots), rules(page))


def section(page: Page) -> Layout:
    """A part of the speech: its name on the panel, its points beside it; below its name where there is no panel."""
    if not page.is_own:
        aim = goal((page.left, page.bottom - 88, page.inner, 88))
        return Layout("section", (*header(page), *_points(page, page.left, page.top, page.bottom), *aim))
    pad = page.panel * 48 / 344
    inside = page.panel - pad - 32
    left = page.panel + MARGIN
    panel = (
        Placeholder("标题", (pad, 226, inside, 160), (Level(30, 39, "bg1", bold=True),), "title"),
        Placeholder("长标题", (pad, 226, inside, 160), (Level(24, 32, "bg1", bold=True), Level(18, 25, "bg1", bold=True))),
        Placeholder("副标题", (pad, 400, inside, 200), (Level(18.75, 28, "accent5"), Level(18, 26, "accent5"))),
        Placeholder("序数", (pad, 56, inside, 150), (Level(90, 108, "accent5", bold=True),), anchor="ctr"),
        Placeholder("长序数", (pad, 56, inside, 150), (Level(64, 80, "accent5", bold=True), Level(40, 54, "accent5", bold=True)), anchor="ctr"),
        Placeholder("进度", (pad, page.height - 46, min(248, inside), 6), (Level(18, 24, "accent5"),)),
    )  # fmt: skip
    points = _points(page, left, 52, 660)
    aim = goal((left, 572, page.right - left, 88))
    return Layout(
        "section",
        (*panel, *points, *aim),
        (Ornament("左栏", (0, 0, page.panel, page.height), GRADIENT),),
        footer=None,
    )


def _points(page: Page, left: float, top: float, bottom: float) -> list[Placeholder]:
    """The points of a part, each with its marker and its lines."""
    indent = left + _MARK + 22
    points: list[Placeholder] = []
    for number, (_, (_, y, _, tall)) in enumerate(
        grid("", (left, top, page.right - left, bottom - top), 1, ROWS, (0, 0)), 1
    ):
        points += [
            Placeholder(f"标记{number}", (left, y, _MARK, tall), (Level(18, 27.5, "accent4", bold=True),)),
            Placeholder(f"点题{number}", (indent, y, page.right - indent, tall),
                        (Level(26, 33, bold=True), Level(22, 27.5, bold=True), Level(18, 26, bold=True))),
            Placeholder(f"条{number}", (indent, y, page.right - indent, tall),
                        (Level(18, 26, before=2, bullet="▪", indent=20), Level(20, 30, before=2),
                         Level(20, 30, before=2, bullet="▪", indent=22), Level(21, 32, before=4, bullet="▪", indent=23))),
        ]  # fmt: skip
    return points


def quote(page: Page) -> Layout:
    """One sentence that stands by itself."""
    left, width = page.left + 94, page.inner - 188
    said = (Level(34.5, 55, bold=True), Level(27, 43, bold=True), Level(22, 35, bold=True))
    types = (Level(20, 27, "accent1", bold=True), Level(18, 24, "accent1", bold=True))
    own = (Placeholder("标题", (MARGIN, 34, page.inner, 64), types, "title", anchor="ctr"),)
    return Layout(
        "quote",
        (
            *(own if page.is_own else page.heading),
            Placeholder("引文", (left, page.top + 60, width, 300 + page.spare), said, anchor="ctr"),
            Placeholder("出处", (left, page.bottom - 126, width, 70), (Level(18.75, 27, "tx2"),)),
        ),
        (
            Ornament("引号", (page.left + 32, page.top - 34, 200, 200), text="“", size=165, colour="accent3"),
            Ornament("横线", (left, page.bottom - 152, 80, 4), "accent1"),
        ),
    )  # fmt: skip


def closing(page: Page) -> Layout:
    """The thesis once more, and the speech's last words."""
    left, width = 100, page.width - 200
    said = (
        Level(40.5, 57, "bg1", bold=True, align="ctr"),
        Level(31.5, 44, "bg1", bold=True, align="ctr"),
        Level(24, 34, "bg1", bold=True, align="ctr"),
    )
    return Layout(
        "closing",
        (
            Placeholder("标题", (left, 140, width, 250), said, "title", anchor="b"),
            Placeholder("副标题", (left, 594, width, 120), (Level(19.5, 28, "accent5", align="ctr"),), anchor="ctr"),
        ),
        (_band(page), Ornament("横线", (page.width / 2 - 40, 424, 80, 4), "accent2")),
        dark=True, footer=None, number=False,
    )  # fmt: skip
