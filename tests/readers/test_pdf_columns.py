"""Columns on PDF pages, pages side by side on a sheet, and tables that look alike."""

import pytest

from pdfscript import HEIGHT, TOP, WIDTH, Text, pdf
from reportgen.readers.files import parse_bytes

SPEECH = [
    "同志们：",
    "入秋以来，全县雨水偏少，不少山塘见了底，群众吃水浇地都遇到了难处，大家都很着急。",
    "一、找准水源",
    "请水利站的同志带上图纸，一村一村地查，把能打井的、能引水的、能蓄水的地方都标出来，五天之内报到县里。",
    "二、管好用水",
    "先保人畜饮水，再保口粮田，最后才轮到其他用水，各村要把次序讲给群众听，讲明白、讲透彻，不许抢水争水。",
    "散会以后，各乡镇马上行动，有困难当天报告，不要拖到第二天。",
    "谢谢大家！",
]


def read(*pages, **how):
    return parse_bytes(pdf(*pages, **how), "讲话.pdf", "讲话")


def broken(paragraphs, room):
    """Lines of a narrow column: what is indented, and the words."""
    for paragraph in paragraphs:
        words = "\u3000\u3000" + paragraph
        yield from (words[start : start + room] for start in range(0, len(words), room))


def column(lines, left, *, top=TOP, size=12, leading=20):
    return [Text(line, left, top - leading * at, size) for at, line in enumerate(lines)]


def said(source):
    return [line.strip("\u3000") for line in source.text.split("\n")]


@pytest.mark.parametrize("drop", [0, 4, 9])
def test_two_columns_are_read_left_first(drop):
    lines = list(broken(SPEECH, 18))
    half = len(lines) // 2 + 1
    page = [Text("在抗旱工作会上的讲话", 180, 790, 22)]
    page += column(lines[:half], 60) + column(lines[half:], 300, top=TOP - drop)
    assert said(read(page)) == ["在抗旱工作会上的讲话", *SPEECH]


def test_three_columns_are_read_from_the_left():
    lines = list(broken(SPEECH * 2, 13))
    third = len(lines) // 3 + 1
    pieces = [lines[:third], lines[third : 2 * third], lines[2 * third :]]
    page = [text for at, piece in enumerate(pieces) for text in column(piece, 30 + 180 * at)]
    assert said(read(page)) == SPEECH * 2


def test_a_line_under_both_columns_follows_them():
    lines = list(broken(SPEECH[1:6], 18))
    half = len(lines) // 2 + 1
    page = column(lines[:half], 60) + column(lines[half:], 300)
    page += [Text("（根据录音整理）", 60, TOP - 20 * half - 60, 12)]
    assert said(read(page)) == [*SPEECH[1:6], "（根据录音整理）"]


def test_pages_side_by_side_on_a_sheet_are_read_one_after_the_other():
    lines = list(broken(SPEECH * 3, 26))
    pages = [lines[start : start + 11] for start in range(0, len(lines), 11)]
    sheets = []
    for at in range(0, len(pages), 2):
        sheet = []
        for side, words in enumerate(pages[at : at + 2]):
            sheet += column(words, 50 + 421 * side, top=520)
            sheet += [Text("抗旱会议材料", 150 + 421 * side, 565, 9)]
            sheet += [Text(f"— {at + side + 1} —", 190 + 421 * side, 30, 9)]
        sheets.append(sheet)
    assert len(sheets[-1]) < len(sheets[0])
    assert said(read(*sheets, box=(0, 0, HEIGHT, WIDTH))) == SPEECH * 3


def test_a_table_is_read_row_by_row():
    rows = [
        ("查清水源", "水利站带图纸逐村查看，五天之内报到县里来", "九月底"),
        ("维修泵站", "供电所配合检修线路，更换烧坏的四台电机", "十月上旬"),
        ("清理渠道", "各村出工清淤，县里补助油料和工具的费用", "十月中旬"),
        ("送水到户", "消防队和应急队用水车给缺水的村民送水去", "随时"),
        ("宣传节水", "广播每天早晚各播一次，标语贴到每个路口", "九月起"),
    ]
    page = [
        Text(cell, left, TOP - 20 * at, 12)
        for at, row in enumerate(rows)
        for left, cell in zip((60, 150, 450), row, strict=True)
    ]
    assert said(read(page)) == ["\u3000".join(row) for row in rows]
