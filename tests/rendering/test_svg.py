"""Slides as SVG: the words of the .pptx, in the boxes of the plan, in the looks of the template."""

import io
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pptx
import pytest
from lxml import etree

from deckcheck import title_of
from deckplans import deck_of, read_brief_of
from everylayout import CHART, PRINTED, TITLE, every_layout
from reportgen.planning.deck import Accent, AccentColour, AccentKind, Box, Deck, Fill, Para, Slide
from reportgen.products import TEMPLATES
from reportgen.rendering.pptx import open_deck, render_deck
from reportgen.rendering.svg import render_svg
from reportgen.rendering.svg.charts import scale_of
from reportgen.themes import shipped, standard

S = "{http://www.w3.org/2000/svg}"
SEED = next(iter(sorted((Path(__file__).parents[2] / "seeds").iterdir()))).stem
FILES = [theme.folder / name for theme in shipped() for name in TEMPLATES if name.endswith(".pptx")]
PLAIN = Path(pptx.__file__).parent / "templates" / "default.pptx"


def dark(folder):
    """The library's own template on a dark ground, with light words."""
    made = pptx.Presentation(str(PLAIN))
    colours = made.slide_master.element.find(
        "{http://schemas.openxmlformats.org/presentationml/2006/main}clrMap"
    )
    colours.attrib.update({"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"})
    path = folder / "dark.pptx"
    made.save(str(path))
    return path


@pytest.fixture(params=[*FILES, PLAIN, "dark"], ids=lambda one: f"{Path(one).parent.name}-{Path(one).stem}")
def template(request, tmp_path):
    """Each shipped template, one that is none of our form, and that on a dark ground."""
    return open_deck(dark(tmp_path) if request.param == "dark" else request.param)


@pytest.fixture(scope="module")
def usual():
    """The standard template."""
    return open_deck(standard().template("deck.pptx"))


def deck_in(template):
    """The seed's deck in a template."""
    return deck_of(read_brief_of(SEED), layouts=template.layouts)


def squeezed(text):
    """A text without its blanks, which breaks of lines swallow."""
    return re.sub(r"\s", "", text)


def words_of(picture):
    """The characters of a picture, sorted; those of the layout are not among them."""
    root = etree.fromstring(picture.encode())
    hidden = {one for one in root.iter() if one.get("aria-hidden") == "true"}
    shown = [one for one in root.iter(f"{S}text") if not hidden.intersection([one, *one.iterancestors()])]
    return "".join(sorted(squeezed("".join("".join(one.itertext()) for one in shown))))


def words_in(slide, number):
    """The characters of a written slide, sorted likewise."""
    said = []
    for shape in slide.shapes:
        if next(shape.element.iter("{*}decorative"), None) is not None:
            continue  # a sign of the layout that stands on the slide itself
        if shape.has_text_frame:
            said += [node.text or "" for node in shape.element.iter("{*}t")]
        elif shape.has_table:
            said += [cell.text for row in shape.table.rows for cell in row.cells]
        elif shape.has_chart:
            chart = shape.chart
            said += [chart.chart_title.text_frame.text] if chart.has_title else []
            said += map(str, chart.plots[0].categories)
            own = [node.text for node in chart.plots[0]._element.iter("{*}t")]
            said += own or [f"{value:g}" for value in chart.plots[0].series[0].values]
    return "".join(sorted(squeezed("".join(said)).replace("‹#›", str(number))))


def same_words(deck, template):
    """Whether the pictures have the words of the file, slide by slide; the same twice."""
    pictures = render_svg(deck, template)
    assert render_svg(deck, template) == pictures
    slides = pptx.Presentation(io.BytesIO(render_deck(deck, template))).slides
    assert len(pictures) == len(slides) == len(deck.slides)
    for number, (picture, slide) in enumerate(zip(pictures, slides, strict=True), 1):
        assert words_of(picture) == words_in(slide, number), number
    return pictures


def one_picture(template, layout, *fills, **more):
    """The picture of a single slide."""
    (picture,) = render_svg(Deck(TITLE, (Slide(layout, fills, **more),)), template)
    return etree.fromstring(picture.encode())


def test_the_seeds_pictures_have_the_words_of_its_slides(template):
    same_words(deck_in(template), template)


def test_every_layout_has_the_words_of_its_slide(template):
    offered = template.layouts.slots
    slides = [
        replace(one, fills=tuple(fill for fill in one.fills if fill.slot in offered[one.layout]))
        for one in every_layout().slides
    ]
    same_words(Deck(TITLE, tuple(slides)), template)


def test_numbers_printed_in_a_way_of_their_own_stand_above_their_columns(usual):
    slides = [replace(one, chart=PRINTED) if one.chart else one for one in every_layout().slides]
    pictures = same_words(Deck(TITLE, tuple(slides)), usual)
    assert any("12.50%" in one for one in pictures)


def test_a_picture_stands_by_itself_and_says_what_it_shows(template):
    deck = deck_in(template)
    for slide, picture in zip(deck.slides, render_svg(deck, template), strict=True):
        root = etree.fromstring(picture.encode())
        sides = [float(one) for one in root.get("viewBox").split()]
        assert sides == pytest.approx([0, 0, template.layouts.width, template.layouts.height], abs=0.01)
        assert (root.get("role"), root.get("aria-label")) == ("img", title_of(slide))
        tags = {one.tag.removeprefix(S) for one in root.iter()}
        assert tags <= {
            "svg", "g", "rect", "text", "tspan", "circle", "ellipse", "line", "path", "polygon", "image",
            "defs", "linearGradient", "radialGradient", "stop", "clipPath",
        }  # fmt: skip
        links = [value for one in root.iter() for name, value in one.attrib.items() if "href" in name]
        assert all(link.startswith("data:image/") for link in links)
        assert "style=" not in picture
        named = set(re.findall(r'id="(\w+)"', picture))
        assert set(re.findall(r"url\(#(\w+)\)", picture)) <= named


def test_words_stand_within_their_boxes(usual):
    deck = deck_in(usual)
    for slide, picture in zip(deck.slides, render_svg(deck, usual), strict=True):
        root = etree.fromstring(picture.encode())
        lines = [one for one in root.iter(f"{S}text") if one.get("aria-hidden") is None]
        for fill in slide.fills:
            slot = usual.layouts.slot(slide.layout, fill.slot)
            box = fill.box or slot.box
            first = squeezed(fill.paras[0].text.split("\n")[0])
            found = [one for one in lines if first.startswith(squeezed("".join(one.itertext())))]
            at = [(float(one.get("x")), float(one.get("y"))) for one in found]
            assert any(
                box.left - 0.1 <= x <= box.right + 0.1 and box.top <= y <= box.bottom + 0.1 for x, y in at
            ), (fill, at)


def test_lines_are_broken_as_planning_breaks_them(usual):
    long = "坚持把抓落实作为一切工作的生命线和着力点" * 4
    root = one_picture(usual, "cover", Fill("标题", (Para("标题"),)), Fill("副标题", (Para(long),)))
    slot = usual.layouts.slot("cover", "副标题")
    level = slot.levels[0]
    lines = [one for one in root.iter(f"{S}text") if one.getparent().get("font-size") == f"{level.size:g}"]
    most = int((slot.box.width - slot.insets[0] - slot.insets[2]) * 0.97 / level.size)
    assert [len("".join(one.itertext())) for one in lines] == [most, most, len(long) - 2 * most]
    steps = [float(b.get("y")) - float(a.get("y")) for a, b in pairwise(lines)]
    assert steps == pytest.approx([level.pitch] * 2, abs=0.02)


def test_signs_of_markup_are_words(usual):
    said = "<b>&amp;\"'</b>"
    root = one_picture(usual, "cover", Fill("标题", (Para(said),)))
    assert root.get("aria-label") == said
    assert said in "".join(root.itertext())


def test_what_is_to_be_filled_in_has_dots_below(usual):
    root = one_picture(usual, "list", Fill("标题", (Para("标题"),)), Fill("目标", (Para("完成××任务"),)))
    (dotted,) = [one for one in root.iter(f"{S}tspan") if one.get("text-decoration")]
    assert ("".join(dotted.itertext()), dotted.get("text-decoration")) == ("××", "underline dotted")


def test_what_stands_at_the_head_stands_out(usual):
    root = one_picture(
        usual, "list", Fill("标题", (Para("标题"),)), Fill("目标", (Para("目标　抓落实", lead=2),))
    )
    (lead,) = [one for one in root.iter(f"{S}tspan") if one.text == "目标"]
    assert (lead.get("font-weight"), lead.get("fill")) == ("bold", "#B01E23")


def test_accents_have_their_boxes_and_colours(usual):
    accents = (
        Accent(Box(10, 20, 30, 4), AccentColour.MAIN),
        Accent(Box(50, 20, 30, 30), AccentColour.SECOND, AccentKind.DISC),
        Accent(Box(90, 20, 20, 30), AccentColour.SECOND, AccentKind.ARROW),
        Accent(Box(120, 20, 20, 8), AccentColour.DIM),
    )
    root = one_picture(usual, "list", Fill("标题", (Para("标题"),)), accents=accents)
    (bar,) = root.findall(f"{S}rect[@x='10']")
    assert (bar.get("width"), bar.get("height"), bar.get("fill")) == ("30", "4", "#B01E23")
    (disc,) = root.iter(f"{S}ellipse")
    assert (disc.get("cx"), disc.get("cy"), disc.get("rx")) == ("65", "35", "15")
    (arrow,) = root.iter(f"{S}polygon")
    assert arrow.get("points") == "90,20 110,35 90,50"
    (dim,) = root.findall(f"{S}rect[@x='120']")
    assert dim.get("fill-opacity") == "0.35"


def test_columns_are_as_high_as_their_values(usual):
    root = one_picture(usual, "chart", Fill("标题", (Para("标题"),)), chart=CHART)
    columns = [one for one in root.findall(f"{S}rect") if float(one.get("height")) > 20]
    heights = [float(one.get("height")) for one in columns]
    assert [one.get("fill") for one in columns] == ["#F3E3C3", "#F3E3C3", "#B01E23"]
    assert [one / heights[-1] for one in heights] == pytest.approx(
        [value / CHART.values[-1] for value in CHART.values], abs=0.01
    )


@pytest.mark.parametrize(
    ("values", "ends"),
    [((3416, 5010, 7340), (0, 8000)), ((-4, 6), (-4, 7)), ((0, 0), (0, 1)), ((21.1,), (0, 25))],
)
def test_a_scale_begins_and_ends_at_whole_steps(values, ends):
    assert scale_of(values) == pytest.approx(ends)


def test_a_table_has_head_bands_and_lines(usual):
    (slide,) = [one for one in every_layout().slides if one.layout == "table"]
    root = one_picture(usual, "table", *slide.fills, table=slide.table)
    grounds = [(one.get("y"), one.get("height"), one.get("fill")) for one in root.findall(f"{S}rect")]
    assert grounds == [("92", "30", "#B01E23"), ("122", "30", "#FBF5EC")]
    assert [one.get("y1") for one in root.findall(f"{S}line")] == ["92", "122", "152"]


def test_a_cover_runs_from_one_colour_into_another(usual):
    root = one_picture(usual, "cover", Fill("标题", (Para("标题"),)))
    assert [one.get("stop-color") for one in root.iter(f"{S}stop")] == ["#B01E23", "#8E1418"]


def test_words_are_light_on_a_dark_ground(tmp_path):
    template = open_deck(dark(tmp_path))
    picture = render_svg(deck_in(template), template)[2]
    root = etree.fromstring(picture.encode())
    ground = [one.get("fill") for one in root[0].iter(f"{S}rect")]
    heading = next(one for one in root.findall(f"{S}g") if one.get("font-size"))
    assert (ground[-1], heading.get("fill")) == ("#000000", "#FFFFFF")
