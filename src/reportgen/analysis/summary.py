"""One line for a node, the thesis, the abstract: chosen clauses, never new words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.analysis.clauses import Clause, excerpt, sentences, whole
from reportgen.analysis.model import Excerpt, Line
from reportgen.outline import Document, Node
from reportgen.source import Passage, Span

SECTION_LIMIT = 40
"""Characters of a section's line (issue: one line a section)."""
POINT_LIMIT = 25
THESIS_LIMIT = 60
_SHORTEST_THESIS = 10
_DANGLING = re.compile(
    r"^(?:以|让|使|是|成为|对此|为此|因此|但|而|并|也|还|又|从而|其中|同时|这|那|它|他|她|其|进而|使得|之后|然后|所以|由此|就|才)"
)
_CUE = re.compile(
    r"(?:要|必须|坚持|全面|深入|努力|为.*(?:作出|贡献|保驾护航|奋斗)|推进|推动|实现|主题|总要求|总体要求|任务是|目的就?是|指导思想|高举|指引|贯彻)"
)
_WEAK = re.compile(
    r"^(?:下面|刚才|今天|首先|大家|感谢|很高兴|受|现在|根据|按照会议|我代表|我讲|我谈|各位)|\d|(?:意见|建议|汇报|报告)如下|发言"
    r"|代表.{1,20}(?:作|做).{0,8}报告|请.{0,6}(?:审议|审查|批评|指正)|提出(?:宝贵)?意见|表示(?:衷心|诚挚|热烈|崇高)"
)
# 要继往开来、守正创新: the first piece bears the verb of them all and does not stand alone.
_MODAL = re.compile(r"要|应|须|必须|需|将|能|就|都|还|也")
_MASK = re.compile(r"\*{2,}|[×]{2,}|某某|【待")


def heading_line(node: Node) -> Excerpt:
    """The heading as it stands."""
    return whole(node.heading)


def line_of(node: Node) -> Line:
    """The line that stands for a node where space is short: its heading, or a whole clause group of it."""
    limit = SECTION_LIMIT if node.level == 1 else POINT_LIMIT
    full = whole(node.heading)
    if len(full.text) <= limit:
        return full
    for clauses in sentences([node.heading]):
        kept = _leading(clauses, limit)
        if kept:
            return excerpt(kept)
    return full


def _leading(clauses: Sequence[Clause], limit: int) -> list[Clause]:
    """As many leading clauses as fit."""
    kept: list[Clause] = []
    for clause in clauses:
        if sum(len(c.text) + 1 for c in kept) + len(clause.text) > limit:
            break
        kept.append(clause)
    return kept


def lead_of(node: Node) -> tuple[Line, ...]:
    """What a node with parts below says before them."""
    return tuple(excerpt(clauses) for clauses in sentences(node.body))


def thesis(document: Document) -> Line | None:
    """The clause group that carries the speech, at most 60 characters.

    The preamble's last assertive sentence carries it in most speeches; the weight of cue words, of the
    title's words and of the place decide. Without a preamble the closing and the first node are asked.
    """
    pools: list[Sequence[Passage]] = [document.preamble]
    if document.nodes:
        pools += [document.closing, *(node.body for node in document.nodes)]
    ranked = [best for pool in pools if (best := _best(document, pool)) is not None]
    strong = next((group for score, group in ranked if score > 0), None)
    return strong or next((group for _, group in ranked), None)


def _best(document: Document, pool: Sequence[Passage]) -> tuple[float, Excerpt] | None:
    """The weightiest clause group of some paragraphs with its weight; below zero it opens or greets."""
    keys = _keys(document)
    ranked: list[tuple[float, int, Excerpt]] = []
    found = list(sentences(pool))
    for place, clauses in enumerate(found):
        group = _group(clauses)
        if group is None:
            continue
        text = group.text
        score = 2.0 * len(_CUE.findall(text)) + sum(1.0 for key in keys if key in text)
        score += 2.0 * place / max(len(found) - 1, 1) - (6.0 if _WEAK.search(text) else 0.0)
        score -= 3.0 if _MASK.search(text) else 0.0
        ranked.append((score, place, group))
    score, _, group = max(ranked, key=lambda r: (r[0], r[1]), default=(0.0, 0, None))
    return None if group is None else (score, group)


def _group(clauses: Sequence[Clause]) -> Excerpt | None:
    """The run of whole clauses at the end of a sentence that fits, begins well and has no mask."""
    best: Excerpt | None = None
    for start in range(len(clauses) - 1, -1, -1):
        group = excerpt(clauses[start:])
        if len(group.text) > THESIS_LIMIT or _MASK.search(group.text):
            break
        if len(group.text) >= _SHORTEST_THESIS and not _DANGLING.match(clauses[start].text):
            best = group
    return best


def _keys(document: Document) -> set[str]:
    """Triples of characters of title and headings: what the speech keeps coming back to."""
    words: set[str] = set()
    for text in [document.title_text, *(node.heading.text for node in document.nodes)]:
        words |= {
            text[i : i + 3]
            for i in range(len(text) - 2)
            if re.fullmatch(r"[\u4e00-\u9fff]{3}", text[i : i + 3])
        }
    return words


def pillars(line: Line | None) -> tuple[Line, ...]:
    """The two to four short parallel phrases that the thesis names (把握…、明确…、狠抓…)."""
    if not isinstance(line, Excerpt):
        return ()
    for passage in line.passages:
        pieces = passage.text.split("、")
        if _parallel(pieces):
            return _parted(passage, pieces)
    return ()


def _parallel(pieces: Sequence[str]) -> bool:
    lengths = [len(piece) for piece in pieces]
    few, short = 2 <= len(pieces) <= 4, all(4 <= n <= 9 for n in lengths)  # noqa: PLR2004  they stand in one row
    return few and short and max(lengths) - min(lengths) <= 1 and not _MODAL.match(pieces[0])


def _parted(passage: Passage, pieces: Sequence[str]) -> tuple[Line, ...]:
    out: list[Line] = []
    at = passage.span.start
    for piece in pieces:
        out.append(Excerpt((Passage(piece, Span(at, at + len(piece))),), piece))
        at += len(piece) + 1
    return tuple(out)


def abstract(document: Document, main: Line | None) -> tuple[Line, ...]:
    """The thesis and every section's heading; without sections the sentences that weigh most."""
    if document.nodes:
        top = tuple(heading_line(node) for node in document.nodes)
        return (main, *top) if main is not None else top
    groups = [excerpt(_leading(c, 60) or c[:1]) for c in sentences(document.preamble)]
    good = [g for g in groups if not _WEAK.search(g.text) and not _DANGLING.match(g.text)]
    return tuple(good[:5])
