"""Who can be told to act, where a word of duty follows: names, and lists in which every word is needed."""

from pathlib import Path

import pytest

from golden import rows
from reportgen.analysis.stated import agents
from reportgen.analysis.stated.subjects import shown

FIXTURE = Path(__file__).parents[1] / "fixtures" / "analysis" / "agents.txt"
CASES = [(name.strip(), expected) for (name,), expected in rows(FIXTURE, " →")]


def answer(name):
    return "是" if agents.is_agent(name) else "否"


def answers():
    """Whether each name is one by itself, and whether its predicate can make it one."""
    return [(agents.is_agent(name), shown(f"{name}负责把关")) for name, _ in CASES]


@pytest.mark.parametrize(("name", "expected"), CASES)
def test_a_name_is_one_who_can_act_or_not(name, expected, golden):
    golden(expected, [f" {answer(name)}"])


@pytest.mark.parametrize(
    ("table", "word"), [(table, word) for table, words in agents.words().items() for word in words]
)
def test_no_word_without_an_example_that_needs_it(table, word, monkeypatch):
    known, before = agents.words(), answers()
    without = known | {table: tuple(one for one in known[table] if one != word)}
    monkeypatch.setattr(agents, "words", lambda: without)
    caches = (agents.is_agent, agents._whole, agents._ends)
    for cached in caches:
        cached.cache_clear()
    try:
        assert answers() != before
    finally:
        for cached in caches:
            cached.cache_clear()
