"""Words stand out from what they stand on: 4.5 to 1 (WCAG 2.1, 1.4.3), computed from the shipped files."""

import zipfile
from dataclasses import dataclass

import pytest
from lxml import etree
from pptx.oxml.ns import qn

from reportgen.products import TEMPLATES
from reportgen.themes import shipped

LEAST = 4.5
FILES = [theme.folder / name for theme in shipped() for name in TEMPLATES if name.endswith(".pptx")]
MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
DISC = "圆号"
"""Numbers that stand on a disc in the main colour, which planning draws."""
LEADS = {"点", "目标", "部分"}
"""Places whose first characters may stand out in the main colour."""
NO_WORDS = {"进度", "图"}


@dataclass(frozen=True)
class Shape:
    """A shape of a layout: its box, what it is filled with, the colours of its words."""

    name: str
    box: tuple[int, int, int, int]
    fills: tuple[tuple[str, float], ...]
    words: tuple[str, ...]

    def covers(self, other):
        """Whether the middle of another shape lies on this one."""
        x, y = other.box[0] + other.box[2] / 2, other.box[1] + other.box[3] / 2
        left, top, width, height = self.box
        return left <= x <= left + width and top <= y <= top + height


def colour(element):
    """A colour of the theme and how much of it is seen."""
    found = element.find(qn("a:schemeClr"))
    alpha = found.find(qn("a:alpha"))
    return found.get("val"), 1 if alpha is None else int(alpha.get("val")) / 100_000


def fills_of(properties):
    """What a shape or a page is filled with: one colour, or the two ends of a gradient; nothing."""
    solid, shaded = properties.find(qn("a:solidFill")), properties.find(qn("a:gradFill"))
    if solid is not None:
        return (colour(solid),)
    return () if shaded is None else tuple(colour(stop) for stop in shaded.iter(qn("a:gs")))


def shape_of(element):
    frame = element.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
    box = (int(frame[0].get("x")), int(frame[0].get("y")), int(frame[1].get("cx")), int(frame[1].get("cy")))
    styled = [one.find(qn("a:solidFill")) for one in element.iter(qn("a:defRPr"))]
    words = tuple(colour(one)[0] for one in styled if one is not None)
    name = element.find(f"{qn('p:nvSpPr')}/{qn('p:cNvPr')}").get("name")
    return Shape(name, box, fills_of(element.find(qn("p:spPr"))), words)


class File:
    """A template, read as bytes say it."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.parts = {
                name: etree.fromstring(package.read(name))
                for name in package.namelist()
                if name.endswith(".xml")
            }
        scheme = next(self.parts["ppt/theme/theme1.xml"].iter(qn("a:clrScheme")))
        self.colours = {etree.QName(one).localname: one[0].get("val") for one in scheme}

    def layouts(self):
        """Each layout: its name, what its page is filled with, its shapes from the lowest to the highest."""
        for name, part in sorted(self.parts.items()):
            if name.startswith("ppt/slideLayouts/"):
                page = part.find(f".//{qn('p:bgPr')}")
                shapes = [shape_of(one) for one in part.iter(qn("p:sp"))]
                yield (
                    part.find(qn("p:cSld")).get("name"),
                    (("bg1", 1),) if page is None else fills_of(page),
                    shapes,
                )

    def rgb(self, name):
        value = self.colours[MAP.get(name, name)]
        return tuple(int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))

    def grounds(self, shape, page, below):
        """The colours that a shape's words may stand on."""
        found = [self.rgb(name) for name, _ in page]
        for other in (*(one for one in below if one.covers(shape) and one.fills), shape):
            found = [
                tuple(alpha * new + (1 - alpha) * old for new, old in zip(self.rgb(name), under, strict=True))
                for under in found
                for name, alpha in other.fills
            ] or found
        return found


def luminance(rgb):
    """Relative luminance (WCAG 2.1)."""
    parts = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in rgb]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one, other):
    """The contrast ratio of two colours (WCAG 2.1)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def weak(file):
    """Every place whose words do not stand out, with what stands on what and by how much."""
    for layout, page, shapes in file.layouts():
        for at, shape in enumerate(shapes):
            kind = shape.name.rstrip("0123456789")
            if kind in NO_WORDS or shape.name.endswith("边"):
                continue
            # Shapes that are only drawn lie lowest; places for words do not lie on each other.
            below = [one for one in shapes[:at] if not one.words]
            grounds = [file.rgb("accent1")] if kind == DISC else file.grounds(shape, page, below)
            words = {*shape.words, *(("accent1",) if kind in LEADS else ())}
            for name in sorted(words):
                least = min(contrast(file.rgb(name), ground) for ground in grounds)
                if least < LEAST:
                    yield layout, shape.name, name, round(least, 2)


@pytest.fixture(params=FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def file(request):
    return File(request.param)


def test_words_stand_out_on_every_layout(file):
    assert len(list(file.layouts())) > 15
    assert list(weak(file)) == []


def test_words_of_a_table_stand_out_on_its_head_and_its_rows(file):
    style = file.parts["ppt/tableStyles.xml"]
    texts = {etree.QName(one.getparent()).localname: colour(one)[0] for one in style.iter(qn("a:tcTxStyle"))}
    fills = {
        etree.QName(one.getparent().getparent()).localname: fills_of(one)[0][0]
        for one in style.iter(qn("a:fill"))
    }
    pairs = [
        (texts["firstRow"], fills["firstRow"]),
        (texts["wholeTbl"], fills["band1H"]),
        (texts["wholeTbl"], "bg1"),
    ]
    pairs += [("accent1", fills["band1H"]), ("accent1", "bg1")]  # the number of a row
    assert [pair for pair in pairs if contrast(*map(file.rgb, pair)) < LEAST] == []


def test_the_measure_is_that_of_the_standard():
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast((119 / 255,) * 3, (1, 1, 1)) == pytest.approx(4.48, abs=0.01)


def test_pale_words_are_found(file):
    file.colours["dk2"] = file.colours["lt1"]
    assert {"tx2"} == {name for _, _, name, _ in weak(file)}
