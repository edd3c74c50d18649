"""Nothing stands twice beside itself: a heading that is a whole sentence is its own first measure."""

import pytest

from reportgen.planning.facts import Facts
from reportgen.planning.handout import plan_handout
from reportgen.planning.handout.repeats import begins_with, stands_in
from speech import said_under

SENTENCES = """一、提高认识
要把防汛放在心上。
二、抓好落实
——县水利局在6月底前建成三十处雨量站，为乡镇转移群众争取时间。要落实管护人员。
——县财政局安排两百万元购置冲锋舟，保证各乡镇都有船可用。
——县气象局在两年内建成预警平台，让每个村都收到消息。
"""


@pytest.mark.parametrize(
    ("text", "whole", "is_said"),
    [
        ("建成三十处雨量站", "建成三十处雨量站，争取时间", True),
        ("建成三十处雨量站。", "要抓落实，建成三十处雨量站", True),
        ("建成 30 处雨量站", "建成30处雨量站", True),
        ("搞形式主义", "不搞形式主义", False),
        ("建成三十处雨量站", "建成三十处雨量站点", False),
        ("建成雨量站，落实管护人员", "建成雨量站", False),
    ],
)
def test_only_whole_clauses_are_said_again(text, whole, is_said):
    assert stands_in(text, whole) is is_said


@pytest.mark.parametrize(
    ("text", "whole", "does"),
    [
        ("建成雨量站，落实管护人员", "建成雨量站", True),
        ("建成雨量站。", "建成雨量站", True),
        ("要发动群众，建成雨量站", "建成雨量站", False),
        ("建成雨量站点", "建成雨量站", False),
        ("建成雨量站", "", False),
    ],
)
def test_a_task_is_said_by_a_measure_that_begins_with_it(text, whole, does):
    assert begins_with(text, whole) is does


@pytest.fixture
def handout():
    return plan_handout(said_under(SENTENCES), Facts())


def test_the_digest_does_not_say_again_what_a_heading_says(handout):
    points = [point for row in handout.digest for point in row.points if point.heading]
    assert len(points) == 3
    for point in points:
        assert not any(piece and piece in point.heading for piece in point.text.strip("。").split("；")), (
            point
        )


def test_a_row_of_the_checklist_says_its_words_once_with_who_and_when(handout):
    for row in handout.tasks:
        assert not any(row.task and row.task in step for step in row.steps), row
    row = next(row for row in handout.tasks if "雨量站" in "".join(row.steps))
    assert row.task == ""
    assert "县水利局" in "".join(row.owners)
    assert "6月底前" in "".join(row.deadlines)


def test_a_task_that_its_measures_do_not_say_keeps_its_name():
    handout = plan_handout(
        said_under("一、压实责任\n要签订责任状。要公示名单。\n二、排查隐患\n要疏浚河道。\n"), Facts()
    )
    assert [row.task for row in handout.tasks] == ["压实责任", "排查隐患"]
