"""A theme part, because Word wants one: the colours that the colour picker offers. No style refers to its fonts."""

from __future__ import annotations

from collections.abc import Mapping

from handout_template.xml import DECLARATION

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def _line(width: int) -> str:
    return f'<a:ln w="{width}">{_FILL}<a:prstDash val="solid"/></a:ln>'


def _fonts(name: str, chinese: str) -> str:
    faces = f'<a:latin typeface="Times New Roman"/><a:ea typeface="{chinese}"/><a:cs typeface=""/>'
    return f'<a:{name}>{faces}<a:font script="Hans" typeface="{chinese}"/></a:{name}>'


def theme(name: str, colours: Mapping[str, str]) -> str:
    """Return the theme part with the colours of a theme."""
    colors = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in colours.items())
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_A}" name="{name}"><a:themeElements><a:clrScheme name="{name}">{colors}'
        f'</a:clrScheme><a:fontScheme name="{name}">{_fonts("majorFont", "黑体")}{_fonts("minorFont", "仿宋")}'
        f'</a:fontScheme><a:fmtScheme name="{name}"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>'
        f"{_line(6350)}{_line(12700)}{_line(19050)}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
