"""Who acts in a clause, by its grammar: whoever is told to, somebody or something else, or nobody named.

A clause of official prose is: connectives, a time, a subject, words of duty and of manner, a verb. Only a
subject that is an agent and has such a predicate behind it is one who is told to act; any other subject ends
what was said of an agent before it, and a clause without a subject goes on with him.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from reportgen.analysis import cues
from reportgen.analysis.heads import head, names_nobody
from reportgen.analysis.stated.agents import (
    LONGEST,
    is_agent,
    is_nobody,
    is_person,
    is_thing,
    office_that_acts,
)
from reportgen.analysis.stated.leading import lead_end
from reportgen.analysis.stated.owners import NOBODY, is_definite, is_done_to
from reportgen.analysis.stated.predicates import DUTY, FIRM, STATES, acts
from reportgen.analysis.stated.roles import Role, Subject
from reportgen.analysis.stated.times import times
from reportgen.text.patterns import lazy

_CONDITION = lazy(
    r"(?:如果?|若|假如|倘若|只要|只有|一旦|凡是?|虽然?|尽管|因为|由于|既然|无论|不论|不管|除了?|当(?![好作成地事年])|在[^，]*(?:时|后|前|下|中|上|期间|过程中)$"
    r"|对于?[^，]*的$|随着|根据|按照|遵照|遵循|基于|依据|围绕|针对|结合[^，]*(?:情况|实际|需要|要求)$|为了|为[^，]*需要$|本着)"
)
_ENDS_ASIDE = lazy(r"(?:时候?|之?后|之?前|的|的话|情况下|基础上|前提下|过程中|期间)$")
_BY = lazy(r"(?<![自理缘来事不经交])(?<!^案)由(?![于此衷来])|交[给由]")
_NEGATED = lazy(r"不(?![仅断])|非|无|避免|防止|改变|转变")
_DESCRIBES = lazy(r"[^，]{1,5}的(?!确)|[^，]*(?:改为|变为|转为|改成|变成|组成|构成|引起|造成|导致|驱动|决定)")
_BY_THEM = lazy(
    r"(?:\[\d+\])?(?:来|去|要|应|予以|进行)*(?:牵头|负责|承办|承担|落实|主责|抓总|组织|统筹|统一|具体|共同|分别|联合|直接|拨款|负担|审批"
    r"|审定|审核|监督|管理|出台|制定|提供|报销"
    r"|委派|考虑|决定|购买|采购|查询|随时|按照|根据|主导|兜底|保管|签字|报)"
)
# 由财政拨款: where the money comes from, and not who is to act.
_PAYS = lazy("财政(?:拨款|负担|保障|出资|承担|支付|补助|全额)")
_ASKS = lazy(
    r"(?:建议|提请|恳请|请(?![假示教求客进])|希望|呼吁|要求|[^，]{1,6}呼吁|(?:这里)?[还也都仍]?需要)(?:由|各?位)?"
)
# 提请县人大常委会审议: whoever is to approve takes it from nobody who is to do it.
_APPROVES = lazy("审议|审定|审批|批准|审核|决定")
_ENCOURAGES = lazy(r"(?:鼓励|支持)")
_OFFICE = lazy(r"(?:部门|政府|[局委厅办]|各地)$")
_BARE_PLACE = lazy(r"省里?|市里?|县里?|国家|各地|地方")
_HAPPENED = lazy(r"已经?(?!有)|[^不为除]了(?![解结然])|曾|去年|上年|过去|以来|正在|累计")
_DEED = lazy(r"[^要应须需]*(?:将|负责|牵头|承担|协助|配合|予以)")
_TASK = lazy(r"(?P<who>[^，]{1,16}?)的(?:首要|主要|重要|具体|基本)?(?:任务|职责|责任)(?:就)?是(?:要)?")
# What a clause without a subject may open with: adverbs and prepositions never stand before a subject.
_OPENS = lazy(
    r"(?:并(?![非不])|也|还|再|又|然后|进而|要(?!求|点|素)|应(?!急|用|届)|须|必须|需|可以?(?![能见靠])|不得|不能|不要|不准|不再|务必"
    r"|确保|力争|争取|统一|逐步|及时|尽快|优先|暂时|多(?!数|年|种|元)|少(?!数)|最后才?|共同|联合"
    r"|例行|定期|不定期|随时|原则上|切实|全面|同时|直接|继续|尽可能|专门|重点(?!工作|项目|领域|企业|任务)|把|将(?!军|来)|对(?!外|口|象|策|方)|给"
    r"|向(?!上)|以(?!上|下|内|外|来|前|后)|跟着|在(?![座线])|从(?!业|事|而)|通过|利用|依托"
    r"|详细|深入|亲自|层层|连续|带头|慎用|严[查禁控惩防]|[\u4e00-\u9fff]{1,2}(?:出(?!口|租|路|现)|成(?!本|果|员|绩|立|效|为)|入(?!口)|给|着(?!力)|为(?!主|辅))"
    r"|回来|到(?!底|位|达|期|目前)|[设建抓做办拿选派找买讲写看查定涨补提](?:个|一|两|好|出|到|成|给|起|准|足|齐|清|几))"
)


@lru_cache(maxsize=4096)  # a clause is asked about for who and for when
def subject(text: str, known: frozenset[str] = frozenset()) -> Subject:
    """Return who acts in a clause.

    Args:
        text: the clause.
        known: names that the speech itself shows to be of those who act (`shown`).
    """
    if _is_aside(text):
        asked = _asked(text)
        return replace(asked, is_aside=True) if asked and asked.role is Role.AGENT else Subject(Role.ASIDE)
    found = _led(text) or _asked(text) or _whose_task(text) or _told(text, known) or _bare(text)
    if found is not None:
        return found
    return Subject(_without_agent(text))


_BIDDEN = lazy(r"(?:要|应当?|须|必须|可以?)?")


def bids(text: str) -> bool:
    """Return whether a clause without a subject opens with a word of duty."""
    return DUTY.match(text, lead_end(text)) is not None


def _is_aside(text: str) -> bool:
    """Whether a clause is a condition, a reason or a time of what follows."""
    start = lead_end(text)
    bidden = _BIDDEN.match(text, start)
    opens = _CONDITION.match(text, bidden.end() if bidden else start) is not None
    ends = _ENDS_ASIDE.search(text) is not None and not _OPENS.match(text, start)
    return (opens or ends) and not DUTY.search(text, bidden.end() if bidden else start)


def _led(text: str) -> Subject | None:
    """Whoever follows 由, with a verb behind him."""
    for by in _BY.finditer(text):
        if (
            _NEGATED.search(text, 0, by.start())
            or _HAPPENED.search(text, by.end())
            or text[: by.start()].endswith(("形成", "是", "了"))
        ):
            continue
        for end in _ends(text, by.end()):
            if _leads(text, by.end(), end) and not _PLACES.search(text[by.end() : end]):
                return Subject(Role.AGENT, by.end(), end, end, bidden=True)
    return None


def _leads(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    firm = FIRM.match(text, end) is not None and is_person(name)
    if not (firm or is_agent(name)) or _DESCRIBES.match(text, end) or _PAYS.match(text, end - 2):
        return False
    return _BY_THEM.match(text, end) is not None or acts(text, end)


def _asked(text: str) -> Subject | None:
    """Whoever follows 建议, 请 or 希望, or an office that is encouraged, with a verb behind him."""
    start = lead_end(text)
    encourages = _ENCOURAGES.match(text, start)
    asks = _ASKS.match(text, start) or encourages
    if asks is None:
        return None
    only_encourages = asks is encourages
    for end in _ends(text, asks.end()):
        name = text[asks.end() : end]
        fits = is_agent(name) or _BARE_PLACE.fullmatch(name) is not None
        office = not only_encourages or _OFFICE.search(name) is not None
        if fits and _APPROVES.match(text, end):
            return None
        if fits and office and acts(text, end):
            return Subject(Role.AGENT, asks.end(), end, end, bidden=True)
    # 请各位专家…: somebody is asked whom no list knows, and not who was told before.
    return None if names_nobody(text[asks.end() :]) or only_encourages else Subject(Role.OTHER)


def asks_somebody(text: str) -> bool:
    """Return whether a clause asks somebody for something (请, 建议, 希望)."""
    return _ASKS.match(text, lead_end(text)) is not None


def shown(text: str) -> str:
    """Return a name that no list knows, where its predicate says that it is of somebody (内控BC负责…)."""
    start = lead_end(text)
    for cue in FIRM.finditer(text, start, start + LONGEST):
        name = text[start : _name_end(text, start, cue.start())]
        return name if _may_be_one(name) and not is_nobody(name) else ""
    return ""


def _whose_task(text: str) -> Subject | None:
    """Whoever has a task: 产品经理的首要任务是."""
    start = lead_end(text)
    found = _TASK.match(text, start)
    if found is None or is_nobody(found["who"]) or not (is_agent(found["who"]) or _may_be_one(found["who"])):
        return None
    return Subject(Role.AGENT, start, found.end("who"), found.end(), bidden=True)


def _told(text: str, known: frozenset[str]) -> Subject | None:
    """A name at the head of a clause, with a word of duty behind it."""
    start = lead_end(text)
    for cue in DUTY.finditer(text, start, start + LONGEST + 8):
        end = _name_end(text, start, cue.start())
        if end <= start:
            return None
        name = text[start:end]
        happened = _DEED.match(cue[0]) is not None and _HAPPENED.search(text, cue.end()) is not None
        if happened or is_nobody(name) or NOBODY.search(name) or is_done_to(text, cue.end()):
            return Subject(Role.OTHER)
        firm = FIRM.match(text, cue.start()) is not None and _may_be_one(name)
        if (firm or name in known or is_agent(name)) and not STATES.match(text, cue.end()):
            return Subject(Role.AGENT, start, end, cue.end(), bidden=True)
        if not _OPENS.match(name) and head(name) is None:
            return Subject(Role.OTHER)
    return None


def _may_be_one(name: str) -> bool:
    """Whether a name that no list knows may be one, as what stands behind it says (内控BC负责…)."""
    return (
        _SHORT.fullmatch(name) is not None
        and not is_thing(name)
        and head(name) is None
        and not _OPENS.match(name)
    )


def _name_end(text: str, start: int, end: int) -> int:
    """Where a name ends before what stands between it and its predicate: a time, adverbs, 在 or 于."""
    while end > start:
        short = _BETWEEN.search(text, start, end)
        cut = short.start() if short else end
        cut = next(
            (start + one.start for one in times(text[start:cut]) if start + one.end == cut and one.start), cut
        )
        if cut == end:
            return end
        end = cut
    return end


# 企业主要负责人是第一责任人，要…: what somebody is asks for nothing yet.
_IS = lazy(r"都?是")
_SHORT = lazy(r"(?![第这那])(?:(?![不是的有由对把为向给将])[^\W\d_]){2,10}")
_SHORTEST = 3  # characters of a name by itself
# 艰苦地区的优秀员工，…: people stand at the head of a clause as those with whom something is done.
_PEOPLE = lazy(r"(?:干部|员工|职工|人员|党员|工程师|教师|学生)$")
# 农村综合改革试点, 社区食堂, 棚户区改造: where something is, unless duty follows or 各 goes before.
_PLACES = lazy(r"^(?!各|全|本|我|每).*(?:农村|乡村|城市|城区|社区|小区|[镇牧库产食果][区]|园区)$")
_BETWEEN = lazy(r"(?:在|于|\s|,|也|还|都|均|原则上|首先|主要|现在|例行|绝大多数|一定|相互间)+$")


def _bare(text: str) -> Subject | None:
    """A name at the head of a clause with a verb behind it, adverbs and a preposition between or not."""
    start = lead_end(text)
    if _HAPPENED.search(text) or STATES.match(text, start):
        return None
    if cues.REACHED.search(text) and not any(one.is_deadline for one in times(text)):
        return None
    end = _name_end(text, start, len(text))
    if end - start >= _SHORTEST and is_agent(text[start:end]) and not _PEOPLE.search(text[start:end]):
        return Subject(Role.AGENT, start, end, len(text), is_bare=True)
    return _doing(text, start)


def _doing(text: str, start: int) -> Subject | None:
    """A name with a verb right behind it."""
    for end in _ends(text, start):
        name = text[start:end]
        if _PLACES.search(name) or _PEOPLE.search(name) or not is_agent(name):
            continue
        if _IS.match(text, end):
            return Subject(Role.AGENT, start, end, end, is_aside=True)
        if is_done_to(text, end):
            return Subject(Role.OTHER)
        if _does(text, end) or _CONDITION.match(text, end):
            # Without duty a verb is seen amiss more often: only an office that its name shows to be one.
            return Subject(
                Role.AGENT if is_definite(name) or name[0] in "[【〔" else Role.OTHER, start, end, end
            )
    office = office_that_acts(text, start)
    return None if office is None or is_done_to(text, office) else Subject(Role.AGENT, start, office, office)


def _does(text: str, at: int) -> bool:
    return acts(text, at, firmly=True) and not _DESCRIBES.match(text, at)


# 党委会, 管委会, 协会: half the name of a body.
_BODY = lazy("[委协商学工董监理]会")


def _ends(text: str, start: int) -> Iterator[int]:
    """Yield where a name could end, the longest first; 县委会审议 has no 县委 in it."""
    ends = range(min(start + LONGEST, len(text) - 1), start, -1)
    yield from (end for end in ends if not _BODY.match(text, end - 1))


# 分别由甲、乙盯住: somebody leads whom no grammar of ours sees.
_BY_SOMEBODY = lazy(r"(?:分别|统一|原则上|全部|一律)?由(?![此于])")
_EACH = lazy("[每各][个家位名栋处类种项]")


def _without_agent(text: str) -> Role:
    """What a clause without an agent does."""
    start = lead_end(text)
    rest = text[start:]
    if _ENDS_ASIDE.search(text) and not _OPENS.match(rest):
        return Role.ASIDE
    opens = any(map(_OPENS.match, (text, rest))) or DUTY.match(rest) is not None or names_nobody(rest)
    if _HAPPENED.search(rest) or STATES.match(rest) or _EACH.match(rest) or _BY_SOMEBODY.match(rest):
        return Role.OTHER
    # 8月底前报县委审定: behind a limit a verb that no list knows is likelier than somebody else.
    limited = any(one.is_deadline and one.end == start for one in times(text))
    return Role.NONE if opens or (limited and DUTY.search(rest) is None) else Role.OTHER
