"""Numberings are printed again as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.planning.facts import Facts
from reportgen.planning.handout import SHEET, plan_handout
from reportgen.planning.markers import bare, circled, forms, marked, own_number
from speech import brief_of

BODY = "要建立工作机制，落实工作责任。要完善考核办法，推动工作落实。"
KINDS = {
    "一、": "一、抓好学习", "（一）": "（一）抓好学习", "第一讲　": "第一讲 抓好学习",
    "第一讲：": "第一讲：抓好学习",
    "第一篇 ": "第一篇 抓好学习", "第一部分　": "第一部分 抓好学习", "第一章 ": "第一章 抓好学习",
    "第一节 ": "第一节 抓好学习", "1. ": "1. 抓好学习", "1．": "1．抓好学习", "1、": "1、抓好学习",
    "（1）": "（1）抓好学习", "(1)": "(1) 抓好学习", "①": "①抓好学习", "1）": "1）抓好学习",
}  # fmt: skip


def sections(first):
    second = first.replace("一", "二").replace("1", "2").replace("①", "②")
    return brief_of(f"在工作会议上的讲话\n同志们：\n{first}抓好学习\n{BODY}\n{second}优化服务\n{BODY}\n")


def digest(brief):
    return plan_handout(brief, Facts(), SHEET).digest


@pytest.mark.parametrize(("marker", "printed"), KINDS.items())
def test_a_numbering_stays_as_it_is_in_the_digest(marker, printed):
    assert digest(sections(marker))[0].heading == printed


def test_a_run_in_marker_stays_in_front_of_its_point():
    points = f"一是抓好机制。{BODY}二是抓好落实。{BODY}"
    rows = digest(brief_of(f"在工作会议上的讲话\n同志们：\n一、抓好学习\n{points}\n"))
    assert [row.heading for row in rows if row.opens] == ["一、抓好学习"]
    assert [point.heading for row in rows for point in row.points] == ["一是抓好机制。", "二是抓好落实。"]


@pytest.mark.parametrize(("number", "sign"), [(1, "①"), (20, "⑳"), (21, "（21）")])
def test_measures_are_numbered_by_signs_as_far_as_there_are_any(number, sign):
    assert circled(number) == sign


@pytest.mark.parametrize(
    ("marker", "text"),
    [
        ("一、", "一、抓好"),
        ("1.", "1. 抓好"),
        ("第一章", "第一章 抓好"),
        ("一", "一 抓好"),
        ("十二", "十二 抓好"),
        ("第一讲：", "第一讲：抓好"),
        ("", "抓好"),
    ],
)
def test_marker_and_heading_never_touch_where_they_would_run_together(marker, text):
    assert marked(marker, "抓好") == text


@pytest.mark.parametrize(
    ("marker", "by_itself"), [("一、", "一"), ("首先，", "首先"), ("（一）", "（一）"), ("1.", "1.")]
)
def test_a_marker_by_itself_ends_without_the_mark_that_parts_it(marker, by_itself):
    assert bare(marker) == by_itself


@pytest.mark.parametrize(
    ("marker", "number", "expected"),
    [
        ("（一）", 1, ("（一）", "一", "1")),
        ("一是", 1, ("一是", "1")),
        ("2", 2, ("2",)),
        ("最后，", 4, ("最后", "4")),
    ],
)
def test_with_less_room_there_is_less_of_a_marker(marker, number, expected):
    assert forms(marker, number) == expected


@given(st.integers(1, 40))
def test_the_shortest_form_is_the_number(number):
    assert forms(f"（{number}）", number)[-1] == str(number)


@pytest.mark.parametrize(("marker", "number"), [("一、", 1), ("3. ", 3)])
def test_a_part_has_the_number_that_its_marker_says(marker, number):
    assert own_number(sections(marker).parts[0], 7) == number
