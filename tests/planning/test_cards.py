"""Points side by side: a card each, alike, with what is to be done on it."""

import pytest

from deckcheck import LAYOUTS, row_of
from deckplans import topics_of
from reportgen.planning.deck import Slide
from reportgen.planning.deck.cards import Cards
from reportgen.planning.deck.fit import fits
from reportgen.planning.deck.frames import Frame, Kind, panel

HAN = "一二三四五六"


def frame_of(count, heading="抓好第{}件", marker="（{}）"):
    points = "".join(f"{marker.format(n)}{heading.format(n)}\n要建立第{n}本工作台账。\n" for n in HAN[:count])
    (section,), _ = topics_of(f"一、抓项目\n{points}")
    rows = panel(section, 1).rows
    return Frame(Kind.CARDS, "抓项目", "", "", rows, topics=(section,), number=1, last=1)


def cards_of(frame):
    picked = {at: list(row.pool[:1]) for at, row in enumerate(frame.rows)}
    cards = Cards(LAYOUTS)
    return Slide(cards.layout(frame), tuple(cards.fills(frame, picked)))


@pytest.mark.parametrize("count", range(2, 7))
def test_so_many_points_so_many_cards(count):
    slide = cards_of(frame_of(count))
    assert slide.layout == f"cards-{count}"
    assert list(row_of(slide, "卡题").values()) == [f"抓好第{n}件" for n in HAN[:count]]
    assert list(row_of(slide, "卡片").values()) == [f"要建立第{n}本工作台账" for n in HAN[:count]]


@pytest.mark.parametrize("marker", ["（{}）", "{}是", "第{}，"])
def test_nothing_on_a_card_overflows_whatever_its_marker(marker):
    slide = cards_of(frame_of(3, marker=marker))
    assert row_of(slide, "标记")
    assert all(fits(fill.paras, LAYOUTS.slot(slide.layout, fill.slot), fill.box) for fill in slide.fills)


def test_a_marker_too_wide_for_its_place_is_its_number():
    frame = frame_of(3)
    rows = tuple(
        row.__class__("第十二部分：", row.heading, row.short, row.pool, row.most, row.topic)
        for row in frame.rows
    )
    slide = cards_of(Frame(Kind.CARDS, "抓项目", "", "", rows, number=1, last=1))
    assert row_of(slide, "标记") == {1: "1", 2: "2", 3: "3"}


def test_headings_of_cards_have_one_size_and_one_height():
    frame = frame_of(3, heading="抓好第{}件关系群众切身利益的民生实事并按时办结")
    slide = cards_of(frame)
    titles = [fill for fill in slide.fills if fill.slot.startswith("卡题")]
    assert len({fill.paras[0].level for fill in titles}) == 1
    assert len({fill.box.height for fill in titles}) == 1


def test_what_a_card_cannot_hold_does_not_fit():
    frame = frame_of(3)
    cards = Cards(LAYOUTS)
    assert cards.fill(frame, {0: list(frame.rows[0].pool) * 30}) > 1
    assert cards.fill(frame, {}) < cards.fill(frame, {0: list(frame.rows[0].pool)}) < 1
