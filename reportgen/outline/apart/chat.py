"""What a program that writes drafts says to whom it writes for, in front of the draft and behind it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reportgen.outline.apart.blocks import line_of
from reportgen.outline.paragraphs import Paragraph
from reportgen.text.patterns import lazy

LONGEST_WORD = 200
"""Characters of a paragraph that is said about a draft."""
MOST_BEHIND = 15
"""Paragraphs behind a draft in which there is advice how to use it."""

_DRAFT = r"(?:稿|讲话|发言|致辞|报告|范文|文章|文本|内容|版本|提纲|框架)"
_TO_ONE = r"(?:为|给|按照?|根据|依据)(?:您|你(?!们))"
_CHANGED = r"(?:调整|修改|补充|润色|细化|完善|扩写|扩展|精简|压缩|替换|优化|定制)"
_PREFACE = lazy(
    rf"(?:好的|当然(?:可以)?|没问题|可以的?|收到|明白了?)[，,。！!~～].{{0,60}}(?:{_TO_ONE}|(?:以下|下面|这)(?:是|为)).{{0,80}}{_DRAFT}.{{0,80}}"
    rf"|(?:以下|下面|这)(?:内容)?是?(?:一[份篇]|我)?.{{0,30}}{_TO_ONE}.{{0,80}}{_DRAFT}.{{0,80}}"
    rf"|{_TO_ONE}.{{0,60}}(?:撰写|起草|生成|整理|拟写|拟|写)(?:了|的)?.{{0,60}}{_DRAFT}.{{0,60}}[：:。]"
    rf"|以下(?:是|为)一[份篇].{{0,60}}{_DRAFT}.{{0,60}}[：:]"
)
_BEHIND = lazy(
    rf"希望(?:这|以上|本|该|上述).{{0,24}}(?:您|你(?!们)).{{0,40}}"
    rf"|希望(?:这|以上|本|该|上述)[份篇段个些]?.{{0,12}}稿.{{0,20}}(?:帮助|满意|符合|满足|参考).{{0,80}}"
    rf"|(?:如果?|若|倘若).{{0,40}}(?:{_CHANGED}|其他(?:需求|要求)).{{0,80}}(?:告诉我|告知|随时|请(?:提供|说明|指出)|我(?:可以|会|来)).{{0,60}}"
    rf"|(?:您|你(?!们))(?:可以?|也可以?|还可以?|需要)(?:根据|结合|按照).{{0,60}}{_CHANGED}.{{0,60}}"
    rf"|(?:需要|要不要|是否需要|您?看).{{0,6}}我.{{0,60}}(?:吗|呢)?[？?]"
    rf"|(?:这|本|该|以上|上述)[份篇]?.{{0,12}}{_DRAFT}.{{0,60}}(?:您|你(?!们))(?:可以?|的|可根据).{{0,80}}"
)
_NOTE = lazy(
    rf"[（(]?(?:注|备注|提示|温馨提示|说明|使用说明|注意)[：:].{{0,120}}(?:{_CHANGED}|填写|占位|方括号|实际情况).{{0,80}}"
    r"|[（(]?(?:全文|正文|本稿)?(?:字数)?[：:]?(?:共|约|大约|共计)+\s*\d{3,5}\s*字[左右。）)]*"
)
_ADVICE = lazy(
    r"(?:写作|使用|修改|撰写|优化|调整|定制|温馨|友情)(?:说明|提示|建议|要点|思路)[：:]?|(?:说明|提示|注意事项)[：:]"
)


def chat(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: the first line hands a draft over to one reader; the last ones offer to change it."""
    lines = [line_of(text, row) for row in rows]
    front = 1 if len(rows) > 1 and len(lines[0]) <= LONGEST_WORD and _PREFACE.fullmatch(lines[0]) else 0
    first = len(rows)
    while first > 1 and len(lines[first - 1]) <= LONGEST_WORD and _is_behind(lines[first - 1]):
        first -= 1
    first = _advice(lines, first)
    certain = front or any(map(_BEHIND.fullmatch, lines[first:]))
    return {*range(front), *range(first, len(rows))} if certain else ()


def _is_behind(line: str) -> bool:
    return bool(_BEHIND.fullmatch(line) or _NOTE.fullmatch(line))


def _advice(lines: Sequence[str], first: int) -> int:
    """Where advice with its own name begins above the last words; `first` where there is none."""
    earliest = max(first - MOST_BEHIND, 1)
    named = (at for at in range(earliest, len(lines)) if at < first and _ADVICE.fullmatch(lines[at]))
    return next(named, first)
