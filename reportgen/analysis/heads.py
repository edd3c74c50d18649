"""Where a clause comes to its verb.

Official prose puts much in front of the verb: who acts, when, in what manner, with what and towards whom
(领导小组 要 对未摘帽县 继续 开展督查). Each layer is peeled off by one pattern, in any order, until a verb of
action stands first; a clause that never comes to one asks for nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reportgen.analysis.lexicon import inside
from reportgen.text.patterns import lazy

_DEEPEST = 6  # layers in front of a verb; more is a sentence of its own
_CONNECTIVE = (
    r"(?:同时|并且?|此外|另外|其中|特别是?|尤其是?|一方面|另一方面|首先|其次|再次|最后"
    r"|以及|和|而且|且|或者?|既|又|更|还|也|都|就|多(?=[为向做办用]))"
)
_TIME = (
    r"(?:今年|明年|去年|每年|年内|近[一二三四五两几\d]+年来?|未来(?:[一二三四五两几\d]+年)?|今后(?:[一二三四五两几\d]+年)?|下一?步|下一阶段"
    r"|当前阶段?|目前|现阶段|(?:20\d\d|\d{1,2})年(?:底|初|起|以?来|内|前)?|[一二三四]季度|[上下]半年|\d{1,2}月(?:底|份)?(?:前|起)?|第一时间|及时)"
)
MODAL = (
    r"(?:[仍还尚亟急]需要?|要|应该|应当|应|必须|须|需要|需"
    r"|可以?|能|将|拟|计划|争取|已经|已|正在|请|务必|不断|会)"
)
_ORGAN = (
    r"(?:[\u4e00-\u9fff]{1,8}[局厅委院所站队处办]|政府|部门|党委|党组|支部|委员会|办公室|领导小组|工作组|专班|中心|公司|集团|企业|单位|机构|平台|协会|商会|基金会|学校|高校|医院"
    r"|法院|检察院|公安局|财政局?|社区|街道|乡镇|村居?|省|市|县|区|全[国省市县区党军校]|全社会|国家|我国|中国|中央|我们|各地|各级|各方|大家|干部|党员|同志|双方|行业|系统|战线|上下|人民|群众|队伍|委员|代表|国际社会|各国|[中各]方)"
)
_PLACE = (
    r"(?:上|中|下|内|里|间|方面|基础上|前提下|过程中|领域|地区|国家|环节|范围内|期间|层面|阶段|区域|农村|城镇|乡村|沿线|名村|一线|现场"
    r"|小区|城市|市县|等地|路段|场所|周边|附近|沿岸|两侧|社区|机关|企业|学校|单位|系统|行业|全[省市县区国]|华|海外|省内外)"
)
_WITH = (
    r"(?:对于|对|就|与|同|跟|向|为|给|从|由|将|把|按照|依照|按|根据|依据|依托|围绕|针对|结合|利用|运用|借助|借鉴|坚持以|以|通过|经|凭借|随着"
    r"|瞄准|聚焦|立足|着眼|紧扣|本着|参照|用)"
)
# A character of duty inside a word (重要, 反应, 需求) bids nothing; nor does what is to be seen or known.
_DUTY = lazy(
    r"(?:[^，、]{0,20}?[^，、反相适供对效响感因照回理主重需首纲摘概紧必只将想不简是])?"
    r"(?:应当|应该|必须|务必|不得(?!不)|不准|应(?![该当用对急答邀付聘])|须(?!知)|要(?![求素点么不害件闻领义道职旨])|(?:(?<=[还仍均都也])|^)需要?(?![求]))"
    r"(?!(?:清醒地?|充分|深刻|特别|着重|同时|明显|紧紧|牢牢|也|还|再)*"
    r"(?:[看想认意]|知道|指出|说|强调|感谢|有?所|是|有(?![序效力组计步])|能|会|比|用[^好活足]|花|经过|付出|等|[远高低大小]于|像[^，]+一样$|作为"
    r"|根据|按照|依据|围绕|针对|随着|适应|在[^，]+[下中上]$|从[^，]+(?:出发|入手)$))"
    r"(?P<verb>[\u4e00-\u9fff]{2})[\u4e00-\u9fff“《（、A-Za-z\d]"
)
# 把…放在首位: what is done with what 把 names, by verbs that open no clause themselves.
_DISPOSES = lazy(
    r"(?:[^，]{0,12}?[^，握掌])?(?:把|将)[^，]{2,40}?"
    r"(?P<verb>放[在到]|摆[在上到]|作为|当[作成]|列[为入]|视为|定为|落[到在]|降到|变[成为]|转[化变]?为|[挺抓扛记]在|[做建打推交送延引用]到|用[于在]|做成)"
    r"[^，]"
)
# What has been done (已) and what can be (能) is not bidden.
_DUTIES = lazy(r"要|应|须|需|务必|建议|希望|呼吁|主张|提议|号召|请|将|拟|计划|争取")
_SUPPOSES = lazy(
    r"如果?|除|只[有要能是]|要想|既然|因为|无论|不论|由于|一旦|谁|虽然|尽管|当|哪|为什么|怎[么样]|是否"
)

# 控制力, 合作社, 提供的: with these behind it a verb is part of a noun.
_NO_NOUN = (
    "(?!的(?!确)|者|率(?![先领])|性(?![价能质别])|业(?![务态绩主])|力(?![度量气争推促保求挺避])|区(?![域分县级块间位别])"
    "|社(?![会区群保])|(?<=联系)人)"
)
_MODELS = (
    "表率|模范|榜样|先锋|实践者|传播者|捍卫者|建设者|参与者|引领者|推动者|排头兵|先行者"
    "|领头雁|主人翁|朋友|伙伴"
)


@dataclass(frozen=True, slots=True)
class HeadVerb:
    """The verb that a clause comes to, where it stands, and whether a duty (要, 应) stands before it."""

    verb: str
    start: int
    modal: bool


@lru_cache(maxsize=4096)  # the same clause is looked at in every run of clauses that it is part of
def head(text: str) -> HeadVerb | None:
    """Return the verb of action that a clause comes to; None where it comes to none."""
    return _peel(text, 0, _DEEPEST, modal=False) or _bidden(text)


def names_nobody(text: str) -> bool:
    """Whether a clause comes to its verb, or to what it is done to, and says of nobody that he does it."""
    return _HANDLED.match(text) is not None or _peel(text, 0, _DEEPEST, modal=False, who=False) is not None


def _bidden(text: str) -> HeadVerb | None:
    """What a word of duty bids, whatever its verb: no list has them all (指示牌应安装在显眼处)."""
    if _SUPPOSES.match(text):
        return None
    duty = _DUTY.match(text)
    found = duty or _DISPOSES.match(text)
    return HeadVerb(found["verb"], found.start("verb"), found is duty) if found else None


def prelude(text: str) -> str:
    """Return the connectives, words of time and of duty that a clause begins with; mostly none."""
    found = _PRELUDE.match(text)
    return found[0] if found else ""


def _peel(text: str, start: int, depth: int, *, modal: bool, who: bool = True) -> HeadVerb | None:
    verb = _verb().match(text, start)
    if verb:
        bidden = modal or _DUTIES.search(text, start, verb.start("verb")) is not None
        return HeadVerb(verb["verb"], verb.start("verb"), bidden)
    for name, layer in _layers() if depth else ():
        found = layer.match(text, start) if who or name != "who" else None
        if found and found.end() > start:
            bidden = modal or (name == "modal" and _DUTIES.search(found[0]) is not None)
            deeper = _peel(text, found.end(), depth - 1, modal=bidden, who=who)
            if deeper:
                return deeper
    return None


_HANDLED = lazy(r"(?:[要并]|全部|一律|务必)*[把将对]")
_PRELUDE = lazy(
    rf"(?:{_CONNECTIVE}|{_TIME}|要|应当?|必须|可以?|努力|着力|切实|最终|逐步|通过[^，]{{2,16}}?(?=实现))*"
)


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    manner, long, short = inside("openings.manner"), inside("verbs.verbs"), inside("verbs.short")
    # A verb of one character begins many a noun (防洪能力); a short object must follow it (稳就业、促消费).
    alone = rf"(?:{short})(?=[\u4e00-\u9fff]{{1,4}}(?:$|、))"
    # What one is to be or to make of oneself (做…的表率).
    model = rf"[做当](?=[^，]{{2,30}}(?:{_MODELS})$)"
    return lazy(
        rf"(?:(?:{manner})+地?|[\u4e00-\u9fff]{{2,8}}地)*?(?P<verb>(?:{long}){_NO_NOUN}|{model}|{alone})"
    )


@lru_cache(maxsize=1)
def _layers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What may stand before a verb, the surest first."""
    manner, verbs = inside("openings.manner"), inside("verbs.verbs")
    coming = rf"(?=(?:(?:{manner})+地?|来|去|以)*(?:{verbs}))"
    return (
        ("connective", lazy(_CONNECTIVE)),
        ("time", lazy(_TIME)),
        ("time", lazy(rf"[^，、]{{1,14}}?(?:之?前|以?内){coming}")),
        ("modal", lazy(rf"(?:{MODAL}|建议|希望|呼吁|主张|提议|要求|号召)+")),
        ("manner", lazy(rf"(?:{manner})+地?")),
        ("place", lazy(rf"在[^，]{{0,24}}?{_PLACE}+(?:[、和及][^，]{{1,10}}?{_PLACE}+)?")),
        ("with", lazy(rf"{_WITH}[^，]{{1,48}}?(?:来|以|而)?{coming}")),
        (
            "who",
            lazy(rf"[^，、]{{0,18}}?{_ORGAN}(?=(?:{MODAL}|{manner}|{_CONNECTIVE})*(?:{verbs}|{_WITH}|在))"),
        ),
        (
            "who",
            lazy(
                r"[^，]{1,40}?(?=(?:也|还|都|均)?(?:(?<![主重首纲摘概紧只想不简])要|应(?![用急])|必须|须|将|已|(?:仍|均|应|都|还)需要?|需要))"
            ),
        ),
    )
