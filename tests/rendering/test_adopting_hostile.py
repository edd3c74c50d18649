"""Templates made to do harm, or written wrongly: a deck or one line, never more."""

import io
import re
import struct
import zlib
from pathlib import Path

import pytest
from pptx.util import Inches

import foreign
from reportgen.errors import TemplateError
from reportgen.planning.deck.specimen import specimen
from reportgen.rendering.pptx import open_deck, render_deck
from reportgen.rendering.pptx.surveying import survey_deck

LAYOUT = "ppt/slideLayouts/slideLayout2.xml"


@pytest.fixture
def deck(tmp_path):
    """What makes a specimen of a template's bytes, after the survey has told what it thinks of them."""

    def make(data, *, is_told=True):
        path = tmp_path / "deck.pptx"
        path.write_bytes(data)
        if is_told:
            survey_deck(path)
        template = open_deck(path)
        return render_deck(specimen(template.layouts), template)

    return make


def refused(deck, data):
    """The one line in which a template is refused, by the survey and by who builds with it."""
    with pytest.raises(TemplateError) as caught:
        deck(data)
    told = str(caught.value)
    assert "\n" not in told
    assert "deck.pptx：" in told
    return told


def related(data, kind, target, *, outside=False):
    """A template of which a layout leads to something else."""
    return foreign.related(data, LAYOUT, kind, f"external:{target}" if outside else target)


@pytest.fixture(scope="module")
def plain():
    return foreign.plain()


OUTSIDE = [
    ("image", "http://a.test/logo.png"),
    ("image", r"\\host\share\logo.png"),
    ("image", "file:///c:/logo.png"),
    ("oleObject", "file:///c:/budget.xlsx"),
    ("video", "https://a.test/film.mp4"),
]


@pytest.mark.parametrize(("kind", "target"), OUTSIDE, ids=[f"{kind} {place}" for kind, place in OUTSIDE])
def test_what_would_be_fetched_from_outside_is_refused(kind, target, deck, plain):
    assert f"链接着外部的内容（{target}）" in refused(deck, related(plain, kind, target, outside=True))


def test_a_link_to_click_is_no_harm(deck, plain):
    linked = related(plain, "hyperlink", "https://a.test/", outside=True)
    assert foreign.slides_of(deck(linked))


@pytest.mark.parametrize(
    "target", ["../../../../etc/passwd", "/etc/passwd", "../media/none.png", "NULL", "C:\\windows\\win.ini"]
)
def test_a_relation_out_of_the_package_leads_to_nothing(target, deck, plain):
    made = foreign.parts(deck(related(plain, "image", target)))
    assert not any("passwd" in name or "win.ini" in name for name in made)
    assert not any(target.encode() in part for name, part in made.items() if name.endswith(".rels"))


@pytest.mark.parametrize("kind", ["vbaProject", "control", "aFChunk"])
def test_programs_and_foreign_documents_are_refused(kind, deck, plain):
    held = related(plain, kind, "../media/one.png")
    held = foreign.added(held, {"ppt/media/one.png": foreign.picture().read()}, {"png": "image/png"})
    assert "无法核对" in refused(deck, held)


def nested(depth):
    """A group in a group in a group, as layouts have it."""
    begin = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="7" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    )
    return f"{begin * depth}{'</p:grpSp>' * depth}</p:spTree>"


@pytest.mark.parametrize("depth", [60, 200])
def test_groups_in_groups_give_a_deck(depth, deck, plain):
    deep = foreign.changed(plain, re.escape(LAYOUT), lambda text: text.replace("</p:spTree>", nested(depth)))
    assert foreign.slides_of(deck(deep))


def test_groups_a_thousand_deep_are_refused(deck, plain):
    deep = foreign.changed(plain, re.escape(LAYOUT), lambda text: text.replace("</p:spTree>", nested(1000)))
    assert f"部件 {LAYOUT}" in refused(deck, deep)


def gigapixel():
    """A PNG that says it has 40,000 by 40,000 pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


ODD_PICTURES = {
    "a gigapixel": gigapixel(),
    "no picture": b"GIF, or so",
    "a cut one": foreign.picture(size=(800, 600)).read()[:200],
    "a metafile": b"\xd7\xcd\xc6\x9a" + bytes(40),
}


def on_master(picture):
    """A template whose master has a picture that can be none."""

    def change(made):
        slide = made.slides.add_slide(made.slide_layouts[6])
        slide.shapes.add_picture(foreign.picture((1, 2, 3)), 0, 0, made.slide_width, Inches(3))
        element = slide.shapes[-1]._element
        master = made.slide_master
        _, key = master.part.get_or_add_image_part(foreign.picture((1, 2, 3)))
        next(element.iter(f"{{{foreign.A}}}blip")).set(f"{{{foreign.OFFICE}}}embed", key)
        master.shapes._spTree.insert(2, element)

    return foreign.changed_bytes(foreign.plain(change=change), r"ppt/media/.*", lambda _: picture)


@pytest.mark.parametrize("picture", ODD_PICTURES.values(), ids=ODD_PICTURES)
def test_a_picture_that_cannot_be_read_is_left_as_it_is(picture, deck, tmp_path):
    made = deck(on_master(picture))
    assert picture in foreign.parts(made).values()
    assert any("读不了的图片" in one for one in survey_deck(tmp_path / "deck.pptx").remarks)


NUMBERS = ["-5", "1e400", "x"]
PLACES = {
    "a width": ("ppt/slideLayouts/slideLayout6.xml", r'(<a:ext c[xy]=")\d+'),
    "a place": ("ppt/slideMasters/slideMaster1.xml", r'(<a:off x=")\d+'),
    "a size of type": ("ppt/slideMasters/slideMaster1.xml", r'(<a:defRPr sz=")\d+'),
    "an inset": ("ppt/slideMasters/slideMaster1.xml", r'(lIns=")\d+'),
    "a share of a colour": ("ppt/theme/theme1.xml", r'(<a:(?:tint|shade|satMod|lumMod) val=")\d+'),
    "a colour": ("ppt/theme/theme1.xml", r'(<a:srgbClr val=")\w+'),
    "a stop of a gradient": ("ppt/theme/theme1.xml", r'(<a:gs pos=")\d+'),
    "a fill of the theme": ("ppt/slideMasters/slideMaster1.xml", r'(<p:bgRef idx=")\d+'),
    "a number of a placeholder": ("ppt/slideLayouts/slideLayout6.xml", r'(idx=")\d+'),
    "the page": ("ppt/presentation.xml", r'(<p:sldSz cx=")\d+'),
    "a number of a layout": ("ppt/slideMasters/slideMaster1.xml", r'(<p:sldLayoutId id=")\d+'),
}  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("place", PLACES)
def test_a_number_that_is_none_gives_a_deck_or_one_line(place, number, deck, plain):
    name, pattern = PLACES[place]
    assert re.search(pattern, foreign.parts(plain)[name].decode())
    odd = foreign.changed(plain, re.escape(name), lambda text: re.sub(pattern, rf"\g<1>{number}", text))
    assert_made_or_told(deck, odd)


def assert_made_or_told(deck, data):
    told = ""
    try:
        made = foreign.slides_of(deck(data, is_told=False))
    except TemplateError as error:
        made, told = [], str(error)
    assert len(made) >= 15 or "幻灯片模板" in told
    assert "\n" not in told


def without(pattern):
    return lambda text: re.sub(pattern, "", text, flags=re.DOTALL)


LACKING = {
    "the theme's colours": ("ppt/theme/theme1.xml", without(r"<a:(dk1|lt1|dk2|accent\d)>.*?</a:\1>")),
    "the theme's fills": ("ppt/theme/theme1.xml", without(r"<a:(bgFillStyleLst|fillStyleLst)>.*?</a:\1>")),
    "the map of colours": ("ppt/slideMasters/slideMaster1.xml", without(r"<p:clrMap [^>]*>")),
    "styles of type": ("ppt/slideMasters/slideMaster1.xml", without(r"<p:txStyles>.*</p:txStyles>")),
    "the master's ground": ("ppt/slideMasters/slideMaster1.xml", without(r"<p:bg>.*?</p:bg>")),
    "places of the master": ("ppt/slideMasters/slideMaster1.xml", without(r"<a:xfrm>.*?</a:xfrm>")),
    "names": ("ppt/slideLayouts/.*xml", without(r' name="[^"]*"')),
    "the page": ("ppt/presentation.xml", without(r"<p:sldSz [^>]*>")),
    "words of placeholders": ("ppt/slideLayouts/[^/]*xml", without(r"<p:txBody>.*?</p:txBody>")),
}


@pytest.mark.parametrize("what", LACKING)
def test_what_is_lacking_is_done_without(what, deck, plain):
    name, change = LACKING[what]
    assert len(foreign.slides_of(deck(foreign.changed(plain, name, change)))) >= 15


def test_a_template_without_a_theme_is_refused(deck, plain):
    bare = foreign.changed(plain, r"ppt/slideMasters/_rels/.*", without(r'<Relationship [^>]*/theme"[^>]*/>'))
    assert "打不开幻灯片模板" in refused(deck, bare)


def test_entities_are_refused(deck, plain):
    declared = '<!DOCTYPE a [<!ENTITY b "c">]><p:sldLayout'
    told = refused(
        deck, foreign.changed(plain, re.escape(LAYOUT), lambda text: text.replace("<p:sldLayout", declared))
    )
    assert "DOCTYPE" in told


def test_a_bomb_is_refused(deck, plain):
    bomb = foreign.added(plain, {"ppt/media/bomb.png": bytes(60 * 1024 * 1024)}, {"png": "image/png"})
    assert "解开后太大" in refused(deck, bomb)


def test_a_theme_is_never_changed_by_what_is_built_with_it(deck, plain, tmp_path):
    deck(plain)
    path = Path(tmp_path / "deck.pptx")
    assert path.read_bytes() == plain
    assert list(tmp_path.iterdir()) == [path]
    assert io.BytesIO(plain).read(2) == b"PK"


@pytest.mark.parametrize("number", ["x", "1e400", ""])
def test_a_layout_that_is_written_wrongly_is_not_used_and_the_others_are(number, deck, plain, tmp_path):
    wrong = foreign.changed(
        plain,
        r"ppt/slideLayouts/slideLayout2\.xml",
        lambda text: text.replace("<a:bodyPr/>", f'<a:bodyPr lIns="{number}x"/>'),
    )
    names = {slide.slide_layout.name for slide in foreign.slides_of(deck(wrong))}
    assert "Title and Content" not in names
    assert "Title Slide" in names
    survey = survey_deck(tmp_path / "deck.pptx")
    assert "写错了、读不了的版式不用：ppt/slideLayouts/slideLayout2.xml" in survey.remarks
    assert dict(survey.facts)["版式"] == "11 个"


def test_a_sample_that_is_written_wrongly_is_not_used_and_the_others_are(deck):
    def sampled(made):
        foreign.keep_layouts(made, 6)
        for number in range(5):
            slide = made.slides.add_slide(made.slide_layouts[0])
            foreign.bar(slide, (0, 0, 13.333, 0.9), "0B6E6E")
            foreign.words(slide, f"标题{number}", (0.5, 0.1, 8, 0.7), 28)

    wrong = foreign.changed(
        foreign.plain(change=sampled),
        r"ppt/slides/slide[13]\.xml",
        lambda text: re.sub(r'(sz|x|cx)="\d+"', r'\1="many"', text),
    )
    slides = foreign.slides_of(deck(wrong))
    assert len(slides) >= 15
    assert all(any(shape.name == "色块" for shape in slide.shapes) for slide in slides[1:-1])
