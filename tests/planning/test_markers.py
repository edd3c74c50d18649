"""Numberings are printed again as they are; what is no heading's own becomes the standard's."""

import pytest

from briefscript import read_case
from deckcheck import LAYOUTS
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.planning.handout import SHEET, BlockRole, plan_handout
from speech import brief_of

BODY = "要建立工作机制，落实工作责任。要完善考核办法，推动工作落实。"
KINDS = {
    "一、": "一、抓好学习", "（一）": "（一）抓好学习", "第一讲　": "第一讲　抓好学习",
    "第一讲：": "第一讲：抓好学习",
    "第一篇 ": "第一篇　抓好学习", "第一部分　": "第一部分　抓好学习", "第一章 ": "第一章　抓好学习",
    "第一节 ": "第一节　抓好学习", "1. ": "1. 抓好学习", "1．": "1．抓好学习", "1、": "1、抓好学习",
    "（1）": "（1）抓好学习", "(1)": "（1）抓好学习", "①": "①抓好学习", "1）": "1）抓好学习",
}  # fmt: skip


def sections(first):
    second = first.replace("一", "二").replace("1", "2").replace("①", "②")
    return brief_of(f"在工作会议上的讲话\n同志们：\n{first}抓好学习\n{BODY}\n{second}优化服务\n{BODY}\n")


def digest(brief):
    return plan_handout(brief, Facts(), SHEET).digest


@pytest.mark.parametrize(("marker", "printed"), KINDS.items())
def test_a_numbering_stays_of_its_kind_in_the_digest(marker, printed):
    assert digest(sections(marker))[0].text == printed


def test_measures_are_numbered_in_another_way_than_the_heading_above():
    measures = "建立工作机制；完善考核办法"
    lines = (f"1 {n}. |抓好第{n}项学习|{measures}。|{measures}" for n in (1, 2))
    blocks = digest(read_case("\n".join(["# drawn", "T 在工作会议上的讲话", "P 同志们。", *lines, ""])))
    assert [block.pieces[0].text for block in blocks if block.role is BlockRole.MEASURE] == [
        "（1）",
        "（2）",
    ] * 2


def test_a_run_in_marker_becomes_the_standards():
    points = f"一是抓好机制。{BODY}二是抓好落实。{BODY}"
    brief = brief_of(f"在工作会议上的讲话\n同志们：\n一、抓好学习\n{points}\n")
    headings = [block.text for block in digest(brief) if block.role.is_heading]
    assert headings == ["一、抓好学习", "（一）抓好机制", "（二）抓好落实"]


def test_a_slide_says_the_number_that_the_marker_says():
    text = f"在工作会议上的讲话\n同志们：\n3. 抓好学习\n{BODY}\n4. 优化服务\n{BODY}\n"
    deck = plan_deck(brief_of(text), Facts(), LAYOUTS)
    fills = [fill for slide in deck.slides for fill in slide.fills]
    assert [fill.paras[0].text for fill in fills if fill.slot.endswith("序数")] == ["三", "四"]
