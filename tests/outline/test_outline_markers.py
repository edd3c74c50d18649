"""Numberings: they go on beyond a hundred, in every dress."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.analysis.proofreading import proofread
from reportgen.outline import parse
from reportgen.outline.markers import INSIDE, KINDS, LAST, SIGNS, STANDARD, match_marker, opening
from reportgen.planning.markers import bare, marked
from reportgen.source import Source, split_lines
from reportgen.text.numerals import han_number

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
    document = parse(Source("x.txt", "x", text, "", split_lines(text)))
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


CASES = [
    line.split(" | ")
    for line in (Path(__file__).parents[1] / "fixtures" / "markers.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("name", "value", "text"), CASES, ids=[text for _, _, text in CASES])
def test_a_marker_is_of_its_kind_or_none(name, value, text):
    found = match_marker(text, 0, len(text))
    assert (found.kind.name if found else "none") == name
    assert (found.value if found else 0) == int(value)


def test_every_row_has_an_example():
    assert {kind.name for kind in KINDS} == {name for name, _, _ in CASES} - {"none"}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, _, text in CASES if name != "none"])
def test_what_the_table_says_of_lines_and_of_places_inside_fits_its_own_examples(name, text):
    """The nine who ask the table get the answer for the very markers that the row knows."""
    kind = next(one for one in KINDS if one.name == name)
    if kind.inside:
        assert re.match(INSIDE, text)
    if kind.opens:
        assert opening(floating=True).match(text)
        assert bool(opening(floating=False).match(text)) >= (not kind.floats)
    if kind.signs:
        assert re.match(f"[{SIGNS}]", text)


@given(st.integers(1, 9999), st.sampled_from(STANDARD))
def test_what_the_standard_prints_is_read_again(number, kind):
    text = f"{kind.print(number)}抓落实"
    found = match_marker(text, 0, len(text))
    if kind.printed.count("{n}") and number > 999:
        return  # three digits number a heading at most; four are a year
    assert found
    assert (found.kind, found.value) == (kind, number)


def test_the_standard_has_four_levels_in_its_order():
    assert [kind.print(1).strip() for kind in STANDARD] == ["一、", "（一）", "1.", "（1）"]


def test_a_number_above_ten_begins_a_heading_inside_a_paragraph_too():
    """Only the first nineteen were looked for there."""
    items = "".join(f"{han_number(n)}、抓好第{n}项重点工作的落实，确保取得实效。" for n in range(1, 25))
    text = f"在会上的讲话\n\n同志们：\n下面讲几点意见。{items}\n"
    document = parse(Source("x.txt", "x", text, "", split_lines(text)))
    assert [str(node.marker) for node in document.nodes] == [f"{han_number(n)}、" for n in range(1, 25)]


@pytest.mark.parametrize(
    ("marker", "printed"),
    [
        ("第一讲", "第一讲 学习"),
        ("第一章", "第一章 学习"),
        ("一、", "一、学习"),
        ("1.", "1. 学习"),
        ("（一）", "（一）学习"),
        ("", "学习"),
    ],
)
def test_a_heading_stands_behind_its_marker(marker, printed):
    assert marked(marker, "学习") == printed


@pytest.mark.parametrize(("marker", "alone"), [("一、", "一"), ("第一，", "第一"), ("1.", "1."), ("", "")])
def test_a_marker_by_itself_bears_no_mark(marker, alone):
    assert bare(marker) == alone
