"""Who is told to act: clauses with the name that stands in them, and names by single words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import rows
from reportgen.analysis.lexicon import lists
from reportgen.analysis.stated import named, owners

FIXTURE = Path(__file__).parents[1] / "fixtures" / "analysis" / "owners.txt"
CASES = [(clause, expected) for (clause,), expected in rows(FIXTURE, " →")]


def examples(table):
    return lists()[f"owners.{table}"].examples


def name_in(clause):
    found = named(clause)
    return clause[found.start : found.end] if found else ""


@pytest.mark.parametrize(("clause", "expected"), CASES)
def test_the_name_is_read_whole_or_not_at_all(clause, expected, golden):
    golden(expected, [f" {name_in(clause)}".rstrip()])


@pytest.mark.parametrize("table", ["organs", "roles", "places"])
def test_what_the_lexicon_shows_as_a_name_is_one(table):
    assert [one.clause for one in examples(table) if not owners.is_name(one.clause)] == []


@pytest.mark.parametrize("table", ["none", "acted_on"])
def test_what_the_lexicon_shows_as_none_is_none(table):
    assert [one.clause for one in examples(table) if owners.is_name(one.clause)] == []


@given(
    st.lists(
        st.sampled_from(
            ["各", "县", "局", "部门", "由", "要", "牵头", "、", "和", "的", "我", "6月底前", "企业"]
        ),
        max_size=40,
    )
)
def test_a_name_is_some_words_of_its_clause(pieces):
    clause = "".join(pieces)
    found = named(clause)
    assert found is None or (0 <= found.start < found.end <= found.rest <= len(clause))
