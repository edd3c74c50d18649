"""Which lines stand on a slide: the weightiest that there is room and time for, whole, once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.analysis import Editorial
from reportgen.planning.deck.choosing import GOALS, choose, is_hollow, told
from reportgen.planning.deck.frames import Frame, Kind, Row
from reportgen.planning.deck.topics import Saying


def saying(text, weight=1.0, place=0, *, is_goal=False):
    return Saying(Editorial(text), weight, place, is_goal)


def frame(*rows, goals=(), most=6):
    names = [f"抓第{at}件" for at in range(len(rows))] if len(rows) > 1 else [""]
    filled = (Row("", name, name, tuple(row), most) for name, row in zip(names, rows, strict=True))
    return Frame(Kind.PANEL, "抓项目", "", "", tuple(filled), goals)


def room(lines):
    """A slide that so many lines fill."""
    return lambda _, picked: sum(map(len, picked.values())) / lines


def texts(picked):
    return [one.line.text for row in sorted(picked) for one in picked[row]]


LINES = [saying(f"建立第{n}本工作台账并定期通报", weight, n) for n, weight in enumerate((0.7, 3.0, 0.9, 2.0))]


def test_the_weightiest_stand_there_in_the_speechs_order():
    (picked,) = choose([frame(LINES)], room(2), 1000)
    assert texts(picked) == [LINES[1].line.text, LINES[3].line.text]


def test_when_the_time_is_spent_no_more_is_said_than_fills_the_slide():
    (picked,) = choose([frame(LINES)], room(4), 0)
    assert len(texts(picked)) == 2


def test_a_slide_that_is_shown_anyway_has_two_lines_whatever_they_weigh():
    light = [saying(f"联系电话第{n}号", 0.0, n) for n in range(4)]
    (picked,) = choose([frame(light)], room(100), 0)
    assert len(texts(picked)) == 2


def test_each_row_begins_with_its_best_line():
    rows = [[saying(f"{name}：{n}号台账要按月更新", 1.5 + n / 10, 10 * at + n) for n in range(3)]
            for at, name in enumerate("甲乙丙")]  # fmt: skip
    (picked,) = choose([frame(*rows)], room(3), 1000)
    assert [len(picked[row]) for row in range(3)] == [1, 1, 1]


def test_what_leads_to_points_gives_way_to_them_unless_it_weighs_more_than_twice_the_average():
    slogan, decision = (
        saying("民生是最大的政治，民心是最大的底气", 1.8, 0),
        saying("今年财政八成用在民生上，一分不减", 3.0, 1),
    )
    point = Row("一是", "办实事", "办实事", tuple(LINES), 2)
    for lead, stands in ((slogan, False), (decision, True)):
        both = Frame(Kind.PANEL, "抓民生", "", "", (Row("", "", "", (lead,), 1), point))
        (picked,) = choose([both], room(100), 1000)
        assert (lead.line.text in texts(picked)) is stands


def test_no_row_has_more_lines_than_it_may():
    (picked,) = choose([frame(LINES, most=2)], room(100), 1000)
    assert len(texts(picked)) == 2


def test_the_same_words_stand_on_one_slide_only():
    first, second = choose([frame(LINES), frame(LINES)], room(100), 1000)
    assert not set(texts(first)) & set(texts(second))


def test_a_doubtful_goal_is_left_out():
    doubtful, good = (
        saying("方便基层工作", 0.7, 5, is_goal=True),
        saying("让群众得到更多实惠", 1.5, 6, is_goal=True),
    )
    (picked,) = choose([frame(LINES, goals=(doubtful, good))], room(100), 1000)
    assert picked[GOALS] == [good]


@pytest.mark.parametrize(
    ("lines", "headings", "hollow"), [(0, 0, True), (1, 0, True), (2, 0, False), (0, 2, False)]
)
def test_a_slide_of_one_line_or_none_is_hollow(lines, headings, hollow):
    rows = [Row("一是", "抓审批", "抓审批", (), 1)] * headings
    one = Frame(Kind.PANEL, "抓项目", "", "", tuple(rows))
    picked = {0: LINES[:lines]} if lines else {}
    assert told(one, picked) == lines + headings
    assert is_hollow(one, picked) is hollow


@settings(max_examples=60)
@given(st.lists(st.floats(0, 5), max_size=20), st.integers(1, 12), st.integers(0, 400))
def test_what_is_chosen_fits_and_what_is_light_fills_no_slide(weights, most, budget):
    pool = [saying(f"要办好第{n}件民生实事", weight, n) for n, weight in enumerate(weights)]
    (picked,) = choose([frame(pool, most=99)], room(most), budget)
    chosen = picked.get(0, [])
    assert len(chosen) <= most
    assert [one.place for one in chosen] == sorted(one.place for one in chosen)
    light = [one for one in chosen if one.worth < 0.9]
    assert len(light) <= 2
