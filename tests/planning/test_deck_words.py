"""What slides say of a part: its heading whole, in two pieces or short, its number, its notes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefscript import read_brief, read_case
from reportgen.analysis import Editorial
from reportgen.planning.deck import words
from speech import said_under


def part_of(rows):
    return read_brief(f"T 在会上的讲话\n{rows}").parts[0]


@pytest.mark.parametrize(
    ("heading", "halves", "short"),
    [
        ("压实责任", ("压实责任", ""), "压实责任"),
        ("突出知行合一，在深学笃行中把准方向", ("突出知行合一", "在深学笃行中把准方向"), "突出知行合一"),
        ("实，落到实处", ("实，落到实处", ""), "实，落到实处"),
        ("新增就业1,200人", ("新增就业1,200人", ""), "新增就业1,200人"),
        ("坚持“稳增长，促改革”", ("坚持“稳增长，促改革”", ""), "坚持“稳增长，促改革”"),
        ("抓改革，抓开放，抓创新", ("抓改革", "抓开放，抓创新"), "抓改革"),
    ],
)
def test_a_heading_of_two_clauses_has_two_pieces_and_is_short_by_its_first(heading, halves, short):
    part = part_of(f"1 一、|{heading}|抓好。\n")
    assert words.heading(part) == heading
    assert words.halves(part) == halves
    assert words.short(part) == short


@pytest.mark.parametrize("length", [2, 3, 14, 15])
def test_a_first_clause_too_short_or_too_long_is_none(length):
    part = part_of(f"1 一、|{'责' * length}，抓好落实|抓好。\n")
    assert (words.halves(part)[1] == "抓好落实") is (3 <= length <= 14)


def test_an_editors_heading_keeps_his_mark_in_both_pieces():
    part = replace(part_of("1 一、|压实责任|抓好。\n"), heading=Editorial("压实责任，守土有责"))
    assert words.halves(part) == ("压实责任〔编者加〕", "守土有责〔编者加〕")


@pytest.mark.parametrize(
    ("marker", "text"),
    [
        ("一、", "一、压实责任"), ("（二）", "（二）压实责任"), ("1.", "1. 压实责任"),
        ("一是", "一是压实责任"), ("第三，", "第三，压实责任"), ("第一章", "第一章 压实责任"),
        ("", "压实责任"),
    ],
)  # fmt: skip
def test_a_heading_stands_behind_its_marker_with_a_blank_where_they_would_touch(marker, text):
    part = part_of(f"1 {marker}|压实责任|抓好。\n")
    assert words.marked(part, words.short(part)) == text


@pytest.mark.parametrize(
    ("marker", "place", "number"),
    [
        ("一、", 4, 1),
        ("第十二，", 1, 12),
        ("", 3, 3),
        ("最后，", 5, 5),
        ("一百零一、", 1, 101),
    ],
)
def test_a_number_is_the_markers_or_else_that_of_its_place(marker, place, number):
    part = part_of(f"1 {marker}|压实责任|抓好。\n")
    assert words.number_of(part, place) == number


def test_notes_are_paragraphs_with_their_numbers_and_run_in_phrases_in_their_sentence():
    text = (
        "在会上的讲话\n同志们：\n一、压实责任\n要守土有责。\n一是抓值守。建立台账。二是抓演练。组织演练。\n"
    )
    brief = read_case(f"{text}二、抓落实\n抓好落实。\n")
    nodes = list(brief.document.walk())
    assert words.notes(nodes[:1], brief) == ("一、压实责任", "要守土有责。")
    assert words.notes(nodes[1:3], brief) == ("一是抓值守。建立台账。", "二是抓演练。组织演练。")
    assert words.notes(nodes[3:], brief) == ("二、抓落实", "抓好落实。")
    assert words.notes([], brief) == ()


BODY = st.lists(
    st.sampled_from(["建立台账。", "（一）抓值守", "一是抓演练。组织演练。", "1.抓落实", "谢谢。"]),
    max_size=10,
)


@given(BODY)
def test_notes_of_all_parts_hold_every_word_under_a_heading_once(lines):
    brief = said_under("\n".join(["一、压实责任", *lines]))
    notes = words.notes(brief.document.walk(), brief)
    text = brief.document.source.text
    below = text[brief.document.nodes[0].span.start :] if brief.document.nodes else ""
    closing = "".join(one.text for one in brief.document.closing)
    assert "".join("".join((*notes, closing)).split()) == "".join(below.split())
