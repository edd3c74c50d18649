"""Areas, columns, stacks, and rows parted into pages that are filled alike."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.planning.deck import Box
from reportgen.planning.deck.grid import area, columns, pages, stack
from reportgen.planning.deck.slides import Slot

BOX = Box(10, 20, 900, 400)
sizes = st.floats(1, 500)


def slot(box):
    return Slot("位", 1, box, (0, 0, 0, 0), ())


def test_the_area_of_some_slots_is_the_box_around_all_of_them():
    found = area([slot(Box(100, 50, 80, 20)), slot(Box(20, 60, 10, 90)), slot(Box(40, 55, 300, 5))])
    assert found == Box(20, 50, 320, 100)


@given(st.integers(1, 8), st.floats(0, 40))
def test_columns_are_alike_stand_apart_and_fill_the_box(count, gap):
    found = columns(BOX, count, gap)
    assert len({round(one.width, 6) for one in found}) == 1
    assert found[0].left == BOX.left
    assert found[-1].right == pytest.approx(BOX.right)
    for one, other in pairwise(found):
        assert other.left - one.right == pytest.approx(gap)
    assert {(one.top, one.height) for one in found} == {(BOX.top, BOX.height)}


@given(st.lists(st.floats(1, 60), min_size=1, max_size=6), st.sampled_from([0.0, 10.0, 1e9]))
def test_a_stack_gives_every_row_its_height_and_the_rest_to_all_alike(heights, most):
    found = stack(BOX, heights, most)
    spare = [one.height - least for one, least in zip(found, heights, strict=True)]
    assert max(spare) - min(spare) < 1e-6
    assert -1e-6 <= spare[0] <= most + 1e-6
    assert found[-1].bottom <= max(BOX.bottom, BOX.top + sum(heights)) + 1e-6
    for one, other in pairwise(found):
        assert other.top == pytest.approx(one.bottom)


def test_rows_taller_than_the_box_keep_their_height():
    assert [one.height for one in stack(Box(0, 0, 10, 50), [30, 40])] == [30, 40]


@pytest.mark.parametrize(
    ("heights", "limit", "most", "expected"),
    [
        ([10] * 6, 60, 6, [[0, 1, 2, 3, 4, 5]]),
        # Seven rows on pages of six: four and three, not six and one.
        ([10] * 7, 60, 6, [[0, 1, 2, 3], [4, 5, 6]]),
        ([10] * 4, 100, 2, [[0, 1], [2, 3]]),
        ([50, 10, 10], 60, 9, [[0], [1, 2]]),
        ([10, 10, 50], 60, 9, [[0, 1], [2]]),
        # What is taller than a page has one to itself.
        ([10, 90, 10], 60, 9, [[0], [1], [2]]),
        ([], 60, 6, [[]]),
        ([10], 60, 6, [[0]]),
    ],
)
def test_rows_are_parted_into_few_pages_filled_alike(heights, limit, most, expected):
    assert pages(heights, limit, most) == expected


@settings(deadline=None)
@given(st.lists(st.floats(5, 80), max_size=30), st.floats(80, 200), st.integers(1, 8))
def test_paging_loses_nothing_keeps_the_order_and_overfills_no_page(heights, limit, most):
    found = pages(heights, limit, most)
    assert [number for page in found for number in page] == list(range(len(heights)))
    for page in found:
        assert len(page) <= most
        assert sum(heights[number] for number in page) <= limit + 1e-6 or len(page) == 1
        assert page or not heights


@settings(deadline=None)
@given(st.integers(1, 60), st.integers(2, 8))
def test_equal_rows_fill_pages_that_differ_by_one_row_at_most(count, most):
    found = [len(page) for page in pages([10.0] * count, 10.0 * most, most)]
    assert len(found) == -(-count // most)
    assert max(found) - min(found) <= 1
