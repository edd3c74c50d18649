"""Numerals: both ways, of any size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.numerals import Signs, han_number, han_value


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"), (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"),
        (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"), (1000, "一千"), (1001, "一千零一"),
        (1010, "一千零一十"), (9999, "九千九百九十九"), (10_000, "一万"), (10_030, "一万零三十"),
        (100_000, "十万"), (1_000_001, "一百万零一"), (10**8, "一亿"), (10**8 + 10**4, "一亿零一万"),
        (10**12, "一万亿"), (10**16, "一亿亿"), (10**16 + 5 * 10**8, "一亿零五亿"),
    ],
)  # fmt: skip
def test_numbers_as_they_are_written(number, text):
    assert han_number(number) == text
    assert han_value(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("二〇二六", 2026), ("一○一", 101), ("两", 2), ("两百五十", 250), ("一百一", 101), ("百", 100),
        ("第十二章", 12), ("（三）", 3), ("１２．", 12), ("12.", 12), ("壹佰零贰", 102), ("首先", 0), ("", 0),
    ],
)  # fmt: skip
def test_what_texts_say(text, number):
    assert han_value(text) == number


@given(st.integers(min_value=0, max_value=10**60))
def test_what_is_written_is_read_again(number):
    assert han_value(han_number(number)) == number


@given(st.integers(min_value=1, max_value=10**30))
def test_dressed_numerals_are_read_again(number):
    assert han_value(han_number(number, Signs("零壹贰叁肆伍陆柒捌玖", "拾佰仟", one_ten=True))) == number
    assert han_value(han_number(number, Signs("〇一二三四五六七八九"))) == number


@given(st.lists(st.integers(min_value=0, max_value=10**12), min_size=2, max_size=2, unique=True))
def test_no_two_numbers_are_written_alike(numbers):
    first, second = map(han_number, numbers)
    assert first != second


def test_a_number_of_many_figures_has_a_numeral():
    assert han_value(han_number(10**2000 + 7)) == 10**2000 + 7


def test_nothing_is_counted_below_none():
    with pytest.raises(ValueError, match="negative"):
        han_number(-1)
