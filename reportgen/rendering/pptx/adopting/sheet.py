"""The page of a template, and its masters, layouts and sample slides in order.

Boxes are in points of a page of usual size: a page of 26.67 by 15 inches is measured as one of half its
sides, so that one rule says which type is large enough. `Sheet.scale` leads back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.drawn import Move
from reportgen.rendering.pptx.geometry import FURNITURE, first, kind_of, placeholders
from reportgen.rendering.pptx.markup import EMU, qn
from reportgen.rendering.pptx.parts import LAYOUT, MASTER, SLIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from reportgen.rendering.pptx.parts import Package, Part

USUAL_WIDTH, USUAL_HEIGHT = 720.0, 540.0
"""The least sides in points of a page on which type of 18 points is large enough: 10 by 7.5 inches."""
_OVER, _FEW = 1.02, 0.2
"""How far a place may reach beyond the page, and what share of all places may lie beyond it by mistake."""
_PAGES = (
    (720.0, 405.0), (720.0, 540.0), (960.0, 540.0), (1280.0, 720.0), (1440.0, 810.0), (1920.0, 1080.0)
)  # fmt: skip
"""Sides of pages that places may have been made for which lie beyond their own."""


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
        """How what is drawn lies on the usual page; only places for words were made for another one."""
        return Move(1 / self.scale, 1 / self.scale)

    @property
    def is_stretched(self) -> bool:
        """Whether its places were made for another page."""
        return (self.across, self.down) != (1.0, 1.0)


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
    """What places are to be multiplied by that were made for another page, since many lie beyond this one."""
    edges: list[tuple[float, float]] = []
    low = 0.0
    for part in (*masters_of(package), *(layout for _, layout in layouts_in(package))):
        for shape, mark in placeholders(part.root):
            place = stated(shape)
            if place is None:
                continue
            right, bottom = (place[0] + place[2]) / EMU, (place[1] + place[3]) / EMU
            if kind_of(mark) in FURNITURE:
                low = max(low, bottom)
            elif part.kind == LAYOUT:
                edges.append((right, bottom))
    beyond = sum(right > width * _OVER or bottom > height * _OVER for right, bottom in edges)
    if beyond <= _FEW * len(edges):
        return 1.0, 1.0
    right, bottom = (max(one[side] for one in edges) for side in (0, 1))
    made_for = next(((w, h) for w, h in _PAGES if right <= w * _OVER and bottom <= h * _OVER), None)
    made_for = made_for or (right, max(bottom, low))
    return min(width / made_for[0], 1.0), min(height / made_for[1], 1.0)


def layouts_in(package: Package) -> Iterator[tuple[Part, Part]]:
    """Give all masters with their layouts, in order."""
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


def stated(shape: Element) -> tuple[int, int, int, int] | None:
    """Return left, top, width and height that a shape states, in EMU; None where it does not."""
    place = first(shape, qn("p:spPr"), qn("a:xfrm"))
    if place is None:
        return None
    off, size = first(place, qn("a:off")), first(place, qn("a:ext"))
    if off is None or size is None:
        return None
    try:
        left, top = int(float(off.get("x", ""))), int(float(off.get("y", "")))
        return left, top, int(float(size.get("cx", ""))), int(float(size.get("cy", "")))
    except (OverflowError, ValueError):
        return None


def is_near(one: Box, other: Box, by: float = 1.0) -> bool:
    """Whether the edges of two places lie within some points of each other."""
    pairs = zip(
        (one.left, one.top, one.right, one.bottom),
        (other.left, other.top, other.right, other.bottom),
        strict=True,
    )
    return all(abs(mine - its) <= by for mine, its in pairs)
