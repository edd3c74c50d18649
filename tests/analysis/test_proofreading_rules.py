"""The table of rules, and how they are run: chosen, folded, in the order of the text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs import findings
from reportgen.analysis.proofreading import RULES
from reportgen.errors import Severity

FAULTY = (
    "要抓落实，，见实效。。\n"
    "要弘扬“三牛精神，4月31日前完成投资３０亿元，引进Ｃ类人才20人,比上年多。\n"
    "成本下降了2倍，这三、四十个项目要抓紧，我们的的工作要布署好。\n"
    "联系手机13812345678。\n"
)
NAMES = [rule.name for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_looks_for_and_on_what_ground(rule):
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.name)
    assert re.search("[\u4e00-\u9fff]", rule.title)
    assert rule.evidence.strip()
    assert rule.basis.strip()
    assert isinstance(rule.severity, Severity)


@pytest.mark.parametrize("what", ["name", "title", "find"])
def test_no_two_rules_are_alike(what):
    values = [getattr(rule, what) for rule in RULES]
    assert len(set(values)) == len(values)


def test_what_nobody_could_mean_is_an_error_and_a_habit_is_none():
    grave = {rule.name for rule in RULES if rule.severity is Severity.ERROR}
    assert {"impossible-date", "unpaired-mark", "typo", "doubled-mark", "repeated-paragraph"} <= grave
    assert not any(rule.folded for rule in RULES if rule.severity is Severity.ERROR)


def test_places_come_in_the_order_of_the_text():
    _, found = findings(FAULTY)
    places = [(one.span.start, one.span.end) for one in found]
    assert places == sorted(places)
    assert len({one.rule for one in found}) > 9


@settings(deadline=None, max_examples=60)
@given(st.sets(st.sampled_from(NAMES)))
def test_the_rules_chosen_find_what_they_find_among_all(chosen):
    _, whole = findings(FAULTY)
    _, some = findings(FAULTY, *chosen) if chosen else (None, ())
    assert some == tuple(one for one in whole if one.rule in chosen)


def test_a_rule_that_nobody_knows_finds_nothing():
    assert findings(FAULTY, "no-such-rule")[1] == ()


def test_a_finding_bears_the_gravity_of_its_rule():
    gravity = {rule.name: rule.severity for rule in RULES}
    assert all(one.severity is gravity[one.rule] for one in findings(FAULTY)[1])


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (4, 4), (5, 5), (6, 1), (40, 1)])
def test_a_habit_is_told_once_where_it_is_everywhere(count, shown):
    text = "要抓好落实,见到实效。今年任务很重。\n" * count
    _, found = findings(text, "half-width-mark")
    assert len(found) == shown
    assert ("（全文同类共" in found[0].message) == (count > 5)


def test_where_a_habit_is_told_once_it_is_told_at_its_first_place():
    text = "要抓好落实。\n" + "要抓好落实,见到实效。\n" * 8
    source, (one,) = findings(text, "half-width-mark")
    assert source.place(one.span.start).line == 4
    assert one.message == "中文里用了半角“,”（全文同类共 8 处，只标第一处）"
    assert one.suggestion == "改为“，”"


def test_a_fault_that_is_no_habit_is_told_at_each_place():
    _, found = findings("要布署好。\n" * 9, "typo")
    assert len(found) == 9


@pytest.mark.parametrize("head", ["", "在推进会上的讲话\n", "在推进会上的讲话\n\n各位代表：\n"])
def test_a_fault_is_found_whatever_stands_before_it(head):
    source, found = findings("要抓好落实，，见到实效。\n要守住底线。\n", "doubled-mark", head=head)
    assert [source.text[one.span.start : one.span.end] for one in found] == ["，，"]


def test_a_message_is_one_line_without_a_stop_at_its_end():
    _, found = findings(FAULTY)
    assert not [one for one in found if "\n" in one.message + one.suggestion or one.message.endswith("。")]
