"""A deck template, opened once: its layouts for planning, and a presentation for each rendering."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import pptx
from lxml.etree import XMLSyntaxError
from pptx.exc import PackageNotFoundError
from pptx.oxml.ns import qn

from reportgen.errors import TemplateError
from reportgen.planning.deck import Box, Layouts, Level, Slot
from reportgen.planning.deck.needs import NEEDED
from reportgen.rendering.elements import child_of
from reportgen.rendering.opening import SLIDES, require_closed, template_bytes
from reportgen.rendering.pptx.emptying import drop_slides
from reportgen.rendering.pptx.shim import element_of, kind_of, placeholders, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
    from pptx.presentation import Presentation
    from pptx.shapes.autoshape import Shape
    from pptx.slide import SlideLayout

_FURNITURE = {"dt", "ftr", "sldNum"}
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))  # ECMA-376 Part 1, 21.1.2.1.1
_EMU = 12700  # a point
_LEAST_SIDE, _MOST_SIDE = 914_400, 51_206_400
_AGAIN = "请用 PowerPoint 或 WPS 打开，另存为 .pptx 后再试"
_UNUSABLE = (
    PackageNotFoundError, BadZipFile, XMLSyntaxError, ValueError, OSError, AttributeError, TypeError,
    LookupError,
)  # fmt: skip
_NATURAL = 1.33  # line pitch of 微软雅黑 in em, where a template sets none


@dataclass(frozen=True, slots=True)
class DeckTemplate:
    """A deck template that can be filled: `layouts` is what planning measures with.

    It is kept as the bytes that were read: python-pptx adds slides in place, so each rendering takes a
    `presentation` of its own, and two renderings of one plan give the same bytes.
    """

    path: Path
    layouts: Layouts
    data: bytes = field(repr=False)

    def presentation(self) -> Presentation:
        """Return the template as a new presentation of python-pptx, without the slides left in it."""
        return _presentation(self.data)


def open_deck(path: Path, data: bytes | None = None) -> DeckTemplate:
    """Open a deck template.

    Args:
        path: the template.
        data: what it holds, where that has been read and looked through already.

    Raises:
        TemplateError: the file is missing, no presentation, not fit to make one of, or has a placeholder that
            no words fit.
    """
    data = template_bytes(path, SLIDES) if data is None else data
    try:
        presentation = _presentation(data)
        layouts = template_layouts(presentation)
    except _UNUSABLE as error:
        told = "打不开幻灯片模板：不是 PowerPoint 演示文稿（.pptx），或缺少必要的部件"
        raise TemplateError(told, where=str(path), hint=_AGAIN) from error
    if not layouts:
        raise TemplateError(
            "幻灯片模板里没有版式", where=str(path), hint="请改用自带的模板，在幻灯片母版里修改"
        )
    require_closed(presentation.part.package, path, SLIDES)
    sides = _sides(presentation, path)
    return DeckTemplate(path, Layouts(str(path), _measured(layouts, path), *sides), data)


def read_layouts(path: Path, data: bytes | None = None) -> Layouts:
    """Return what a deck template's layouts offer; arguments and errors as of `open_deck`."""
    return open_deck(path, data).layouts


def _presentation(data: bytes) -> Presentation:
    presentation = pptx.Presentation(io.BytesIO(data))
    drop_slides(presentation)
    return presentation


def template_layouts(presentation: Presentation) -> dict[str, SlideLayout]:
    """Return the layouts of all masters by name; of two with one name the first."""
    found: dict[str, SlideLayout] = {}
    for master in presentation.slide_masters:
        for layout in master.slide_layouts:
            found.setdefault(layout.name, layout)
    return found


def _measured(layouts: dict[str, SlideLayout], path: Path) -> dict[str, dict[str, Slot]]:
    """Layouts as data: boxes and insets in points, sizes and pitches by level."""
    try:
        slots = {
            name: {s.name: _slot(s) for s in placeholders(layout) if _holds_words(s)}
            for name, layout in layouts.items()
        }
    except _UNUSABLE as error:
        told = "幻灯片模板里有写错的数（占位符的位置、字号或行距）"
        raise TemplateError(told, where=str(path), hint=_AGAIN) from error
    for layout, names in NEEDED.items():
        filled = [
            slot
            for slot in slots.get(layout, {}).values()
            if slot.name in names or slot.name.rstrip("0123456789") + "1" in names
        ]
        for slot in filled:
            _require_room(slot, layout, path)
        if len({slot.index for slot in filled}) < len(filled):
            told = f"幻灯片模板的版式“{layout}”里有编号（idx）相同的占位符"
            raise TemplateError(told, where=str(path), hint="请删去其中一个，重新插入占位符并命名")
    return slots


def _sides(presentation: Presentation, path: Path) -> tuple[float, float]:
    """Width and height of a slide in points.

    It has from 1 to 56 inches a side (ISO/IEC 29500-1, 19.2.1.36); unstated, 10 by 7.5.
    """
    stated = presentation.element.find(qn("p:sldSz"))
    sides = [stated.get(name) or "" for name in ("cx", "cy")] if stated is not None else []
    if not all(side.isdecimal() and _LEAST_SIDE <= int(side) <= _MOST_SIDE for side in sides):
        told = f"幻灯片模板的页面大小不能用（{' × '.join(sides)}）"
        raise TemplateError(told, where=str(path), hint="请在 PowerPoint 的“幻灯片大小”里改好")
    width, height = (int(side) / _EMU for side in sides)
    return width, height


def _require_room(slot: Slot, layout: str, path: Path) -> None:
    """Require that one character at least stands in a placeholder, at its smallest size."""
    left, top, right, bottom = slot.insets
    small = min(slot.levels, key=lambda level: level.size)
    sane = all(level.size >= 1 and level.pitch > 0 for level in slot.levels)
    room = slot.box.width - left - right >= small.size and slot.box.height - top - bottom > 0
    if not (sane and room):
        told = (
            f"幻灯片模板的版式“{layout}”里，占位符“{slot.name}”放不下字（宽 {slot.box.width:.0f} 磅、"
            f"高 {slot.box.height:.0f} 磅、字号 {small.size:g} 磅）"
        )
        raise TemplateError(told, where=str(path), hint="请在幻灯片母版里放大占位符，或改小字号和内边距")


def _holds_words(shape: Shape) -> bool:
    """Whether a placeholder can be filled: it has a text frame and a place, its own or the master's."""
    words = kind_of(shape) not in _FURNITURE and element_of(shape).txBody is not None
    return words and shape.left is not None and shape.width is not None


def _slot(shape: Shape) -> Slot:
    body = child_of(text_of(shape), qn("a:bodyPr"))
    left, top, right, bottom = (int(body.get(name, default)) / _EMU for name, default in _INSETS)
    box = Box(shape.left.pt, shape.top.pt, shape.width.pt, shape.height.pt)
    return Slot(shape.name, shape.placeholder_format.idx, box, (left, top, right, bottom), _levels(shape))


def _levels(shape: Shape) -> tuple[Level, ...]:
    style = text_of(shape).find(qn("a:lstStyle"))
    found: list[Level] = []
    for number in range(1, 10):
        level = None if style is None else style.find(qn(f"a:lvl{number}pPr"))
        if level is None:
            break
        found.append(_level(level, found[-1] if found else Level(18, 18 * _NATURAL)))
    return tuple(found) or (Level(18, 18 * _NATURAL),)


def _level(element: Element, above: Level) -> Level:
    run = element.find(qn("a:defRPr"))
    size = int(run.get("sz", "")) / 100 if run is not None and run.get("sz") else above.size
    pitch, before = (
        _spacing(element, name, size, default)
        for name, default in (("a:lnSpc", size * _NATURAL), ("a:spcBef", 0.0))
    )
    return Level(size, pitch, before, int(element.get("marL", 0)) / _EMU)


def _spacing(element: Element, name: str, size: float, default: float) -> float:
    points = element.find(f"{qn(name)}/{qn('a:spcPts')}")
    if points is not None:
        return int(points.get("val", "")) / 100
    percent = element.find(f"{qn(name)}/{qn('a:spcPct')}")
    if percent is not None:
        return int(percent.get("val", "")) / 100_000 * size * _NATURAL
    return default
