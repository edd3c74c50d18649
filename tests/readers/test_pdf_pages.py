"""Furniture of PDF pages, lines joined over pages, and type that is set off."""

import pytest

from pdfscript import LEADING, LEFT, SIZE, TOP, Text, pdf, set_text, stream, written
from reportgen.errors import SourceError
from reportgen.readers.files import parse_bytes

LONG = "各级各部门要切实提高思想认识，把这项工作摆在更加突出的位置，坚持问题导向、目标导向和结果导向相统一，"
SPEECH = ["同志们：", LONG * 4 + "推动任务落实。", "一、提高思想认识", LONG * 6 + "取得实效。", "谢谢大家！"]


def read(*pages, **how):
    return parse_bytes(pdf(*pages, **how), "讲话.pdf", "讲话")


def lines(*pages):
    return read(*pages).text.split("\n")


def column(*texts, left=LEFT, top=TOP, size=SIZE):
    return [Text(text, left, top - LEADING * row, size) for row, text in enumerate(texts)]


def test_running_heads_of_left_and_right_pages_go():
    pages = set_text(SPEECH, lines_a_page=4)
    for at, page in enumerate(pages):
        page.insert(0, Text("青山县委办公室" if at % 2 else "安全生产工作会议材料", LEFT, 800, 10))
    assert len(pages) > 5
    assert lines(*pages) == SPEECH


def test_a_head_on_both_of_two_pages_goes_where_it_stands_apart():
    pages = set_text(SPEECH, lines_a_page=12, head="安全生产工作会议材料")
    assert len(pages) == 2
    assert lines(*pages) == SPEECH


def test_a_line_at_the_top_of_one_page_only_is_text():
    pages = set_text(SPEECH, lines_a_page=30)
    pages[0].insert(0, Text("在安全生产工作会议上的讲话", 200, 800, 22))
    assert lines(*pages) == ["在安全生产工作会议上的讲话", *SPEECH]


@pytest.mark.parametrize("number", ["- {} -", "·{}·", "第{}页/共3页", "Page {} of 3", "{}", "〔{}〕"])
def test_numbers_at_the_foot_go_whatever_their_dress(number):
    found = lines(*set_text(SPEECH, number=number, lines_a_page=12))
    if number == "〔{}〕":
        assert all(f"〔{n}〕" not in line for n in (1, 2, 3) for line in found[1:-1])
    else:
        assert found == SPEECH


def test_a_number_inside_the_text_stays():
    page = column("同志们：", LONG[:28], "85", LONG[:28])
    assert "85" in "".join(lines(page))


def test_a_paragraph_goes_on_over_the_page_and_begins_where_it_begins():
    source = read(*set_text([LONG * 8 + "好。", "谢谢大家！"], lines_a_page=9))
    assert source.text.split("\n") == [LONG * 8 + "好。", "谢谢大家！"]
    assert source.lines[0].page == 1
    assert source.lines[1].page > 1


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("我们要学习" + "先进的" * 7 + "inter-", "national经验和做法。", "international经验和做法。"),
        ("我们要学习先进的经验，建立健全制度和机制 GDP", "growth要稳步提高。", "GDP growth要稳步提高。"),
        ("二" * 27 + "增", "长12.5%，很好。", "增长12.5%，很好。"),
    ],
)
def test_lines_are_joined_as_they_are_read(first, second, joined):
    page = [
        Text(first, LEFT, TOP),
        Text(second, LEFT, TOP - LEADING),
        *column(*["三" * 28] * 3, top=TOP - 200),
    ]
    assert any(line.endswith(joined) for line in lines(page))


def test_a_heading_between_paragraphs_is_its_own_line():
    page = column("　　" + "一" * 26, "二" * 28, "　　（一）提高认识", "　　" + "三" * 26, "四" * 10 + "。")
    assert [line.strip("\u3000") for line in lines(page)] == [
        "一" * 26 + "二" * 28,
        "（一）提高认识",
        "三" * 26 + "四" * 10 + "。",
    ]


def test_large_type_is_strong_and_small_type_is_not():
    page = [
        Text("提高思想认识", LEFT + 2 * SIZE, TOP, 22),
        *column(*["一" * 28] * 4, top=TOP - 50),
        Text("注：数据来自统计局。", LEFT, 300, 9),
    ]
    source = read(page)
    strong = [source.text[one.start : one.end] for line in source.lines for one in line.strong]
    assert strong == ["提高思想认识"]


def test_a_watermark_that_stands_askew_is_not_read():
    askew = "BT /F0 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <{}> Tj ET\n".format(
        "内部资料".encode("utf-16-be").hex()
    )
    data = pdf(*set_text(SPEECH, number=""))
    marker = b"BT /F0"
    assert marker in data
    # Lengths and offsets are off then, which readers put up with.
    found = parse_bytes(data.replace(marker, askew.encode() + marker, 1), "讲话.pdf", "讲话")
    assert "内部" not in found.text
    assert found.left_out == ("4 个斜放或横放的字",)


def test_columns_side_by_side_keep_their_cells_apart():
    rows = [("发改局", "编制规划"), ("财政局", "安排预算"), ("审计局", "开展审计")]
    page = [*column(*[one for one, _ in rows]), *column(*[two for _, two in rows], left=LEFT + 200)]
    assert lines(page) == [f"{one}\u3000{two}" for one, two in rows]


def test_an_office_and_a_name_set_wide_apart_stay_apart():
    page = [
        Text("县委书记", 200, TOP, 16),
        Text("张三", 320, TOP, 16),
        *column(*["一" * 28] * 3, top=TOP - 90),
    ]
    assert lines(page)[0] == "县委书记\u3000张三"


def test_type_set_wide_has_no_blanks():
    page = [Text(char, LEFT + 30 * at, TOP) for at, char in enumerate("工作报告")]
    page += column(*["一" * 28] * 3, top=TOP - 90)
    assert lines(page)[0] == "工作报告"


@pytest.mark.parametrize("share", [1, 2])
def test_a_print_with_blanks_between_all_characters_has_none(share):
    words = [
        "今年全镇修路36公里，增长9.5%，新建5G基站",
        "都有新进展，群众比较满意，镇村干部都出了力，",
        "明年继续干。",
    ]
    spaced = [
        "".join(char + " " * (at % share == 0 or share == 1) for at, char in enumerate(one)) for one in words
    ]
    page = [Text(line, LEFT, TOP - LEADING * at, 8) for at, line in enumerate(spaced)]
    assert "".join(lines(page)) == "".join(words)


def test_words_in_a_spaced_print_stay_apart():
    words = "各 地 要 学 习 Open Day 的 做 法 ， 把 机 房 的 门 打 开"
    page = [Text(words, LEFT, TOP, 8), Text("组 长", LEFT, 600), Text("李 明", LEFT + 72, 600)]
    assert lines(page) == ["各地要学习Open Day的做法，把机房的门打开", "组长 李明"]


@pytest.mark.parametrize("pictured", [{1}, {1, 2}])
def test_pictures_behind_text_are_no_scan(pictured):
    pages = set_text(SPEECH, lines_a_page=12)
    assert read(*pages, picture=pictured).text.split("\n") == SPEECH


def test_a_scan_with_a_stamp_of_a_few_characters_is_a_scan():
    with pytest.raises(SourceError, match="扫描件"):
        read([Text("收文", LEFT, TOP)], [], picture={1, 2})


def test_one_page_of_private_signs_among_many_is_read():
    pages = [*set_text(SPEECH, number="", lines_a_page=12), [Text("\ue000\ue001", LEFT, TOP)]]
    assert read(*pages).text.startswith("同志们：\n")


def drawing_again(times, depth):
    """A page that draws a form, which draws another some times, and so on."""
    names = "/Resources << /XObject << /X %d 0 R >> >>"
    forms = [
        stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + names % (5 + at), b"/X Do " * times)
        for at in range(1, depth)
    ]
    return written(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {names % 5} >>",
            stream("", b"/X Do"),
            *forms,
            stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"0 0 9 9 re f"),
        ]
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (drawing_again(10, 9), "页面太复杂"),
        (drawing_again(2, 4), "没有文字"),
        (drawing_again(1, 90), "没有文字"),
    ],
)
def test_forms_that_draw_forms_are_tried_where_nothing_is_lost(data, says):
    with pytest.raises(SourceError, match=says):
        parse_bytes(data, "讲话.pdf", "讲话")
