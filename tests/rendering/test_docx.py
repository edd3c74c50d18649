"""The Word file, reopened: headings, sections, tables, fonts, words; and what a faulty template says."""

import io
import re
import zipfile

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from ownhandout import TEMPLATE
from reportgen.checking import expected_handout
from reportgen.errors import TemplateError
from reportgen.planning.facts import Facts
from reportgen.planning.handout import SHEET, plan_handout
from reportgen.planning.length import Degree, Length
from reportgen.rendering.docx import open_handout, read_sheet, render_handout
from speech import said_under

CASES = ("plain", "bare", "deep")


@pytest.fixture
def handout(written_brief):
    def make(case, template=TEMPLATE):
        return render_handout(plan_handout(written_brief(case), Facts()), open_handout(template))

    return make


def opened(data):
    return docx.Document(io.BytesIO(data))


def words(document):
    return re.sub(r"\s", "", "".join(text.text or "" for text in document.element.body.iter(qn("w:t"))))


def paragraphs(document):
    """Style and words of every paragraph, those of cells too."""
    for one in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(one, document)
        yield paragraph.style.style_id, paragraph.text


def headings(document):
    return [(style, text) for style, text in paragraphs(document) if style.startswith("Heading")]


@pytest.mark.parametrize("case", CASES)
def test_every_word_of_the_source_is_there(case, handout, written_brief):
    printed = words(opened(handout(case)))
    for line in written_brief(case).document.source.text.splitlines():
        assert re.sub(r"\s", "", line) in printed


@pytest.mark.parametrize("case", CASES)
def test_the_file_is_valid(case, handout, tmp_path):
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "handout.docx"
    path.write_bytes(handout(case))
    assert OpenXmlValidator().validate(path).errors == []


def test_headings_make_a_navigation_pane(handout):
    document = opened(handout("plain"))
    found = headings(document)
    assert ("Heading1", "要点摘编") in found
    assert ("Heading2", "一、认清形势，切实增强防汛抗旱的责任感") in found
    assert ("DigestSection", "一、认清形势") in list(paragraphs(document))
    based = document.styles.element.xpath("w:style[@w:styleId='DigestSection']/w:basedOn/@w:val")
    assert based == ["Heading2"]
    levels = {
        style.get(qn("w:styleId")): style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}").get(qn("w:val"))
        for style in document.styles.element.iter(qn("w:style"))
        if style.get(qn("w:styleId")).startswith("Heading")
    }
    assert [levels[f"Heading{n}"] for n in range(1, 6)] == ["0", "1", "2", "3", "4"]


def test_every_page_is_upright_and_each_part_begins_on_a_new_one(handout):
    sections = opened(handout("plain")).sections
    assert [one.orientation for one in sections] == [WD_ORIENT.PORTRAIT] * 4
    assert [one.start_type for one in sections] == [WD_SECTION.NEW_PAGE] * 4


def test_a_part_without_content_is_left_out(handout):
    document = opened(handout("bare"))
    assert headings(document) == []
    assert len(document.sections) == 3
    told = {text for _, text in paragraphs(document)}
    assert not {"要点摘编", "关键提法", "落实清单", "内容框架", "核心要义", "重点举措"} & told
    assert {"我的记录", "原文"} <= told


@pytest.mark.parametrize("case", CASES)
def test_without_the_original_no_section_is_empty(case, written_brief):
    plan = plan_handout(written_brief(case), Facts(), length=Length(original=False))
    document = opened(render_handout(plan, open_handout(TEMPLATE)))
    told = [text for _, text in paragraphs(document)]
    assert "原文" not in told
    last = document.element.body[-1]
    assert last.tag == qn("w:sectPr")
    assert len(document.sections) == (3 if plan.tasks else 2)
    assert not list(document.element.body.iter(qn("w:bookmarkStart")))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("degree", Degree)
def test_every_paragraph_is_found_by_a_search_for_it(case, degree, written_brief):
    """No line ends inside a paragraph but those of a title: 司法保护⏎机制 is not found by 司法保护机制."""
    plan = plan_handout(written_brief(case), Facts(), length=Length(degree))
    document = opened(render_handout(plan, open_handout(TEMPLATE)))
    titles = ("Title", "TitleLong", "OriginalTitle", "OriginalTitleLong")
    broken = [text for style, text in paragraphs(document) if "\n" in text and style not in titles]
    assert broken == []
    told = [text for _, text in paragraphs(document)]
    wanted = [
        one.text for one in expected_handout(plan).texts if one.text not in {plan.title, plan.original_title}
    ]
    missing = [text for text in wanted if not any(text in one.replace("　第", "第") for one in told)]
    assert missing == []


def test_header_rows_come_again_and_no_row_is_divided(handout):
    tables = opened(handout("plain")).tables
    heads = [
        table for table in tables if table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    ]
    assert [table.cell(0, 1).text for table in heads] == ["举措", "重点任务"]
    for table in tables:
        assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)
        assert table._tbl.find(f"{qn('w:tblPr')}/{qn('w:tblLayout')}").get(qn("w:type")) == "fixed"


def test_cell_widths_are_given_and_fill_the_table(handout):
    for table in opened(handout("plain")).tables:
        total = int(table._tbl.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w")))
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.iter(qn("w:gridCol"))]
        assert sum(grid) == total
        for row in table._tbl.iter(qn("w:tr")):
            assert [int(width.get(qn("w:w"))) for width in row.iter(qn("w:tcW"))] == grid


def test_markup_in_the_speech_survives(handout):
    assert '备足A<B & "C"类物资' in "".join(p.text for p in opened(handout("plain")).paragraphs)


def test_tabs_of_a_table_in_the_speech_survive(handout):
    script = "P 春耕在即，各村要抓紧备耕。\nP 事项\t单位\t时限\n"
    assert "事项\t单位\t时限" in "".join(p.text for p in opened(handout(script)).paragraphs)


def test_quotes_are_chinese_and_digits_latin(handout):
    runs = [run for p in opened(handout("plain")).paragraphs for run in p.runs if run.text]
    for run in runs:
        fonts = run._r.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        hinted = fonts is not None and fonts.get(qn("w:hint")) == "eastAsia"
        assert hinted != bool(
            re.fullmatch(r"[\x20-\x7e]+", run.text) and run.style.style_id.endswith("Latin")
        )
        if "“" in run.text:
            assert hinted
        if re.search(r"[0-9]", run.text):
            assert run.style.style_id.endswith("Latin")


def test_no_font_or_size_or_colour_outside_styles(handout):
    with zipfile.ZipFile(io.BytesIO(handout("plain"))) as package:
        body = package.read("word/document.xml").decode()
        everything = "".join(
            package.read(name).decode() for name in package.namelist() if name.endswith(".xml")
        )
    assert not re.search(r"<w:(sz|color) |w:ascii=|w:eastAsia=\"", body)
    assert "Theme=" not in everything.replace("w:themeFontLang", "")
    assert "python-docx" not in everything
    assert "dcterms" not in everything


def test_places_lead_to_their_paragraphs(handout):
    body = opened(handout("plain")).element.body
    names = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert links
    assert links <= names


def test_same_plan_same_bytes(handout):
    assert handout("deep") == handout("deep")


def test_the_shipped_templates_measures_are_those_planned_with():
    assert read_sheet(TEMPLATE) == SHEET


def edited(tmp_path, part, *changes):
    """A copy of the template with words of one part changed."""
    path = tmp_path / "own.docx"
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            if name == part:
                for before, after in changes:
                    assert before in data
                    data = data.replace(before, after)
            new.writestr(name, data)
    return path


def test_a_colour_changed_in_the_template_changes_the_output(handout, tmp_path):
    path = edited(tmp_path, "word/styles.xml", ("B01E23", "1F3864"))
    with zipfile.ZipFile(io.BytesIO(handout("plain", path))) as package:
        assert "1F3864" in package.read("word/styles.xml").decode()


def test_larger_type_in_the_template_still_gives_one_first_page(tmp_path, written_brief):
    path = edited(tmp_path, "word/styles.xml", ('w:line="390"', 'w:line="900"'))
    sheet = read_sheet(path)
    assert sheet.faces["FrontText"].line == 45
    assert plan_handout(written_brief("plain"), Facts(), sheet).front.height <= sheet.height


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([("{{ thesis }}", ""), ("{%p if thesis %}", "{%p if title %}")], "核心要义"),
        ([("{%p if subtitle %}", "{%p if %}")], "标记写错了"),
        ([("{{ label }}", "{{ label }}{{ motto }}")], "motto"),
        ([("task.steps", "task.owners")], "具体举措"),
        ([("{{ fact.value }}", "")], "没有印出"),
        ([("{{ label }}", "{{ label.__class__.__mro__ }}")], "标记"),
    ],
)
def test_a_faulty_template_is_told_in_one_line(changes, told, handout, tmp_path):
    path = edited(tmp_path, "word/document.xml", *changes)
    with pytest.raises(TemplateError, match=told) as caught:
        handout("plain", path)
    assert "\n" not in str(caught.value)


def test_a_template_without_the_styles_is_told(handout, tmp_path):
    path = edited(
        tmp_path,
        "word/styles.xml",
        ('w:styleId="OriginalText"', 'w:styleId="Other"'),
        ('<w:name w:val="原文正文"/>', '<w:name w:val="别的"/>'),
    )
    with pytest.raises(TemplateError, match="缺少样式“原文正文”"):
        handout("plain", path)


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "空文件"), (b"not a zip", "不是 Word 文档"), (b"PK\x03\x04 torn", "不是 Word 文档")],
)
def test_what_is_no_word_file_is_told(content, told, handout, tmp_path):
    path = tmp_path / "own.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match=told):
        handout("plain", path)
    with pytest.raises(TemplateError, match=told):
        read_sheet(path)


def test_a_missing_template_is_told(handout, tmp_path):
    with pytest.raises(TemplateError, match="模板"):
        handout("plain", tmp_path / "none.docx")


def test_every_heading_stands_outside_of_tables_so_that_navigation_shows_it(handout, written_brief):
    """Word leaves headings inside tables out of its navigation pane."""
    document = opened(handout("plain"))
    levels = {
        one.style_id: one.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}") for one in document.styles
    }
    found = {
        "".join(text.text or "" for text in one.iter(qn("w:t"))): one
        for one in document.element.body.iter(qn("w:p"))
        if levels.get(Paragraph(one, document).style.style_id) is not None
    }
    assert {one.getparent().tag for one in found.values()} == {qn("w:body")}
    rows = plan_handout(written_brief("plain"), Facts()).digest
    assert [row.heading for row in rows if row.opens and row.heading not in found] == []


def test_a_row_of_the_digest_stays_together_with_the_heading_beside_it(handout, written_brief):
    document = opened(handout("plain"))
    said = [
        one for one in document.paragraphs if one.style.style_id.startswith(("DigestPoint", "DigestGoal"))
    ]
    own = [one.paragraph_format for one in said]
    rows = plan_handout(written_brief("plain"), Facts()).digest
    counts = [sum(bool(one.heading or one.text) + bool(one.goal) for one in row.points) or 1 for row in rows]
    assert len(said) == sum(counts)
    assert all(one.keep_together for one in own)
    assert [bool(one.keep_with_next) for one in own] == [
        at + 1 < count for count in counts for at in range(count)
    ]


def test_measures_that_say_their_task_have_its_column():
    body = (
        "一、提高认识\n要把防汛放在心上。\n二、抓好落实\n"
        "——县水利局在6月底前建成三十处雨量站，为乡镇转移群众争取时间。\n"
        "——县财政局安排两百万元购置冲锋舟，保证各乡镇都有船可用。\n"
    )
    plan = plan_handout(said_under(body), Facts())
    table = opened(render_handout(plan, open_handout(TEMPLATE))).tables[-1]
    spans = [row._tr.findall(f".//{qn('w:gridSpan')}") for row in table.rows][1:]
    assert [bool(one) for one in spans] == [not row.task for row in plan.tasks]
    assert any(spans)
