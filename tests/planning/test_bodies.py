"""The slides between front and back: each has something to say, and a name of its own."""

import pytest

from deckcheck import LAYOUTS, bare, bodies, slides, title_of
from deckplans import SPEECHES, deck_of, filled_of, full, read_brief_of, under
from reportgen.planning.deck.bodies import Body
from reportgen.planning.deck.topics import outside, topics
from reportgen.planning.length import Degree, Length

WORK = "".join(f"要建立第{n}本工作台账，按月调度第{n}类项目进度。" for n in "一二三四五六七八九")
BODY = f"一、抓项目\n{WORK}\n二、抓落实\n要严格考核奖惩，定期通报结果。要加强督促检查，及时解决问题。"


@pytest.mark.parametrize("slides_", [1, 3, 10, 40])
def test_every_slide_has_two_lines_however_many_are_asked_for(slides_):
    for one in filled_of(BODY, slides_):
        assert len(one.said) + sum(bool(row.heading) for row in one.frame.rows) >= 2


def test_what_there_is_no_time_for_is_left_out():
    rich, poor = (sum(map(len, (text for one in filled_of(BODY, 2, budget) for text in one.said)))
                  for budget in (10_000, 0))  # fmt: skip
    assert poor < rich


def test_lines_that_stand_under_no_heading_are_called_by_one_of_them():
    text = under(
        "教师是立教之本。要苦练教学基本功，上好每一堂课。要恪守师德底线，以高尚人格影响学生。要坚持终身学习。"
    )
    (slide,) = slides(deck_of(text), "list")
    assert title_of(slide).replace("\n", "") in text
    assert title_of(slide) not in "".join(
        para.text for fill in slide.fills if fill.slot.startswith("条") for para in fill.paras
    )


@pytest.mark.parametrize("name", SPEECHES)
def test_slides_of_one_name_are_counted(name):
    for degree in Degree:
        titles = [bare(title_of(slide)) for slide in bodies(deck_of(read_brief_of(name), Length(degree)))]
        assert len(titles) == len(set(titles))
        for title in titles:
            if title.endswith("（续）"):
                assert title.removesuffix("（续）") in titles


@pytest.mark.parametrize("name", SPEECHES)
def test_no_frame_of_a_speech_takes_more_than_its_slide(name):
    brief = read_brief_of(name)
    found = topics(brief) or (outside(brief),)
    body = Body(brief, "", LAYOUTS)
    filled = body.chosen(found, 8, 400)
    assert sum(one.frame.page == 0 for one in filled) >= 1
    assert len({text for one in filled for text in one.said}) == sum(len(one.said) for one in filled)


def test_a_section_slide_has_no_footer_and_others_say_which_section_they_are_of():
    deck = deck_of(under(BODY), Length(slides=8))
    assert {slide.footer for slide in slides(deck, "section")} == {""}
    assert {slide.footer for slide in slides(deck, "list")} == {"第一部分"}


def test_at_full_length_a_speech_without_sections_says_what_it_says():
    deck = full(under("教师是立教之本。要苦练教学基本功，上好每一堂课。要恪守师德底线，以高尚人格影响学生。"))
    (slide,) = slides(deck, "section")
    assert bare(title_of(slide)) == "内容摘要"
