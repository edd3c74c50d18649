"""Read from a template what planning measures with, so that an edited template still gives one first page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from reportgen.errors import TemplateError
from reportgen.planning.paper import SHEET, Face, Sheet
from reportgen.rendering.docx.styles import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from docx.document import Document
    from lxml.etree import _Element as Element

# Planning knows the text column by one name; the template has a style a role.
_SAMPLES = {"Text": "DigestMeasure", "TextCompact": "DigestMeasureCompact"}
_SINGLE = 1.3  # line pitch of Chinese faces in em, where a style does not fix it
_TWIPS = 20.0
_MM = 25.4 / 72
# A number, in twips or with a unit of its own (ISO/IEC 29500-1, 22.9.2.14 and 22.9.2.15).
_MEASURE = re.compile(r"(-?\d{1,9}(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_UNITS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_LEAST, _MOST = 40 / _MM, 1584.0
"""Points of a text area and of a side of the paper: 40 mm hold a few words, 22 inches are Word's limit."""
_LEAST_EM = 4
"""Characters that a line must hold; a style that sets fewer is none that anybody reads."""
_HINT = "请在 Word 或 WPS 的“页面设置”里改好"


def measured(document: Document, path: Path) -> Sheet:
    """Return page and styles of a handout template, in points.

    Raises:
        TemplateError: it has a page or a style that no text fits, or a number that is none.
    """
    try:
        width, height = _text_area(document.element.body, path)
        by_id = {one.get(qn("w:styleId")): one for one in document.styles.element.iter(qn("w:style"))}
        faces = {name: _face(by_id, _SAMPLES.get(name, name), face) for name, face in SHEET.faces.items()}
    except ValueError as error:
        told = f"讲义模板里有写错的数（{error}）"
        raise TemplateError(told, where=str(path), hint="请用 Word 或 WPS 打开，另存后再试") from error
    for name, face in faces.items():
        _require_legible(NAMES[_SAMPLES.get(name, name)], face, width, path)
    return Sheet(width, height, faces)


def _text_area(body: Element, path: Path) -> tuple[float, float]:
    """Width and height of the first section's text area."""
    areas = [_area(one, number, path) for number, one in enumerate(body.iter(qn("w:sectPr")), 1)]
    return areas[0] if areas else (SHEET.width, SHEET.height)


def _area(section: Element, number: int, path: Path) -> tuple[float, float]:
    """Width and height of a section's text area.

    Raises:
        TemplateError: no text fits on it, or there is no such paper.
    """
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return SHEET.width, SHEET.height
    room = []
    for name, side, ends in (("宽", "w", ("left", "right")), ("高", "h", ("top", "bottom"))):
        paper = _number(size, side)
        # A negative margin at head or foot only says that it does not give way to a long header.
        stated = [_number(margins, end) for end in ends]
        taken = sum(map(abs, stated))
        left = (paper - taken) / _TWIPS
        if not (paper / _TWIPS <= _MOST and left >= _LEAST) or (side == "w" and min(stated) < 0):
            told = (
                f"讲义模板第 {number} 节的页面不能用：纸{name} {paper / _TWIPS * _MM:.0f} 毫米，"
                f"去掉页边距后剩 {left * _MM:.0f} 毫米，应有 {_LEAST * _MM:.0f} 至 {_MOST * _MM:.0f} 毫米，"
                "左右边距不能是负数"
            )
            raise TemplateError(told, where=str(path), hint=_HINT)
        room.append(left)
    return room[0], room[1]


def _require_legible(name: str, face: Face, width: float, path: Path) -> None:
    pitch = face.size + face.spacing
    if face.size < 1 or pitch < 1 or face.line < 0 or width / pitch - face.indent < _LEAST_EM:
        told = (
            f"讲义模板的样式“{name}”不能用：字号 {face.size:g} 磅，字距 {face.spacing:g} 磅，一行放不下几个字"
        )
        raise TemplateError(told, where=str(path), hint="请改好这个样式的字号、字距、缩进和行距")


def _face(styles: Mapping[str | None, Element], name: str, default: Face) -> Face:
    if name not in styles:
        return default
    size = _inherited(styles, name, "w:rPr/w:sz", "val", default.size * 2) / 2
    line = _inherited(styles, name, "w:pPr/w:spacing", "line", default.line * _TWIPS)
    return Face(
        size=size,
        line=line / _TWIPS if _is_exact(styles, name) else line / 240 * size * _SINGLE,
        before=_inherited(styles, name, "w:pPr/w:spacing", "before", 0) / _TWIPS,
        after=_inherited(styles, name, "w:pPr/w:spacing", "after", 0) / _TWIPS,
        spacing=_inherited(styles, name, "w:rPr/w:spacing", "val", 0) / _TWIPS,
        indent=_inherited(styles, name, "w:pPr/w:ind", "firstLineChars", 0) / 100,
    )


def _inherited(
    styles: Mapping[str | None, Element], name: str | None, path: str, attribute: str, default: float
) -> float:
    """The attribute of the nearest style in the chain of `basedOn` that states it."""
    for style in _chain(styles, name):
        element = style.find("/".join(map(qn, path.split("/"))))
        if element is not None and element.get(qn(f"w:{attribute}")) is not None:
            return _number(element, attribute)
    return default


def _is_exact(styles: Mapping[str | None, Element], name: str | None) -> bool:
    for style in _chain(styles, name):
        spacing = style.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        if spacing is not None and spacing.get(qn("w:lineRule")):
            return bool(spacing.get(qn("w:lineRule")) == "exact")
    return False


def _chain(styles: Mapping[str | None, Element], name: str | None) -> Iterator[Element]:
    """A style and those that it is based on; a damaged file may have them go round in a circle."""
    seen: set[str | None] = set()
    while name in styles and name not in seen:
        seen.add(name)
        yield styles[name]
        parent = styles[name].find(qn("w:basedOn"))
        name = parent.get(qn("w:val")) if parent is not None else None


def _number(element: Element, attribute: str) -> float:
    """A number as it stands, or a measure with a unit in twips."""
    said = element.get(qn(f"w:{attribute}")) or "0"
    found = _MEASURE.fullmatch(said)
    if not found:
        raise ValueError(f"{attribute}=“{said[:20]}”")
    return float(found[1]) * (_UNITS[found[2]] * _TWIPS if found[2] else 1)
