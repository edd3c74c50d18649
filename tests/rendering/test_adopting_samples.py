"""Templates whose look lies in their sample slides."""

import io
from collections import Counter
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.oxml.ns import qn

import foreign
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.rendering.pptx import open_deck, render_deck
from speech import brief_of

SPEECH = (Path(__file__).parents[1] / "fixtures" / "deck" / "normal.txt").read_text("utf-8")
BRAND = "0B6E6E"


@pytest.fixture
def deck(tmp_path):
    def make(data):
        path = tmp_path / "deck.pptx"
        path.write_bytes(data)
        template = open_deck(path)
        return render_deck(plan_deck(brief_of(SPEECH), Facts(), template.layouts), template)

    return make


def sampled(made):
    """All layouts empty; the look on six slides: a cover, four with a bar and a logo, a last one."""
    foreign.keep_layouts(made, 6)
    layout = made.slide_layouts[0]
    cover = made.slides.add_slide(layout)
    foreign.bar(cover, (0, 2.2, 13.333, 2.4), BRAND)
    foreign.words(cover, "XXX（标题）", (1, 2.5, 11, 1.5), 48)
    foreign.words(cover, "单击此处添加副标题", (1, 5, 11, 0.6), 20)
    for number in range(4):
        slide = made.slides.add_slide(layout)
        foreign.bar(slide, (0, 0, 13.333, 0.9), BRAND)
        slide.shapes.add_picture(foreign.picture((200, 30, 30)), 11_400_000, 6_300_000, 600_000, 400_000)
        foreign.words(slide, f"{{{{标题{number}}}}}", (0.5, 0.1, 8, 0.7), 28)
        foreign.words(slide, f"只在这一张上的话{number}", (1 + number, 2 + number / 2, 5, 0.6), 18)
        foreign.bar(slide, (1 + number, 3 + number / 2, 2, 1), "CC8800", 950)
        slide.notes_slide.notes_text_frame.text = "样例的备注"
    last = made.slides.add_slide(layout)
    foreign.bar(last, (0, 3, 13.333, 2), BRAND)
    foreign.words(last, "感谢聆听", (1, 3.3, 11, 1.2), 44)


@pytest.fixture(scope="module")
def template():
    return foreign.plain(change=sampled)


def bars(slide):
    """The plain rectangles of a slide by their places."""
    return {
        (shape.left, shape.top, shape.width, shape.height) for shape in slide.shapes if shape.name == "色块"
    }


def test_what_comes_again_is_the_look_and_what_stands_once_is_not(deck, template):
    samples = foreign.slides_of(template)
    cover, *contents, last = foreign.slides_of(deck(template))
    assert bars(cover) == bars(samples[0])
    assert bars(last) == bars(samples[-1])
    for slide in contents:
        assert bars(slide) == {one for one in bars(samples[1]) if one in bars(samples[2])}


def test_pictures_of_the_look_come_along(deck, template):
    made = deck(template)
    for slide in foreign.slides_of(made)[1:-1]:
        (picture,) = [shape for shape in slide.shapes if shape.shape_type == 13]
        assert picture.image.blob == foreign.picture((200, 30, 30)).read()
    assert sum(name.startswith("ppt/media/") for name in foreign.parts(made)) == 1


def test_no_word_of_a_sample_is_left(deck, template):
    for name, part in foreign.parts(deck(template)).items():
        if name.startswith(("ppt/slides/", "ppt/notesSlides/")):
            text = part.decode()
            assert not any(
                word in text for word in ("XXX", "单击此处", "{{", "只在这一张", "感谢聆听", "样例的备注")
            )


def test_a_title_stands_where_the_sample_has_it(deck, template):
    cover, first, *_ = foreign.slides_of(deck(template))
    title = next(shape for shape in cover.shapes if shape.name in {"标题", "长标题"})
    assert title.top >= Presentation(io.BytesIO(template)).slides[0].shapes[0].top
    heading = next(shape for shape in first.shapes if shape.name in {"标题", "长标题"})
    assert heading.top + heading.height <= 900_000
    assert title.is_placeholder
    assert heading.is_placeholder


def test_slides_that_are_hidden_are_no_samples(deck):
    def hidden(made):
        sampled(made)
        made.slides[0]._element.set("show", "0")

    cover = foreign.slides_of(deck(foreign.plain(change=hidden)))[0]
    assert (0, 2_011_680, 12_191_695, 2_194_560) not in bars(cover)


def test_layouts_go_before_samples_where_they_serve(deck):
    def both(made):
        for _ in range(4):
            slide = made.slides.add_slide(made.slide_layouts[1])
            foreign.bar(slide, (0, 7, 13.333, 0.2), BRAND)

    names = {slide.slide_layout.name for slide in foreign.slides_of(deck(foreign.plain(change=both)))}
    assert "Title Only" in names or "Title and Content" in names


def test_a_ground_of_the_samples_own_is_the_look(deck):
    def dark(made):
        for number in range(5):
            slide = made.slides.add_slide(made.slide_layouts[1])
            foreign.ground(slide, "101820")
            slide.shapes.title.text = f"样例{number}"

    made = deck(foreign.plain(change=dark))
    assert all(b"101820" in foreign.parts(made)[f"ppt/slides/slide{number}.xml"] for number in (2, 3, 4))


def grouped(made):
    """Covers and contents with a group: a picture, a filled shape with words on it, and words alone."""
    foreign.keep_layouts(made, 6)
    for number in range(4):
        slide = made.slides.add_slide(made.slide_layouts[0])
        foreign.words(slide, f"样例标题{number}", (0.8, 0.3, 9, 0.8), 32)
        group = slide.shapes.add_group_shape()
        group.shapes.add_picture(foreign.picture((200, 30, 30)), 11_000_000, 300_000, 700_000, 400_000)
        badge = group.shapes.add_shape(1, 10_000_000, 300_000, 900_000, 400_000)
        badge.text_frame.text = "样例部门"
        group.shapes.add_textbox(10_000_000, 800_000, 900_000, 300_000).text_frame.text = "样例电话"


def test_groups_come_along_with_their_pictures_and_without_their_words(deck, tmp_path):
    template = foreign.plain(change=grouped)
    made = deck(template)
    for slide in foreign.slides_of(made):
        (group,) = [shape for shape in slide.shapes if shape.shape_type == 6]
        assert [shape.image.blob for shape in group.shapes if shape.shape_type == 13] == [
            foreign.picture((200, 30, 30)).read()
        ]
        assert "样例" not in slide.part.blob.decode()
        ids = [one.get("id") for one in slide._element.iter(qn("p:cNvPr"))]
        assert len(ids) == len(set(ids))
    found = []
    for data in (made, template):
        path = tmp_path / "audited.pptx"
        path.write_bytes(data)
        found.append(Counter(one.description for one in OpenXmlValidator().validate(path).errors))
    assert not found[0] - found[1]


def test_each_slide_leads_to_the_picture_of_its_group_once(deck):
    """The relations of a sample's shapes are made anew on every slide that takes them over."""
    made = foreign.parts(deck(foreign.plain(change=grouped)))
    slides = [name for name in made if name.startswith("ppt/slides/slide")]
    assert len(slides) >= 5
    for name in slides:
        rels = made[name.replace("slides/", "slides/_rels/") + ".rels"].decode()
        assert rels.count('relationships/image"') == 1
        assert "reportgen:relation" not in made[name].decode()
