"""Which run of clauses reads by itself: it opens no sentence in the middle and leaves none unfinished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.analysis.brief import Excerpt
from reportgen.analysis.clauses import Clause, excerpt
from reportgen.analysis.heads import head
from reportgen.text.patterns import lazy

# What refers back: to a subject, a cause or a first half that stood before.
_REFERS = (
    r"(?:但是?|而|并且?|也|还|又|从而|其中|同时|与此同时|这(?!次)|那|它|他|她|其(?!他)|进而|使得|之后|然后|所以|由此|因此|因而|对此|为此|据此|此外|另外|特别是|尤其是"
    r"|就|才|则|否则|反而|甚至|以及|和|或者?|乃至|即|如|例如|比如|是(?!否)|标志着|意味着|表明|说明|成为)"
)
_IN_THE_MIDDLE = lazy(rf"^(?:{_REFERS}|以|让(?!我们)|使)")
_AT_THE_START = lazy(rf"^(?:{_REFERS}|让(?!我们)|使)")
# A frame that waits for its verb, a condition that waits for its consequence.
_FRAME = lazy(
    r"^(?:根据|按照|依照|围绕|针对|结合|通过|依托|依据|基于|对照|作为|对于|从|在|当(?![前地年时今代])|等)"
)
# 在深学笃行中把准正确方向: the frame is closed, and what follows is its predicate.
_FRAMED = lazy(r"^在.*?[中上下里内时后前间][^，的]{3,}$")
_PURPOSE = lazy(
    r"^为(?:了|进一步|更好|深入|落实|贯彻|推动|推进|加强|促进|确保|保障|适应|解决|避免|防止|实现|提高|提升|做好)"
    r"(?!.*(?:作出|做出|提供|奠定|创造|注入|贡献|奋斗))"
)
_WAITING = lazy(
    r"^(?!.*坚持)[^，]{0,8}以[^，]+为(?:牵引|抓手|契机|载体|依托|引领|导向|主线|支撑|目标|重点|主体|核心)$"
    r"|^(?:截至|随着|经过|经对|面对|鉴于|除了?|相对于?|自从?|每当)|相比$|^在[^，]{2,}(?:中|下|后|前|时|上|里|内)$"
)
_HALF = lazy(
    r"^(?:如果|若|只要|只有|一旦|除非|虽然|尽管|由于|因为|不仅|不但|不光|既|一方面|与其|即使|无论|不论|不管|哪怕|越是)"
)
_CONDITION = lazy(
    r"如果|假如|倘若|要是|一旦|只有|只要|除非|虽然|尽管|即使|哪怕|否则|不是|并非|决不是|若[^干]"
)
# A verb without its object, a frame of time, a speaker about to be quoted, a noun that never came.
_OBJECT_FIRST = lazy(r"^(?:并|也|要|应)?(?:将|把|对|由|就)")
# 加快了转变的步伐, 掌握其基本情况, 聘用5000人: who, or whose it is, stood before.
_LOST = lazy(r"^[\u4e00-\u9fff]{1,4}了(?![解结然])|其(?![他中次实余它])|\d")
_GOES_ON = lazy(r"^(?:从|由|向|按|作为|同|与)")
_OPEN_END = lazy(
    r"(?:(?<![国所拥持享公私占])有|(?<![行作人成])为|(?<![国于])是|(?<![自不])如|即|包括|如下)$"
    r"|(?:以来|情况下|基础上|来说|而言|期间|过程中|的话|同时|(?<![落先前今此善])后|(?<![及按小临准])时)$"
    r"|^.{0,8}(?:显示|表明|认为|指出|强调|提出)$|^.{0,4}(?:会议|中央|[省市县]委|文件|通知|规定)要求$"
    r"|^(?:从|就).*(?:看|说|讲)$|^[^是]*的$"
    r"|^(?!.*(?:涉及|包括|表现)).*方面$"
)
_ADDRESS = lazy(r"(?:同志们|朋友们|代表们|女士们|先生们|同学们|乡亲们|各位.{0,8}|尊敬的.{0,12}|大家好)$")
# 4月15日到9月30日: when, and nothing that is then.
_WHEN = lazy(
    r"^[\d〇零一二三四五六七八九十两半年月日号时点分季度旬上中下初底末前后今明去本每周至到—－~～、和起止]+$"
)
_MOST_CLAUSES = 400  # of a sentence; no speaker's has as many, and its first ones stand for it
_INTRODUCES = frozenset("：:")
_PAIRS = tuple(zip("“‘（《〈【(", "”’）》〉】)", strict=True))
_BLANK = lazy(r"\*{2,}|[×]{2,}|某某|【[^】]{0,400}待|\[[^\]]{0,16}\]")


def reads_alone(clauses: Sequence[Clause]) -> bool:
    """Whether a run of clauses of one sentence reads by itself, without what stands before and behind it."""
    return _reads(clauses, excerpt(clauses).text)


def _reads(clauses: Sequence[Clause], text: str) -> bool:
    opening = _AT_THE_START if clauses[0].index == 0 else _IN_THE_MIDDLE
    if _ADDRESS.match(clauses[0].text) or _WHEN.match(text):
        return False
    if opening.match(text) or _BLANK.search(text) or not _paired(text):
        return False
    if any(_HALF.match(clause.text) for clause in clauses) and not clauses[-1].last:
        return False
    return not _waits(clauses[-1])


def standing_run(clauses: Sequence[Clause], limit: int, shortest: int = 2) -> Excerpt | None:
    """Return the run of clauses of one sentence that says most by itself in `limit` characters.

    A run that comes to a verb is preferred, then one from the start of the sentence, then a longer one.
    """
    best: tuple[float, Excerpt] | None = None
    clauses = clauses[:_MOST_CLAUSES]
    for start, end, group in standing_runs(clauses, limit, shortest):
        worth = (
            4.0 * any(head(one.text) for one in clauses[start:end])
            + 3.0 * (start == 0)
            + 1.0 * (end == len(clauses))
            + 2.0 * len(group.text) / limit
        )
        if best is None or worth > best[0]:
            best = worth, group
    return best and best[1]


def standing_runs(
    clauses: Sequence[Clause], limit: int, shortest: int = 2
) -> Iterator[tuple[int, int, Excerpt]]:
    """Yield every run of clauses of one sentence that reads by itself, with its first and last clause.

    Args:
        clauses: those of the sentence.
        limit: characters that a run has at the most.
        shortest: and at the least.
    """
    clauses = clauses[:_MOST_CLAUSES]
    for start in starts(clauses):
        if start and _LOST.search(clauses[start].text):
            continue
        for end in range(start + 1, len(clauses) + 1):
            group = excerpt(clauses[start:end])
            if len(group.text) > limit:
                break
            if len(group.text) < shortest or not _reads(clauses[start:end], group.text):
                continue
            if end == len(clauses) or not _is_parted(clauses[end - 1], clauses[end]):
                yield start, end, group


def starts(clauses: Sequence[Clause]) -> Iterator[int]:
    """Yield where a run may begin: not behind a condition (如果不…), without which it says another thing."""
    for start, clause in enumerate(clauses):
        if not start or not _is_parted(clauses[start - 1], clause):
            yield start
        if _CONDITION.search(clause.text):
            return


def _is_parted(one: Clause, two: Clause) -> bool:
    """Whether two clauses are one: 将免征范围，从小微企业扩大到所有企业 has its object in the first half."""
    goes_on = _GOES_ON.match(two.text) or head(one.text) is None
    return bool(_OBJECT_FIRST.match(one.text) and goes_on)


def _waits(clause: Clause) -> bool:
    """Whether a clause leads on to one that is not there."""
    text = clause.text
    if _PURPOSE.match(text) or _HALF.match(text) or _WAITING.search(text) or clause.mark in _INTRODUCES:
        return True
    if _OPEN_END.search(text):
        return True
    return bool(_FRAME.match(text)) and not _FRAMED.match(text) and head(text) is None


def _paired(text: str) -> bool:
    return all(text.count(one) == text.count(other) for one, other in _PAIRS)
