"""A unit's own Word file without tags: the handout is set in it, and what is the unit's stays."""

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from corpus import CORPUS
from reportgen.errors import TemplateError
from reportgen.options import Options
from reportgen.planning.facts import Facts
from reportgen.planning.handout import plan_handout
from reportgen.rendering.docx import adopted_handout, open_handout, render_handout, survey_handout
from reportgen.themes import Theme
from reportgen.verifying import verify_files
from speech import SPEECH as WITH_A_TERM
from speech import brief_of
from unitfile import (
    CONTENTS,
    IMPRINT,
    PAGE,
    RED,
    SAMPLE,
    SECTION,
    furniture,
    heading,
    referring,
    unit,
)
from wordscript import level, levels, num, p, packed, part, r, style

SPEECH = WITH_A_TERM.replace("河长制", "一窗受理")
SETTINGS, BODY = "word/settings.xml", "word/document.xml"
LANDSCAPE = PAGE.replace('w:w="11906" w:h="16838"', 'w:w="15840" w:h="12240" w:orient="landscape"')
HEADS = furniture(header1="首页页眉", header2="{{客户}} 单页 ${name}", header3="双页", footer1="«Feld» 页脚")
FURNISHED = referring(
    ("first", "header1"),
    ("default", "header2"),
    ("even", "header3"),
    ("default", "footer1"),
    more="<w:titlePg/>",
)


def control(alias, content, more=""):
    named = f'<w:sdtPr><w:alias w:val="{alias}"/>{more}</w:sdtPr>'
    return f"<w:sdt>{named}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def with_part(data, name, *changes):
    """A file with texts of a part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {one: old.read(one) for one in old.namelist()}
    for before, after in changes:
        assert before.encode() in parts[name], before
        parts[name] = parts[name].replace(before.encode(), after.encode())
    return packed(parts)


def protected(enforcement):
    lock = f'<w:documentProtection w:edit="readOnly" w:enforcement="{enforcement}"/></w:settings>'
    return with_part(unit(SAMPLE), SETTINGS, ("</w:settings>", lock))


ODD = {
    "nothing in it": unit(""),
    "a sample": unit(SAMPLE),
    "a letterhead and an imprint": unit(
        RED + p("关于样本的通知") + SAMPLE + p("2026年2月26日") + p("") + IMPRINT
    ),
    "a marker": unit(
        p("内部学习") + p("编者按。") + p(r("{{") + r("正文}}")) + p("学习记录附后。") + IMPRINT
    ),
    "a marker in a table": unit(
        f'<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/></w:tcPr>'
        f"{p('文号：3')}{p('【正文】')}</w:tc></w:tr></w:tbl>"
    ),
    "a control": unit(p("内部学习") + control("正文", p("请输入")) + p("（完）")),
    "a prompt": unit(RED + p("[此处输入正文内容]") + IMPRINT),
    "ids of another language": unit(
        p("Muster", style="berschrift1") + SAMPLE,
        styles=heading("berschrift1", 1) + heading("berschrift2", 2),
    ),
    "headings by level": unit(
        p("第一章", style="x1") + SAMPLE + p("第一节", style="x2"),
        styles=heading("x1", 1, "章") + heading("x2", 2, "节"),
    ),
    "a cover and contents": unit(
        p("某集团有限公司") + CONTENTS + p("", more=SECTION) + p("样本", style="1") + SAMPLE,
        styles=heading("1", 1) + heading("2", 2),
    ),
    "sections of samples": unit(p("一", more=SECTION) + p("二", more=SECTION) + SAMPLE),
    "letter, landscape, two columns": unit(
        SAMPLE, section=referring(page=LANDSCAPE, more='<w:cols w:num="2"/>')
    ),
    "words of a mail merge": unit(
        p("尊敬的{{客户}}：") + p("${name} 您好") + SAMPLE, section=FURNISHED, **HEADS
    ),
    "names and ids of ours": unit(
        SAMPLE + p("x", style="Term"),
        styles=style("Term", name="名词", base="a")
        + style("a9", name="表头", base="a")
        + style("Title", name="随便", base="a"),
    ),
    "no lock": protected(0),
    "a lock": protected(1),
    "a .dotx": with_part(unit(SAMPLE), "[Content_Types].xml", ("document.main+xml", "template.main+xml")),
}


@pytest.fixture
def set_in(tmp_path):
    """Sets the handout of a speech in a file."""

    def make(data, name="handout.docx"):
        path = tmp_path / name
        path.write_bytes(data)
        template = open_handout(path)
        return render_handout(plan_handout(brief_of(SPEECH), Facts(), template.sheet), template)

    return make


def body_of(data):
    return docx.Document(io.BytesIO(data)).element.body


def lines(data):
    """The words of the paragraphs, those in tables too, in order."""
    words = ("".join(t.text or "" for t in one.iter(qn("w:t"))) for one in body_of(data).iter(qn("w:p")))
    return [one for one in words if one]


def all_text(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}


def names(data):
    """The names of the styles of paragraphs by their words."""
    document = docx.Document(io.BytesIO(data))
    return {one.text.replace("\n", ""): one.style.name for one in document.paragraphs if one.text}


def findings(path):
    return {(one.description, one.part_uri) for one in OpenXmlValidator().validate(path).errors}


@pytest.mark.parametrize("what", ODD)
def test_the_handout_is_set_in_any_file_and_no_sample_is_left(what, set_in, tmp_path):
    data = set_in(ODD[what])
    said = lines(data)
    parts = [
        said.index(one)
        for one in ("基本情况" if "基本情况" in said else "核心要义　第 3 段", "要点摘编", "落实清单", "原文")
        if one in said
    ]
    assert parts == sorted(parts)
    assert len(parts) >= 3
    assert "谢谢大家。" in said
    assert not any("样本" in one for one in said)
    made = tmp_path / "made.docx"
    made.write_bytes(data)
    assert findings(made) <= findings(tmp_path / "handout.docx")
    assert set_in(ODD[what]) == data


@pytest.mark.parametrize("what", ODD)
def test_what_was_made_says_what_the_speech_says(what, set_in, tmp_path):
    made, speech = tmp_path / "讲话-要点.docx", tmp_path / "讲话.txt"
    made.write_bytes(set_in(ODD[what]))
    speech.write_text(SPEECH, "utf-8")
    (checked,) = verify_files([made], speech, Options(theme=Theme(str(tmp_path), tmp_path))).files
    assert (checked.error, checked.findings) == (None, ())


def test_a_letterhead_and_an_imprint_stay_to_the_letter_and_in_their_places(set_in):
    data = set_in(ODD["a letterhead and an imprint"])
    said = lines(data)
    assert said[:2] == ["某县人民政府文件", "某政发〔2026〕12号"]
    assert said[-2:] == ["抄送：县委办公室，县人大常委会办公室。", "某县人民政府办公室　2026年2月26日印发"]
    text = all_text(data)[BODY]
    assert (
        '<w:color w:val="FF0000"/><w:sz w:val="72"/></w:rPr><w:t xml:space="preserve">某县人民政府文件'
        in text
    )
    assert '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="1" w:color="FF0000"/></w:pBdr>' in text


@pytest.mark.parametrize(
    ("what", "before", "behind"),
    [
        ("a marker", ["内部学习", "编者按。"], ["学习记录附后。", "抄送：县委办公室，县人大常委会办公室。"]),
        ("a control", ["内部学习"], ["（完）"]),
        ("a marker in a table", ["文号：3"], []),
    ],
)
def test_it_stands_at_its_place_and_all_else_stays(what, before, behind, set_in):
    said = lines(set_in(ODD[what]))
    title = said.index("在全市工作会议上的讲话")
    assert said[:title] == before
    assert said[said.index("谢谢大家。") + 1 :][: len(behind)] == behind
    assert not {"{{正文}}", "【正文】", "请输入"} & set(said)


def test_a_prompt_is_a_place_and_the_rest_is_a_sample_as_ever(set_in):
    said = lines(set_in(unit(RED + p("主送单位：") + p("[此处输入正文内容]") + p("落款") + IMPRINT)))
    assert said[:3] == ["某县人民政府文件", "某政发〔2026〕12号", "在全市工作会议上的讲话"]
    assert "主送单位：" not in said
    assert "落款" not in said


LINE = (
    '<w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="0,0" to="440pt,0" strokecolor="red"/>'
    "</w:pict></w:r>"
)
TURN = '<w:r><w:br w:type="page"/></w:r>'


def test_a_line_hung_on_the_samples_title_stays_without_it(set_in):
    data = set_in(unit(RED + p(LINE + r("关于做好某项工作的通知")) + p("各县区人民政府：") + SAMPLE))
    said = lines(data)
    assert said[:3] == ["某县人民政府文件", "某政发〔2026〕12号", "在全市工作会议上的讲话"]
    assert "v:line" in all_text(data)[BODY]


INLINE = '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"/>'
PICTURE = f"<w:r><w:drawing>{INLINE}</w:drawing></w:r>"


def test_a_logo_stays_and_a_picture_of_the_sample_goes(set_in):
    assert "wp:inline" in all_text(set_in(unit(p(PICTURE) + SAMPLE)))[BODY]
    assert "wp:inline" not in all_text(set_in(unit(p("图片样例") + p(PICTURE) + SAMPLE)))[BODY]


def test_a_grid_as_libreoffice_writes_it_is_read(set_in):
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="4294966447"/>'
    data = set_in(unit(SAMPLE, section=referring(more=grid)))
    text = docx.Document(io.BytesIO(data)).styles["原文正文"].element
    assert text.find(f"{qn('w:rPr')}/{qn('w:spacing')}").get(qn("w:val")) == "-4"


def test_words_of_the_sample_between_marks_of_a_letterhead_go(set_in):
    body = RED + p("关于做好某项工作的通知") + p("各县区人民政府：") + p(LINE) + SAMPLE
    assert lines(set_in(unit(body)))[2] == "在全市工作会议上的讲话"


def test_the_page_of_a_letterhead_ends_where_it_did(set_in):
    body = body_of(set_in(unit(RED + p("编制说明") + p(TURN) + SAMPLE)))
    words = ["".join(t.text or "" for t in one.iter(qn("w:t"))) for one in body]
    turn = next(at for at, one in enumerate(body) if next(one.iter(qn("w:br")), None) is not None)
    assert (words[turn], words[turn + 1]) == ("", "在全市工作会议上的讲话")
    assert "编制说明" not in words


def test_styles_are_found_by_their_names_whatever_their_ids(set_in):
    found = names(set_in(ODD["ids of another language"]))
    assert (found["要点摘编"], found["一、加强学习，提高认识"]) == ("Heading 1", "Heading 2")


def test_headings_without_names_serve_by_their_levels(set_in):
    data = set_in(ODD["headings by level"])
    document = docx.Document(io.BytesIO(data))
    assert document.styles["Heading 1"].base_style.name == "章"
    assert document.styles["Heading 2"].base_style.name == "节"


def test_headings_are_made_where_there_are_none_in_the_files_own_faces(set_in):
    body = SAMPLE.replace("<w:rPr>", '<w:rPr><w:rFonts w:ascii="华文中宋" w:eastAsia="华文中宋"/>')
    data = set_in(unit(body))
    document = docx.Document(io.BytesIO(data))
    for name in ("Heading 2", "原文正文", "首页正文", "Title"):
        fonts = document.styles[name].element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        assert fonts.get(qn("w:eastAsia")) == "华文中宋", name
    assert document.styles["Heading 2"].element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}") is not None


def test_a_heading_like_those_in_a_text_is_used_in_the_text(set_in):
    styles = heading("1", 1, rpr='<w:sz w:val="32"/>') + heading("2", 2, rpr='<w:sz w:val="32"/>')
    found = names(set_in(unit(SAMPLE, styles=styles)))
    assert (found["要点摘编"], found["一、加强学习，提高认识"]) == ("部分大标题", "Heading 1")


def test_numbers_of_the_files_headings_are_not_printed(set_in):
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    styles = heading("1", 1, ppr=numbered) + heading("2", 2, ppr=numbered)
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    numbering = part("w:numbering", levels(0, level(0, "decimal", "%1")) + num(1, 0))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    data = set_in(
        unit(
            p("样本", style="1") + SAMPLE,
            styles=styles,
            more={"word/numbering.xml": numbering},
            linked=f'<Relationship Id="n" Type="{namespace}/numbering" Target="numbering.xml"/>',
            types=f'<Override PartName="/word/numbering.xml" ContentType="{kind}"/>',
        )
    )
    body = body_of(data)
    headings = [
        one for one in body.iter(qn("w:p")) if one.pPr is not None and (one.style or "").startswith("Heading")
    ]
    assert {one.pPr.numPr.numId.val for one in headings} == {2}
    added = all_text(data)["word/numbering.xml"]
    assert re.search(r'<w:num w:numId="2"><w:abstractNumId w:val="1"/>', added)
    assert '<w:numFmt w:val="none"/>' in added


def test_every_section_stays_with_its_heads_and_feet(set_in):
    data = set_in(ODD["words of a mail merge"])
    section = body_of(data).find(qn("w:sectPr"))
    told = [(one.tag.rpartition("}")[2], one.get(qn("w:type"))) for one in section][:4]
    assert told == [
        ("headerReference", "first"), ("headerReference", "default"), ("headerReference", "even"),
        ("footerReference", "default"),
    ]  # fmt: skip
    assert section.find(qn("w:titlePg")) is not None
    assert len(list(body_of(set_in(ODD["sections of samples"])).iter(qn("w:sectPr")))) == 3


def test_sections_of_which_nothing_is_left_make_no_empty_pages(set_in):
    sections = list(body_of(set_in(ODD["sections of samples"])).iter(qn("w:sectPr")))
    kinds = [one.find(qn("w:type")) for one in sections]
    assert [None if one is None else one.get(qn("w:val")) for one in kinds] == [
        None,
        "continuous",
        "continuous",
    ]


def test_words_that_other_programs_fill_appear_nowhere(set_in, tmp_path):
    parts = all_text(set_in(ODD["words of a mail merge"]))
    for mark in ("客户", "${name}", "{{", "Feld"):
        assert not any(mark in text for text in parts.values()), mark
    assert "单页" in parts["word/header2.xml"]
    remarks = survey_handout(tmp_path / "handout.docx").remarks
    assert any("{{客户}}、${name}" in one for one in remarks)


def test_contents_list_the_handouts_headings_and_are_out_of_date(set_in):
    data = set_in(ODD["a cover and contents"])
    said = lines(data)
    at = said.index("目录")
    assert said[at + 1 : at + 5] == [
        "要点摘编",
        "落实清单",
        "一、加强学习，提高认识",
        "二、优化服务，改进作风",
    ]
    begin = next(body_of(data).iter(qn("w:fldChar")))
    assert begin.get(qn("w:dirty")) == "true"
    links = [one.get(qn("w:anchor")) for one in body_of(data).iter(qn("w:hyperlink"))][:4]
    marks = {one.get(qn("w:name")) for one in body_of(data).iter(qn("w:bookmarkStart"))}
    assert set(links) <= marks


def test_contents_as_a_simple_field_are_filled_too(set_in):
    told = r" TOC \o &quot;1-3&quot; "
    simple = f'<w:p><w:fldSimple w:instr="{told}"><w:r><w:t>样本……1</w:t></w:r></w:fldSimple></w:p>'
    said = lines(set_in(unit(p("目录") + simple + SAMPLE, styles=heading("1", 1))))
    assert said[:3] == ["目录", "要点摘编", "落实清单"]


def test_a_protection_that_is_not_in_force_is_no_lock_and_another_is_lifted(set_in, tmp_path):
    assert "documentProtection" in all_text(set_in(ODD["no lock"]))[SETTINGS]
    assert survey_handout(tmp_path / "handout.docx").remarks == ()
    assert "documentProtection" not in all_text(set_in(ODD["a lock"]))[SETTINGS]
    assert "限制编辑" in survey_handout(tmp_path / "handout.docx").remarks[0]


def test_the_columns_are_as_wide_as_the_page(set_in, tmp_path):
    data = set_in(ODD["letter, landscape, two columns"])
    sheet = open_handout(tmp_path / "handout.docx").sheet
    assert sheet.width == pytest.approx((15840 - 1474 - 1588) / 20)
    widths = {int(one.get(qn("w:w"))) for one in body_of(data).iter(qn("w:tblW"))}
    assert widths == {15840 - 1474 - 1588}
    for table in body_of(data).iter(qn("w:tbl")):
        columns = [int(one.get(qn("w:w"))) for one in table.iter(qn("w:gridCol"))]
        assert sum(columns) == 15840 - 1474 - 1588
    assert "2 栏" in survey_handout(tmp_path / "handout.docx").remarks[0]


def test_styles_with_names_and_ids_of_ours_make_way(set_in, tmp_path):
    data = set_in(ODD["names and ids of ours"])
    found = {one.style_id: one.name for one in docx.Document(io.BytesIO(data)).styles}
    assert (found["Term"], found["TermOwn"], found["TitleOwn"]) == ("提法", "名词", "随便")
    assert {"表头", "表头（原）"} <= set(found.values())
    assert "表头" in survey_handout(tmp_path / "handout.docx").remarks[0]


def test_a_letterhead_leaves_less_of_the_first_page(tmp_path):
    above = []
    for count in (0, 3, 12):
        path = tmp_path / f"{count}.docx"
        blank = p("", more='<w:spacing w:line="400" w:lineRule="exact"/>') * count
        path.write_bytes(unit((blank + RED if count else "") + SAMPLE))
        above.append(open_handout(path).sheet.above)
    assert above[0] == 0
    assert above[2] - above[1] == pytest.approx(9 * 20)


def test_a_high_head_leaves_less_of_every_page(tmp_path):
    low, high = tmp_path / "low.docx", tmp_path / "high.docx"
    section = referring(("default", "header1"))
    low.write_bytes(unit(SAMPLE, section=section, **furniture(header1="一行")))
    high.write_bytes(unit(SAMPLE, section=section, **furniture(header1=p("一行") * 8)))
    assert open_handout(high).sheet.height < open_handout(low).sheet.height - 60


HOSTILE = {
    "a picture outside": ("image", "模板链接着外部的内容"),
    "a template outside": ("subDocument", "模板链接着外部的内容"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_would_be_fetched_from_outside_is_refused(what, set_in):
    kind, told = HOSTILE[what]
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    target = 'Target="http://example.org/x" TargetMode="External"'
    link = f'<Relationship Id="x" Type="{namespace}/{kind}" {target}/>'
    mark = f"<w:p><w:r><w:drawing r:id='x'/></w:r></w:p>{p('{{正文}}')}"
    with pytest.raises(TemplateError, match=told):
        set_in(unit(mark, linked=link))


@pytest.mark.parametrize(
    "words", ["{{ ''.__class__.__mro__ }}", "{{ cycler.__init__.__globals__.os }}", "{% raw %}"]
)
def test_what_another_engine_would_run_is_words_to_be_taken_out(words, set_in):
    parts = all_text(set_in(unit(RED + p(words) + p("{{正文}}") + IMPRINT, section=SECTION)))
    assert not any("__" in text and "class" in text and "mro" in text for text in parts.values())
    assert "{{" not in parts[BODY]
    assert "{%" not in parts[BODY]


def test_what_a_theme_holds_of_it_is_a_template_that_gives_the_same_handout(set_in, tmp_path):
    data = set_in(ODD["a letterhead and an imprint"])
    tagged = adopted_handout(tmp_path / "handout.docx")
    assert "{{ title }}" in all_text(tagged)[BODY]
    assert lines(set_in(tagged, "again.docx")) == lines(data)
    assert survey_handout(tmp_path / "again.docx").obstacle == ""


def test_a_survey_tells_what_serves_what_stays_and_what_goes(tmp_path):
    path = tmp_path / "单位.docx"
    path.write_bytes(ODD["a letterhead and an imprint"])
    found = survey_handout(path)
    facts = dict(found.facts)
    assert facts["页面"] == "21.0 × 29.7 厘米（纵向），版心 15.6 × 22.5 厘米"
    assert facts["留下"] == "2 段文字、1 个表格"
    assert facts["去掉"] == "5 段文字"
    assert [use.role for use in found.uses] == ["标题", "一级标题", "二级标题", "三级标题", "正文"]
    assert found.uses[-1].served == "样式“Normal”"
    assert (found.obstacle, found.remarks) == ("", ())


def test_a_page_that_is_too_narrow_is_an_obstacle(tmp_path):
    path = tmp_path / "单位.docx"
    path.write_bytes(unit(SAMPLE, section=referring(page=PAGE.replace('w:w="11906"', 'w:w="6000"'))))
    assert "版心只有" in survey_handout(path).obstacle


def test_mistakes_in_tags_are_an_obstacle_that_names_each_with_the_nearest(set_in, tmp_path):
    set_in(unit(SAMPLE))
    wrong = with_part(adopted_handout(tmp_path / "handout.docx"), BODY, ("{{ thesis }}", "{{ thesiss }}"))
    path = tmp_path / "wrong.docx"
    path.write_bytes(wrong)
    told = survey_handout(path).obstacle
    assert re.search(r"正文第 \d+ 段的标记 \{\{ thesiss \}\}：没有“thesiss”这一项，是否想写“thesis”", told)


def test_a_package_without_its_main_part_is_told_in_one_line(tmp_path):
    path = tmp_path / "单位.docx"
    with zipfile.ZipFile(io.BytesIO(unit(SAMPLE))) as old:
        path.write_bytes(packed({name: old.read(name) for name in old.namelist() if name != BODY}))
    with pytest.raises(TemplateError, match="缺少必要的部件"):
        survey_handout(path)


def test_a_handout_that_we_have_made_is_no_template(set_in, tmp_path):
    path = tmp_path / "made.docx"
    path.write_bytes(set_in(unit(SAMPLE)))
    assert "不是模板" in survey_handout(path).obstacle


WILD = sorted((CORPUS.parent / "templates-wild").glob("w*.docx"))
SEEDS = sorted((CORPUS.parent / "seeds").glob("000_*.txt"))
SPEECHES = [*SEEDS[:1], CORPUS / "texts" / "t0055.txt", CORPUS / "texts" / "d4.md"]


@pytest.mark.corpus
@pytest.mark.parametrize("path", WILD, ids=lambda path: path.stem)
def test_files_as_they_lie_about_hold_the_handout(path, tmp_path):
    speeches = [one for one in SPEECHES if one.exists()]
    if len(speeches) < len(SPEECHES):
        pytest.skip("the speeches of the corpus are not here")
    template = open_handout(path)
    before = findings(path)
    for at, speech in enumerate(speeches):
        brief = brief_of(speech.read_text("utf-8"))
        made = [
            render_handout(plan_handout(brief, Facts(), one.sheet), one)
            for one in (template, open_handout(path))
        ]
        assert made[0] == made[1]
        target = tmp_path / f"{at}.docx"
        target.write_bytes(made[0])
        assert {one[0] for one in findings(target)} <= {one[0] for one in before}
    assert survey_handout(path).obstacle == ""


@pytest.mark.corpus
@pytest.mark.skipif(not WILD, reason="the templates of ../shared/templates-wild are not here")
def test_an_encrypted_file_is_one_plain_line():
    path = CORPUS.parent / "templates-wild" / "encrypted-pass.docx"
    with pytest.raises(TemplateError, match="模板加了打开密码"):
        survey_handout(path)
