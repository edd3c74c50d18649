"""Read from a template what planning measures with, so that an edited template still gives one first page."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from lxml import etree

from reportgen.errors import TemplateError
from reportgen.planning.paper import SHEET, Face, Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

# Planning knows the text column by one name; the template has a style a role.
_SAMPLES = {"Text": "DigestMeasure", "TextCompact": "DigestMeasureCompact"}
_SINGLE = 1.3  # line pitch of Chinese faces in em, where a style does not fix it
_TWIPS = 20.0


def read_sheet(template_path: str | Path) -> Sheet:
    """Return page and styles of a handout template, in points.

    Raises:
        TemplateError: the file cannot be read or is no Word file.
    """
    path = Path(template_path)
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            styles = etree.fromstring(package.read("word/styles.xml"))
            document = etree.fromstring(package.read("word/document.xml"))
    except OSError as error:
        raise TemplateError("找不到或读不了讲义模板", where=path.name, hint="请检查模板路径") from error
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise TemplateError("不是 Word 文件（.docx）", where=path.name, hint="请换用自带模板") from error
    width, height = _text_area(document)
    by_id = {style.get(qn("w:styleId")): style for style in styles.iter(qn("w:style"))}
    faces = {name: _face(by_id, _SAMPLES.get(name, name), face) for name, face in SHEET.faces.items()}
    return Sheet(width, height, faces)


def _text_area(document: Any) -> tuple[float, float]:  # noqa: ANN401  lxml elements
    """Width and height of the first section's text area."""
    section = next(document.iter(qn("w:sectPr")), None)
    size = section.find(qn("w:pgSz")) if section is not None else None
    margins = section.find(qn("w:pgMar")) if section is not None else None
    if size is None or margins is None:
        return SHEET.width, SHEET.height
    width = _number(size, "w") - _number(margins, "left") - _number(margins, "right")
    height = _number(size, "h") - _number(margins, "top") - _number(margins, "bottom")
    return width / _TWIPS, height / _TWIPS


def _face(styles: Mapping[str | None, Any], name: str, default: Face) -> Face:
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
    styles: Mapping[str | None, Any], name: str | None, path: str, attribute: str, default: float
) -> float:
    """The attribute of the nearest style in the chain of `basedOn` that states it."""
    while name in styles:
        element = styles[name].find("/".join(map(qn, path.split("/"))))
        if element is not None and element.get(qn(f"w:{attribute}")) is not None:
            return _number(element, attribute)
        parent = styles[name].find(qn("w:basedOn"))
        name = parent.get(qn("w:val")) if parent is not None else None
    return default


def _is_exact(styles: Mapping[str | None, Any], name: str | None) -> bool:
    while name in styles:
        spacing = styles[name].find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        if spacing is not None and spacing.get(qn("w:lineRule")):
            return bool(spacing.get(qn("w:lineRule")) == "exact")
        parent = styles[name].find(qn("w:basedOn"))
        name = parent.get(qn("w:val")) if parent is not None else None
    return False


def _number(element: Any, attribute: str) -> float:  # noqa: ANN401
    return float(element.get(qn(f"w:{attribute}")) or 0)
