"""Words in a stranger's template stand out from what lies behind them, on slides of every kind."""

import re

import pytest
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_FILL
from pptx.util import Inches

import foreign
from inked import contrast, weak, words_seen
from reportgen.planning.deck.needs import NEEDED
from reportgen.planning.deck.specimen import specimen
from reportgen.rendering.pptx import open_deck, render_deck


@pytest.fixture
def shown(tmp_path):
    """What makes a specimen, which has a slide of every kind, of a template's bytes."""

    def make(data):
        path = tmp_path / "deck.pptx"
        path.write_bytes(data)
        template = open_deck(path)
        return render_deck(specimen(template.layouts), template)

    return make


def ground(colour):
    return lambda made: foreign.ground(made.slide_master, colour)


def layouts_dark(made):
    for layout in made.slide_layouts:
        foreign.ground(layout, "12304A")


def pictured(colour):
    """A picture as the ground of the master."""

    def change(made):
        master = made.slide_master
        _, key = master.part.get_or_add_image_part(foreign.picture(colour))
        foreign.ground(master, "FFFFFF")
        fill = master._element.find(f".//{{{foreign.P}}}bgPr")
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        blip = f'<a:blip xmlns:r="{relation}" r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch>'
        fill.replace(fill[0], etree.fromstring(f'<a:blipFill xmlns:a="{foreign.A}">{blip}</a:blipFill>'))

    return change


def covered(made):
    """A picture that lies over the whole of each layout."""
    for layout in made.slide_layouts:
        _, key = layout.part.get_or_add_image_part(foreign.picture((90, 12, 20)))
        sides = f'<a:off x="0" y="0"/><a:ext cx="{made.slide_width}" cy="{made.slide_height}"/>'
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        picture = (
            f'<p:pic xmlns:p="{foreign.P}" xmlns:a="{foreign.A}" xmlns:r="{relation}"><p:nvPicPr>'
            '<p:cNvPr id="901" name="底图"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
            f'<a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
            f'{sides}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )
        layout.shapes._spTree.insert(2, etree.fromstring(picture))


def banded(made):
    """A band behind the headings, in the same colour as their words."""
    for layout in made.slide_layouts:
        foreign.bar(layout, (0, 0, 13.333, 1.45), "000000")


def filled(colour):
    """Titles with a fill of their own."""

    def change(made):
        for layout in made.slide_layouts:
            for shape in layout.placeholders:
                if shape.placeholder_format.type.name in {"TITLE", "CENTER_TITLE"}:
                    shape.fill.solid()
                    shape.fill.fore_color.rgb = RGBColor.from_string(colour)

    return change


def dark_sample(made):
    """Samples with a dark ground of their own, on layouts that are light."""
    for number in range(5):
        slide = made.slides.add_slide(made.slide_layouts[1])
        foreign.ground(slide, "101820")
        slide.shapes.title.text = f"样例{number}"


def all_one_colour(made):
    """A scheme in which nothing stands out from anything."""
    ground("808080")(made)
    theme = next(one for one in made.slide_master.part.rels.values() if one.reltype.endswith("/theme"))
    root = etree.fromstring(theme.target_part.blob)
    for slot in next(root.iter(f"{{{foreign.A}}}clrScheme")):
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, f"{{{foreign.A}}}srgbClr", {"val": "808080"})
    theme.target_part._blob = etree.tostring(root)


GROUNDS = {
    "white": lambda _: None,
    "black": ground("000000"),
    "navy": ground("1B3A6B"),
    "red": ground("C00000"),
    "grey": ground("808080"),
    "yellow": ground("FFC000"),
    "dark layouts on a light master": layouts_dark,
    "a dark picture": pictured((20, 30, 60)),
    "a light picture": pictured((230, 240, 250)),
    "a picture over all": covered,
    "a band behind the headings": banded,
    "dark titles": filled("1E1E3C"),
    "bright titles": filled("FFE000"),
    "samples with a ground of their own": dark_sample,
    "a scheme of one colour": all_one_colour,
}


@pytest.mark.parametrize("change", GROUNDS.values(), ids=GROUNDS)
def test_all_words_can_be_read(change, shown):
    made = shown(foreign.plain(change=change))
    assert len({one.slide for one in words_seen(made)}) == len(NEEDED)
    assert weak(made) == {}


def test_a_colour_that_can_be_read_is_not_changed(shown):
    """What a company has chosen stays, even where black would be read better."""

    def red(made):
        for layout in made.slide_layouts:
            for shape in layout.placeholders:
                if shape.placeholder_format.type.name in {"TITLE", "CENTER_TITLE"}:
                    looks = shape._element.txBody.find(f"{{{foreign.A}}}lstStyle")
                    fill = '<a:solidFill><a:srgbClr val="A6191F"/></a:solidFill>'
                    looks[:] = []
                    level = f'<a:lvl1pPr xmlns:a="{foreign.A}"><a:defRPr>{fill}</a:defRPr></a:lvl1pPr>'
                    looks.append(etree.fromstring(level))

    seen = words_seen(shown(foreign.plain(change=red)))
    assert {one.colour for one in seen if one.kind in {"title", "ctrTitle"}} == {"A6191F"}


def test_the_main_colour_is_the_one_that_the_template_shows(shown):
    def banded_below(made):
        for layout in made.slide_layouts:
            foreign.bar(layout, (0, 7.0, 13.333, 0.5), "0B6E6E")

    behind = {one.behind for one in words_seen(shown(foreign.plain(change=banded_below)))}
    assert "0B6E6E" in behind


def test_nothing_stands_on_what_is_drawn_below_a_heading(shown):
    """A logo in the corner and a line at the side are not written over, but for a twentieth of an inch."""
    side, logo = (0.0, 0.0, 1.2, 7.5), (11.8, 6.4, 1.2, 0.9)

    def drawn(made):
        for layout in made.slide_layouts:
            foreign.bar(layout, side, "203864", 901)
            foreign.bar(layout, logo, "C00000", 902)

    for slide in foreign.slides_of(shown(foreign.plain(change=drawn)))[1:-1]:
        for shape in slide.shapes:
            if not shape.is_placeholder and shape.width:
                assert shape.left >= Inches(side[2]) - 50_000, shape.name
                right, low = shape.left + shape.width, shape.top + shape.height
                assert right <= Inches(logo[0]) + 50_000 or low <= Inches(logo[1]) + 50_000, shape.name


def test_the_measure_finds_what_cannot_be_read(shown):
    made = shown(foreign.plain())
    pale = foreign.changed(
        made,
        r"ppt/slides/slide3\.xml",
        lambda text: text.replace('srgbClr val="', 'srgbClr val="F0F0F0" x="'),
    )
    assert {slide for slide, _ in weak(pale)} == {3}
    assert contrast("000000", "FFFFFF") == pytest.approx(21)


FILLS = {
    "none": "<a:noFill/>",
    "a fixed colour": '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>',
    "a pale tint": '<a:solidFill><a:schemeClr val="phClr"><a:tint val="10000"/></a:schemeClr></a:solidFill>',
}


@pytest.mark.parametrize("fill", FILLS.values(), ids=FILLS)
def test_numbers_on_discs_do_not_depend_on_the_fills_of_a_theme(fill, shown):
    """A theme may mean anything by its first fill; ours is the plain colour."""
    odd = foreign.changed(
        foreign.plain(),
        r"ppt/theme/theme1\.xml",
        lambda text: re.sub(
            r"(<a:fillStyleLst>)<a:solidFill>.*?</a:solidFill>", rf"\1{fill}", text, flags=16
        ),
    )
    assert fill in foreign.parts(odd)["ppt/theme/theme1.xml"].decode()
    discs = [
        shape
        for slide in foreign.slides_of(shown(odd))
        for shape in slide.shapes
        if shape._element.find(f".//{{{foreign.A}}}prstGeom[@prst='ellipse']") is not None
    ]
    assert len(discs) >= 5
    assert all(shape.fill.type == MSO_FILL.SOLID for shape in discs)
    assert weak(shown(odd)) == {}
