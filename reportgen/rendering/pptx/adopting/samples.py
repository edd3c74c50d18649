"""Sample slides as something that slides may stand on, where the look of a template lies in these.

What comes again on several slides is the look; what stands on one only is somebody's content. A first slide
and one that thanks have no others like them, so all that is drawn on them is taken over, and words never are.
"""

from __future__ import annotations

import copy
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.planning.deck import Box
from reportgen.rendering.elements import drop
from reportgen.rendering.pptx.adopting.canvas import Canvas
from reportgen.rendering.pptx.adopting.drawn import Drawn, drawn_on, empty, is_placeholder, words_of
from reportgen.rendering.pptx.adopting.fills import Source
from reportgen.rendering.pptx.adopting.hosts import UNREADABLE, Host, host_of, paint, theme_of
from reportgen.rendering.pptx.adopting.sheet import Sheet
from reportgen.rendering.pptx.adopting.spots import Spot
from reportgen.rendering.pptx.geometry import first, kind_of, name_of, placeholders
from reportgen.rendering.pptx.markup import qn
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as Element

    from reportgen.rendering.pptx.parts import Part

_TREE = (qn("p:cSld"), qn("p:spTree"))
_TIMES = 2
THANKS = lazy(r"谢谢|感谢|致谢|聆听|再见|封底|封尾|末尾|结束|尾页|thank|the end|\bend\b|closing|q\s*&\s*a", 2)
"""What is read on a last slide, or in the name of its layout; 2 is re.IGNORECASE."""
_FEW_WORDS = 40
_COPIED = frozenset(map(qn, ("p:sp", "p:pic", "p:cxnSp", "p:grpSp")))
_INSETS = (7.2, 3.6, 7.2, 3.6)
_FOREIGN = frozenset(map(qn, ("a:audioFile", "a:videoFile", "a:wavAudioFile", "a:quickTimeFile")))
_USUAL_TYPE = 18.0


def sample_hosts(slides: Sequence[Part], sheet: Sheet) -> list[Host]:
    """Return each sample slide with what of it is look and not content, in order."""
    again = Counter(key for slide in slides for key in {_key(one) for one in _children(slide)})
    found: list[Host] = []
    for number, slide in enumerate(slides, 1):
        at_the_ends = number == 1 or is_ending(words_of(slide.root))
        kept = [one for one in _children(slide) if at_the_ends or again[_key(one)] >= _TIMES]
        host = None
        with suppress(*UNREADABLE):  # the others serve as well without it
            host = _host(slide, kept, sheet, number)
        if host is not None:
            found.append(host)
    return found


def has_background(host: Host) -> bool:
    """Whether a sample slide has a ground of its own: then its layout is not what people know."""
    return host.base is not None and not host.ground.is_tone_of(host.base)


def is_ending(words: str) -> bool:
    """Whether the words of a slide are few, and thank or end."""
    return bool(THANKS.search(words)) and len(words) <= _FEW_WORDS


def _children(slide: Part) -> Iterator[Element]:
    tree = first(slide.root, *_TREE)
    for child in () if tree is None else tree:
        if child.tag in _COPIED and not is_placeholder(child):
            yield child


def _key(shape: Element) -> tuple[object, ...]:
    """What two shapes have in common that are one and the same on two slides."""
    place = next(shape.iter(qn("a:off")), None)
    size = next(shape.iter(qn("a:ext")), None)
    stated = [
        _about(one.get(name) or "0")
        for one, names in ((place, "xy"), (size, ("cx", "cy")))
        if one is not None
        for name in names
    ]
    return shape.tag, *stated


def _about(number: str) -> float | str:
    """A measure in some 4 points, or as it is written where it is no number."""
    try:
        return round(float(number) / 50_000)
    except (OverflowError, ValueError):
        return number


def _host(slide: Part, kept: Sequence[Element], sheet: Sheet, number: int) -> Host | None:
    layouts = slide.related("slideLayout")
    masters = layouts[0].related("slideMaster") if layouts else []
    if not masters:
        return None
    master, layout = masters[0], layouts[0]
    base = host_of(master, layout, sheet)
    widest = max((_type(one) for one in kept), default=0.0)
    wordless = [one for one in kept if not words_of(one) or one.tag == qn("p:grpSp") or _type(one) >= widest]
    decor = [one for one in map(_without_words, wordless) if one is not None]
    canvas = Canvas(sheet.width, sheet.height)
    theme = theme_of(master)
    paint(canvas, (master, layout), base.scheme, theme, sheet)
    background = first(slide.root, qn("p:cSld"), qn("p:bg"))
    if background is not None:
        canvas.cover(background, Source(slide, base.scheme, theme))
        # What lies on a background is drawn again, since the slide's own has covered it.
        for part in (master, layout):
            tree = first(part.root, *_TREE)
            if tree is not None and not _hides_master(slide, layout, part):
                canvas.add(drawn_on(tree, sheet.move), Source(part, base.scheme, theme))
    canvas.add(_drawn(decor, sheet), Source(slide, base.scheme, theme))
    spots = (*_moved(base.spots, slide, sheet), *_worded(slide, sheet, base))
    return replace(
        base,
        name=f"第 {number} 张样例",
        spots=tuple(sorted(spots, key=lambda one: (one.box.top, one.box.left))),
        ground=canvas.ground(),
        used=1,
        sample=slide,
        decor=tuple(decor),
        unread=canvas.unread,
        base=base.ground,
        number=number,
    )


def _type(shape: Element) -> float:
    """The largest type of a shape's words: on the one that has a slide's largest its title stands."""
    return max((int(one.get("sz", 0)) for one in shape.iter(qn("a:rPr"), qn("a:defRPr"))), default=0.0)


def _hides_master(slide: Part, layout: Part, part: Part) -> bool:
    later = (slide,) if part is layout else (slide, layout)
    return any(one.root.get("showMasterSp") in {"0", "false"} for one in later)


def _drawn(decor: Iterable[Element], sheet: Sheet) -> Iterator[Drawn]:
    holder = copy.deepcopy(next(iter(decor), None))
    if holder is None:
        return
    for element in decor:
        tree = element.makeelement(qn("p:spTree"))
        tree.append(copy.deepcopy(element))
        yield from drawn_on(tree, sheet.move)


def _without_words(shape: Element) -> Element | None:
    """A shape as part of the look: its words left out, and itself where it is nothing but words."""
    copied = copy.deepcopy(shape)
    copied.tail = None
    if any(next(copied.iter(tag), None) is not None for tag in _FOREIGN):
        return None
    for inner in list(copied.iter(qn("p:sp"))):
        if words_of(inner) or _is_invisible(inner):
            if _is_invisible(inner):
                if inner is copied:
                    return None
                drop(inner)
            else:
                empty(inner)
    for button in list(copied.iter(qn("a:hlinkClick"), qn("a:hlinkHover"))):
        drop(button)
    has_shapes = copied.tag != qn("p:grpSp") or any(
        True for _ in copied.iter(qn("p:sp"), qn("p:pic"), qn("p:cxnSp"))
    )
    return copied if has_shapes else None


def _is_invisible(shape: Element) -> bool:
    """Whether nothing of a shape is seen but its words."""
    looks = first(shape, qn("p:spPr"))
    if looks is None:
        return True
    fills = {qn("a:solidFill"), qn("a:gradFill"), qn("a:blipFill"), qn("a:pattFill")}
    line = first(looks, qn("a:ln"))
    if any(child.tag in fills for child in looks):
        return False
    if line is not None and any(child.tag in fills for child in line):
        return False
    style = first(shape, qn("p:style"))
    if style is None:
        return True
    states_none = first(looks, qn("a:noFill")) is not None
    reference = first(style, qn("a:fillRef"))
    return states_none or reference is None or reference.get("idx") == "0"


def _moved(spots: Sequence[Spot], slide: Part, sheet: Sheet) -> Iterator[Spot]:
    """The placeholders of the layout that the slide has, at their places there."""
    marks = {
        (kind_of(mark), mark.get("idx", "0")): shape
        for shape, mark in placeholders(slide.root)
        if shape.tag == qn("p:sp")
    }
    for spot in spots:
        shape = None if spot.mark is None else marks.get((spot.kind, spot.mark.get("idx", "0")))
        if shape is None:
            continue
        place = first(shape, qn("p:spPr"), qn("a:xfrm"))
        box = _place(place, sheet) if place is not None else None
        yield spot if box is None else replace(spot, box=box, is_moved=True)


def _place(place: Element, sheet: Sheet) -> Box | None:
    off, size = first(place, qn("a:off")), first(place, qn("a:ext"))
    if off is None or size is None:
        return None
    stated = (off.get("x"), off.get("y"), size.get("cx"), size.get("cy"))
    left, top, width, height = (float(one or 0) for one in stated)
    return sheet.box((left, top, width, height))


def _worded(slide: Part, sheet: Sheet, base: Host) -> Iterator[Spot]:
    """The shapes of a slide that have words, as places for words."""
    tree = first(slide.root, *_TREE)
    for shape in () if tree is None else drawn_on(tree, sheet.move):
        body = first(shape.element, qn("p:txBody"))
        if not shape.words or body is None:
            continue
        sizes = [int(one.get("sz", "0")) / 100 for one in body.iter(qn("a:rPr")) if one.get("sz")]
        fill = next(
            (one for run in body.iter(qn("a:rPr")) for one in run.iterchildren(qn("a:solidFill"))), None
        )
        found = None if fill is None else base.scheme.colour(fill)
        outline = first(body, qn("a:bodyPr"))
        paragraph = first(body, qn("a:p"), qn("a:pPr"))
        place = first(shape.element, qn("p:spPr"), qn("a:xfrm"))
        vertical = outline is not None and outline.get("vert", "horz") != "horz"
        turned = place is not None and int(place.get("rot", 0)) % 21_600_000 != 0
        yield Spot(
            name_of(shape.element),
            "",
            None,
            shape.box,
            (max(sizes) / sheet.scale) if sizes else _USUAL_TYPE,
            base.scheme.named("tx1") if found is None else found[0],
            "l" if paragraph is None else paragraph.get("algn", "l"),
            "t" if outline is None else outline.get("anchor", "t"),
            _INSETS,
            shape.words,
            not vertical and not turned,
        )
