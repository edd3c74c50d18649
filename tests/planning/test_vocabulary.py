"""The words of a speech go along with its plan, whatever else is planned meanwhile."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from reportgen.analysis.segmentation import Vocabulary
from reportgen.planning.checklist import plan_checklist
from reportgen.planning.deck import plan_deck
from reportgen.planning.deck import to_text as deck_text
from reportgen.planning.deck.fit import lines
from reportgen.planning.facts import Facts
from reportgen.planning.handout import plan_handout
from reportgen.planning.handout.notation import dump
from reportgen.rendering.pptx import read_layouts
from reportgen.themes import standard
from speech import brief_of

TITLE = "在全县深化三进三帮行动暨优化营商环境重点工作推进会议上的讲话"
SPEECH = """{title}

同志们：
要深化“{phrase}”行动，加快建设重点项目，不断优化全县营商环境。

一、坚持以三进三帮行动为抓手推动全县项目建设提速
（一）推动三进三帮工作走深走实见到实效
县发改局要建立项目台账，按月调度进度，6月底前完成。

二、坚持以优化营商环境为抓手激发全县市场活力
（一）持续提升政务服务水平
要精简审批环节，压缩办理时限，让群众少跑腿。
"""
OWN = SPEECH.format(title=TITLE, phrase="三进三帮")
OTHER = SPEECH.format(title=TITLE, phrase="帮扶提升")
TORN = re.compile("三[／/]进三帮|三进[／/]三帮|三进三[／/]帮")


@pytest.fixture(scope="module")
def layouts():
    return read_layouts(standard().template("deck.pptx"))


def plans(text, layouts):
    brief = brief_of(text)
    facts = Facts()
    checklist = plan_checklist(brief, facts)
    return dump(plan_handout(brief, facts)), deck_text(plan_deck(brief, facts, layouts)), repr(checklist)


def torn(text, layouts):
    """Where the panel of a section parts the phrase."""
    slot = layouts.worded(Vocabulary.of(brief_of(text).terms)).slot("section", "标题")
    return TORN.findall("/".join(lines("坚持以三进三帮行动为抓手推动全县项目建设提速", slot)))


def test_only_a_speech_that_calls_it_one_keeps_a_phrase_on_a_line(layouts):
    assert torn(OWN, layouts) == []
    assert torn(OTHER, layouts) == ["三进三/帮"]


def test_speeches_planned_at_once_come_out_as_alone(layouts):
    texts = [OWN, OTHER] * 6
    alone = [plans(text, layouts) for text in texts[:2]]
    assert alone[0] != alone[1]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: plans(text, layouts), texts))
    assert together == alone * 6


def test_layouts_for_a_speech_leave_those_of_the_template_alone(layouts):
    before = dict(layouts.slots["cover"])
    plans(OWN, layouts)
    assert dict(layouts.slots["cover"]) == before
