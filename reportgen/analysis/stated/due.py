"""The day that a stated deadline falls on, where the year is certain."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reportgen.text.numerals import han_value
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from reportgen.outline import Document

_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_N = r"(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_GAP = r"\s*"
_YEAR = rf"((?:19|20)\d\d|[一二][九〇○零][〇○零一二三四五六七八九]{{2}}){_GAP}年"
_SPOKEN = lazy(rf"{_YEAR}(?:{_GAP}{_N}{_GAP}月(?:{_GAP}{_N}{_GAP}[日号])?)?")
_STATED = lazy(rf"{_YEAR}|(20\d\d)[-/.]")
_SPAN = lazy(r"(?<=.)(?:至|到|[－—–~～]{1,2}|(?<=[日号月底])-)")
_YEARS = {"今年": 0, "本年": 0, "当年": 0, "明年": 1, "次年": 1, "翌年": 1, "后年": 2}
_DAY = lazy(rf"{_N}{_GAP}月{_GAP}{_N}{_GAP}[日号]|20\d\d[-/.](\d{{1,2}})[-/.](\d{{1,2}})")
_MONTH = lazy(rf"{_N}{_GAP}月份?{_GAP}(底|末|上旬|中旬|下旬|之内|以内|内)")
_NEAR_MONTH = lazy(r"(本|当|下个?|次|^)月(?:份)?(底|末|之内|以内|内|(?:\d{1,2})日)")
_QUARTER = lazy(rf"(?:第?([一二三四1-4]){_GAP}季度|[Qq]([1-4])){_GAP}(?:末|底|内|之内|以内)")
_HALF_YEAR = lazy(r"上半年")
_YEAR_END = lazy(r"年(?:底|末|内|度内|之内|以内)")
_ENDLESS = lazy(
    r"每|(?:(?<!\d)\d{1,2}|[一二两三四五六七八九十半])(?:(?:年半?|周|天|日)|个半?(?:月|季度|学期|星期))(?:之|以)?内"
)
_TENTHS = {"上旬": 10, "中旬": 20}
_DECEMBER = 12
_QUARTER_MONTHS = 3


@dataclass(frozen=True, slots=True)
class _Spoken:
    """When the speech was held: its year, and month and day where they are known."""

    year: int
    month: int | None
    day: int | None


def due(deadline: str, document: Document) -> date | None:
    """Return the last day on which a deadline is kept.

    The year is certain where the deadline states it (2026年, or 明年 in a dated speech), or where the speech
    is dated and the day does not lie before that month. 6月前 and 二季度前 may be read in two ways, 三年内
    begins on a day that nobody states, and each gives nothing.

    Args:
        deadline: the words of the speech (``6月30日前``, ``2025年底前``, ``下月底前``).
        document: the speech, for its date.
    """
    text = simplified(deadline.translate(_WIDE))
    if _ENDLESS.search(text):
        return None
    spoken = _spoken(document)
    first, *rest = _SPAN.split(text)
    if not rest:
        return _day_of(text, spoken)
    # 12月1日至2月底: the last day of a stretch, in the year after where it lies before the first.
    begin = _day_of(first, spoken)
    if _STATED.search(rest[-1]) or begin is None:
        return _day_of(rest[-1], spoken)
    end = _last_day(rest[-1], begin.year)
    return _last_day(rest[-1], begin.year + 1) if end and end < begin else end


def _day_of(text: str, spoken: _Spoken | None) -> date | None:
    stated = _stated_year(text, spoken)
    if stated is not None:
        return _last_day(text, stated)
    return _in_this_year(text, spoken) if spoken else None


def _spoken(document: Document) -> _Spoken | None:
    found = _SPOKEN.search(document.date.text.translate(_WIDE)) if document.date else None
    if found is None:
        return None
    month, day = (han_value(words) if words else None for words in (found[2], found[3]))
    return _Spoken(han_value(found[1]), month, day)


def _stated_year(text: str, spoken: _Spoken | None) -> int | None:
    if found := list(_STATED.finditer(text)):
        return han_value(found[-1][1] or found[-1][2])
    near = next((step for word, step in _YEARS.items() if word in text), None)
    return spoken.year + near if near is not None and spoken else None


def _in_this_year(text: str, spoken: _Spoken) -> date | None:
    """The day in the year of the speech, or in the month after it."""
    if found := _NEAR_MONTH.search(text):
        return _near_month(found, spoken)
    day = _last_day(text, spoken.year)
    if day is None or spoken.month is None:
        # 年底前 and 年内 need no month, unless it is December: then either year may be meant.
        return day if day and _YEAR_END.search(text) else None
    # 3月底前, said in December, is of the next year, or was never changed.
    late = spoken.month == _DECEMBER and _YEAR_END.search(text) is not None
    held = (spoken.year, spoken.month, spoken.day or 1)
    return None if late or (day.year, day.month, day.day) < held else day


def _near_month(found: re.Match[str], spoken: _Spoken) -> date | None:
    if spoken.month is None:
        return None
    month = spoken.month + (found[1] not in {"本", "当", ""})
    year, month = (spoken.year, month) if month <= _DECEMBER else (spoken.year + 1, 1)
    return _date(year, month, int(found[2][:-1])) if found[2].endswith("日") else _end(year, month)


def _last_day(text: str, year: int) -> date | None:
    """The last day of a time without its year."""
    if found := list(_DAY.finditer(text)):
        month, day = (one for one in found[-1].groups() if one)
        return _date(year, han_value(month), han_value(day))
    if found := list(_MONTH.finditer(text)):
        month, edge = han_value(found[-1][1]), found[-1][2]
        return _date(year, month, _TENTHS[edge]) if edge in _TENTHS else _end(year, month)
    if quarter := _QUARTER.search(text):
        return _end(year, _QUARTER_MONTHS * han_value(quarter[1] or quarter[2]))
    if _HALF_YEAR.search(text):
        return _end(year, 6)
    return _end(year, _DECEMBER) if _YEAR_END.search(text) else None


def _end(year: int, month: int) -> date | None:
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= _DECEMBER else None


def _date(year: int, month: int, day: int) -> date | None:
    last = _end(year, month)
    return date(year, month, day) if last is not None and 1 <= day <= last.day else None
