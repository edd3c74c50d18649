"""Whether some words name somebody who can be told to act, where the clause says more of him than his name.

`owners.is_name` takes a name by itself. Here a word of duty or a verb stands behind it, so that a name may be
described (参加培训的人员), may be made of Latin letters (全球流程Owner) and may be a place (江苏省).
"""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.analysis.lexicon import inside, words
from reportgen.analysis.stated.owners import is_name
from reportgen.text.patterns import lazy

_SHORTEST = 2  # characters of what describes a name
LONGEST = 40
"""Characters of the longest name that is looked for."""
_JOIN = lazy(r"(?:、|以?(?<![涉普])及其?|和|与|会同|/|／)")
_INNER = r"[\u4e00-\u9fffA-Za-z0-9“”·&/／（）()]"
# Of these no name is made: they are of the sentence.
_STRANGE = lazy(
    r"[这那是而但则就才已把被让使了吗呢没给从或]|以(?![上下内外])|为(?!民)|向|对(?!外)|将|用于|决定|计划|目标|我(?![省市县区校院])|你|(?<!其)他"
    r"|她|它|们|不(?!动产)|(?<!所)在(?![座线职岗建])|超过|依托|只|哪|如果|要求|希望|为了|对于|关于|随着|通过|根据|按照|为$|等$"
)
_VERBAL = lazy(
    r"^(?:请|让|使|对|在(?!座)|从|以|把|将|为|向|给|与|同|跟|由|按|用(?![服户人])|并|也|还|要|应(?!急)|需|须|可)"
)
_PLACE = lazy(
    r"(?:每个|任何|各个?|有关|相关|各有关|各相关|其他各?)(?:地区|国家|[\u4e00-\u9fff]{0,3}国|地方|城市|单位)|(?:[\u4e00-\u9fff]{2,4})?(?:[我本全该各]"
    r"|各级|每个|任何)?[\u4e00-\u9fff]{0,3}[省市县区州镇乡村]"
)
_BLANK_NAME = lazy(
    r"[\[【〔][^\[\]【】〔〕]{0,8}(?:单位|部门|责任人|科室|机构|负责人)[^\[\]【】〔〕]{0,4}[\]】〕]"
)
# Of these no name is made at all, in the middle of one or at its head: verbs, prepositions, times.
_NEVER = lazy(
    r"通过|由|避免|以(?![上下内外及])|召开|规定|(?<![收报])到|靠|(?<![财东西])经(?![济理营贸信委开])|(?<![申邀聘])请(?!示)|支持(?!.*的)|要有"
    r"|[\d一二三四五六七八九十几两][年月周天](?!级)|[之以]前|[、和与及]$|^(?:报(?![社业刊])|占|或|大幅|靠)"
)
# 重要的区, 可持续的城市: a place that is described does nothing.
_DESCRIBED_PLACE = lazy(r"的(?:[大中小]?城市|农村|乡村|[小社地园校]?区|市|县|镇|乡|村)$")
# 全体员工, 各级领导干部: all of a kind, of whom nobody is called to account.
_ALL_OF_A_KIND = lazy(
    r"(?:全体|所有的?|每一?[个位名]|任何|一切|各级|广大|机关|领导)*(?:干部|员工|职工|公职人员|党员|[政机][府关]工作人员)|我[省市县区]"
)
_PRONOUN = lazy(r"广大|全[省市县区校镇乡村国]$|我(?![省市县区州镇乡村校院])|咱|你|他|她|它|谁|自己|在座")
# 发展和改革局, 管理部门: an office whose name begins like a verb.
_OFFICE = lazy(
    r"(?:发展|管理|规划|建设|监督|监管|宣传|组织|教育|培训|安装|服务|研究|审计|执法|开发|保障|协调|调查|统计|监察|供应|采购|维护"
    r"|交付|运营|受益|督查|制造|生产|销售|考核|改革|治理|救助|指导|推广|控制|检查)[\u4e00-\u9fff]{0,4}?(?:[局委厅部院办处科]|部门|中心|单位)"
    r"|[\u4e00-\u9fff]{2}(?:中心|[局院处科])|(?:销售|管理|施工|服务|维护|生产|采购|执法|监管|培训|研发|运维|评审)(?:人员|团队|讲师|工程师)"
)
_SHORT = lazy(f"{_INNER}{{2,6}}")
_PERSON = lazy(
    r"(?:[\u4e00-\u9fff]{0,6}(?:书记|[县市区镇乡局处部院校所]长|主任|经理))?[\u4e00-\u9fff]{2,3}(?:同志)?"
)


@lru_cache(maxsize=4096)  # a name is tried at every place where it could end
def is_agent(text: str) -> bool:
    """Whether some words name somebody who can be told to act, or a list of such."""
    acted_on = text.startswith(words("owners.acted_on"))
    if not 0 < len(text) <= LONGEST or acted_on or is_nobody(text):
        return False
    if _BLANK_NAME.fullmatch(text) or text in words("agents.whole"):
        return True
    if _VERBAL.match(text) or _unpaired(text) or _NEVER.search(text) or _DESCRIBED_PLACE.search(text):
        return False
    if is_name(text):
        return _verb().match(text) is None or _OFFICE.fullmatch(text) is not None
    if _STRANGE.search(text) or (_verb().match(text) and not _OFFICE.fullmatch(text)):
        return False
    items = [item for item in _JOIN.split(text) if item]
    return bool(items) and _is_one(items[-1]) and all(_is_one(item) or _goes_along(item) for item in items)


def _unpaired(text: str) -> bool:
    return any(
        text.count(opening) != text.count(closing) for opening, closing in ("“”", "（）", "()", "【】")
    )


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    """A verb that a name cannot begin with, but where it describes who is meant (参加培训的人员)."""
    return lazy(
        rf"(?:{inside('openings.manner')}|每年)*(?:{inside('verbs.verbs')}|纳入|指定|带动|依托|借助|学习|超过|管好?(?!理|委)|等|排在|过去"
        rf"|带领|作为|坚持|发挥|确保)(?!.*的)"
    )


# 县防办随机抽查, 财政局在拨款环节把关: what it does, where no noun goes on with its name.
_OFFICE_ACTS = lazy(
    r"(?P<name>[^，、的和与及\s]{1,12}?(?:[局委办部]|办公室|督查室|中心|团队|专班))"
    r"(?=在(?![线职建岗])|把|将|对(?!外)|向|按|先|再|不[再得]|一起|分头|随机|逐|亲自|带头|牵头|会同|联合|研究一下|盯|抓|管好|拿出|跟)"
)


def office_that_acts(text: str, start: int) -> int | None:
    """Return where an office's name ends that begins at a place of a clause, with what it does behind it."""
    found = _OFFICE_ACTS.match(text, start)
    return found.end("name") if found and is_name(found["name"]) and is_agent(found["name"]) else None


def is_nobody(text: str) -> bool:
    """Whether some words name people whom nobody could hold to it (我们, 群众)."""
    of_a_kind = _ALL_OF_A_KIND.fullmatch(text) is not None
    return of_a_kind or text in words("agents.nobody") or _PRONOUN.match(text) is not None


def is_thing(text: str) -> bool:
    """Whether some words end in what is no agent."""
    return text.endswith(words("agents.things"))


def is_person(text: str) -> bool:
    """Whether some words may be the names of people, where a verb behind them says that they are."""
    items = text.split("、")
    return all(_PERSON.fullmatch(item) for item in items) and not is_thing(text)


def _is_one(item: str) -> bool:
    described, _, core = item.rpartition("的")
    if described and len(described) < _SHORTEST:
        return False
    if described and core in (*words("agents.heads"), *words("owners.organs")) and len(core) > 1:
        return True
    return not is_thing(core) and (
        is_name(core) or _whole().fullmatch(core) is not None or _ends().fullmatch(core) is not None
    )


def _goes_along(item: str) -> bool:
    """Whether an item may be the short form of a name in a list (财政、税务部门)."""
    return _SHORT.fullmatch(item) is not None and not is_thing(item)


@lru_cache(maxsize=1)
def _whole() -> re.Pattern[str]:
    whole, latin = inside("agents.whole"), inside("agents.latin")
    return lazy(rf"{whole}|(?:各级|各|相关|全球)?(?:{latin})|{_PLACE.pattern}")


@lru_cache(maxsize=1)
def _ends() -> re.Pattern[str]:
    organs = (one for one in words("owners.organs") if len(one) > 1)
    heads = sorted({*words("agents.heads"), *organs, *words("owners.roles")}, key=len, reverse=True)
    latin = inside("agents.latin")
    return lazy(
        rf"{_INNER}{{1,18}}?(?:{'|'.join(heads)}|(?<=[\u4e00-\u9fff])(?<![全内外东西中南北干落])[局委厅部办科室]"
        rf"|(?:[\u4e00-\u9fff](?:{latin})))(?:（[^（）]{{1,8}}）)?"
    )
