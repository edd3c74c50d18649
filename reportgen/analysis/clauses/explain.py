"""Why a clause was taken for what it is, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.analysis.clauses.kinds import KINDS, model
from reportgen.analysis.clauses.rules import against
from reportgen.analysis.clauses.setting import Zone
from reportgen.analysis.clauses.table import FIXED

if TYPE_CHECKING:
    from reportgen.analysis.clauses.kinds import Scores
    from reportgen.analysis.clauses.table import Seen

NAMES = {
    "todo": "要做",
    "done": "已做",
    "goal": "目标",
    "finding": "情况",
    "stance": "态度",
    "courtesy": "礼节",
    "heading": "标题",
}
"""What people call each kind."""
_TOLD = 3
"""Features that are told of a clause."""
_ZONES = {Zone.HEAD: "在题目里", Zone.HEADING: "是标题", Zone.SALUTATION: "是称呼"}
_QUOTED = (
    ("h:", "小标题有“{}”"),
    ("H:", "大标题有“{}”"),
    ("t:", "题目有“{}”"),
    ("s:", "句子以“{}”开头"),
    ("e:", "句子以“{}”结尾"),
    ("g:", "文种是{}"),
    ("v:", "动词是“{}”"),
    ("<^", "前面以“{}”开头"),
    ("<$", "前面以“{}”结尾"),
    (">^", "后面以“{}”开头"),
    (">$", "后面以“{}”结尾"),
    ("^", "以“{}”开头"),
    ("$", "以“{}”结尾"),
)
_NAMED = {
    "owner": "写明由谁做",
    "deadline": "写明期限",
    "asks": "点名要求",
    "verb": "有做事的动词",
    "verb first": "动词开头",
    "bidden": "有“要、应、须”",
    "+duty": "有“要、应、须”",
    "+past": "说的是过去",
    "+we": "以“我们、大家”开头",
    "+who": "以单位开头",
    "+list": "是分项",
    "+year": "有年份",
    "number": "有数字",
    "^number": "以数字开头",
    "reports": "整句在报告结果",
    "r:MEASURE": "像举措",
    "r:GOAL": "像目标",
    "r:OTHER": "不像举措和目标",
    "c:done": "有“已、了”",
    "c:finding": "像说情况",
    "c:state": "像说状态",
    "c:holds": "表明态度",
    "c:announces": "引出下文",
    "c:under ahead": "在讲打算的标题下",
    "c:under behind": "在讲过去的标题下",
    "c:under troubles": "在讲问题的标题下",
    "z:preamble": "在正文开头",
    "z:closing": "在结尾",
    "alone": "单独成句",
    "last": "是句末",
}


def why(row: Seen) -> str:
    """Return the strongest reasons for the kind of a clause; its place, where that alone decides."""
    zone = row.sentence.paragraph.zone
    if zone in FIXED:
        return _ZONES[zone]
    known, at = model(), KINDS.index(row.kind)
    found = ((weights[at], one) for one in dict.fromkeys(row.features) if (weights := known.of(one)))
    told = _ruled(row)
    for much, name in sorted(found, key=lambda one: (-one[0], one[1])):
        words = named(name)
        if much > 0 and words and words not in told:
            told.append(words)
        if len(told) == _TOLD:
            break
    return "；".join(told) or "没有别的迹象"


def _ruled(row: Seen) -> list[str]:
    """The rule that stood against the likeliest kind; else whether what is around decided."""
    likeliest, looks = (_likeliest(one) for one in (row.scores, row.alone))
    rule = against(row, likeliest)
    if rule is not None:
        return [f"{rule.name}，不算{NAMES[likeliest]}"]
    return [] if looks == row.kind else [f"周围多是{NAMES[row.kind]}"]


def _likeliest(scores: Scores) -> str:
    return KINDS[max(range(len(KINDS)), key=scores.__getitem__)]


def named(name: str) -> str:
    """Return what people understand of a feature; empty where there is no short word for it."""
    if name in _NAMED:
        return _NAMED[name]
    for prefix, words in _QUOTED:
        if name.startswith(prefix):
            rest = name.removeprefix(prefix).replace("#", "数字")
            return words.format(rest) if rest.strip() else ""
    is_words = all("\u4e00" <= char <= "\u9fff" for char in name)
    return f"有“{name}”" if is_words else ""
