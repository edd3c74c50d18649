"""Where pages stand on a contact sheet."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printers import TALL, WIDE
from reportgen.picturing.placing import MARGIN, placed

SIDES = st.floats(1, 5000)
GROUPS = st.lists(st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=12), min_size=1, max_size=4)


@given(GROUPS)
def test_pages_stand_apart_and_within_even_margins(groups):
    found = placed(groups)
    width, height = found.size
    boxes = [box for group in found.boxes for box in group]
    assert [len(group) for group in found.boxes] == [len(group) for group in groups]
    for left, top, across, down in boxes:
        assert left >= MARGIN
        assert left + across <= width - MARGIN
        assert MARGIN <= top < top + down < height
    for one, two in combinations(boxes, 2):
        apart = (
            one[0] + one[2] + MARGIN <= two[0] or two[0] + two[2] + MARGIN <= one[0],
            one[1] + one[3] < two[1] or two[1] + two[3] < one[1],
        )
        assert any(apart)


@given(GROUPS)
def test_pages_keep_their_sides(groups):
    for pages, boxes in zip(groups, placed(groups).boxes, strict=True):
        for (width, height), (_, _, across, down) in zip(pages, boxes, strict=True):
            assert abs(across - width * down / height) <= 1 + 0.5 * width / height or across == 1 or down == 1


@pytest.mark.parametrize(
    ("pages", "rows"),
    [([TALL] * 9, [4, 4, 1]), ([WIDE] * 7, [3, 3, 1]), ([TALL], [1]), ([WIDE] * 2, [2]), ([TALL] * 3, [3])],
)
def test_tall_pages_stand_four_in_a_row_and_wide_ones_three(pages, rows):
    (boxes,) = placed([pages]).boxes
    tops = [top for _, top, _, _ in boxes]
    assert [tops.count(top) for top in sorted(set(tops))] == rows
    columns = sorted({left for left, _, _, _ in boxes})
    width = boxes[0][2]
    assert {two - one - width for one, two in pairwise(columns)} <= {MARGIN}
    assert placed([pages]).size[0] - (columns[-1] + width) - MARGIN in range(4)


def test_what_is_read_on_them_is_large_enough():
    """In pixels: the 16 pt of a handout on A4, the 18 pt of a slide; fourteen are read without effort."""
    for pages, points in (([TALL] * 8, 16), ([WIDE] * 8, 18)):
        (boxes,) = placed([pages]).boxes
        assert points * boxes[0][2] / pages[0][0] >= 13.9


def test_files_stand_one_below_the_other():
    found = placed([[TALL] * 5, [WIDE] * 2])
    assert max(top + down for _, top, _, down in found.boxes[0]) < found.headings[1]
    assert found.headings[1] < min(top for _, top, _, _ in found.boxes[1])
