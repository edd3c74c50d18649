"""Page numbers copied along with a text."""

import pytest

from reportgen.readers.page_numbers import blank_page_numbers

ROWS = [f"第{at}句话，说明情况。" for at in "一二三四五六七八九十"]


def paged(*numbers):
    return "\n".join("\n".join([*ROWS, number]) for number in numbers)


@pytest.mark.parametrize(
    "form",
    ["— {} —", "- {} -", "－{}－", "第 {} 页", "第{}页 共9页", "{}/9", "  {}", "{}"],
)
def test_page_numbers_become_blank_and_offsets_stay(form):
    numbers = [form.format(number) for number in (3, 4, 5)]
    text = paged(*numbers)
    out = blank_page_numbers(text)
    assert len(out) == len(text)
    assert [line.strip() for line in out.split("\n")] == [*ROWS, ""] * 3


def test_page_numbers_of_a_traditional_text_become_blank():
    rows = ["這句話說明情況。"] * 10
    lines = blank_page_numbers("\n".join([*rows, "第 3 頁，共 9 頁", *rows])).split("\n")
    assert [line.strip() for line in lines] == [*rows, "", *rows]


@pytest.mark.parametrize(
    "text",
    [
        "要点\n1\n2\n3\n4",
        paged("3"),
        paged("3", "5"),
        paged("2023", "2025"),
        "— 第一 —",
        "1. 加强学习",
        "3—5",
    ],
)
def test_other_numbers_stay(text):
    assert blank_page_numbers(text) == text
