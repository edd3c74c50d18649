"""One line for a node: chosen clauses, never new words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Excerpt, Line
from reportgen.analysis.clauses import excerpt, sentences, whole
from reportgen.analysis.heads import head
from reportgen.analysis.standing import standing_run
from reportgen.outline import Node
from reportgen.source import Passage, Span
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.analysis.reading import Reading

SECTION_LIMIT = 40
"""Characters of a section's line (issue: one line a section)."""
POINT_LIMIT = 25
_LEADS_ON = lazy(r"(?:根据|按照|围绕|针对|结合|通过|依托)|在[^，]+(?:上|下|中)$")
# 要继往开来、守正创新: the first piece bears the verb of them all and does not stand alone.
_MODAL = lazy(r"要|应|须|必须|需|将|能|就|都|还|也")


# 基本情况, 存在的主要问题, 下一步打算: names the kind of a section and nothing of what it says.
_LABEL = lazy(
    r"(?:总体|基本|主要|工作|有关|相关|具体|存在|下一步|下步|今后|当前|目前|开场|形势|重点|经验|特色|实施|保障|组织|开展|"
    r"落实|取得|几点|若干|初步|的|与|和|及|、)*"
    r"(?:概述|概况|情况|做法|成效|成绩|问题|不足|困难|打算|计划|安排|要求|任务|措施|举措|建议|意见|说明|导语|结语|结束语"
    r"|背景|目的|意义|判断|形势|回顾|总结|目标|原则|思路|步骤|保障|体会|启示|经验|成果|进展|信息|提示|分工|事项)"
)
_LONGEST_LABEL = 12
_ROW, _PIECE = range(2, 5), range(4, 10)  # phrases that stand in one row, and their characters


def is_label(heading: str) -> bool:
    """Whether a heading names the kind of its section only."""
    return len(heading) <= _LONGEST_LABEL and bool(_LABEL.fullmatch(heading))


def heading_line(node: Node) -> Excerpt:
    """The heading as it stands."""
    return whole(node.heading)


def line_of(reading: Reading, node: Node) -> Line:
    """The line that stands for a node where space is short: its heading, or a whole clause group of it."""
    limit = SECTION_LIMIT if node.level == 1 else POINT_LIMIT
    full = whole(node.heading)
    if len(full.text) <= limit:
        return _completed(reading, node, full, limit) or full
    return cut(full, limit)


def cut(line: Line, limit: int) -> Line:
    """The first run of clauses that fits and reads by itself; the line as it is where there is none."""
    if not isinstance(line, Excerpt) or len(line.text) <= limit:
        return line
    runs = (standing_run(clauses, limit) for clauses in sentences(line.passages))
    return next((run for run in runs if run is not None), line)


def _completed(reading: Reading, node: Node, heading: Excerpt, limit: int) -> Excerpt | None:
    """A heading that only leads to its sentence's verb, with the clauses up to that; else None."""
    if not (node.run_in and node.body and _LEADS_ON.search(heading.text)) or head(heading.text):
        return None
    following = next(reading.sentences(node.body[:1]), ())
    for count in range(1, len(following) + 1):
        rest = excerpt(following[:count])
        text = f"{heading.text}，{rest.text}"
        if len(text) > limit:
            return None
        if head(following[count - 1].text):
            return Excerpt((*heading.passages, *rest.passages), text)
    return None


def lead_of(reading: Reading, node: Node) -> tuple[Line, ...]:
    """What a node with parts below says before them."""
    return tuple(excerpt(clauses) for clauses in reading.sentences(node.body))


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
    few, short = len(pieces) in _ROW, all(length in _PIECE for length in lengths)
    return few and short and max(lengths) - min(lengths) <= 1 and not _MODAL.match(pieces[0])


def _parted(passage: Passage, pieces: Sequence[str]) -> tuple[Line, ...]:
    out: list[Line] = []
    at = passage.span.start
    for piece in pieces:
        out.append(Excerpt((Passage(piece, Span(at, at + len(piece))),), piece))
        at += len(piece) + 1
    return tuple(out)
