"""The styles: every font, size, colour and line height of the handout.

Numbers: GB/T 9704-2012 (5.2, 7.3, 7.5) with 28.95 pt lines, which gives 22 on a page, and −0.25 pt between
glyphs, which gives 28 on a line. Page 1 is a summary sheet and set tighter, in three densities.
"""

from __future__ import annotations

from dataclasses import dataclass

from handout_template.xml import DECLARATION, NAMESPACES

XBS, FANGSONG, KAITI, HEITI, SONG = "方正小标宋简体", "仿宋", "楷体", "黑体", "宋体"
LATIN = "Times New Roman"
RED, GREY, TINT = "B01E23", "595959", "FDF8F3"
LINE = 28.95
TIGHT_LINE = 27.7  # 23 lines a page, where that saves a page of a line or two
_BOX = "".join(
    f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{RED}"/>'
    for side, size, space in (("top", 8, 5), ("left", 48, 9), ("bottom", 8, 5), ("right", 8, 9))
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph style; sizes in pt, `first` the first line's indent in glyphs, `sides` both indents in twips."""

    id: str
    name: str
    font: str
    size: float
    line: float
    before: float = 0
    after: float = 0
    align: str = "both"
    first: int = 0
    sides: tuple[int, int] = (0, 0)
    tight: bool = False
    color: str = ""
    keep: bool = False
    outline: int | None = None
    boxed: bool = False
    based: str = "Normal"
    end_tab: bool = False
    follow: str = ""


def _twips(points: float) -> int:
    return round(points * 20)


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _run_properties(style: Paragraph) -> str:
    color = f'<w:color w:val="{style.color}"/>' if style.color else ""
    spacing = '<w:spacing w:val="-5"/>' if style.tight else ""
    size = round(style.size * 2)
    return (
        f'<w:rPr>{_fonts(style.font)}{color}{spacing}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def _paragraph_properties(style: Paragraph) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if style.keep else ""
    box = (
        f'<w:pBdr>{_BOX}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>' if style.boxed else ""
    )
    tabs = '<w:tabs><w:tab w:val="right" w:pos="8844"/></w:tabs>' if style.end_tab else ""
    indent = _twips(style.first * (style.size - 0.25 * style.tight))
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    return (
        f'<w:pPr>{keep}<w:widowControl w:val="0"/>{box}{tabs}'
        f'<w:spacing w:before="{_twips(style.before)}" w:after="{_twips(style.after)}" '
        f'w:line="{_twips(style.line)}" w:lineRule="exact"/>'
        f'<w:ind w:left="{style.sides[0]}" w:right="{style.sides[1]}" '
        f'w:firstLineChars="{style.first * 100}" w:firstLine="{indent}"/><w:jc w:val="{style.align}"/>{outline}</w:pPr>'
    )


def _style(style: Paragraph) -> str:
    follow = f'<w:next w:val="{style.follow}"/>' if style.follow else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="{int(style.id not in _BUILT_IN)}" w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based}"/>{follow}<w:qFormat/>'
        f"{_paragraph_properties(style)}{_run_properties(style)}</w:style>"
    ).replace(' w:customStyle="0"', "")


_BUILT_IN = {
    "Title",
    "Subtitle",
    "Heading1",
    "Heading2",
    "Heading3",
    "Heading4",
    "Heading5",
    "Header",
    "Footer",
}
_SUFFIXES = (("", ""), ("Compact", "（紧凑）"), ("Fine", "（小）"))
_BOX_SIDES = (320, 240)


def _three(style: Paragraph, *sizes: tuple[float, float, float, float]) -> list[Paragraph]:
    """A style of page 1 in its three densities: size, line, before, after of each."""
    return [
        Paragraph(
            style.id + mark,
            style.name + word,
            style.font,
            size,
            line,
            before,
            after,
            style.align,
            style.first,
            style.sides,
            style.tight and not mark,
            style.color,
            style.keep,
            style.outline,
            style.boxed,
        )
        for (mark, word), (size, line, before, after) in zip(_SUFFIXES, sizes, strict=True)
    ]


def _front() -> list[Paragraph]:
    box = _BOX_SIDES
    text = ((16, 25, 0, 0), (14, 21, 0, 0), (12, 17.5, 0, 0))
    cell = ((12, 18, 0, 0), (12, 16, 0, 0), (10.5, 14, 0, 0))
    heads = ((16, 25, 9, 3), (14, 21, 8, 3), (12, 17, 6, 2))
    source = ((12, 18, 0, 4), (10.5, 15, 0, 3), (10.5, 14, 0, 2))
    return [
        Paragraph("Title", "Title", XBS, 22, 34, align="center", keep=True),
        Paragraph("TitleLong", "标题（长）", XBS, 18, 28, align="center", keep=True),
        Paragraph("Subtitle", "Subtitle", KAITI, 16, 26, align="center", keep=True),
        *_three(
            Paragraph("FrontLabel", "首页文种", KAITI, 16, 26, align="center"),
            (16, 26, 0, 6),
            (14, 22, 0, 5),
            (12, 18, 0, 4),
        ),
        *_three(Paragraph("FrontName", "首页表格项名", HEITI, 12, 18, align="center"), *cell),
        *_three(Paragraph("FrontCell", "首页表格", FANGSONG, 12, 18, align="center"), *cell),
        *_three(Paragraph("FrontValue", "首页表格内容", FANGSONG, 12, 18, align="left"), *cell),
        *_three(Paragraph("FrontHeading", "首页小标题", HEITI, 16, 25, keep=True, outline=0), *heads),
        *_three(Paragraph("FrontText", "首页正文", FANGSONG, 16, 25, first=2, tight=True), *text),
        *_three(
            Paragraph(
                "BoxHeading",
                "核心要义标题",
                HEITI,
                16,
                25,
                sides=box,
                color=RED,
                keep=True,
                outline=0,
                boxed=True,
            ),
            (16, 25, 13, 0),
            (14, 21, 11, 0),
            (12, 17, 9, 0),
        ),
        *_three(Paragraph("BoxText", "核心要义", FANGSONG, 16, 25, sides=box, boxed=True), *text),
        *_three(
            Paragraph(
                "BoxSource",
                "核心要义出处",
                FANGSONG,
                12,
                18,
                align="right",
                sides=box,
                color=GREY,
                boxed=True,
            ),
            *source,
        ),
    ]


def _body() -> list[Paragraph]:
    def text(
        style_id: str, name: str, font: str = FANGSONG, first: int = 2, align: str = "both"
    ) -> list[Paragraph]:
        return [
            Paragraph(
                style_id,
                name,
                font,
                16,
                LINE,
                first=first,
                align=align,
                tight=True,
                end_tab=style_id.startswith("Digest"),
            ),
            Paragraph(
                f"{style_id}Compact",
                f"{name}（紧凑）",
                font,
                16,
                TIGHT_LINE,
                first=first,
                align=align,
                tight=True,
                end_tab=style_id.startswith("Digest"),
            ),
        ]

    def heading(level: int, font: str) -> list[Paragraph]:
        name, built_in = f"Heading{level}", f"heading {level}"
        normal = Paragraph(
            name,
            built_in,
            font,
            16,
            LINE,
            align="left",
            first=2,
            tight=True,
            keep=True,
            outline=level - 1,
        )
        compact = Paragraph(
            f"{name}Compact",
            f"标题 {level}（紧凑）",
            font,
            16,
            TIGHT_LINE,
            align="left",
            first=2,
            tight=True,
            keep=True,
            outline=level - 1,
        )
        return [normal, compact]

    return [
        Paragraph("Heading1", "heading 1", XBS, 20, 34, 10, 14, align="center", keep=True, outline=0),
        *heading(2, HEITI),
        *heading(3, KAITI),
        *heading(4, FANGSONG),
        *heading(5, FANGSONG),
        *text("DigestLead", "摘编导语"),
        *text("DigestMeasure", "摘编举措"),
        *text("DigestGoal", "摘编目标要求"),
        Paragraph("OriginalTitle", "原文标题", XBS, 22, 34, align="center", keep=True, outline=0),
        Paragraph("OriginalTitleLong", "原文标题（长）", XBS, 18, 28, align="center", keep=True, outline=0),
        Paragraph("OriginalNote", "原文署名", KAITI, 16, LINE, align="center", keep=True),
        Paragraph("OriginalGap", "原文空行", FANGSONG, 16, LINE),
        *text("OriginalSalutation", "原文称谓", first=0, align="left"),
        *text("OriginalText", "原文正文"),
    ]


def _tables() -> list[Paragraph]:
    return [
        Paragraph("TableHead", "表头", HEITI, 12, 18, align="center", keep=True),
        Paragraph("TableText", "表格文字", FANGSONG, 12, 18, align="left"),
        Paragraph("TableCentre", "表格居中", FANGSONG, 12, 18, align="center"),
        Paragraph("TableTerm", "表格提法", HEITI, 12, 18, align="center"),
        Paragraph("Tag", "模板标记", FANGSONG, 9, 12, align="left", color="808080"),
        Paragraph("SectionEnd", "分节", FANGSONG, 1, 1),
    ]


def _furniture() -> list[Paragraph]:
    return [
        Paragraph("Header", "header", KAITI, 10.5, 14, align="center", color=GREY),
        Paragraph("Footer", "footer", SONG, 14, 18, align="right", sides=(0, 280)),
        Paragraph("FooterEven", "页脚（双页）", SONG, 14, 18, align="left", sides=(280, 0)),
    ]


# Character styles: id, name, font (Latin runs), colour. `…Latin` is the same for digits and Latin letters.
_CHARACTERS = (
    ("Latin", "西文", LATIN, ""),
    ("Anchor", "原文出处", "", GREY),
    ("AnchorLatin", "原文出处西文", LATIN, GREY),
    ("GoalLabel", "目标要求标签", HEITI, RED),
    ("RunIn", "段首句", KAITI, ""),
    ("RunInLatin", "段首句西文", LATIN, ""),
    ("Checkbox", "勾选框", "Segoe UI Symbol", ""),
)


def _character(style_id: str, name: str, font: str, color: str) -> str:
    fonts = _fonts(font) if font and font != LATIN else ""
    if font == LATIN:
        fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}"/>'
    bold = "<w:b/>" if style_id.startswith("RunIn") else ""
    size = '<w:sz w:val="24"/><w:szCs w:val="24"/>' if style_id.startswith("Anchor") else ""
    plain = '<w:u w:val="none"/>' if style_id.startswith("Anchor") else ""
    tint = f'<w:color w:val="{color}"/>' if color else ""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{fonts}{bold}{tint}{size}{plain}</w:rPr></w:style>"
    )


def _table_style() -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="444444"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 60), ("left", 108), ("bottom", 60), ("right", 108))
    )
    plain = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{plain}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="HandoutTable"><w:name w:val="讲义表格"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


def _defaults() -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FANGSONG)}"
        '<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/>'
        '<w:autoSpaceDN w:val="0"/><w:spacing w:line="579" w:lineRule="exact"/>'
        f'<w:jc w:val="both"/></w:pPr><w:rPr>{_fonts(FANGSONG)}</w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )


def styles() -> str:
    """Return the styles part."""
    paragraphs = [*_front(), *_body(), *_tables(), *_furniture()]
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}>{_defaults()}{''.join(map(_style, paragraphs))}"
        f"{''.join(_character(*row) for row in _CHARACTERS)}{_table_style()}</w:styles>"
    )
