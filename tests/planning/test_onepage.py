"""The one page: one page at any length, headings all, measures before points."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefscript import read_brief
from reportgen.briefing import brief as read
from reportgen.planning.facts import Facts
from reportgen.planning.handout import Density
from reportgen.planning.onepage import PAGE, plan_onepage
from reportgen.planning.onepage.heads import in_columns
from reportgen.planning.onepage.plan import height
from speech import brief_of

SPEECHES = sorted((Path(__file__).parents[2] / "bench" / "speeches").iterdir())[::5]


def script(sections, points, measures=3):
    rows = ["T 在全县防汛工作会议上的讲话", "P 我讲三点。", "X 我讲三点"]
    for one in range(1, sections + 1):
        rows.append(f"1 第{one}部分　|抓好第{one}方面，筑牢安全防线|要抓好。")
        for two in range(1, points + 1):
            steps = "；".join(f"完善第{one}之{two}之{n}项预警机制并抓好落实" for n in range(measures))
            rows.append(f"2 一是|做好第{one}之{two}件事情|{steps}。|{steps}")
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("path", SPEECHES, ids=lambda path: path.stem)
def test_any_speech_takes_one_page(path):
    assert height(plan_onepage(read(path), Facts()), PAGE) <= PAGE.height


@settings(max_examples=25)
@given(st.integers(0, 16), st.integers(0, 12))
def test_one_page_holds_every_heading_of_the_first_level(sections, points):
    page = plan_onepage(read_brief(script(sections, points)), Facts())
    assert height(page, PAGE) <= PAGE.height
    assert [section.heading for section in page.sections] == [
        f"第{one}部分 抓好第{one}方面" for one in range(1, sections + 1)
    ]
    told = [section.tail or section.points[0].text for section in page.sections]
    assert set(told) <= {"筑牢安全防线"}


def test_a_short_speech_keeps_all_in_large_type():
    page = plan_onepage(read_brief(script(2, 2)), Facts())
    assert page.density is Density.NORMAL
    assert all(
        point.text.count("；") == 2 for section in page.sections for point in section.points if point.heading
    )


def test_measures_go_before_points_and_each_point_keeps_one_before_another_has_two():
    page = plan_onepage(read_brief(script(6, 4, 6)), Facts())
    points = [point for section in page.sections for point in section.points if point.heading]
    assert len(points) == 24, "no point is lost while measures can go"
    counts = [point.text.count("；") + bool(point.text) for point in points]
    assert min(counts) >= 1
    assert max(counts) < 6


def test_points_go_where_measures_are_not_enough():
    page = plan_onepage(read_brief(script(16, 10)), Facts())
    assert page.density is Density.FINE
    assert (
        sum(bool(point.text) for section in page.sections for point in section.points if point.heading) < 16
    )


def test_a_speech_without_sections_has_a_row_a_paragraph():
    lines = "去年全县遭受三次洪涝灾害，直接损失两亿元。\n今年安排资金三千万元，修复水库十二座。\n"
    page = plan_onepage(brief_of(f"在会上的讲话\n\n{lines}"), Facts())
    assert [section.heading for section in page.sections] == ["第 1 段", "第 2 段"]
    assert all(section.points for section in page.sections)


@pytest.mark.parametrize("count", [60, 80, 120])
def test_headings_that_have_no_room_beside_points_stand_in_columns(count):
    page = plan_onepage(read_brief(script(count, 2)), Facts())
    assert height(page, PAGE) <= PAGE.height
    assert page.sections == ()
    read_down = [row[at] for at in range(len(page.heads[0])) for row in page.heads if row[at]]
    assert read_down == [f"第{one}部分 抓好第{one}方面，筑牢安全防线" for one in range(1, count + 1)]
    assert (page.rest, page.left) == ("", 0)


def test_the_more_headings_the_smaller_they_are_set_and_never_before_they_must_be():
    densities = [plan_onepage(read_brief(script(count, 0)), Facts()).density for count in (60, 80, 120, 160)]
    order = list(Density)
    assert [order.index(one) for one in densities] == sorted(order.index(one) for one in densities)
    assert densities[0] is not Density.FINE


def test_headings_beyond_a_page_are_told_by_number():
    page = plan_onepage(read_brief(script(900, 0)), Facts())
    told = [text for row in page.heads for text in row if text]
    assert height(page, PAGE) <= PAGE.height
    assert len(told) + page.left == 900
    assert page.rest == f"这一页写不下，另有 {page.left} 个标题见讲话稿"


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (5, 2), (7, 3), (9, 4), (2, 4)])
def test_columns_are_read_down_one_after_the_other(count, columns):
    texts = [str(one) for one in range(count)]
    rows = in_columns(texts, columns)
    assert {len(row) for row in rows} == {columns}
    assert [row[at] for at in range(columns) for row in rows if row[at]] == texts


def test_there_are_some_lines_to_write_on():
    for sections in (0, 3, 12):
        assert 3 <= len(plan_onepage(read_brief(script(sections, 4)), Facts()).lines) <= 6
