"""A deck template, opened once: its layouts for planning, and its parts for each rendering."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml.etree import XMLSyntaxError

from reportgen.errors import TemplateError
from reportgen.office.faults import PackageError
from reportgen.planning.deck import Layouts, Slot
from reportgen.planning.deck.needs import NEEDED
from reportgen.rendering.opening import LARGEST_FILE, SLIDES, file_bytes, require_closed, require_template
from reportgen.rendering.pptx.blank import Blank, blank_of
from reportgen.rendering.pptx.emptying import drop_slides
from reportgen.rendering.pptx.geometry import is_ours, layouts_of, measured
from reportgen.rendering.pptx.keeping import TakenApart, kept_here, may_keep
from reportgen.rendering.pptx.markup import EMU, qn
from reportgen.rendering.pptx.parts import Package, Part, read_package
from reportgen.themes import Theme, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_LEAST_SIDE, _MOST_SIDE = 914_400, 51_206_400
_MOST_KEPT = 4 * 1024 * 1024
"""Bytes of a template that is kept for the next speech; it takes twice as many."""
CORRECTIONS = ".toml"
"""What the file beside a template ends with that says which layout serves for what."""
_MOST_CORRECTIONS = 1024 * 1024
_AGAIN = "请用 PowerPoint 或 WPS 打开，另存为 .pptx 后再试"
_UNUSABLE = (
    PackageError, XMLSyntaxError, ValueError, OSError, AttributeError, TypeError, LookupError, ArithmeticError
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DeckTemplate:
    """A deck template that can be filled: `layouts` is what planning measures with, `blank` what decks hold.

    Nothing is changed in either, so two renderings of one plan give the same bytes.
    """

    path: Path
    layouts: Layouts
    data: bytes = field(repr=False)
    blank: Blank = field(repr=False, compare=False)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that it prints on slides by itself."""
        return () if self.blank.guise is None else self.blank.guise.words


def open_deck(path: Path, data: bytes | None = None) -> DeckTemplate:
    """Open a deck template.

    Args:
        path: the template.
        data: what it holds, where that has been read and looked through already.

    Raises:
        TemplateError: the file is missing, no presentation, not fit to make one of, or has a placeholder that
            no words fit.
    """
    corrections = _corrections(path)
    if data is None:
        found = file_bytes(path, LARGEST_FILE)
        return (_kept if len(found) <= _MOST_KEPT else _looked_through)(path, found, corrections)
    return _template(path, data, _taken_apart(path, data, corrections))


def _corrections(path: Path) -> bytes | None:
    """What a person has said of a template that is none of our form, in a file beside it, or None."""
    beside = path.with_suffix(CORRECTIONS)
    return file_bytes(beside, _MOST_CORRECTIONS) if beside.is_file() else None


def read_layouts(path: Path, data: bytes | None = None) -> Layouts:
    """Return what a deck template's layouts offer; arguments and errors as of `open_deck`."""
    return open_deck(path, data).layouts


def keep_shipped() -> None:
    """Take the templates that we ship apart, and keep what comes of it for processes to come."""
    for theme in shipped():
        for path in sorted(theme.folder.glob("*.pptx")):
            data = file_bytes(path, LARGEST_FILE)
            kept_here().keep(_name(path), data, _taken_apart(path, data))


def _looked_through(path: Path, data: bytes, corrections: bytes | None = None) -> DeckTemplate:
    return _template(path, data, _kept_before(path, data) or _taken_apart_anew(path, data, corrections))


def _kept_before(path: Path, data: bytes) -> TakenApart | None:
    return kept_here().find(_name(path), data) if _is_shipped(path) else None


def _taken_apart_anew(path: Path, data: bytes, corrections: bytes | None) -> TakenApart:
    require_template(data, path, SLIDES)
    found = _taken_apart(path, data, corrections)
    if _is_shipped(path) and may_keep():
        kept_here().keep(_name(path), data, found)
    return found


def _is_shipped(path: Path) -> bool:
    return Theme(path.parent.name, path.parent).is_shipped


def _name(path: Path) -> str:
    """What a template that we ship is kept by."""
    return f"{path.parent.name}-{path.stem}"


# A template is read for each speech, but taken apart again only where somebody has changed it meanwhile.
_kept = lru_cache(maxsize=2)(_looked_through)


def _template(path: Path, data: bytes, found: TakenApart) -> DeckTemplate:
    layouts = Layouts(str(path), found.slots, *found.sides)
    if found.blank.guise is not None:
        layouts = replace(layouts, is_foreign=True, footer_width=found.blank.guise.footer_width)
    return DeckTemplate(path, layouts, data, found.blank)


def _taken_apart(path: Path, data: bytes, corrections: bytes | None = None) -> TakenApart:
    try:
        package = read_package(data)
        layouts = layouts_of(package)
        if not is_ours(layouts):
            return _adopted(package, path, corrections)
        drop_slides(package)
        package.read_trees()
    except _UNUSABLE as error:
        told = "打不开幻灯片模板：不是 PowerPoint 演示文稿（.pptx），或缺少必要的部件"
        raise TemplateError(told, where=str(path), hint=_AGAIN) from error
    require_closed(package, path, SLIDES)
    sides = _sides(package.main.root, path)
    return TakenApart(_measured(layouts, path), sides, blank_of(package, layouts))


def _adopted(package: Package, path: Path, corrections: bytes | None) -> TakenApart:
    """A template that is none of our form; errors as of `open_deck`, and what cannot be read as it comes."""
    # Nobody who has a template of ours needs what looks through others.
    from reportgen.rendering.pptx.adopting import adopted, read_mapping

    require_closed(package, path, SLIDES)
    said = None if corrections is None else read_mapping(corrections, path.with_suffix(CORRECTIONS))
    return adopted(package, path, said)


def _measured(layouts: Mapping[str, Part], path: Path) -> dict[str, dict[str, Slot]]:
    """Layouts as data, looked through whether what a deck needs can be filled."""
    try:
        slots = {name: measured(layout) for name, layout in layouts.items()}
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


def _sides(presentation: Element, path: Path) -> tuple[float, float]:
    """Width and height of a slide in points.

    It has from 1 to 56 inches a side (ISO/IEC 29500-1, 19.2.1.36); unstated, 10 by 7.5.
    """
    stated = presentation.find(qn("p:sldSz"))
    sides = [stated.get(name) or "" for name in ("cx", "cy")] if stated is not None else []
    if not all(side.isdecimal() and _LEAST_SIDE <= int(side) <= _MOST_SIDE for side in sides):
        told = f"幻灯片模板的页面大小不能用（{' × '.join(sides)}）"
        raise TemplateError(told, where=str(path), hint="请在 PowerPoint 的“幻灯片大小”里改好")
    width, height = (int(side) / EMU for side in sides)
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
