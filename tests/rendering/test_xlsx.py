"""The checklist as a workbook, read back with openpyxl."""

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

import reportgen
from reportgen.errors import TemplateError
from reportgen.planning.ledger import COLUMNS, Entry, Ledger
from reportgen.planning.lines import wrap
from reportgen.rendering.xlsx import render_ledger

THEME = Path(reportgen.__file__).parent / "templates" / "red" / "ledger.toml"
LONG = "积极推行权力清单、责任清单、负面清单管理，最大限度减环节、减时间、减材料、减成本、减跑腿"
ENTRIES = (
    Entry(1, "优化环境", LONG, "让群众满意", "市司法局", "年底前", "第一部分 第2段"),
    Entry(1, "优化环境", "=1+1", "让群众满意", "市司法局", "年底前", "第一部分 第3段"),
    Entry(2, "打造队伍", "岗位练兵", "", "", "", ""),
)
LEDGER = Ledger("落实清单", "在会上的讲话", ENTRIES)


def sheet_of(data):
    (sheet,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    return sheet


@pytest.fixture(scope="module")
def sheet():
    return sheet_of(render_ledger(LEDGER, THEME))


def test_every_row_carries_its_task_and_nothing_is_merged(sheet):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_col=8)]
    assert rows[0] == list(COLUMNS)
    assert [row[1] for row in rows[1:4]] == ["优化环境", "优化环境", "打造队伍"]
    assert rows[1][2] == LONG
    assert rows[3][3:] == [None] * 5
    assert not sheet.merged_cells.ranges


def test_words_that_look_like_a_formula_are_words(sheet):
    assert (sheet["C5"].value, sheet["C5"].data_type) == ("=1+1", "s")


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
    theme = tmp_path / "ledger.toml"
    changed = THEME.read_text("utf-8").replace("仿宋", "楷体").replace("B3161D", "123456")
    theme.write_text(changed, "utf-8")
    sheet = sheet_of(render_ledger(LEDGER, theme))
    assert sheet["C4"].font.name == "楷体"
    assert sheet["A3"].fill.fgColor.rgb == "FF123456"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("body = 11", 'body = "大"'), r"缺少 \[sizes\] body"),
        (('title = "黑体"\n', ""), r"缺少 \[fonts\] title"),
        (("[5, 20", "[20"), r"缺少 \[columns\] widths"),
        (("B3161D", "红"), "颜色 header_fill = 红 写法有误"),
        (("[fonts]", "[fonts"), "写法有误"),
    ],
)
def test_a_broken_theme_is_told(tmp_path, change, says):
    theme = tmp_path / "ledger.toml"
    theme.write_text(THEME.read_text("utf-8").replace(*change, 1), "utf-8")
    with pytest.raises(TemplateError, match=says):
        render_ledger(LEDGER, theme)


def test_a_missing_theme_is_told(tmp_path):
    with pytest.raises(TemplateError, match="找不到清单样式文件"):
        render_ledger(LEDGER, tmp_path / "ledger.toml")


@pytest.mark.parametrize("entries", [(), ENTRIES, ENTRIES * 40])
def test_the_validator_finds_nothing(tmp_path, entries):
    path = tmp_path / "清单.xlsx"
    path.write_bytes(render_ledger(Ledger("落实清单", "讲话", entries), THEME))
    result = OpenXmlValidator().validate(path)
    assert result.is_valid
    assert not result.errors


@settings(max_examples=15, deadline=None)
@given(st.text(st.sampled_from("发展，。、“”（）放管服A1 %"), max_size=200))
def test_rows_are_high_enough_for_their_words(words):
    sheet = sheet_of(
        render_ledger(Ledger("落实清单", "", (Entry(1, words, words, words, "", "", ""),)), THEME)
    )
    narrow = min(sheet.column_dimensions[column].width for column in "BCD")
    lines = wrap(words, narrow * 7 * 0.75 / 11 - 1.5)
    assert sheet.row_dimensions[4].height >= len(lines) * 11 * 1.3


def test_same_ledger_same_bytes():
    assert render_ledger(LEDGER, THEME) == render_ledger(LEDGER, THEME)
