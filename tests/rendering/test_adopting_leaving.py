"""What of a stranger's template goes, and what stays: samples, and what belongs to the file."""

import re
from collections import Counter

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx.oxml.ns import qn

import foreign
from reportgen.planning.deck.specimen import specimen
from reportgen.rendering.pptx import open_deck, render_deck

P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
COMMENTS = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
AUTHORS = "application/vnd.openxmlformats-officedocument.presentationml.commentAuthors+xml"
TAGS = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
OLE = "application/vnd.openxmlformats-officedocument.oleObject"
SLIDE, MAIN, MASTER = "ppt/slides/slide2.xml", "ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml"
WORDS = [
    "样例的备注",
    "这里要改",
    "张三丰",
    "旧的一节",
    "{{姓名}}",
    "${部门}",
    "XXX",
    "单击此处",
    "看不见的一页",
    "飞入",
]


def used(made):
    """A template that has been used: slides with words, notes, a hidden slide."""
    for number, text in enumerate(
        ["{{姓名}}的汇报", "${部门}工作", "XXX年总结", "单击此处添加标题", "看不见的一页"]
    ):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = text
        slide.placeholders[1].text_frame.text = f"XXX {number}"
        foreign.words(slide, f"飞入{number}", (1, 6.5, 4, 0.5), 14)
        slide.notes_slide.notes_text_frame.text = "样例的备注"
    made.slides[4]._element.set("show", "0")


def remarked(data):
    """A comment on a slide, and who made it."""
    space = f'xmlns:p="{foreign.P}"'
    comment = (
        f'<p:cmLst {space}><p:cm authorId="0" dt="2024-01-01T00:00:00" idx="1"><p:pos x="1" y="1"/>'
        "<p:text>这里要改</p:text></p:cm></p:cmLst>"
    )
    author = (
        f'<p:cmAuthorLst {space}><p:cmAuthor id="0" name="张三丰" initials="张" lastIdx="1" clrIdx="0"/>'
        "</p:cmAuthorLst>"
    )
    made = foreign.added(
        data,
        {"ppt/comments/comment1.xml": comment.encode(), "ppt/commentAuthors.xml": author.encode()},
        {"ppt/comments/comment1.xml": COMMENTS, "ppt/commentAuthors.xml": AUTHORS},
    )
    made = foreign.related(made, SLIDE, "comments", "../comments/comment1.xml")
    return foreign.related(made, MAIN, "commentAuthors", "commentAuthors.xml", "rId99")


def sectioned(data):
    """The slides parted in a section, and fading over."""
    section = (
        f'<p:extLst><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst xmlns:p14="{P14}">'
        '<p14:section name="旧的一节" id="{0C3B6E3E-5C0B-4B1E-8C53-5D0B0F6D9B11}"><p14:sldIdLst>'
        '<p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
        "</p:presentation>"
    )
    made = foreign.changed(
        data,
        re.escape(MAIN),
        lambda text: re.sub(r"(<p:extLst>.*</p:extLst>)?</p:presentation>", section, text),
    )
    fade = "<p:transition><p:fade/></p:transition><p:timing><p:tnLst/></p:timing></p:sld>"
    return foreign.changed(made, r"ppt/slides/.*xml", lambda text: text.replace("</p:sld>", fade))


def equipped(data):
    """An object and tags on the master, tags and a font of the file."""
    tags = f'<p:tagLst xmlns:p="{foreign.P}"><p:tag name="KSO_WM" val="1"/></p:tagLst>'.encode()
    files = {
        "ppt/tags/tag1.xml": tags, "ppt/tags/tag2.xml": tags,
        "ppt/embeddings/oleObject1.bin": b"an object", "ppt/fonts/font1.fntdata": b"a font",
    }  # fmt: skip
    kinds = {
        "ppt/tags/tag1.xml": TAGS, "ppt/tags/tag2.xml": TAGS,
        "ppt/embeddings/oleObject1.bin": OLE, "fntdata": "application/x-fontdata",
    }  # fmt: skip
    made = foreign.added(data, files, kinds)
    made = foreign.related(made, MASTER, "oleObject", "../embeddings/oleObject1.bin", "rId77")
    made = foreign.related(made, MASTER, "tags", "../tags/tag1.xml", "rId78")
    made = foreign.related(made, MAIN, "tags", "tags/tag2.xml", "rId98")
    made = foreign.related(made, MAIN, "font", "fonts/font1.fntdata", "rId97")
    graphic = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="77" name="对象"/><p:cNvGraphicFramePr/><p:nvPr>'
        '<p:custDataLst><p:tags r:id="rId78"/></p:custDataLst></p:nvPr></p:nvGraphicFramePr><p:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="1588" cy="1588"/></p:xfrm><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/presentationml/2006/ole"><p:oleObj name="think-cell" '
        'r:id="rId77" imgW="1" imgH="1" progId="TCLayout"><p:embed/></p:oleObj></a:graphicData></a:graphic>'
        "</p:graphicFrame></p:spTree>"
    )
    made = foreign.changed(made, re.escape(MASTER), lambda text: text.replace("</p:spTree>", graphic))
    fonts = (
        '<p:embeddedFontLst><p:embeddedFont><p:font typeface="企业黑体"/><p:regular r:id="rId97"/>'
        '</p:embeddedFont></p:embeddedFontLst><p:custDataLst><p:tags r:id="rId98"/></p:custDataLst>'
        "<p:defaultTextStyle>"
    )
    return foreign.changed(made, re.escape(MAIN), lambda text: text.replace("<p:defaultTextStyle>", fonts))


@pytest.fixture(scope="module")
def template():
    return equipped(sectioned(remarked(foreign.plain(change=used))))


@pytest.fixture
def deck(tmp_path):
    def make(data):
        path = tmp_path / "deck.pptx"
        path.write_bytes(data)
        opened = open_deck(path)
        return render_deck(specimen(opened.layouts), opened)

    return make


def test_the_sample_has_what_is_to_go_and_what_is_to_stay(template):
    everything = b"".join(foreign.parts(template).values()).decode(errors="replace")
    assert all(word in everything for word in (*WORDS, "think-cell", "KSO_WM", "企业黑体"))
    assert "<p:timing>" in everything


def test_nothing_is_left_of_the_samples(template, deck):
    for name, part in foreign.parts(deck(template)).items():
        if name.endswith((".xml", ".rels")):
            text = part.decode()
            assert [word for word in WORDS if word in text] == [], name
            assert "<p:timing>" not in text
            assert not re.fullmatch(r"ppt/(comments/.*|commentAuthors\.xml)", name)
            assert 'show="0"' not in text


def test_objects_tags_and_fonts_of_the_file_stay(template, deck):
    made = foreign.parts(deck(template))
    for name in (
        "ppt/embeddings/oleObject1.bin",
        "ppt/fonts/font1.fntdata",
        "ppt/tags/tag1.xml",
        "ppt/tags/tag2.xml",
    ):
        assert made[name] == foreign.parts(template)[name]
    assert "企业黑体" in made[MAIN].decode()
    assert "TCLayout" in made[MASTER].decode()


def test_every_key_of_a_relation_leads_somewhere(template, deck):
    made = foreign.parts(deck(template))
    for name, part in made.items():
        if not name.endswith(".xml"):
            continue
        folder, _, own = name.rpartition("/")
        listed = made.get(f"{folder}/_rels/{own}.rels", b"").decode()
        for key in re.findall(r' r:(?:id|embed|link|pict)="([^"]+)"', part.decode()):
            assert f'Id="{key}"' in listed, (name, key)


def test_the_deck_has_no_fault_that_the_template_did_not_have(template, deck, tmp_path):
    path = tmp_path / "found.pptx"
    found = []
    for data in (deck(template), template):
        path.write_bytes(data)
        found.append(Counter(one.description for one in OpenXmlValidator().validate(path).errors))
    assert not found[0] - found[1]


def test_no_number_of_a_shape_is_given_twice_on_a_slide(template, deck):
    for slide in foreign.slides_of(deck(template)):
        ids = [one.get("id") for one in slide._element.iter(qn("p:cNvPr"))]
        assert len(ids) == len(set(ids))


def logoed(made):
    """A logo on the master, a ground of its own, words that are the company's, a date, and a number."""
    master = made.slide_master
    _, key = master.part.get_or_add_image_part(foreign.picture((200, 30, 30)))
    picture = (
        f'<p:pic xmlns:p="{foreign.P}" xmlns:a="{foreign.A}" xmlns:r="{foreign.OFFICE}"><p:nvPicPr>'
        '<p:cNvPr id="901" name="标志"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        '<a:off x="11400000" y="100000"/><a:ext cx="600000" cy="300000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    master.shapes._spTree.insert(2, etree.fromstring(picture))
    foreign.ground(master, "F4F1EA")


def test_logo_ground_and_page_number_stay(deck):
    made = deck(foreign.plain(change=logoed))
    master = foreign.parts(made)[MASTER].decode()
    assert "标志" in master
    assert "F4F1EA" in master
    numbered = [
        [one for one in slide.placeholders if one.placeholder_format.type.name == "SLIDE_NUMBER"]
        for slide in foreign.slides_of(made)
    ]
    assert all(len(one) == 1 for one in numbered[1:-1])
    assert all('type="slidenum"' in etree.tostring(one[0]._element).decode() for one in numbered[1:-1])


@pytest.mark.parametrize("words", ["{{部门}}", "${部门}", "XXXX公司", "单击此处输入公司名"])
def test_words_on_a_layout_that_ask_for_words_are_not_shown(words, deck):
    """They are no placeholder, so they would stand on every slide."""

    def asked(made):
        for owner in (made.slide_master, *made.slide_layouts):
            foreign.bar(owner, (10, 0.1, 3, 0.4), "EEEEEE", 910)
            shape = owner.shapes._spTree[2]
            body = f"<a:bodyPr/><a:p><a:r><a:rPr/><a:t>{words}</a:t></a:r></a:p>"
            shape.append(
                etree.fromstring(f'<p:txBody xmlns:p="{foreign.P}" xmlns:a="{foreign.A}">{body}</p:txBody>')
            )

    template = foreign.plain(change=asked)
    assert words in foreign.parts(template)[MASTER].decode()
    for name, part in foreign.parts(deck(template)).items():
        assert words not in part.decode(errors="replace"), name
