"""Decks in templates of strangers: what serves, where words stand, what is left of the template."""

import io
import re
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Inches

import foreign
from corpus import CORPUS
from reportgen.errors import TemplateError
from reportgen.planning.deck import overflows, plan_deck
from reportgen.planning.facts import Facts
from reportgen.planning.length import STANDARD, Degree, Length
from reportgen.rendering.pptx import open_deck, render_deck
from reportgen.rendering.pptx.adopting.colours import contrast, of_hexadecimal
from speech import brief_of

SPEECH = (Path(__file__).parents[1] / "fixtures" / "deck" / "normal.txt").read_text("utf-8")
WILD = CORPUS.parent / "templates-wild"
FULL = Length(Degree.FULL)


@pytest.fixture(scope="module")
def brief():
    return brief_of(SPEECH)


@pytest.fixture
def deck(brief, tmp_path):
    """What makes a deck of a template's bytes; it has no overflow."""

    def make(data, name="deck.pptx", length=STANDARD):
        path = tmp_path / name
        path.write_bytes(data)
        template = open_deck(path)
        plan = plan_deck(brief, Facts(), template.layouts, length)
        assert overflows(plan, template.layouts) == 0
        return render_deck(plan, template)

    return make


def sizes(data):
    """The sizes in points of all words on slides, but for footers and numbers."""
    found = []
    for slide in foreign.slides_of(data):
        for shape in slide.shapes:
            mark = shape._element.find(f".//{qn('p:ph')}")
            if mark is None or mark.get("type") not in {"ftr", "sldNum"}:
                found += [
                    int(one.get("sz")) / 100 for one in shape._element.iter(qn("a:rPr")) if one.get("sz")
                ]
                found += [
                    int(one.get("sz")) / 100 for one in shape._element.iter(qn("a:defRPr")) if one.get("sz")
                ]
    return found


def heading_of(slide):
    return next(shape for shape in slide.shapes if shape.name in {"标题", "长标题"})


def layouts_of(data):
    return [slide.slide_layout.name for slide in foreign.slides_of(data)]


def findings(data, path):
    path.write_bytes(data)
    return Counter(one.description for one in OpenXmlValidator().validate(path).errors)


def test_a_heading_stands_in_the_template_s_own_placeholder(deck):
    made = deck(foreign.plain())
    cover, *others = foreign.slides_of(made)
    assert cover.slide_layout.name == "Title Slide"
    for slide in (cover, *others):
        shape = heading_of(slide)
        assert shape.is_placeholder
        assert shape.placeholder_format.type.name in {"TITLE", "CENTER_TITLE"}
    usual = Presentation(io.BytesIO(foreign.plain())).slide_layouts[5].placeholders[0]
    assert abs(heading_of(others[0]).left - usual.left) < 20_000


def test_layouts_that_look_the_same_are_used_in_turn(deck):
    names = Counter(layouts_of(deck(foreign.plain(), length=FULL)))
    assert len(names) >= 4
    assert max(names.values()) <= sum(names.values()) / 2


def test_vertical_layouts_and_those_for_pictures_are_not_used(deck):
    names = set(layouts_of(deck(foreign.plain(), length=FULL)))
    assert not names & {"Title and Vertical Text", "Vertical Title and Text", "Picture with Caption"}


def test_no_placeholder_is_left_empty_and_no_prompt(deck):
    for slide in foreign.slides_of(deck(foreign.plain())):
        for shape in slide.placeholders:
            assert shape.text_frame.text.strip()
            assert "Click" not in shape.text_frame.text


def without_layouts(made):
    foreign.keep_layouts(made)


def all_empty(made):
    for layout in made.slide_layouts:
        foreign.empty(layout)


def title_only(made):
    foreign.keep_layouts(made, 5)


def called_without_any(made):
    foreign.keep_layouts(made, 6)
    made.slide_layouts[0].name = "节标题"


def typed(old, new):
    def change(made):
        foreign.keep_layouts(made, 0, 1)
        for mark in made.slide_layouts[1]._element.iter(qn("p:ph")):
            if mark.get("type", "obj") == old:
                mark.set("type", new)

    return change


def all_numbered_0(made):
    for layout in made.slide_layouts:
        for mark in layout._element.iter(qn("p:ph")):
            mark.set("idx", "0")


def one_tiny(made):
    foreign.keep_layouts(made, 0, 1)
    body = made.slide_layouts[1].placeholders[1]
    body.left, body.top, body.width, body.height = (Inches(side) for side in (1, 3, 1, 0.4))


ODD = {
    "no layout": without_layouts,
    "all empty": all_empty,
    "title only": title_only,
    "a name without places": called_without_any,
    "a title typed as subtitle": typed("title", "subTitle"),
    "contents typed as body": typed("obj", "body"),
    "all numbered 0": all_numbered_0,
    "a tiny place": one_tiny,
}


@pytest.mark.parametrize("change", ODD.values(), ids=ODD)
def test_a_deck_is_made_of_the_oddest_template(change, deck, tmp_path):
    template = foreign.plain(change=change)
    made = deck(template)
    usual = deck(foreign.plain(), "usual.pptx")
    assert len(foreign.slides_of(made)) >= len(foreign.slides_of(usual)) - 1
    assert min(sizes(made)) >= 18
    new = findings(made, tmp_path / "made.pptx") - findings(template, tmp_path / "old.pptx")
    assert not new


def test_the_larger_of_two_places_at_the_top_is_the_heading(deck):
    def swapped(made):
        foreign.keep_layouts(made, 0, 2)
        layout = made.slide_layouts[1]
        title, body = layout.placeholders[0], layout.placeholders[1]
        body.left, body.top, body.width, body.height = (Inches(side) for side in (0.8, 0.4, 11, 0.9))
        title.left, title.top, title.width, title.height = (Inches(side) for side in (0.8, 1.5, 11, 5))

    made = deck(foreign.plain(change=swapped))
    assert heading_of(foreign.slides_of(made)[1]).top < Inches(1.3)


@pytest.mark.parametrize(("width", "height"), [(8.8, 4.95), (10, 7.5), (13.333, 7.5), (46, 25.9), (8.5, 11)])
def test_type_grows_with_the_page(width, height, deck):
    made = deck(foreign.plain(width, height))
    scale = min(width / 10, height / 7.5)
    assert min(sizes(made)) >= 18 * scale - 0.1
    page = Inches(width), Inches(height)
    for slide in foreign.slides_of(made):
        for shape in slide.shapes:
            if shape.width is not None:
                assert shape.left >= -10_000
                assert shape.top >= -10_000
                assert shape.left + shape.width <= page[0] + 10_000
                assert shape.top + shape.height <= page[1] + 10_000


def test_places_for_another_page_are_scaled_to_this_one(deck):
    def small(made):
        made.slide_width, made.slide_height = Inches(8.77), Inches(4.94)

    made = deck(foreign.plain(10, 7.5, change=small))
    for slide in foreign.slides_of(made):
        shape = heading_of(slide)
        assert shape.left + shape.width <= Inches(8.77) + 10_000
        assert shape.top + shape.height <= Inches(4.94) + 10_000


def colours(shape):
    """The colours that a drawn shape states for its words."""
    return [
        of_hexadecimal(one.get("val"))
        for fill in shape._element.iter(qn("a:solidFill"))
        if fill.getparent().tag in {qn("a:defRPr"), qn("a:rPr")}
        for one in fill.iter(qn("a:srgbClr"))
    ]


@pytest.mark.parametrize("dark", ["101820", "1B3A6B", "7A0C12"])
def test_words_are_read_on_a_dark_master(dark, deck):
    made = deck(foreign.plain(change=lambda made: foreign.ground(made.slide_master, dark)))
    behind = of_hexadecimal(dark)
    for slide in foreign.slides_of(made):
        shape = heading_of(slide)
        assert contrast(colours(shape)[0], behind) >= 3
        for one in slide.shapes:
            on_itself = one._element.find(f"{qn('p:spPr')}/{qn('a:solidFill')}/{qn('a:srgbClr')}")
            if one.has_text_frame and one.text_frame.text and not one.is_placeholder:
                base = behind if on_itself is None else of_hexadecimal(on_itself.get("val"))
                assert all(contrast(colour, base) >= 4.4 for colour in colours(one)[:1])


def test_words_are_read_on_a_picture(deck):
    def pictured(made):
        slide = made.slides.add_slide(made.slide_layouts[6])
        slide.shapes.add_picture(foreign.picture(), 0, 0, made.slide_width, made.slide_height)
        made.slides.add_slide(made.slide_layouts[1])

    cover = foreign.slides_of(deck(foreign.plain(change=pictured)))[0]
    assert contrast(colours(heading_of(cover))[0], of_hexadecimal("141E3C")) >= 4.5
    assert any(shape.shape_type == 13 for shape in cover.shapes)


def test_a_placeholder_s_own_fill_is_what_lies_behind_its_words(deck):
    def filled(made):
        for layout in made.slide_layouts:
            for shape in layout.placeholders:
                if shape.placeholder_format.type.name == "TITLE":
                    shape.fill.solid()
                    shape.fill.fore_color.rgb = RGBColor(30, 30, 60)

    slide = foreign.slides_of(deck(foreign.plain(change=filled)))[1]
    assert contrast(colours(heading_of(slide))[0], of_hexadecimal("1E1E3C")) >= 4.5


def test_masters_that_are_the_same_count_once(tmp_path):
    from reportgen.rendering.pptx.surveying import survey_deck

    path = tmp_path / "deck.pptx"
    path.write_bytes(foreign.plain())
    facts = dict(survey_deck(path).facts)
    assert (facts["母版"], facts["版式"]) == ("1 个", "11 个")


def test_han_characters_have_a_font_where_the_theme_names_none(deck):
    theme = foreign.parts(deck(foreign.plain()))["ppt/theme/theme1.xml"].decode()
    assert '<a:ea typeface=""/>' not in theme
    named = foreign.changed(
        foreign.plain(),
        "ppt/theme/theme1.xml",
        lambda text: text.replace('<a:ea typeface=""/>', '<a:ea typeface="方正小标宋"/>'),
    )
    assert "方正小标宋" in foreign.parts(deck(named))["ppt/theme/theme1.xml"].decode()


def footed(text):
    def change(made):
        for layout in made.slide_layouts:
            for shape in layout.placeholders:
                if shape.placeholder_format.type.name == "FOOTER":
                    shape.text_frame.text = text

    return change


def footers(data):
    return [
        shape.text_frame.text
        for slide in foreign.slides_of(data)
        for shape in slide.placeholders
        if shape.placeholder_format.type.name == "FOOTER"
    ]


def test_a_footer_keeps_the_template_s_own_words(deck):
    assert set(footers(deck(foreign.plain(change=footed("某某集团内部资料"))))) == {"某某集团内部资料"}


@pytest.mark.parametrize(
    "prompt", ["", "单击此处添加页脚", "Title of Presentation | DD.MM.YYYY", "{{footer}}"]
)
def test_a_footer_that_asks_for_words_gets_ours(prompt, deck):
    found = footers(deck(foreign.plain(change=footed(prompt))))
    assert found
    assert prompt not in found


def test_a_template_with_tags_leaves_no_relation_that_leads_nowhere(deck):
    def tagged(made):
        for layout in made.slide_layouts:
            for shape in layout.placeholders:
                nv = shape._element.find(f".//{qn('p:nvPr')}")
                tags = nv.makeelement(qn("p:custDataLst"))
                tags.append(nv.makeelement(qn("p:tags"), {qn("r:id"): "rId99"}))
                nv.append(tags)

    made = foreign.parts(deck(foreign.plain(change=tagged)))
    for name, part in made.items():
        if re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
            assert b"rId99" not in part


def test_the_same_template_gives_the_same_bytes(deck):
    template = foreign.plain()
    assert deck(template) == deck(template, "other.pptx")


@pytest.mark.parametrize("kind", ["template", "slideshow"])
def test_templates_that_differ_in_the_kind_of_content_only_are_taken(kind, deck):
    other = foreign.changed(
        foreign.plain(),
        r"\[Content_Types\].xml",
        lambda text: text.replace("presentation.main+xml", f"{kind}.main+xml"),
    )
    assert "presentation.main+xml" in foreign.parts(deck(other))["[Content_Types].xml"].decode()


@pytest.mark.parametrize("number", ["-5", "0", "99999999999", "x"])
def test_odd_numbers_give_a_deck_or_one_line(number, deck):
    odd = foreign.changed(
        foreign.plain(),
        "ppt/slideLayouts/slideLayout2.xml",
        lambda text: re.sub(r'<a:ext cx="\d+"', f'<a:ext cx="{number}"', text),
    )
    with suppress(TemplateError):  # which is one line, as everywhere
        assert foreign.slides_of(deck(odd))


@pytest.mark.corpus
def test_templates_of_all_the_world_are_taken(deck):
    paths = sorted(WILD.glob("t*.pptx"))
    assert len(paths) >= 30
    for path in paths:
        assert min(sizes(deck(path.read_bytes()))) > 10
    with pytest.raises(TemplateError) as caught:
        deck((WILD / "broken-zip.pptx").read_bytes())
    assert "\n" not in str(caught.value)
