"""The page that layouts are measured on: its sides, and the parts that every layout has in common.

One rule makes both ratios: what is measured from the top, all type, gaps, margins, bars and marks are the same;
what runs over the page is a share of the room between the margins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportgen.rendering.pptx.composing.shapes import Box, Furniture, Level, Ornament, Placeholder

MARGIN = 56.0
_TOP, _BOTTOM = 130.0, 660.0
_PANEL = 0.26875
_LEAST_PANEL = 288.0
"""A panel that takes a heading of five characters."""


@dataclass(frozen=True)
class Page:
    """A slide of a ratio, in pixels; 720 are 7.5 in.

    `left`, `right`, `top` and `bottom` are where the words of a slide with a title begin and end. On the page of
    somebody else's template it is his heading that stands above them (`heading`), and his lines (`is_own`).
    """

    name: str
    file: str
    width: float
    height: float = 720
    left: float = MARGIN
    right: float = 0.0
    top: float = _TOP
    bottom: float = _BOTTOM
    heading: tuple[Placeholder, ...] = ()
    is_own: bool = True

    @classmethod
    def wide(cls) -> Page:
        """16:9, which PowerPoint has made since 2013."""
        return cls("16:9", "deck.pptx", 1280, right=1280 - MARGIN)

    @classmethod
    def standard(cls) -> Page:
        """4:3, which older projectors show."""
        return cls("4:3", "deck-4x3.pptx", 960, right=960 - MARGIN)

    @property
    def inner(self) -> float:
        """The room between the margins."""
        return self.right - self.left

    @property
    def spare(self) -> float:
        """How much higher than on our own pages the room for words is; less than nothing where it is lower."""
        return self.bottom - self.top - (_BOTTOM - _TOP)

    @property
    def panel(self) -> float:
        """The width of a dark panel at the left."""
        return max(self.width * _PANEL, _LEAST_PANEL)

    def share(self, part: float) -> float:
        """The part of the inner room that so many pixels of 16:9 are."""
        return self.inner * part / self.wide().inner


@dataclass(frozen=True)
class Layout:
    """A layout: its name, what is drawn on it, its places for text, where footer and number begin."""

    name: str
    placeholders: tuple[Placeholder, ...]
    ornaments: tuple[Ornament, ...] = ()
    dark: bool = False
    footer: float | None = MARGIN
    number: bool = True


Made = Callable[[Page], Layout]
"""What makes a layout for a page."""


def grid(name: str, area: Box, columns: int, rows: int, gaps: tuple[float, float]) -> list[tuple[str, Box]]:
    """Boxes ``name1``… of a grid, row by row; `gaps` between columns and between rows."""
    left, top, width, height = area
    w = (width - gaps[0] * (columns - 1)) / columns
    h = (height - gaps[1] * (rows - 1)) / rows
    return [
        (f"{name}{r * columns + c + 1}", (left + c * (w + gaps[0]), top + r * (h + gaps[1]), w, h))
        for r in range(rows)
        for c in range(columns)
    ]


def header(page: Page) -> tuple[Placeholder, ...]:
    """The title on one line, or on two, and what stands beside it."""
    if not page.is_own:
        return page.heading
    note = page.share(400)
    return (
        Placeholder(
            "标题",
            (MARGIN, 34, page.inner, 64),
            (Level(28.5, 38, "accent1", bold=True),),
            "title",
            anchor="ctr",
        ),
        Placeholder(
            "长标题", (MARGIN, 20, page.inner, 78), (Level(22, 28, "accent1", bold=True),), anchor="ctr"
        ),
        Placeholder("标题旁注", (note, 40, page.right - note, 60), (Level(18, 24, "tx2"),), anchor="ctr"),
    )


def rules(page: Page) -> tuple[Ornament, ...]:
    """The line under a title."""
    if not page.is_own:
        return ()
    return (
        Ornament("标题线", (MARGIN, 104, page.inner, 1), "accent6"),
        Ornament("标题线重", (MARGIN, 102, 84, 4), "accent1"),
    )


def edge(slot: str, box: Box) -> Placeholder:
    """The line at the edge of a card, which is drawn where the card is filled."""
    return Placeholder(f"{slot}边", box, (Level(18, 24),), fill="accent2")


def goal(box: Box) -> tuple[Placeholder, ...]:
    """What a slide's measures are for."""
    left, top, _, height = box
    insets = (24, 8, 20, 8)
    card = Placeholder("目标", box, (Level(18, 25, "tx2"),), anchor="ctr", insets=insets, fill="bg2")
    return (card, edge("目标", (left, top, 5, height)))


def furniture(layout: Layout, page: Page) -> tuple[Furniture, ...]:
    """Footer and page number of a layout."""
    found = []
    if layout.footer is not None:
        found.append(Furniture("ftr", (layout.footer, 682, page.right - layout.footer - 120, 22), "l", 900))
    if layout.number:
        found.append(Furniture("sldNum", (page.right - 100, 682, 100, 22), "r", 901))
    return tuple(found)
