"""Excel files as anybody may have saved them: cells of every kind, sheet by sheet, under their heads."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filescript import packed, relations
from reportgen.products import read_content

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def sheet_file(rows, strings=""):
    """An Excel file of one sheet given by its rows, and its shared strings."""
    sheets = '<sheets><sheet name="清单" r:id="worksheet1"/></sheets>'
    return packed(
        {
            "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}">{sheets}</workbook>',
            "xl/_rels/workbook.xml.rels": relations(worksheet1="sheet.xml", sharedStrings="strings.xml"),
            "xl/sheet.xml": f'<worksheet xmlns="{S}"><sheetData>{rows}</sheetData></worksheet>',
            "xl/strings.xml": f'<sst xmlns="{S}">{strings}</sst>',
        }
    )


def read(rows, strings=""):
    return [(one.where, one.text) for one in read_content(sheet_file(rows, strings), "x.xlsx").placed]


def of_book(*rows, name="清单"):
    """The texts of a sheet that another program has saved, with the head of the column of each."""
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return [(one.where, one.text, one.column) for one in read_content(buffer.getvalue(), "x.xlsx").placed]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1" t="s"><v>0</v></c>', "建立台账"),
        ('<c r="A1" t="s"><v>1</v></c>', "落实责任"),
        ('<c r="A1" t="inlineStr"><is><t>就地写的话</t></is></c>', "就地写的话"),
        ('<c r="A1" t="str"><f>B1</f><v>算出来的话</v></c>', "算出来的话"),
        ('<c r="A1" t="str"><v>甲_x000A_乙</v></c>', "甲\n乙"),
        ('<c r="A1"><v>12</v></c>', "12"),
        ('<c r="A1" t="n"><v>12.0</v></c>', "12"),
        ('<c r="A1"><v>12.50</v></c>', "12.50"),
        ('<c r="A1" t="b"><v>1</v></c>', "1"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', "#REF!"),
    ],
)
def test_a_cell_is_read_by_its_kind(cell, text):
    strings = (
        "<si><t>建立台账</t></si><si><r><t>落实</t></r><r><rPr/><t>责任</t></r><rPh><t>luo</t></rPh></si>"
    )
    assert read(f"<row>{cell}</row>", strings) == [("清单!A1", text)]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"/>',
        '<c r="A1" t="s"/>',
        '<c r="A1" t="s"><v>7</v></c>',
        '<c r="A1" t="s"><v>-1</v></c>',
        '<c r="A1" t="s"><v>甲</v></c>',
        '<c r="A1" t="str"><v>  </v></c>',
    ],
)
def test_a_cell_that_holds_nothing_or_points_nowhere_is_no_text(cell):
    assert read(f"<row>{cell}</row>", "<si><t>甲</t></si>") == []


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("简化_x005F_x000D_流程", "简化_x000D_流程"),
        ("_x0041_", "A"),
        ("_x00G1_", "_x00G1_"),
        ("甲_x乙", "甲_x乙"),
        ("_x4e00__x4E8C_", "一二"),
    ],
)
def test_escapes_are_read_once(stored, text):
    assert read('<row><c r="B2" t="s"><v>0</v></c></row>', f"<si><t>{stored}</t></si>") == [("清单!B2", text)]


HEADS = ["序号", "重点任务", "具体举措", "完成情况"]


def test_a_cell_stands_under_the_head_of_its_column():
    found = of_book(["落实清单"], HEADS, [1, "优化环境", "减环节", "已完成"])
    assert [(where, column) for where, _, column in found] == [
        ("清单!A1", ""),
        ("清单!A2", ""),
        ("清单!B2", ""),
        ("清单!C2", ""),
        ("清单!D2", ""),
        ("清单!A3", "序号"),
        ("清单!B3", "重点任务"),
        ("清单!C3", "具体举措"),
        ("清单!D3", "完成情况"),
    ]


def test_a_head_that_is_broken_over_lines_is_known_all_the_same():
    assert of_book(["序号", "重点任务", "完成\n情况"], [1, "优化环境", "推进中"])[-1][2] == "完成情况"


def test_a_head_that_comes_again_on_another_page_is_no_content_of_its_column():
    found = of_book(HEADS, [1, "优化环境", "减环节", "已完成"], HEADS)
    assert [column for _, _, column in found[-4:]] == ["", "", "", ""]


def test_two_cells_are_no_head_of_a_table():
    assert [column for _, _, column in of_book(["牵头单位", "县发改局"], ["日期", "3月5日"])] == [
        "",
        "",
        "",
        "",
    ]


def test_columns_behind_z_have_heads_too():
    row = [f"第{number}列" for number in range(30)]
    assert of_book(row, range(30))[-1] == ("清单!AD2", "29", "第29列")


def test_every_sheet_is_read_by_its_name():
    book = openpyxl.Workbook()
    book.active.title, book.active["A1"].value = "清单", "甲"
    book.create_sheet("附表")["B2"].value = "乙"
    book.create_sheet("空表")
    book["附表"].sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    placed = read_content(buffer.getvalue(), "x.xlsx").placed
    assert [(one.where, one.text) for one in placed] == [("清单!A1", "甲"), ("附表!B2", "乙")]
    assert placed[0].unit != placed[1].unit


@given(st.lists(st.lists(st.text("建立台账=+-_x04A1 \n", max_size=6), min_size=1, max_size=5), max_size=6))
def test_what_another_program_has_saved_is_read_as_it_was_written(rows):
    wanted = [text for row in rows for text in row if text.strip()]
    quoted = [[f"'{text}" if text.startswith("=") else text for text in row] for row in rows]
    found = [text.removeprefix("'") for _, text, _ in of_book(*quoted)]
    assert found == wanted
