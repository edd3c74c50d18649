"""Where a heading or a last line breaks by sense: at the end of a word, rather after a mark."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reportgen.analysis.segmentation import Vocabulary, word_ends
from reportgen.planning.lines import NO_END, NO_START, char_width, text_width, wrap
from reportgen.planning.wording import CONTINUED_FORM
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

_OPENING = "“‘（《〈「『【〔("
_CLOSING = "”’）》〉」』】〕)"
_MOST_BY_SENSE = 40  # lines; the time to find the best breaks grows with their square
_FEWEST_GLYPHS = 2  # on a line; a single one is an orphan
_SHORT = 4.0  # em; no line under that where there is a choice (reference §6.3)
_TOGETHER = lazy(CONTINUED_FORM)
"""What counts the slides of a title is read at a glance: （续二十一）."""
_WEAK_START = tuple("的和与及等之了着过上中下里内")
_WEAK_END = (
    "关于",
    "在",
    "把",
    "将",
    "对",
    "为",
    "以",
    "和",
    "与",
    "及",
    "向",
    "从",
    "由",
    "被",
    "让",
    "使",
    "不",
    "第",
)


@dataclass(frozen=True, slots=True)
class _Break:
    """A place where a heading may break, and how much it hurts there."""

    offset: int
    cost: float


def _depths(text: str) -> list[int]:
    """Nesting depth of quotes and brackets before every offset."""
    depth, out = 0, []
    for char in text:
        out.append(depth)
        depth = depth + 1 if char in _OPENING else max(depth - (char in _CLOSING), 0)
    return [*out, depth]


def _break_cost(text: str, offset: int) -> float:
    end = offset
    while text[end - 1].isspace():
        end -= 1
    if text[end - 1] in "，；：。！？,;:—":
        return -16.0
    if text[end - 1] == "、":
        return -4.0
    cost = 6.0 if text.endswith(_WEAK_END, 0, end) else 0.0
    cost += 8.0 if text.startswith(_WEAK_START, _behind_blanks(text, offset)) else 0.0
    cost += 12.0 if text[end - 1].isdigit() else 0.0
    return cost


def _behind_blanks(text: str, offset: int) -> int:
    """The first offset from there on at which no blank stands."""
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _breaks(text: str, ends: Collection[int]) -> list[_Break]:
    text = simplified(text)
    depths = _depths(text)
    torn = {at for found in _TOGETHER.finditer(text) for at in range(found.start() + 1, found.end())}
    breaks: list[_Break] = []
    for offset in sorted(ends):
        if not 0 < offset < len(text) or offset in torn:
            continue
        first = _behind_blanks(text, offset)
        after = text[first : first + 1]
        if not after or after in NO_START or text[offset - 1] in NO_END:
            continue
        cost = _break_cost(text, offset)
        # Inside a quotation or bracket a stop invites no break.
        breaks.append(_Break(offset, max(cost, 0.0) + 15.0 * depths[offset] if depths[offset] else cost))
    return breaks


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that a heading may have from one break to another: where it ends, what it costs, its width."""

    end: int
    cost: float
    width: float


def _steps(text: str, nodes: Sequence[_Break], at: int, width_em: float) -> list[_Line]:
    """The lines that may begin at a node: each within the width and of two glyphs at least."""
    steps: list[_Line] = []
    start = _behind_blanks(text, nodes[at].offset)
    width = bare = 0.0
    glyphs, place = 0, start
    for node in nodes[at + 1 :]:
        for char in text[place : node.offset]:
            width += char_width(char)
            if not char.isspace():
                bare, glyphs = width, glyphs + 1
        place = max(place, node.offset)
        if bare > width_em:
            break
        if glyphs >= _FEWEST_GLYPHS:
            steps.append(_Line(node.offset, node.cost, bare))
    return steps


def _best(
    text: str, steps: Mapping[int, Sequence[_Line]], count: int, ideal: float
) -> tuple[str, ...] | None:
    """The cheapest way to cut into `count` lines of about an ideal width."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for number in range(1, count + 1):
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, path) in best.items():
            for step in steps.get(start, ()):
                if (step.end == len(text)) != (number == count):
                    continue
                short = 10.0 if step.width < _SHORT else 0.0
                total = cost + step.cost + short + ((step.width - ideal) * min(1.0, 10.0 / ideal)) ** 2
                if step.end not in following or total < following[step.end][0]:
                    following[step.end] = (total, (*path, step.end))
        best = following
    if len(text) not in best:
        return None
    return tuple(text[a:b].strip() for a, b in pairwise(best[len(text)][1]))


def break_heading(text: str, width_em: float, vocabulary: Vocabulary, max_lines: int = 2) -> tuple[str, ...]:
    """Cut a heading into lines by sense: 词意完整、排列对称、长短适宜 (GB/T 9704-2012, 7.3.1).

    Breaks stand at word ends only, rather after a mark than inside a quotation, and no line is an
    orphan. As few lines as possible are used.

    Args:
        text: the heading on one line.
        width_em: room of a line in em of the heading's size.
        vocabulary: the words of the speech.
        max_lines: the lines wanted at most. If the text needs more, more are returned, so the caller
            must look at the length. What needs more than `_MOST_BY_SENSE` is no heading any more, and
            breaks where it is full.
    """
    text = text.strip()
    if text_width(text) <= width_em:
        return (text,)
    whole = text_width(text)
    least = max(2, int(whole / width_em))
    if least > _MOST_BY_SENSE:
        return tuple(wrap(text, width_em))
    # A set phrase is rather parted between its words than a word is torn.
    for ends_of in (vocabulary.ends, word_ends):
        breaks = _breaks(text, ends_of(text))
        nodes = [_Break(0, 0.0), *breaks, _Break(len(text), 0.0)]
        steps = {node.offset: _steps(text, nodes, at, width_em) for at, node in enumerate(nodes)}
        for count in range(least, max(max_lines, least) + 3):
            lines = _best(text, steps, count, whole / count)
            if lines is not None:
                return lines
    return tuple(wrap(text, width_em))


def is_torn(lines: Sequence[str]) -> bool:
    """Whether a word runs over the end of one of a heading's lines."""
    if len(lines) <= 1:
        return False
    pieces = ["".join(line.split()) for line in lines]
    ends = word_ends("".join(pieces))
    return any(at not in ends for at in accumulate(map(len, pieces[:-1])))
