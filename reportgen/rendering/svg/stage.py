"""What slides of a layout have in common: what lies behind the words, how each place is drawn and set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.colours import BLACK, RGB, Scheme, of_hexadecimal, scheme_of
from reportgen.rendering.pptx.adopting.drawn import Drawn, Move, drawn_on
from reportgen.rendering.pptx.adopting.fills import Source, fill_of_background
from reportgen.rendering.pptx.adopting.spots import ABOVE, STYLES
from reportgen.rendering.pptx.dress import RELATION, Setting
from reportgen.rendering.pptx.geometry import first, index_of, kind_of, placeholders
from reportgen.rendering.pptx.markup import DECLARED, HEAD, parsed, qn
from reportgen.rendering.pptx.parts import SLIDE, Part
from reportgen.rendering.svg.manners import Manner, manner
from reportgen.rendering.svg.marks import rectangle
from reportgen.rendering.svg.paints import flat, paint
from reportgen.rendering.svg.reading import Above, given, said
from reportgen.rendering.svg.shapes import shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from reportgen.planning.deck import Slot
    from reportgen.rendering.pptx.looks import Furniture, Place
    from reportgen.rendering.pptx.template import DeckTemplate

_TREE = (qn("p:cSld"), qn("p:spTree"))
_BODY, _OUTLINE, _STYLE = qn("p:txBody"), qn("a:bodyPr"), qn("a:lstStyle")
_PLAIN = "微软雅黑"
_NO = frozenset({"0", "false"})


@dataclass(frozen=True, slots=True)
class Stand:
    """A place for words: its levels, where words stand in it, the shape that it is drawn as."""

    manners: tuple[Manner, ...]
    anchor: str
    element: Element
    source: Source

    def drawn(self, box: Box) -> str:
        """Return what is seen of the place itself."""
        return shape(Drawn(self.element, box, in_group=False), self.source)


class Stage:
    """A layout of a template, ready for slides to be drawn on."""

    def __init__(self, template: DeckTemplate, name: str) -> None:
        """Take a template and the name of a layout of ours."""
        blank, layouts = template.blank, template.layouts
        guise = blank.guise
        self._layout = blank.layouts[name]
        (self._master,) = self._layout.related("slideMaster")
        self._setting = Setting() if guise is None else guise.settings[name]
        self._theme = parsed(self._master.related("theme")[0].data)
        self._scheme = scheme_of(self._theme, _names(self._master, self._layout))
        self._scale = 1.0 if guise is None else guise.dress.scale
        self._main = blank.package.main
        self.fonts = _fonts(self._theme)
        self.colours = _dressed(self._scheme, {} if guise is None else guise.dress.colours)
        self.looks = blank.looks(name)
        self._slots = {slot.name: slot for slot in layouts.slots[name].values()}
        self._page = Box(0.0, 0.0, layouts.width, layouts.height)
        self._stands: dict[str, Stand] = {}
        self.backdrop = "".join(self._behind())

    @property
    def usual(self) -> str:
        """The font that pictures have without being told."""
        return self.fonts["+mn-ea"]

    def stand(self, slot: Slot) -> Stand:
        """Return how a place for words is drawn and set."""
        if slot.name not in self._stands:
            self._stands[slot.name] = self._made(slot, self.looks.places[slot.index])
        return self._stands[slot.name]

    def edge(self, name: str, box: Box) -> str:
        """Return the line at the edge of a card; `box` says where on the slide."""
        element = _shape(self.looks.edges[name].looks)
        return shape(Drawn(element, box, in_group=False), self._source(self.colours))

    def furnished(self, one: Furniture, paragraphs: str, slide: int) -> str:
        """Return a footer or a page number; `paragraphs` are a footer's words as markup."""
        element = parsed(f"<x {DECLARED}>{one.numbered(1, paragraphs)}</x>".encode())[0]
        mark = first(element[0], qn("p:nvPr"), qn("p:ph"))
        body = first(element, _BODY)
        if mark is None or body is None:
            return ""
        chain = self._chain(mark)
        box = next(filter(None, map(self._stated, (element, *chain))), None)
        return "" if box is None else said(body, box, self._above(mark, element), slide)

    def colour(self, role: str) -> RGB:
        """Return the colour of a role (accent1)."""
        return self.colours.named(role) or BLACK

    def marked(self) -> tuple[RGB, RGB]:
        """Return the colour of what stands out at the head of a paragraph, and of the dots below a mask."""
        return self.colour("accent1"), self.colour("accent2")

    def _source(self, scheme: Scheme, part: Part | None = None) -> Source:
        return Source(part or self._layout, scheme, self._theme)

    def _behind(self) -> Iterator[str]:
        """What lies behind words: background, shapes of master, layout and sample, ornaments of ours."""
        setting = self._setting
        relations = {RELATION.format(at): one for at, one in enumerate(setting.relations)}
        sample = Part("", SLIDE, b"", dict(relations))
        yield rectangle(self._page, flat(self._scheme.colours.get("lt1") or of_hexadecimal("FFFFFF")).looks)
        for ground, part in (
            (_pieces(setting.background), sample),
            (first(self._layout.root, qn("p:cSld"), qn("p:bg")), self._layout),
            (first(self._master.root, qn("p:cSld"), qn("p:bg")), self._master),
        ):
            found = ground[0] if ground is not None and ground.tag == "x" and len(ground) else ground
            if found is not None and found.tag == qn("p:bg"):
                source = self._source(self._scheme, part)
                painted = paint(*fill_of_background(found, source), source, self._page)
                yield painted.image.replace("{}", "", 1) or painted.before + rectangle(
                    self._page, painted.looks
                )
                break
        if not setting.hides_master:
            if self._layout.root.get("showMasterSp") not in _NO:
                yield from self._drawn(first(self._master.root, *_TREE), self._master)
            yield from self._drawn(first(self._layout.root, *_TREE), self._layout)
        yield from self._drawn(_pieces(setting.shapes), sample)
        ornaments = _pieces(self.looks.ornaments)
        for one in drawn_on(ornaments):
            yield shape(one, self._source(self.colours))
            yield self._said(one, self.colours, 1.0)

    def _drawn(self, tree: Element | None, part: Part) -> Iterator[str]:
        source = self._source(self._scheme, part)
        for one in () if tree is None else drawn_on(tree, Move(1 / self._scale, 1 / self._scale)):
            yield shape(one, source, self._scale)
            yield self._said(one, self._scheme, self._scale)

    def _said(self, drawn: Drawn, scheme: Scheme, scale: float) -> str:
        body = first(drawn.element, _BODY)
        if body is None:
            return ""
        own = [one for one in (first(body, _STYLE), self._usual_style()) if one is not None]
        outline = first(body, _OUTLINE)
        outlines = [] if outline is None else [outline]
        return said(body, drawn.box, Above(own, outlines, scheme, scale, self.fonts))

    def _usual_style(self) -> Element | None:
        return first(self._main.root, qn("p:defaultTextStyle"))

    def _chain(self, mark: Element) -> list[Element]:
        """The placeholders of layout and master that one of a slide takes over from."""
        kind = kind_of(mark)
        wanted = ABOVE.get(kind, kind)
        own = [
            one
            for one, its in placeholders(self._layout.root)
            if index_of(its) == index_of(mark) and ABOVE.get(kind_of(its), kind_of(its)) in {wanted, "body"}
        ]
        own = own or [one for one, its in placeholders(self._layout.root) if kind_of(its) == kind]
        real = kind if not own else kind_of(_mark(own[0]))
        wanted = ABOVE.get(real, real)
        master = [one for one, its in placeholders(self._master.root) if kind_of(its) == wanted]
        return [*own[:1], *master[:1]]

    def _above(self, mark: Element, *elements: Element) -> Above:
        chain = [*elements, *self._chain(mark)]
        bodies = [body for one in chain if (body := first(one, _BODY)) is not None]
        styles = [style for body in bodies if (style := first(body, _STYLE)) is not None]
        named = STYLES.get(kind_of(mark), "p:otherStyle")
        usual = (first(self._master.root, qn("p:txStyles"), qn(named)), self._usual_style())
        outlines = [one for body in bodies if (one := first(body, _OUTLINE)) is not None]
        return Above(
            [*styles, *(one for one in usual if one is not None)],
            outlines,
            self._scheme,
            self._scale,
            self.fonts,
        )

    def _made(self, slot: Slot, place: Place) -> Stand:
        element = _shape(place.looks, place.body)
        own = Above(
            [first(element, _BODY, _STYLE)] if first(element, _BODY, _STYLE) is not None else [],  # type: ignore[list-item]
            [],
            self.colours,
            1.0,
            self.fonts,
        )
        marked = _pieces(place.mark)
        drawn, source = element, self._source(self.colours)
        outlines = [one for one in (first(element, _BODY, _OUTLINE),) if one is not None]
        above = None
        if len(marked):
            above = self._above(marked[0])
            outlines += above.outlines
            if not place.looks:
                drawn = next((one for one in self._chain(marked[0]) if _is_drawn(one)), element)
                source = self._source(self._scheme)
        # A slide that states size and pitch itself does so at the first level.
        levels = (0 if place.levels else level for level in range(len(slot.levels)))
        layers = [[*own.layers(level), *([] if above is None else above.layers(level))] for level in levels]
        fill = first(_pieces(place.fill), qn("a:solidFill"))
        found = None if fill is None else self.colours.colour(fill)
        colour = None if found is None else found[0]
        manners = [manner(one, self.fonts) for one in layers]
        if place.levels:
            manners = [one.levelled(level, colour) for one, level in zip(manners, place.levels, strict=True)]
        return Stand(tuple(manners), given("anchor", outlines, "t"), drawn, source)

    def _stated(self, element: Element) -> Box | None:
        place = first(element, qn("p:spPr"), qn("a:xfrm"))
        return None if place is None else Move(1 / self._scale, 1 / self._scale).box(place)


def _mark(element: Element) -> Element:
    found = first(element[0], qn("p:nvPr"), qn("p:ph"))
    if found is None:
        raise ValueError("no placeholder")
    return found


def _pieces(markup: str) -> Element:
    """Pieces of markup as the children of an element."""
    return parsed(f"<x {DECLARED}>{markup}</x>".encode())


def _shape(looks: str, body: str = "") -> Element:
    """A shape of its looks and what stands before its words."""
    text = f"<p:txBody>{body}</p:txBody>" if body else ""
    return parsed(f"{HEAD}<p:sp {DECLARED}><p:nvSpPr/>{looks}{text}</p:sp>".encode())


def _is_drawn(element: Element) -> bool:
    looks = first(element, qn("p:spPr"))
    return looks is not None and any(
        one.tag.rpartition("}")[2] in {"solidFill", "gradFill", "blipFill", "pattFill", "noFill", "ln"}
        for one in looks
        if isinstance(one.tag, str)
    )


def _names(master: Part, layout: Part) -> Mapping[str, str]:
    """What names of colours mean on a layout."""
    stated = first(layout.root, qn("p:clrMapOvr"), qn("a:overrideClrMapping"))
    stated = first(master.root, qn("p:clrMap")) if stated is None else stated
    return {} if stated is None else {str(name): str(one) for name, one in stated.attrib.items()}


def _dressed(scheme: Scheme, roles: Mapping[str, str]) -> Scheme:
    """The colours of a template with those of our roles in their place."""
    named = {name: one for name in scheme.names if (one := scheme.named(name)) is not None}
    dressed = {name: of_hexadecimal(one) for name, one in roles.items()}
    return Scheme({**scheme.colours, **named, **dressed}, {})


def _fonts(theme: Element) -> dict[str, str]:
    """The fonts of a theme by the names that styles have for them (+mn-ea)."""
    found: dict[str, str] = {}
    for key, tag in (("+mj", "majorFont"), ("+mn", "minorFont")):
        listed = theme.find(f".//{qn(f'a:{tag}')}")
        stated = {} if listed is None else {one.tag: one.get("typeface", "") for one in reversed(listed)}
        hans = (
            ""
            if listed is None
            else next((one.get("typeface", "") for one in listed if one.get("script") == "Hans"), "")
        )
        found[f"{key}-ea"] = stated.get(qn("a:ea"), "") or hans or _PLAIN
        found[f"{key}-lt"] = stated.get(qn("a:latin"), "") or found[f"{key}-ea"]
    return found
