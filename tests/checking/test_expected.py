"""What the plan puts into each file: all that is printed, by part, zone and row, and no renderer's names."""

import pytest

from deckcheck import LAYOUTS
from reportgen.checking.clauses import squash
from reportgen.checking.expected import expected_checklist, expected_deck, expected_handout
from reportgen.checking.placed import Zone
from reportgen.planning.checklist import COLUMNS, plan_checklist
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.planning.handout import plan_handout
from reportgen.planning.length import Degree, Length
from speech import said_under

BRIEF = said_under("""今年完成投资85亿元。
一、抓好项目
一是抓好储备。县发改局要建立项目储备库，6月底前完成。二是抓好服务。推行“一窗受理”，压缩办理时间，让群众少跑腿。
二、抓好民生
新建社区食堂，改造老旧小区。""")
HANDOUT = expected_handout(plan_handout(BRIEF, Facts()))
DECK = expected_deck(plan_deck(BRIEF, Facts(), LAYOUTS, Length(Degree.FULL)))
CHECKLIST = expected_checklist(plan_checklist(BRIEF, Facts()))


def texts(expected, group):
    return [squash(one.text) for one in expected.texts if one.group == group]


@pytest.mark.parametrize("expected", [HANDOUT, DECK, CHECKLIST], ids=["handout", "deck", "checklist"])
def test_nothing_blank_is_owed(expected):
    assert expected.texts
    assert all(one.text.strip() for one in expected.texts)


def test_a_handout_owes_every_part_by_its_name():
    groups = list(dict.fromkeys(one.group for one in HANDOUT.texts))
    assert groups == ["标题", "原文", "首页", "要点摘编", "关键提法", "落实清单"]


def test_each_paragraph_of_the_speech_is_owed_where_the_speech_stands():
    original = texts(HANDOUT, "原文")
    for paragraph in BRIEF.document.source.text.split("\n"):
        assert squash(paragraph) in original or not paragraph


def test_a_point_is_owed_with_the_heading_that_it_begins_with():
    said = "".join(texts(HANDOUT, "要点摘编"))
    assert "二是抓好服务。推行“一窗受理”" in said
    assert "第2—3段" in texts(HANDOUT, "要点摘编")


def test_a_row_of_tasks_is_owed_with_all_its_cells():
    rows = [tuple(map(squash, row)) for row in HANDOUT.rows]
    assert ("1", "抓好储备", "县发改局要建立项目储备库，6月底前完成", "县发改局", "6月底前") in rows


def test_words_of_a_deck_are_owed_on_their_slide_and_notes_in_the_notes():
    places = {(squash(one.text), one.zone) for one in DECK.texts}
    assert ("县发改局要建立项目储备库，6月底前完成", Zone.BODY) in places
    assert ("一是抓好储备。县发改局要建立项目储备库，6月底前完成。", Zone.NOTES) in places
    assert not [text for text, zone in places if zone is Zone.BODY and "一是抓好储备。" in text]


def test_what_a_presenter_reads_first_may_be_taken_out():
    notes = [one for one in DECK.texts if one.zone is Zone.NOTES]
    assert "〔本页约半分钟〕一图读懂" in {one.text for one in notes if one.once}
    assert all(one.once is ("本页约" in one.text) for one in notes)


def test_a_handout_without_the_speech_owes_the_title_above_it_no_more():
    without = expected_handout(plan_handout(BRIEF, Facts(), length=Length(original=False)))
    assert not texts(without, "原文")
    assert "在工作会议上的讲话" in texts(without, "标题")


def test_names_of_layouts_and_placeholders_are_not_owed():
    owed = {squash(one.text) for one in DECK.texts}
    assert not owed & {"cover", "agenda", "section", "标题", "卡题1", "条1", "序数", "accent1"}


def test_slides_are_numbered_from_one_and_none_is_left_out():
    numbers = [int(one.group.split()[1]) for one in DECK.texts]
    assert sorted(set(numbers)) == list(range(1, max(numbers) + 1))
    assert numbers == sorted(numbers)


def test_a_row_of_the_deck_is_a_card_or_a_row_of_a_table():
    assert ("推行“一窗受理”，压缩办理时间", "让群众少跑腿") in DECK.rows
    assert ("1", "抓好储备", "县发改局要建立项目储备库，6月底前完成", "县发改局", "6月底前") in DECK.rows


def test_a_checklist_owes_its_rows_and_its_head_once():
    assert [one.text for one in CHECKLIST.texts if one.once] == ["落实清单", "在工作会议上的讲话"]
    assert texts(CHECKLIST, "第 1 条") == [
        "1", "抓好储备", "县发改局要建立项目储备库，6月底前完成", "县发改局", "6月底前", "第一部分·一是第3段",
    ]  # fmt: skip
    assert len(CHECKLIST.rows) == len({one.group for one in CHECKLIST.texts}) - 1
    assert all(len(row) == len(COLUMNS) - 1 for row in CHECKLIST.rows)


def test_slides_and_rows_are_told_of_as_wholes_and_parts_of_a_handout_are_not():
    assert (HANDOUT.part, DECK.part, CHECKLIST.part) == ("", "幻灯片", "行")
