"""What words weigh: the weights of the clauses that they stand in, by their share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.analysis.weights import Weights
from reportgen.source import Span

WEIGHTS = Weights((0, 10, 20), (1.0, 3.0, 0.5))


@pytest.mark.parametrize(
    ("spans", "weight"),
    [
        ([Span(0, 10)], 1.0),
        ([Span(10, 20)], 3.0),
        ([Span(12, 15)], 3.0),
        ([Span(5, 15)], 2.0),
        ([Span(0, 10), Span(10, 20)], 2.0),
        ([Span(20, 40)], 0.5),
        ([], 0.0),
        ([Span(5, 5)], 0.0),
    ],
)
def test_each_character_counts_as_its_clause_weighs(spans, weight):
    assert WEIGHTS.of(spans) == pytest.approx(weight)


def test_what_stands_before_the_first_clause_weighs_nothing():
    assert Weights((10,), (2.0,)).of([Span(0, 10)]) == 0
    assert Weights((10,), (2.0,)).of([Span(0, 20)]) == pytest.approx(1.0)


def test_without_weights_nothing_weighs():
    assert Weights().of([Span(0, 10)]) == 0


@given(st.integers(0, 40), st.integers(1, 20))
def test_no_words_weigh_more_than_the_heaviest_clause(start, length):
    assert 0 <= WEIGHTS.of([Span(start, start + length)]) <= 3.0
