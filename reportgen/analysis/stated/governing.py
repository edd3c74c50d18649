"""Which owner and which deadline govern which clause of a sentence.

Both are read where they stand and go no further than the sentence lets them: an owner until somebody else is
named, a deadline only to its own clause, to what follows where it opens the sentence, and to what stands
before where it closes it (…，6月底前完成). What may be read in two ways governs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reportgen.analysis.heads import head, names_nobody
from reportgen.analysis.stated.owners import Named, helps, is_name, named, told_to
from reportgen.analysis.stated.times import Bound, Time, times
from reportgen.outline.sentences import paired
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.analysis.clauses import Clause
    from reportgen.source import Passage


@dataclass(frozen=True, slots=True)
class Stated:
    """Who is to do what a clause says, and by when.

    `asks`: that alone makes it something to be done; `only`: it says no more than who and when, of others.
    """

    owner: Passage | None = None
    deadline: Passage | None = None
    asks: bool = False
    only: bool = False


# What may stand between the head of a clause and its time: duty, manner, a preposition.
_BETWEEN = lazy(
    r"(?:[一二三四五六七八九十]+是要?|同时|另外|此外|其中|并|确保|力争|争取|务必|必须|应当?|要|须|需|计划|拟|将|原则上|全部|一律|统一|也|都|再|最迟|最晚"
    r"|在|于|到|至|截至|按照?|\s)*"
)
# What is done by then, and nothing else: 6月底前完成, 年底前全部到位.
_COMPLETES = lazy(
    r"(?:要|应|须|必须|务必|确保|力争|争取|全部|全面|基本|一律|统一|正式|见到|整改|改造|整治)*"
    r"(?:完成|到位|办结|建成|见效|落地|竣工|完工|开工|投用|投入使用|交付|清零|销号|达标|启动|实现|上报|报送|报告|见成效|结束|兑现|验收|运行|上线|落实)?"
    r"(?:任务|到位|完毕|使用|投产|成效|运行|为止|一次|一遍)?"
)
# 2005年底前登记的车辆: what a time dates where a noun follows.
_DATES = lazy(r"(?![对把将就向与同按从在为给以])[^，]{0,6}的")
# 政府应根据辖区人口情况，…: what leads on asks for nothing yet.
_LEADS_ON = lazy(
    r"根据|按照|依据|围绕|针对|结合|本着|随着|通过|立足|着眼|以[^，]+为|从[^，]+出发|在[^，]+[下中上]$"
)
_PAST = lazy(r"已经?|去年|上年|[^不为除]了(?![解结然])")
# 控制在三年内, 实现2030年前碳达峰: the time belongs to the object of a verb before it.
_HOLDS = lazy(
    r"(?:控制|保持|稳定|压缩|压减|缩短|限定|限制|延长|设定)[在到至为]?$|[等拖]到?$|(?:实现|达到|完成|推进|落实|超过|突破|锚定|围绕|按照|依据)$"
)
_PREPOSITIONS = ("在", "到", "至", "为", "于", "对", "把", "将", "就", "从")
# 6月底前完不成任务, 三年内不得调整: a condition or a ban, and nothing to be done by then.
_NOT_DONE = lazy(r"[\u4e00-\u9fff]?不(?![断同])|累计|连续|未|没|无法|仍|完不成|逾期")
# 去年，县教育局牵头，…; 截至2月底，…: what follows is an account.
_LOOKS_BACK = lazy(r"(?:去年|上年|前年|过去[^，]{0,6}|近年来?|[^，]{0,4}以来|截至[^，]{1,10})")
# 督促各企业在10月底前完成…: who is made to do it.
_MAKES = lazy(r"要?(?:督促|指导|会同|组织|协调|推动|配合)(?P<who>[^，]{2,30}?)[在于]?")
_PRINTED = 12  # characters of the shortest line that a page is broken into
_ENDS = frozenset("。！？!?…；;：:，,、.)）】”’》")
_SEMICOLON = "；;"


def govern(clauses: Sequence[Clause], edges: frozenset[int] = frozenset()) -> tuple[Stated, ...]:
    """Return for each clause of a sentence who is to do it and by when.

    Args:
        clauses: the sentence.
        edges: places at which the text may have been broken inside a name or a time.
    """
    out: list[Stated] = []
    for segment in _segments(clauses):
        out += [untorn(one, edges) for one in _govern(segment)]
    return tuple(out)


def torn_edges(paragraphs: Sequence[Passage]) -> frozenset[int]:
    """Return where paragraphs begin and end that may be lines of one, broken by whoever copied them.

    A line as long as a printed one that no mark ends goes on in the next; items of a list are shorter or end
    with a mark.
    """
    edges: set[int] = set()
    for before, after in pairwise(paragraphs):
        if len(before.text) >= _PRINTED and before.text.rstrip()[-1:] not in _ENDS:
            edges |= {before.span.end, after.span.start}
    return frozenset(edges)


def untorn(one: Stated, edges: frozenset[int]) -> Stated:
    """Return what is stated without names and times that may be halves of such.

    Args:
        one: what is stated of a clause.
        edges: places at which the text may have been broken.
    """
    owner, deadline = (
        None if passage and edges & {passage.span.start, passage.span.end} else passage
        for passage in (one.owner, one.deadline)
    )
    return replace(one, owner=owner, deadline=deadline)


def _segments(clauses: Sequence[Clause]) -> Iterator[Sequence[Clause]]:
    """A sentence cut at its semicolons: what stands behind one is told anew."""
    first = 0
    for i, clause in enumerate(clauses):
        if clause.mark in _SEMICOLON or i == len(clauses) - 1:
            yield clauses[first : i + 1]
            first = i + 1


@dataclass(frozen=True, slots=True)
class _Read:
    """A clause with what it says itself.

    `frames`: it is only a time, or a name and a time; `closes`: it is a time, and that all is done by then;
    `helps`: it only says who is to help.
    """

    clause: Clause
    who: Named | None
    when: Time | None
    frames: bool = False
    closes: bool = False
    helps: bool = False

    @property
    def asks_itself(self) -> bool:
        """Whether the clause comes to something to be done."""
        return head(self.clause.text) is not None or (self.who is not None and not self.who.alone)

    @property
    def says_only(self) -> bool:
        """Whether the clause is only about who and when."""
        return self.frames or self.helps or (self.who is not None and self.who.alone)

    @property
    def owner(self) -> Passage | None:
        return self.clause.part(self.who.start, self.who.end) if self.who else None

    @property
    def deadline(self) -> Passage | None:
        return self.clause.part(self.when.start, self.when.end) if self.when else None


def _read(clause: Clause) -> _Read:
    text = clause.text
    if helps(text):
        return _Read(clause, None, None, helps=True)
    who = named(text)
    when = None if _PAST.search(text) else _deadline(text, who)
    if when is None:
        return _Read(clause, who, None)
    before, after = text[: when.start], text[when.end :]
    bare = _BETWEEN.fullmatch(before) is not None
    rest = before[who.end :] if who and who.end <= when.start else before
    frames = not after and _BETWEEN.fullmatch(rest) is not None
    return _Read(clause, who, when, frames=frames, closes=bare and bool(after) and _completes(after))


def _completes(after: str) -> bool:
    return _COMPLETES.fullmatch(after) is not None


def _deadline(text: str, who: Named | None) -> Time | None:
    """The one time that says by when the clause's own verb is done; None where there are two or none."""
    depths = paired(text)
    found = [one for one in times(text) if one.is_deadline]
    own = [one for one in found if _adverbial(text, one, who, depths)]
    # 6月底前拿出方案、9月底前启动建设, 6月和12月底前: two things, each with a time of its own.
    parted = any(text[: one.start].endswith(("、", "和", "与", "及")) for one in found)
    return own[0] if len(own) == 1 and not parted else None


def _adverbial(text: str, time: Time, who: Named | None, depths: bytearray) -> bool:
    """Whether a time stands before the verb of its clause, or in brackets of its own behind it."""
    before, after = text[: time.start], text[time.end :]
    if depths[time.start] > (text[time.start] == "“"):
        return before[-1:] in "（(" and after in ("）", ")") and bool(before[:-1])
    if _DATES.match(after) or _HOLDS.search(before) or _NOT_DONE.match(after) or is_of_a_noun(after):
        return False
    rest = before[who.end :] if who and who.end <= time.start else before
    made = _MAKES.fullmatch(rest)
    if _BETWEEN.fullmatch(rest) or (made is not None and is_name(made["who"])):
        return True
    # 各项工程6月底前完工: what it is done to may stand before, but no verb (淘汰…前登记的车).
    if rest.endswith(_PREPOSITIONS):
        return False
    return "的" not in rest and head(rest) is None and (time.bound is not Bound.OFTEN or names_nobody(after))


def is_of_a_noun(after: str) -> bool:
    """Return whether a time dates what somebody is told of (年内到期债务要全部化解)."""
    told = told_to(after)
    return told is not None and told > 0 and not is_name(after[:told]) and not names_nobody(after[:told])


def _govern(segment: Sequence[Clause]) -> list[Stated]:
    read = [_read(clause) for clause in segment]
    if any(_LOOKS_BACK.fullmatch(clause.text) for clause in segment):
        return [Stated() for _ in segment]
    owners = _owners(read)
    deadlines = _deadlines(read)
    return [
        Stated(owner, deadline, asks=_asks(one, owner, deadline), only=one.says_only)
        for one, owner, deadline in zip(read, owners, deadlines, strict=True)
    ]


def _owners(read: Sequence[_Read]) -> list[Passage | None]:
    out: list[Passage | None] = []
    current: Passage | None = None
    closing = _closing(read)
    filled = 0
    for i, one in enumerate(read):
        if one.who is not None and one.who.alone and one.who.led and i >= closing:
            # 精简环节，由县审批局牵头: who does what stands before.
            out[filled:] = [owner or one.owner for owner in out[filled:]]
            filled = i
        if one.who is not None:
            current = one.owner
        elif not one.helps and not _goes_on(one):
            current = None
        out.append(current)
    return out


def _closing(read: Sequence[_Read]) -> int:
    """From which clause on nothing more is asked for: each only says who and when."""
    asked = (i for i in range(len(read) - 1, -1, -1) if not (read[i].closes or read[i].says_only))
    return next(asked, -1) + 1


def _goes_on(one: _Read) -> bool:
    """Whether a clause names nobody else, so that whoever was named before it does this too."""
    text = one.clause.text
    told = told_to(text)
    if told and _BETWEEN.fullmatch(text[:told]) is None and not names_nobody(text[:told]):
        return False
    return one.frames or (one.when is not None and _starts(one)) or names_nobody(text)


def _starts(one: _Read) -> bool:
    return one.when is not None and _BETWEEN.fullmatch(one.clause.text[: one.when.start]) is not None


def _deadlines(read: Sequence[_Read]) -> list[Passage | None]:
    out: list[Passage | None] = [one.deadline for one in read]
    frame: Passage | None = None
    for i, one in enumerate(read):
        if one.when is not None:
            frame = one.deadline if one.frames else None
        elif frame is not None:
            # 6月底前，各镇街要完成排查，建立台账: the second may take longer.
            out[i] = frame
            frame = None if one.asks_itself else frame
        if one.closes:
            _reach_back(out, read, i)
    return out


def _reach_back(out: list[Passage | None], read: Sequence[_Read], i: int) -> None:
    """6月底前完成 dates what stands before it in its sentence, up to another time."""
    for at in range(i - 1, -1, -1):
        if out[at] is not None:
            return
        out[at] = read[i].deadline


def _asks(one: _Read, owner: Passage | None, deadline: Passage | None) -> bool:
    """Whether a clause asks for something because somebody is told to do it, or by when."""
    if one.says_only:
        return False
    rest = one.clause.text[one.who.rest :].strip() if one.who is not None else ""
    told = bool(rest) and (_LEADS_ON.match(rest) is None or head(rest) is not None)
    handled = owner is not None and one.clause.text.startswith(("把", "将"))
    timed = one.when is not None and _starts(one) and not one.closes
    limited = timed and one.when is not None and one.when.bound is Bound.BY
    framed = one.when is None and deadline is not None and _completes(one.clause.text)
    return told or handled or limited or framed or (timed and owner is not None)
