"""Who is told to act: clauses with the name that stands in them, and a list in which every word is needed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import rows
from reportgen.analysis.stated import named, owners

FIXTURE = Path(__file__).parents[1] / "fixtures" / "analysis" / "owners.txt"
CASES = [(clause, expected) for (clause,), expected in rows(FIXTURE, " →")]


def name_in(clause):
    found = named(clause)
    return clause[found.start : found.end] if found else ""


@pytest.mark.parametrize(("clause", "expected"), CASES)
def test_the_name_is_read_whole_or_not_at_all(clause, expected, golden):
    golden(expected, [f" {name_in(clause)}".rstrip()])


@pytest.mark.parametrize(
    ("table", "word"), [(table, word) for table, words in owners.words().items() for word in words]
)
def test_no_word_without_an_example_that_needs_it(table, word, monkeypatch):
    known = owners.words()
    without = known | {table: tuple(one for one in known[table] if one != word)}
    monkeypatch.setattr(owners, "words", lambda: without)
    for cached in (owners._strange, owners._names):
        cached.cache_clear()
    try:
        assert any(name_in(clause) != one.text.strip() for clause, one in CASES if word in clause)
    finally:
        for cached in (owners._strange, owners._names):
            cached.cache_clear()


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
