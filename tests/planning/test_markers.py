"""Numberings are printed again as they are."""

import pytest

from deckcheck import LAYOUTS
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.planning.handout import SHEET, plan_handout
from reportgen.planning.markers import circled
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


def test_a_slide_says_the_number_that_the_marker_says():
    text = f"在工作会议上的讲话\n同志们：\n3. 抓好学习\n{BODY}\n4. 优化服务\n{BODY}\n"
    deck = plan_deck(brief_of(text), Facts(), LAYOUTS)
    fills = [fill for slide in deck.slides for fill in slide.fills]
    assert [fill.paras[0].text for fill in fills if fill.slot.endswith("序数")] == ["三", "四"]
