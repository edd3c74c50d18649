"""How styles are written; which ones there are stands in `handout_styles` and `page_styles`.

Numbers: GB/T 9704-2012 (5.2, 7.3, 7.5) with 28.95 pt lines, which gives 22 on a page, and −0.25 pt between
glyphs, which gives 28 on a line. Page 1 is a summary sheet and set tighter, in four densities.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from handout_template.xml import DECLARATION, NAMESPACES

XBS, FANGSONG, KAITI, HEITI, SONG = "方正小标宋简体", "仿宋", "楷体", "黑体", "宋体"
LATIN = "Times New Roman"
LINE = 28.95
TIGHT_LINE = 27.7  # 23 lines a page, where that saves a page of a line or two


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph style; sizes in pt, `first` the first line's indent in glyphs, `sides` both indents in twips.

    `boxed` frames it on a ground, `strip` sets a strip of a colour at its left, `tabs` are left tabs in twips.
    `rule` is the colour of a rule above it.
    """

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
    boxed: tuple[str, str] = ("", "")
    based: str = "Normal"
    strip: str = ""
    tabs: tuple[int, ...] = ()
    rule: str = ""


def _twips(points: float) -> int:
    return round(points * 20)


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _run_properties(style: Paragraph) -> str:
    color = f'<w:color w:val="{style.color}"/>' if style.color else ""
    # A style that is based on a tight one is not tight by itself.
    spacing = (
        f'<w:spacing w:val="{-5 if style.tight else 0}"/>' if style.tight or style.based != "Normal" else ""
    )
    size = round(style.size * 2)
    return (
        f'<w:rPr>{_fonts(style.font)}{color}{spacing}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def _borders(style: Paragraph) -> str:
    colour, fill = style.boxed
    sides = (("top", 8, 5), ("left", 48, 9), ("bottom", 8, 5), ("right", 8, 9)) if colour else ()
    if style.strip:
        colour, sides = style.strip, (("left", 18, 5),)
    if style.rule:
        colour, sides = style.rule, (("top", 12, 0),)
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
        for side, size, space in sides
    )
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (f"<w:pBdr>{lines}</w:pBdr>" if lines else "") + ground


def _paragraph_properties(style: Paragraph) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if style.keep else ""
    if style.based != "Normal" and not style.keep:
        # LibreOffice keeps a whole table with a row of which a paragraph is kept with the next.
        keep = '<w:keepNext w:val="0"/><w:keepLines w:val="0"/>'
    stops = "".join(f'<w:tab w:val="left" w:pos="{at}"/>' for at in style.tabs)
    tabs = f"<w:tabs>{stops}</w:tabs>" if stops else ""
    indent = _twips(style.first * (style.size - 0.25 * style.tight))
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    return (
        f'<w:pPr>{keep}<w:widowControl w:val="0"/>{_borders(style)}{tabs}'
        f'<w:spacing w:before="{_twips(style.before)}" w:after="{_twips(style.after)}" '
        f'w:line="{_twips(style.line)}" w:lineRule="exact"/>'
        f'<w:ind w:left="{style.sides[0]}" w:right="{style.sides[1]}" '
        f'w:firstLineChars="{style.first * 100}" w:firstLine="{indent}"/><w:jc w:val="{style.align}"/>{outline}</w:pPr>'
    )


def _style(style: Paragraph) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="{int(style.id not in _BUILT_IN)}" w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based}"/><w:qFormat/>'
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
_SUFFIXES = (("", ""), ("Compact", "（紧凑）"), ("Snug", "（略小）"), ("Fine", "（小）"))
BOX_SIDES = (320, 240)


def graded(style: Paragraph, *sizes: tuple[float, float, float, float]) -> list[Paragraph]:
    """Return a style in its densities: size, line, before, after of each."""
    return [
        replace(
            style,
            id=style.id + mark,
            name=style.name + word,
            size=size,
            line=line,
            before=before,
            after=after,
            tight=style.tight and not mark,
        )
        for (mark, word), (size, line, before, after) in zip(_SUFFIXES, sizes, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Character:
    """A character style; its size in pt where it has one of its own, `…Latin` is for digits and Latin letters."""

    id: str
    name: str
    font: str = ""
    color: str = ""
    size: float = 0
    bold: bool = False


def _character(style: Character) -> str:
    fonts = _fonts(style.font) if style.font and style.font != LATIN else ""
    if style.font == LATIN:
        fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}"/>'
    bold = "<w:b/>" if style.bold else ""
    half = round(style.size * 2)
    size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if half else ""
    plain = '<w:u w:val="none"/>' if style.id.startswith("Anchor") else ""
    tint = f'<w:color w:val="{style.color}"/>' if style.color else ""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f"<w:qFormat/><w:rPr>{fonts}{bold}{tint}{size}{plain}</w:rPr></w:style>"
    )


_PLAIN = (0, 108, 0, 108)


def table_style(
    style_id: str, name: str, margins: tuple[int, int, int, int], lines: Mapping[str, str]
) -> str:
    """Return a table style: margins of a cell in twips (top, left, bottom, right), lines by side in colours."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{lines[side]}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        if side in lines
    )
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr>{edges}<w:tblCellMar>{_margins(margins)}</w:tblCellMar></w:tblPr></w:style>"
    )


def _margins(margins: tuple[int, int, int, int]) -> str:
    sides = zip(("top", "left", "bottom", "right"), margins, strict=True)
    return "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)


def _table_normal() -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{_margins(_PLAIN)}</w:tblCellMar></w:tblPr></w:style>"
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


def styles(paragraphs: Iterable[Paragraph], characters: Iterable[Character], tables: Iterable[str]) -> str:
    """Return the styles part."""
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}>{_defaults()}{''.join(map(_style, paragraphs))}"
        f"{''.join(map(_character, characters))}{_table_normal()}{''.join(tables)}</w:styles>"
    )
