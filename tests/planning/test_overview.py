"""一图读懂: every section and its points on one slide, or no such slide."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefscript import read_brief
from deckcheck import LAYOUTS, bare, row_of, text_of
from reportgen.planning.deck.fit import fits
from reportgen.planning.deck.overview import overview
from reportgen.text.numerals import han_number

TITLE = "在全县防汛工作会议上的讲话"
HEAD = f"T {TITLE}\nP 要坚持生命至上，全力打赢防汛硬仗。\n"
THESIS = "X 要坚持生命至上，全力打赢防汛硬仗\n"


def sections(*headings, points=0):
    rows = []
    for number, heading in enumerate(headings, 1):
        rows.append(f"1 {han_number(number)}、|{heading}|抓好各项工作。")
        rows += [f"2 {han_number(n)}是|落实第{n}项任务|要抓好。" for n in range(1, points + 1)]
    return "\n".join(rows) + "\n"


def of(script):
    return overview(read_brief(HEAD + script), TITLE, LAYOUTS)


def words_of(slide):
    return bare("".join(para.text for fill in slide.fills for para in fill.paras))


def columns_of(slide):
    """The points below each heading, column by column."""
    boxes = {fill.slot: fill.box for fill in slide.fills if fill.box}
    lefts = sorted(box.left for name, box in boxes.items() if name.startswith("部分"))
    columns = [[] for _ in lefts]
    for number, text in row_of(slide, "点").items():
        columns[lefts.index(boxes[f"点{number}"].left)].append(text)
    return columns


def test_each_point_stands_below_its_section():
    slide = of(sections("压实责任，守土有责", "加强值守", points=3))
    assert columns_of(slide) == [[f"{n}  落实第{n}项任务" for n in (1, 2, 3)]] * 2
    assert "一、压实责任守土有责" in words_of(slide)


def test_above_it_stands_the_thesis_else_the_title():
    rows = sections("压实责任", "加强值守", points=2)
    assert bare(text_of(of(rows + THESIS), "总题")) == bare("要坚持生命至上，全力打赢防汛硬仗")
    assert bare(text_of(of(rows), "总题")) == TITLE


def test_of_more_points_than_a_column_holds_the_last_one_says_how_many():
    for column in columns_of(of(sections("压实责任", "加强值守", points=12))):
        assert column[-1] == "……共 12 点"
        assert column[:-1] == [f"{n}  落实第{n}项任务" for n in range(1, len(column))]


@pytest.mark.parametrize("count", [0, 1])
def test_a_speech_of_one_section_or_none_has_no_such_slide(count):
    assert of(sections(*["压实责任"][:count], points=3)) is None


def test_sections_without_points_stand_there_too():
    slide = of(sections("压实责任", "加强值守"))
    assert {"一、压实责任", "二、加强值守"} <= {bare(p.text) for fill in slide.fills for p in fill.paras}


@settings(max_examples=25)
@given(st.integers(2, 24), st.integers(0, 10))
def test_every_section_stands_on_it_and_nothing_overflows(count, points):
    slide = of(sections(*(f"抓好第{n}件事" for n in range(count)), points=points))
    if slide is None:
        return
    assert all(f"抓好第{n}件事" in words_of(slide) for n in range(count))
    assert all(fits(fill.paras, LAYOUTS.slot("overview", fill.slot), fill.box) for fill in slide.fills)


def test_notes_hold_the_introduction():
    assert of(sections("压实责任", "加强值守")).notes == ("要坚持生命至上，全力打赢防汛硬仗。",)
