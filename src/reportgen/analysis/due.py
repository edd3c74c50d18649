"""The day that a stated deadline falls on, where the year is certain."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from reportgen.outline import Document

_YEAR = re.compile(r"(20\d\d)\s*年(?:\s*(\d{1,2})\s*月)?")
_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")
_MONTH_END = re.compile(r"(\d{1,2})月(?:底|末)")
_QUARTER_END = re.compile(r"第?([一二三四])季度(?:末|内)")
_YEAR_END = re.compile(r"年(?:底|末|内)")
_HALF_YEAR = re.compile(r"上半年")
_DECEMBER = 12


def due(deadline: str, document: Document) -> date | None:
    """Return the last day on which a deadline is kept.

    The year is certain where the deadline states it, or where the speech is dated and the day does not lie
    before that month. 6月前 and 二季度前 may be read in two ways, and give nothing.

    Args:
        deadline: the words of the speech (``6月30日前``, ``2025年底前``).
        document: the speech, for its date.
    """
    stated = _YEAR.search(deadline)
    spoken = _YEAR.search(document.date.text) if document.date else None
    found = stated or spoken
    if found is None:
        return None
    day = _last_day(deadline, int(found[1]))
    if day is None or stated:
        return day
    # 3月底前, said in December, is of the next year, or was never changed.
    return None if spoken is None or spoken[2] is None or day < date(day.year, _month(spoken[2]), 1) else day


def _last_day(deadline: str, year: int) -> date | None:
    if found := _DAY.search(deadline):
        return _date(year, int(found[1]), int(found[2]))
    if found := _MONTH_END.search(deadline):
        return _end(year, int(found[1]))
    if found := _QUARTER_END.search(deadline):
        return _end(year, 3 * ("一二三四".index(found[1]) + 1))
    if _HALF_YEAR.search(deadline):
        return _end(year, 6)
    return _end(year, _DECEMBER) if _YEAR_END.search(deadline) else None


def _month(text: str) -> int:
    return min(max(int(text), 1), _DECEMBER)


def _end(year: int, month: int) -> date | None:
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= _DECEMBER else None


def _date(year: int, month: int, day: int) -> date | None:
    last = _end(year, month)
    return date(year, month, day) if last is not None and 1 <= day <= last.day else None
