"""The thesis: the clause group that carries the speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.analysis import cues
from reportgen.analysis.clauses import Clause, excerpt, sentences
from reportgen.analysis.heads import head
from reportgen.analysis.model import Excerpt, Line
from reportgen.outline import Document
from reportgen.source import Passage

THESIS_LIMIT = 60
"""Characters (issue: at most 60)."""
_SHORTEST = 10
# A clause that leans on the one before it does not stand alone.
DANGLING = re.compile(
    r"^(?:以|让|使|是|成为|标志着|意味着|表明|说明|对此|为此|因此|但|而|并|也|还|又|从而|其中|同时|这|那|它|他|她|其|进而|使得|之后|然后|所以|由此|就|才)"
)
CUE = re.compile(
    r"要|必须|坚持|全面|深入|努力|为.*(?:作出|贡献|保驾护航|奋斗)|推进|推动|实现|主题|总要求|总体要求|任务是|目的就?是|指导思想|高举|指引|贯彻"
)
# Greetings, thanks, what the speaker is about to do, and counts of things.
WEAK = re.compile(
    r"^(?:下面|刚才|今天|首先|大家|感谢|很高兴|受|现在|根据|按照会议|我代表|我讲|我谈|各位)|\d|(?:意见|建议|汇报|报告)如下|发言"
    r"|代表.{1,20}(?:作|做).{0,8}报告|请.{0,6}(?:审议|审查|批评|指正)|提出(?:宝贵)?意见|表示(?:衷心|诚挚|热烈|崇高)"
)
MASK = re.compile(r"\*{2,}|[×]{2,}|某某|【待")
# What a proposal proposes stands in its title: 关于加快发展养老服务业的建议.
_PROPOSAL = re.compile(r"关于(?P<what>.{6,60}?)的?(?:几点|若干)?(?:建议|提案|意见|议案|对策|思考)$")


def thesis(document: Document) -> Line | None:
    """Return the clause group that carries the speech, at most 60 characters; None where nothing does.

    A proposal's title says it. Else the weightiest sentence of the introduction does, by words of calling and
    aim, by the words of title and headings, by what it asks for; then one of the closing or of a section.
    """
    return proposed(document) or _weightiest(document)


def proposed(document: Document) -> Excerpt | None:
    """What the title of a proposal proposes; None where it is of another kind or runs over two lines."""
    if len(document.title) != 1:
        return None
    (title,) = document.title
    found = _PROPOSAL.search(title.text)
    if not found:
        return None
    start, end = (title.span.start + at for at in found.span("what"))
    passage = document.source.passage(start, end)
    return Excerpt((passage,), passage.text)


def _weightiest(document: Document) -> Excerpt | None:
    pools: list[Sequence[Passage]] = [document.preamble, document.closing]
    pools += [node.body for node in document.nodes]
    keys = _keys(document)
    ranked = [best for pool in pools if (best := _best(pool, keys)) is not None]
    strong = next((group for weight, group in ranked if weight >= _STRONG), None)
    return strong or max(ranked, key=lambda found: found[0], default=(0.0, None))[1]


_STRONG = 3.0
"""The weight from which a sentence of the introduction is not asked to compete with later ones."""


def _best(pool: Sequence[Passage], keys: frozenset[str]) -> tuple[float, Excerpt] | None:
    """The weightiest clause group of some paragraphs, its weight first; below zero it greets or finds."""
    found = list(sentences(pool))
    ranked: list[tuple[float, int, Excerpt]] = []
    for place, clauses in enumerate(found):
        group = _group(clauses)
        if group is not None:
            late = 2.0 * place / max(len(found) - 1, 1)
            ranked.append((_weight(group.text, keys) + late, place, group))
    if not ranked:
        return None
    weight, _, group = max(ranked, key=lambda one: (one[0], one[1]))
    return weight, group


def _weight(text: str, keys: frozenset[str]) -> float:
    weight = 2.0 * min(len(CUE.findall(text)), 4) + min(sum(key in text for key in keys), 8)
    weight += 3.0 if any(head(clause) for clause in re.split("[，；]", text)) else 0.0
    weight -= 6.0 if WEAK.search(text) else 0.0
    weight -= 3.0 if MASK.search(text) else 0.0
    return weight - (5.0 if any(map(cues.FINDING.search, re.split("[，；]", text))) else 0.0)


def _group(clauses: Sequence[Clause]) -> Excerpt | None:
    """The run of whole clauses at the end of a sentence that fits, begins well and has no mask."""
    best: Excerpt | None = None
    for start in range(len(clauses) - 1, -1, -1):
        group = excerpt(clauses[start:])
        if len(group.text) > THESIS_LIMIT or MASK.search(group.text):
            break
        if len(group.text) >= _SHORTEST and not DANGLING.match(clauses[start].text):
            best = group
    return best


def _keys(document: Document) -> frozenset[str]:
    """Triples of characters of title and headings: what the speech keeps coming back to."""
    words: set[str] = set()
    for text in [document.title_text, *(node.heading.text for node in document.nodes)]:
        words |= _triples(text)
    return frozenset(words)


def _triples(text: str) -> frozenset[str]:
    triples = (text[i : i + 3] for i in range(len(text) - 2))
    return frozenset(triple for triple in triples if re.fullmatch(r"[\u4e00-\u9fff]{3}", triple))
