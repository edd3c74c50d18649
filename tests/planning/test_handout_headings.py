"""Headings break where words end; titles keep to three lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.analysis.segmentation import PLAIN
from reportgen.planning.handout import SHEET
from reportgen.planning.handout.headings import (
    clause_lines,
    fill_heading,
    is_long_title,
    title_lines,
    unorphaned,
)
from reportgen.planning.lines import text_width, wrap


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


@pytest.mark.parametrize(
    ("text", "width", "count", "lines"),
    [
        ("要坚持生命至上，全力打赢硬仗。", 10, 2, ("要坚持生命至上，", "全力打赢硬仗。")),
        ("抓项目，抓民生，抓安全，抓落实。", 9, 2, ("抓项目，抓民生，", "抓安全，抓落实。")),
        ("抓项目、抓民生，抓安全、抓落实。", 5, 4, ("抓项目、", "抓民生，", "抓安全、", "抓落实。")),
        ("没有标点的一句话说完为止", 8, 2, ("没有标点的一句话说完为止",)),
        ("抓项目，抓民生", 2, 2, ("抓项目，抓民生",)),
        ("抓项目，抓民生。", 20, 9, ("抓项目，抓民生。",)),
    ],
)
def test_a_sentence_is_cut_behind_its_marks_into_lines_of_about_one_length(text, width, count, lines):
    assert clause_lines(text, width, count) == lines


def test_no_line_of_a_sentence_begins_with_a_closing_mark():
    lines = clause_lines("他说：“抓项目，”要抓民生，抓落实。", 16, 2)
    assert lines == ("他说：“抓项目，”要抓民生，", "抓落实。")


CLAUSES = st.lists(st.text("发展改革民生法治教育", min_size=2, max_size=9), min_size=1, max_size=9).map(
    "，".join
)


@given(CLAUSES, st.integers(8, 30), st.integers(1, 10))
def test_a_sentence_cut_behind_its_marks_loses_nothing(text, width, count):
    lines = clause_lines(text, width, count)
    assert "".join(lines) == text
    assert lines == (text,) or (len(lines) == count and all(text_width(line) <= width for line in lines))


@given(CLAUSES, st.integers(10, 30), st.integers(0, 2))
def test_a_filled_heading_loses_nothing_and_no_line_is_too_wide(text, width, indent):
    lines = fill_heading(text, width, PLAIN, indent).split("\n")
    assert "".join(lines) == text
    assert text_width(lines[0]) <= width - indent
    assert all(text_width(line) <= width for line in lines)


@given(CLAUSES, st.integers(10, 30))
def test_a_last_line_gets_company_at_no_cost_of_a_line(text, width):
    found = unorphaned(text, width, PLAIN)
    assert found.replace("\n", "") == text
    assert len(wrap(found, width)) == len(wrap(text, width))
    if "\n" in found:
        assert text_width(wrap(text, width)[-1]) < 2.5 < text_width(found.split("\n")[1])


@pytest.mark.parametrize(
    "text",
    [
        "建立台账",
        "建立工作台账并且定期通报进展情况抓好督促检查推动工作落实",
        "推行一窗受理，压缩办理时间，让群众少跑腿",
    ],
)
def test_a_text_without_an_orphan_stays_as_it_is(text):
    assert unorphaned(text, 14, PLAIN) == text


@pytest.mark.parametrize(
    ("lines", "is_long"),
    [
        (("在会上的讲话",), False),
        (("在全县重点工作推进会议上的讲话稿",), False),
        (("责" * 40,), True),
        (("一", "二", "三", "四"), True),
    ],
)
def test_a_title_is_long_where_its_lines_are_too_many_or_too_wide(lines, is_long):
    assert is_long_title(lines, SHEET) is is_long


@given(st.text("发展改革民生法治教育和的", min_size=2, max_size=90))
def test_a_title_in_lines_loses_nothing(text):
    lines = title_lines((text,), SHEET)
    assert "".join(lines) == text
    assert is_long_title(lines, SHEET) or len(lines) <= 3
