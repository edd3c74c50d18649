"""Days that no calendar has."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from reportgen.analysis.proofreading.findings import Remark, Script
from reportgen.text.numerals import han_value
from reportgen.text.patterns import lazy

_MONTHS = 12
_HOURS, _MINUTES = 24, 60  # of a day, of an hour; 24:00 is said
_FEBRUARY = 2
_LEAP = 2024
"""A leap year, for a day without a year."""

_HAN = "〇零○一二三四五六七八九十"
_NUMBER = rf"(?:\d{{1,2}}|[{_HAN[3:]}]{{1,3}})"
_YEAR = r"(?:[12]\d{3}|[一二][〇零○一二三四五六七八九]{3})"
_DAY = lazy(
    rf"(?:(?P<year>{_YEAR})年)?(?<![\d.{_HAN[3:]}])(?P<month>{_NUMBER})月(?P<day>{_NUMBER})[日号]"
    r"(?:[（(]?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])[）)]?)?"
)
_MONTH = lazy(
    r"(?:(?<=年)|(?<![\d.年月、至到—-]))(?P<month>\d{1,2})月(?=[份底初中末，。；、至到—-]|\d|上旬|中旬|下旬)"
)
_PADDED = lazy(r"(?<=年)0[1-9]月|(?<=月)0[1-9]日")
_BACKWARDS = lazy(r"(?<!\d)(?P<first>[12]\d{3})年?(?:—|-|－|~|～|至|到)(?P<last>[12]\d{3})年")
_CLOCK = lazy(
    r"(?:上午|下午|凌晨|中午|晚上?|早上?)\s*(?P<hour>\d{1,2})[:：时点](?P<minute>\d{2})(?!\d)|(?<!\d)(?P<hour24>\d{1,2})时(?P<minute24>\d{1,2})分(?!之)"
)


def impossible(script: Script) -> Iterator[Remark]:
    """Evidence: a month beyond twelve, a day that its month (in its year, if named) does not have."""
    for found in _DAY.finditer(script.plain):
        month, day = han_value(found["month"]), han_value(found["day"])
        year = han_value(found["year"]) if found["year"] else None
        if not 1 <= month <= _MONTHS:
            yield script.remark(found, f"没有 {month} 月", "核对日期")
        elif not 1 <= day <= calendar.monthrange(year or _LEAP, month)[1]:
            why = f"{year} 年 " if year and month == _FEBRUARY else ""
            yield script.remark(found, f"{why}{month} 月没有 {day} 日", "核对日期")
    for found in _MONTH.finditer(script.plain):
        if not 1 <= int(found["month"]) <= _MONTHS and not _DAY.match(script.plain, found.start()):
            yield script.remark(found, f"没有 {found['month']} 月", "核对日期")


def weekday(script: Script) -> Iterator[Remark]:
    """Evidence: a full date with a day of the week that it was not."""
    for found in _DAY.finditer(script.plain):
        if not found["year"] or not found["weekday"]:
            continue
        try:
            day = dt.date(han_value(found["year"]), han_value(found["month"]), han_value(found["day"]))
        except ValueError:
            continue  # no such day: `impossible` tells
        name = "一二三四五六日"[day.weekday()]
        if found["weekday"].replace("天", "日") != name:
            yield script.remark(found, f"这一天是星期{name}", "核对日期和星期")


def backwards(script: Script) -> Iterator[Remark]:
    """Evidence: a span of years whose first year comes after its last."""
    for found in _BACKWARDS.finditer(script.plain):
        if int(found["first"]) > int(found["last"]):
            yield script.remark(found, "起止年份前后颠倒", "核对年份")


def padded(script: Script) -> Iterator[Remark]:
    """Evidence: 05月, 08日 (GB/T 9704-2012, 7.3.5.4: no leading zero)."""
    for found in _PADDED.finditer(script.plain):
        yield script.remark(found, "月、日不编虚位", f"改为“{found[0].lstrip('0')}”")


def clock(script: Script) -> Iterator[Remark]:
    """Evidence: an hour beyond 24 or a minute beyond 59."""
    for found in _CLOCK.finditer(script.plain):
        hour, minute = int(found["hour"] or found["hour24"]), int(found["minute"] or found["minute24"])
        if hour > _HOURS or minute >= _MINUTES:
            yield script.remark(found, "没有这个时刻", "核对时间")
