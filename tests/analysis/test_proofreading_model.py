"""The reading text of a speech, and the way back from it to the source."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.analysis.proofreading.findings import script_of
from reportgen.outline import parse
from reportgen.source import Source, Span, split_lines


def script(text, masks=()):
    return script_of(parse(Source("稿.txt", "稿", text, "0" * 64, split_lines(text))), masks)


TITLE = "在推进会上的讲话\n\n"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("　　要抓好落实。\n　　要见实效。\n", ["要抓好落实。", "要见实效。"]),
        ("\t要抓好落实。\n\n\n要见实效。\n", ["要抓好落实。", "要见实效。"]),
        ("要抓好落实。  \n", ["要抓好落实。"]),
    ],
)
def test_paragraphs_are_read_without_indents_and_blank_lines(text, reading):
    body = [words for _, words in script(TITLE + text).paragraphs() if words]
    assert body[1:] == reading


SENTENCE = "今年是全面完成规划目标任务的关键之年，各项工作都要紧紧围绕高质量发展这个首要任务来谋划推进。"
WIDTH = 30


def test_lines_that_a_fixed_width_broke_are_read_as_one():
    whole = SENTENCE * 6
    broken = "\n".join(whole[at : at + WIDTH] for at in range(0, len(whole), WIDTH))
    found = script(f"{TITLE}{broken}\n")
    assert whole in found.text
    at = found.text.index(whole) + WIDTH - 2
    span = found.span(at, at + 4)
    assert found.source.text[span.start : span.end] == f"{whole[28:30]}\n{whole[30:32]}"


@pytest.mark.parametrize(
    ("wide", "narrow"), [("２０２５年", "2025年"), ("５．６％", "5.6%"), ("Ａ级", "Ａ级")]
)
def test_figures_are_read_narrow_at_the_same_place(wide, narrow):
    found = script(f"{TITLE}完成{wide}任务。\n")
    assert len(found.plain) == len(found.text)
    assert wide in found.text
    assert found.plain[found.text.index(wide) :].startswith(narrow)


def test_masks_are_kept_as_they_were_given():
    assert script(f"{TITLE}××县要带头。\n", [Span(10, 12)]).masks == (Span(10, 12),)


def test_a_remark_stands_where_its_words_do():
    found = script(f"{TITLE}　　要抓好落实，见实效。\n")
    match = re.search("(落实)，", found.text)
    for group, words in ((0, "落实，"), (1, "落实")):
        remark = found.remark(match, "错了", "改", group)
        assert found.source.text[remark.span.start : remark.span.end] == words
        assert (remark.message, remark.suggestion) == ("错了", "改")


PIECES = ["要抓好落实", "。", "，", "\n", "\n\n", "　　", " ", "２０２５年", "一、", "App ", "见实效"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_character_of_the_reading_text_is_one_of_the_source(text):
    found = script(TITLE + text)
    for at, char in enumerate(found.text):
        span = found.span(at, at + 1)
        if char != "\n":
            assert found.source.text[span.start : span.end] == char


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_there_and_back_again(text):
    found = script(TITLE + text)
    for at, char in enumerate(found.text):
        if char != "\n":
            assert found.reading(found.span(at, at + 1).start) == at


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_nothing_that_a_reader_sees_is_left_out(text):
    found = script(TITLE + text)
    assert "".join(found.text.split()) == "".join((TITLE + text).split())


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.integers(0, 200))
def test_a_paragraph_lies_between_two_breaks(text, at):
    found = script(TITLE + text)
    at = min(at, len(found.text) - 1)
    start, end = found.paragraph(at)
    assert "\n" not in found.text[start:end]
    assert start == 0 or found.text[start - 1] == "\n"
    assert end == len(found.text) or found.text[end] == "\n"


def test_an_empty_range_has_an_empty_place():
    found = script(f"{TITLE}　　要抓好落实。\n")
    at = found.text.index("落实")
    assert len(found.span(at, at)) == 0
    assert found.source.text[found.span(at, at).start :].startswith("落实")
