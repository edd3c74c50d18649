"""The checklist as a workbook, read back with openpyxl."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from reportgen.errors import TemplateError
from reportgen.planning.checklist import COLUMNS, Checklist, ChecklistRow
from reportgen.planning.lines import wrap
from reportgen.products import read_content
from reportgen.rendering.xlsx import open_look, render_checklist
from reportgen.themes import standard

THEME = standard().template("checklist.toml")
LOOK = open_look(THEME)
LONG = "积极推行权力清单、责任清单、负面清单管理，最大限度减环节、减时间、减材料、减成本、减跑腿"
ENTRIES = (
    ChecklistRow(1, "优化环境", LONG, "让群众满意", "市司法局", "年底前", "第一部分 第2段"),
    ChecklistRow(1, "优化环境", "=1+1", "让群众满意", "市司法局", "年底前", "第一部分 第3段"),
    ChecklistRow(2, "打造队伍", "岗位练兵", "", "", "", ""),
)
CHECKLIST = Checklist("落实清单", "在会上的讲话", ENTRIES)


def sheet_of(data):
    (sheet,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    return sheet


@pytest.fixture(scope="module")
def sheet():
    return sheet_of(render_checklist(CHECKLIST, LOOK))


def test_every_row_carries_its_task_and_nothing_is_merged(sheet):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_col=8)]
    assert rows[0] == list(COLUMNS)
    assert [row[1] for row in rows[1:4]] == ["优化环境", "优化环境", "打造队伍"]
    assert rows[1][2] == LONG
    assert rows[3][3:] == [None] * 5
    assert not sheet.merged_cells.ranges


def test_words_that_look_like_a_formula_are_words(sheet):
    assert (sheet["C5"].value, sheet["C5"].data_type) == ("=1+1", "s")


@pytest.mark.parametrize(
    "words", ["<r>抓好</r>", "<r>", "<r><t>抓</t></r>", "_x000D_和_x0041_", "+1", "-1", "@A1", "'抓好"]
)
def test_words_that_look_like_something_else_are_words(words):
    data = render_checklist(
        Checklist("落实清单", "", (ChecklistRow(1, "优化环境", words, "", "", "", ""),)), LOOK
    )
    assert sheet_of(data)["C4"].value == openpyxl.utils.escape.escape(words)


@pytest.mark.parametrize("words", ["_x005F_x0041_", "改_x0041_x0042_x0043_", "<r>_x005F_x000D_</r>"])
def test_words_that_look_like_escapes_of_escapes_are_read_again_as_they_are(words):
    data = render_checklist(
        Checklist("落实清单", "", (ChecklistRow(1, "优化环境", words, "", "", "", ""),)), LOOK
    )
    assert words in [one.text for one in read_content(data, "x.xlsx").placed]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        strings = package.read("xl/sharedStrings.xml").decode()
    assert strings.count("<rPr>") == strings.count("<r>")  # every run has the look of its cell


def test_what_no_file_can_hold_is_left_out():
    entry = ChecklistRow(1, "优化\ufffe环境", "简化\x07流程\x00", "", "", "", "")
    sheet = sheet_of(render_checklist(Checklist("落实清单", "在\x1b会上的讲话", (entry,)), LOOK))
    assert [sheet[place].value for place in ("A2", "B4", "C4")] == ["在会上的讲话", "优化环境", "简化流程"]


def test_filter_header_and_print_set_up(sheet):
    assert sheet.auto_filter.ref == "A3:H6"
    assert sheet.freeze_panes == "C4"
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_choices_for_how_far_things_are(sheet):
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"未启动,推进中,已完成,需协调"'
    assert str(rule.sqref) == "G4:G6"


def test_repeats_are_blanked_by_a_condition_on_the_visible_row_above(sheet):
    rules = {str(area.sqref): area.rules for area in sheet.conditional_formatting}
    for column in "ABD":
        formulas = [rule.formula[0] for rule in rules[f"{column}4:{column}6"]]
        assert formulas == ["AND($A4=$A3,SUBTOTAL(103,$A3)>0)", "NOT(AND($A4=$A3,SUBTOTAL(103,$A3)>0))"]


def test_fonts_come_from_the_theme(tmp_path):
    theme = tmp_path / "checklist.toml"
    changed = THEME.read_text("utf-8").replace("仿宋", "楷体").replace("B3161D", "123456")
    theme.write_text(changed, "utf-8")
    sheet = sheet_of(render_checklist(CHECKLIST, open_look(theme)))
    assert sheet["C4"].font.name == "楷体"
    assert sheet["A3"].fill.fgColor.rgb == "FF123456"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("body = 11", 'body = "大"'), "第 13 行，[sizes] body = 大 不对，应为 6 至 72 之间的数"),
        (("body = 11", "body = nan"), "[sizes] body = nan 不对"),
        (("body = 11", "body = true"), "[sizes] body = True 不对"),
        (("origin = 9", "origin = 1e9"), "第 14 行，[sizes] origin = 1000000000.0 不对"),
        (('title = "黑体"\n', ""), "第 4 行，缺少 [fonts] title"),
        (('title = "黑体"', 'titel = "黑体"'), "第 5 行，[fonts] 里不认识 titel（是否想写 title）"),
        (("[5, 20", "[20"), "第 33 行，[columns] widths = [20, 38, 32, 11, 11, 10, 18] 不对，应为 8 个数"),
        (("[5, 20", "[0, 20"), "应为 8 个数，都大于 0"),
        (("[5, 20", '["5", 20'), "应为 8 个数，都大于 0"),
        (("widths", "width"), "[columns] 里不认识 width（是否想写 widths）"),
        (("B3161D", "红"), "第 19 行，[colours] header_fill = 红 不对，颜色应写作 RRGGBB"),
        (("B3161D", "#B3161D"), "颜色应写作 RRGGBB"),
        (('"推进中"', '"进行中"'), "第 27 行，[states] 里不认识 进行中（是否想写 推进中）"),
        (("left = 15", "left = -3"), "第 37 行，[margins] left = -3 不对，应为 0 至 100 之间的数"),
        (("[margins]", "[margin]"), "第 36 行，不认识 [margin]（是否想写 margins）"),
        (("[fonts]", "[fonts"), "第 4 行第 7 列写法有误"),
        (('title = "黑体"', "title = 黑体"), "第 5 行第 9 列写法有误"),
        (('title = "黑体"', 'title = ""'), "第 5 行，[fonts] title =  不对，应为字体名"),
    ],
)
def test_a_broken_theme_is_told_with_its_line(tmp_path, change, says):
    theme = tmp_path / "checklist.toml"
    text = THEME.read_text("utf-8")
    assert change[0] in text
    theme.write_text(text.replace(*change, 1), "utf-8")
    with pytest.raises(TemplateError) as caught:
        open_look(theme)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_everything_wrong_in_a_theme_is_told_at_once(tmp_path):
    theme = tmp_path / "checklist.toml"
    text = THEME.read_text("utf-8")
    theme.write_text(text.replace("body = 11", "body = 0").replace("A6191F", "red").replace("left", "lefd"))
    with pytest.raises(TemplateError) as caught:
        open_look(theme)
    told = str(caught.value)
    assert all(f"第 {line} 行" in told for line in (13, 17, 37))
    assert "缺少 [margins] left" in told


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"fonts = 3\n", "第 1 行，fonts 应为一张表"),
        (b"", "空文件"),
        ("[fonts]\ntitle = '黑体'".encode("gb18030"), "不是 UTF-8 编码"),
        (b"x = " + b"[" * 100_000, "写法有误"),
    ],
)
def test_what_is_no_theme_is_told(tmp_path, content, says):
    theme = tmp_path / "checklist.toml"
    theme.write_bytes(content)
    with pytest.raises(TemplateError, match=says):
        open_look(theme)


def test_states_may_be_left_out(tmp_path):
    theme = tmp_path / "checklist.toml"
    lines = THEME.read_text("utf-8").split("\n")
    at = lines.index("[states]")
    theme.write_text("\r\n".join(lines[:at] + lines[at + 4 :]), "utf-8")
    assert render_checklist(CHECKLIST, open_look(theme))


def test_a_missing_theme_is_told(tmp_path):
    with pytest.raises(TemplateError, match="找不到模板"):
        open_look(tmp_path / "checklist.toml")


@pytest.mark.parametrize("entries", [(), ENTRIES, ENTRIES * 40])
def test_the_validator_finds_nothing(tmp_path, entries):
    path = tmp_path / "清单.xlsx"
    path.write_bytes(render_checklist(Checklist("落实清单", "讲话", entries), LOOK))
    result = OpenXmlValidator().validate(path)
    assert result.is_valid
    assert not result.errors


@settings(max_examples=15)
@given(st.text(st.sampled_from("发展，。、“”（）放管服A1 %"), max_size=200))
def test_rows_are_high_enough_for_their_words(words):
    sheet = sheet_of(
        render_checklist(Checklist("落实清单", "", (ChecklistRow(1, words, words, words, "", "", ""),)), LOOK)
    )
    narrow = min(sheet.column_dimensions[column].width for column in "BCD")
    lines = wrap(words, narrow * 7 * 0.75 / 11 - 1.5)
    assert sheet.row_dimensions[4].height >= len(lines) * 11 * 1.3


def test_same_checklist_same_bytes():
    assert render_checklist(CHECKLIST, LOOK) == render_checklist(CHECKLIST, LOOK)
