"""Templates of all sizes of page, and places that lie off it: type is large enough, nothing lies outside."""

import re

import pytest
from pptx.util import Inches

import foreign
from inked import FOOT, words_seen
from reportgen.errors import TemplateError
from reportgen.planning.deck.needs import NEEDED
from reportgen.planning.deck.specimen import specimen
from reportgen.rendering.pptx import open_deck, render_deck

TABLE = 14
"""Points of the least type in tables and charts, where a line of text is a name."""


@pytest.fixture
def shown(tmp_path):
    def make(data):
        path = tmp_path / "deck.pptx"
        path.write_bytes(data)
        template = open_deck(path)
        return render_deck(specimen(template.layouts), template)

    return make


def outside(made, width, height):
    """What lies off the page by more than a thirtieth of an inch."""
    return [
        (number, shape.name)
        for number, slide in enumerate(foreign.slides_of(made), 1)
        for shape in slide.shapes
        if min(shape.left, shape.top) < -30_000
        or shape.left + shape.width > Inches(width) + 30_000
        or shape.top + shape.height > Inches(height) + 30_000
    ]


PAGES = {
    "8.8 inches": (8.8, 4.95), "4:3": (10, 7.5), "16:9": (13.333, 7.5),
    "46 inches": (46, 25.9), "A4 upright": (7.5, 10.83),
}  # fmt: skip


@pytest.mark.parametrize(("width", "height"), PAGES.values(), ids=PAGES)
def test_type_is_as_large_as_the_page_needs(width, height, shown):
    made = shown(foreign.plain(width, height))
    scale = min(width / 10, height / 7.5)
    assert len({one.slide for one in words_seen(made)}) == len(NEEDED)
    for one in words_seen(made):
        least = 8 if one.kind in FOOT else TABLE if one.name in {"清单", "图表"} else 18
        assert one.size >= least * scale - 0.1, one
    assert outside(made, width, height) == []


@pytest.mark.parametrize(("width", "height"), [(1, 1), (56, 3), (2, 30)])
def test_a_page_of_an_odd_shape_gives_a_deck_or_one_line(width, height, shown):
    made, told = None, ""
    try:
        made = shown(foreign.plain(width, height))
    except TemplateError as error:
        told = str(error)
    assert "放得下" in told or outside(made, width, height) == []
    assert "\n" not in told


def moved(index, across, down):
    """The title of a layout somewhere else, by shares of the page."""

    def change(made):
        foreign.keep_layouts(made, 0, index)
        title = made.slide_layouts[1].placeholders[0]
        title.left, title.top = round(made.slide_width * across), round(made.slide_height * down)
        title.width, title.height = round(made.slide_width * 0.8), round(made.slide_height * 0.15)

    return change


@pytest.mark.parametrize(("across", "down"), [(0.5, 0.05), (-0.5, 0.05), (1.2, 0.05), (0.1, 1.4)])
def test_a_title_that_lies_off_the_page_is_brought_in_or_not_used(across, down, shown):
    made = shown(foreign.plain(change=moved(5, across, down)))
    assert outside(made, 13.333, 7.5) == []


@pytest.mark.parametrize("made_for", [(10, 7.5), (20, 11.25), (31, 20)])
def test_places_that_were_made_for_another_page_are_scaled(made_for, shown):
    def smaller(made):
        made.slide_width, made.slide_height = Inches(8), Inches(4.5)

    made = shown(foreign.plain(*made_for, change=smaller))
    assert outside(made, 8, 4.5) == []
    assert min(one.size for one in words_seen(made) if one.kind in {"title", "ctrTitle"}) >= 18 * 0.6


@pytest.mark.parametrize("sides", [("", "", "", ""), ("0", "0", "0", "0"), ("5", "5", "-40", "-40")])
def test_places_of_no_size_are_not_used(sides, shown):
    x, y, cx, cy = sides

    def emptied(text):
        place = f'<a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/>'
        return re.sub(r"<a:off [^>]*/><a:ext [^>]*/>(?=</a:xfrm>)", place, text)

    made = shown(foreign.changed(foreign.plain(), r"ppt/slide(Layouts|Masters)/[^/]*\.xml", emptied))
    assert outside(made, 13.333, 7.5) == []
    assert len(foreign.slides_of(made)) == len(NEEDED)
