"""Titles break where words end and keep to three lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.planning.handout import SHEET
from reportgen.planning.handout.headings import is_long_title, title_lines


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
