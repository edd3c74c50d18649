"""Short measures side by side, joined to lines of a slide."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acting import asked
from reportgen.analysis.clauses import sentences
from reportgen.analysis.joining import joined, length
from reportgen.analysis.stated import Stated
from reportgen.source import Source, split_lines

ONE_LINE = 26


def clauses_of(text):
    source = Source("稿.txt", "稿", text, "0" * 64, split_lines(text))
    (clauses,) = sentences([source.passage(0, len(text))])
    return source, clauses


def lines(text, sorts=None, stated=None):
    _, clauses = clauses_of(text)
    sorts = sorts or ["todo"] * len(clauses)
    stated = stated or [Stated()] * len(clauses)
    groups = [[clause] for clause in clauses if sorts[clause.index] == "todo"]
    return [[clause.text for clause in group] for group in joined(groups, sorts, stated)]


LINES = {
    "建立台账，定期通报。": [["建立台账", "定期通报"]],
    "建立台账；定期通报。": [["建立台账"], ["定期通报"]],
    "建立健全网格化管理工作机制，持续开展安全隐患大排查大整治。": [
        ["建立健全网格化管理工作机制"],
        ["持续开展安全隐患大排查大整治"],
    ],
}


@pytest.mark.parametrize("text", LINES)
def test_neighbours_make_one_line_while_it_is_one(text):
    assert lines(text) == LINES[text]


def test_what_is_no_measure_parts_what_stands_around_it():
    sorts = ["todo", "goal", "todo"]
    assert lines("建立台账，让群众满意，定期通报。", sorts) == [["建立台账"], ["定期通报"]]


def test_two_owners_and_two_days_are_not_joined():
    _, clauses = clauses_of("建立台账，定期通报，严格考核。")
    one, other = clauses[0].passage, clauses[1].passage
    by_owner = [Stated(owner=one), Stated(owner=other), Stated(owner=other)]
    assert lines("建立台账，定期通报，严格考核。", stated=by_owner) == [
        ["建立台账"],
        ["定期通报", "严格考核"],
    ]
    by_day = [Stated(deadline=one), Stated(), Stated(deadline=other)]
    assert lines("建立台账，定期通报，严格考核。", stated=by_day) in (
        [["建立台账", "定期通报"], ["严格考核"]],
        [["建立台账"], ["定期通报", "严格考核"]],
    )


CLAUSES = [
    "建立台账",
    "定期通报",
    "严格考核",
    "摸清底数",
    "建立健全网格化管理机制",
    "开展专项整治",
    "抓好源头治理",
]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=10),
    st.lists(st.sampled_from("，，；"), min_size=10, max_size=10),
)
def test_joining_loses_nothing_keeps_the_order_and_the_length_of_a_line(pieces, marks):
    text = "".join(piece + mark for piece, mark in zip(pieces, marks, strict=False))[:-1] + "。"
    found = lines(text)
    assert [clause for line in found for clause in line] == pieces
    for line in found:
        assert len(line) == 1 or len("，".join(line)) <= ONE_LINE
    starts = {at + 1 for at, mark in enumerate(marks[: len(pieces) - 1]) if mark == "；"}
    behind = {sum(map(len, found[:at])) for at in range(1, len(found))}
    assert starts <= behind


@settings(deadline=None)
@given(st.lists(st.sampled_from(CLAUSES), min_size=2, max_size=10))
def test_no_two_neighbours_are_left_that_would_still_fit(pieces):
    found = lines("，".join(pieces) + "。")
    sizes = [len("，".join(line)) for line in found]
    assert all(one + 1 + other > ONE_LINE for one, other in pairwise(sizes))


def test_the_length_of_a_line_counts_its_marks():
    _, clauses = clauses_of("建立台账，定期通报，严格考核。")
    assert [length(clauses[:count]) for count in (1, 2, 3)] == [4, 9, 14]


def test_in_a_paragraph_only_measures_of_one_owner_share_a_line():
    assert asked("县财政局要建立台账，县审计局要定期通报。") == [
        "县财政局要建立台账|县财政局|",
        "县审计局要定期通报|县审计局|",
    ]
    assert asked("县财政局要建立台账，定期通报。") == ["县财政局要建立台账，定期通报|县财政局|"]
