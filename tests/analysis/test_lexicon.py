"""The words of the analysis: each is shown by an example, and hardly one is idle."""

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

from reportgen.analysis.heads import head
from reportgen.analysis.lexicon import Example, LexiconError, inside, lists, pattern, read, words

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
tool = import_module("lexicon")
LISTS = lists()
GOOD = """
[tools]
says = "what one digs with"
any = "铲 铁铲 锹"
longest = true
frame = "用{}$"
examples = "用铲 用铁铲→用铁铲 用锹"
others = "铁铲"
"""


@pytest.mark.parametrize("name", LISTS)
def test_every_example_is_found_and_no_counter_example_is(name):
    assert tool.faults(LISTS[name]) == []


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_examples_and_counter_examples_and_each_word_once(name):
    one = LISTS[name]
    assert one.examples
    assert one.others
    assert len(set(one.alternatives)) == len(one.alternatives)
    assert len(set(one.examples)) == len(one.examples)


def test_hardly_a_word_goes_that_no_example_would_miss(capsys):
    assert tool.main([]) == 0
    told = capsys.readouterr().out.splitlines()[-1]
    total, idle = map(int, re.search(r"(\d+) alternatives .* (\d+) unnoticed", told).groups())
    assert total > 3000
    assert idle <= total * tool.MOST_UNNOTICED


@pytest.mark.parametrize("example", LISTS["verbs.verbs"].examples)
def test_the_verb_of_an_example_is_what_the_clause_comes_to(example):
    verb = pattern("verbs.verbs").match(example.clause)[0]
    found = head(example.clause)
    assert found is not None
    assert (found.verb, found.start) == (verb, 0)


def test_a_list_gives_words_in_order_and_the_longest_first_where_it_says_so():
    (one,) = read("x", GOOD).values()
    assert one.name == "x.tools"
    assert one.alternatives == ("铲", "铁铲", "锹")
    assert one.inside == "铁铲|铲|锹"
    assert one.framed == "用(?:铁铲|铲|锹)$"
    assert one.examples[1] == Example("用铁铲", "用铁铲")


def test_a_list_may_name_one_above_it():
    two = '[both]\nsays = "x"\nany = "@tools 手"\nexamples = "用铲"\n'
    assert read("x", GOOD + two)["x.both"].framed == "(?:(?:用(?:铁铲|铲|锹)$)|手)"


def test_another_frame_may_stand_around_the_same_words():
    assert pattern("agents.latin", "^{}$").pattern == f"^(?:{inside('agents.latin')})$"
    assert "IT" in words("agents.latin")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('says = "what one digs with"', ""), "x.tools: no says"),
        (("longest", "shortest"), "x.tools: strange shortest"),
        (("true", '"yes"'), "x.tools: strange longest"),
        (("用{}$", "用$"), "x.tools: the frame has no {}"),
        (("铲 铁铲 锹", "铲 (锹"), "x.tools: no regular expression: "),
        (("铲 铁铲 锹", "@spades 锹"), "x.tools: no list above it is named spades"),
    ],
)
def test_a_list_that_cannot_be_read_is_named(change, told):
    with pytest.raises(LexiconError, match=re.escape(told)):
        read("x", GOOD.replace(*change))


def test_a_word_that_no_example_would_miss_is_told():
    loose = GOOD.replace("→用铁铲", "").replace('"铁铲"', '"手"').replace("用{}$", "{}$")
    (one,) = read("x", loose).values()
    idle = [loss.lost for loss in tool.losses(one) if not tool.faults(loss.left)]
    assert idle == ["铁铲"]


def test_what_an_example_does_not_hold_is_told():
    (one,) = read("x", GOOD.replace("用铁铲→用铁铲", "用铁铲→铁铲").replace('"铁铲"', '"用铲"')).values()
    assert tool.faults(one) == ["用铁铲→用铁铲", "用铲"]


@pytest.mark.parametrize(
    ("expression", "shorter"),
    [
        ("a", []),
        ("a|b", ["b", "a"]),
        ("(?:a|b|c)d", ["(?:b|c)d", "(?:a|c)d", "(?:a|b)d"]),
        ("x(?!a|b)", ["x(?!b)", "x(?!a)"]),
        (
            "(?<!a)(?P<v>a|(?:b|c))",
            ["(?<!a)(?P<v>a|(?:c))", "(?<!a)(?P<v>a|(?:b))", "(?<!a)(?P<v>(?:b|c))", "(?<!a)(?P<v>a)"],
        ),
        (r"[(|]\|a", []),
    ],
)
def test_each_branch_is_taken_out_at_any_depth(expression, shorter):
    assert [left for _, left in tool.shortened(expression)] == shorter
