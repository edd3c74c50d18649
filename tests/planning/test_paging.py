"""Everything that sections say, on as few pages as it takes, filled alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckplans import topics_of
from reportgen.analysis import Editorial
from reportgen.planning.deck.frames import Frame, Kind, Row, whole
from reportgen.planning.deck.paging import paged
from reportgen.planning.deck.topics import Saying


def room(lines):
    """A slide that so many lines and headings fill."""
    return lambda frame, picked: (
        (sum(map(len, picked.values())) + sum(bool(row.heading) for row in frame.rows)) / lines
    )


def frame(*counts, heading=""):
    rows = []
    for at, count in enumerate(counts):
        pool = tuple(Saying(Editorial(f"{at}之{n}"), 1.0, 100 * at + n) for n in range(count))
        rows.append(Row("", heading and f"{heading}{at}", "", pool, 9))
    return Frame(Kind.PANEL, "抓项目", "", "", tuple(rows), number=1, last=1)


def lines_of(pages):
    return [[one.line.text for row in sorted(picked) for one in picked[row]] for _, picked in pages]


@settings(max_examples=60)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=8), st.integers(3, 12), st.sampled_from(["", "抓"]))
def test_every_line_stands_on_one_page_and_every_point_on_one_at_least(counts, most, heading):
    one = frame(*counts, heading=heading)
    pages = list(paged(one, room(most)))
    assert [text for page in lines_of(pages) for text in page] == [
        f"{at}之{n}" for at, count in enumerate(counts) for n in range(count)
    ]
    named = {row.heading for page, _ in pages for row in page.rows}
    assert named >= {row.heading for row in one.rows if row.heading}


@settings(max_examples=60)
@given(st.integers(1, 60), st.integers(3, 12))
def test_lines_without_points_fill_few_pages_alike(count, most):
    pages = lines_of(paged(frame(count), room(most)))
    assert len(pages) == -(-count // most)
    assert max(map(len, pages)) <= most
    assert len(pages[-1]) >= min(2, count) or most == 3


def test_a_page_that_goes_on_bears_the_heading_of_its_point():
    pages = list(paged(frame(10, heading="抓审批"), room(6)))
    assert [[row.heading for row in page.rows] for page, _ in pages] == [["抓审批0"], ["抓审批0"]]


def test_goals_stand_under_the_point_that_they_are_of():
    (section,), _ = topics_of(
        "一、抓服务\n（一）抓审批\n要推行容缺受理。\n（二）抓融资\n要建立过桥资金池，降低融资成本。"
    )
    ((page, picked),) = paged(whole([section], 1), room(99))
    goals = {page.rows[at].heading for at, said in picked.items() for one in said if one.is_goal}
    assert goals == {"抓融资"}


@pytest.mark.parametrize("most", [1, 2])
def test_a_slide_without_room_for_a_line_has_it_all_the_same(most):
    pages = lines_of(paged(frame(3, heading="抓审批"), room(most)))
    assert sum(map(len, pages)) == 3
