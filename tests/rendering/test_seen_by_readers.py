"""The three files as the programs of their readers show them, opened by libraries that know nothing of us."""

import re
import zipfile

import docx
import openpyxl
import pptx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from pptx.enum.shapes import PP_PLACEHOLDER

from reportgen.building import build
from reportgen.options import Options

STEPS = "".join(f"要完善第{n}号网格的管理制度，加强日常巡查。" for n in range(1, 31))
TEXT = f"""在全县重点工作推进会上的讲话
（2025年3月5日）
同志们：
去年，全县完成投资85.6亿元，增长12.5%，新增就业1,200人，粮食总产量达到36.5万吨。今年要坚持项目为王，全面推进产业振兴。
一、聚焦项目建设，筑牢发展根基
要把项目建设放在首位。一是抓好项目储备。县发改局要建立项目储备库，6月底前完成。县财政局要兑付各项补贴资金，每年9月底前到位。二是抓好要素保障。建立“周调度”工作机制，不得层层加码，让企业安心发展。
二、聚焦社会治理，守牢安全底线
{STEPS}
三、聚焦民生改善，增进群众福祉
全面推行“一窗受理”，压缩办理时间，让群众少跑腿。完善“三管三必须”责任体系，决不放过任何一个隐患。
谢谢大家。
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("seen")
    path = folder / "讲话.txt"
    path.write_text(TEXT, "utf-8")
    return {one.written.path.suffix: one.written.path for one in build(path, Options(folder / "out")).outputs}


@pytest.fixture(scope="module")
def paper(files):
    return docx.Document(str(files[".docx"]))


@pytest.fixture(scope="module")
def deck(files):
    return pptx.Presentation(str(files[".pptx"]))


@pytest.fixture(scope="module")
def sheet(files):
    return openpyxl.load_workbook(files[".xlsx"]).active


def styled(paper, style):
    return [one.text for one in paper.paragraphs if one.style.name == style]


def test_the_handout_is_found_by_its_title_and_bears_no_time(paper):
    properties = paper.core_properties
    assert properties.title == "在全县重点工作推进会上的讲话"
    assert (properties.created, properties.modified) == (None, None)


def test_signs_of_markup_in_a_title_are_signs_in_every_files_properties(tmp_path):
    """A Word file was found by A&amp;B公司."""
    title = "A&B公司在<年度>大会上的讲话"
    speech = tmp_path / "讲话.txt"
    speech.write_text(
        f"{title}\n\n同志们：\n\n一、提高认识\n\n要提高认识。\n\n二、抓好落实\n\n要抓好落实。\n", "utf-8"
    )
    build(speech, Options(tmp_path))
    assert docx.Document(str(tmp_path / "讲话-要点.docx")).core_properties.title == title
    assert pptx.Presentation(str(tmp_path / "讲话-幻灯片.pptx")).core_properties.title == title


def test_pages_of_the_handout_are_a4_with_the_margins_of_the_standard(paper):
    for section in paper.sections:
        size = {round(section.page_width / Mm(1)), round(section.page_height / Mm(1))}
        assert size == {210, 297}
    first = paper.sections[0]
    margins = (first.top_margin, first.bottom_margin, first.left_margin, first.right_margin)
    assert [round(one / Mm(1)) for one in margins] == [37, 35, 28, 26]


def test_each_part_of_the_handout_has_its_running_head_and_the_first_page_none(paper):
    heads = ["".join(one.text for one in section.header.paragraphs) for section in paper.sections]
    assert [head.rpartition(" · ")[2] for head in heads] == ["", "要点摘编", "落实清单", "原文"]
    assert all(head.startswith("在全县重点工作推进会上的讲话") for head in heads[1:])


def test_every_page_of_the_handout_has_its_number(paper):
    for section in paper.sections:
        codes = [code.text for code in section.footer._element.iter(qn("w:instrText"))]
        codes += [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]
        assert [code.split()[0] for code in codes] == ["PAGE"]


def checklist_tables(paper):
    return [table for table in paper.tables if "重点任务" in [cell.text for cell in table.rows[0].cells]]


def test_a_task_of_the_handout_has_a_row_and_one_of_very_many_measures_more(paper):
    rows = [row for table in checklist_tables(paper) for row in table.rows[1:]]
    names = [row.cells[1].text for row in rows]
    assert names[:2] == ["抓好项目储备", "抓好要素保障"]
    assert all(name.endswith("（续）") for name in names if names.count(name.removesuffix("（续）")) == 0)
    steps = [one.text for row in rows for one in row.cells[2].paragraphs]
    assert len(steps) == 35


def test_who_is_to_act_and_by_when_stands_beside_the_number_of_what_it_is_stated_of(paper):
    (table,) = checklist_tables(paper)
    rows = [[[one.text for one in cell.paragraphs] for cell in row.cells] for row in table.rows[1:]]
    assert rows[0][2:5] == [
        ["① 县发改局要建立项目储备库，6月底前完成", "② 县财政局要兑付各项补贴资金，每年9月底前到位"],
        ["① 县发改局", "② 县财政局"],
        ["① 6月底前", "② 每年9月底前"],
    ]
    assert rows[1][2:5] == [["建立“周调度”工作机制，不得层层加码"], [""], [""]]


def test_no_cell_of_the_handout_lacks_its_paragraph_and_no_paragraph_is_a_left_over_tag(paper, files):
    for table in paper.tables:
        for cell in table._tbl.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")
    with zipfile.ZipFile(files[".docx"]) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                assert not re.search(rb"\{\{|\{%|%\}|\}\}", package.read(name)), name


def test_the_speech_stands_at_the_end_of_the_handout_word_by_word(paper):
    texts = [one.text for one in paper.paragraphs]
    start = len(texts) - 1 - texts[::-1].index("同志们：")
    assert [text.replace("\n", "") for text in texts[start:] if text] == TEXT.strip().split("\n")[2:]


def test_every_slide_has_a_title_that_the_outline_view_shows(deck):
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(title.strip() for title in titles)
    assert titles[0].replace("\v", "") == "在全县重点工作推进会上的讲话"
    assert {"一图读懂", "关键数字", "落实清单"} <= set(titles)


def test_no_placeholder_of_a_slide_asks_for_words(deck):
    for slide in deck.slides:
        for shape in slide.placeholders:
            kind = shape.placeholder_format.type
            if kind not in {PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE}:
                assert shape.text_frame.text.strip(), shape.name


def test_every_shape_of_a_slide_lies_on_it(deck):
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width + 1
            assert shape.top + shape.height <= deck.slide_height + 1


def test_the_presenter_has_every_paragraph_of_the_speech_in_the_notes(deck):
    notes = "".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide)
    for paragraph in TEXT.strip().split("\n")[3:]:
        assert paragraph in notes or all(one in notes for one in re.split("(?<=。)(?=[一二]是)", paragraph))


def test_tables_of_slides_have_a_head_and_as_many_cells_in_each_row(deck):
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert tables
    for table in tables:
        assert table.first_row
        assert [cell.text for cell in table.rows[0].cells] == [
            "序号", "重点任务", "首要举措（全部 35 项见 Excel 清单）", "责任单位", "完成时限",
        ]  # fmt: skip
        assert all(len(row.cells) == len(table.columns) for row in table.rows)


def test_the_deck_shows_a_measure_a_task_and_the_sheet_all_of_them(deck, sheet):
    (table,) = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    rows = [cell.value for cell in sheet["A"][3:] if cell.value]
    assert len(table.rows) - 1 == len({cell.value for cell in sheet["B"][3:] if cell.value})
    assert f"（全部 {len(rows)} 项见 Excel 清单）" in table.rows[0].cells[2].text


def test_every_row_of_the_checklist_can_be_filtered_by_itself(sheet):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_col=8) if row[0].value]
    assert len(rows) == 35
    assert all(row[1] and row[2] and row[7] for row in rows)
    assert {row[6] for row in rows} == {None}
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert sheet.auto_filter.ref == f"A3:H{3 + len(rows)}"


def test_numbers_of_tasks_are_numbers_and_all_else_is_words(sheet):
    for row in sheet.iter_rows(min_row=4, max_row=38, max_col=8):
        kinds = [cell.data_type for cell in row if cell.value is not None]
        assert kinds[0] == "n"
        assert set(kinds[1:]) == {"s"}


def test_the_checklist_prints_its_head_on_every_page_and_nothing_beyond_its_table(sheet):
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.print_area == "'落实清单'!$A$1:$H$38"
    assert "&P" in sheet.oddFooter.center.text


def test_what_is_not_known_leaves_no_mark_in_the_checklist(sheet):
    values = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [value for value in values if re.fullmatch(r"(?:None|nan|-|—|无|待定|/)", value)]


@pytest.mark.parametrize("suffix", [".docx", ".pptx", ".xlsx"])
def test_no_part_of_a_package_is_there_twice_or_without_words_for_its_kind(files, suffix):
    with zipfile.ZipFile(files[suffix]) as package:
        names = package.namelist()
        types = package.read("[Content_Types].xml").decode()
        assert len(names) == len(set(names)) == len({name.lower() for name in names})
        assert package.testzip() is None
        known = set(re.findall(r'Extension="([^"]+)"', types))
        for name in names[1:]:
            assert f'"/{name}"' in types or name.rpartition(".")[2] in known


@pytest.mark.parametrize("suffix", [".docx", ".pptx", ".xlsx"])
def test_no_part_names_the_machine_the_user_or_the_time(files, suffix):
    with zipfile.ZipFile(files[suffix]) as package:
        for info in package.infolist():
            assert info.date_time[0] == 1980
            data = package.read(info)
            assert str(files[suffix].parent).encode() not in data
            assert b"python-docx" not in data
            assert b"python-pptx" not in data
