"""Who is to act, where a clause names an office or people by what they are: 县发改局要…, 由…牵头.

A name is taken whole or not at all: every item of 县财政局、县审计局和有关部门 must be one that can be told
to do something, and a word of duty or of leading must follow. 我们, 大家 and 群众 are nobody who could be
held to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reportgen.analysis.lexicon import inside, words
from reportgen.analysis.stated.times import times
from reportgen.text.patterns import lazy

_LONGEST = 60
"""Characters of the longest name that is looked for; 由 seven offices jointly comes to some fifty."""
_NAME = 18  # characters of a name before its last word (市住房和城乡建设局)
# Of these no name of an office is made, but inside the words behind them (应急, 有关, 对外, 高等).
_STRANGE = (
    r"[的这是而给都向]|我|不(?!动产)|把(?!手)|对(?!外)|为(?!民)|在(?!线)|(?<!供)应(?!急)|(?<!所)有(?![关限资企])"
    r"|(?<![高初中])等(?!(?:有关|相关|单位|职能)?(?:部门|单位)$)|要求|希望|感谢|考虑|严[格肃]|查处|既然"
    r"|^(?:[请让到从跟管抓当做老]|用(?=[干人])|进入|形成|第[一二三四五])|^(?:主要|重点)(?!领导|负责)"
    # 县长要求各部门, 督查各镇街: 各 begins a name or follows the name of a place.
    r"|(?<!^)(?<![省市县区镇乡]直)(?<!国务院)(?<!地方)(?<!政府)(?<!全[国省市县区镇乡校院])(?<![集地级]团)(?<!公司)"
    r"(?<!各地)(?<!各级)各(?!$)"
)
_WHOLE = r"(?:各级|各有关|各相关|有关|相关|各类|各|全体|所有|一切|广大|本[市县区镇乡校院])"
_OURS = "[我本][省市县区州镇乡村校院厅局]"
_JOIN = r"(?:、|和|以?及其?|与|会同|联合|特别是|/|／)"
_PARTS = lazy(f"{_JOIN}|{_OURS}")
_LISTED = r"(?:等(?:有关|相关|单位|职能)?(?:部门|单位))"
_LEAD = lazy(
    r"(?:[一二三四五六七八九十]+是要?|同时|此外|另外|其中|特别是|尤其是|首先|其次|再次|最后|因此|为此|今后|下一步|接下来|今年|明年|要求|请|[并且]|\s)*"
)
_ADVERB = r"(?:不仅|都|也|还|更|均|就|一律|务必|一定|首先|分别|共同)*"
_DUTY = (
    rf"{_ADVERB}(?:要(?![求素点闻么件害领道义旨])|应当|应该|应(?![急用对付邀聘答收届诉])|必须|务必|须|需要?(?!求)"
    r"|负责(?![制任人同的、])|牵头(?![单部人的、]|(?:抓总)?作用)|主责(?![单部人])|抓总|承担(?![的着了])|负总责)"
)
_AFTER_BY = (
    r"(?:牵头|负责|承办|承担|落实|主责|抓总|组织|统筹|统一|具体|共同|分别|联合|直接|拨款|负担|审批|审定|进行"
    r"|按照|根据)"
)
_CUE, _BY_THEM = lazy(_DUTY), lazy(_AFTER_BY)
_DONE_BY = lazy(r"(?<![自理缘来事案不经])由(?![于此衷来])")
# 该由政府管理的事: what only describes; 不由部门承担: who is not to act.
_DESCRIBES = lazy(r"[^，]{1,10}的|[^，]*(?:改为|变为|转为|改成|变成)")
_NEGATED = lazy("不|非|无|避免|防止|改变")
_LEADING = lazy(
    r"(?:要|应)?(?:共同|分别|具体)?(?:牵头|负责|主责|抓总|负总责|承办|落实)(?:落实|办理|实施|推进|组织实施)?$"
)
_SHORT = "局委厅部院办处科"
"""Last words of names that are none by themselves."""
_GENERAL = ("企业", "单位", "机构", "公司", "集团", "学校", "政府", "党委", "党组织")
_LATIN = "HR|PMO|CEO|CFO|CTO|COO"
# 违规企业要坚决关停: what is to be done to somebody; a verb of that kind has no object then.
_DONE_TO = lazy(
    r"(?:(?:坚决|加快|限期|及时|定期|全部|全员|重点|依法|尽快|逐一|优先|加大|给予|予以|严肃|跟踪|走访|大力|一定)*"
    r"(?:关停|取缔|清算|注销|扶持|通报批评|打击|救助|慰问|提拔|重用|培养|纳统|清退|查处|问责|处罚|帮扶|表彰|奖励|轮训"
    r"|撤并|淘汰|拆除|建成|投用|投入使用|开工|竣工|完工|交付|招生|降级|降[一两]级|降职|降薪|精简|消肿)[、和]?)+"
)
# By itself a name must say by its beginning, or by being short, that it is one (not 下达到企业).
_DEFINITE = lazy(
    r"[省市县区镇乡州各我]|[\u4e00-\u9fff]{1,3}[省市县区镇乡州][\u4e00-\u9fff]|[\u4e00-\u9fff]{2,4}[局委办厅部处科]$"
)
# 市委宣传部, 县政府督查室: the rest of a name that begins like a verb.
_OFFICE = lazy(r"[\u4e00-\u9fff]{2}(?:部门?|[局办室]|中心)")
# 高级干部每年都有民主生活会: what there is.
_HAS = lazy("(?:都|均|也)?有")
_HELPING = lazy(r"(?:密切|积极|主动|共同|协同)?(?:配合|参与|协助|协同|支持)$")
_SHORTEST, _SHORT_NAME = 3, 8  # characters of a name by itself, and of one that may begin with a verb
_DEFINITE_LENGTH = 6  # 监测中心, 村委会: so short a name is of nothing else
NOBODY = lazy(r"无人|有人|专人|谁|何人|不明|不清")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in a clause: where the name stands, where what he is told to do begins.

    `alone`: the clause says no more than who (由县财政局牵头). `led`: the name follows 由.
    """

    start: int
    end: int
    rest: int
    alone: bool = False
    led: bool = False


def named(text: str) -> Named | None:
    """Return who is told to act in a clause; None where nobody is named for certain."""
    if NOBODY.search(text):
        return None
    return _led_by(text) or _told(text) or _joined(text) or _bare(text)


def told_to(text: str) -> int | None:
    """Return where a word of duty stands in a clause, behind whoever is told; None where there is none."""
    found = _CUE.search(text)
    return found.start() if found else None


def helps(text: str) -> bool:
    """Whether a clause only says who is to help (各镇街配合)."""
    found = _HELPING.search(text)
    return found is not None and is_name(text[_lead_end(text) : found.start()])


def _bare(text: str) -> Named | None:
    """A clause that is a name and nothing more (县住建局，要在6月底前…)."""
    start = _lead_end(text)
    bare = len(text) - start >= _SHORTEST and is_name(text[start:])
    if bare and (_CUE.search(text) or _verb().search(text) or not _DEFINITE.match(text, start)):
        return None
    return Named(start, len(text), len(text), alone=True) if bare else None


def _told(text: str) -> Named | None:
    """A name at the head of the clause, and a word of duty, of leading, or a deadline behind it."""
    start = _skip_time(text, _lead_end(text))
    for cue in _CUE.finditer(text, start, start + _LONGEST):
        found = _checked(text, start, cue.start(), cue.end())
        if found:
            return found
    return _dated(text, start)


def is_done_to(text: str, rest: int) -> bool:
    """Return whether what follows a name is done to whom it names, a time before it left out."""
    tail = text[rest:].lstrip()
    first = next(iter(times(tail)), None)
    tail = tail[first.end :] if first and first.start <= 1 else tail
    return _DONE_TO.fullmatch(tail) is not None


def _dated(text: str, start: int) -> Named | None:
    """A name with a deadline right behind it (县住建局6月底前拿出方案)."""
    for time in times(text[start : start + _LONGEST]):
        name = text[start : start + time.start].rstrip().removesuffix("在").removesuffix("于")
        rest = start + time.end
        if time.is_deadline and is_name(name) and not is_done_to(text, rest) and not _HAS.match(text, rest):
            return Named(start, start + len(name), rest)
    return None


def _joined(text: str) -> Named | None:
    """Two offices that do something together (县发改局会同县财政局制定方案)."""
    start = _skip_time(text, _lead_end(text))
    at = text.find("会同", start, start + _LONGEST)
    ends = range(at + 4, min(start + _LONGEST, len(text))) if at > start else ()
    end = next((end for end in ends if _acts(text, end) and _ends_name(text, start, end)), None)
    return Named(start, end, end) if end else None


def _checked(text: str, start: int, cue: int, rest: int) -> Named | None:
    end = start + len(text[start : _time_before(text, start, cue)].rstrip())
    if not is_name(text[start:end]) or is_done_to(text, rest):
        return None
    return Named(start, end, rest, alone=_LEADING.fullmatch(text, cue) is not None)


def _led_by(text: str) -> Named | None:
    for by in _DONE_BY.finditer(text):
        if _NEGATED.search(text, 0, by.start()):
            continue
        for end in range(by.end() + 2, min(by.end() + _LONGEST, len(text)) + 1):
            acts = _acts(text, end) and not _DESCRIBES.match(text, end)
            if acts and _ends_name(text, by.end(), end):
                alone = _LEADING.fullmatch(text, end) is not None
                return Named(by.end(), end, end, alone=alone, led=True)
    return None


def _ends_name(text: str, start: int, end: int) -> bool:
    """Whether a name ends where a verb begins, and the verb is not the rest of a longer name (市委宣传部)."""
    rest = _OFFICE.match(text, end)
    # 由镇政府统一部署: behind what only looks like an office no verb follows.
    longer = rest is not None and is_name(text[start : rest.end()]) and _acts(text, rest.end())
    return is_name(text[start:end]) and not longer


def _acts(text: str, at: int) -> bool:
    """Whether a verb of acting begins at a place, with words of manner before it or not."""
    manner = _manner().match(text, at)
    starts = {at, manner.end() if manner else at}
    return any(verb.match(text, start) for start in starts for verb in (_BY_THEM, _verb()))


def _lead_end(text: str) -> int:
    found = _LEAD.match(text)
    return found.end() if found else 0


def _skip_time(text: str, start: int) -> int:
    """Where a name can begin behind a time that opens the clause (6月底前各镇街要…)."""
    first = next(iter(times(text[start : start + _LONGEST])), None)
    return start + first.end if first and first.start == 0 else start


def _time_before(text: str, start: int, cue: int) -> int:
    """Where a name ends before a time (县财政局6月底前要…)."""
    return next(
        (start + one.start for one in times(text[start:cue]) if start + one.end == cue and one.start), cue
    )


def is_name(text: str) -> bool:
    """Whether some words are the name of an office or of people by what they are, or a list of such names."""
    if not text or len(text) > _LONGEST:
        return False
    strange = any(_strange().search(item) for item in _PARTS.split(text) if item)
    return not strange and _names().fullmatch(text) is not None and not _bids(text)


def _bids(text: str) -> bool:
    """Whether what looks like a name begins with a verb: 实行县长…, 引导企业…, but not 宣传部门."""
    manner = _manner().match(text)
    verb = _verb().match(text, manner.end() if manner else 0)
    # 充分发挥领导小组…; a name that begins with a verb is as short as 发展和改革局.
    long = (manner is not None and manner.end() > 0) or len(text) > _SHORT_NAME
    return verb is not None and (long or text.endswith((*words("owners.roles"), *_GENERAL)))


def is_definite(text: str) -> bool:
    """Return whether a name shows by its beginning, or by being short, that it is an office's."""
    short = _SHORTEST <= len(text) <= _DEFINITE_LENGTH
    return is_name(text) and (short or _DEFINITE.match(text) is not None)


@lru_cache(maxsize=1)
def _strange() -> re.Pattern[str]:
    none, acted = inside("owners.none"), inside("owners.acted_on")
    return lazy(rf"{_STRANGE}|(?:{none})(?:$|{_JOIN})|^(?:{acted})")


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    organs, roles, places = (inside(f"owners.{table}") for table in ("organs", "roles", "places"))
    name = rf"[\u4e00-\u9fffA-Za-z0-9“”·]{{1,{_NAME}}}?"
    organ = rf"(?:{name}(?:{organs})|(?![{_SHORT}])(?:{organs}))"
    role = rf"(?:{name})?(?:{roles})"
    place = rf"{_WHOLE}(?:{places}){{1,2}}"
    also = r"(?:（[^（）]{1,12}）|\([^()]{1,12}\))?"
    item = rf"(?:(?:{place})?{_WHOLE}{{0,2}}(?:{organ}|{role}){also}|{place}{also}|{_OURS}|(?:{_LATIN}))"
    bare = r"[\u4e00-\u9fff]{1,6}"
    return lazy(
        rf"(?:(?:{item}|[省市县区乡镇村]){_JOIN}){{0,9}}{item}|(?:(?:{item}|{bare}){_JOIN}){{0,12}}(?:{item}|{bare}){_LISTED}"
    )


@lru_cache(maxsize=1)
def _manner() -> re.Pattern[str]:
    return lazy(f"(?:{inside('openings.manner')}|严肃)*")


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    return lazy(inside("verbs.verbs"))
