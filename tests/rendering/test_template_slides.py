"""Slides that stand in a template are samples: none of them, and nothing of theirs, is in the deck."""

import io
import re
import zipfile
from pathlib import Path

import pptx
import pytest
from openxml_audit import OpenXmlValidator
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from deckcheck import TEMPLATE
from reportgen.errors import TemplateError
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.rendering.pptx import open_deck, render_deck
from speech import brief_of

WORDS = "会前请将手机调至静音"
SPEECH = (Path(__file__).parents[1] / "fixtures" / "deck" / "normal.txt").read_text("utf-8")


def built(path):
    template = open_deck(path)
    return render_deck(plan_deck(brief_of(SPEECH), Facts(), template.layouts), template)


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


REMARKS = f"""<p:cmLst {nsdecls("p")}><p:cm authorId="0" idx="1"><p:pos x="1" y="1"/>
<p:text>{WORDS}</p:text></p:cm></p:cmLst>"""
AUTHORS = f"""<p:cmAuthorLst {nsdecls("p")}>
<p:cmAuthor id="0" name="{WORDS}" initials="x" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>"""
SHOW = f"""<p:custShowLst {nsdecls("p", "r")}><p:custShow name="{WORDS}" id="0">
<p:sldLst><p:sld r:id="KEY"/></p:sldLst></p:custShow></p:custShowLst>"""
SECTIONS = f"""<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">
<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">
<p14:section name="{WORDS}" id="{{6C9A0A8F-2A5B-4B5E-9F0C-0B6C3F3E7A11}}"><p14:sldIdLst>
<p14:sldId id="256"/><p14:sldId id="257"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>"""
BUTTON = f'<a:hlinkClick {nsdecls("a", "r")} r:id="KEY" action="ppaction://hlinksldjump"/>'
VIEW = f"""<p:viewPr {nsdecls("a", "p", "r")}><p:outlineViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/>
<a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/></p:cViewPr>
<p:sldLst><p:sld r:id="KEY" collapse="1"/></p:sldLst></p:outlineViewPr></p:viewPr>"""
RANGE = f"""<p:presentationPr {nsdecls("a", "p", "r")}><p:showPr><p:present/>
<p:sldRg st="2" end="3"/></p:showPr></p:presentationPr>"""
KIND = "application/vnd.openxmlformats-officedocument.presentationml.{}+xml"


def sampled(path):
    """Our template with sample slides, and with all that programs keep about slides."""
    deck = pptx.Presentation(str(TEMPLATE))
    package, main = deck.part.package, deck.part
    slides = [deck.slides.add_slide(deck.slide_layouts[n]) for n in (0, 6, 15)]
    for slide in slides:
        slide.shapes.title.text = WORDS
        slide.notes_slide.notes_text_frame.text = WORDS

    first = slides[0].part
    comments = Part(PackURI("/ppt/comments/comment1.xml"), KIND.format("comments"), package, REMARKS.encode())
    first.relate_to(comments, RT.COMMENTS)
    authors = Part(
        PackURI("/ppt/commentAuthors.xml"), KIND.format("commentAuthors"), package, AUTHORS.encode()
    )
    main.relate_to(authors, RT.COMMENT_AUTHORS)
    picture = Part(PackURI("/docProps/thumbnail.jpeg"), "image/jpeg", package, b"\xff\xd8\xff")
    package.relate_to(picture, RT.THUMBNAIL)
    show = parse_xml(SHOW.replace("KEY", main.relate_to(first, RT.SLIDE)))
    main._element.find(qn("p:notesSz")).addnext(show)
    main._element.append(parse_xml(SECTIONS))
    # A button of a layout that leads to a slide, the outline view, the slides to be shown.
    layout = deck.slide_layouts[0]
    button = parse_xml(BUTTON.replace("KEY", layout.part.relate_to(slides[1].part, RT.SLIDE)))
    layout.placeholders[0].element.nvSpPr.cNvPr.append(button)
    for one in list(main.rels.values()):
        if one.reltype == RT.VIEW_PROPS:
            one.target_part._blob = VIEW.replace("KEY", one.target_part.relate_to(first, RT.SLIDE)).encode()
        if one.reltype == RT.PRES_PROPS:
            one.target_part._blob = RANGE.encode()
    deck.save(str(path))
    return path


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return built(sampled(tmp_path_factory.mktemp("own") / "deck.pptx"))


def test_the_cover_comes_first_and_the_slides_are_those_of_the_speech(data):
    shown, usual = (
        [slide.slide_layout.name for slide in pptx.Presentation(io.BytesIO(one)).slides]
        for one in (data, built(TEMPLATE))
    )
    assert shown == usual
    assert shown[0] == "cover"


def test_no_word_of_the_samples_is_anywhere(data):
    assert [name for name, part in parts(data).items() if WORDS.encode() in part] == []


def test_no_part_of_theirs_stays_behind(data):
    assert set(parts(data)) == set(parts(built(TEMPLATE))) - {"docProps/app.xml"}  # told of those that were


def test_nothing_points_to_a_slide_that_is_gone(data):
    found = parts(data)
    layouts = [part for name, part in found.items() if re.match(r"ppt/slideLayouts/", name)]
    assert not any(b"hlinksldjump" in part or b"/slides/" in part for part in layouts)
    main = found["ppt/presentation.xml"].decode()
    slides = set(re.findall(r'<p:sldId [^>]*\bid="(\d+)"', main))
    assert set(re.findall(r'<p14:sldId id="(\d+)"', main)) <= slides
    assert f'name="{WORDS}"' not in main
    assert "custShow" not in main
    assert "sldRg" not in found["ppt/presProps.xml"].decode()
    assert "sldLst" not in found["ppt/viewProps.xml"].decode()


def test_the_validator_finds_nothing(data, tmp_path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(path).errors == []


def test_layouts_of_a_second_master_count(tmp_path):
    deck = pptx.Presentation(str(TEMPLATE))
    masters = deck.part._element.find(qn("p:sldMasterIdLst"))
    path = tmp_path / "deck.pptx"
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "ppt/presentation.xml":
                text = re.sub(
                    r"<p:sldMasterIdLst>",
                    '<p:sldMasterIdLst><p:sldMasterId id="2147483999" r:id="rOther"/>',
                    text,
                )
            if name == "ppt/_rels/presentation.xml.rels":
                other = (
                    f'<Relationship Id="rOther" Type="{RT.SLIDE_MASTER}" Target="slideMasters/other.xml"/>'
                )
                text = text.replace("</Relationships>", f"{other}</Relationships>")
            if name == "[Content_Types].xml":
                text = text.replace(
                    "</Types>",
                    '<Override PartName="/ppt/slideMasters/other.xml" ContentType='
                    '"application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"/></Types>',
                )
            new.writestr(name, text)
        bare = re.sub(
            r"<p:sldLayoutIdLst>.*?</p:sldLayoutIdLst>",
            "",
            old.read("ppt/slideMasters/slideMaster1.xml").decode(),
            flags=re.DOTALL,
        )
        new.writestr("ppt/slideMasters/other.xml", bare)
    assert len(masters) == 1
    assert len(pptx.Presentation(str(path)).slide_masters) == 2
    assert pptx.Presentation(io.BytesIO(built(path))).slides[0].slide_layout.name == "cover"


def renamed(tmp_path, *changes):
    """Our template with layouts or placeholders renamed."""
    path = tmp_path / "deck.pptx"
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for before, after in changes:
                text = re.sub(before, after, text) if name.startswith("ppt/slideLayouts/") else text
            new.writestr(name, text)
    return path


def told(path):
    with pytest.raises(TemplateError) as caught:
        built(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_all_missing_layouts_are_named_at_once_with_the_nearest_and_what_there_is(tmp_path):
    changes = ('(<p:cSld name=")cards-', r"\1Card-"), ('(<p:cSld name=")closing"', r'\1末页"')
    said = told(renamed(tmp_path, *changes))
    missing = "".join(f"“cards-{n}”（是否写成了“Card-{n}”）" for n in range(2, 7))
    assert f"幻灯片模板缺少版式{missing}“closing”；" in said
    assert "模板现有版式“cover”“thesis”" in said
    assert "“末页”" in said


def test_all_missing_placeholders_are_named_at_once(tmp_path):
    said = told(renamed(tmp_path, ('name="落款"', 'name="落 款"'), ('name="副标题"', 'name="文本占位符 3"')))
    assert "版式“cover”缺少占位符“副标题”“落款”（是否写成了“落 款”）" in said


@pytest.mark.parametrize(
    ("part", "before", "after", "says"),
    [
        ("ppt/presentation.xml", r'<p:sldSz cx="\d+"', '<p:sldSz cx="0"', "页面大小不能用（0 × 6858000）"),
        ("ppt/presentation.xml", r'<p:sldSz cx="\d+"', '<p:sldSz cx="99999999999"', "页面大小不能用"),
        ("ppt/presentation.xml", r"<p:sldMasterIdLst>.*?</p:sldMasterIdLst>", "", "没有版式"),
        ("ppt/slideMasters/slideMaster1.xml", r"<p:sldLayoutIdLst>.*?</p:sldLayoutIdLst>", "", "没有版式"),
        ("ppt/slideLayouts/slideLayout1.xml", r'<a:ext cx="\d+"', '<a:ext cx="0"', "“标题”放不下字（宽 0 磅"),
        ("ppt/slideLayouts/slideLayout1.xml", r'<a:ext cx="\d+"', '<a:ext cx="x"', "写错的数"),
        ("ppt/slideLayouts/slideLayout1.xml", r' sz="\d+"', ' sz="0"', "字号 0 磅"),
        ("ppt/slideLayouts/slideLayout1.xml", r' sz="\d+"', ' sz="400000"', "字号 4000 磅"),
        ("ppt/slideLayouts/slideLayout1.xml", r' idx="\d+"', ' idx="7"', "编号（idx）相同"),
    ],
)
def test_a_page_or_place_that_holds_no_words_is_told(part, before, after, says, tmp_path):
    path = tmp_path / "deck.pptx"
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == part:
                text, count = re.subn(before, after, text, flags=re.DOTALL)
                assert count
            new.writestr(name, text)
    assert says in told(path)
