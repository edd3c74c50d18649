"""Frames: sections share slides where they say little, and have several where they say much."""

import pytest

from deckplans import SPEECHES, read_brief_of, topics_of
from reportgen.planning.deck.frames import MOST_ROWS, Kind, frames, halved, panel, units, whole
from reportgen.planning.deck.topics import topics

HEAVY = "".join(f"要建立第{n}本台账，按月调度第{n}类项目进度。" for n in "一二三四五六七八")
LIGHT = "要严格考核奖惩。"


def of(body, slides):
    found, _ = topics_of(body)
    return list(frames(found, slides))


@pytest.mark.parametrize("name", SPEECHES)
def test_every_section_has_its_place_in_the_speechs_order(name):
    found = topics(read_brief_of(name))
    for slides in (1, 2, 5, 12):
        made = list(frames(found, slides)) if found else []
        covered = {number for one in made for number in range(one.number, one.last + 1)}
        assert covered == set(range(1, len(found) + 1))
        starts = [one.number for one in made if one.kind is Kind.PANEL and not one.page]
        assert starts == sorted(starts)


def test_as_many_frames_as_slides_where_there_is_enough_to_say():
    body = f"一、抓项目\n{HEAVY}\n二、抓落实\n{HEAVY.replace('第', '另')}"
    assert [len(of(body, slides)) for slides in (1, 2, 3, 4)] == [1, 2, 3, 4]


def test_the_section_that_says_more_has_the_second_slide():
    found = of(f"一、抓项目\n{HEAVY}\n二、抓落实\n{LIGHT}要定期通报。", 3)
    assert [one.number for one in found] == [1, 1, 2]


def test_sections_of_one_line_share_a_slide():
    body = f"一、抓项目\n{HEAVY}\n二、抓考核\n{LIGHT}\n三、抓通报\n要定期通报结果。"
    found, _ = topics_of(body)
    assert [len(unit) for unit in units(found)] == [1, 2]
    assert [(one.number, one.last) for one in frames(found, 6)][-1] == (2, 3)


def test_a_heavy_section_beside_a_slight_one_goes_on_behind_their_slide():
    found = of(f"一、抓通报\n{LIGHT}\n二、抓项目\n{HEAVY}", 3)
    assert (found[0].number, found[0].last) == (1, 2)
    assert {one.number for one in found[1:]} == {2}


def test_the_points_that_say_most_have_slides_of_their_own():
    points = f"（一）抓审批\n{HEAVY}\n（二）抓通报\n{LIGHT}\n"
    panel_, detail = of(f"一、抓项目\n{points}", 2)
    assert (panel_.kind, detail.title) == (Kind.PANEL, "抓审批")
    assert [row.heading for row in panel_.rows] == ["抓审批", "抓通报"]
    assert [len(row.pool) for row in panel_.rows] == [0, 1]


def test_no_run_of_lines_is_a_single_line():
    for slides in range(1, 12):
        for one in of(f"一、抓项目\n{HEAVY}\n二、抓落实\n{LIGHT}要定期通报。", slides)[1:]:
            assert len(list(one.pool)) >= 2


def test_very_many_points_stand_on_several_panels():
    points = "".join(f"（{n}）抓好第{n}件\n要办好第{n}件实事。\n" for n in range(1, 20))
    found = of(f"一、抓项目\n{points}", 1)
    assert len(found) == 2
    assert max(len(one.rows) for one in found) <= MOST_ROWS


def test_a_frame_in_halves_loses_no_row_and_says_its_source_once():
    (section,), _ = topics_of("一、抓项目\n" + "".join(f"（{n}）抓第{n}件\n要办好。\n" for n in "一二三四五"))
    one = panel(section, 1)
    first, second = halved(one)
    assert (*first.rows, *second.rows) == one.rows
    assert (first.topics, second.topics) == (one.topics, ())


def test_the_number_of_a_section_is_that_of_its_marker():
    found, _ = topics_of(f"三、抓项目\n{HEAVY}\n四、抓落实\n{HEAVY}")
    assert [panel(one, at).own for at, one in enumerate(found, 1)] == [3, 4]


@pytest.mark.parametrize("name", SPEECHES)
def test_the_whole_of_some_sections_has_all_their_lines(name):
    found = topics(read_brief_of(name), None)
    number = 1
    for unit in units(found):
        frame = whole(unit, number)
        assert {one.text for one in frame.pool} >= {one.text for topic in unit for one in topic.everything}
        number += len(unit)
