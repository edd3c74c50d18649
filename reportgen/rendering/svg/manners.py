"""How words are set: what a place states of it, after that its layout, its master and the presentation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from reportgen.rendering.pptx.adopting.colours import BLACK, RGB, Scheme
from reportgen.rendering.pptx.geometry import first
from reportgen.rendering.pptx.markup import EMU, qn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element

    from reportgen.planning.deck import Level

NATURAL = 1.33
"""Distance of lines in em where none is stated, of 微软雅黑; planning measures with the same."""
STATED_FOOT, NATURAL_FOOT = 0.21, 0.27
"""Share of the size by which the foot of a line lies below what letters stand on: where lines are a stated
distance apart as measured in LibreOffice's pages, else as 微软雅黑 has it (0.262)."""
_USUAL = 18.0
_FULL = 100_000
_RUN = qn("a:defRPr")
_YES = frozenset({"1", "true", "on"})
_PLAIN = "微软雅黑"


class Layer(NamedTuple):
    """One that states how words are set (``a:lvl1pPr``, ``a:pPr``, ``a:rPr``), its colours, its scale."""

    element: Element
    scheme: Scheme
    scale: float


@dataclass(frozen=True, slots=True)
class Face:
    """The type of words: size in points, weight, slant, colour and how much is seen of it, fonts."""

    size: float
    bold: bool
    italic: bool
    colour: RGB
    seen: float
    latin: str
    han: str


@dataclass(frozen=True, slots=True)
class Manner:
    """How a paragraph is set; measures in points.

    `pitch` is the distance of its lines, `before` the room above it, `left` where its lines begin, `first`
    how much farther the first one does, `mark` its bullet with colour and share of its size, `foot`
    the share of the size by which a line reaches below what letters stand on.
    """

    face: Face
    align: str
    pitch: float
    before: float
    left: float
    first: float
    mark: str = ""
    mark_colour: RGB | None = None
    mark_share: float = 1.0
    foot: float = STATED_FOOT

    def levelled(self, level: Level, colour: RGB | None) -> Manner:
        """Return it where a slide states size and pitch itself, and perhaps the colour."""
        face = replace(self.face, size=level.size, colour=colour or self.face.colour)
        return replace(
            self, face=face, pitch=level.pitch, before=0.0, left=0.0, first=0.0, mark="", foot=STATED_FOOT
        )


def manner(layers: Sequence[Layer], fonts: Mapping[str, str]) -> Manner:
    """Return how a paragraph is set; what is stated first prevails, and `fonts` are those of the theme."""
    face = face_of(layers, fonts)
    size = face.size
    pitch = _spacing(layers, "a:lnSpc", size * NATURAL, size * NATURAL)
    mark, shade, part = _mark(layers)
    return Manner(
        face,
        _given(layers, "algn", "l"),
        pitch,
        _spacing(layers, "a:spcBef", size * NATURAL, 0.0),
        _measure(layers, "marL"),
        _measure(layers, "indent"),
        mark,
        shade,
        part,
        STATED_FOOT if _is_stated(layers) else NATURAL_FOOT,
    )


def face_of(layers: Sequence[Layer], fonts: Mapping[str, str]) -> Face:
    """Return the type of words; arguments as of `manner`, runs (``a:rPr``) among the layers."""
    runs = [
        run for one in layers if (run := one if one.element.tag == qn("a:rPr") else _run(one)) is not None
    ]
    sized = next((one for one in runs if one.element.get("sz")), None)
    size = _USUAL if sized is None else int(sized.element.get("sz", "")) / 100 / sized.scale
    colour, seen = _coloured(runs)
    han = _font(runs, "a:ea", fonts, "+mn-ea")
    return Face(
        size,
        _given(runs, "b", "0") in _YES,
        _given(runs, "i", "0") in _YES,
        colour,
        seen,
        _font(runs, "a:latin", fonts, "+mn-lt") or han,
        han or _PLAIN,
    )


def _run(layer: Layer) -> Layer | None:
    found = first(layer.element, _RUN)
    return None if found is None else layer._replace(element=found)


def _coloured(runs: Sequence[Layer]) -> tuple[RGB, float]:
    for run in runs:
        for name in ("a:solidFill", "a:gradFill"):
            fill = first(run.element, qn(name))
            if fill is None:
                continue
            stated = next(iter(fill.iter(qn("a:gs"))), fill)
            found = run.scheme.colour(stated)
            if found is not None:
                return found
    named = runs[0].scheme.named("tx1") if runs else None
    return named or BLACK, 1.0


def _font(runs: Sequence[Layer], tag: str, fonts: Mapping[str, str], usual: str) -> str:
    stated = (first(run.element, qn(tag)) for run in runs)
    name = next((one.get("typeface", "") for one in stated if one is not None), usual) or usual
    return fonts.get(name, "" if name.startswith("+") else name)


def _given(layers: Sequence[Layer], name: str, usual: str) -> str:
    return next((one.element.get(name, "") for one in layers if one.element.get(name)), usual)


def _measure(layers: Sequence[Layer], name: str) -> float:
    found = next((one for one in layers if one.element.get(name)), None)
    return 0.0 if found is None else int(found.element.get(name, "")) / EMU / found.scale


def _spacing(layers: Sequence[Layer], tag: str, whole: float, usual: float) -> float:
    """A distance that is stated in points, or as a share of a whole."""
    for layer in layers:
        stated = first(layer.element, qn(tag))
        if stated is None:
            continue
        for part in stated:
            value = int(part.get("val", "0").rstrip("%"))
            if part.tag == qn("a:spcPts"):
                return value / 100 / layer.scale
            return value / _FULL * whole
    return usual


def _is_stated(layers: Sequence[Layer]) -> bool:
    """Whether lines are a distance in points apart, whatever their type."""
    found = (first(layer.element, qn("a:lnSpc")) for layer in layers)
    stated = next((one for one in found if one is not None), None)
    return stated is not None and first(stated, qn("a:spcPts")) is not None


def _mark(layers: Sequence[Layer]) -> tuple[str, RGB | None, float]:
    """The bullet, its colour where it has one of its own, and its share of the words' size."""
    mark, colour, part = None, None, None
    for layer in layers:
        for one in layer.element:
            kind = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
            if kind in {"buNone", "buAutoNum", "buBlip"} and mark is None:
                mark = ""
            elif kind == "buChar" and mark is None:
                mark = one.get("char", "")
            elif kind == "buClr" and colour is None:
                found = layer.scheme.colour(one)
                colour = None if found is None else found[0]
            elif kind == "buSzPct" and part is None:
                part = int(one.get("val", "100000").rstrip("%")) / _FULL
    return mark or "", colour, 1.0 if part is None else part
