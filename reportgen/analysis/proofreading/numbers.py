"""How numbers are written (GB/T 15835-2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.analysis.proofreading.findings import Remark, Script
from reportgen.text.numerals import han_value
from reportgen.text.patterns import lazy

_UNITS = "一二两三四五六七八九"
_HAN_YEAR = lazy(r"(?<![一二三四五六七八九〇零○十百千万亿])[一二][一二三四五六七八九〇零○]{3}年")
_YEAR = lazy(r"(?<!\d)[12]\d{3}年")
_HAN_PERCENT = lazy(r"百分之[一二三四五六七八九十点〇零]+(?![、一二三四五六七八九十])")
_PERCENT = lazy(r"(?<!\d)\d++(?:\.\d++)?%")
_APPROXIMATE = lazy(
    rf"(?<![第{_UNITS}十百千0-9、零])([{_UNITS}])、([{_UNITS}])(?=(?:十|百|千|万|亿|个(?![一-龥]?[方层])|名|人|次|倍|岁|天|年(?![级段期])|里|斤|户))"
)
_PERCENT_RANGE = lazy(r"(?<![\d.])(\d+(?:\.\d+)?)(?:~|～|-|—|－|至|到)(\d+(?:\.\d+)?)%")
_MYRIAD_RANGE = lazy(r"(?<![\d.年月])(\d+(?:\.\d+)?)[~～](\d+(?:\.\d+)?)([万亿])")
_NUMBER = r"(?:\d[\d.,]*|[一二两三四五六七八九十百千万亿]{1,8})[十百千万亿%]{0,3}"
_FRONT = (
    r"(?P<front>将近|接近|大约|(?<![节条签预制契公合违履相邀誓缩简大])约"
    r"|(?<![附最邻临靠将接亲远])近)(?:占|为|有)?"
)
# 近30多年 are the last thirty years and more; only counts of things are approximated twice.
_DOUBLE_APPROXIMATION = lazy(
    rf"{_FRONT}{_NUMBER}(?:(?P<mid>余|多)(?![年天日月代]|个[月多])|(?:[\u4e00-\u9fff]{{1,4}}?)?(?P<back>左右|上下))"
)
_OVER = lazy(
    r"(?:超过|超|高于|多于|不少于|不低于|至少|突破)(?:\d[\d.,]*|[一二两三四五六七八九十百千万亿]{1,8})[十百千万亿%]{0,3}"
    r"(?:[个名人次家户件项元吨亩米年天]|公里|万元|亿元|人次|美元|公顷|平方米)?(?:以上|左右|上下)"
    r"|(?:不超过|最多|至多|不高于)(?:\d[\d.,]*|[一二两三四五六七八九十百千万亿]{1,8})[十百千万亿%]{0,3}"
    r"(?:[个名人次家户件项元吨亩米年天]|公里|万元|亿元|人次)?(?:以下|以内|左右)"
)
_TIMES = lazy(
    r"(?:下降|减少|降低|缩小|缩短|下跌|减轻|萎缩)了?(?:近|约|超过|超)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)(?:多|余)?倍"
)


def mixed_years(script: Script) -> Iterator[Remark]:
    """Evidence: years of four Han digits and years of four Arabic ones in one speech, its head apart."""
    start = body_start(script)
    han, arabic = _HAN_YEAR.finditer(script.text, start), _YEAR.finditer(script.plain, start)
    yield from _minority(list(han), list(arabic), script, "年份")


def mixed_percents(script: Script) -> Iterator[Remark]:
    """Evidence: 百分之二十 and 20% in one speech; 百分之百 is a word, 百分之二、三 an approximation."""
    han, arabic = _HAN_PERCENT.finditer(script.text), _PERCENT.finditer(script.plain)
    yield from _minority(list(han), list(arabic), script, "百分数")


def body_start(script: Script) -> int:
    """Return where the head (title, speaker, date) ends in the reading text."""
    document = script.document
    heads = (*document.title, *document.letterhead, document.subtitle, document.byline, document.date)
    body = (*document.preamble[:1], *(node.heading for node in document.nodes[:1]))
    first = min((piece.span.start for piece in body), default=len(document.source.text))
    ends = [piece.span.end for piece in heads if piece and piece.span.end <= first]
    return script.reading(max(ends)) if ends else 0


def _minority(
    han: Sequence[re.Match[str]], arabic: Sequence[re.Match[str]], script: Script, name: str
) -> Iterator[Remark]:
    if not han or not arabic:
        return
    few, many = sorted((han, arabic), key=len)
    for found in few:
        message = f"{name}写法不统一：全文另有 {len(many)} 处写作“{many[0][0]}”一类"
        yield script.remark(found, message, "同类数字用同一种写法")


def approximate(script: Script) -> Iterator[Remark]:
    """Evidence: 、 inside an approximate number, 三、四十 (GB/T 15835, 5.2.1: 三四十)."""
    starts = {start for start, _ in script.paragraphs()}
    for found in _APPROXIMATE.finditer(script.text):
        first, second = (han_value(found[group]) for group in (1, 2))
        if second == first + 1 and found.start() not in starts:
            yield script.remark(found, "概数中间不用顿号", f"改为“{found[1]}{found[2]}”")


def percent_range(script: Script) -> Iterator[Remark]:
    """Evidence: 5～8%, where both ends take the sign (GB/T 15835, 5.1.3: 15%～30%)."""
    for found in _PERCENT_RANGE.finditer(script.plain):
        yield script.remark(found, "百分数的范围，前一个数也要带百分号", f"改为“{found[1]}%～{found[2]}%”")


def myriad_range(script: Script) -> Iterator[Remark]:
    """Evidence: 9～16亿, where both ends take 万 or 亿 (GB/T 15835, 5.1.3: 9亿～16亿)."""
    for found in _MYRIAD_RANGE.finditer(script.plain):
        unit = found[3]
        message = f"数值范围，前一个数也要带“{unit}”"
        yield script.remark(found, message, f"改为“{found[1]}{unit}～{found[2]}{unit}”")


def double_approximation(script: Script) -> Iterator[Remark]:
    """Evidence: two words for "about" on one number: 近…余, 约…左右, 超过…以上."""
    for found in _DOUBLE_APPROXIMATION.finditer(script.plain):
        message = f"“{found['front']}”和“{found['mid'] or found['back']}”都表示约数"
        yield script.remark(found, message, "只留一个")
    for found in _OVER.finditer(script.plain):
        yield script.remark(found, f"“{found[0]}”前后都有限定，重复或矛盾", "只留一个")


def times_less(script: Script) -> Iterator[Remark]:
    """Evidence: a decrease counted in 倍; what falls by once is gone (all style books)."""
    for found in _TIMES.finditer(script.plain):
        yield script.remark(found, "减少不能用“倍”", "改用百分数或分数，如“下降50%”“减少一半”")
