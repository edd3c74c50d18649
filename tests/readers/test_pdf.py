"""PDF: lines become paragraphs again, furniture goes, and what cannot be read is told."""

import pytest

from pdfscript import LEADING, LEFT, SIZE, TOP, Text, pdf, set_text
from reportgen.errors import SourceError
from reportgen.readers.files import parse_bytes

LONG = "各级各部门要切实提高思想认识，把这项工作摆在更加突出的位置，坚持问题导向、目标导向和结果导向相统一，"
SPEECH = [
    "同志们：",
    LONG * 2 + "推动各项任务落到实处。",
    "一、提高思想认识",
    LONG * 5 + "确保取得实效。",
    "二、狠抓工作落实",
    LONG * 9 + "不断取得新的成绩。",
    "谢谢大家！",
]


def read(data):
    return parse_bytes(data, "讲话.pdf", "讲话")


def lines(data):
    return read(data).text.split("\n")


def test_paragraphs_are_joined_and_furniture_goes():
    assert lines(pdf(*set_text(SPEECH, head="全市工作会议材料", lines_a_page=12))) == SPEECH


@pytest.mark.parametrize("number", ["— {} —", "- {} -", "{}", "第 {} 页", "第{}页 共9页", "{}/9"])
def test_page_numbers_of_every_kind_go(number):
    assert lines(pdf(*set_text(SPEECH, number=number, lines_a_page=9))) == SPEECH


def test_a_line_of_text_that_comes_back_is_kept():
    speech = ["要抓落实。", LONG * 3 + "好。", "要抓落实。", LONG * 4 + "好。", "要抓落实。"]
    assert lines(pdf(*set_text(speech, number=""))) == speech


def test_pages_are_kept_as_places():
    source = read(pdf(*set_text(SPEECH, lines_a_page=9)))
    assert [line.page for line in source.lines] == [1, 1, 1, 1, 2, 3, 4]


def test_paragraphs_without_indent_are_told_by_short_lines_and_stops():
    assert lines(pdf(*set_text(SPEECH, indent=0))) == SPEECH


def test_a_paragraph_ends_where_white_follows():
    rows = ["一" * 28, "二" * 28, "三" * 28, "四" * 28]
    bases = [TOP, TOP - LEADING, TOP - 4 * LEADING, TOP - 5 * LEADING]
    page = [Text(text, LEFT, base) for text, base in zip(rows, bases, strict=True)]
    assert lines(pdf(page)) == [rows[0] + rows[1], rows[2] + rows[3]]


def test_a_title_over_two_centred_lines_is_one():
    title = [
        Text("在全市深入推进优化营商环境工作电视电话会", LEFT + 4, 805, 22),
        Text("议上的讲话", 250, 776, 22),
    ]
    (page,) = set_text(SPEECH[:3], number="")
    assert lines(pdf([*title, *page]))[0] == "在全市深入推进优化营商环境工作电视电话会议上的讲话"


def test_bold_and_large_type_is_strong():
    page = [
        Text("提高认识。", LEFT + 2 * SIZE, TOP, bold=True),
        Text(LONG[:20], LEFT + 7 * SIZE, TOP),
        Text(LONG[20:40], LEFT, TOP - LEADING),
        Text("说明", LEFT + 2 * SIZE, TOP - 2 * LEADING, 20),
        Text(LONG[:10], LEFT + 2 * SIZE, TOP - 3 * LEADING),
    ]
    source = read(pdf(page))
    strong = [source.text[one.start : one.end] for line in source.lines for one in line.strong]
    assert strong == ["提高认识。", "说明"]


def test_text_all_in_bold_has_nothing_strong():
    page = [Text(LONG[:20], LEFT, TOP - LEADING * row, bold=True) for row in range(5)]
    assert not any(line.strong for line in read(pdf(page)).lines)


def test_cells_of_a_table_stay_apart():
    page = [
        Text(text, LEFT + 150 * column, TOP - LEADING * row)
        for row, cells in enumerate(
            [("责任单位", "事项", "时限"), ("发改局", "规划", "六月"), ("财政局", "预算", "七月")]
        )
        for column, text in enumerate(cells)
    ]
    assert lines(pdf(page)) == [
        "责任单位\u3000事项\u3000时限",
        "发改局\u3000规划\u3000六月",
        "财政局\u3000预算\u3000七月",
    ]


def test_radicals_and_shadows():
    page = [
        Text("⼀是⼈⺠⽣活", LEFT, TOP),
        Text("要抓好落实工作", LEFT, 500),
        Text("要抓好落实工作", LEFT + 0.5, 500),
    ]
    assert lines(pdf(page)) == ["一是人民生活", "要抓好落实工作"]


@pytest.mark.parametrize("word", ["Skill", "Wifi", "III", "1100", "Illinois", "....", "village"])
def test_narrow_twin_letters_are_no_shadows(word):
    assert lines(pdf([Text(f"a {word} b", LEFT, TOP, latin=True)])) == [f"a {word} b"]


def test_the_shadow_of_a_narrow_letter_goes():
    page = [Text("Skill III", LEFT + shift, TOP - shift, latin=True) for shift in (0, 0.4)]
    assert lines(pdf(page)) == ["Skill III"]


def test_a_scanned_page_among_text_is_marked():
    first, second = set_text(SPEECH, number="", lines_a_page=26)[:2]
    source = read(pdf(first, [], second, picture={2}))
    (mark,) = [line for line in source.lines if source.text[line.span.start : line.span.end] == "\ufffd"]
    assert mark.page == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([], [], picture={1, 2}), "扫描件，没有文字层。请先识别成文字"),
        (pdf([]), "没有文字"),
        (pdf([Text("\ue000\ue001\ue002" * 20, LEFT, TOP)]), "乱码"),
        (b"%PDF-1.7\n" + b"x" * 100, "打不开"),
        (pdf(*set_text(SPEECH))[:700], "打不开"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data, says):
    with pytest.raises(SourceError, match=says) as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_reading_twice_gives_the_same():
    data = pdf(*set_text(SPEECH))
    assert read(data) == read(data)
