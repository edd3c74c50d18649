"""The layouts of the deck: what the board measures, in pixels of 1280 × 720.

Many slots of one kind (``点3``) are the most that a slide of that kind shows; a slide with fewer spreads those it
uses over the area that all slots of the kind cover, so moving the slots in PowerPoint moves that area.
"""

from __future__ import annotations

from dataclasses import dataclass

from deck_template.shapes import Box, Furniture, Level, Ornament, Placeholder

CARD_COUNTS = (2, 3, 4, 5, 6)
OVERVIEW_COLUMNS = 6
OVERVIEW_POINTS = 8
ROWS = 8

_RULES = (
    Ornament("标题线", (64, 116, 1152, 2), "accent6"),
    Ornament("标题线重", (64, 115, 120, 4), "accent1"),
)
_TITLE = Placeholder(
    "标题", (64, 40, 1152, 72), (Level(30, 38, "accent1", bold=True),), "title", anchor="ctr"
)
_LONG_TITLE = Placeholder(
    "长标题", (64, 34, 1152, 80), (Level(22, 28, "accent1", bold=True),), "body", anchor="ctr"
)
_NOTE = Placeholder("标题旁注", (400, 46, 816, 72), (Level(18, 24, "tx2"),), anchor="ctr")
_HEADER = (_TITLE, _LONG_TITLE, _NOTE)


@dataclass(frozen=True)
class Layout:
    """A layout: its name, what is drawn on it, its places for text."""

    name: str
    placeholders: tuple[Placeholder, ...]
    ornaments: tuple[Ornament, ...] = ()
    dark: bool = False
    footer: Box | None = (64, 678, 900, 24)
    table: Box | None = None


def _grid(name: str, area: Box, columns: int, rows: int, gap: Box) -> list[tuple[str, Box]]:
    """Boxes ``name1``… of a grid, row by row; `gap` is (between columns, between rows, 0, 0)."""
    left, top, width, height = area
    w = (width - gap[0] * (columns - 1)) / columns
    h = (height - gap[1] * (rows - 1)) / rows
    return [
        (f"{name}{r * columns + c + 1}", (left + c * (w + gap[0]), top + r * (h + gap[1]), w, h))
        for r in range(rows)
        for c in range(columns)
    ]


def _cover() -> Layout:
    return Layout(
        "cover",
        (
            Placeholder("标题", (132, 120, 1050, 256), (Level(43.5, 59, "bg1", bold=True), ), "title", anchor="ctr"),
            Placeholder("长标题", (132, 120, 1050, 256), (Level(32, 44, "bg1", bold=True),), anchor="ctr"),
            Placeholder("副标题", (132, 400, 1050, 110), (Level(22.5, 32, "accent5"),)),
            Placeholder("落款", (132, 584, 1050, 122), (Level(18, 26, "bg1"),), anchor="ctr"),
        ),
        (Ornament("底带", (0, 570, 1280, 150), "tx1", 0.25),),
        dark=True,
        footer=None,
    )  # fmt: skip


def _thesis() -> Layout:
    pillars = tuple(
        Placeholder(name, box, (Level(20, 26, "accent1", bold=True, align="ctr"), Level(18, 24, "accent1", bold=True, align="ctr")),
                    anchor="ctr", insets=(12, 6, 12, 6), line="accent1", line_width=2)
        for name, box in _grid("支柱", (64, 494, 1152, 150), 4, 1, (24, 0, 0, 0))
    )  # fmt: skip
    return Layout(
        "thesis",
        (
            *_HEADER,
            Placeholder("要义", (64, 160, 760, 300), (Level(24.75, 40, bold=True), Level(20, 32, bold=True)), anchor="ctr",
                        insets=(48, 24, 40, 64), fill="bg2"),
            Placeholder("出处", (64, 404, 760, 56), (Level(18, 24, "tx2", align="r"),), insets=(48, 0, 40, 20), anchor="b"),
            Placeholder("数字", (856, 160, 360, 140), (Level(66, 80, "bg1", bold=True), Level(44, 56, "bg1", bold=True)), anchor="b",
                        insets=(30, 20, 20, 0), fill="accent1"),
            Placeholder("数字说明", (856, 300, 360, 160), (Level(18, 26, "bg1"),), insets=(30, 8, 26, 16), fill="accent1"),
            *pillars,
        ),
        _RULES,
    )  # fmt: skip


def _agenda() -> Layout:
    slots: list[Placeholder] = []
    for i in range(ROWS):
        top = 84 + i * 69
        slots += [
            Placeholder(
                f"序号{i + 1}",
                (424, top, 110, 69),
                (Level(40, 48, "accent2", bold=True), Level(26, 32, "accent2", bold=True)),
                anchor="ctr",
            ),
            Placeholder(
                f"条目{i + 1}",
                (534, top, 682, 69),
                (Level(24, 31, bold=True), Level(18, 27, "tx2"), Level(20, 27, bold=True)),
                anchor="ctr",
            ),
        ]
    return Layout(
        "agenda",
        (Placeholder("标题", (64, 52, 260, 84), (Level(39, 50, "bg1", bold=True),), "title", anchor="ctr"), *slots),
        (Ornament("左栏", (0, 0, 360, 720), "accent1"), Ornament("英文", (66, 140, 260, 30), text="CONTENTS", size=15, spacing=4.5)),
        footer=(534, 678, 500, 24),
    )  # fmt: skip


def _overview() -> Layout:
    slots = [Placeholder("总题", (64, 146, 1152, 64), (Level(21, 28, "bg1", bold=True, align="ctr"), Level(18, 25, "bg1", bold=True, align="ctr")),
                         anchor="ctr", insets=(20, 2, 20, 2), fill="accent1")]  # fmt: skip
    for name, box in _grid("部分", (64, 236, 1152, 84), OVERVIEW_COLUMNS, 1, (24, 0, 0, 0)):
        slots.append(
            Placeholder(name, box, (Level(20, 26, bold=True, align="ctr"), Level(18, 24, bold=True, align="ctr")), anchor="ctr",
                        insets=(8, 6, 8, 2), fill="accent3")
        )  # fmt: skip
    for name, box in _grid("点", (64, 340, 1152, 316), OVERVIEW_COLUMNS, OVERVIEW_POINTS, (24, 8, 0, 0)):
        slots.append(
            Placeholder(
                name, box, (Level(18, 24),), anchor="ctr", insets=(14, 2, 10, 2), line="accent6", fill="bg1"
            )
        )
    return Layout("overview", (*_HEADER, *slots), _RULES)


def _section() -> Layout:
    return Layout(
        "section",
        (
            Placeholder("标题", (404, 176, 800, 76), (Level(40, 52, "bg1", bold=True),), "title"),
            Placeholder("长标题", (404, 176, 800, 76), (Level(30, 40, "bg1", bold=True),)),
            Placeholder("副标题", (404, 270, 800, 50), (Level(25, 34, "accent5"), Level(20, 28, "accent5"))),
            Placeholder("导语", (404, 350, 800, 260), (Level(18, 29, "bg1"),)),
            Placeholder(
                "序数",
                (64, 150, 270, 260),
                (Level(150, 190, "accent5", bold=True, align="ctr"),),
                anchor="ctr",
            ),
            Placeholder(
                "长序数",
                (64, 150, 270, 260),
                (Level(88, 110, "accent5", bold=True, align="ctr"),),
                anchor="ctr",
            ),
        ),
        dark=True,
        footer=None,
    )


# What is to be done, then what for.
_CARD_LEVELS = (
    Level(18, 24, before=5, bullet="•", indent=20),
    Level(18, 24, "tx2", before=5, bullet="→", bullet_size=0.7, indent=20),
)


def _cards(count: int) -> Layout:
    columns, rows = {2: (2, 1), 3: (3, 1), 4: (2, 2), 5: (3, 2), 6: (3, 2)}[count]
    slots: list[Placeholder] = []
    ornaments: list[Ornament] = list(_RULES)
    for i in range(count):
        row, column = divmod(i, columns)
        across = 2 if count == 5 and row else columns  # noqa: PLR2004  the second row of five holds two
        width = (1152 - 24 * (across - 1)) / across
        height = (520 - 20 * (rows - 1)) / rows
        left, top = 64 + column * (width + 24), 142 + row * (height + 20)
        ornaments += [
            Ornament(f"卡底{i + 1}", (left, top, width, height), "bg2"),
            Ornament(f"卡线{i + 1}", (left, top, width, 5), "accent1"),
        ]
        inside = width - 48
        lift = 16 if rows == 1 else 8
        slots += [
            Placeholder(f"标记{i + 1}", (left + 26, top + lift, inside, 34), (Level(18, 24, "accent4", bold=True),), anchor="b"),
            Placeholder(f"卡题{i + 1}", (left + 26, top + lift + 38, inside, 40), (Level(21, 28, bold=True), Level(18, 25, bold=True))),
            Placeholder(f"卡片{i + 1}", (left + 26, top + lift + 84, inside, height - lift - 94), _CARD_LEVELS),
        ]  # fmt: skip
    return Layout(f"cards-{count}", (*_HEADER, *slots), tuple(ornaments))


def _rows(left: float, width: float, top: float, height: float) -> list[Placeholder]:
    slots: list[Placeholder] = []
    pitch = height / ROWS
    for i in range(ROWS):
        middle = top + pitch * (i + 0.5)
        slots += [
            Placeholder(f"圆号{i + 1}", (left, middle - 22, 44, 44), (Level(16.5, 20, "bg1", bold=True, align="ctr"),), anchor="ctr"),
            Placeholder(f"条{i + 1}", (left + 68, top + pitch * i, width - 68, pitch), (Level(20, 29), Level(18, 26)), anchor="ctr"),
        ]  # fmt: skip
    return slots


def _detail() -> Layout:
    return Layout(
        "detail",
        (
            Placeholder("标题", (64, 112, 300, 240), (Level(31, 43, "accent1", bold=True),), "title"),
            Placeholder("长标题", (64, 112, 300, 240), (Level(23, 32, "accent1", bold=True),)),
            Placeholder("位置", (64, 68, 300, 36), (Level(18, 24, "accent4", bold=True),)),
            Placeholder("目标标签", (64, 420, 300, 32), (Level(18, 24, "accent4", bold=True),)),
            Placeholder("目标", (64, 452, 300, 204), (Level(18, 26, "tx2", before=4),)),
            *_rows(456, 760, 60, 596),
        ),
        (Ornament("左栏", (0, 0, 400, 720), "bg2"),),
        footer=(456, 678, 600, 24),
    )


def _list() -> Layout:
    return Layout("list", (*_HEADER, *_rows(64, 1152, 140, 520)), _RULES)


def _terms() -> Layout:
    slots: list[Placeholder] = []
    for name, box in _grid("提法", (64, 146, 1152, 510), 2, 3, (24, 18, 0, 0)):
        slots.append(
            Placeholder(
                name,
                box,
                (Level(20, 27, "accent1", bold=True), Level(18, 24, before=4)),
                anchor="ctr",
                insets=(26, 8, 22, 8),
                fill="bg1",
                line="accent6",
            )
        )
    return Layout("terms", (*_HEADER, *slots), _RULES)


def _figures() -> Layout:
    slots: list[Placeholder] = []
    for i, (_, box) in enumerate(_grid("", (64, 146, 1152, 510), 3, 2, (24, 20, 0, 0)), 1):
        left, top, width, _ = box
        slots += [
            Placeholder(f"说明{i}", box, (Level(18, 25),), insets=(26, 104, 22, 10), fill="bg2"),
            Placeholder(f"数值{i}", (left, top, width, 100), (Level(40, 52, "accent1", bold=True), Level(28, 38, "accent1", bold=True)), anchor="b", insets=(26, 10, 10, 0)),
        ]  # fmt: skip
    return Layout("figures", (*_HEADER, *slots), _RULES)


def _table() -> Layout:
    head = Placeholder(
        "表头样式", (64, 146, 1152, 40), (Level(15, 21, "bg1", bold=True),), insets=(10, 7, 10, 7)
    )
    body = Placeholder(
        "表格样式", (64, 190, 1152, 460), (Level(15, 21), Level(15, 21, bold=True)), insets=(10, 7, 10, 7)
    )
    return Layout("table", (*_HEADER, head, body), _RULES)


def _closing() -> Layout:
    return Layout(
        "closing",
        (
            Placeholder(
                "标题",
                (140, 236, 1000, 150),
                (Level(44, 60, "bg1", bold=True, align="ctr"),),
                "title",
                anchor="ctr",
            ),
            Placeholder("副标题", (140, 420, 1000, 110), (Level(22, 32, "accent5", align="ctr"),)),
        ),
        (Ornament("横线", (560, 400, 160, 4), "accent2"),),
        dark=True,
        footer=None,
    )


def layouts() -> tuple[Layout, ...]:
    """All layouts in the order of PowerPoint's gallery."""
    cards = tuple(_cards(count) for count in CARD_COUNTS)
    return (
        _cover(),
        _thesis(),
        _agenda(),
        _overview(),
        _section(),
        *cards,
        _list(),
        _detail(),
        _terms(),
        _figures(),
        _table(),
        _closing(),
    )


def furniture(layout: Layout) -> tuple[Furniture, ...]:
    """Footer and page number of a layout."""
    if layout.footer is None:
        return ()
    return (Furniture("ftr", layout.footer, "l", 900), Furniture("sldNum", (1116, 678, 100, 24), "r", 901))
