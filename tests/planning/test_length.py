"""How much a product may say: degrees by name, slides for minutes, characters of the speech alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.planning.length import (
    DEGREES,
    LEAST_SLIDES,
    MOST_SLIDES,
    STANDARD,
    Degree,
    Length,
    characters,
    slides_for,
)
from speech import brief_of


def test_the_degrees_are_called_as_people_call_them():
    assert {"简": Degree.BRIEF, "标准": Degree.STANDARD, "详": Degree.FULL} == DEGREES
    assert (STANDARD.degree, STANDARD.slides, STANDARD.original) == (Degree.STANDARD, None, True)


@pytest.mark.parametrize(
    ("length", "is_whole"),
    [
        (Length(), False),
        (Length(Degree.BRIEF), False),
        (Length(Degree.FULL), True),
        (Length(Degree.FULL, original=False), True),
        (Length(Degree.FULL, slides=40), False),
    ],
)
def test_a_deck_says_all_at_full_length_on_as_many_slides_as_that_takes(length, is_whole):
    assert length.is_whole is is_whole


@pytest.mark.parametrize(
    ("minutes", "slides"), [(9, 9), (0.5, LEAST_SLIDES), (30, 30), (10_000, MOST_SLIDES)]
)
def test_a_slide_a_minute_within_reason(minutes, slides):
    assert slides_for(minutes) == slides


@given(st.floats(0.1, 1000), st.floats(0, 100))
def test_more_time_gives_no_fewer_slides(minutes, more):
    assert slides_for(minutes) <= slides_for(minutes + more)


def test_blanks_do_not_count():
    text = "在会上的讲话\n同志们：\n一、抓项目\n要建立台账。\n"
    loose = text.replace("\n", "\n\n　　")
    assert characters(brief_of(text).document) == characters(brief_of(loose).document) == 21


def test_what_stands_apart_does_not_count():
    speech = "在会上的讲话\n同志们：\n一、抓项目\n要建立台账。\n二、抓落实\n要定期通报。\n谢谢大家。\n"
    noted = speech + "\n附件\n\n重点任务清单\n一、完成第一项\n二、完成第二项\n"
    assert brief_of(noted).document.apart
    assert characters(brief_of(noted).document) <= characters(brief_of(speech).document) + 2
