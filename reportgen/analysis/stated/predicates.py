"""What stands behind a subject that acts: duty, adverbs, a preposition with its object, a verb of acting."""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.analysis.heads import head
from reportgen.analysis.lexicon import inside, pattern
from reportgen.analysis.stated.agents import LONGEST
from reportgen.analysis.stated.times import times
from reportgen.text.patterns import lazy

DUTY = lazy(
    r"(?:不仅|都|也|还|更|均|就|则|一律|务必|一定|首先|分别|共同|原则上|绝|现在|最终|最后才?|总)*"
    r"(?:(?<![主重需首纲摘概紧必只将想不简])要(?![求素点闻么件害领道义旨])|应当|应该|应(?![急用对付邀聘答收届诉])|必须|务必|须(?!知)|需要?(?!求)"
    r"|可以|可(?![能行靠持见视操再靠])|不能|不得|不准|不要(?!紧)|不应|不宜"
    r"|(?<![即])将(?![军来领近其])|计划(?![生单])|拟(?!定)|负责(?![制任人同的、])|牵头(?![单部人的、]|(?:抓总)?作用)"
    r"|主责(?![单部人])|抓总|承担(?![的着了])|予以|协助(?!下)|配合(?!下)|承诺|提倡)"
)
FIRM = lazy(
    r"(?:不仅|都|也|还|均|就|要|应|应当|须|必须|需)*(?:负责(?![制任人同的、])|牵头|主责|抓总|协助|审批|督促|包抓|包联|汇报|会同|主抓|重点抓|主要抓"
    r"|(?:承担|担负)[^，]{0,14}(?:责任|任务|职责|费用|起))"
)
_ADVERBS = lazy(
    r"(?:也|还|又|再|都|均|就|即|则|先|不仅|首先|重点|主要|例行|定期|逐步|及时|尽快|统一|一律|同步|共同|联合|分别|每[年月周季][度]?|只|最终会?"
    r"|会(?!议)|能够?(?!源|力)|更加|每人|各自)*"
)
_PREPOSITION = lazy(
    r"把|将|对(?![外口象策比接])|给|向(?!上|下)|为(?!民|主|辅|准)|以(?![上下内外来前后])|按(?!期|时)|在(?!线|于)|从(?!业|事)|通过|利用|依托|围绕|结合|用"
)
STATES = lazy(
    r"(?:也|都|就|才|还|又|均)*(?:是|有(?![序效计力关])|为(?!了)|属于|具有|存在|成为|会(?![同商诊签])|能(?!源|力)|在于|来自|面临|缺乏|难以|仍|没有?|共\d|越|就?越)"
)
# 养老院建设和服务标准: what is a noun where it stands behind a name.
_NOMINAL = lazy(
    r"(?:建设|规划|管理|服务|发展|布局|审批|监督|监管|培训|改革|考核|评价|运行|运营|治理|建立|投资|采购|招聘|派遣|调整|补贴|补助|保护|开发|创新|培养"
    r"|合作|支持|治理|检查|交流|研究|设计|生产|宣传|教育|指导|统筹|转型|整改|处置|处理|评估|保障)"
)
_MAKES = lazy(r"[设建抓做办拿选派找买讲写看查定补提](?:个|一|两|好|出|到|成|起|准|足|齐|清|几|每)")
# 医院综合改革试点, 棚户区改造: the first half of a noun.
_SCOPE = lazy(r"综合(?!施策|运用|考虑|分析|评估)|改造(?=\d)")
_AT = lazy(r"[在于]?")


def acts(text: str, at: int, *, firmly: bool = False) -> bool:
    """Return whether a verb of acting begins at a place, behind adverbs, duty or a preposition or not.

    Args:
        text: the clause.
        at: the place.
        firmly: a verb that is as often a noun (建设, 管理) does only with an adverb before it.
    """
    name, at = at, _behind_time(text, at)
    found = _ADVERBS.match(text, at)
    adverb = found.end() if found else at
    manner = _manner().match(text, adverb)
    if firmly and _SCOPE.match(text, adverb):
        return False
    if _MAKES.match(text, adverb) or (manner and manner.end() > adverb and len(text) > manner.end() + 1):
        return True
    # 每家企业每年检查一次: a rhythm does not make a verb of it.
    noun = firmly and text.startswith("每", name) and _NOMINAL.match(text, at)
    moved = adverb > at or (at > name and not noun)
    if moved and not STATES.match(text, adverb) and len(text) > adverb + 1:
        return True
    if any(DUTY.match(text, one) or _verb().match(text, one) for one in {at, adverb}):
        return not (firmly and adverb == at and _NOMINAL.match(text, at))
    object_of = _PREPOSITION.match(text, adverb)
    return object_of is not None and head(text[adverb:]) is not None


@lru_cache(maxsize=1)
def _manner() -> re.Pattern[str]:
    return pattern("openings.manner", "{}*")


def _behind_time(text: str, at: int) -> int:
    """Where a predicate begins behind a time that stands between it and its subject (县财政局于6月底前…)."""
    found = _AT.match(text, at)
    start = found.end() if found else at
    time = next((one for one in times(text[start : start + LONGEST]) if one.start == 0), None)
    return start + time.end if time else at


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    manner = inside("openings.manner")
    return pattern("verbs.verbs", rf"(?:{manner})*{{}}(?![的者率性业力区社]|$)")
