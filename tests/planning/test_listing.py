"""Lines under a title, a numbered row each."""

import pytest

from deckcheck import LAYOUTS, row_of, text_of
from reportgen.analysis import Editorial
from reportgen.planning.deck import Slide
from reportgen.planning.deck.choosing import GOALS
from reportgen.planning.deck.frames import Frame, Kind
from reportgen.planning.deck.listing import Listing
from reportgen.planning.deck.topics import Saying

FRAME = Frame(Kind.LIST, "抓项目", "", "", ())


def said(*texts):
    return [Saying(Editorial(text), 1.0, at) for at, text in enumerate(texts)]


def listed(picked):
    return Slide("list", *Listing(LAYOUTS, 2).fills(picked))


@pytest.mark.parametrize("count", range(1, 7))
def test_rows_are_numbered_and_stand_below_each_other(count):
    slide = listed({0: said(*(f"建立第{n}本台账" for n in range(count)))})
    assert list(row_of(slide, "圆号").values()) == [str(n) for n in range(1, count + 1)]
    tops = [fill.box.top for fill in slide.fills if fill.slot.startswith("条")]
    assert tops == sorted(tops)


def test_what_they_are_for_stands_at_the_foot():
    slide = listed({0: said("建立台账", "定期通报"), GOALS: said("让群众放心")})
    assert text_of(slide, "目标") == "目标　让群众放心〔编者加〕"
    goal = next(fill for fill in slide.fills if fill.slot == "目标")
    assert all(fill.box.bottom <= goal.box.top for fill in slide.fills if fill.slot.startswith("条"))


def test_goals_alone_are_the_rows():
    slide = listed({GOALS: said("让群众放心", "让企业安心")})
    assert list(row_of(slide, "条").values()) == ["让群众放心〔编者加〕", "让企业安心〔编者加〕"]
    assert text_of(slide, "目标") is None


def test_more_lines_fill_more_of_the_slide_until_they_do_not_fit():
    fill = Listing(LAYOUTS, 2).fill
    shares = [fill(FRAME, {0: said(*(f"建立第{n}本台账" for n in range(count)))}) for count in range(12)]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] > 1


def test_a_line_of_more_lines_than_a_slide_may_have_does_not_fit():
    assert Listing(LAYOUTS, 2).fill(FRAME, {0: said("建立工作台账并定期通报" * 9)}) > 1
    assert Listing(LAYOUTS, 6).fill(FRAME, {0: said("建立工作台账并定期通报" * 9)}) <= 1
