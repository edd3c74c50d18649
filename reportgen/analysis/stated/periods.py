"""Times that set no limit and yet say when a thing is to be done: 2026年先行试点, 明年扩大到500人.

`times` reads what anybody could be held to. A year, a part of a year or a rhythm says that too where it
stands before the verb of what is asked for, and dates nothing else.
"""

from __future__ import annotations

from reportgen.analysis.heads import head, names_nobody
from reportgen.analysis.stated.governing import is_of_a_noun
from reportgen.analysis.stated.leading import lead_end_before_time
from reportgen.analysis.stated.roles import Role, Subject
from reportgen.analysis.stated.times import Bound, Time, times
from reportgen.text.patterns import lazy

_MONTH = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|底|初|中旬|上旬|下旬|中)?"
_YEAR = r"(?:20\d\d年度?|今年|明年|后年|本年度)"
_PERIOD = lazy(
    rf"{_YEAR}?(?:[上下]半年|第?[一二三四]季度|{_MONTH})|{_YEAR}(?:年?[底末初])?|年[底末初]|年终|每年年[初底末中]"
    r"|每个?(?:年|半年|月|季度|周|学期)|下周|本周|下个?月|本月"
)
_RHYTHM = lazy(r"(?:季度|月度|年度|每半年)(?=例行|定期|实施|报告|汇报|通报|评估|评审|复盘|审视|向)")
_BEFORE = lazy(
    r"(?:在|于|到|同时|并|计划|争取|力争|确保|要|将|应当?|须|需要?|必须|建议|可以?|也|都|就|原则上|会|\s)*"
)
_AFTER = lazy(
    r"(?:就|要(?![求点素])|将|再|先|拟|[\u4e00-\u9fff][够足好齐出成完]|[^，的]{2,12}(?:再|要(?![求点素])|应当?|须|必须|全部"
    r"|一律)(?=[\u4e00-\u9fff])|计划|争取|力争|应(?!急|用)|须|需|必须|务必|继续|逐步|例行|启动|扩大|完成|回顾|达到?(?=\d)|可以?)"
)
# 扫尾任务上半年都要完成: behind a time, duty says that what is bidden is done then.
_IS_TO = lazy(r"(?:都|均|全部|就|也|一律)*(?:要(?![求点素])|必须|务必|应当)(?=[\u4e00-\u9fff])")
_OF_SOMETHING = lazy(
    r"(?:[^，]{0,3}的(?!确)|不|未|没|无法|以来|来|期间|后|左右|间|起|是|有|度|共|累计|增长|下降|约|被|曾|平均|[比较]|全[国省市县]|预算"
    r"|计划(?:完成|任务)|目标|任务|工作)"
)
_PAST = lazy(r"已经?|即将|[^不为除]了(?![解结然])|曾|去年|上年|同比|共有|占")

# 6月底前拿出方案、9月底前启动建设, 6月和12月: two things, each with a time of its own.
_AND = ("、", "和", "与", "及")

Place = tuple[int, int]


def period(text: str, who: Subject) -> Place | None:
    """Return where the time stands at which what a clause asks for is to be done; None for none or several.

    Args:
        text: the clause.
        who: who acts in it.
    """
    if _PAST.search(text) or (who.role in (Role.OTHER, Role.ASIDE) and not _AFTER.search(text)):
        return None
    rhythm = [(one.start(), one.end()) for one in _RHYTHM.finditer(text)]
    spoken = [
        (one.start, one.end)
        for one in times(text)
        if (one.is_deadline and not _is_of_a_noun(one, text)) or _PERIOD.fullmatch(text[one.start : one.end])
    ]
    if any(text[:start].endswith(_AND) for start, _ in spoken):
        return None
    found = rhythm or [one for one in spoken if _dates_the_verb(text, one, who)]
    return found[0] if len(found) == 1 else None


def _is_of_a_noun(time: Time, text: str) -> bool:
    return time.bound is Bound.BY and is_of_a_noun(text[time.end :])


def _dates_the_verb(text: str, time: Place, who: Subject) -> bool:
    """Whether a time stands between a clause's subject and its verb, or in front of both."""
    start, end = time
    if _IS_TO.match(text, end) and not text[:start].endswith(("的", "至", "到", "和", "、")):
        return True
    if who.role is Role.AGENT and who.bidden and not text[end : who.start].strip() and end <= who.start:
        return True
    first = who.end if who.role is Role.AGENT and who.end <= start else lead_end_before_time(text)
    rest = text[end:]
    if _BEFORE.fullmatch(text, min(first, start), start) is None or _OF_SOMETHING.match(rest):
        return False
    if text[start] in "[【〔" or (who.role is Role.AGENT and who.end <= start and end < len(text)):
        return True
    return _AFTER.match(rest) is not None or head(rest) is not None or names_nobody(rest)
