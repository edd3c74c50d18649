"""Which texts stand as they are planned; what was on several slides is missed on the one that is gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checking.expected import Expected, Wanted
from reportgen.checking.matching import unmatched
from reportgen.checking.placed import Placed, Zone


def placed(*texts, zone=Zone.BODY):
    return [Placed(text, f"第 {number} 段", number, zone) for number, text in enumerate(texts, 1)]


def wanted(*texts, group="正文", zone=Zone.BODY):
    return tuple(Wanted(text, group, zone) for text in texts)


def odd(file, planned, part=""):
    found = unmatched(file, Expected(planned, (), part))
    return [one.text for one in found.over], [(one.group, one.text) for one in found.missing]


@pytest.mark.parametrize(
    ("file", "planned", "over", "missing"),
    [
        (["建立台账"], ["建立台账"], [], []),
        (["建立\n台账"], ["建立台账"], [], []),
        (["建立 台账\u200b"], ["建立台账"], [], []),
        (["建立台帐"], ["建立台账"], ["建立台帐"], ["建立台账"]),
        (["建立台账", "建立台账"], ["建立台账"], ["建立台账"], []),
        (["建立台账"], ["建立台账", "建立台账"], [], ["建立台账"]),
        ([], ["建立台账", "落实责任"], [], ["建立台账", "落实责任"]),
        (["落实责任", "建立台账"], ["建立台账", "落实责任"], [], []),
    ],
)
def test_each_text_is_matched_as_often_as_it_is_planned(file, planned, over, missing):
    found_over, found_missing = odd(placed(*file), wanted(*planned))
    assert found_over == over
    assert [text for _, text in found_missing] == missing


def test_notes_do_not_make_up_for_a_slide_nor_a_margin_for_the_page():
    for zone in (Zone.NOTES, Zone.MARGIN):
        _, missing = odd(placed("建立台账", zone=zone), wanted("建立台账"))
        assert missing == [("正文", "建立台账")]


def test_nothing_in_a_margin_is_too_much():
    over, _ = odd(placed("某县人民政府办公室", zone=Zone.MARGIN), ())
    assert over == []


def test_a_merged_cell_is_counted_once():
    cells = [
        Placed("优化环境", "表 1 第 1 行", 1, table=True),
        Placed("优化环境", "表 1 第 1 行", 2, echo=True),
    ]
    assert odd(cells, wanted("优化环境")) == ([], [])


AGENDA = wanted("目录", "抓项目", "抓民生", group="第 1 张")
POINTS = wanted("抓项目", "建立储备库", group="第 2 张")
PEOPLE = wanted("抓民生", "新建食堂", group="第 3 张")


@pytest.mark.parametrize(
    ("left_out", "number"),
    [(AGENDA, "第 1 张"), (POINTS, "第 2 张"), (PEOPLE, "第 3 张")],
)
def test_what_stands_on_several_slides_is_missed_on_the_one_that_is_gone(left_out, number):
    planned = (*AGENDA, *POINTS, *PEOPLE)
    file = placed(*(one.text for one in planned if one.group != left_out[0].group))
    over, missing = odd(file, planned, "幻灯片")
    assert over == []
    assert missing == [(number, one.text) for one in left_out]


def test_of_a_slide_that_lost_a_line_the_others_are_not_missed():
    planned = (*AGENDA, *POINTS, *wanted("新建食堂", "改造小区", "优化服务", group="第 3 张"))
    file = placed(*(one.text for one in planned if one.text != "改造小区"))
    assert odd(file, planned, "幻灯片")[1] == [("第 3 张", "改造小区")]


lines = st.lists(st.sampled_from(["抓项目", "抓民生", "建立台账", "落实责任", "目录"]), max_size=12)


@given(lines, lines, st.sampled_from(["", "幻灯片"]))
def test_what_is_over_and_what_is_missing_are_the_difference_of_file_and_plan(file, planned, part):
    groups = tuple(Wanted(text, f"第 {at // 3} 张") for at, text in enumerate(planned))
    over, missing = odd(placed(*file), groups, part)
    for text in {*file, *planned}:
        more = file.count(text) - planned.count(text)
        assert over.count(text) == max(more, 0)
        assert [one for _, one in missing].count(text) == max(-more, 0)


@given(lines)
def test_what_is_missing_comes_in_the_order_of_the_plan(planned):
    groups = tuple(Wanted(text, f"第 {at // 2} 张") for at, text in enumerate(planned))
    found = unmatched([], Expected(groups, (), "幻灯片"))
    assert found.missing == groups
