"""How many slides a speech deserves, and how its parts share them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.planning.deck.allotting import allot, runs, slides_of

DEMANDS = st.lists(st.floats(0.1, 100), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("characters", "wanted"), [(1100, {6}), (2200, {8, 9}), (3900, {11, 12}), (6300, {13, 14})]
)
def test_readers_get_as_many_slides_as_they_asked_for(characters, wanted):
    assert slides_of(characters) in wanted


@given(st.integers(0, 100_000), st.integers(0, 5_000))
def test_a_longer_speech_has_no_fewer_slides_and_the_shortest_has_some(characters, more):
    assert 4 <= slides_of(characters) <= slides_of(characters + more)


@given(DEMANDS, st.integers(0, 60))
def test_everybody_has_a_slide_and_all_are_given_out(demands, more):
    found = allot(demands, len(demands) + more)
    assert min(found) >= 1
    assert sum(found) == len(demands) + more


@given(DEMANDS, st.integers(0, 60))
def test_who_asks_for_more_has_no_fewer(demands, more):
    found = allot(demands, len(demands) + more)
    by_demand = [share for _, share in sorted(zip(demands, found, strict=True))]
    assert all(one <= other + 1 for one, other in pairwise(by_demand))


@given(DEMANDS, st.integers(1, 12))
def test_runs_are_neighbours_and_hold_everything_once(demands, count):
    found = runs(demands, count)
    assert [at for first, last in found for at in range(first, last)] == list(range(len(demands)))
    assert len(found) == min(count, len(demands))
    assert all(first < last for first, last in found)


@pytest.mark.parametrize(
    ("demands", "count", "expected"),
    [
        ([1, 1, 1, 1], 2, [(0, 2), (2, 4)]),
        ([9, 1, 1, 1], 2, [(0, 1), (1, 4)]),
        ([1, 1, 1, 9], 2, [(0, 3), (3, 4)]),
        ([5], 3, [(0, 1)]),
        ([], 3, []),
        ([1, 2], 0, []),
    ],
)
def test_the_greatest_run_is_as_small_as_can_be(demands, count, expected):
    assert runs(demands, count) == expected
