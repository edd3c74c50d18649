"""A small grammar of the times by which, within which or how often something is to be done.

Times are a closed language, so they are read whole or not at all: at each place the longest expression wins,
and what is no deadline (去年底前, 十年前, 15分钟内) is read as well, so that no part of it is taken for one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from reportgen.text.patterns import lazy


class Bound(Enum):
    """What an expression of time says.

    A limit (6月底前, 年内), the end of a period (到2027年底), a length of time (三年内), a stretch, a rhythm,
    or nothing that anybody could be held to.
    """

    BY = auto()
    END = auto()
    LENGTH = auto()
    SPAN = auto()
    OFTEN = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time: its place in the text and what it says."""

    start: int
    end: int
    bound: Bound

    @property
    def is_deadline(self) -> bool:
        """Whether somebody can be held to it."""
        return self.bound is not Bound.NONE


_HAN = "零〇○一二两三四五六七八九十百"
_N = rf"(?:\d{{1,4}}|[{_HAN}]{{1,5}})"
_GAP = r"[ \u3000\xa0]?"
_TO = rf"{_GAP}(?:至|到|[-－—–~～]{{1,2}}){_GAP}"
_YEAR = (
    rf"(?:(?:(?:19|20)\d\d|[一二][九〇○零][{_HAN}]{{2}}){_GAP}年度?"
    r"|今年|明年|后年|本年度?|当年|次年|翌年|每年)"
)
_MONTH = rf"(?:(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]){_GAP}月份?|本月|当月|下个?月|次月|每个?月)"
_DAY = (
    rf"(?:[1-3]?\d|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]){_GAP}[日号]"
    r"(?:（[^（）]{1,6}）)?(?:\d{1,2}[时点])?"
)
_EDGE = "(?:上旬|中旬|下旬|底|末|初|中(?![央国小期等心华部西东外方医层学]))"
_QUARTER = (
    rf"(?:第?[一二三四1-4]{_GAP}季度|前[一二三]季度|[上下]半年|本季度|下个?季度|每个?季度|每半年|[Qq][1-4])"
)
_WEEK = r"(?:[本下]周(?:[一二三四五六日天末])?)"
# 前面, 内容, 末端, 底线: the same characters inside words.
_BEFORE = (
    r"(?:(?:之前|以前|前)(?!面|进|期|沿|锋|途|后|言|列|述|所未|端|瞻|景|提(?![交出供请升高])|往|来|三|二|两|十|\d|几|夕"
    r"|一[周天个年]))"
)
_WITHIN = r"(?:(?:之内|以内|内)(?!部|容|外|地|需|陆|涝|河|设|控|在|心|生|涵|债|资|销|政))"
_END = r"(?:(?:底|末)(?!线|部|数|层|蕴|色|子|座|细|端|尾|梢|位))"
_IN_YEAR = rf"{_MONTH}{_GAP}(?:{_DAY}|{_EDGE})?|{_QUARTER}{_GAP}{_EDGE}?"
_POINT = (
    rf"(?:{_YEAR}{_GAP}(?:的)?(?:{_IN_YEAR}|年?{_EDGE}|度)?|{_IN_YEAR}|年[底末中初]|年终|[月季周]末|月底|季度末"
    rf"|{_DAY}|{_WEEK}|20\d\d[-/.](?:1[0-2]|0?[1-9])[-/.][0-3]?\d)"
)
_UNIT = r"(?:年|个半?月|个?季度|个?学期|周|个?星期|个?礼拜|天|日)"
_PERIOD = "(?:年|半年|半月|半个月|季度?(?!节)|月份?|周|星期|学期)"
_COUNT = rf"(?:{_N}(?:{_TO}|、)?{_N}?|半)"
_LENGTH = rf"(?:{_COUNT}{_GAP}{_UNIT}(?:半)?|半{_GAP}(?:年|个月))(?:左右)?(?:的?时间)?"
_EVENT = (
    r"(?:今年|明年|每年|[本下]次|[本下]届|全国|全省)?(?:春节|元旦|国庆节?|中秋节?|端午节?|清明节?|“五一”|“十一”|五一|暑假|寒假|暑期"
    r"|[春秋]季开学|开学|高考|中考|主?汛期?|入汛|雨季|入冬|冬季|供暖[季期]?|采暖[季期]|春耕|秋收|两会|换届|党代会|任期)"
    r"(?:来临|到来|开始|启动|召开|结束|开幕|满)?"
)
_WORKDAY = rf"(?:今天|今日|明天|当天|每天|每日|{_WEEK}|{_DAY})?(?:上班|下班|散会)"
_AFTER = (
    r"(?:(?:本次)?会议?(?:结束)?后|(?:接到|收到)[\u4e00-\u9fff]{2,6}后|(?:文件|通知|方案)(?:印发|下发)后)"
)
_PLAN = r"“?[一二]?十[一二三四五六七八九]?五”?(?:规划)?(?:时期|期)?"

# [日期]前, ×月×日前: a day that is still to be put in.
_TO_BE_PUT_IN = (
    r"[\[【〔][^\[\]【】〔〕]{0,8}(?:日期|时间)[^\[\]【】〔〕]{0,4}[\]】〕]"
    r"|(?:(?:20)?[×xX]{1,4}年)?[×xX]{1,2}月(?:[×xX]{1,2}[日号]|底|末)"
)

_FORMS: tuple[tuple[Bound, str], ...] = (
    (Bound.BY, rf"到?(?:{_POINT}){_GAP}(?:年底)?{_BEFORE}"),
    (
        Bound.BY,
        rf"到?(?:{_POINT}|年|月|季度|周|[本下]?学期|本?学年|本届|(?:本届)?任期){_GAP}{_WITHIN}",
    ),
    (
        Bound.END,
        rf"到?(?:{_YEAR}{_GAP}年?|{_YEAR}?{_GAP}(?:{_MONTH}|{_QUARTER}){_GAP}|年|月|季度?|本周|下周){_END}",
    ),
    (Bound.LENGTH, rf"(?:今后|未来|{_AFTER}|{_EVENT}后?)?{_LENGTH}{_WITHIN}"),
    (Bound.LENGTH, rf"{_AFTER}{_N}{_GAP}个?(?:工作日|小时){_WITHIN}"),
    (Bound.BY, rf"{_EVENT}{_BEFORE}"),
    (Bound.BY, rf"{_WORKDAY}{_BEFORE}"),
    (Bound.BY, rf"(?:{_TO_BE_PUT_IN}){_BEFORE}"),
    (Bound.BY, rf"到?{_PLAN}末{_BEFORE}?"),
    (Bound.SPAN, rf"(?:即日起|明天起|从?(?:{_POINT})起?){_TO}(?:{_POINT})"),
    (Bound.OFTEN, rf"每(?:周|星期)[一二三四五六日天末](?![期次场轮个])(?:[上下]午)?{_BEFORE}?"),
    (
        Bound.OFTEN,
        rf"每隔?(?:{_N}{_GAP}(?:年|个月|个?季度|周|个?星期|个?学期|天|日)|个?{_PERIOD}|天|日){_EDGE}?",
    ),
    # What is no deadline.
    (
        Bound.NONE,
        rf"(?:去年|前年|上年|往年|同年|上个?月|上季度|上周)(?:的)?(?:{_IN_YEAR}|年?{_EDGE})?(?:{_BEFORE}|{_WITHIN})?",
    ),
    (
        Bound.NONE,
        rf"(?:近|最近|过去|前|头|平均)的?(?:{_LENGTH}|每年|每月|每天)(?:平均)?(?:{_WITHIN}|来|以来|间)?",
    ),
    (Bound.NONE, r"每[年月天日]平均"),
    (Bound.NONE, rf"从?(?:{_POINT}){_TO}(?:{_POINT})(?:期间|之间)"),
    (Bound.NONE, rf"截至{_GAP}(?:目前|(?:{_POINT}))(?:{_END}|{_BEFORE})?"),
    (Bound.NONE, rf"{_LENGTH}(?:多|余)?(?:{_BEFORE}|以?来|间|后)"),
    (Bound.NONE, rf"{_N}{_GAP}个?(?:工作日|小时|分钟|秒钟?){_WITHIN}"),
    (Bound.NONE, rf"(?:{_POINT}|{_PLAN})(?:以来|起|后|期间|以后|之后)?"),
)
_START = lazy(
    rf"[\d{_HAN}今明后本当次翌每年月季周上下第前QqAa“到截春元国中端清五暑寒秋开高主汛入雨冬供采两换党任会接收文通方全近最过头平去往同半未用即从\[【〔×xX]"
)
# No expression is without one of these; most clauses are.
_UNITS = lazy(r"[年月日号周季天时钟期前内底末]|[Qq][1-4１-４]")
_WITHIN_A_YEAR = lazy("[月日号旬季周节]")
_BELONGS = frozenset(f"0123456789{_HAN}每今明去")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[Bound, re.Pattern[str]], ...]:
    return tuple((bound, lazy(form)) for bound, form in _FORMS)


def times(text: str) -> tuple[Time, ...]:
    """Return the expressions of time in a text, from left to right, each as long as it can be.

    Two that stand side by side, and one behind a figure or a word that would belong to it, are not
    understood: they are no deadline.
    """
    found: list[Time] = []
    if _UNITS.search(text) is None:
        return ()
    plain = text.translate(_WIDE)
    at = 0
    while start := _START.search(plain, at):
        time = _longest(plain, start.start())
        if time:
            _add(time, plain, found)
        at = time.end if time else start.end()
    return tuple(found)


def _add(time: Time, text: str, found: list[Time]) -> None:
    if found and not text[found[-1].end : time.start].strip():
        found[-1] = Time(found[-1].start, time.end, Bound.NONE)
    elif time.start and text[time.start - 1] in _BELONGS:
        found.append(Time(time.start, time.end, Bound.NONE))
    else:
        found.append(time)


def _longest(text: str, start: int) -> Time | None:
    """The longest expression that begins at a place; of equal ones the form that stands first."""
    matches = ((bound, form.match(text, start)) for bound, form in _forms())
    ends = [
        (found.end(), -order, bound) for order, (bound, found) in enumerate(matches) if found and found[0]
    ]
    if not ends:
        return None
    end, _, bound = max(ends, key=lambda one: one[:2])
    # 从1978年到1983年 is a period of history.
    years = bound is Bound.SPAN and _WITHIN_A_YEAR.search(text, start, end) is None
    return Time(start, end, Bound.NONE if years else bound)
