"""What stands beside the text of PDF pages is left out and counted: running heads, watermarks, foot-notes."""

import pytest

from pdfscript import LEFT, TOP, Text, pdf, set_text
from reportgen.readers.files import parse_bytes

LONG = "厂房里的每一台老机器都要登记，能修的修好再用，不能修的拆下零件备用，谁也不许当废铁卖掉，"
SPEECH = ["同志们：", LONG * 3 + "账目要清楚。", "一、摸清家底", LONG * 7 + "月底报来。", "谢谢大家！"]


def read(*pages):
    return parse_bytes(pdf(*pages), "讲话.pdf", "讲话")


def test_running_heads_are_counted_and_page_numbers_are_not():
    source = read(*set_text(SPEECH, lines_a_page=7, head="老厂改造工作会材料"))
    assert source.text.split("\n") == SPEECH
    assert source.left_out == ("3 行页眉页脚",)


def test_nothing_is_told_where_nothing_is_left_out():
    assert read(*set_text(SPEECH, lines_a_page=7)).left_out == ()


@pytest.mark.parametrize("colour", ["0.8 g", "0.9 0.75 0.75 rg"])
def test_a_watermark_behind_the_words_is_counted(colour):
    pages = set_text(SPEECH, number="", lines_a_page=15)
    pages[-1] = pages[-1][-2:]  # nothing stands over the mark there
    whole = read(*pages).text
    for page in pages:
        page.insert(0, Text("内部资料", 120, 560, 80, before=colour))
    source = read(*pages)
    assert source.text == whole
    assert source.left_out == (f"{len(pages)} 处水印",)


def test_a_faint_title_that_nothing_stands_over_is_text():
    (page,) = set_text(SPEECH[:4], number="", lines_a_page=30)
    source = read([Text("在老厂改造会上的讲话", 150, 795, 22, before="0.65 g"), *page])
    assert source.text.startswith("在老厂改造会上的讲话\n")
    assert not source.left_out


def test_foot_notes_are_counted():
    (page,) = set_text(SPEECH, number="", lines_a_page=30)
    first = page[1]
    page += [
        Text("1", first.left + 16 * len(first.text), first.base + 5, 8, latin=True),
        Text("1 老机器指一九九〇年以前购进的机器，", LEFT, 70, 9),
        Text("不含已经报废的。", LEFT, 56, 9),
        Text("2 家底以设备科的账本为准。", LEFT, 42, 9),
    ]
    source = read(page)
    assert source.text.split("\n") == SPEECH
    assert source.left_out == ("1 个注码", "2 条脚注")


def test_small_type_at_the_foot_to_which_nothing_refers_is_text():
    (page,) = set_text(SPEECH, number="", lines_a_page=30)
    assert "设备科供稿" in read([*page, Text("1 设备科供稿", LEFT, 70, 9)]).text


def test_a_small_line_in_the_middle_is_no_foot_note():
    (page,) = set_text(SPEECH, number="", lines_a_page=30)
    note = [Text("1", LEFT + 64, TOP + 5, 8, latin=True), Text("①表中数字已经核对", LEFT, TOP + 40, 9)]
    assert "表中数字已经核对" in read([*note, *page]).text
