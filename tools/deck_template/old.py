"""Layouts that the present planning fills still."""

from __future__ import annotations

from deck_template.page import BOTTOM, MARGIN, TOP, Layout, Page, grid, header, rules
from deck_template.rows import ROWS, numbered
from deck_template.shapes import Level, Ornament, Placeholder


def agenda(page: Page) -> Layout:
    """The sections."""
    slots: list[Placeholder] = []
    left = page.panel + 64
    for i in range(ROWS):
        top = 84 + i * 69
        slots += [
            Placeholder(f"序号{i + 1}", (left, top, 110, 69), (Level(40, 48, "accent4", bold=True), Level(26, 32, "accent4", bold=True)), anchor="ctr"),
            Placeholder(f"条目{i + 1}", (left + 110, top, page.right - left - 110, 69), (Level(24, 31, bold=True), Level(18, 27, "tx2"), Level(20, 27, bold=True)), anchor="ctr"),
        ]  # fmt: skip
    title = Placeholder(
        "标题", (48, 52, page.panel - 80, 84), (Level(39, 50, "bg1", bold=True),), "title", anchor="ctr"
    )
    return Layout(
        "agenda",
        (title, *slots),
        (Ornament("左栏", (0, 0, page.panel, 720), "accent1"),),
        footer=page.panel + 174,
    )


def detail(page: Page) -> Layout:
    """A point with all its measures."""
    return Layout(
        "detail",
        (
            Placeholder("标题", (64, 112, 300, 240), (Level(31, 43, "accent1", bold=True),), "title"),
            Placeholder("长标题", (64, 112, 300, 240), (Level(23, 32, "accent1", bold=True),)),
            Placeholder("位置", (64, 68, 300, 36), (Level(18, 24, "accent4", bold=True),)),
            Placeholder("目标标签", (64, 420, 300, 32), (Level(18, 24, "accent4", bold=True),)),
            Placeholder("目标", (64, 452, 300, 204), (Level(18, 26, "tx2", before=4),)),
            *numbered(456, page.right - 456, 60, 596),
        ),
        (Ornament("左栏", (0, 0, 400, 720), "bg2"),),
        footer=456,
    )


def figures(page: Page) -> Layout:
    """Numbers."""
    size = (Level(40, 52, "accent1", bold=True), Level(28, 38, "accent1", bold=True))
    slots: list[Placeholder] = []
    for i, (_, box) in enumerate(grid("", (MARGIN, TOP, page.inner, BOTTOM - TOP), 3, 2, (24, 20)), 1):
        left, top, width, _ = box
        slots += [
            Placeholder(f"说明{i}", box, (Level(18, 25),), insets=(26, 104, 22, 10), fill="bg2"),
            Placeholder(f"数值{i}", (left, top, width, 100), size, anchor="b", insets=(26, 10, 10, 0)),
        ]
    return Layout("figures", (*header(page), *slots), rules(page))
