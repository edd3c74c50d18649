"""Where headings break, and which breaks tear a word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.analysis.segmentation import PLAIN
from reportgen.planning.breaks import break_heading, is_torn
from reportgen.planning.lines import text_width, wrap

WORDS = [
    "推进",
    "产业",
    "转型升级",
    "，",
    "构建",
    "现代化",
    "体系",
    "“放管服”",
    "5G",
    "、",
    "和",
    "的",
    "改革",
]
headings = st.lists(st.sampled_from(WORDS), min_size=1, max_size=24).map("".join)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("强化保障", 10, ("强化保障",)),
        ("突出知行合一，在深学笃行中把准方向", 12, ("突出知行合一，", "在深学笃行中把准方向")),
        ("扎实推进产业转型升级", 6, ("扎实推进", "产业转型升级")),
        ("  强化保障  ", 10, ("强化保障",)),
    ],
)
def test_a_heading_breaks_behind_a_mark_or_a_word(text, width, lines):
    assert break_heading(text, width, PLAIN) == lines


@settings(deadline=None, max_examples=60)
@given(headings, st.integers(8, 20))
def test_a_heading_loses_nothing_and_no_line_is_too_wide(text, width):
    lines = break_heading(text, width, PLAIN)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line) <= width for line in lines)


@settings(deadline=None, max_examples=60)
@given(headings, st.integers(8, 20))
def test_breaking_is_the_same_each_time(text, width):
    assert break_heading(text, width, PLAIN) == break_heading(text, width, PLAIN)


@settings(deadline=None, max_examples=60)
@given(headings)
def test_what_fits_on_one_line_stays_there(text):
    assert break_heading(text, text_width(text) + 0.1, PLAIN) == (text,)


def test_a_text_that_is_no_heading_breaks_where_it_is_full():
    text = "推进产业转型升级" * 80
    assert break_heading(text, 10, PLAIN) == tuple(wrap(text, 10))


@pytest.mark.parametrize(
    ("lines", "torn"),
    [
        (["推进产业转型", "升级"], False),
        (["推进产", "业转型升级"], True),
        (["推进产业转型升级"], False),
        ([], False),
        (["推进 产", "业"], True),
    ],
)
def test_a_word_over_the_end_of_a_line_is_torn(lines, torn):
    assert is_torn(lines) is torn
