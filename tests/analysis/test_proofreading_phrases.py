"""The facts about set phrases: what is right passes, what is said to be wrong is found."""

import pytest

from reportgen.analysis.proofreading import proofread
from reportgen.analysis.proofreading.phrases import distance, facts
from reportgen.analysis.proofreading.typos import table
from reportgen.outline import parse
from reportgen.readers.files import parse_bytes


def rules(sentence):
    text = f"在推进会上的讲话\n同志们：\n我们要学习{sentence}，抓好落实。\n"
    found = proofread(parse(parse_bytes(text.encode(), "x.txt", "x")))
    return {one.rule for one in found if one.rule.startswith(("phrase", "typo"))}


@pytest.mark.parametrize("head", facts().heads, ids=lambda head: head.name)
def test_the_right_head_passes(head):
    assert rules(f"“{head.name}”{head.right}") == set()


@pytest.mark.parametrize("known", facts().members, ids=lambda known: known.name)
def test_members_in_their_order_pass_and_others_do_not(known):
    first, second, *rest = known.members
    assert rules("、".join(known.members)) == set()
    assert "phrase-order" in rules("、".join([second, first, *rest]))


@pytest.mark.parametrize("phrase", facts().fixed, ids=lambda phrase: phrase.text)
def test_a_fixed_phrase_passes_and_one_with_a_slip_does_not(phrase):
    assert rules(phrase.text) == set()
    assert all(rules(also) == set() for also in phrase.also)
    middle = len(phrase.bare) // 2
    assert rules(phrase.bare[:middle] + "某" + phrase.bare[middle + 1 :])


@pytest.mark.parametrize("counted", facts().counted, ids=lambda counted: counted.right)
def test_the_right_number_passes(counted):
    assert rules(f"“{counted.right}”") == set()


def test_no_right_word_is_a_typo():
    right, pattern = table()
    assert not [word for word in right.values() if pattern.search(word)]
    assert all(pattern.search(wrong) for wrong in right)


@pytest.mark.parametrize(
    ("one", "other", "away"),
    [("甲乙丙", "甲乙丙", 0), ("甲乙丙", "甲丙", 1), ("甲乙丙", "丙乙甲", 2), ("甲乙", "丙丁戊", 3)],
)
def test_distance(one, other, away):
    assert distance(one, other, 2) == away
