"""What slides may stand on: layouts, each with its places for words and what lies behind them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.rendering.pptx.adopting.canvas import Canvas
from reportgen.rendering.pptx.adopting.colours import Scheme, scheme_of
from reportgen.rendering.pptx.adopting.drawn import drawn_on
from reportgen.rendering.pptx.adopting.fills import Source
from reportgen.rendering.pptx.adopting.ground import Ground
from reportgen.rendering.pptx.adopting.sheet import Sheet, layouts_in, slides_of, stated
from reportgen.rendering.pptx.adopting.spots import Spot, Styled, stated_above
from reportgen.rendering.pptx.geometry import FURNITURE, first, kind_of, placeholders
from reportgen.rendering.pptx.markup import parsed, qn
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element

    from reportgen.rendering.pptx.parts import Package, Part

_TREE = (qn("p:cSld"), qn("p:spTree"))
_LAYOUTS = qn("p:sldLayoutIdLst")
_COPY = lazy(r"^\d+_")
"""What PowerPoint writes before the name of what it copies (1_标题幻灯片)."""


@dataclass(frozen=True, slots=True)
class Host:
    """A layout, or a sample slide with its layout, as something that slides may stand on.

    `name` is what people call it, `spots` its places for words from the top, `used` how many sample slides
    stand on it, `decor` the shapes of the sample slide that are taken over, `above` the places of its master.
    `low` is where its footers begin, `base` what its layout alone looks like, `unread` how many pictures are
    of a kind that is not read; `called` is the name of its layout, `number` that of its sample slide from 1.
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
    called: str = ""
    number: int = 0


UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What comes of a number that is none, or of what is lacking."""


def hosts_of(package: Package, sheet: Sheet) -> tuple[list[Host], list[str]]:
    """Return the layouts of all masters, of those that are the same the first, and what cannot be read.

    Raises:
        ArithmeticError, AttributeError, LookupError, TypeError, ValueError: none can be read.
    """
    slides = slides_of(package)
    used = [part for slide in slides for part in slide.related("slideLayout")]
    seen: set[bytes] = set()
    found: list[Host] = []
    unreadable: dict[str, Exception] = {}
    for master, layout in layouts_in(package):
        digest = _digest(master, layout)
        if digest in seen:
            continue
        seen.add(digest)
        try:
            found.append(host_of(master, layout, sheet, sum(one is layout for one in used)))
        except UNREADABLE as error:  # the others serve as well without it
            unreadable[layout.name] = error
    if unreadable and not found:
        raise next(iter(unreadable.values()))
    return found, list(unreadable)


def host_of(master: Part, layout: Part, sheet: Sheet, used: int = 0) -> Host:
    """Return one layout as something that slides may stand on."""
    theme = theme_of(master)
    scheme = scheme_of(theme, _names(master, layout))
    canvas = Canvas(sheet.width, sheet.height)
    paint(canvas, (master, layout), scheme, theme, sheet)
    styled = Styled(layout, master, scheme, sheet)
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
        f"版式“{name}”",
        layout,
        master,
        tuple(known),
        canvas.ground(),
        scheme,
        furniture,
        above,
        used,
        low=low,
        unread=canvas.unread,
        called=name,
    )


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
    """What two layouts have in common that look alike, whatever programs number and name them by."""
    trees = [layout.root, master.root, *(parsed(one.data) for one in master.related("theme"))]
    pictures = [one.data for part in (layout, master) for one in part.related("image")]
    return hashlib.sha256(b"".join([repr([*map(_seen, trees)]).encode(), *pictures])).digest()


def _seen(root: Element) -> list[object]:
    """What is seen of a part: all but its list of layouts, the numbers of edits, and how copies are named."""
    stated = [
        (one.tag, {name: _COPY.sub("", str(value)) for name, value in one.items()}, one.text)
        for child in root
        if child.tag != _LAYOUTS
        for one in child.iter()
        if not str(one.tag).endswith("}creationId")
    ]
    return [root.get("showMasterSp"), *stated]


def _furniture_top(layout: Part, master: Part, sheet: Sheet) -> float:
    """Where footers begin below which no words stand; the foot of the page where there are none."""
    tops = [sheet.height]
    for shape, mark in placeholders(layout.root):
        if kind_of(mark) in FURNITURE:
            place = stated(shape) or stated_above(kind_of(mark), master)
            box = None if place is None else sheet.box(place)
            if box is not None and box.top > sheet.height * 0.8 and box.width > 0:
                tops.append(box.top)
    return min(tops)
