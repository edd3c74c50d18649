"""Times by which something is to be done: read whole, or not at all."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import rows
from reportgen.analysis.stated import Bound, times

FIXTURE = Path(__file__).parents[1] / "fixtures" / "analysis" / "times.txt"
NAMES = {
    Bound.BY: "限期",
    Bound.END: "期末",
    Bound.LENGTH: "时长",
    Bound.SPAN: "起止",
    Bound.OFTEN: "周期",
    Bound.NONE: "非限期",
}
CASES = [(words, expected) for (words,), expected in rows(FIXTURE, " →")]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_a_time_is_read_as_far_as_it_reaches(words, expected, golden):
    found = [f" {NAMES[one.bound]} {words[one.start : one.end]}" for one in times(words)]
    golden(expected, ["".join(found)])


PIECES = [
    "今",
    "明",
    "每",
    "年",
    "月",
    "日",
    "底",
    "前",
    "内",
    "三",
    "6",
    "30",
    "至",
    "季度",
    "个",
    "2026",
    "完成",
    "半",
    "“十四五”",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_times_stand_one_behind_the_other(text):
    found = times(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= following.start for one, following in pairwise(found))


@given(
    st.sampled_from([words for words, _ in CASES[:40]]),
    st.sampled_from("三每明今去二十0"),
)
def test_nothing_is_torn_off_a_longer_time(words, before):
    found = [one for one in times(before + words) if one.is_deadline]
    assert all(one.start == 0 for one in found)
