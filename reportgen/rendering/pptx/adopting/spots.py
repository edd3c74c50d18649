"""Places for words on a layout, with what they take over from its master."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.colours import RGB, Scheme
from reportgen.rendering.pptx.adopting.drawn import words_of
from reportgen.rendering.pptx.adopting.sheet import Sheet, stated
from reportgen.rendering.pptx.geometry import first, kind_of, name_of, placeholders
from reportgen.rendering.pptx.markup import EMU, qn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from reportgen.rendering.pptx.parts import Part

_RUN, _LEVEL = qn("a:defRPr"), qn("a:lvl1pPr")
TITLES = frozenset({"title", "ctrTitle"})
"""The types of placeholders that are called titles."""
PICTURES = frozenset({"pic", "clipArt", "media", "dgm"})
"""The types of placeholders that no words of ours go into."""
_BODIES = PICTURES | {"body", "subTitle", "obj", "tbl", "chart"}
STYLES = {**dict.fromkeys(TITLES, "p:titleStyle"), **dict.fromkeys(_BODIES, "p:bodyStyle")}
"""The styles of a master that placeholders of a type are set in."""
ABOVE = {**dict.fromkeys(TITLES, "title"), **dict.fromkeys(_BODIES, "body")}
"""The placeholder of a master that one of a layout takes over from, by their types."""
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))  # ECMA-376 Part 1, 21.1.2.1.1
_USUAL_TYPE, _TITLE_TYPE = 18.0, 30.0
"""Points of type that nothing states."""


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
    face: tuple[str, ...] = ()

    @property
    def is_title(self) -> bool:
        """Whether its type says that it is a title."""
        return self.kind in TITLES


class Styled:
    """The placeholders of a layout, with what they take over from its master."""

    def __init__(self, layout: Part, master: Part, scheme: Scheme, sheet: Sheet) -> None:
        """Take a layout, its master, the colours there and the page."""
        self._layout, self._master, self._scheme, self._sheet = layout, master, scheme, sheet

    def spot(self, shape: Element, mark: Element) -> Spot | None:
        """Return a placeholder as a place for words; None where nothing says where it is."""
        kind = kind_of(mark)
        above = self._above(kind)
        place = stated(shape) or (None if above is None else stated(above))
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
            self._size(levels, shape, is_title=kind in TITLES),
            self._colour(levels),
            next((one.get("algn", "") for one in levels if one.get("algn")), "l"),
            _given("anchor", (body, body_above), "t"),
            self._insets(body, body_above),
            words_of(shape),
            not turned and not vertical,
            self._sheet.is_stretched,
            self._ground(shape, above),
            _face(levels),
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
        wanted = ABOVE.get(kind, kind)
        found = (one for one, mark in placeholders(self._master.root) if kind_of(mark) == wanted)
        return next(found, None)

    def _style(self, kind: str) -> Element | None:
        name = STYLES.get(kind, "p:otherStyle")
        return first(self._master.root, qn("p:txStyles"), qn(name), _LEVEL)

    def _size(self, levels: Sequence[Element], shape: Element, *, is_title: bool) -> float:
        """The size of the first level; LibreOffice states it with the words that ask for words."""
        runs = [one for one in shape.iter(qn("a:rPr")) if one.get("sz")][:1]
        for run in (*runs, *(first(level, _RUN) for level in levels)):
            if run is not None and run.get("sz"):
                return int(run.get("sz", "")) / 100 / self._sheet.scale
        return _TITLE_TYPE if is_title else _USUAL_TYPE

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


def stated_above(kind: str, master: Part) -> tuple[int, int, int, int] | None:
    """Return where a master has its placeholder of a type, in EMU; None where it has none."""
    wanted = ABOVE.get(kind, kind)
    return next((stated(one) for one, mark in placeholders(master.root) if kind_of(mark) == wanted), None)


def _level(shape: Element | None) -> Element | None:
    return None if shape is None else first(shape, qn("p:txBody"), qn("a:lstStyle"), _LEVEL)


def _given(name: str, elements: Sequence[Element | None], usual: str) -> str:
    return next((one.get(name, "") for one in elements if one is not None and one.get(name)), usual)


def _face(levels: Sequence[Element]) -> tuple[str, ...]:
    """What else is seen of type: heavy, slanted, in which font."""
    runs = [run for level in levels if (run := first(level, _RUN)) is not None]
    fonts = [font for run in runs if (font := first(run, qn("a:latin"))) is not None]
    return (_given("b", runs, "0"), _given("i", runs, "0"), _given("typeface", fonts, ""))


def _turned(shape: Element) -> bool:
    place = first(shape, qn("p:spPr"), qn("a:xfrm"))
    return place is not None and int(place.get("rot", 0)) % 21_600_000 != 0
