"""A theme part, because Word wants one: the colours that the colour picker offers. No style refers to its fonts."""

from __future__ import annotations

from handout_template.xml import DECLARATION

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLORS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "595959",
    "lt2": "F3ECE0",
    "accent1": "B01E23",
    "accent2": "B8860B",
    "accent3": "7F1D1D",
    "accent4": "8C7B5A",
    "accent5": "44546A",
    "accent6": "6B7F59",
    "hlink": "B01E23",
    "folHlink": "7F1D1D",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def _line(width: int) -> str:
    return f'<a:ln w="{width}">{_FILL}<a:prstDash val="solid"/></a:ln>'


def _fonts(name: str, chinese: str) -> str:
    faces = f'<a:latin typeface="Times New Roman"/><a:ea typeface="{chinese}"/><a:cs typeface=""/>'
    return f'<a:{name}>{faces}<a:font script="Hans" typeface="{chinese}"/></a:{name}>'


def theme() -> str:
    """Return the theme part."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLORS.items())
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_A}" name="red"><a:themeElements><a:clrScheme name="red">{colors}'
        f'</a:clrScheme><a:fontScheme name="red">{_fonts("majorFont", "黑体")}{_fonts("minorFont", "仿宋")}'
        f'</a:fontScheme><a:fmtScheme name="red"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>'
        f"{_line(6350)}{_line(12700)}{_line(19050)}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
