"""Of each sentence the run of clauses that weighs most; long lines shortened to such a run."""

import pytest

from deckplans import SPEECHES, read_brief_of
from reportgen.analysis import Editorial, Excerpt
from reportgen.analysis.clauses import sentences
from reportgen.analysis.statements import STATEMENT_LIMIT, says_something, statements, weightiest_run
from reportgen.analysis.weights import Weights
from reportgen.source import Span
from speech import said_under

BODY = "春耕工作事关全年粮食生产，全县上下高度重视，各乡镇行动迅速。天气正在转暖。"


def sentence(text):
    brief = said_under(f"一、抓春耕\n{text}")
    (node,) = brief.document.nodes
    return list(sentences(node.body))


def text_before(clauses):
    return clauses[0][0].passage.span.start


def test_the_clause_that_weighs_most_is_said():
    said = sentence(BODY)
    start = text_before(said) + BODY.index("各乡镇行动迅速")
    weights = Weights((0, start, start + 7), (1.0, 9.0, 1.0))
    first, *_ = statements(said, weights, [])
    assert "各乡镇行动迅速" in first.text


def test_what_measures_say_is_not_said_again():
    said = sentence(BODY)
    start = text_before(said)
    told = [Span(start, start + 12)]
    for one in statements(said, Weights((0,), (1.0,)), told):
        assert all(span.start >= start + 12 for span in one.spans)


def test_what_weighs_little_is_not_said():
    assert list(statements(sentence(BODY), Weights((0,), (0.1,)), [])) == []


@pytest.mark.parametrize("name", SPEECHES)
def test_statements_are_whole_clauses_of_two_lines_at_most(name):
    for part in read_brief_of(name).walk():
        for one in part.statements:
            assert len(one.text) <= STATEMENT_LIMIT
            assert isinstance(one, Excerpt)


def test_a_short_line_and_an_editors_stay_as_they_are():
    line = next(statements(sentence(BODY), Weights((0,), (1.0,)), []))
    assert weightiest_run(line, 99, Weights()) == line
    assert weightiest_run(Editorial("打赢硬仗"), 99, Weights()) == Editorial("打赢硬仗")
    assert weightiest_run(Editorial("打赢硬仗" * 9), 10, Weights()) is None


@pytest.mark.parametrize("name", SPEECHES)
def test_a_line_is_shortened_to_a_run_of_its_own_clauses(name):
    brief = read_brief_of(name)
    for part in brief.walk():
        for one in (*part.measures, *part.goals):
            if isinstance(one.line, Excerpt) and len(one.line.text) > 20:
                run = weightiest_run(one.line, 20, brief.weights)
                assert run is None or (len(run.text) <= 20 and one.line.start <= run.start < one.line.end)


def test_a_line_with_a_predicate_may_head_a_slide():
    (part,) = said_under("一、抓春耕\n要建立种子储备制度。").parts
    assert says_something(part.measures[0].line)
    assert not says_something(next(statements(sentence(BODY), Weights((0,), (1.0,)), [])))
    assert says_something(Editorial("打赢硬仗"))
