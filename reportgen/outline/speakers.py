"""Who speaks where several do: turns that a name opens (张三：…), sections it heads.

A name before a colon looks like many a label (目标：, 组长：, 王村：), so one alone says nothing. There
must be two speakers, and each must say a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.outline.document import Node
from reportgen.outline.markers import match_marker
from reportgen.outline.paragraphs import Paragraph, cut
from reportgen.outline.signatures import OFFICES
from reportgen.source import Passage, Source
from reportgen.text.patterns import lazy

FEWEST_SPEAKERS = 2

# Surnames that begin few words of other kinds; those of 方法, 任务, 周边, 林业, 程序, 万元 are left out.
_SURNAME = (
    "[王李张刘陈杨赵黄吴徐孙胡朱郭罗梁宋郑谢韩唐冯董曹袁邓傅沈曾彭吕蒋蔡"
    "贾丁魏薛潘杜戴汪姜范姚谭廖邹熊郝孔崔邱秦侯孟汤尹黎乔贺赖龚]"
)
_NO_PLACE = r"(?<![庄村镇乡县市区省州湖河山家店屯集寨沟岭桥路湾口堡])"
_NAME = rf"(?:{_SURNAME}[\u4e00-\u9fff]{{1,2}}{_NO_PLACE}|[\u4e00-\u9fff]某{{1,2}})"
_OFFICER = rf"[\u4e00-\u9fff]{{0,12}}(?:{OFFICES})[ \u3000]*{_NAME}"
_SPEAKER = rf"(?:主持人|记\s*者|{_OFFICER}|{_SURNAME}(?:{OFFICES})|{_NAME})"
_TURN = lazy(rf"(?P<name>{_SPEAKER}(?:[（(][^（）()\n]{{1,20}}[）)])?)[：:]\s*(?=[^\n]*[。！？])")
# Behind an office a surname may be one that begins words of other kinds as well.
_QUOTED = lazy(
    rf"(?:{_SPEAKER}|[\u4e00-\u9fff]{{0,12}}(?:{OFFICES})[ \u3000]*[周林叶余苏卢钟陆段钱毛]"
    rf"[\u4e00-\u9fff]{{1,2}}?)(?:同志)?(?:[（(][^（）()\n]{{1,20}}[）)])?(?:插话|回答|指出|强调|提出|表示|说|讲|答)?[：:]"
)
_HEADED = lazy(
    rf"(?P<name>{_OFFICER})(?:同志)?[的作]?[\u4e00-\u9fff]{{0,4}}"
    r"(?:讲话|发言|致辞|致词|汇报|报告)(?:[（(].*[）)])?"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Where somebody begins to speak: name and office as they stand, and where the first word is."""

    speaker: Passage
    start: int


def part_speakers(
    source: Source, rows: Sequence[Paragraph]
) -> tuple[tuple[Turn, ...], tuple[Paragraph, ...]]:
    """Return the turns of a talk and the paragraphs without the names; no turns where nobody else speaks."""
    found = {at: turn for at, row in enumerate(rows) if (turn := _turn(source, row))}
    names = {re.split("[（(]", turn.speaker.text)[0] for turn in found.values()}
    if len(names) < FEWEST_SPEAKERS:
        return (), tuple(rows)
    parted = tuple(cut(row, found[at].start, row.end) if at in found else row for at, row in enumerate(rows))
    return tuple(found.values()), parted


def quotes_speaker(text: str, row: Paragraph) -> bool:
    """Whether a paragraph opens with somebody's name and a colon: what follows is his."""
    return row.level is None and bool(_QUOTED.match(text, row.text_start, row.end))


def with_speakers(source: Source, nodes: Sequence[Node], turns: Sequence[Turn]) -> tuple[Node, ...]:
    """Return the nodes, each with who speaks there, as far as it is known."""
    headed = [_head(source, node) for node in nodes]
    names = {name.text for name in headed if name}
    if len(names) >= FEWEST_SPEAKERS:
        return tuple(_told(node, name) if name else node for node, name in zip(nodes, headed, strict=True))
    return tuple(_taken(nodes, turns)) if turns else tuple(nodes)


def _turn(source: Source, row: Paragraph) -> Turn | None:
    found = _TURN.match(source.text, row.text_start, row.end) if row.level is None else None
    return Turn(source.passage(*found.span("name")), found.end()) if found else None


def _head(source: Source, node: Node) -> Passage | None:
    start, end = node.heading.span.start, node.heading.span.end
    found = _HEADED.fullmatch(source.text, start, end)
    return source.passage(*found.span("name")) if found else None


def _told(node: Node, speaker: Passage) -> Node:
    return replace(node, speaker=speaker, children=tuple(_told(child, speaker) for child in node.children))


def _taken(nodes: Sequence[Node], turns: Sequence[Turn]) -> Iterator[Node]:
    """Each top node with its speaker: one that goes on with a numbering from before a turn ends it."""
    ended = -1
    for at, node in enumerate(nodes):
        turn = _before(turns, node.span.start)
        above = nodes[at - 1] if at else None
        if turn and above and above.span.start < turn.start and _goes_on(node):
            ended = node.span.start
        yield _within(node, turns, ended)


def _within(node: Node, turns: Sequence[Turn], ended: int) -> Node:
    turn = _before(turns, node.span.start)
    speaker = turn.speaker if turn and turn.start >= ended else None
    return replace(
        node, speaker=speaker, children=tuple(_within(child, turns, ended) for child in node.children)
    )


def _goes_on(node: Node) -> bool:
    """Whether the number of a node is not the first."""
    if node.marker is None:
        return False
    found = match_marker(node.marker.text + " 某", 0, len(node.marker.text) + 2)
    return found is not None and found.value > 1


def _before(turns: Sequence[Turn], at: int) -> Turn | None:
    return next((turn for turn in reversed(turns) if turn.start <= at), None)
