"""Who is to do what by when: paragraphs with their measures, owners and deadlines."""

from pathlib import Path

import pytest

from acting import by_form
from golden import blocks
from reportgen.analysis import Kind

FIXTURE = Path(__file__).parents[1] / "fixtures" / "analysis" / "stated.txt"


def cases():
    for _, text, expected in blocks(FIXTURE):
        yield pytest.param(text, expected, id=text[:12])


def measures_of(text):
    source, measures, _ = by_form(text)
    return source, measures


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_owner_and_deadline_stand_on_the_measures_that_they_govern(text, expected, golden):
    _, measures = measures_of(text)
    golden(expected, [f"{one.line}|{one.owner or ''}|{one.deadline or ''}" for one in measures])


@pytest.mark.parametrize("text", [case.values[0] for case in cases()])
def test_both_are_words_of_the_speech_at_their_place(text):
    source, measures = measures_of(text)
    for one in measures:
        for line in filter(None, (one.owner, one.deadline)):
            (passage,) = line.passages
            assert source.text[passage.span.start : passage.span.end] == passage.text == line.text


def test_a_name_that_a_line_break_parts_is_printed_whole_and_keeps_its_place():
    text = "县发展和\n改革局要在年内完成储备库建设。"
    _, (measure,) = measures_of(text)
    assert (measure.owner.text, measure.owner.start, measure.owner.end) == ("县发展和改革局", 0, 8)


def test_what_was_done_and_what_somebody_holds_has_neither():
    text = "县财政局已于6月底前兑付了补贴资金。坚决拥护县委决定，年底前见效。"
    _, measures = measures_of(text)
    assert all(one.owner is one.deadline is None for one in measures if one.kind is not Kind.TODO)
