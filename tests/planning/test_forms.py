"""A point or a section has the form that its words ask for, and no other."""

import pytest

from deckcheck import faults
from deckplans import LENGTHS, deck_of, full
from reportgen.planning.deck.forms import FORMS, special
from reportgen.planning.length import Length
from speech import brief_of

SPEECH = """在全县重点工作推进会上的讲话
（2024年3月5日）

同志们：
一、抓整治
首先，动员部署。要召开动员大会，明确责任分工。其次，集中整治。要开展整治行动，压实属地责任。最后，总结提升。要建立长效机制，巩固整治成果。
二、抓问题
针对项目审批慢的问题，要推行容缺受理。针对企业融资难的问题，要建立过桥资金池。针对人才引进难的问题，要落实安家补助政策。
三、抓服务
要减环节、减时间、减材料。要建立帮办代办队伍，全程跟踪服务。要公开办事指南，接受群众监督。
四、抓时限
县发改局要建立项目库，3月底前完成。县财政局要兑付补贴资金，6月底前到位。县水利局要疏浚渠道，9月底前完工。
"""


def forms_of(deck):
    return [slide.layout for slide in deck.slides if slide.layout in {"steps", "contrast", "feature"}]


def test_stages_problems_phrases_and_days_have_their_forms():
    assert forms_of(deck_of(SPEECH, Length(slides=9))) == ["steps", "contrast", "feature", "steps"]


@pytest.mark.parametrize("length", LENGTHS)
def test_forms_leave_nothing_amiss(length):
    assert list(faults(brief_of(SPEECH), deck_of(SPEECH, length))) == []


def test_plain_measures_have_none():
    head = SPEECH.partition("一、")[0]
    work = "一、抓项目\n要建立台账。要按月调度。要严格考核。\n二、抓落实\n要定期通报。要加强督查。"
    assert forms_of(deck_of(head + work)) == forms_of(full(head + work)) == []


def test_the_surest_sign_goes_first():
    assert [one.__name__ for one in FORMS] == ["steps", "contrast", "feature"]
    assert callable(special)
