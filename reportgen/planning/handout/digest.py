"""要点摘编: every part of the speech with its lead, its measures and what they are for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.outline.markers import STANDARD
from reportgen.planning.handout.front import full_stop
from reportgen.planning.handout.headings import fill_heading, unorphaned
from reportgen.planning.handout.parts import Block, BlockRole, TextRun
from reportgen.planning.lines import text_width, with_gaps, wrap
from reportgen.planning.markers import heading_marker
from reportgen.planning.wording import GOALS, shown

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Line, Part
    from reportgen.planning.handout.sheet import Sheet
    from reportgen.planning.places import Places
    from reportgen.source import Span

# GB/T 9704-2012, 7.3.3: 一、 黑体, （一） 楷体, 1. and （1） 仿宋.
_HEADINGS = (BlockRole.HEADING_1, BlockRole.HEADING_2, BlockRole.HEADING_3, BlockRole.HEADING_4)
_LEAD = 120  # characters; what a section says of itself before its points, some four lines
_THIRD = 3  # the depth from which headings are 1.
_ANCHOR_SIZE = 12.0  # pt; the anchor's
_ANCHOR_SLACK = 0.2  # em a line; renderers differ by a little
_DIGIT_SLACK = 0.07  # em a digit


def plan_digest(brief: Brief, places: Places, sheet: Sheet) -> tuple[Block, ...]:
    """Return the paragraphs of the digest; none for a speech without outline."""
    return tuple(_part_blocks(brief.parts, 1, places, sheet))


def _part_blocks(parts: tuple[Part, ...], depth: int, places: Places, sheet: Sheet) -> Iterator[Block]:
    for number, part in enumerate(parts, 1):
        marker = heading_marker(part, depth, number)
        yield heading_block(marker + shown(part.heading), depth, sheet)
        yield from _with_anchor(places, sheet, list(_content(part, depth, marker, sheet)))
        yield from _part_blocks(part.parts, depth + 1, places, sheet)


def heading_block(text: str, depth: int, sheet: Sheet, paragraph: int = 0) -> Block:
    """Return a heading of the text column at `depth`, broken where a word ends."""
    role = _HEADINGS[min(depth, len(_HEADINGS)) - 1]
    words = fill_heading(text, sheet.line("Text"), sheet.vocabulary, sheet.face("Text").indent)
    return Block(role, (TextRun(words),), paragraph=paragraph)


def _content(part: Part, depth: int, marker: str, sheet: Sheet) -> Iterator[tuple[Block, tuple[Line, ...]]]:
    """The paragraphs under a heading with that marker, each with the lines it is made of."""
    lead = _lead(part)
    if lead:
        yield _plain(BlockRole.LEAD, "".join(full_stop(shown(line)) for line in lead)), lead
    told = _Told.of(lead)
    measures = tuple(m.line for m in part.below_heading if not told.says(m.line))
    told = _Told.of((*lead, *measures))
    goals = tuple(goal.line for goal in part.goals_below_heading if not told.says(goal.line))
    numbered = len(measures) > 1
    for number, line in enumerate(measures, 1):
        mark = (TextRun(_measure_number(depth, marker, number), strong=True),) if numbered else ()
        words = full_stop(shown(line))
        if number < len(measures) or goals:
            indent = sheet.face("Text").indent + sum(_printed_width(piece.text) for piece in mark)
            words = unorphaned(words, sheet.line("Text"), sheet.vocabulary, indent)
        yield Block(BlockRole.MEASURE, (*mark, TextRun(words))), (line,)
    if goals:
        words = full_stop("；".join(shown(line).rstrip("。；") for line in goals))
        yield Block(BlockRole.GOAL, (TextRun(f"{GOALS}：", strong=True), TextRun(words))), goals
    if not (lead or measures or goals) and shown(part.summary) != shown(part.heading):
        yield _plain(BlockRole.LEAD, full_stop(shown(part.summary))), (part.summary,)


def _lead(part: Part) -> tuple[Line, ...]:
    """The first sentences of a part, as many as a digest bears; its summary if the first is too long."""
    room = _LEAD
    kept: list[Line] = []
    for line in part.lead:
        room -= len(line.text)
        if room < 0:
            break
        kept.append(line)
    if kept or not part.lead:
        return tuple(kept)
    return part.lead[:1] if shown(part.summary) == shown(part.heading) else (part.summary,)


def _plain(role: BlockRole, text: str) -> Block:
    return Block(role, (TextRun(text),))


def _measure_number(depth: int, marker: str, number: int) -> str:
    """The number of a measure: not of the kind that headings have from the third level on, or here."""
    third, fourth = STANDARD[_THIRD - 1 :]
    return (fourth if depth >= _THIRD or marker[:1].isdecimal() else third).print(number)


@dataclass(frozen=True, slots=True)
class _Told:
    """The places of some lines: where their pieces start, and how far those that start up to there reach."""

    starts: Sequence[int]
    reaches: Sequence[int]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> _Told:
        spans = sorted(span for line in lines if isinstance(line, Excerpt) for span in line.spans)
        return cls([span.start for span in spans], list(accumulate((span.end for span in spans), max)))

    def says(self, line: Line) -> bool:
        """Whether every piece of a line already stands in one of these."""
        return isinstance(line, Excerpt) and all(map(self._holds, line.spans))

    def _holds(self, span: Span) -> bool:
        at = bisect_right(self.starts, span.start)
        return at > 0 and self.reaches[at - 1] >= span.end


def _with_anchor(
    places: Places, sheet: Sheet, content: list[tuple[Block, tuple[Line, ...]]]
) -> Iterator[Block]:
    """Put the place in the original at the end of a part's last paragraph with words of the speech."""
    lines = [line for _, own in content for line in own]
    where = places.anchor(lines)
    first = next((line for line in lines if isinstance(line, Excerpt)), None)
    number = places.number(first.start) if first else 0
    spoken = [at for at, (_, own) in enumerate(content) if any(isinstance(line, Excerpt) for line in own)]
    for at, (block, _) in enumerate(content):
        if where and at == spoken[-1]:
            yield Block(block.role, block.pieces, _placed(f"〔{where}〕", block.text, sheet), number)
        else:
            yield block


def _printed_width(text: str) -> float:
    """The width of a text in em, a blank between glyphs of a Chinese face being half an em."""
    return text_width(text) + 0.2 * text.count(" ")


def _placed(where: str, text: str, sheet: Sheet) -> str:
    """Put the place on the text's last line, or flush right on a line of its own if it would break there."""
    face, room = sheet.face("Text"), sheet.line("Text")
    last = wrap(with_gaps(text), room, face.indent)
    used = text_width(last[-1]) + (face.indent if len(last) == 1 else 0.0)
    slack = _ANCHOR_SLACK * len(last) + _DIGIT_SLACK * sum(map(str.isdigit, text))
    fits = used + _printed_width(where) * (_ANCHOR_SIZE / face.pitch) + slack <= room
    return where if fits else f"\n\t{where}"
