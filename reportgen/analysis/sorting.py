"""What the form of a clause looks like: a measure, a goal, or neither; and which clauses lead to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise, takewhile

from reportgen.analysis import cues, lexicon
from reportgen.analysis.clauses import Clause
from reportgen.analysis.heads import HeadVerb, head, prelude
from reportgen.analysis.stated import Stated
from reportgen.text.patterns import lazy

_DESCRIBED = lazy(r"已[^，的]{2,14}的(?=[\u4e00-\u9fff])")
_LEADING = lazy(r"^[“‘（《\s]+")
_DEPENDENT = lazy(
    r"^(?:同时|并且?|另外|此外|特别是|尤其是)?(?:[^，]{0,8}?(?:(?<![主只需重])要|应当?(?![对当])|必须))?(?:(?:紧紧|牢牢)?(?:通过|按照|根据|围绕|聚焦|针对|结合|依托|立足|着眼|以[^，]{2,30}为|本着|适应|对于?)"
    r"|(?:把|将)[^，]*(?:情况|工作|结果|成效|问题|责任|内容|指标|要求|精神)$"
    r"|.*(?:根据|按照|依据)《[^》]+》$|在[^，]{2,40}(?:中|上|下|时|方面|基础上|过程中)|为了?|从[^，]+(?:出发|入手|(?:方面|角度|层面)$)|随着|当)"
)


# 按照会议安排: what seems a verb is the noun that the preposition wants.
_LEADS_ON = lazy(r"按照|根据|依据|围绕|通过|结合|针对|随着")
_HANDLES = lazy(r"把|将|对|向|与|同|为|给|就|从")  # what is acted on may stand before the verb
_BY_MEANS = lazy(
    r"(?:通过|采取|采用|利用|以).*(?:方式|形式|途径|手段|等措施|为契机|为抓手|为载体|为依托|为引领)$"
)
_FRAME = lazy(
    r"在[^，]+(?:之后|以后|之前|之际)$|在[^，]+(?:基础上|前提下|条件下|原则下|情况下|同时|过程中)$"
    r"|^(?:同意|支持|要|应)?在[^，把将]{2,40}(?:中|方面|时|后)$|^[^，]{0,4}从[^，]+(?:方面|角度|层面)$"
    r"|^[^，]{0,4}(?:根据|按照)[^，]+(?:需要|实际|要求|规定|情况)$"
    r"|^以[^，]+为(?:核心|导向|重点|目标|主线|抓手|引领|依托|基础"
    r"|牵引|契机|载体|支撑|突破口|主体|中心|根本|指引|目的)$"
    r"|^(?:从|根据|就|对|按)[^，]+(?:看|来说|来讲|而言)$|^自(?![觉主力身信行查然由愿强立律])[^，]*(?:以来|起)$"
)
_GROWS = lazy(r"深化|拓展|加强|提升|提高|增强|完善|健全|改善|优化|扩大|加快|巩固|落实|显现")
_NOUN_TAIL = lazy(r"(?:方案|工作|任务|计划|体制|试点|情况)")
_SUBJECT_LENGTH = 5
_SHORTEST = 4  # characters: a verb and its object
_ADVERBIAL_END = lazy(r"(?:中|时|后|以来|之前|期间|之际|的)$")
# 把…融入工作中: the place belongs to the verb.
_TAKES_PLACE = lazy(r"把|将|入|到|在|于|贯穿")

# 对逾期不改的，依法处罚: whom or what it is done to.
_CONDITION = lazy(r"(?:对|凡|凡是).{3,40}的$")
_ASKING = lazy(r"哪[些个里]|谁|什么|怎[么样]|如何|何时")


class Sort(Enum):
    """What the form of a clause looks like."""

    MEASURE = auto()
    GOAL = auto()
    OTHER = auto()


def sort_clauses(clauses: Sequence[Clause], stated: Sequence[Stated] = ()) -> tuple[Sort, ...]:
    """Say of every clause of a sentence what it is; who and by when may make it a measure."""
    sorts = [_sort(clause) for clause in clauses]
    for i, said in enumerate(stated):
        if said.only:
            sorts[i] = Sort.OTHER
        elif said.asks and _is_told(clauses[i].text, sorts[i], said):
            sorts[i] = Sort.MEASURE
    for i, (clause, following) in enumerate(pairwise(clauses)):
        spoken_of = cues.SPOKEN_OF.match(following.text) or cues.GOES_WRONG.match(following.text)
        announcing = sorts[i] is Sort.GOAL and cues.ANNOUNCES.search(following.text)
        if clause.mark in "，," and (spoken_of or announcing):
            sorts[i] = Sort.OTHER
    effects = _effects(clauses, sorts)
    # 三年内建成十个中心: what has a time of its own is to be done, whatever stands before it.
    for i, said in enumerate(stated):
        if said.deadline is not None and sorts[i] is Sort.MEASURE:
            effects[i] = Sort.MEASURE
    return tuple(_linked(clauses, effects))


def _sort(clause: Clause) -> Sort:
    text = _LEADING.sub("", clause.text)
    if any(cue.search(text) for cue in (cues.FORETOLD, cues.ANNOUNCES, cues.TOLD)):
        return Sort.OTHER
    if _is_goal(text, first=clause.index == 0):
        return Sort.GOAL
    found = head(text)
    if found and len(text) >= _SHORTEST and not _says_less(text, found):
        return Sort.MEASURE
    return Sort.OTHER


def _is_told(text: str, sort: Sort, said: Stated) -> bool:
    """Whether somebody is told to do something, in no finding; a goal needs who and by when."""
    if sort is Sort.GOAL:
        return said.owner is not None and said.deadline is not None
    findings = (cues.FINDING, cues.DONE, cues.TOLD, cues.FORETOLD, cues.ANNOUNCES)
    return len(text) >= _SHORTEST and not any(cue.search(text) for cue in findings) and not _is_state(text)


def _is_goal(text: str, *, first: bool) -> bool:
    """Whether a clause says what for by how it begins; a means that is to be formed is a measure."""
    bare = text[len(prelude(text)) :]
    if cues.LACK.search(text):
        return False
    if text.startswith("为了"):
        return True
    if cues.BY.match(bare) and not (first and bare.startswith(("以", "将", "把"))):
        return True
    found = cues.GOAL.match(bare)
    return found is not None and not cues.MEANS.search(text) and not _tells(bare, found[0])


def _tells(text: str, opening: str) -> bool:
    """Whether what begins like a goal tells what it is (实现目标是…), or names nothing to reach."""
    return text == opening or (opening.endswith("实现") and cues.IS.search(text) is not None)


def _says_less(text: str, found: HeadVerb) -> bool:
    """A finding, an adverbial, or a noun that begins like a measure; a duty is no finding."""
    if _BY_MEANS.search(text) or _FRAME.search(text) or _by_verb().search(text[: found.start + 1]):
        return True
    adverbial = _ADVERBIAL_END.search(text) is not None and _TAKES_PLACE.search(text) is None
    return (
        adverbial
        or _has_no_object(text, found)
        or (not found.modal and (cues.FINDING.search(text) is not None or _is_state(text)))
    )


def _is_state(text: str) -> bool:
    """Whether a clause says how things are, and nothing in front of it that brings it about."""
    found = cues.STATE.search(text)
    return found is not None and cues.BRINGS_ABOUT.search(text[: found.start()]) is None


def _has_no_object(text: str, found: HeadVerb) -> bool:
    """What seems a verb stands last: it is a noun (按照会议安排), or says how things are (能力大大增强)."""
    before, behind = text[: found.start], text[found.start + len(found.verb) :]
    if _NOUN_TAIL.fullmatch(behind) and len(before) >= _SUBJECT_LENGTH and not found.modal:
        return True
    if not before and behind in ("情况", "问题", "背景"):
        return True
    if before and not found.modal and _stands_last(before, behind):
        return True
    if behind or not before or _manners().fullmatch(before):
        return False
    return _LEADS_ON.search(before) is not None or (not found.modal and _HANDLES.search(before) is None)


def _stands_last(before: str, behind: str) -> bool:
    """Whether a subject and two verbs are all that there is (综合改革深化)."""
    grows = _GROWS.fullmatch(behind) is not None
    return grows and _HANDLES.search(before) is None and _manners().fullmatch(before) is None


@lru_cache(maxsize=1)
def _manners() -> re.Pattern[str]:
    """全面推进, 分步实施: words of manner and a verb say all."""
    return lazy(rf"(?:(?:{lexicon.inside('openings.manner')})+地?、?)+")


@lru_cache(maxsize=1)
def _by_verb() -> re.Pattern[str]:
    """通过 and 为了 with a verb of their own: what follows the comma is the measure."""
    return lexicon.pattern("verbs.verbs", "通过{}|为了")


def _effects(clauses: Sequence[Clause], sorts: Sequence[Sort]) -> list[Sort]:
    """A verb of effect tells what for where it ends a sentence of measures, or leads to its goals."""
    out = list(sorts)
    measure = out.index(Sort.MEASURE) if Sort.MEASURE in out else len(out)
    for i in range(len(out) - 1, 0, -1):
        leads = clauses[i].last or out[i + 1] is Sort.GOAL
        behind = measure < i if leads else _behind_semicolon(clauses, out, i)
        if behind and _is_effect(_LEADING.sub("", clauses[i].text)):
            out[i] = Sort.GOAL
    return out


def _behind_semicolon(clauses: Sequence[Clause], sorts: Sequence[Sort], end: int) -> bool:
    """Whether a measure stands between the last semicolon and a clause that ends at one."""
    if clauses[end].mark not in "；;":
        return False
    since = takewhile(lambda i: clauses[i].mark not in "；;", range(end - 1, -1, -1))
    return any(sorts[i] is Sort.MEASURE for i in since)


def _is_effect(text: str) -> bool:
    """A verb of effect on what is no means: 提升服务水平, but not 提高补贴标准."""
    found = head(text)
    # 把提高质量同扩大规模结合起来: the verb is in what is acted on.
    inside = found is None or cues.ACTED_ON.search(text[: found.start]) is not None
    verbs = (text,) if found is None or inside else (text, text[found.start :])
    opens = any(cues.EFFECT.match(verb) for verb in verbs)
    return opens and not any(cue.search(text) for cue in (cues.MEANS, cues.DONE, cues.TOLD))


def _linked(clauses: Sequence[Clause], sorts: Sequence[Sort]) -> list[Sort]:
    """A clause that only leads on to the next (围绕…, 通过…) goes with it; one that goes on asks no less."""
    out = list(sorts)
    for i in range(len(out) - 2, -1, -1):
        free = out[i] is not Sort.GOAL and clauses[i].mark in "，,"
        if free and out[i + 1] is Sort.MEASURE and leads(clauses[i].text):
            out[i] = Sort.MEASURE
    for i in range(1, len(out)):
        if out[i - 1] is Sort.MEASURE and goes_on(clauses[i - 1], clauses[i]):
            out[i] = Sort.MEASURE
    return out


def leads(text: str) -> bool:
    """Whether a clause leads on to a verb: by what, on what condition or how it is done."""
    led = _DEPENDENT.match(text) is not None and not text.startswith("以")
    return led or _CONDITION.match(text) is not None or _manners().fullmatch(text) is not None


def goes_on(before: Clause, clause: Clause) -> bool:
    """Whether a clause asks on with the same word (明确哪些能办，哪些不能办)."""
    asked = _ASKING.match(_LEADING.sub("", clause.text))
    return asked is not None and asked[0] in before.text


def reports(clauses: Sequence[Clause], stated: Sequence[Stated]) -> bool:
    """Whether a sentence says that something was done; what still has time was not."""
    # 对已经脱贫的地方: what some words only describe was done, not what the sentence says.
    text = _DESCRIBED.sub("", "，".join(clause.text for clause in clauses))
    ahead = cues.YET_TO_BE.search(text) is not None or any(one.deadline for one in stated)
    reached = cues.REACHED.search(text) is not None and not ahead
    return reached or cues.DONE.search(text) is not None
