"""Numbers of lines in the margins of PDF pages, and numbers that look alike and are text."""

import pytest

from pdfscript import LEADING, LEFT, RIGHT, TOP, Text, pdf, set_text
from reportgen.readers.files import parse_bytes

LONG = "山上的护林员日夜巡护，遇到烟火要当场扑灭，遇到带火种进山的人要好言劝回，不听劝的要及时报告派出所，"
SPEECH = ["同志们：", LONG * 3 + "一刻也不能大意。", "一、看住火源", LONG * 7 + "确保安全。", "谢谢大家！"]


def read(*pages):
    return parse_bytes(pdf(*pages), "讲话.pdf", "讲话")


def numbered(pages, *, left, step=1, anew=True, right=None):
    count = 0
    for page in pages:
        count = 0 if anew else count
        for one in list(page):
            count += 1
            if count % step == 0:
                number = str(count)
                at = left if right is None else right - 5 * len(number)
                page.append(Text(number, at, one.base, 9, latin=True))
    return pages


@pytest.mark.parametrize("anew", [True, False])
@pytest.mark.parametrize(
    "how", [{"left": 50}, {"left": 0, "right": 70}, {"left": RIGHT + 12}, {"left": 50, "step": 5}]
)
def test_numbers_of_lines_are_left_out_and_counted(how, anew):
    pages = numbered(set_text(SPEECH, number="", lines_a_page=15), anew=anew, **how)
    source = read(*pages)
    assert source.text.split("\n") == SPEECH
    count = sum(text.size == 9 for page in pages for text in page)
    assert source.left_out == (f"{count} 个行号",)


def test_the_numbers_of_a_table_are_text():
    offices = ["护林站", "派出所", "气象台", "卫生院", "供电所", "学校"]
    rows = [(str(at), one, "开展工作") for at, one in enumerate(offices, 1)]
    page = [
        Text(cell, left, TOP - LEADING * at)
        for at, row in enumerate(rows)
        for left, cell in zip((LEFT, LEFT + 60, LEFT + 200), row, strict=True)
    ]
    assert read(page).text.split("\n") == ["\u3000".join(row) for row in rows]


def test_numbers_of_points_are_text():
    points = [f"{at}. {LONG}大家都要记牢。" for at in range(1, 8)]
    source = read(*set_text(points, number=""))
    assert [line[:2] for line in source.text.split("\n")] == [f"{at}." for at in range(1, 8)]
    assert not source.left_out


def test_a_line_may_begin_with_a_figure_beside_its_number():
    words = "去年补种苗木两百多亩，今年要再补种荒坡一千二百亩左右，分给12个村来办，每个村大约"
    speech = [LONG * 3 + "好。", words * 6 + "。"]
    pages = set_text(speech, indent=0, number="")
    assert any(text.text[0].isdigit() for page in pages for text in page)
    assert read(*numbered(pages, left=62)).text.split("\n") == speech
