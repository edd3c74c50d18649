"""Numerals: both ways, of any size."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.numerals import FIGURES, ORDINAL, Signs, han_number, han_value


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


FINANCIAL = Signs("零壹贰叁肆伍陆柒捌玖", "拾佰仟", one_ten=True)
JAPANESE = Signs("〇一二三四五六七八九", "十百千", "万億", bare=True)


@pytest.mark.parametrize(
    ("number", "financial", "japanese"),
    [
        (10, "壹拾", "十"), (11, "壹拾壹", "十一"), (100, "壹佰", "百"), (101, "壹佰零壹", "百一"),
        (1010, "壹仟零壹拾", "千十"), (2026, "贰仟零贰拾陆", "二千二十六"), (10_000, "壹万", "一万"),
        (110_001, "壹拾壹万零壹", "十一万一"), (10**8 + 5, "壹亿零伍", "一億五"), (0, "零", "〇"),
    ],
)  # fmt: skip
def test_other_signs_have_habits_of_their_own(number, financial, japanese):
    assert han_number(number, FINANCIAL) == financial
    assert han_number(number, JAPANESE) == japanese
    assert han_value(financial) == han_value(japanese) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三百万", 3_000_000), ("两亿", 200_000_000), ("一亿二千万", 120_000_000), ("十万八千", 108_000),
        ("万", 10_000), ("亿", 10**8), ("一萬", 10_000), ("三億", 3 * 10**8), ("廿", 0), ("第３章", 3),
        ("2025年", 2025), ("二○二五", 2025), ("一九四九", 1949), ("贰拾", 20), ("伍仟万元", 50_000_000),
    ],
)  # fmt: skip
def test_what_else_texts_say(text, number):
    assert han_value(text) == number


@given(st.integers(min_value=0, max_value=10**30))
def test_a_plain_numeral_is_made_of_figures_and_holds_no_two_zeros(number):
    text = han_number(number)
    assert set(text) <= set(FIGURES)
    assert "零零" not in text
    assert number == 0 or not text.endswith("零")
    assert not text.startswith("一十")


@given(st.integers(min_value=1, max_value=9999))
def test_every_number_that_counts_headings_is_an_ordinal_whole(number):
    assert re.fullmatch(ORDINAL, han_number(number))


@given(st.integers(min_value=0, max_value=10**20))
def test_digits_of_either_width_say_the_same(number):
    wide = str(number).translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    assert han_value(wide) == han_value(str(number)) == number


@given(st.text("零一二三十百千万亿两〇○年个", max_size=12))
def test_any_row_of_figures_says_some_number(text):
    assert han_value(text) >= 0


@pytest.mark.parametrize("text", ["百", "千", "万", "亿", "零", "十个", "一十二三四五", "甲"])
def test_what_counts_no_heading_is_no_ordinal(text):
    assert not re.fullmatch(ORDINAL, text)
