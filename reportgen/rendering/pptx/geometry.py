"""What the layouts of a template offer, as numbers: boxes and insets in points, sizes and pitches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.deck import Box, Level, Slot
from reportgen.planning.deck.needs import NEEDED
from reportgen.rendering.elements import child_of
from reportgen.rendering.pptx.markup import EMU, qn
from reportgen.rendering.pptx.parts import LAYOUT, MASTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from reportgen.rendering.pptx.parts import Package, Part

FURNITURE = frozenset({"dt", "ftr", "sldNum"})
"""Placeholders that no words of a plan go into."""
_SHAPES = frozenset(map(qn, ("p:sp", "p:grpSp", "p:graphicFrame", "p:cxnSp", "p:pic", "p:contentPart")))
_MARK = (qn("p:nvPr"), qn("p:ph"))
_TREE = (qn("p:cSld"), qn("p:spTree"))
_NAMED = qn("p:cNvPr")
_OUTLINE, _BODY, _STYLE = qn("a:bodyPr"), qn("p:txBody"), qn("a:lstStyle")
_PLACE, _FRAME, _PROPERTIES = (qn("p:spPr"), qn("a:xfrm")), qn("p:xfrm"), qn("a:defRPr")
_START, _SIZE = qn("a:off"), qn("a:ext")
_POINTS, _PERCENT = qn("a:spcPts"), qn("a:spcPct")
_LEVELS = tuple(qn(f"a:lvl{number}pPr") for number in range(1, 10))
_LINES, _BEFORE = qn("a:lnSpc"), qn("a:spcBef")
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))  # ECMA-376 Part 1, 21.1.2.1.1
_UNITS = {"mm": 36000, "cm": 360000, "in": 914400, "pt": EMU, "pc": 152400, "pi": 152400}
_NATURAL = 1.33  # line pitch of 微软雅黑 in em, where a template sets none
# The placeholder of the master whose place one of a layout takes that states none.
_FROM_BODY = ("body", "chart", "clipArt", "dgm", "media", "obj", "pic", "subTitle", "tbl")
_FROM = {**dict.fromkeys(_FROM_BODY, "body"), **dict.fromkeys(("ctrTitle", "title"), "title")}
_PLAIN = "obj"
"""The type of a placeholder that states none."""


def layouts_of(package: Package) -> dict[str, Part]:
    """Return the layouts of all masters by name; of two with one name the first."""
    found: dict[str, Part] = {}
    for master in _listed(package.main, "p:sldMasterIdLst", MASTER):
        for layout in _listed(master, "p:sldLayoutIdLst", LAYOUT):
            found.setdefault(child_of(layout.root, qn("p:cSld")).get("name", ""), layout)
    return found


_ENOUGH_LAYOUTS, _ENOUGH_PLACES = 3, 2


def is_ours(layouts: Mapping[str, Part]) -> bool:
    """Whether a template is of our form, if perhaps not whole: by names of layouts and placeholders."""
    known = [name for name in NEEDED if name in layouts]
    return len(known) >= _ENOUGH_LAYOUTS or any(
        sum(name_of(shape) in NEEDED[name] for shape, _ in placeholders(layouts[name].root)) >= _ENOUGH_PLACES
        for name in known
    )


def _listed(part: Part, tag: str, kind: str) -> Iterator[Part]:
    """The parts of a kind that another lists, in order.

    Raises:
        LookupError: there is no such part.
    """
    for one in part.root.iterfind(f"{qn(tag)}/*"):
        found = part.rels[one.get(qn("r:id"), "")].part
        if found is None or found.kind != kind:
            raise LookupError(f"{part.name} lists what is no {kind}")
        yield found


def placeholders(root: Element) -> Iterator[tuple[Element, Element]]:
    """Give the placeholders of a slide, layout or master with their marks (``p:ph``), the lowest first."""
    tree = first(root, *_TREE)
    if tree is None:
        raise ValueError("no shapes")
    for shape in tree.iterchildren(*_SHAPES):
        mark = first(shape[0], *_MARK) if len(shape) else None
        if mark is not None:
            yield shape, mark


def first(element: Element, *path: str) -> Element | None:
    """Return the first child of a name, of that the first of the next name, and so on; None where one lacks.

    What a library for paths does for each of thousands takes three times as long.
    """
    found: Element | None = element
    for name in path:
        found = None if found is None else next(found.iterchildren(name), None)
    return found


def name_of(shape: Element) -> str:
    """Return what a shape is called."""
    named = first(shape[0], _NAMED)
    return "" if named is None else named.get("name", "")


def kind_of(mark: Element) -> str:
    """Return the type of a placeholder (``ftr``, ``sldNum``, …)."""
    return mark.get("type", _PLAIN)


def index_of(mark: Element) -> int:
    """Return the number of a placeholder."""
    return int(mark.get("idx", 0))


def measured(layout: Part) -> dict[str, Slot]:
    """Return the placeholders of a layout that words go into, by name.

    Raises:
        ArithmeticError, LookupError, TypeError, ValueError: a number is none, or missing.
    """
    slots: dict[str, Slot] = {}
    for shape, mark in placeholders(layout.root):
        body = None if kind_of(mark) in FURNITURE else first(shape, _BODY)
        box = None if body is None else box_of(shape, mark, layout)
        if body is not None and box is not None:
            name = name_of(shape)
            slots[name] = Slot(name, index_of(mark), box, _insets(body), _levels(body))
    return slots


def box_of(shape: Element, mark: Element, layout: Part) -> Box | None:
    """Return the place of a placeholder, its own or the master's; None where neither states one."""
    left, top, width, height = _stated(shape)
    if left is None or top is None or width is None or height is None:
        stated = _stated_by_master(kind_of(mark), layout)
        pairs = zip((left, top, width, height), stated, strict=True)
        left, top, width, height = (other if own is None else own for own, other in pairs)
    if left is None or width is None:
        return None
    if top is None or height is None:
        raise ValueError("a placeholder has half a place")
    return Box(left / EMU, top / EMU, width / EMU, height / EMU)


def _stated(shape: Element) -> tuple[int | None, int | None, int | None, int | None]:
    place = first(shape, *_PLACE)
    if place is None:
        place = first(shape, _FRAME)
    if place is None:
        return None, None, None, None
    start, size = first(place, _START), first(place, _SIZE)
    left, top = (None, None) if start is None else (_length(start.get(name, "")) for name in ("x", "y"))
    width, height = (None, None) if size is None else (int(size.get(name, "")) for name in ("cx", "cy"))
    return left, top, width, height


def _stated_by_master(kind: str, layout: Part) -> tuple[int | None, int | None, int | None, int | None]:
    wanted = _FROM[kind]
    (master,) = layout.related("slideMaster")
    shapes = (shape for shape, mark in placeholders(master.root) if kind_of(mark) == wanted)
    shape = next(shapes, None)
    return (None, None, None, None) if shape is None else _stated(shape)


def _length(stated: str) -> int:
    """A number, or a number and its unit (ISO/IEC 29500-1, 20.1.10.16)."""
    unit = _UNITS.get(stated[-2:])
    return int(stated) if unit is None else round(float(stated[:-2]) * unit)


def _insets(body: Element) -> tuple[float, float, float, float]:
    outline = first(body, _OUTLINE)
    if outline is None:
        raise ValueError("a text without an outline")
    left, top, right, bottom = (int(outline.get(name, default)) / EMU for name, default in _INSETS)
    return left, top, right, bottom


def _levels(body: Element) -> tuple[Level, ...]:
    style = first(body, _STYLE)
    stated = {} if style is None else {one.tag: one for one in reversed(style)}
    found: list[Level] = []
    for name in _LEVELS:
        level = stated.get(name)
        if level is None:
            break
        found.append(_level(level, found[-1] if found else Level(18, 18 * _NATURAL)))
    return tuple(found) or (Level(18, 18 * _NATURAL),)


def _level(element: Element, above: Level) -> Level:
    run = first(element, _PROPERTIES)
    size = int(run.get("sz", "")) / 100 if run is not None and run.get("sz") else above.size
    pitch = _spacing(first(element, _LINES), size, size * _NATURAL)
    before = _spacing(first(element, _BEFORE), size, 0.0)
    return Level(size, pitch, before, int(element.get("marL", 0)) / EMU)


def _spacing(stated: Element | None, size: float, default: float) -> float:
    if stated is None:
        return default
    points = first(stated, _POINTS)
    if points is not None:
        return int(points.get("val", "")) / 100
    percent = first(stated, _PERCENT)
    if percent is not None:
        return int(percent.get("val", "")) / 100_000 * size * _NATURAL
    return default
