"""Paragraphs are counted as people count them: from the first after title and salutation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.analysis import Editorial, Excerpt
from reportgen.outline import parse
from reportgen.planning.places import Places, head_passages
from speech import source_of

BODY = "今天开会。\n\n一、抓项目\n建立台账。\n二、抓民生\n定期通报。\n"
TEXT = f"在会上的讲话\n张三\n（2025年3月5日）\n\n同志们：\n{BODY}"


def document_of(text):
    return parse(source_of(text))


def number_of(text, words):
    document = document_of(text)
    return Places.of(document).number(document.source.text.index(words))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("在会上", 0), ("张三", 0), ("2025年", 0), ("同志们", 0), ("今天开会", 1), ("开会。", 1),
        ("一、", 2), ("抓项目", 2), ("建立台账", 3), ("抓民生", 4), ("定期通报", 5),
    ],
)  # fmt: skip
def test_the_head_has_no_number_and_headings_have_one(words, number):
    assert number_of(TEXT, words) == number


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("建立台账。\n定期通报。\n", "定期通报", 2),
        ("在会上的讲话\n建立台账。\n", "建立台账", 1),
        ("在会上的讲话\n同志们：今天开会。\n一、抓项目\n建立台账。\n", "建立台账", 3),
        ("在会上的讲话\n\n\n\n建立台账。\n\n\n定期通报。\n", "定期通报", 2),
        ("# 在会上的讲话\n\n## 一、抓项目\n\n建立台账。\n", "建立台账", 2),
    ],
)
def test_blank_lines_are_not_counted_and_a_shared_paragraph_is(text, words, number):
    assert number_of(text, words) == number


def excerpt(document, *words):
    text = document.source.text
    passages = [document.source.passage(text.index(one), text.index(one) + len(one)) for one in words]
    return Excerpt(tuple(passages), "".join(words))


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        (["今天开会"], "原文第 1 段"),
        (["建立台账"], "原文第 3 段"),
        (["抓项目", "建立台账"], "原文第 2—3 段"),
        (["定期通报", "建立台账"], "原文第 3—5 段"),
        (["在会上的讲话"], ""),
        (["在会上的讲话", "今天开会"], "原文第 1 段"),
        ([], ""),
    ],
)
def test_where_lines_stand_is_told_from_the_first_paragraph_to_the_last(words, anchor):
    document = document_of(TEXT)
    assert Places.of(document).anchor([excerpt(document, one) for one in words]) == anchor


def test_an_editors_line_stands_nowhere():
    document = document_of(TEXT)
    places = Places.of(document)
    assert places.anchor([Editorial("每月通报")]) == ""
    assert places.anchor([Editorial("每月通报"), excerpt(document, "建立台账")]) == "原文第 3 段"


def test_the_head_is_title_byline_date_and_salutation():
    assert [one.text for one in head_passages(document_of(TEXT))] == [
        "在会上的讲话", "张三", "（2025年3月5日）", "同志们：",
    ]  # fmt: skip


SPOKEN = ["建立台账。", "", "一、抓项目", "（一）抓储备", "同志们：", "　　定期通报。"]
LINES = st.lists(st.sampled_from(SPOKEN), max_size=15)


@given(LINES)
def test_numbers_go_up_one_by_one_from_where_the_text_begins(lines):
    places = Places.of(document_of("\n".join(["在工作会议上的讲话", *lines]) + "\n"))
    counted = [number for number in places.numbers if number]
    assert counted == list(range(1, len(counted) + 1))
    assert len(places.numbers) == len(places.paragraphs)
    for paragraph, number in zip(places.paragraphs, places.numbers, strict=True):
        assert places.number(paragraph.start) == places.number(paragraph.end - 1) == number
