"""Days, months, years and hours that no calendar has, and such as only look so."""

import calendar
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs import advice, findings, marked
from reportgen.text.numerals import han_number

IMPOSSIBLE = [
    "⟦4月31日⟧前报送方案。",
    "⟦6月31号⟧以前办结。",
    "⟦2月30日⟧召开推进会。",
    "⟦11月31日⟧结账。",
    "⟦13月5日⟧验收。",
    "⟦5月0日⟧启动。",
    "⟦0月5日⟧启动。",
    "⟦2025年2月29日⟧开工。",
    "⟦1900年2月29日⟧出生。",
    "⟦二月三十日⟧前完成。",
    "⟦九月三十一日⟧前完成。",
    "⟦二〇二五年二月二十九日⟧开工。",
    "⟦二○二五年四月三十一日⟧开工。",
    "⟦２０２５年４月３１日⟧开工。",
    "力争⟦13月⟧底前建成。",
    "2025年⟦15月⟧份完成。",
    "⟦4月31日⟧至⟦6月31日⟧开展排查。",
    # What the calendar has.
    "1月31日、3月31日、5月31日、7月31日、8月31日、10月31日、12月31日各报一次。",
    "2024年2月29日开工，2000年2月29日竣工。",
    "2月29日前报送方案。",
    "二〇二四年二月二十九日开工。",
    "十二月三十一日前完成。",
    "12月底前完成，1月中旬启动。",
    # Lengths of time, numbers and words are no dates.
    "工期为13个月，历时15个月。",
    "建设周期18个月，保修期36个月。",
    "出生后第13个月复查。",
    "第0号公告、第13号文件都要学。",
    "气温升到31日常水平。",
    "比例为1.13月报表另附。",
]


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_a_day_that_no_calendar_has_is_told(case):
    assert marked("impossible-date", case) == case


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("4月31日前报送。", "4 月没有 31 日"),
        ("2025年2月29日开工。", "2025 年 2 月没有 29 日"),
        ("2025年4月31日开工。", "4 月没有 31 日"),
        ("2月30日开工。", "2 月没有 30 日"),
        ("13月5日验收。", "没有 13 月"),
        ("力争14月底前建成。", "没有 14 月"),
    ],
)
def test_the_reader_is_told_what_is_wrong_with_the_day(text, message):
    assert advice("impossible-date", text) == [(message, "核对日期")]


WEEKDAYS = [
    "⟦2025年6月30日（星期二）⟧召开会议。",
    "⟦2025年6月30日(周日)⟧召开会议。",
    "⟦2025年6月30日星期天⟧召开会议。",
    "⟦2025年6月29日（星期六）⟧召开会议。",
    "⟦二〇二五年六月三十日（星期三）⟧召开会议。",
    "2025年6月30日（星期一）召开会议。",
    "2025年6月29日（星期日）召开会议。",
    "2025年6月29日（礼拜天）召开会议。",
    "2025年6月29日周天召开会议。",
    "二〇二五年六月三十日（星期一）召开会议。",
    # Without a year nobody can tell; a day that never was is another rule's.
    "6月30日（星期二）召开会议。",
    "2025年2月30日（星期二）召开会议。",
    "2025年6月30日召开会议，星期二散会。",
]


@pytest.mark.parametrize("case", WEEKDAYS)
def test_a_weekday_that_the_day_was_not_is_told(case):
    assert marked("wrong-weekday", case) == case


@settings(deadline=None)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.integers(0, 6))
def test_every_day_has_one_weekday(day, weekday):
    text = f"{day.year}年{day.month}月{day.day}日（星期{'一二三四五六日'[weekday]}）开会。"
    found = advice("wrong-weekday", text)
    assert found == (
        []
        if weekday == day.weekday()
        else [(f"这一天是星期{'一二三四五六日'[day.weekday()]}", "核对日期和星期")]
    )


@settings(deadline=None)
@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 31), st.booleans())
def test_a_day_is_told_where_its_month_is_shorter_in_figures_and_in_numerals(year, month, day, han):
    figures = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    text = f"{figures}年{han_number(month)}月{han_number(day)}日" if han else f"{year}年{month}月{day}日"
    source, found = findings(f"我们{text}开会。", "impossible-date")
    told = [source.text[one.span.start : one.span.end] for one in found]
    assert told == ([text] if day > calendar.monthrange(year, month)[1] else [])


BACKWARDS = [
    "规划期为⟦2030—2026年⟧。",
    "⟦2025-2021年⟧共投入3亿元。",
    "⟦2025年至2021年⟧共投入3亿元。",
    "⟦2025到2021年⟧共投入3亿元。",
    "⟦2025～2021年⟧共投入3亿元。",
    "⟦２０２５～２０２１年⟧共投入3亿元。",
    "规划期为2026—2030年。",
    "2025—2025年度预算。",
    "2021年至2025年共投入3亿元。",
    "从2030吨到2026吨。",
    "编号12030-2026年。",
]


@pytest.mark.parametrize("case", BACKWARDS)
def test_years_that_run_backwards_are_told(case):
    assert marked("backwards-years", case) == case
    assert all(said == ("起止年份前后颠倒", "核对年份") for said in advice("backwards-years", case))


@pytest.mark.parametrize(
    ("case", "wanted"),
    [
        ("2025年⟦05月⟧10日印发。", ["改为“5月”"]),
        ("2025年5月⟦08日⟧印发。", ["改为“8日”"]),
        ("2025年⟦01月⟧⟦01日⟧印发。", ["改为“1月”", "改为“1日”"]),
        ("2025年10月20日印发。", []),
        ("2025年12月10日、11月30日印发。", []),
        ("2025-05-08印发。", []),
        ("编号05月报。", []),
    ],
)
def test_a_padded_month_or_day_is_to_lose_its_zero(case, wanted):
    assert marked("padded-date", case) == case
    assert [suggestion for _, suggestion in advice("padded-date", case)] == wanted


CLOCK = [
    "⟦下午25:30⟧开会。",
    "⟦上午9:75⟧开会。",
    "⟦上午9：60⟧开会。",
    "⟦晚上26点30⟧散会。",
    "⟦14时75分⟧集合。",
    "⟦25时10分⟧集合。",
    "⟦１４时７５分⟧集合。",
    "上午9:30开会，下午14：59散会。",
    "晚24:00前上报。",
    "14时15分集合，0时0分交接。",
    "比分为25:30，比例为1:75。",
    "每小时60分钟，用时95分。",
    "1949年时75分之一的耕地有水浇。",
    "25时75分之一。",
]


@pytest.mark.parametrize("case", CLOCK)
def test_an_hour_that_no_clock_shows_is_told(case):
    assert marked("impossible-time", case) == case
