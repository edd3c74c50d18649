"""Where big numbers stand: over the whole slide, as large as all have room for among a template's sizes."""

from dataclasses import replace

import pytest

from deckcheck import LAYOUTS, reach, row_of, sizes
from deckplans import under
from reportgen.planning.deck import Slide
from reportgen.planning.deck.fit import fits, room
from reportgen.planning.deck.number_cards import cards
from reportgen.planning.deck.numbers import big_numbers
from reportgen.planning.lines import text_width, with_gaps
from speech import brief_of

SHORT = ["完成投资85.6亿元", "争取资金3.2亿元", "化解债务1.7亿元", "新增贷款2.4亿元"]
LONG = [f"全年累计争取中央和省级专项补助资金以及各类债券资金1,203.2{n}亿元" for n in range(4)]


def chosen_of(said):
    brief = brief_of(under("一、抓项目\n" + "。".join(said) + "。\n二、抓落实\n要定期通报。"))
    values, captions = LAYOUTS.row("numbers", "数值"), LAYOUTS.row("numbers", "说明")
    return big_numbers(brief, values[0], captions[0])


def with_slots(**changed):
    """The layouts with other slots of numbers."""
    named = {
        name: changed["change"](slot) if name.startswith(("数值", "说明")) else slot
        for name, slot in LAYOUTS.slots["numbers"].items()
    }
    return replace(LAYOUTS, slots={**LAYOUTS.slots, "numbers": named})


@pytest.mark.parametrize("count", [3, 4])
@pytest.mark.parametrize("said", [SHORT, LONG])
def test_cards_cover_the_slide_and_hold_what_stands_on_them(said, count):
    chosen = chosen_of(said[:count])
    fills, accents = cards(chosen, LAYOUTS)
    assert list(row_of(Slide("numbers", fills), "说明").values()) == said[:count]
    assert reach(fills, accents, LAYOUTS, "numbers") > 0.9
    assert all(fits(fill.paras, LAYOUTS.slot("numbers", fill.slot), fill.box) for fill in fills)
    assert len(sizes(fills, LAYOUTS, "numbers", "数值")) == len(sizes(fills, LAYOUTS, "numbers", "说明")) == 1
    grounds = [accent.box for accent in accents if accent.kind == "card"]
    assert len(grounds) == count
    for fill in fills:
        card = grounds[int(fill.slot[-1]) - 1]
        assert card.left <= fill.box.left
        assert fill.box.right <= card.right + 0.1
        assert card.top - 0.1 <= fill.box.top
        assert fill.box.bottom <= card.bottom + 0.1


def test_three_short_numbers_have_the_largest_type_and_long_ones_the_largest_that_has_room():
    assert sizes(cards(chosen_of(SHORT[:3]), LAYOUTS)[0], LAYOUTS, "numbers", "数值") == {66}
    assert 40 <= max(sizes(cards(chosen_of(LONG[:3]), LAYOUTS)[0], LAYOUTS, "numbers", "数值")) < 66


def test_a_number_and_its_clause_share_a_row_and_never_a_place():
    fills, _ = cards(chosen_of(LONG[:3]), LAYOUTS)
    boxes = {fill.slot: fill.box for fill in fills}
    assert all(boxes[f"数值{n}"].right <= boxes[f"说明{n}"].left for n in (1, 2, 3))
    fills, _ = cards(chosen_of(LONG), LAYOUTS)
    boxes = {fill.slot: fill.box for fill in fills}
    assert all(boxes[f"数值{n}"].bottom <= boxes[f"说明{n}"].top + 0.1 for n in (1, 2, 3, 4))


def test_a_template_with_one_size_keeps_it():
    layouts = with_slots(change=lambda slot: replace(slot, levels=slot.levels[-1:]))
    fills, _ = cards(chosen_of(SHORT[:3]), layouts)
    assert {para.level for fill in fills for para in fill.paras} == {0}
    assert sizes(fills, layouts, "numbers", "数值") == {28}


def test_where_no_card_has_room_the_numbers_stand_where_the_template_has_them():
    layouts = with_slots(change=lambda slot: replace(slot, box=replace(slot.box, height=20.0, top=100.0)))
    fills, accents = cards(chosen_of(SHORT[:3]), layouts)
    assert [fill.box for fill in fills] == [None] * 6
    assert accents == ()


@pytest.mark.parametrize("count", [3, 4])
def test_a_number_has_room_for_figures_wider_than_measured(count):
    fills, _ = cards(chosen_of(LONG[:count]), LAYOUTS)
    for fill in fills:
        if fill.slot.startswith("数值"):
            slot = LAYOUTS.slot("numbers", fill.slot)
            wide = text_width(with_gaps(fill.paras[0].text)) * 1.25
            assert wide <= room(slot, fill.paras[0].level, fill.box) + 0.1
