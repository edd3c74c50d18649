"""The thesis: the clause group that carries the speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from reportgen.analysis import cues
from reportgen.analysis.brief import Excerpt, Line
from reportgen.analysis.clauses import Clause, excerpt, whole
from reportgen.analysis.heads import head
from reportgen.analysis.standing import reads_alone, starts
from reportgen.outline import Document, Node
from reportgen.source import Passage

if TYPE_CHECKING:
    from reportgen.analysis.reading import Reading

THESIS_LIMIT = 60
"""Characters (issue: at most 60)."""
_SHORTEST = 10
CUE = re.compile(
    r"要|必须|坚持|全面|深入|努力|为.*(?:作出|贡献|保驾护航|奋斗)|推进|推动|实现|主题|总要求|总体要求|任务是|目的就?是|指导思想|高举|指引|贯彻|携手|愿[同与]"
)
# Greetings, thanks, what the speaker is about to do.
FORMULA = re.compile(
    r"^[图表]\s*\d|^(?:会议|时间|地点|主持|出席|参会|列席|记录|主题)[^：]{0,4}：|^(?:该|本(?:文|报告|通知|方案|材料|汇编|图)|附件|来函)"
    r"|^关于[^，]*(?:报告|汇报|通知|请示|函|方案|情况)$"
    r"|^(?:下面|刚才|今天|首先|大家|感谢|很高兴|受|现在|根据|按照会议|我受|我代表|我讲|我谈|各位)|[\u4e00-\u9fff]如下$|发言|收悉"
    r"|代表.{1,20}(?:作|做).{0,8}报告|(?:大会|会议|会上)(?:作|做|提出).{0,24}(?:报告|说明)|请.{0,6}(?:审议|审查|批评|指正)"
    r"|作.{0,8}(?:说明|汇报)$|联系(?:人|电话|方式)|提出(?:宝贵)?意见|表示(?:衷心|诚挚|热烈|崇高)?(?:的?感谢|敬意|慰问|祝贺|欢迎)|表示(?:衷心|诚挚|热烈|崇高)"
)
# A sentence with figures counts things; it does not carry a speech.
_COUNTS = re.compile(r"\d")
# A sentence that says itself that it states the whole.
_WHOLE = re.compile(
    r"(?:总(?:体|的|)(?:要求|部署|思路|目标|方针|任务)|指导(?:思想|方针)|(?:工作|基本|主要)(?:思路|任务)|主题|目的|核心|关键)(?:就?是|：)"
    r"|重中之重|当务之急|头等大事|首要任务|根本(?:任务|途径|出路|大计)"
)
_AIMS = re.compile(r"总(?:体|的)?(?:要求|部署|思路|目标)|指导(?:思想|方针)|工作目标|主要目标|目标任务")
_OPENING = re.compile(r"开场|开篇|导语|引言|引语|前言|背景|目的|意义|概述")
_LOOKS_BACK = re.compile(r"回顾|过去|成就")
TROUBLES = re.compile(r"问题|不足|困难|挑战|短板|原因|教训|形势|现状|背景")
# A call on the listeners, as speeches end with.
_CALL = re.compile(
    r"为[^，]{4,50}(?:奋斗|奋勇前进|贡献)|一定(?:能|会)|夺取.{2,24}胜利|(?:让)?我们(?:一定|务必)?要|让我们|呼吁|开创.{2,20}新局面"
)
# What a proposal or a circular is for stands in its title: 关于加快发展养老服务业的建议.
_PROPOSAL = re.compile(r"关于(?P<what>.{6,60}?)(?:的|之)?(?:几点|若干)?(?:建议|提案|意见|议案|对策|思考)$")
_DECREED = re.compile(
    r"关于(?:申请|商请|协同|恳请|请求)?(?P<what>.{6,60}?)的(?:通知|通告|请示|函|来函|复函|方案|决定|决议|倡议书?)$"
)
# 政府工作报告——团结起来，为建设强国而奋斗: what follows the kind of paper on the same line.
_AFTER_KIND = re.compile(r"^(?:.{0,20}?(?:工作报告|讲话|发言|致辞))?[\s：—-]*(?=[^\s：—-]{8})")

# A title that names what kind of paper it is, or the occasion, and not what it asks for.
_KIND = re.compile(
    r"(?:讲话|发言|致辞|致词|报告|汇报|总结|材料|方案|要点|纪要|通知|通报|请示|函|批复|简报|专报|信息|摘要|提纲|稿|建议|意见|提案|会上?)"
    r"(?:（.{1,12}）|\(.{1,12}\))?$|^关于"
)


def thesis(reading: Reading, words: frozenset[str]) -> Line | None:
    """Return the clause group that carries the speech, at most 60 characters; None where nothing does.

    A proposal's title says it, or one that asks for something itself (团结起来，为建设强国而奋斗). Else the
    weightiest sentence of the introduction does, by words of calling and aim, by the words of title and
    headings, by what it asks for; then one of the closing or of a part.

    Args:
        reading: the speech.
        words: what it keeps coming back to, as `keys` has it.
    """
    document = reading.document
    return proposed(document) or _asked(document) or _weightiest(reading, words)


def proposed(document: Document) -> Excerpt | None:
    """What the title of a proposal or circular is for; None where it is of another kind."""
    for title in document.title:
        found = _PROPOSAL.search(title.text) or _DECREED.search(title.text)
        if found and (found.re is _PROPOSAL or _acts(found["what"])):
            start, end = (title.span.start + at for at in found.span("what"))
            return whole(document.source.passage(start, end))
    return None


def _asked(document: Document) -> Excerpt | None:
    """A line of the title that asks for something by itself."""
    for line in filter(None, (*document.title, document.subtitle)):
        kind = _AFTER_KIND.match(line.text)
        start, end = line.span.start + (kind.end() if kind else 0), line.span.end
        found = whole(document.source.passage(start, end))
        fits = _SHORTEST <= len(found.text) <= THESIS_LIMIT and not is_kind(found.text)
        if fits and (_acts(found.text) or _CALL.search(found.text)):
            return found
    return None


def is_kind(title: str) -> bool:
    """Whether a title names what kind of paper it is (…工作总结) and not what it is about."""
    return _KIND.search(title) is not None


def _acts(text: str) -> bool:
    return any(head(clause) for clause in re.split("[，；\u3000 ]", text))


def _weightiest(reading: Reading, words: frozenset[str]) -> Excerpt | None:
    ranked = [
        (found[0] + bias, found[1])
        for bias, pool in _pools(reading.document)
        if (found := _best(reading, pool, words)) is not None
    ]
    strong = next((group for heavy, group in ranked if heavy >= _STRONG), None)
    best, group = max(ranked, key=lambda found: found[0], default=(0.0, None))
    return strong or (group if best > 0 else None)


def _pools(document: Document) -> Iterator[tuple[float, Sequence[Passage]]]:
    """Yield the texts that may hold the thesis, the likeliest first, each with what its place counts for."""
    opening = [] if document.preamble else [*filter(_opens, document.nodes[:1])]
    # A heading of its own for the salutation may stand before the introduction's.
    opening += [node for node in document.nodes[1:2] if opening and _OPENING.search(node.heading.text)]
    yield 0.0, document.preamble
    yield from ((2.0, node.body) for node in opening)
    yield 0.0, document.closing
    yield from ((4.0, node.body) for node in document.walk() if _AIMS.search(node.heading.text))
    for node in document.nodes:
        yield -6.0 if TROUBLES.search(node.heading.text) else 0.0, node.body
    # What stands for one part seldom stands for the whole; still better than nothing.
    yield from ((-12.0, node.body) for node in document.walk() if node.level > 1)


def _opens(node: Node) -> bool:
    """Whether a first section is an introduction with a heading."""
    heading = node.heading.text
    tells = _LOOKS_BACK.search(heading) or TROUBLES.search(heading) or _acts(heading)
    return _OPENING.search(heading) is not None or not tells


_FULL = 40
"""Characters from which a sentence is not taken for weightier because it says more."""
_MOST_CUES = 4
_MOST_KEYS = 8
_STRONG = 6.0
"""The weight from which a sentence of a likelier place is not asked to compete with later ones."""


def _best(reading: Reading, pool: Sequence[Passage], words: frozenset[str]) -> tuple[float, Excerpt] | None:
    """The weightiest clause group of some paragraphs, its weight first; below zero it greets or finds."""
    found = list(reading.sentences(pool))
    ranked: list[tuple[float, int, Excerpt]] = []
    for place, clauses in enumerate(found):
        group = _group(clauses)
        if group is not None:
            late = 2.0 * place / max(len(found) - 1, 1)
            ranked.append((weight(group.text, words) + late, place, group))
    if not ranked:
        return None
    heaviest, _, group = max(ranked, key=lambda one: one[:2])
    return heaviest, group


def weight(text: str, words: frozenset[str]) -> float:
    """Return how much some clauses carry the whole: in steps of half a cue word, below zero for greetings.

    Args:
        text: the clauses.
        words: what the speech keeps coming back to, as `keys` has it.
    """
    clauses = re.split("[，；]", text)
    states_the_whole = bool(_WHOLE.search(text))
    finds = any(map(cues.FINDING.search, clauses)) and not states_the_whole
    return (
        2.0 * min(len(CUE.findall(text)), _MOST_CUES)
        + min(len(words & _triples(text)), _MOST_KEYS)
        + min(len(text), _FULL) / 20
        + 3.0 * _acts(text)
        + 6.0 * states_the_whole
        + 3.0 * bool(_CALL.search(text))
        - 12.0 * bool(FORMULA.search(text) or _COUNTS.search(text))
        - 5.0 * finds
        - 4.0 * any(map(cues.DONE.search, clauses))
    )


def _group(clauses: Sequence[Clause]) -> Excerpt | None:
    """The longest run of whole clauses at the end of a sentence that fits and reads by itself."""
    sizes = list(accumulate(len(clause.text) + 1 for clause in reversed(clauses)))
    for start in starts(clauses):
        if sizes[len(clauses) - 1 - start] - 1 > THESIS_LIMIT:
            continue
        group = excerpt(clauses[start:])
        if _SHORTEST <= len(group.text) <= THESIS_LIMIT and reads_alone(clauses[start:]):
            return group
    return None


def keys(document: Document) -> frozenset[str]:
    """Triples of characters of title and headings: what the speech keeps coming back to."""
    words: set[str] = set()
    for text in [document.title_text, *(node.heading.text for node in document.nodes)]:
        words |= _triples(text)
    return frozenset(words)


def _triples(text: str) -> frozenset[str]:
    triples = (text[i : i + 3] for i in range(len(text) - 2))
    return frozenset(triple for triple in triples if re.fullmatch(r"[\u4e00-\u9fff]{3}", triple))
