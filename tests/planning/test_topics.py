"""What slides may say of each part: its lines once each, in the speech's order, none too long."""

from itertools import pairwise

import pytest

from deckplans import SPEECHES, read_brief_of, topics_of, under
from reportgen.analysis.statements import STATEMENT_LIMIT
from reportgen.planning.deck.topics import once, outside, topics, untold, without
from speech import brief_of

BODY = (
    "一、抓项目，增强发展后劲\n要建立项目台账，按月调度进度。让企业得实惠。\n"
    "（一）抓审批\n要推行容缺受理，压缩审批时限。\n（二）抓融资\n要建立过桥资金池，降低融资成本。\n"
    "二、抓落实\n要严格考核奖惩。"
)


@pytest.mark.parametrize("name", SPEECHES)
def test_no_two_lines_of_a_part_share_words_and_none_is_too_long(name):
    for section in topics(read_brief_of(name)):
        for topic in section.walk():
            spans = sorted((one.start, one.end) for said in topic.sayings for one in said.spans)
            assert all(one[1] <= other[0] for one, other in pairwise(spans))
            assert all(len(one.text) <= STATEMENT_LIMIT for one in topic.sayings)


@pytest.mark.parametrize("name", SPEECHES)
def test_lines_come_in_the_speechs_order(name):
    for section in topics(read_brief_of(name)):
        places = [one.place for one in section.lines]
        assert places == sorted(places)


@pytest.mark.parametrize("name", SPEECHES)
def test_without_a_limit_every_measure_and_goal_is_there(name):
    brief = read_brief_of(name)
    told = {one.text for section in topics(brief, None) for one in section.lines}
    told |= {topic.heading for section in topics(brief, None) for topic in section.walk()}
    for part in brief.walk():
        for one in (*part.below_heading, *part.goals_below_heading):
            assert any(one.line.text in text for text in told)


def test_a_section_has_its_points_below_it_and_its_heading_in_two_pieces():
    (first, second), _ = topics_of(BODY)
    assert (first.heading, first.short, first.tail) == ("抓项目，增强发展后劲", "抓项目", "增强发展后劲")
    assert [point.heading for point in first.below] == ["抓审批", "抓融资"]
    assert (second.heading, second.below) == ("抓落实", ())


def test_among_the_lines_of_a_section_are_the_headings_of_its_points():
    (first, _), _ = topics_of(BODY)
    lines = [one.text for one in first.lines]
    assert lines.index("抓审批") < lines.index("抓融资")
    assert "抓审批" not in [one.text for one in first.everything]


def test_a_goal_is_told_from_a_measure():
    (first, _), _ = topics_of(BODY)
    assert [one.text for one in first.everything if one.is_goal] == ["降低融资成本"]


def test_what_stands_on_another_slide_is_left_out_in_other_company_too():
    (first, _), _ = topics_of(BODY)
    (rest,) = untold([first], ["要建立项目台账，按月调度进度，让企业得实惠"])
    assert not any("项目台账" in one.text or "得实惠" in one.text for one in rest.everything)


def test_a_line_of_which_a_part_stands_there_is_kept_where_all_is_to_be_said():
    (first, _), _ = topics_of(BODY)
    line = max(first.everything, key=lambda one: len(one.text)).text
    (rest,) = untold([first], [line[:4]], wholly=True)
    assert rest == first
    (rest,) = untold([first], [line[:4]])
    assert line not in [one.text for one in rest.everything]


def test_the_same_words_are_said_where_they_are_said_first():
    found, _ = topics_of("一、抓项目\n要加强组织领导。\n二、抓落实\n要加强组织领导。要严格考核奖惩。")
    first, second = once(found)
    assert [one.text for one in first.sayings] == ["要加强组织领导"]
    assert [one.text for one in second.sayings] == ["要严格考核奖惩"]


def test_a_line_is_taken_out_wherever_below_it_stands():
    (first, _), _ = topics_of(BODY)
    gone = first.below[0].sayings
    assert not set(gone) & set(without(first, gone).everything)


def test_a_speech_without_sections_is_one_topic_without_heading():
    topic = outside(brief_of(under("教师是立教之本。要苦练教学基本功，上好每一堂课。")))
    assert (topic.heading, topic.below) == ("", ())
    assert "要苦练教学基本功" in "".join(one.text for one in topic.sayings)


def test_a_longer_line_asks_for_more_room_and_a_light_one_for_none():
    (first, _), _ = topics_of(BODY)
    for one in first.everything:
        assert (one.demand > 0) is (one.weight > 1.1)
