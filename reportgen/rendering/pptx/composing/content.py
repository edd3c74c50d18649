"""Layouts whose words stand side by side."""

from __future__ import annotations

from functools import partial

from reportgen.rendering.pptx.composing.page import Layout, Page, edge, goal, grid, header, rules
from reportgen.rendering.pptx.composing.shapes import Level, Ornament, Placeholder

CARD_COUNTS = (2, 3, 4, 5, 6)
_MARK = 80.0
"""Room of （一） before the title of a card."""
_LEAST_TITLE = 200.0
# What is to be done, then what for.
_CARD = (
    Level(18, 26, before=4, bullet="▪", indent=20),
    Level(18, 26, "tx2", before=4, bullet="→", bullet_size=0.7, indent=20),
)
_TIP, _REACH = 24.0, 10.0
"""How long the point of a step is, and how far it reaches into the next."""


def feature(page: Page) -> Layout:
    """Short phrases of one pattern, big; what else is said below."""
    lead = (Level(20, 26, "tx2"), Level(18, 24, "tx2"))
    main = (
        Level(30, 38, "bg1", bold=True, align="ctr"),
        Level(24, 30, "bg1", bold=True, align="ctr"),
        Level(20, 26, "bg1", bold=True, align="ctr"),
        Level(18, 24, "bg1", bold=True, align="ctr"),
    )
    second = (
        Level(26, 33, "accent1", bold=True, align="ctr"),
        Level(21, 27, "accent1", bold=True, align="ctr"),
        Level(18, 24, "accent1", bold=True, align="ctr"),
    )
    inner = page.inner
    chips = [
        Placeholder(name, box, main, anchor="ctr", insets=(10, 6, 10, 6), fill="accent1")
        for name, box in grid("主短语", (page.left, page.top + 52, inner, 110), 6, 1, (18, 0))
    ]
    chips += [
        Placeholder(
            name, box, second, anchor="ctr", insets=(10, 6, 10, 6), line="accent1", line_width=2, fill="bg1"
        )
        for name, box in grid("次短语", (page.left, page.top + 236, inner, 86), 6, 1, (18, 0))
    ]
    below = [
        Placeholder(name, box, (Level(23, 33), Level(20, 29), Level(18, 26)), insets=(4, 16, 4, 4))
        for name, box in grid("条", (page.left, page.top + 350, inner, 112 + page.spare), 4, 1, (24, 0))
    ]
    below += [edge(one.name, (*one.box[:3], 4)) for one in below]
    leads = [
        Placeholder(f"引语{n}", (page.left, top, inner, 36), lead, anchor="ctr")
        for n, top in ((1, page.top + 4), (2, page.top + 188))
    ]
    aim = goal((page.left, page.bottom - 54, inner, 54))
    return Layout("feature", (*header(page), *leads, *chips, *below, *aim), rules(page))  # fmt: skip


def _cards(page: Page, *, count: int) -> Layout:
    columns, rows = {2: (2, 1), 3: (3, 1), 4: (2, 2), 5: (3, 2), 6: (3, 2)}[count]
    slots: list[Placeholder] = []
    ornaments: list[Ornament] = list(rules(page))
    height = (page.bottom - page.top - 4 - 20 * (rows - 1)) / rows
    for i in range(count):
        row, column = divmod(i, columns)
        across = 2 if count == 5 and row else columns  # the second row of five holds two
        width = (page.inner - 24 * (across - 1)) / across
        left, top = page.left + column * (width + 24), page.top + 4 + row * (height + 20)
        ornaments += [
            Ornament(f"卡底{i + 1}", (left, top, width, height), "bg2"),
            Ornament(f"卡线{i + 1}", (left, top, width, 5), "accent1"),
        ]
        # Beside its mark a title of a narrow card would break after every few characters.
        beside, below = (_MARK, 0.0) if width - 50 - _MARK >= _LEAST_TITLE else (0.0, 32.0)
        title = (left + 26 + beside, top + 22 + below, width - 50 - beside, 38)
        body = (left + 26, top + 68 + below, width - 50, height - 82 - below)
        slots += [
            Placeholder(f"标记{i + 1}", (left + 26, top + 22, width - 50 if below else _MARK, 38), (Level(18, 27.5, "accent4", bold=True),)),
            Placeholder(f"卡题{i + 1}", title, (Level(22, 27.5, bold=True), Level(18, 25, bold=True))),
            Placeholder(f"卡片{i + 1}", body, _CARD),
        ]  # fmt: skip
    return Layout(f"cards-{count}", (*header(page), *slots), tuple(ornaments))


CARDS = tuple(partial(_cards, count=count) for count in CARD_COUNTS)
"""The layouts of two to six cards."""


def numbers(page: Page) -> Layout:
    """The numbers of a speech, each with what it says."""
    sizes = ((66, 78), (60, 72), (54, 66), (47, 58), (40, 52), (34, 45), (28, 38))
    size = tuple(Level(tall, pitch, "accent1", bold=True) for tall, pitch in sizes)
    said = tuple(Level(tall, pitch) for tall, pitch in ((23, 32), (21, 29), (18, 25)))
    slots: list[Placeholder] = []
    for i, (_, box) in enumerate(
        grid("", (page.left, page.top + 4, page.inner, page.bottom - page.top - 4), 3, 2, (24, 20)), 1
    ):
        left, top, width, height = box
        slots += [
            Placeholder(f"数值{i}", (left, top, width, 120), size, anchor="b", insets=(26, 10, 10, 0), fill="bg2"),
            Placeholder(f"说明{i}", (left, top + 120, width, height - 120), said, insets=(26, 6, 22, 10), fill="bg2"),
        ]  # fmt: skip
    return Layout("numbers", (*header(page), *slots), rules(page))


def chart(page: Page) -> Layout:
    """A series of numbers as a chart, the foremost ones beside it."""
    wide = page.share(360)
    left = page.left + wide + page.share(54)
    size = tuple(Level(*one, "accent1", bold=True) for one in ((66, 78), (48, 58), (34, 44)))
    slots: list[Placeholder] = []
    for n, top in ((1, page.top + 4), (2, page.top + 250 + page.spare / 2)):
        slots += [
            Placeholder(f"数值{n}", (page.left, top, wide, 106), size, anchor="b"),
            Placeholder(f"说明{n}", (page.left, top + 114, wide, 120 + page.spare / 2), (Level(18, 26),)),
        ]
    words = (Level(18, 24, bold=True), Level(18, 24, "tx2"))
    return Layout(
        "chart",
        (
            *header(page),
            *slots,
            Placeholder("图", (left, page.top + 4, page.right - left, 456 + page.spare), words),
            Placeholder(
                "来源", (page.left, page.bottom - 62, page.inner, 66), (Level(18, 24, "tx2"),), anchor="b"
            ),
        ),
        rules(page),
    )


def steps(page: Page) -> Layout:
    """What follows one after the other."""
    stage = tuple(Level(size, pitch, "bg1", bold=True, align="ctr") for size, pitch in ((22.5, 29), (18, 24)))
    task = (Level(24, 31, "accent1", bold=True), Level(18, 25, "accent1", bold=True))
    measures = tuple(
        Level(size, pitch, before=before, bullet="▪", indent=indent)
        for size, pitch, before, indent in ((23, 34, 12, 25), (21, 31, 10, 22), (18, 26, 6, 20))
    )
    slots: list[Placeholder] = []
    for i, (_, box) in enumerate(grid("", (page.left, page.top + 16, page.inner, 92), 5, 1, (-_REACH, 0)), 1):
        left, _, width, height = box
        slots += [
            Placeholder(f"阶段{i}", box, stage, anchor="ctr", insets=(12 if i == 1 else _TIP + 4, 4, _TIP, 4), fill="accent1",
                        shape="homePlate" if i == 1 else "chevron", adjust=_TIP / height * 100_000),
            Placeholder(f"步题{i}", (left + 6, page.top + 134, width - 26, 80), task),
            Placeholder(f"步骤{i}", (left + 6, page.top + 220, width - 26, 240 + page.spare), measures),
        ]  # fmt: skip
    aim = goal((page.left, page.bottom - 54, page.inner, 54))
    return Layout("steps", (*header(page), *slots, *aim), rules(page))
