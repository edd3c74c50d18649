"""Numberings: they go on beyond a hundred, in every dress."""

import pytest

from reportgen.analysis.proofreading import proofread
from reportgen.numerals import han_number
from reportgen.outline import parse
from reportgen.outline.numbering import LAST, match_marker
from speech import source_of

MARKERS = {
    "一、": lambda n: f"{han_number(n)}、",
    "（一）": lambda n: f"（{han_number(n)}）",
    "第一部分": lambda n: f"第{han_number(n)}部分\u3000",
    "第一章": lambda n: f"第{han_number(n)}章 ",
    "1.": lambda n: f"{n}. ",
    "（1）": lambda n: f"（{n}）",
    "一○一、 as Word counts": lambda n: f"{han_number(n) if n < 100 else word_number(n)}、",
}


def word_number(number):
    return "".join("○一二三四五六七八九"[int(digit)] for digit in str(number))


def speech(marker, count):
    lines = (f"{marker(n)}抓好工作的第{n}类" for n in range(1, count + 1))
    return (
        "在工作会议上的讲话\n\n同志们：\n"
        + "\n要扎实推进各项工作，确保取得实效。\n".join(lines)
        + "\n要坚决完成任务。\n"
    )


@pytest.mark.parametrize("marker", MARKERS.values(), ids=MARKERS)
def test_a_numbering_goes_on_beyond_a_hundred(marker):
    text = speech(marker, 123)
    document = parse(source_of(text))
    assert [str(node.marker) for node in document.nodes] == [marker(n).strip() for n in range(1, 124)]
    assert not document.diagnostics
    assert not [one for one in proofread(document) if one.rule == "numbering"]


@pytest.mark.parametrize("number", [1, 10, 21, 99, 100, 101, 110, 999])
@pytest.mark.parametrize("marker", MARKERS.values(), ids=MARKERS)
def test_a_marker_says_its_number(marker, number):
    text = f"{marker(number)}抓落实"
    found = match_marker(text, 0, len(text))
    assert found
    assert found.value == number


def test_the_last_item_is_no_number_of_a_heading():
    found = match_marker("最后，抓落实", 0, 6)
    assert found
    assert found.value == LAST > 9999


@pytest.mark.parametrize(
    "text", ["一百多个项目要落地", "二百四十三人参加", "一千零一夜的故事", "2024、2025两年", "百、千、万"]
)
def test_a_count_is_no_numbering(text):
    assert match_marker(text, 0, len(text)) is None
