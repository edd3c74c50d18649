"""What is to be done and what for: sentences with what should be found in them."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import blocks
from reportgen.analysis import Kind
from reportgen.analysis.clauses import sentences
from reportgen.analysis.measures import measures_and_goals
from reportgen.analysis.sorting import sort_clauses
from speech import source_of

FIXTURE = Path(__file__).parents[1] / "fixtures" / "analysis" / "measures.txt"


def cases():
    for _, sentence, expected in blocks(FIXTURE):
        yield pytest.param(sentence, expected, id=sentence[:12])


def found(text):
    """The measures and goals of a text with where they stand."""
    source = source_of(text)
    return source, *measures_and_goals([source.passage(0, len(text))])


@pytest.mark.parametrize(("sentence", "expected"), list(cases()))
def test_measures_and_goals_are_those_a_reader_would_mark(sentence, expected, golden):
    _, measures, goals = found(sentence)
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
    source, measures, goals = found(text)
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


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("新建食堂一百家。推行智慧结算。", [Kind.DONE, Kind.DONE]),
        # A lesson of the past is no task; what is to be done this year is one, and so is what follows it.
        ("新建食堂一百家。必须坚持普惠定价。", [Kind.DONE, Kind.STANCE]),
        ("新建食堂一百家。今年要新建食堂五十家。推行智慧结算。", [Kind.DONE, Kind.TODO, Kind.TODO]),
    ],
)
def test_in_an_account_of_the_past_only_what_lies_ahead_is_to_be_done(text, kinds):
    source = source_of(text)
    measures, _ = measures_and_goals([source.passage(0, len(text))], past=True)
    assert [measure.kind for measure in measures] == kinds
