"""The styles of the one page, in four densities: it is one page whatever the speech."""

from __future__ import annotations

from collections.abc import Mapping

from handout_template.colours import FAINT, grey, ground, rule_colour
from handout_template.handout_styles import furniture
from handout_template.styles import (
    BOX_SIDES,
    FANGSONG,
    HEITI,
    LATIN,
    XBS,
    Character,
    Paragraph,
    graded,
    styles,
    table_style,
)


def page_styles(colours: Mapping[str, str]) -> str:
    """Return the styles part of the one page in the colours of a theme."""
    tables = (
        table_style("PageTable", "一页表格", (60, 60, 60, 60), {}),
        table_style("HeadsTable", "一页标题表", (0, 60, 0, 60), {}),
        table_style("RecordTable", "记录表格", (0, 0, 0, 0), dict.fromkeys(("bottom", "insideH"), FAINT)),
    )
    characters = (
        Character("Latin", "西文", LATIN),
        Character("RunIn", "段首句", HEITI, bold=True),
        Character("RunInLatin", "段首句西文", LATIN, bold=True),
    )
    return styles([*_page(colours), *furniture(colours)], characters, tables)


def _page(colours: Mapping[str, str]) -> list[Paragraph]:
    red, back = rule_colour(colours), grey(colours)
    return [
        Paragraph("PageTitle", "一页标题", XBS, 19.5, 27, align="center", keep=True, outline=0),
        Paragraph("PageTitleLong", "一页标题（长）", XBS, 15, 21, align="center", keep=True, outline=0),
        *graded(
            Paragraph("PageThesis", "一页要义", FANGSONG, 13.5, 21, sides=BOX_SIDES, boxed=(red, ground(colours))),
            (13.5, 21, 9, 0), (12, 18, 7, 0), (11, 16.5, 6, 0), (10.5, 15, 5, 0),
        ),
        *graded(
            Paragraph("PageSection", "一页部分标题", HEITI, 12, 17, align="left", outline=1),
            (12, 17, 0, 0), (11, 15, 0, 0), (10, 13.25, 0, 0), (9, 11.5, 0, 0),
        ),
        *graded(
            Paragraph("PageTail", "一页部分标题下句", HEITI, 10, 14, align="left", color=back),
            (10, 14, 0, 0), (9, 12.5, 0, 0), (8.5, 11.5, 0, 0), (8, 10.5, 0, 0),
        ),
        *graded(
            Paragraph("PagePoint", "一页要点", FANGSONG, 11, 16),
            (11, 16, 0, 0), (10, 14, 0, 0), (9.5, 12.75, 0, 0), (9, 11.5, 0, 0),
        ),
        *graded(
            Paragraph("PageHead", "一页各标题", HEITI, 11, 15, align="left", outline=1),
            (11, 15, 0, 2), (10, 13, 0, 1.5), (8.5, 11, 0, 1), (7.5, 9.5, 0, 0),
        ),
        *graded(
            Paragraph("PageHeading", "一页小标题", HEITI, 12, 17, align="left", keep=True, outline=1),
            (12, 17, 8, 2), (11, 15, 6, 2), (10.5, 14, 5, 1), (10, 13, 4, 1),
        ),
        Paragraph("PageLine", "一页空行", FANGSONG, 10.5, 24, align="left"),
        Paragraph("Tag", "模板标记", FANGSONG, 9, 12, align="left", color="808080"),
        Paragraph("PageEnd", "一页末行", FANGSONG, 1, 1),
    ]  # fmt: skip
