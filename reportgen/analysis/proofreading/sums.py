"""Figures that do not agree with each other."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.analysis.proofreading.findings import Remark, Script
from reportgen.text.patterns import lazy

WHOLE = 100.5
"""Per cent that shares of one whole may come to, rounding allowed."""
SLACK = 1.0
"""Points that a stated growth may be off, beside what rounding of both ends explains."""

# Taken whole or not at all: a number of thousands of digits must not be tried from each of them.
_ALL = 100  # per cent
_N = r"(?<!\d)\d++(?:\.\d++)?"
_UNIT = (
    r"(?:万亿元|亿元|万元|元|万吨|亿吨|吨|万人|亿人|人|万户|户|万家|家|万个|个|万件|件|万亩|亿亩|亩"
    r"|亿斤|万公里|公里|平方米|万套|套|项|名)"
)
_WORDS = r"[^，。；、：\d\n]"
_OF_YEAR = rf"(?:{_WORDS}{{0,8}}(?:\d{{4}}年|上年|去年)(?:底|末)?的?)?"
_GROWTH = lazy(
    rf"[从由]{_OF_YEAR}(?P<first>{_N})(?P<unit>{_UNIT})，?"
    r"(?:增加|增长|提高|上升|扩大|提升|减少|下降|降低|降)(?:到|至|为)了?"
    rf"{_OF_YEAR}(?P<last>{_N})(?P=unit)，(?:累计|共|总共|净)?"
    rf"(?:增长|增幅达?|增加|提高|下降|降幅达?|减少|上升)了?(?P<stated>{_N})(?P<kind>%|倍)"
)
_SHARES = lazy(
    rf"(?:分别占{_WORDS}{{0,12}}|(?:占比|比重|比例)分别(?:为|是|达)?)(?P<list>{_N}%(?:[、和与及，]{_N}%)+)"
)
_PART = lazy(rf"{_N}(?=%)")
_OVER_WHOLE = lazy(
    r"(?:占比|占到?|覆盖率|完成率为?|合格率|入学率|参保率|达标率|满意率|满意度|普及率|就业率)"
    rf"{_WORDS}{{0,6}}(?P<share>{_N})%"
)
_ITEM = rf"{_WORDS}{{1,12}}{_N}{_UNIT}"
_SUM = r"(?:共计|合计|总计|一共|共)"
_TOTAL = lazy(rf"(?P<parts>(?:{_ITEM}[、，]){{1,8}}{_ITEM})，{_SUM}(?P<total>{_N})(?P<unit>{_UNIT})")
_AMONG = lazy(
    rf"(?:{_SUM}有?|总数(?:为|达)){_WORDS}{{0,8}}(?P<total>{_N})(?P<unit>{_UNIT}){_WORDS}{{0,10}}"
    rf"，其中[，：:]?(?P<parts>(?:{_ITEM}[、，和])+{_ITEM})(?=[，。；、])"
)
# Without a word for "in all" people may be counted twice (党员, 女性); things are not.
_AMONG_THINGS = lazy(
    rf"(?<!\d)(?P<total>{_N})(?P<unit>{_UNIT})(?<![人名])，其中[，：:]?"
    rf"(?P<parts>(?:{_ITEM}[、和])+{_ITEM})(?=[，。；、])"
)
# A list goes on to the left where a number of a unit that is not known stands: 学校3所、.
_LISTED_BEFORE = lazy(rf"\d{_WORDS}{{1,4}}、[^，。；：\n]*$")
_COUNT = lazy(rf"(?<!\d)(?P<value>{_N})(?P<unit>{_UNIT})")
_REAL = lazy(r"可比|实际|不变价|年均|平均|同口径")
AROUND = 40
"""Characters beside a growth in which words like 可比价格 explain it."""


def growth(script: Script) -> Iterator[Remark]:
    """Evidence: 从 A 增加到 B，增长 x%, where x does not follow from A and B; not beside 可比价, 年均."""
    for found in _GROWTH.finditer(script.plain):
        around = script.plain[max(found.start() - AROUND, 0) : found.end() + AROUND]
        first, last, stated = float(found["first"]), float(found["last"]), float(found["stated"])
        if _REAL.search(around) or not first:
            continue
        low, high = _range(found["first"], found["last"])
        scale = 100 if found["kind"] == "%" else 1
        low, high = sorted((abs(low) * scale, abs(high) * scale))
        slack = SLACK * scale / 100
        if not low - slack <= stated <= high + slack:
            real = abs(last - first) / first * scale
            message = f"按前后两数计算应为 {real:.1f}{found['kind']}"
            yield script.remark(found, message, "核对数字")


def _range(first: str, last: str) -> tuple[float, float]:
    """The least and the greatest growth that two rounded numbers can stand for."""
    below, above = _half_unit(first), _half_unit(last)
    start, end = float(first), float(last)
    return (end - above) / (start + below) - 1, (end + above) / max(start - below, 1e-9) - 1


def _half_unit(number: str) -> float:
    return 0.5 * 10.0 ** -len(number.partition(".")[2])


def shares(script: Script) -> Iterator[Remark]:
    """Evidence: shares listed behind 分别占 that come to more than the whole."""
    for found in _SHARES.finditer(script.plain):
        total = sum(map(float, _PART.findall(found["list"])))
        if total > WHOLE:
            yield script.remark(found, f"各部分占比相加为 {total:g}%，超过 100%", "核对数字")


def over_whole(script: Script) -> Iterator[Remark]:
    """Evidence: a share or a rate of more than 100 %."""
    for found in _OVER_WHOLE.finditer(script.plain):
        if float(found["share"]) > _ALL:
            yield script.remark(found, f"占比或比率为 {found['share']}%，超过 100%", "核对数字")


def totals(script: Script) -> Iterator[Remark]:
    """Evidence: counts of one unit whose sum is not the total, or more than the whole they are of."""
    for found in _TOTAL.finditer(script.plain):
        if _LISTED_BEFORE.search(script.plain, max(found.start() - AROUND, 0), found.start()):
            continue
        counts = [float(n) for n, unit in _COUNT.findall(found["parts"]) if unit == found["unit"]]
        several = len(counts) > 1 and len(counts) == len(_COUNT.findall(found["parts"]))
        if several and abs(sum(counts) - float(found["total"])) > 0.5 * len(counts) * _step(found["total"]):
            yield script.remark(found, f"各项相加为 {sum(counts):g}{found['unit']}，与合计不符", "核对数字")
    both = (*_AMONG.finditer(script.plain), *_AMONG_THINGS.finditer(script.plain))
    for found in {found.end(): found for found in reversed(both)}.values():
        counts = [float(n) for n, unit in _COUNT.findall(found["parts"]) if unit == found["unit"]]
        if len(counts) > 1 and sum(counts) > float(found["total"]) * 1.005:
            yield script.remark(found, f"其中各项相加为 {sum(counts):g}{found['unit']}，超过总数", "核对数字")


def _step(number: str) -> float:
    """The last digit that a number shows; whole numbers are exact."""
    decimals = len(number.partition(".")[2])
    return 10.0**-decimals if decimals else 0.1
