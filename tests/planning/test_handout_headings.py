"""Headings break where words end; titles keep to three lines."""

import pytest

from reportgen.analysis.segmentation import PLAIN
from reportgen.planning.handout import SHEET
from reportgen.planning.handout.headings import fill_heading, is_long_title, title_lines
from reportgen.planning.lines import text_width


def test_a_title_breaks_by_sense_without_an_orphan():
    lines = title_lines(("在县委理论学习中心组专题学习研讨会上的发言",), SHEET)
    assert lines == ("在县委理论学习中心组", "专题学习研讨会上的发言")


def test_a_titles_own_lines_stay_where_they_fit():
    own = ("凝心聚力 真抓实干", "奋力开创乡村全面振兴新局面")
    assert title_lines(own, SHEET) == own


def test_a_very_long_title_takes_the_smaller_style():
    lines = title_lines(("关于进一步深化改革开放推动经济社会高质量发展" * 3,), SHEET)
    assert is_long_title(lines, SHEET)


@pytest.mark.parametrize(
    "heading",
    [
        "一、坚持产业为基，做好“土特产”文章，让乡村振兴有奔头",
        "（二）产业发展提质增效，农民收入持续增长，城乡居民收入差距进一步缩小",
        "三、全面加强党的领导和党的建设为推动高质量发展提供坚强有力的政治保证",
    ],
)
def test_a_heading_fills_its_lines_to_the_last_whole_word(heading):
    lines = fill_heading(heading, 28, PLAIN, 2).split("\n")
    assert "".join(lines) == heading
    assert text_width(lines[0]) <= 26
    assert all(text_width(line) <= 28 for line in lines)
    assert text_width(lines[-1]) >= 4


def test_a_clause_end_is_the_better_break():
    broken = fill_heading("一、坚持产业为基，做好“土特产”文章，让乡村振兴有奔头", 28, PLAIN, 2)
    assert broken.split("\n")[0].endswith("，")
