"""What is to be done and what for: sentences with what should be found in them."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acting import by_form
from golden import blocks
from reportgen.analysis import Kind
from reportgen.analysis.clauses import sentences
from reportgen.analysis.sorting import sort_clauses
from speech import source_of

FIXTURE = Path(__file__).parents[1] / "fixtures" / "analysis" / "measures.txt"


def cases():
    for _, sentence, expected in blocks(FIXTURE):
        yield pytest.param(sentence, expected, id=sentence[:12])


@pytest.mark.parametrize(("sentence", "expected"), list(cases()))
def test_measures_and_goals_are_those_a_reader_would_mark(sentence, expected, golden):
    _, measures, goals = by_form(sentence)
    done = {Kind.DONE: "|已做", Kind.STANCE: "|表态", Kind.TODO: ""}
    lines = [(one.line.start, f"举措|{one.line.text}{done[one.kind]}") for one in measures]
    lines += [(one.line.start, f"目标|{one.line.text}") for one in goals]
    golden(expected, [line for _, line in sorted(lines)])


CLAUSES = [
    "建立工作台账",
    "按照上级要求",
    "让群众满意",
    "提升服务水平",
    "存在不足",
    "天气很好",
    "完成了整改",
    "抓好",
]
CLAUSES += ["围绕中心工作", "以考促学", "要深入排查隐患", "“一网通办”改革", "把责任落实到人", "确保取得实效"]
texts = st.lists(
    st.tuples(st.sampled_from(CLAUSES), st.sampled_from("，，，；。、")).map("".join), max_size=15
).map("".join) | st.text(max_size=80)


@given(texts)
def test_what_is_found_stands_in_the_text_and_nothing_is_found_twice(text):
    source, measures, goals = by_form(text)
    spans = sorted((span.start, span.end) for one in (*measures, *goals) for span in one.line.spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for one in (*measures, *goals):
        for passage in one.line.passages:
            assert source.text[passage.span.start : passage.span.end] == passage.text
        assert one.line.text


@given(texts)
def test_every_clause_is_of_one_sort(text):
    source = source_of(text)
    for clauses in sentences([source.passage(0, len(text))]):
        assert len(sort_clauses(clauses)) == len(clauses)
