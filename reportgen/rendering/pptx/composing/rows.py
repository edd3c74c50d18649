"""Layouts whose words stand one below the other."""

from __future__ import annotations

from reportgen.rendering.pptx.composing.page import Layout, Page, edge, goal, grid, header, rules
from reportgen.rendering.pptx.composing.shapes import Level, Placeholder

ROWS = 8


def numbered(left: float, width: float, top: float, height: float) -> list[Placeholder]:
    """Rows with a number in a disc before them."""
    slots: list[Placeholder] = []
    pitch = height / ROWS
    for i in range(ROWS):
        middle = top + pitch * (i + 0.5)
        slots += [
            Placeholder(f"圆号{i + 1}", (left, middle - 22, 44, 44), (Level(18, 22, "bg1", bold=True, align="ctr"),), anchor="ctr"),
            Placeholder(f"条{i + 1}", (left + 68, top + pitch * i, width - 68, pitch), (Level(20, 29), Level(18, 26), Level(23, 33)), anchor="ctr"),
        ]  # fmt: skip
    return slots


def bullets(page: Page) -> Layout:
    """Points one below the other."""
    slots = numbered(page.left, page.inner, page.top, page.bottom - page.top)
    aim = goal((page.left, page.bottom - 54, page.inner, 54))
    return Layout("list", (*header(page), *slots, *aim), rules(page))


def contrast(page: Page) -> Layout:
    """What is, and what is to be: a pair a row, with room for an arrow between."""
    left = (page.inner - 64) * 520 / 1104
    right = page.inner - 64 - left
    beside = page.left + left + 64
    sizes = ((23, 32), (20, 28), (18, 25))
    now, then = (tuple(Level(*one, bold=bold) for one in sizes) for bold in (False, True))
    slots = [
        Placeholder(
            "左题", (page.left, page.top + 4, left, 40), (Level(20, 26, "tx2", bold=True),), anchor="ctr"
        ),
        Placeholder(
            "右题", (beside, page.top + 4, right, 40), (Level(20, 26, "accent1", bold=True),), anchor="ctr"
        ),
    ]
    pairs = zip(
        grid("左", (page.left, page.top + 56, left, page.bottom - page.top - 56), 1, 4, (0, 24)),
        grid("右", (beside, page.top + 56, right, page.bottom - page.top - 56), 1, 4, (0, 24)),
        strict=True,
    )
    for (one, here), (other, there) in pairs:
        slots += [
            Placeholder(one, here, now, anchor="ctr", insets=(28, 8, 24, 8), fill="bg2"),
            Placeholder(other, there, then, anchor="ctr", insets=(28, 8, 24, 8), line="accent1", line_width=2, fill="bg1"),
        ]  # fmt: skip
    return Layout("contrast", (*header(page), *slots), rules(page))


def terms(page: Page) -> Layout:
    """Set phrases, each with what it stands in."""
    levels = (Level(20, 27, "accent1", bold=True), Level(18, 25, before=3))
    slots = [
        Placeholder(name, box, levels, anchor="ctr", insets=(26, 8, 22, 8), fill="bg2")
        for name, box in grid(
            "提法", (page.left, page.top, page.inner, page.bottom - page.top), 2, 4, (24, 14)
        )
    ]
    slots += [edge(one.name, (one.box[0], one.box[1], 5, one.box[3])) for one in slots]
    return Layout("terms", (*header(page), *slots), rules(page))


def table(page: Page) -> Layout:
    """The checklist."""
    insets = (12, 6, 12, 6)
    size, pitch = (15, 20) if page.is_own else (18, 24)
    head = Placeholder(
        "表头样式",
        (page.left, page.top - 8, page.inner, 40),
        (Level(size, pitch, "bg1", bold=True),),
        insets=insets,
        fill="accent1",
    )
    body = Placeholder(
        "表格样式",
        (page.left, page.top + 32, page.inner, page.bottom - page.top - 32),
        (Level(size, pitch), Level(size, pitch, bold=True)),
        insets=insets,
    )
    return Layout("table", (*header(page), head, body), rules(page))  # fmt: skip
