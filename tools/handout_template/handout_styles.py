"""The styles of the handout: every font, size, colour and line height of it.

Page 1 and the digest are set as `handout-board` has them, in four densities: what a program must fit on a page is
set tighter first. 原文 is set as GB/T 9704-2012 wants it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handout_template.colours import FAINT, LINE, grey, ground, rule_colour, strip
from handout_template.styles import (
    BOX_SIDES,
    FANGSONG,
    HEITI,
    KAITI,
    LATIN,
    SONG,
    TIGHT_LINE,
    XBS,
    Character,
    Paragraph,
    graded,
    styles,
    table_style,
)
from handout_template.styles import LINE as LINE_HEIGHT

_THIRDS = (1960, 3920)
"""Where the second and third of three points begin, in twips."""
_BESIDE = 2124
"""Where the points of 要点摘编 begin, in twips: beside the headings, which stand in a frame."""
_CELL = ((11, 15.5, 0, 0), (10.5, 14, 0, 0), (10, 13.25, 0, 0), (9.5, 12.5, 0, 0))


def handout_styles(colours: Mapping[str, str]) -> str:
    """Return the styles part of the handout in the colours of a theme."""
    paragraphs = [*_front(colours), *_digest(colours), *_tables(colours), *_original(), *furniture(colours)]
    grid = dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), LINE)
    tables = (
        table_style("HandoutTable", "讲义表格", (60, 108, 60, 108), grid),
        table_style("FrontTable", "首页表", (40, 108, 40, 108), grid),
        table_style("TermTable", "提法表格", (0, 108, 0, 108), {}),
        table_style("RecordTable", "记录表格", (0, 0, 0, 0), dict.fromkeys(("bottom", "insideH"), FAINT)),
    )
    return styles(paragraphs, _characters(colours), tables)


def _front(colours: Mapping[str, str]) -> list[Paragraph]:
    red, back = rule_colour(colours), grey(colours)
    box = (red, ground(colours))
    return [
        Paragraph("Title", "Title", XBS, 22, 31.5, align="center", keep=True),
        Paragraph("TitleLong", "标题（长）", XBS, 18, 26, align="center", keep=True),
        Paragraph("Subtitle", "Subtitle", KAITI, 14, 22, align="center", keep=True),
        *graded(
            Paragraph("FrontLabel", "首页文种", KAITI, 13.5, 20, align="center"),
            (13.5, 20, 2, 8), (12, 17, 0, 5), (11.5, 16, 0, 4), (11, 15, 0, 4),
        ),
        *graded(Paragraph("FrontName", "首页表格项名", HEITI, 11, 15.5, align="center"), *_CELL),
        *graded(Paragraph("FrontCell", "首页表格", FANGSONG, 11, 15.5, align="left"), *_CELL),
        *graded(Paragraph("FrontCentre", "首页表格居中", FANGSONG, 11, 15.5, align="center"), *_CELL),
        *graded(Paragraph("FrontSection", "首页部分标题", HEITI, 11, 15.5, align="left"), *_CELL),
        *graded(
            Paragraph("FrontTail", "首页部分标题下句", HEITI, 10, 14, align="left", color=back),
            (10, 14, 0, 0), (9.5, 13, 0, 0), (9, 12.25, 0, 0), (9, 11.5, 0, 0),
        ),
        *graded(
            Paragraph("FrontPoint", "首页要点", FANGSONG, 10, 15, align="left", tabs=_THIRDS),
            (10, 15, 0, 0), (9.5, 13.5, 0, 0), (9.5, 12.75, 0, 0), (9, 12, 0, 0),
        ),
        *graded(
            Paragraph("FrontHeading", "首页小标题", HEITI, 14, 20, keep=True, outline=0),
            (14, 20, 10, 4), (12.5, 17, 6, 2), (12, 16, 5, 2), (11, 15, 5, 2),
        ),
        *graded(
            Paragraph("FrontText", "首页正文", FANGSONG, 13, 19.5, first=2),
            (13, 19.5, 0, 0), (12, 16.5, 0, 0), (11, 15.5, 0, 0), (10.5, 14.5, 0, 0),
        ),
        *graded(
            Paragraph(
                "BoxHeading", "核心要义标题", HEITI, 12, 18, sides=BOX_SIDES, color=red, keep=True, outline=0, boxed=box
            ),
            (12, 18, 9, 0), (11, 16, 8, 0), (10.5, 15, 7, 0), (10.5, 14, 6, 0),
        ),
        *graded(
            Paragraph("BoxText", "核心要义", FANGSONG, 15, 24, sides=BOX_SIDES, boxed=box),
            (15, 24, 0, 2), (13, 19, 0, 1), (12, 17.5, 0, 0), (11.5, 16, 0, 0),
        ),
    ]  # fmt: skip


def _digest(colours: Mapping[str, str]) -> list[Paragraph]:
    back = grey(colours)
    return [
        Paragraph("Heading1", "heading 1", XBS, 18, 25.5, 0, 6, align="center", keep=True, outline=0),
        Paragraph("SideHeading", "左标题", HEITI, 14, 20, 12, 5, align="left", keep=True, outline=0, based="Heading1"),
        *graded(
            Paragraph("DigestSection", "摘编标题", HEITI, 12, 17.25, align="left", outline=1, based="Heading2"),
            (12, 17.25, 0, 0), (11, 15.5, 0, 0), (10.5, 14.75, 0, 0), (10, 14, 0, 0),
        ),
        Paragraph("DigestRule", "摘编横线", FANGSONG, 1, 4, keep=True, rule=rule_colour(colours)),
        *graded(
            Paragraph("DigestTail", "摘编标题下句", HEITI, 10, 14, align="left", color=back),
            (10, 14, 2, 0), (9.5, 13, 2, 0), (9, 12.5, 2, 0), (9, 12, 1, 0),
        ),
        *graded(
            Paragraph("DigestPoint", "摘编要点", FANGSONG, 12, 17.25, sides=(_BESIDE, 0)),
            (12, 17.25, 0, 5), (11, 15.5, 0, 4), (10.5, 14.75, 0, 3.5), (10, 14, 0, 3),
        ),
        *graded(
            Paragraph(
                "DigestGoal", "摘编目标", FANGSONG, 11, 16, sides=(_BESIDE + 160, 0), color=back, strip=strip(colours), align="left"
            ),
            (11, 16, 0, 5), (10.5, 15, 0, 4), (10, 14, 0, 3.5), (9.5, 13, 0, 3),
        ),
        Paragraph("Term", "提法", FANGSONG, 11, 16.5, align="left"),
        Paragraph("Record", "记录", FANGSONG, 10.5, 25, align="left"),
    ]  # fmt: skip


def _tables(colours: Mapping[str, str]) -> list[Paragraph]:
    return [
        Paragraph("TableHead", "表头", HEITI, 11, 15.5, align="center", keep=True),
        *_pair(Paragraph("TableTask", "表格任务", HEITI, 11, 15.5, align="left")),
        *_pair(Paragraph("TableText", "表格文字", FANGSONG, 11, 15.5, align="left")),
        *_pair(Paragraph("TableCentre", "表格居中", FANGSONG, 11, 15.5, align="center")),
        Paragraph("TableNote", "表下说明", FANGSONG, 9, 14, 4, align="left", color=grey(colours)),
        Paragraph("Tag", "模板标记", FANGSONG, 9, 12, align="left", color="808080"),
        Paragraph("SectionEnd", "分节", FANGSONG, 1, 1),
    ]


def _original() -> list[Paragraph]:
    def text(style_id: str, name: str, first: int = 2, align: str = "both") -> list[Paragraph]:
        normal = Paragraph(style_id, name, FANGSONG, 16, LINE_HEIGHT, first=first, align=align, tight=True)
        return [normal, _compact(normal)]

    def heading(level: int, font: str) -> list[Paragraph]:
        normal = Paragraph(
            f"Heading{level}", f"heading {level}", font, 16, LINE_HEIGHT,
            align="left", first=2, tight=True, keep=True, outline=level - 1,
        )  # fmt: skip
        return [normal, _compact(normal, f"标题 {level}")]

    return [
        *heading(2, HEITI),
        *heading(3, KAITI),
        *heading(4, FANGSONG),
        *heading(5, FANGSONG),
        # As 附件 stands above what is annexed (GB/T 9704-2012, 7.3.5).
        Paragraph("OriginalLabel", "原文标记", HEITI, 16, LINE_HEIGHT, align="left", keep=True, outline=0),
        Paragraph("OriginalTitle", "原文标题", XBS, 22, 34, align="center", keep=True),
        Paragraph("OriginalTitleLong", "原文标题（长）", XBS, 18, 28, align="center", keep=True),
        Paragraph("OriginalNote", "原文署名", KAITI, 16, LINE_HEIGHT, align="center", keep=True),
        Paragraph("OriginalGap", "原文空行", FANGSONG, 16, LINE_HEIGHT),
        *text("OriginalSalutation", "原文称谓", first=0, align="left"),
        *text("OriginalText", "原文正文"),
    ]


def _pair(style: Paragraph) -> list[Paragraph]:
    """The same style for rows of 落实清单, and one step smaller."""
    return [style, replace(style, id=f"{style.id}Compact", name=f"{style.name}（紧凑）", size=10.5, line=14)]


def _compact(style: Paragraph, name: str = "") -> Paragraph:
    """The same style with 23 lines a page instead of 22."""
    return replace(style, id=f"{style.id}Compact", name=f"{name or style.name}（紧凑）", line=TIGHT_LINE)


def furniture(colours: Mapping[str, str]) -> list[Paragraph]:
    """Return the styles of running heads and page numbers."""
    return [
        Paragraph("Header", "header", KAITI, 10.5, 14, align="center", color=grey(colours)),
        Paragraph("Footer", "footer", SONG, 14, 18, align="right", sides=(0, 280)),
        Paragraph("FooterEven", "页脚（双页）", SONG, 14, 18, align="left", sides=(280, 0)),
    ]


def _characters(colours: Mapping[str, str]) -> tuple[Character, ...]:
    back = grey(colours)
    return (
        Character("Latin", "西文", LATIN),
        Character("Anchor", "原文出处", FANGSONG, back, 9),
        Character("AnchorLatin", "原文出处西文", LATIN, back, 9),
        Character("RunIn", "段首句", HEITI, bold=True),
        Character("RunInLatin", "段首句西文", LATIN, bold=True),
        Character("Checkbox", "勾选框", "Segoe UI Symbol"),
    )
