"""Shapes of a layout as DrawingML. Measures are in pixels of a 1280 × 720 slide, type in points."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from reportgen.text.patterns import lazy

PX = 9525  # EMU a pixel: 1280 px are 13.333 in

_HEXADECIMAL = lazy(r"[0-9A-F]{6}")
GRADIENT = "gradient"  # the fill of the cover, the panels, the closing slide

Box = tuple[float, float, float, float]  # left, top, width, height


_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


@dataclass(frozen=True)
class Level:
    """One text level of a placeholder: size and line pitch in points, colour of the theme, bullet."""

    size: float
    pitch: float
    colour: str = "tx1"
    bold: bool = False
    before: float = 0
    bullet: str = ""  # character of a bullet in the main colour
    bullet_size: float = 1  # share of the text's size
    indent: float = 0  # hanging indent in px
    align: str = "l"


def box_xml(box: Box) -> str:
    """A box as a transform in EMU."""
    left, top, width, height = (round(v * PX) for v in box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def solid(colour: str, alpha: float = 1) -> str:
    """A fill in a colour of the theme, or in one of its own (RRGGBB)."""
    inner = "" if alpha == 1 else f'<a:alpha val="{round(alpha * 100_000)}"/>'
    kind = "srgbClr" if _HEXADECIMAL.fullmatch(colour) else "schemeClr"
    return f'<a:solidFill><a:{kind} val="{colour}">{inner}</a:{kind}></a:solidFill>'


def gradient() -> str:
    """The fill of what is dark: the main colour, running into its deep end (CSS 125deg on the board)."""
    stops = "".join(
        f'<a:gs pos="{at}"><a:schemeClr val="{colour}"/></a:gs>'
        for at, colour in ((0, "accent1"), (100_000, "hlink"))
    )
    return f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst><a:lin ang="2100000" scaled="0"/></a:gradFill>'


def _fill(colour: str, alpha: float = 1) -> str:
    if colour == GRADIENT:
        return gradient()
    return solid(colour, alpha) if colour else "<a:noFill/>"


def _geometry(shape: str, adjust: float) -> str:
    """A preset shape; `adjust` is its one handle in thousandths of a percent (ECMA-376 Part 1, 20.1.9.5)."""
    guide = f'<a:gd name="adj" fmla="val {round(adjust)}"/>' if adjust else ""
    return f'<a:prstGeom prst="{shape}"><a:avLst>{guide}</a:avLst></a:prstGeom>'


def _level(number: int, level: Level) -> str:
    hanging = round(level.indent * PX)
    bullet = (
        f'<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buSzPct val="{round(level.bullet_size * 100_000)}"/><a:buFont typeface="Arial"/><a:buChar char={quoteattr(level.bullet)}/>'
        if level.bullet
        else "<a:buNone/>"
    )
    before = f'<a:spcBef><a:spcPts val="{round(level.before * 100)}"/></a:spcBef>'
    return (
        f'<a:lvl{number}pPr marL="{hanging}" indent="{-hanging}" algn="{level.align}" eaLnBrk="1" latinLnBrk="0" hangingPunct="0">'
        f'<a:lnSpc><a:spcPts val="{round(level.pitch * 100)}"/></a:lnSpc>{before}{bullet}'
        f'<a:defRPr lang="zh-CN" altLang="en-US" sz="{round(level.size * 100)}" b="{int(level.bold)}">{solid(level.colour)}'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{number}pPr>'
    )


@dataclass(frozen=True)
class Placeholder:
    """A named place for text."""

    name: str
    box: Box
    levels: tuple[Level, ...]
    kind: str = "body"
    anchor: str = "t"
    insets: Box = (0, 0, 0, 0)  # left, top, right, bottom
    fill: str = ""
    line: str = ""
    line_width: float = 1.5
    shape: str = "rect"
    adjust: float = 0
    prompt: str = ""

    def xml(self, number: int, index: int) -> str:
        """The shape with its id and its index on the layout."""
        left, top, right, bottom = (round(v * PX) for v in self.insets)
        fill = _fill(self.fill)
        line = (
            f'<a:ln w="{round(self.line_width * PX)}">{solid(self.line)}</a:ln>'
            if self.line
            else "<a:ln><a:noFill/></a:ln>"
        )
        ident = "" if self.kind == "title" else f' idx="{index}"'
        levels = "".join(_level(i, level) for i, level in enumerate(self.levels, 1))
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(self.name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{self.kind}"{ident}/></p:nvPr></p:nvSpPr>'
            f"<p:spPr>{box_xml(self.box)}{_geometry(self.shape, self.adjust)}{fill}{line}</p:spPr>"
            f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" rtlCol="0" anchor="{self.anchor}"><a:noAutofit/></a:bodyPr>'
            f'<a:lstStyle>{levels}</a:lstStyle><a:p><a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>{escape(self.prompt or self.name)}</a:t></a:r></a:p></p:txBody></p:sp>'
        )


@dataclass(frozen=True)
class Furniture:
    """Footer text or slide number."""

    kind: str  # ftr or sldNum
    box: Box
    align: str
    index: int

    def xml(self, number: int) -> str:
        """The shape with its id."""
        name = "页脚" if self.kind == "ftr" else "页码"
        text = (
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN" altLang="en-US"/><a:t>‹#›</a:t></a:fld>'
            if self.kind == "sldNum"
            else ""
        )
        style = _level(1, Level(12, 16, "tx2", align=self.align))
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{self.kind}" sz="quarter" idx="{self.index}"/></p:nvPr></p:nvSpPr>'
            f'<p:spPr>{box_xml(self.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
            f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>'
            f'<a:p>{text}<a:endParaRPr lang="zh-CN" altLang="en-US"/></a:p></p:txBody></p:sp>'
        )


@dataclass(frozen=True)
class Ornament:
    """A plain rectangle, or a fixed sign of the layout itself in a colour of the theme."""

    name: str
    box: Box
    fill: str = ""
    alpha: float = 1
    text: str = ""
    size: float = 0
    spacing: float = 0
    colour: str = "accent5"

    def xml(self, number: int) -> str:
        """The shape with its id; who has slides read to him does not hear of it."""
        lang = 'lang="en-US" altLang="zh-CN"' if self.text.isascii() else 'lang="zh-CN" altLang="en-US"'
        run = (
            f'<a:r><a:rPr {lang} sz="{round(self.size * 100)}" b="{int(not self.text.isascii())}" spc="{round(self.spacing * 100)}">{solid(self.colour)}</a:rPr><a:t>{escape(self.text)}</a:t></a:r>'
            if self.text
            else ""
        )
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(self.name)}>{_DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f'<p:spPr>{box_xml(self.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_fill(self.fill, self.alpha)}<a:ln><a:noFill/></a:ln></p:spPr>'
            f'<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p>{run}<a:endParaRPr lang="zh-CN" altLang="en-US"/></a:p></p:txBody></p:sp>'
        )
