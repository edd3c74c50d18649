"""What is planned and no longer there: how grave it is, what it is called, and where it was."""

import pytest

from reportgen.checking.expected import Expected, Wanted
from reportgen.checking.ground import ground_of
from reportgen.checking.losses import lost_headings
from reportgen.checking.placed import Code, Placed, Zone
from reportgen.checking.verify import verify
from reportgen.errors import Severity
from reportgen.planning.facts import Facts
from reportgen.planning.wording import DIGEST, ORIGINAL
from speech import said_under

BODY = """一、抓好项目
一是抓好储备。建立项目储备库，落实专项资金。二是抓好服务。推行一窗受理，压缩办理时间。
二、抓好民生
民生连着民心。新建社区食堂，改造老旧小区。
"""
BRIEF = said_under(BODY)
GROUND = ground_of(BRIEF, Facts())
PLAN = (
    Wanted("一、抓好项目", DIGEST),
    Wanted("（一）抓好储备", DIGEST),
    Wanted("建立项目储备库，落实专项资金。", DIGEST),
    Wanted("民生连着民心。", DIGEST),
    Wanted("民生连着民心。新建社区食堂，改造老旧小区。", ORIGINAL),
    Wanted("一是抓好储备。建立项目储备库，落实专项资金。", ORIGINAL),
)


def told(texts, plan=PLAN, part=""):
    """What is told of a file that holds some texts."""
    placed = [Placed(text, "正文", number) for number, text in enumerate(texts)]
    found = verify(placed, BRIEF, GROUND, Expected(plan, (), part))
    return [(one.severity.value, one.code, one.where, one.text) for one in found]


def without(*gone):
    """The texts of the plan but those of some numbers."""
    return [one.text for number, one in enumerate(PLAN) if number not in gone]


def test_a_file_that_holds_all_that_is_planned_lost_nothing():
    assert told(without()) == []


def test_order_and_what_stands_there_more_often_are_no_loss():
    assert told([*reversed(without()), "一、抓好项目"]) == []


@pytest.mark.parametrize(
    ("gone", "severity", "code", "where"),
    [
        (0, "error", Code.LOST_HEADING, "原在要点摘编"),
        (1, "error", Code.LOST_HEADING, "原在要点摘编"),
        (2, "warning", Code.LOST_MEASURE, "原在要点摘编"),
        (3, "warning", Code.LOST_TEXT, "原在要点摘编"),
        (4, "error", Code.LOST_TEXT, "原在原文"),
    ],
)
def test_what_is_gone_is_as_grave_as_it_is(gone, severity, code, where):
    (found,) = told(without(gone))
    assert found[:3] == (severity, code, where)


def test_what_still_stands_elsewhere_is_told_so():
    placed = [Placed(text, "正文", number) for number, text in enumerate(without(2))]
    (found,) = verify(placed, BRIEF, GROUND, Expected(PLAN))
    assert found.message == "举措在这里没有了（别处还有）"


def test_what_is_nowhere_any_more_is_grave_whatever_it_was_printed_in():
    severities = {severity for severity, code, _, _ in told(without(2, 5)) if code is Code.LOST_MEASURE}
    assert severities == {"error"}


def test_a_changed_clause_is_told_as_changed_and_not_as_lost_too():
    texts = [text.replace("落实专项资金", "落实专向资金") for text in without()]
    assert {code for _, code, _, _ in told(texts)} == {Code.CHANGED}


def test_a_finding_points_at_its_place_in_the_speech():
    placed = [Placed(text, "正文", number) for number, text in enumerate(without(4))]
    (found,) = verify(placed, BRIEF, GROUND, Expected(PLAN))
    text = BRIEF.document.source.text
    assert text[found.nearest.start :].startswith(("民生连着民心", "新建社区食堂"))


SLIDES = (
    Wanted("抓好储备", "第 6 张"),
    Wanted("建立项目储备库", "第 6 张"),
    Wanted("落实专项资金", "第 6 张"),
    Wanted("推行一窗受理", "第 6 张", Zone.NOTES),
    Wanted("新建社区食堂", "第 7 张"),
)


def test_a_slide_that_lost_three_texts_or_more_is_told_of_once():
    found = told(["新建社区食堂"], SLIDES, "幻灯片")
    assert [where for _, _, where, _ in found] == ["原为第 6 张", "原在第 6 张备注"]


def test_a_slide_that_lost_one_text_is_told_by_it():
    found = told(["抓好储备", "建立项目储备库", "新建社区食堂"], SLIDES, "幻灯片")
    assert ("error", Code.LOST_MEASURE, "原在第 6 张", "落实专项资金") in found


def test_where_there_are_no_slides_each_loss_is_told_alone():
    assert len(told(["新建社区食堂"], SLIDES)) == 4


def test_what_a_template_may_print_more_often_or_less_is_lost_only_where_it_is_nowhere():
    plan = (Wanted("抓好项目", "标题", once=True), Wanted("抓好项目", ORIGINAL, once=True))
    assert told(["抓好项目"], plan) == []
    assert {code for _, code, _, _ in told([], plan)} == {Code.LOST_HEADING, Code.LOST_TEXT}


@pytest.mark.parametrize(
    ("texts", "lost"),
    [
        (["一、抓好项目", "一是抓好储备", "二是抓好服务", "二、抓好民生"], []),
        (["抓好项目", "抓好储备", "抓好服务", "抓好民生"], []),
        (["抓好项目抓好储备抓好服务抓好民生"], []),
        (["抓好\n项目", "抓好储备", "抓好服务", "抓好 民生"], []),
        (["抓好项目", "抓好储备", "抓好服务"], ["抓好民生"]),
        (["抓好项目", "抓好储务", "抓好服务", "抓好民生"], ["抓好储备"]),
        ([], ["抓好项目", "抓好储备", "抓好服务", "抓好民生"]),
    ],
)
def test_headings_that_a_file_owes_are_looked_for_in_any_dress(texts, lost):
    placed = [Placed(text, "正文", number) for number, text in enumerate(texts)]
    headings = [node.heading for node in BRIEF.document.walk()]
    found = list(lost_headings(placed, headings, GROUND))
    assert [one.text for one in found] == lost
    assert {one.severity for one in found} <= {Severity.ERROR}


HEADINGS = [node.heading for node in BRIEF.document.walk()]
FOUR = ["抓好项目", "抓好储备", "抓好服务", "抓好民生"]


def missed(shown, noted):
    """The headings told as lost of slides that show some texts and have others in their notes."""
    placed = [Placed(text, "第 1 张", 1) for text in shown]
    placed += [Placed(text, "第 1 张备注", 2, Zone.NOTES) for text in noted]
    return [(one.text, one.message) for one in lost_headings(placed, HEADINGS, GROUND)]


def test_a_heading_that_only_the_notes_say_is_not_on_the_slides():
    assert missed(FOUR, FOUR) == []
    assert missed(FOUR[:3], FOUR) == [("抓好民生", "标题只在备注里，幻灯片上没有")]
    assert missed(FOUR[:3], FOUR[:3]) == [("抓好民生", "标题没有了")]


def test_a_heading_too_long_for_its_slide_is_there_by_its_beginning():
    brief = said_under(
        "一、抓好项目储备和要素保障，筑牢根基，做实服务\n要建立台账。\n二、抓好民生\n要办好实事。\n"
    )
    ground, headings = ground_of(brief, Facts()), [node.heading for node in brief.document.nodes]
    noted = [Placed(heading.text, "备注", 1, Zone.NOTES) for heading in headings]
    for shown in ("抓好项目储备和……", "抓好项目储备和要素保障", "一、抓好项目储备和要素保障，筑牢根基……"):
        placed = [Placed(shown, "第 1 张", 2), Placed("抓好民生", "第 2 张", 3), *noted]
        assert list(lost_headings(placed, headings, ground)) == []


def test_a_heading_that_is_owed_is_told_once_whatever_was_planned():
    placed = [Placed(text, "正文", number) for number, text in enumerate(without(0))]
    for plan in (Expected(), Expected(PLAN)):
        (found,) = verify(placed, BRIEF, GROUND, plan, HEADINGS[:1])
        assert (found.severity, found.code) == (Severity.ERROR, Code.LOST_HEADING)
        assert "抓好项目" in found.text
