"""What slides may stand on: the layouts of a template, each with its places for words and what lies behind them.

Boxes are in points of a page of usual size: a page of 26.67 by 15 inches is measured as one of half its sides, so
that one rule says which type is large enough. `Sheet.scale` leads back.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.colours import RGB, Scheme, scheme_of
from reportgen.rendering.pptx.adopting.drawn import Move, drawn_on, words_of
from reportgen.rendering.pptx.adopting.ground import Canvas, Ground, Source
from reportgen.rendering.pptx.geometry import (
    FURNITURE,
    first,
    kind_of,
    name_of,
    placeholders,
)
from reportgen.rendering.pptx.markup import EMU, parsed, qn
from reportgen.rendering.pptx.parts import LAYOUT, MASTER, SLIDE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from reportgen.rendering.pptx.parts import Package, Part

USUAL_WIDTH, USUAL_HEIGHT = 720.0, 540.0
"""The least sides in points of a page on which type of 18 points is large enough: 10 by 7.5 inches."""
_PAGES = ((720.0, 405.0), (720.0, 540.0), (960.0, 540.0), (1280.0, 720.0))
"""Sides of pages that places may have been made for which lie beyond their own."""
_TREE = (qn("p:cSld"), qn("p:spTree"))
_OFF, _SIZE, _RUN = qn("a:off"), qn("a:ext"), qn("a:defRPr")
_LEVEL = qn("a:lvl1pPr")
_TITLES = {"title", "ctrTitle"}
_BODIES = {"body", "subTitle", "obj", "tbl", "chart", "dgm", "media", "clipArt", "pic"}
_STYLES = {**dict.fromkeys(_TITLES, "p:titleStyle"), **dict.fromkeys(_BODIES, "p:bodyStyle")}
_FROM = {**dict.fromkeys(_TITLES, "title"), **dict.fromkeys(_BODIES, "body")}
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))  # ECMA-376 Part 1, 21.1.2.1.1
_USUAL_TYPE = 18.0
TITLES = frozenset(_TITLES)
"""The types of placeholders that are called titles."""
PICTURES = frozenset({"pic", "clipArt", "media", "dgm"})
"""The types of placeholders that no words of ours go into."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its sides in points of a usual page, and how many of its own points one of these is.

    `across` and `down` are what its places are to be multiplied by, where they were made for another page.
    """

    width: float
    height: float
    scale: float
    across: float = 1.0
    down: float = 1.0

    def box(self, place: tuple[float, float, float, float]) -> Box:
        """Return a place that markup states in EMU."""
        left, top, width, height = (part / EMU / self.scale for part in place)
        return Box(left * self.across, top * self.down, width * self.across, height * self.down)

    @property
    def move(self) -> Move:
        """How places of the template lie on the usual page."""
        return Move(self.across / self.scale, self.down / self.scale)

    @property
    def is_stretched(self) -> bool:
        """Whether its places were made for another page."""
        return (self.across, self.down) != (1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for words: a placeholder, or on a sample slide a shape that has words.

    `size` in points of a usual page; `colour` is that of its words, None where it cannot be told; `own` says
    that its place has been moved, so that slides must state it.
    """

    name: str
    kind: str
    mark: Element | None = field(repr=False)
    box: Box
    size: float
    colour: RGB | None
    align: str
    anchor: str
    insets: tuple[float, float, float, float]
    prompt: str
    is_upright: bool
    is_moved: bool = False
    ground: RGB | None = None

    @property
    def is_title(self) -> bool:
        """Whether its type says that it is a title."""
        return self.kind in TITLES


@dataclass(frozen=True, slots=True)
class Host:
    """A layout, or a sample slide with its layout, as something that slides may stand on.

    `name` is what people call it, `spots` its places for words from the top, `used` how many sample slides
    stand on it, `decor` the shapes of the sample slide that are taken over, `above` the places of its master.
    `low` is where its footers begin, `base` what its layout alone looks like, `unread` how many pictures are of
    a kind that is not read.
    """

    name: str
    layout: Part = field(repr=False)
    master: Part = field(repr=False)
    spots: tuple[Spot, ...]
    ground: Ground = field(repr=False)
    scheme: Scheme = field(repr=False)
    furniture: tuple[Spot, ...] = field(default=(), repr=False)
    above: tuple[Spot, ...] = field(default=(), repr=False)
    used: int = 0
    sample: Part | None = field(default=None, repr=False)
    decor: tuple[Element, ...] = field(default=(), repr=False)
    low: float = 0.0
    unread: int = 0
    base: Ground | None = field(default=None, repr=False)


def sheet_of(package: Package) -> Sheet:
    """Return the page of a presentation.

    Raises:
        ValueError: it states no size that can be.
    """
    stated = package.main.root.find(qn("p:sldSz"))
    width, height = (
        (int(stated.get("cx", "")) / EMU, int(stated.get("cy", "")) / EMU)
        if stated is not None
        else (USUAL_WIDTH, USUAL_HEIGHT)
    )
    if width < EMU / 1000 or height < EMU / 1000:
        raise ValueError("no page")
    scale = min(width / USUAL_WIDTH, height / USUAL_HEIGHT)
    across, down = _stretch(package, width, height)
    return Sheet(width / scale, height / scale, scale, across, down)


def _stretch(package: Package, width: float, height: float) -> tuple[float, float]:
    """What places are to be multiplied by that lie beyond the page, since they were made for another."""
    right = bottom = 0.0
    for _, layout in _layouts(package):
        for shape, mark in placeholders(layout.root):
            place = _stated(shape)
            if place is not None and kind_of(mark) not in FURNITURE:
                right = max(right, (place[0] + place[2]) / EMU)
                bottom = max(bottom, (place[1] + place[3]) / EMU)
    if right <= width * 1.02 and bottom <= height * 1.02:
        return 1.0, 1.0
    made_for = next(((w, h) for w, h in _PAGES if right <= w * 1.02 and bottom <= h * 1.02), (right, bottom))
    return min(width / made_for[0], 1.0), min(height / made_for[1], 1.0)


def _layouts(package: Package) -> Iterator[tuple[Part, Part]]:
    """All masters with their layouts, in order."""
    for master in _listed(package.main, "p:sldMasterIdLst", MASTER):
        for layout in _listed(master, "p:sldLayoutIdLst", LAYOUT):
            yield master, layout


def _listed(part: Part, tag: str, kind: str) -> Iterator[Part]:
    for one in part.root.iterfind(f"{qn(tag)}/*"):
        relation = part.rels.get(one.get(qn("r:id"), ""))
        if relation is not None and relation.part is not None and relation.part.kind == kind:
            yield relation.part


def masters_of(package: Package) -> list[Part]:
    """Return the masters of slides, in order."""
    return list(_listed(package.main, "p:sldMasterIdLst", MASTER))


def slides_of(package: Package) -> list[Part]:
    """Return the sample slides that are shown, in order."""
    found = _listed(package.main, "p:sldIdLst", SLIDE)
    return [one for one in found if one.root.get("show") not in {"0", "false"}]


def hosts_of(package: Package, sheet: Sheet) -> list[Host]:
    """Return the layouts of all masters, of those that are the same the first, with their places for words."""
    slides = slides_of(package)
    used = [part for slide in slides for part in slide.related("slideLayout")]
    seen: set[bytes] = set()
    found: list[Host] = []
    for master, layout in _layouts(package):
        digest = _digest(master, layout)
        if digest in seen:
            continue
        seen.add(digest)
        found.append(host_of(master, layout, sheet, sum(one is layout for one in used)))
    return found


def host_of(master: Part, layout: Part, sheet: Sheet, used: int = 0) -> Host:
    """Return one layout as something that slides may stand on."""
    theme = theme_of(master)
    scheme = scheme_of(theme, _names(master, layout))
    canvas = Canvas(sheet.width, sheet.height)
    paint(canvas, (master, layout), scheme, theme, sheet)
    styled = _Styled(layout, master, scheme, sheet)
    spots = [styled.spot(shape, mark) for shape, mark in placeholders(layout.root) if shape.tag == qn("p:sp")]
    found = sorted((one for one in spots if one is not None), key=lambda one: (one.box.top, one.box.left))
    known = [one for one in found if one.kind not in FURNITURE]
    furniture = tuple(one for one in found if one.kind in FURNITURE)
    masters = [
        styled.spot(shape, mark) for shape, mark in placeholders(master.root) if shape.tag == qn("p:sp")
    ]
    above = tuple(one for one in masters if one is not None)
    titled = first(layout.root, qn("p:cSld"))
    name = "" if titled is None else titled.get("name", "")
    low = _furniture_top(layout, master, sheet)
    return Host(
        f"版式“{name}”", layout, master, tuple(known), canvas.ground(), scheme, furniture, above, used, low=low, unread=canvas.unread
    )  # fmt: skip


def paint(canvas: Canvas, parts: Sequence[Part], scheme: Scheme, theme: Element, sheet: Sheet) -> None:
    """Draw a master, its layout, and perhaps a slide, with the background of the last that has one."""
    grounds = [part for part in parts if first(part.root, qn("p:cSld"), qn("p:bg")) is not None]
    if grounds:
        background = first(grounds[-1].root, qn("p:cSld"), qn("p:bg"))
        if background is not None:
            canvas.cover(background, Source(grounds[-1], scheme, theme))
    for number, part in enumerate(parts):
        if any(later.root.get("showMasterSp") in {"0", "false"} for later in parts[number + 1 :]):
            continue
        tree = first(part.root, *_TREE)
        if tree is not None:
            canvas.add(drawn_on(tree, sheet.move), Source(part, scheme, theme))


def theme_of(master: Part) -> Element:
    """Return the theme of a master.

    Raises:
        LookupError: it has none.
    """
    themes = master.related("theme")
    if not themes:
        raise LookupError("a master without a theme")
    return parsed(themes[0].data)


def _names(master: Part, layout: Part) -> Mapping[str, str]:
    stated = first(layout.root, qn("p:clrMapOvr"), qn("a:overrideClrMapping"))
    stated = master.root.find(qn("p:clrMap")) if stated is None else stated
    return {} if stated is None else {str(name): str(value) for name, value in stated.attrib.items()}


def _digest(master: Part, layout: Part) -> bytes:
    """What two layouts have in common that look alike; the master's list of layouts does not count."""
    theme = master.related("theme")
    parts = [layout.data, *(one.data for one in theme)]
    tree = first(master.root, *_TREE)
    words = b"" if tree is None else repr([(one.tag, dict(one.attrib)) for one in tree.iter()]).encode()
    return hashlib.sha256(b"".join([*parts, words])).digest()


def _furniture_top(layout: Part, master: Part, sheet: Sheet) -> float:
    """Where footers begin below which no words stand; the foot of the page where there are none."""
    tops = [sheet.height]
    for shape, mark in placeholders(layout.root):
        if kind_of(mark) in FURNITURE:
            place = _stated(shape) or _stated_above(kind_of(mark), master)
            box = None if place is None else sheet.box(place)
            if box is not None and box.top > sheet.height * 0.8 and box.width > 0:
                tops.append(box.top)
    return min(tops)


def _stated(shape: Element) -> tuple[int, int, int, int] | None:
    place = first(shape, qn("p:spPr"), qn("a:xfrm"))
    if place is None:
        return None
    off, size = first(place, _OFF), first(place, _SIZE)
    if off is None or size is None:
        return None
    try:
        left, top = int(float(off.get("x", ""))), int(float(off.get("y", "")))
        return left, top, int(float(size.get("cx", ""))), int(float(size.get("cy", "")))
    except ValueError:
        return None


def _stated_above(kind: str, master: Part) -> tuple[int, int, int, int] | None:
    wanted = _FROM.get(kind, kind)
    return next((_stated(one) for one, mark in placeholders(master.root) if kind_of(mark) == wanted), None)


class _Styled:
    """The placeholders of a layout, with what they take over from its master."""

    def __init__(self, layout: Part, master: Part, scheme: Scheme, sheet: Sheet) -> None:
        self._layout, self._master, self._scheme, self._sheet = layout, master, scheme, sheet

    def spot(self, shape: Element, mark: Element) -> Spot | None:
        """A placeholder as a place for words; None where nothing says where it is."""
        kind = kind_of(mark)
        above = self._above(kind)
        place = _stated(shape) or (None if above is None else _stated(above))
        if place is None:
            return None
        body = first(shape, qn("p:txBody"), qn("a:bodyPr"))
        body_above = None if above is None else first(above, qn("p:txBody"), qn("a:bodyPr"))
        levels = [one for one in (_level(shape), _level(above), self._style(kind)) if one is not None]
        turned = _turned(shape)
        vertical = _given("vert", (body, body_above), "horz") not in {"horz", ""}
        return Spot(
            name_of(shape),
            kind,
            mark,
            self._sheet.box(place),
            self._size(levels, shape),
            self._colour(levels),
            next((one.get("algn", "") for one in levels if one.get("algn")), "l"),
            _given("anchor", (body, body_above), "t"),
            self._insets(body, body_above),
            words_of(shape),
            not turned and not vertical,
            self._sheet.is_stretched,
            self._ground(shape, above),
        )

    def _ground(self, *shapes: Element | None) -> RGB | None:
        """The fill of a placeholder: its own, or that of the one above it."""
        for shape in shapes:
            looks = None if shape is None else first(shape, qn("p:spPr"))
            for fill in () if looks is None else looks:
                if fill.tag == qn("a:noFill"):
                    return None
                found = self._scheme.colour(fill) if fill.tag == qn("a:solidFill") else None
                if found is not None:
                    return found[0]
        return None

    def _above(self, kind: str) -> Element | None:
        wanted = _FROM.get(kind, kind)
        found = (one for one, mark in placeholders(self._master.root) if kind_of(mark) == wanted)
        return next(found, None)

    def _style(self, kind: str) -> Element | None:
        name = _STYLES.get(kind, "p:otherStyle")
        return first(self._master.root, qn("p:txStyles"), qn(name), _LEVEL)

    def _size(self, levels: Sequence[Element], shape: Element) -> float:
        """The size of the first level; LibreOffice states it with the words that ask for words."""
        runs = [one for one in shape.iter(qn("a:rPr")) if one.get("sz")][:1]
        for run in (*runs, *(first(level, _RUN) for level in levels)):
            if run is not None and run.get("sz"):
                return int(run.get("sz", "")) / 100 / self._sheet.scale
        return _USUAL_TYPE

    def _colour(self, levels: Sequence[Element]) -> RGB | None:
        for level in levels:
            fill = first(level, _RUN, qn("a:solidFill"))
            found = None if fill is None else self._scheme.colour(fill)
            if found is not None:
                return found[0]
        return self._scheme.named("tx1")

    def _insets(self, *bodies: Element | None) -> tuple[float, float, float, float]:
        left, top, right, bottom = (
            int(_given(name, bodies, str(usual))) / EMU / self._sheet.scale for name, usual in _INSETS
        )
        return left, top, right, bottom


def _level(shape: Element | None) -> Element | None:
    return None if shape is None else first(shape, qn("p:txBody"), qn("a:lstStyle"), _LEVEL)


def _given(name: str, elements: Sequence[Element | None], usual: str) -> str:
    return next((one.get(name, "") for one in elements if one is not None and one.get(name)), usual)


def _turned(shape: Element) -> bool:
    place = first(shape, qn("p:spPr"), qn("a:xfrm"))
    return place is not None and int(place.get("rot", 0)) % 21_600_000 != 0
