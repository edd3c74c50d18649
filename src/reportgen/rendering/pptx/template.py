"""Read what a deck template offers: layouts, placeholders, type sizes."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError
from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.oxml.ns import qn

from reportgen.errors import TemplateError
from reportgen.planning.deck import Box, Layouts, Level, Slot

_FURNITURE = {"dt", "ftr", "sldNum"}
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))  # ECMA-376 Part 1, 21.1.2.1.1
_EMU = 12700  # a point
_NATURAL = 1.33  # line pitch of 微软雅黑 in em, where a template sets none


def open_template(path: Path) -> Any:  # noqa: ANN401  python-pptx is untyped
    """Open a template.

    Raises:
        TemplateError: the file is missing or no presentation.
    """
    try:
        return Presentation(str(path))
    except (PackageNotFoundError, BadZipFile, XMLSyntaxError, KeyError, ValueError, OSError) as error:
        raise TemplateError(
            "打不开幻灯片模板", where=str(path), hint="请检查路径，模板须是 .pptx 文件"
        ) from error


def read_layouts(path: Path) -> Layouts:
    """Return the layouts of a template as data: boxes and insets in points, sizes and pitches by level.

    Raises:
        TemplateError: the file is missing or no presentation.
    """
    template = open_template(path)
    slots = {
        layout.name: {s.name: _slot(s) for s in layout.placeholders if _holds_words(s)}
        for layout in template.slide_layouts
    }
    return Layouts(str(path), slots)


def _holds_words(shape: Any) -> bool:  # noqa: ANN401
    """Whether a placeholder can be filled: it has a text frame and a place, its own or the master's."""
    words = shape.element.ph.get("type") not in _FURNITURE and shape.element.txBody is not None
    return words and shape.left is not None and shape.width is not None


def _slot(shape: Any) -> Slot:  # noqa: ANN401
    body = shape.element.txBody.find(qn("a:bodyPr"))
    left, top, right, bottom = (int(body.get(name, default)) / _EMU for name, default in _INSETS)
    box = Box(shape.left.pt, shape.top.pt, shape.width.pt, shape.height.pt)
    return Slot(shape.name, shape.placeholder_format.idx, box, (left, top, right, bottom), _levels(shape))


def _levels(shape: Any) -> tuple[Level, ...]:  # noqa: ANN401
    style = shape.element.txBody.find(qn("a:lstStyle"))
    found: list[Level] = []
    for number in range(1, 10):
        level = None if style is None else style.find(qn(f"a:lvl{number}pPr"))
        if level is None:
            break
        found.append(_level(level, found[-1] if found else Level(18, 18 * _NATURAL)))
    return tuple(found) or (Level(18, 18 * _NATURAL),)


def _level(element: Any, above: Level) -> Level:  # noqa: ANN401
    run = element.find(qn("a:defRPr"))
    size = int(run.get("sz")) / 100 if run is not None and run.get("sz") else above.size
    pitch, before = (
        _spacing(element, name, size, default)
        for name, default in (("a:lnSpc", size * _NATURAL), ("a:spcBef", 0.0))
    )
    return Level(size, pitch, before, int(element.get("marL", 0)) / _EMU)


def _spacing(element: Any, name: str, size: float, default: float) -> float:  # noqa: ANN401
    points = element.find(f"{qn(name)}/{qn('a:spcPts')}")
    if points is not None:
        return int(points.get("val")) / 100
    percent = element.find(f"{qn(name)}/{qn('a:spcPct')}")
    if percent is not None:
        return int(percent.get("val")) / 100_000 * size * _NATURAL
    return default
