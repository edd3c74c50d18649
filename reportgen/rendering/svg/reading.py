"""Words that stand in a template itself: on its shapes, in its footers and page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.rendering.pptx.geometry import first
from reportgen.rendering.pptx.markup import EMU, qn
from reportgen.rendering.svg.blocks import Frame, Lines, Run, block
from reportgen.rendering.svg.manners import Layer, face_of, manner

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from reportgen.planning.deck import Box
    from reportgen.rendering.pptx.adopting.colours import Scheme

_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))  # ECMA-376 Part 1, 21.1.2.1.1
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a shape's own type: styles and outlines of text from the nearest, the fonts.

    `styles` hold levels (``a:lvl1pPr``); `scale` is how many points of its own page a point is.
    """

    styles: Sequence[Element]
    outlines: Sequence[Element]
    scheme: Scheme
    scale: float
    fonts: Mapping[str, str]

    @property
    def usual(self) -> str:
        """The font that pictures have without being told."""
        return self.fonts["+mn-ea"]

    def layers(self, level: int) -> list[Layer]:
        """Return what states how a level from 0 is set."""
        tag = qn(f"a:lvl{min(level, _DEEPEST - 1) + 1}pPr")
        found = (first(style, tag) for style in self.styles)
        return [Layer(one, self.scheme, self.scale) for one in found if one is not None]

    def insets(self) -> tuple[float, float, float, float]:
        """Return the insets in points, left, top, right and bottom."""
        left, top, right, bottom = (
            int(given(name, self.outlines, str(usual))) / EMU / self.scale for name, usual in _INSETS
        )
        return left, top, right, bottom


def given(name: str, elements: Sequence[Element], usual: str) -> str:
    """Return the first value of an attribute that elements state."""
    return next((one.get(name, "") for one in elements if one.get(name)), usual)


def said(body: Element, box: Box, above: Above, slide: int = 0) -> str:
    """Return the words of a shape (``p:txBody``), the number of the slide where that belongs.

    Words that run upwards or downwards are left out: where they stand, none of ours do.
    """
    if given("vert", above.outlines, "horz") != "horz":
        return ""
    paras = [_lines(one, above, slide) for one in body.iterchildren(qn("a:p"))]
    if not any(run.text.strip() for para in paras for run in para.runs):
        return ""
    wraps = given("wrap", above.outlines, "square") != "none"
    frame = Frame(box, above.insets(), given("anchor", above.outlines, "t"), wraps)
    return block(frame, paras, above.usual)


def _lines(para: Element, above: Above, slide: int) -> Lines:
    own = first(para, qn("a:pPr"))
    layers = above.layers(0 if own is None else int(own.get("lvl", 0)))
    if own is not None:
        layers.insert(0, Layer(own, above.scheme, above.scale))
    runs = tuple(_runs(para, layers, above, slide))
    set_as = manner([Layer(one, above.scheme, above.scale) for one in _typed(para)] + layers, above.fonts)
    return Lines(set_as, runs)


def _typed(para: Element) -> list[Element]:
    """The type of the first words, which decides how far lines are apart."""
    run = next(iter(para.iter(qn("a:rPr"))), None)
    return [] if run is None else [run]


def _runs(para: Element, layers: Sequence[Layer], above: Above, slide: int) -> Iterator[Run]:
    for one in para:
        kind = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
        if kind not in {"r", "fld", "br"}:
            continue
        own = first(one, qn("a:rPr"))
        stated = [] if own is None else [Layer(own, above.scheme, above.scale)]
        face = face_of([*stated, *layers], above.fonts)
        words = first(one, qn("a:t"))
        text = "\n" if kind == "br" else ("" if words is None else words.text or "")
        yield Run(str(slide) if kind == "fld" and one.get("type") == "slidenum" else text, face)
