"""Which numbers of a clause are figures: a value and what it is counted in.

A number is a figure only where a unit of our list follows it. That alone keeps out years, ordinals, articles
of laws, file numbers, hotlines, 863计划 and 世界500强. How numbers are written follows GB/T 15835-2011:
digits, digits with 万 and 亿, 百分之八, and numerals in characters, which are figures only where they are
large or fractions (the 四 of 四个方面 counts headings, not things).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportgen.analysis.lexicon import inside
from reportgen.text.patterns import lazy

# `\d` holds the digits of full width too, which copied texts are full of.
_PLAIN = r"\d{1,3}(?:,\d{3})+(?:[.．·]\d+)?|\d+(?:[.．·]\d+)?"
_MIXED = r"\d+(?:[亿万千]\d+)+[千百]?"  # 1万3千, 3亿5000(万)
_ONE = rf"(?:{_MIXED}|{_PLAIN})"
_RANGE = rf"{_ONE}(?:[%％‰]?[万亿]?(?:[-－—–~～]|至|到){_ONE})?"
_MYRIAD = "(?:[十百千]?万亿|[十百千]?[万亿])"
_ABOUT = "[多余几来]?"
_LATIN = r"(?:k?m[²³]?|[kmμu]?g(?:/m[³3])?|[kMG]Wh?|mm|cm|㎡|TEU|[MGT]B|dB)(?![A-Za-z\d])"
_SHARES = r"[%％‰]|个?百分点|成(?![为立功果效本长就员套品])"
_PER = "(?:/(?:吨|年|小时|人|天|亩))?"
# Not inside a word of Latin letters, a decimal, an ordinal, a formula or a date.
_BEFORE = r"(?<![\dA-Za-z.．·第+＋/／×*])(?<!\d[-－—–~～:：])"

_ONES = "一二三四五六七八九两"
_TENS = f"[二三四五六七八九]十[{_ONES}]?[多余]?"
_HUNDREDS = rf"[{_ONES}][百千][{_ONES}十百千零]*[多余]?"
_MYRIADS = rf"[{_ONES}][{_ONES}十百千零]*[万亿][{_ONES}十百千万亿零]*(?:[多余][万亿]?)?"
_FRACTION = (
    rf"(?:百|千|万|[二三四五六七八九十]+)分之(?:[{_ONES}][{_ONES}十百千万亿〇零]*|十[{_ONES}]?|百|\d+)"
    rf"(?:(?:点[{_ONES}零〇]+)|[.．]\d+)?"
)
_FEW = "个百分点|倍|番|成(?=半|多|以上|左右|以下|$)"
# 一倍 and 两个百分点 are figures where something grew by them.
_GREW = lazy(r"(?:增[长加]?|升|提高|扩大|下降|降低|减少|回落|翻|高|低|近|约|超过?|达|的|[过有])了?$")

# Numbers inside names, titles, masks and short quotes (“985”, “263”专项行动) are no figures …
# (a mark without its partner is looked for no further than a title is long).
_ZONES = lazy(r"《[^》]{0,400}》|【[^】]{0,400}】|〔[^〕]{0,400}〕|[“‘](?P<quoted>[^“”‘’，。；]{1,15})[”’]")
# … unless the quotation says an amount (“增长5%以上”).
_COUNTS = lazy(r"[%％]|增长|[万亿]元|以上|左右")
_CHANGES = lazy(
    r"(?:压缩|缩短|减少|降低|降|提前|节约|节省|增加|延长|控制)[^，]{0,8}(?:\d+[^，\d]{0,8})?$|由|从|至"
)
_FAR = 160  # characters before a number within which its clause can speak of it
_NEAR = 8
_LIFE = lazy(r"寿命|平均年龄")


@dataclass(frozen=True, slots=True)
class Number:
    """A figure's place in its clause: value from `start` to `middle`, unit from `unit` to `end` (or none)."""

    start: int
    middle: int
    unit: int
    end: int


def numbers(text: str) -> tuple[Number, ...]:
    """Return the figures of a clause, in order."""
    named = bytearray(len(text))
    for zone in _ZONES.finditer(text):
        if not _COUNTS.search(zone["quoted"] or ""):
            named[zone.start() : zone.end()] = b"\1" * len(zone[0])
    found = (*_of_digits(text), *_of_characters(text))
    outside = (one for one in found if not named[one.start])
    return tuple(sorted(outside, key=lambda one: one.start))


def _of_digits(text: str) -> Iterator[Number]:
    for found in _digits().finditer(text):
        if not _lasts(found, text[max(found.start() - _FAR, 0) : found.start()]):
            yield Number(found.start("value"), found.end("value"), found.start("unit"), found.end())


def _lasts(found: re.Match[str], before: str) -> bool:
    """An age or a duration is no figure, unless it is what changed (由15个工作日压缩至3个工作日)."""
    if found["unit"].endswith("岁"):
        return _LIFE.search(before) is None
    if re.search(f"(?:{inside('figures.lasting')})$", found["unit"]):
        return _CHANGES.search(before) is None
    return found["unit"] == "分" and before.endswith(("时", "点"))


def _of_characters(text: str) -> Iterator[Number]:
    for found in _characters().finditer(text):
        value = next(name for name in ("fraction", "myriads", "hundreds", "few") if found[name])
        unit = next((name for name in ("of", "counted", "share") if found[name]), None)
        middle = found.end(value)
        if value != "few" or _GREW.search(text, max(found.start() - _NEAR, 0), found.start()):
            yield Number(found.start(value), middle, middle, found.end(unit) if unit else middle)


def _classifier() -> str:
    return f"(?:{inside('figures.counted')}|{inside('figures.measured')}|{_LATIN})"


@lru_cache(maxsize=1)
def _digits() -> re.Pattern[str]:
    thing = _classifier()
    unit = (
        rf"(?:{_SHARES}|{_ABOUT}(?:{_MYRIAD}|[百千]){_ABOUT}(?:{inside('figures.scaled')}|{thing})|{_ABOUT}{_MYRIAD}{_ABOUT}"
        rf"|{_ABOUT}{thing}|{_ABOUT}(?:{inside('figures.lasting')}|周?岁)){_PER}"
    )
    return lazy(rf"{_BEFORE}(?P<value>{_RANGE})[ \u3000\xa0]?(?P<unit>{unit})")


@lru_cache(maxsize=1)
def _characters() -> re.Pattern[str]:
    return lazy(
        rf"(?<![第十百千万亿数几零〇{_ONES}])(?:(?P<fraction>{_FRACTION})"
        rf"|(?P<myriads>{_MYRIADS})(?P<of>{_classifier()})?(?!里长征|分|众|物|象|岁|年)"
        rf"|(?P<hundreds>{_HUNDREDS}|{_TENS})(?P<counted>{inside('figures.characters')})"
        rf"|(?P<few>[{_ONES}])(?P<share>{_FEW}))"
    )
