"""What stands around a figure in its clause: what it measures, how it changed, when.

Only words of the speech are taken, and only where a pattern is sure of them: a caption that is missing is
better than one that is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from reportgen.analysis.figures.numbers import Number
from reportgen.analysis.lexicon import inside
from reportgen.text.patterns import lazy

Part = tuple[int, int]
"""Some words of a clause: where they begin and end in it."""

_FAR = 160  # characters before a number within which a clause can speak of it
_LONGEST = 20  # characters of what is measured; longer ones are no name of anything
_SHORTEST = 2
_YEAR = "(?:[12１２][0-9０-９]{3}|[〇零一二三四五六七八九○]{4})年"
_MONTH = r"1?\d月(?:份|底|末|\d{1,2}日)?"
_PERIOD = lazy(
    rf"(?:截至|截止)?(?:目前|(?:{_YEAR}|今年|去年|前年|明年|上年|当年)"
    rf"(?:年?底|年?末|初|[上下]半年|全年|前?[一二三四]季度|{_MONTH}|度)?(?:以来)?)"
    rf"(?:(?:至|到|[-－—–~～]){_YEAR}(?:底|末)?)?"
    r"|(?:过去|最近|近|前)?[一二两三四五六七八九十\d]+(?:多|余)?年(?:多|间|来|以来|里|内)"
    r"|[上下]半年|前?[一二三四]季度|前三季度|全年|“?[一二三四五六七八九十]{1,3}五”?(?:时期|期间|以来|末)"
    r"|1?\d月份|目前|同期|年底|年末"
)
# 比2019年, 是上年的2倍: a year to compare with is not the year of the number.
_COMPARED = lazy(r"(?:比|较|是|同|于|相当于|超过)$")
_ABOUT = f"(?:{inside('figures.about')})"
_VERB = f"(?:{inside('figures.change')})"
_CHANGED = lazy(
    rf"(?:{inside('figures.manner')})*{_VERB}(?:了|到|至|为|幅度?为?|率?达到?)?{_ABOUT}?$"
    rf"|(?:(?<!占)比(?!重|例)|较)[^，、]{{1,16}}[多少]了?{_ABOUT}?$"
)
_TIMES = lazy(r"(?:是|为|相当于|达到|达)[^，、]{2,20}的(?:约|近)?$")
_FROM = lazy(r"[由从]")
_TO = lazy(rf"{_VERB}[^\d，]{{0,3}}[到至为成]|发展到|[到至]")

_TAIL = lazy(rf"(?:{inside('figures.tail')}|{_ABOUT})+$")
_HEAD = lazy(f"(?:{inside('figures.head')})+")
_NO_SUBJECT = lazy(
    rf"^(?:{inside('figures.opening')})|(?:{inside('figures.region')})$|的$|[“”‘’（）《》【】]|^[^，]{{0,2}}(?:{inside('figures.verb')})$"
)
_AGES = lazy(r"\d+周?岁")
# Behind a number that ends its phrase: nothing, or what rounds it off.
_ENDS = lazy(r"(?:以上|以下|以内|左右|上下|之多)?(?:$|[（）()，、；”]|和|及(?!以)|就)")
_NOUN = lazy(r"(?:以上|以下|左右)?(?P<noun>[\u4e00-\u9fffA-Za-z]{2,16})")
_STOP = lazy(inside("figures.stop"))
# 832个贫困县农民人均收入, 290万名县级以上干部: what follows is more than the thing counted.
_MORE = frozenset({"人均", "以上", "以下", "和"})
_COUNTING = lazy(f"(?:{inside('figures.counting')})$")


@dataclass(frozen=True, slots=True)
class Around:
    """What is said of one figure; None where the clause does not say it."""

    measured: Part | None
    change: Part | None
    period: Part | None
    goes_on: bool
    """The clause begins with the change, so that what is measured stands before it in the sentence."""


def around(text: str, places: tuple[Number, ...], at: int) -> Around:
    """Return what a clause says of one of its figures.

    Args:
        text: the clause.
        places: all figures of the clause, in order.
        at: which of them.
    """
    number = places[at]
    change = _change(text, places, at)
    floor = max(number.start - _FAR, 0)
    if at:
        floor = max(floor, _behind(text, places[at - 1].end, number.start))
    end = min(change[0], number.start) if change else number.start
    measured = _measured(text, number, floor, end, changed=change is not None)
    opens = not _HEAD.sub("", text[max(end - _FAR, 0) : end]).strip()
    return Around(
        measured, change, period_before(text, number.start), change is not None and not measured and opens
    )


def _behind(text: str, last: int, start: int) -> int:
    """Behind the figure before, and behind what belongs to it, up to the next 、 or 和."""
    found = re.search(r"[、，；和及]", text[last:start])
    return last + found.end() if found else last


def period_before(text: str, end: int) -> Part | None:
    """Return the last period that a clause names before a place."""
    start = max(end - _FAR, 0)
    found = [
        one
        for one in _PERIOD.finditer(text, start, end)
        if not _COMPARED.search(text, max(one.start() - 3, 0), one.start())
    ]
    return found[-1].span() if found else None


def _change(text: str, places: tuple[Number, ...], at: int) -> Part | None:
    number = places[at]
    for first, second in pairwise(places[max(at - 1, 0) : at + 2]):
        span = _from_to(text, first, second)
        if span:
            return span
    start = max(number.start - _FAR, 0)
    before = text[start : number.start]
    times = text[number.unit : number.end] == "倍" and _TIMES.search(before)
    found = times or _CHANGED.search(before)
    return (start + found.start(), number.end) if found else None


def _from_to(text: str, first: Number, second: Number) -> Part | None:
    """由6079元增加到11567元: both figures have the whole of it as their change."""
    between = text[first.end : second.start]
    if "、" in between or not _TO.search(between):
        return None
    opening = list(_FROM.finditer(text, max(first.start - 16, 0), first.start))
    return (opening[-1].start(), second.end) if opening else None


def _measured(text: str, number: Number, floor: int, end: int, *, changed: bool) -> Part | None:
    """What stands before a number that ends its phrase or changed; else what stands behind it."""
    if changed or _ENDS.match(text, number.end):
        return _subject(text, floor, end)
    return _counted(text, number)


def _subject(text: str, start: int, end: int) -> Part | None:
    """The noun phrase before the number, without period, verb and adverbs."""
    start += max(text[start:end].rfind(mark) for mark in "，；：（“") + 1
    for period in _PERIOD.finditer(text, start, end):
        if not _COMPARED.search(text, max(period.start() - 3, 0), period.start()):
            start = max(start, period.end())
    head = _HEAD.match(text[start:end])
    start += head.end() if head else 0
    if text[start:end].startswith("占"):  # 占总人口的17.3%
        end -= text[start:end].endswith("的")
    tail = _TAIL.search(text[start:end])
    if "分别" in text[start:end]:
        return None  # each number is of another thing
    end = start + tail.start() if tail else end
    return _named(text, start, end)


def _named(text: str, start: int, end: int) -> Part | None:
    """Cut a long phrase to its last part; give up where that is long still, or names nothing."""
    if end - start > _LONGEST:
        start += max(text[start:end].rfind(mark) for mark in "，、使让把将对在") + 1
    words = text[start:end].strip(" \u3000")
    start = text.index(words, start)
    short = _SHORTEST <= len(words) <= _LONGEST
    if not short or _NO_SUBJECT.search(words) or re.search(r"\d", _AGES.sub("", words)):
        return None
    return (start, start + len(words)) if re.search(r"[\u4e00-\u9fff]{2}", words) else None


def _counted(text: str, number: Number) -> Part | None:
    """The things counted, behind the number: 100个项目."""
    if not _COUNTING.search(text[number.unit : number.end]):
        return None
    found = _NOUN.match(text, number.end)
    if not found:
        return None
    stop = _STOP.search(found["noun"])
    words = found["noun"][: stop.start()] if stop else found["noun"]
    start = found.start("noun")
    whole = stop is None or stop[0] not in _MORE
    return (start, start + len(words)) if whole and len(words) >= _SHORTEST else None
