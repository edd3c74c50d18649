"""Spreading things over an area: nothing is lost, nothing runs over, all is as alike as can be."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.planning.deck import Box, Level, Slot
from reportgen.planning.deck.grid import area, columns, pages, shares, stack

BOX = Box(10, 20, 300, 200)
HEIGHTS = st.lists(st.integers(1, 90).map(float), min_size=1, max_size=40)


@given(st.integers(0, 200), st.integers(1, 20))
def test_shares_are_all_of_it_and_differ_by_one(total, count):
    found = shares(total, count)
    assert [first for first, _ in found] == [0, *[last for _, last in found][:-1]]
    assert found[-1][1] == total
    sizes = [last - first for first, last in found]
    assert len(sizes) == count
    assert max(sizes) - min(sizes) <= 1


@given(st.integers(1, 9), st.integers(0, 20))
def test_columns_fill_the_box_side_by_side(count, gap):
    found = columns(BOX, count, gap)
    assert found[0].left == BOX.left
    assert found[-1].right == pytest.approx(BOX.right)
    for one, two in pairwise(found):
        assert two.left - one.right == pytest.approx(gap)
        assert (two.top, two.height) == (BOX.top, BOX.height)


@given(HEIGHTS, st.floats(0, 30))
def test_stacked_boxes_stand_on_each_other_and_are_as_tall_as_asked(heights, most_gap):
    found = stack(BOX, heights, most_gap)
    assert found[0].top == BOX.top
    for one, two in pairwise(found):
        assert two.top == pytest.approx(one.bottom)
    for box, height in zip(found, heights, strict=True):
        assert height <= box.height <= height + most_gap + 1e-9


@given(HEIGHTS, st.integers(1, 8))
def test_pages_hold_every_row_once_in_order_and_within_bounds(heights, most):
    limit = 100.0
    found = pages(heights, limit, most)
    assert [row for page in found for row in page] == list(range(len(heights)))
    for page in found:
        assert 1 <= len(page) <= most
        assert sum(heights[row] for row in page) <= limit or len(page) == 1


def test_the_area_of_slots_is_the_box_around_them():
    slots = [
        Slot("", 0, Box(left, top, 10, 5), (0, 0, 0, 0), (Level(18, 24),)) for left, top in ((3, 9), (40, 2))
    ]
    assert area(slots) == Box(3, 2, 47, 12)
