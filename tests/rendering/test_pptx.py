"""The deck, reopened: words, notes, names, order, fonts; and what a template changes or lacks."""

import io
import re
import zipfile
from pathlib import Path

import pptx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx.oxml.ns import qn

from briefscript import read_case
from deckcheck import TEMPLATE
from ownhandout import TEMPLATE as HANDOUT
from reportgen.errors import TemplateError
from reportgen.planning.deck import Deck, Fill, Para, Slide, overflows, plan_deck
from reportgen.planning.facts import Facts
from reportgen.rendering.pptx import open_deck, read_layouts, render_deck

FIXTURES = Path(__file__).parents[1] / "fixtures" / "deck"
CASES = sorted(path.stem for path in FIXTURES.glob("*.txt"))
FURNITURE = {"页脚", "页码"}
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
FOREIGN_XML = b'<?xml version="1.0"?><other/>'


def planned(case, template=TEMPLATE):
    text = (FIXTURES / f"{case}.txt").read_text("utf-8")
    brief = read_case(text, case)
    return brief, plan_deck(brief, Facts(), read_layouts(template))


def rendered(case, template=TEMPLATE):
    return render_deck(planned(case, template)[1], open_deck(template))


@pytest.fixture(scope="module")
def decks():
    """Every fixture as it was planned, as it was written and as bytes, by name."""
    plans = {case: planned(case)[1] for case in CASES}
    made = {case: (plan, render_deck(plan, open_deck(TEMPLATE))) for case, plan in plans.items()}
    return {case: (plan, pptx.Presentation(io.BytesIO(data)), data) for case, (plan, data) in made.items()}


@pytest.fixture(params=CASES)
def deck(request, decks):
    return decks[request.param]


def parts(data, pattern):
    """The parts of a package whose names match, as trees."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if re.fullmatch(pattern, name)
        }


def slides_xml(data):
    return parts(data, r"ppt/slides/slide\d+\.xml")


def squeezed(text):
    return re.sub(r"\s", "", text)


def test_every_slide_says_what_was_planned(deck):
    plan, written, _ = deck
    assert len(written.slides) == len(plan.slides)
    for wanted, slide in zip(plan.slides, written.slides, strict=True):
        shapes = {shape.name: shape for shape in slide.shapes}
        assert slide.slide_layout.name == wanted.layout
        for fill in wanted.fills:
            found = [para.text.replace("\v", "\n") for para in shapes[fill.slot].text_frame.paragraphs]
            assert found == [para.text for para in fill.paras]
        if wanted.table is not None:
            rows = [
                [cell.text.replace("\v", "\n") for cell in row.cells] for row in shapes["清单"].table.rows
            ]
            assert rows == [list(wanted.table.head), *map(list, wanted.table.rows)]


def test_notes_hold_the_source(deck):
    plan, written, _ = deck
    for wanted, slide in zip(plan.slides, written.slides, strict=True):
        assert slide.has_notes_slide == bool(wanted.notes)
        if wanted.notes:
            assert slide.notes_slide.notes_text_frame.text == "\n".join(wanted.notes)


@pytest.mark.parametrize("case", ["normal", "masks", "deep"])
def test_every_paragraph_under_a_heading_can_be_read_from_the_notes(case, decks):
    brief, _ = planned(case)
    _, written, _ = decks[case]
    notes = [
        squeezed(slide.notes_slide.notes_text_frame.text) for slide in written.slides if slide.has_notes_slide
    ]
    for node in brief.document.walk():
        for passage in node.body:
            assert any(squeezed(passage.text) in text for text in notes)


def test_no_placeholder_is_empty_and_names_are_those_of_the_template(deck):
    plan, written, _ = deck
    for wanted, slide in zip(plan.slides, written.slides, strict=True):
        for shape in slide.placeholders:
            assert shape.text_frame.text.strip() or shape.name == "页码"
        names = {shape.name for shape in slide.placeholders} - FURNITURE
        assert names == {fill.slot for fill in wanted.fills}


def test_shapes_have_names_and_ids_of_their_own(deck):
    for slide in deck[1].slides:
        ids = [shape.shape_id for shape in slide.shapes]
        names = [shape.name for shape in slide.shapes]
        assert len(set(ids)) == len(ids)
        assert len(set(names)) == len(names)


def test_footer_and_page_number_stand_where_the_layout_has_them(deck):
    plan, written, _ = deck
    for wanted, slide in zip(plan.slides, written.slides, strict=True):
        has = {shape.name for shape in slide.slide_layout.placeholders} & FURNITURE
        found = {shape.name: shape for shape in slide.placeholders if shape.name in FURNITURE}
        assert set(found) == has - (set() if wanted.footer else {"页脚"})
        if "页脚" in found:
            assert found["页脚"].text_frame.text == wanted.footer
        if "页码" in found:
            assert found["页码"].element.find(f".//{qn('a:fld')}").get("type") == "slidenum"


def test_nothing_relies_on_a_programs_shrinking(deck):
    with zipfile.ZipFile(io.BytesIO(deck[2])) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                assert b"normAutofit" not in package.read(name)
                assert b"spAutoFit" not in package.read(name)


def test_what_is_only_drawn_is_not_read_out(deck):
    for slide in deck[1].slides:
        drawn = [shape for shape in slide.shapes if not shape.is_placeholder and not shape.has_table]
        for shape in drawn:
            (mark,) = shape.element.iter(DECORATIVE)
            assert mark.get("val") == "1"
            assert not shape.text_frame.text


def test_words_are_read_out_in_the_order_of_the_plan(deck):
    plan, written, _ = deck
    for wanted, slide in zip(plan.slides, written.slides, strict=True):
        order = [shape.name for shape in slide.shapes if shape.is_placeholder and shape.name not in FURNITURE]
        assert order == [fill.slot for fill in wanted.fills]


def test_runs_are_chinese_and_fonts_come_from_the_theme(deck):
    for tree in slides_xml(deck[2]).values():
        for run in tree.iter(qn("a:r")):
            assert run.find(qn("a:rPr")).get("lang") == "zh-CN"
        assert not list(tree.iter(qn("a:latin"), qn("a:ea"), qn("a:srgbClr")))
    for tree in parts(deck[2], r"ppt/theme/theme\d+\.xml").values():
        for kind in ("a:majorFont", "a:minorFont"):
            assert tree.find(f".//{qn(kind)}/{qn('a:ea')}").get("typeface")


def test_type_sizes_come_from_the_template(deck):
    """Only cells, which inherit from no placeholder, state the size that the template states for them."""
    cell = read_layouts(TEMPLATE).slot("table", "表格样式").levels[0].size
    for tree in slides_xml(deck[2]).values():
        sized = [run for run in tree.iter(qn("a:rPr")) if run.get("sz")]
        assert {int(run.get("sz")) / 100 for run in sized} <= {cell}
        assert all(any(up.tag == qn("a:tc") for up in run.iterancestors()) for run in sized)


def test_the_validator_finds_nothing(deck, tmp_path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck[2])
    result = OpenXmlValidator().validate(path)
    assert not result.errors
    assert result.is_valid


def test_every_part_has_its_type(deck):
    with zipfile.ZipFile(io.BytesIO(deck[2])) as package:
        types = etree.fromstring(package.read("[Content_Types].xml"))
        overrides = {one.get("PartName"): one.get("ContentType") for one in types if one.get("PartName")}
        for name in package.namelist():
            if name.endswith(".xml") and name != "[Content_Types].xml":
                assert f"/{name}" in overrides
        slides = [kind for name, kind in overrides.items() if re.match(r"/ppt/slides/", name)]
    assert all(kind.endswith("presentationml.slide+xml") for kind in slides)


def test_the_title_stands_in_the_properties_and_no_date_does(deck):
    plan, written, data = deck
    assert written.core_properties.title == plan.title
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        core = package.read("docProps/core.xml").decode()
    assert "<dcterms:" not in core
    assert "python" not in core


def test_same_plan_same_bytes(decks):
    assert rendered("figures") == decks["figures"][2]


def test_markup_in_the_speech_survives():
    words = '备足A<B & "C"类{{ 物资 }}'
    deck = Deck("讲话", (Slide("closing", (Fill("标题", (Para(words),)),)),))
    data = render_deck(deck, open_deck(TEMPLATE))
    text = "".join(
        shape.text_frame.text
        for slide in pptx.Presentation(io.BytesIO(data)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    assert squeezed(words) in squeezed(text)


# A template is the office's own: what is changed in it changes the deck.


def edited(tmp_path, *changes, part=r".*\.xml"):
    """A copy of the template with words of its parts changed."""
    path = tmp_path / "own.pptx"
    seen = set()
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            for before, after in changes if re.fullmatch(part, name) else ():
                seen |= {before} if before in data else set()
                data = data.replace(before, after)
            new.writestr(name, data)
    assert seen == {before for before, _ in changes}
    return path


def layout_part(name):
    with zipfile.ZipFile(TEMPLATE) as package:
        return next(
            part
            for part in package.namelist()
            if re.fullmatch(r"ppt/slideLayouts/slideLayout\d+\.xml", part)
            and f'<p:cSld name="{name}"' in package.read(part).decode()
        )


def test_another_colour_in_the_theme_is_the_decks_colour(tmp_path):
    data = rendered("normal", edited(tmp_path, ("B01E23", "1F3864")))
    (accent,) = next(iter(parts(data, r"ppt/theme/theme1\.xml").values())).iter(qn("a:accent1"))
    assert accent[0].get("val") == "1F3864"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert all(b"B01E23" not in package.read(name) for name in package.namelist())


def test_another_font_in_the_theme_is_the_decks_font(tmp_path):
    data = rendered("normal", edited(tmp_path, ("微软雅黑", "华文中宋")))
    for tree in parts(data, r"ppt/theme/theme\d+\.xml").values():
        assert {one.get("typeface") for one in tree.iter(qn("a:ea"))} == {"华文中宋"}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert all("微软雅黑".encode() not in package.read(name) for name in package.namelist())


def test_a_moved_placeholder_takes_its_words_along(tmp_path):
    before = read_layouts(TEMPLATE).slot("closing", "标题").box
    path = tmp_path / "own.pptx"
    template = pptx.Presentation(str(TEMPLATE))
    layout = next(one for one in template.slide_layouts if one.name == "closing")
    next(one for one in layout.placeholders if one.name == "标题").top += 12700 * 50
    template.save(str(path))
    assert read_layouts(path).slot("closing", "标题").box.top == pytest.approx(before.top + 50)
    slide = pptx.Presentation(io.BytesIO(rendered("normal", path))).slides[-1]
    assert next(one for one in slide.placeholders if one.name == "标题").top.pt == pytest.approx(
        before.top + 50
    )


def test_larger_type_in_the_template_says_less_and_still_fits(tmp_path):
    sizes = [('sz="1800"', 'sz="2600"'), ('val="2600"', 'val="3800"')]
    path = edited(tmp_path, *sizes, part=layout_part("section"))
    large, usual = (planned("normal", template)[1].slides for template in (path, TEMPLATE))
    deck = Deck("讲话", large)
    assert overflows(deck, read_layouts(path)) == 0
    said = [
        sum(len(para.text) for slide in slides for fill in slide.fills for para in fill.paras)
        for slides in (large, usual)
    ]
    assert said[0] <= said[1]
    written = pptx.Presentation(io.BytesIO(rendered("normal", path)))
    assert len(written.slides) == len(large)


def test_a_layout_that_lacks_page_numbers_gets_none(tmp_path):
    path = tmp_path / "own.pptx"
    template = pptx.Presentation(str(TEMPLATE))
    for layout in template.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.name in FURNITURE:
                shape.element.getparent().remove(shape.element)
    template.save(str(path))
    for slide in pptx.Presentation(io.BytesIO(rendered("normal", path))).slides:
        assert not FURNITURE & {shape.name for shape in slide.shapes}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('<p:cSld name="section"', '<p:cSld name="各部分"', "缺少版式“section”"),
        ('<p:cSld name="closing"', '<p:cSld name="末页"', "缺少版式“closing”"),
        ('name="落款"', 'name="文本占位符 3"', "版式“cover”缺少占位符“落款”"),
        ('name="点题1"', 'name="文本占位符 4"', "版式“section”缺少占位符“点题1”"),
        ('name="表格样式"', 'name="文本占位符 5"', "版式“table”缺少占位符“表格样式”"),
    ],
)
def test_what_a_template_lacks_is_told_in_one_line(before, after, told, tmp_path):
    path = edited(tmp_path, (before, after))
    with pytest.raises(TemplateError, match=told) as caught:
        rendered("normal", path)
    assert str(caught.value).startswith(f"{path}：")
    assert "自带的模板" in str(caught.value)
    assert "\n" not in str(caught.value)


def without(tmp_path, name, tag):
    """A copy of the template one of whose placeholders lacks an element."""
    path = tmp_path / "own.pptx"
    template = pptx.Presentation(str(TEMPLATE))
    for layout in template.slide_layouts:
        for shape in layout.placeholders:
            if shape.name == name:
                element = shape.element.find(f".//{qn(tag)}")
                element.getparent().remove(element)
    template.save(str(path))
    return path


@pytest.mark.parametrize("tag", ["a:xfrm", "p:txBody"])
def test_a_placeholder_that_can_hold_no_words_is_told_where_it_is_needed(tag, tmp_path):
    with pytest.raises(TemplateError, match="版式“cover”缺少占位符“落款”"):
        rendered("normal", without(tmp_path, "落款", tag))
    spare = without(tmp_path, "支柱4", tag)
    assert rendered("two", spare)


def test_a_deck_planned_with_another_template_is_told(tmp_path):
    path = edited(tmp_path, ('<p:cSld name="closing"', '<p:cSld name="末页"'))
    with pytest.raises(TemplateError, match="缺少版式“closing”"):
        render_deck(planned("normal")[1], open_deck(path))


def foreign(kind):
    """Bytes of a file that is no presentation."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", FOREIGN_XML)
        if kind == "broken":
            with zipfile.ZipFile(TEMPLATE) as old:
                for name in old.namelist():
                    package.writestr(name, b"<torn" if name == "ppt/presentation.xml" else old.read(name))
    return buffer.getvalue()


def damaged():
    """The template with one byte of a layout changed, as by a bad disk."""
    data = bytearray(TEMPLATE.read_bytes())
    data[data.index("标题".encode())] ^= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"", "空文件", id="empty"),
        pytest.param(b"not a zip", "打不开模板：不是 PowerPoint", id="text"),
        pytest.param(b"PK\x03\x04 torn", "打不开模板：不是 PowerPoint", id="torn"),
        pytest.param(TEMPLATE.read_bytes()[:9000], "打不开模板：不是 PowerPoint", id="cut"),
        pytest.param(HANDOUT.read_bytes(), "这是 Word 文档（.docx）", id="word"),
        pytest.param(foreign("zip"), "打不开模板：不是 PowerPoint", id="zip"),
        pytest.param(foreign("broken"), "部件 ppt/presentation.xml 第 1 行已损坏", id="broken"),
        pytest.param(damaged(), "打不开模板：不是 PowerPoint", id="damaged"),
    ],
)
def test_what_is_no_presentation_is_told(content, told, tmp_path):
    path = tmp_path / "own.pptx"
    path.write_bytes(content)
    with pytest.raises(TemplateError) as caught:
        read_layouts(path)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_template_is_told(tmp_path):
    with pytest.raises(TemplateError, match="找不到模板"):
        read_layouts(tmp_path / "none.pptx")


def test_a_footer_in_a_layout_need_not_state_a_style_of_its_own(tmp_path):
    """``a:lstStyle`` may be left out of a text."""
    deck = pptx.Presentation(str(TEMPLATE))
    styles = [
        style
        for layout in deck.slide_layouts
        for shape in layout.placeholders
        if shape.element.ph.get("type") in {"ftr", "sldNum"}
        for style in shape.element.txBody.findall(qn("a:lstStyle"))
    ]
    for style in styles:
        style.getparent().remove(style)
    assert styles
    path = tmp_path / "own.pptx"
    deck.save(path)
    made, ours = (pptx.Presentation(io.BytesIO(rendered("normal", one))) for one in (path, TEMPLATE))
    assert [len(slide.shapes) for slide in made.slides] == [len(slide.shapes) for slide in ours.slides]
