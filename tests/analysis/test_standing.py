"""Which clauses of a sentence read by themselves."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import blocks
from reportgen.analysis.clauses import sentences
from reportgen.analysis.standing import reads_alone, standing_run
from speech import source_of

FIXTURE = Path(__file__).parents[1] / "fixtures" / "analysis" / "standing.txt"


def cases():
    for limit, sentence, expected in blocks(FIXTURE):
        yield pytest.param(sentence, int(limit), expected, id=sentence[:12])


def clauses_of(text):
    source = source_of(text)
    return list(sentences([source.passage(0, len(text))]))


@pytest.mark.parametrize(("sentence", "limit", "expected"), list(cases()))
def test_the_line_reads_by_itself(sentence, limit, expected, golden):
    (clauses,) = clauses_of(sentence)
    run = standing_run(clauses, limit)
    golden(expected, [run.text if run else "-"])


PIECES = [
    "要抓好落实",
    "随着形势变化",
    "如果不改",
    "让群众满意",
    "“一网",
    "通办”",
    "对此",
    "建立台账",
    "（试点）",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7), st.integers(4, 40))
def test_a_line_is_within_its_limit_and_stands_in_the_sentence(pieces, limit):
    sentence = "，".join(pieces) + "。"
    for clauses in clauses_of(sentence):
        run = standing_run(clauses, limit)
        if run is None:
            continue
        assert run.text in sentence
        assert len(run.text) <= limit
        assert run.text.count("“") == run.text.count("”")
        assert not run.text.startswith(("让", "对此"))
        assert "如果不改" not in sentence[: sentence.index(run.text)]


@given(st.text(max_size=80))
def test_any_text_is_judged(text):
    for clauses in clauses_of(text):
        assert reads_alone(clauses) in {True, False}
