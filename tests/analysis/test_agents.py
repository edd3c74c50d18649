"""Who can be told to act, where a word of duty follows: names, described names and lists of them."""

from pathlib import Path

import pytest

from golden import rows
from reportgen.analysis.lexicon import lists
from reportgen.analysis.stated import agents

FIXTURE = Path(__file__).parents[1] / "fixtures" / "analysis" / "agents.txt"
CASES = [(name.strip(), expected) for (name,), expected in rows(FIXTURE, " →")]


def examples(table):
    return lists()[f"agents.{table}"].examples


def answer(name):
    return "是" if agents.is_agent(name) else "否"


@pytest.mark.parametrize(("name", "expected"), CASES)
def test_a_name_is_one_who_can_act_or_not(name, expected, golden):
    golden(expected, [f" {answer(name)}"])


@pytest.mark.parametrize("table", ["heads", "whole", "latin"])
def test_what_the_lexicon_shows_as_a_name_is_one_who_can_act(table):
    assert [one.clause for one in examples(table) if not agents.is_agent(one.clause)] == []


@pytest.mark.parametrize("table", ["things", "nobody"])
def test_what_the_lexicon_shows_as_a_thing_or_as_nobody_cannot_act(table):
    assert [one.clause for one in examples(table) if agents.is_agent(one.clause)] == []
