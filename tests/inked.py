"""The words of a deck as they are seen: each with its size, its colour, and the colour that lies behind it.

Read from the file by itself, with none of the program's code, as far as the small templates of `foreign.py`
go: plain fills, pictures of one colour, colours of a theme that nothing is done to.
"""

import io
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn

FOOT = {"ftr", "sldNum", "dt"}
DRAWN = {"引号"}
"""Words that are drawn to be seen and not to be read."""
_FILLS = (qn("a:solidFill"), qn("p:blipFill"), qn("a:blipFill"))


@dataclass(frozen=True)
class Seen:
    """Words on a slide (its number from 1): their shape's name and type, points, colours of six figures."""

    slide: int
    name: str
    kind: str
    text: str
    size: float
    colour: str
    behind: str


@lru_cache(maxsize=4)
def words_seen(data):
    """Return all words on all slides of a deck."""
    deck = Presentation(io.BytesIO(data))
    return [one for number, slide in enumerate(deck.slides, 1) for one in _Page(slide, number).words()]


def weak(data, scale=1.0):
    """Words that cannot be read: 4.5 to 1, and 3 to 1 from 24 points on (WCAG 2.2), and in a footer.

    `scale` is how many times a usual page the deck's page is.
    """
    found = defaultdict(set)
    for one in words_seen(data):
        if one.name in DRAWN:
            continue
        least = 3 if one.size >= 24 * scale or one.kind in FOOT else 4.5
        if contrast(one.colour, one.behind) < least - 0.05:
            found[one.slide, one.name].add((one.colour, one.behind))
    return dict(found)


def contrast(one, other):
    """The contrast ratio of two colours of six figures (WCAG 2.2)."""
    high, low = sorted(map(_luminance, (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    parts = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


class _Page:
    """A slide: what lies on it from the lowest to the highest, and its words."""

    def __init__(self, slide, number):
        self.slide, self.number = slide, number
        self.layout, self.master = slide.slide_layout, slide.slide_layout.slide_master
        theme = next(one for one in self.master.part.rels.values() if one.reltype.endswith("/theme"))
        scheme = next(etree.fromstring(theme.target_part.blob).iter(qn("a:clrScheme")))
        self.colours = {
            etree.QName(one).localname: one[0].get("lastClr") or one[0].get("val") for one in scheme
        }
        self.map = dict(self.master._element.find(qn("p:clrMap")).attrib)
        self.drawn = [((0, 0, float("inf"), float("inf")), self._background())]
        hidden = slide._element.get("showMasterSp") == "0"
        for owner in () if hidden else (self.master, self.layout):
            for shape in owner.shapes:
                if not shape.is_placeholder:
                    self._draw(shape, owner.part)

    def words(self):
        for shape in self.slide.shapes:
            if shape.has_text_frame and shape.text_frame.text.strip():
                yield from self._worded(shape)
            elif shape.has_table:
                yield from self._table(shape)
            elif shape.has_chart:
                yield from self._chart(shape)
            self._draw(shape, self.slide.part)

    def _worded(self, shape):
        above = self._above(shape)
        mark = shape._element.ph
        kind = "" if mark is None else mark.get("type", "obj")
        own = [one for element in (shape._element, *above) if (one := self._fill(element, self.slide.part))]
        for paragraph in shape.text_frame.paragraphs:
            styles = self._styles(shape._element, above, kind, paragraph.level + 1)
            for run in paragraph._p.iter(qn("a:r"), qn("a:fld")):
                said = [one for one in (run.find(qn("a:rPr")), *styles) if one is not None]
                size = next((int(one.get("sz")) / 100 for one in said if one.get("sz")), 18.0)
                colour = next((c for one in said if (c := self._colour(one.find(qn("a:solidFill"))))), None)
                colour = colour or self._named("tx1")
                behind = own[0] if own else self._behind(*_point(shape, styles))
                text = run.findtext(qn("a:t"))
                yield Seen(self.number, shape.name, kind, text, size, colour, behind)

    def _table(self, shape):
        below = self._behind(shape.left + shape.width / 2, shape.top + shape.height / 2)
        for cell in shape._element.iter(qn("a:tc")):
            behind = self._colour(cell.find(f"{qn('a:tcPr')}/{qn('a:solidFill')}")) or below
            for run in cell.iter(qn("a:r")):
                looks = run.find(qn("a:rPr"))
                colour = self._colour(looks.find(qn("a:solidFill"))) or self._named("tx1")
                size = int(looks.get("sz")) / 100
                yield Seen(self.number, shape.name, "", run.findtext(qn("a:t")), size, colour, behind)

    def _chart(self, shape):
        behind = self._behind(shape.left + shape.width / 2, shape.top + shape.height / 2)
        for style in shape.chart.part._element.iter(qn("a:defRPr"), qn("a:rPr")):
            colour = self._colour(style.find(qn("a:solidFill")))
            if colour and style.get("sz"):
                yield Seen(self.number, shape.name, "", "", int(style.get("sz")) / 100, colour, behind)

    def _above(self, shape):
        """The placeholders of layout and master that a placeholder takes over from."""
        mark = shape._element.ph
        if mark is None:
            return []
        found = []
        for owner in (self.layout, self.master):
            for one in owner.placeholders:
                its = one._element.ph
                same = its.get("type", "obj") == mark.get("type", "obj")
                titles = {its.get("type"), mark.get("type")} <= {"title", "ctrTitle"}
                if (same and its.get("idx") == mark.get("idx")) or (
                    owner is self.master and (same or titles)
                ):
                    found.append(one._element)
                    break
        return found

    def _styles(self, element, above, kind, level):
        listed = f"{qn('p:txBody')}/{qn('a:lstStyle')}/{qn(f'a:lvl{level}pPr')}/{qn('a:defRPr')}"
        name = {"title": "p:titleStyle", "ctrTitle": "p:titleStyle", **dict.fromkeys(FOOT, "p:otherStyle")}
        found = [one.find(listed) for one in (element, *above)]
        if kind:
            style = self.master._element.find(f"{qn('p:txStyles')}/{qn(name.get(kind, 'p:bodyStyle'))}")
            found.append(style.find(f"{qn(f'a:lvl{level}pPr')}/{qn('a:defRPr')}"))
        return [one for one in found if one is not None]

    def _background(self):
        for owner in (self.slide, self.layout, self.master):
            stated = owner._element.find(f"{qn('p:cSld')}/{qn('p:bg')}/{qn('p:bgPr')}")
            if stated is not None:
                return self._filled(stated, owner.part)
        return self._named("bg1")

    def _draw(self, shape, part):
        if shape.shape_type == 6:  # a group
            for one in shape.shapes:
                self._draw(one, part)
            return
        colour = self._fill(shape._element, part)
        if colour:
            left, top, width, height = _box(shape)
            self.drawn.append(((left, top, left + width, top + height), colour))

    def _fill(self, element, part):
        if element.tag == qn("p:pic"):
            return self._filled(element, part)
        looks, style = element.find(qn("p:spPr")), element.find(f"{qn('p:style')}/{qn('a:fillRef')}")
        found = None if looks is None else self._filled(looks, part)
        return found or (None if style is None or style.get("idx") == "0" else self._colour(style))

    def _filled(self, looks, part):
        for child in looks:
            if child.tag == qn("a:solidFill"):
                return self._colour(child)
            if child.tag in _FILLS:
                blob = part.related_part(child.find(qn("a:blip")).get(qn("r:embed"))).blob
                pixel = Image.open(io.BytesIO(blob)).convert("RGB").getpixel((0, 0))
                return "".join(f"{one:02X}" for one in pixel)
        return None

    def _behind(self, x, y):
        return next(
            colour
            for (left, top, right, bottom), colour in reversed(self.drawn)
            if left <= x <= right and top <= y <= bottom
        )

    def _colour(self, fill):
        if fill is None or not len(fill):
            return None
        name = etree.QName(fill[0]).localname
        return fill[0].get("val") if name == "srgbClr" else self._named(fill[0].get("val"))

    def _named(self, name):
        return self.colours[self.map.get(name, name)]


def _box(shape):
    """Left, top, width and height; what is stated is looked up faster than what is taken over."""
    own = shape._element
    stated = own.x, own.y, own.cx, own.cy
    return stated if None not in stated else (shape.left, shape.top, shape.width, shape.height)


def _point(shape, styles):
    """A point behind the first words of a shape."""
    align = next((one.getparent().get("algn") for one in styles if one.getparent().get("algn")), "l")
    outline = shape._element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
    left, top, width, height = _box(shape)
    x = {"ctr": left + width / 2, "r": left + width - 200_000}.get(align, left + 200_000)
    y = {"ctr": top + height / 2, "b": top + height - 120_000}.get(outline.get("anchor", "t"), top + 120_000)
    return x, y
