"""Whether owner and deadline in a row belong to what stands beside them.

They are looked up in the speech, and not in the plan: a deadline must be no piece of a longer time, a name
no piece of a longer word, and both must stand in the sentence of their measure, behind a label of its part,
or in a heading above it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.checking.clauses import squash
from reportgen.checking.placed import Code, Finding
from reportgen.errors import Severity
from reportgen.outline import split_sentences
from reportgen.outline.rewording import readable
from reportgen.source import MARK, Span
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.analysis import Brief, Line, Part
    from reportgen.checking.placed import Placed
    from reportgen.outline import Node
    from reportgen.source import Source

# What belongs to a time in front of it (三年内, 明年底前, 每年6月底前) and behind it (6月底前三天).
_TIME_GOES_ON = lazy(
    r"[\d０-９零〇○一二两三四五六七八九十百半几数每今明后当次下上本近同去年月日季度个多余](?:[ \u3000]?)$"
)
_TIME = lazy(r"[年月日号周天季末底前内]|[Qq]\d")
_GOES_ON_BEHIND = lazy(r"[前内底末](?![言列面提])")
# A name begins its clause, or stands behind what leads to it.
_NAME_BEGINS = lazy(
    r"(?:^|[，。；：、！？,;:!?（）()【】“”\s*\-—•·●]"
    r"|(?<!自)由|[和及与请要求是使让对向给在以]|建议|希望|鼓励|支持|保证|保障|推动|组织|督促|指导|呼吁|恳请|动员|引导|责成|允许"
    r"|[两三四五六七八九十\d]名以上的\s?|阶段|故|(?:通过|依托|依靠|按照|根据)|[前内底末日月年季旬]|会同|同时|其中|此外|尤其|首先|其次|最后|因此|为此|今后|步|来)$"
)
_LABEL = lazy(r"(?:单位|部门|科室|处室|领导|人|时限|期限|要求|时间)[ \u3000]*[:：][ \u3000\t]*$")
_OPENS, _CLOSES = "（(【〔", frozenset("）)】〕")
_AROUND = 12
"""Characters in front of a passage that are looked at."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is stated of the measures of a brief, by the measure's words; squashed."""

    rightly: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    words: dict[str, Span] = field(default_factory=dict)


def stated_findings(placed: Sequence[Placed], brief: Brief) -> Iterator[Finding]:
    """Yield the owners and deadlines of rows that the speech does not state of the measure beside them."""
    known = _known(brief)
    if not known.words:
        return
    for _, row in groupby((one for one in placed if one.table), key=lambda one: one.unit):
        yield from _row(list(row), known)


def _row(cells: Sequence[Placed], known: _Known) -> Iterator[Finding]:
    measures = [part for cell in cells for part in squash(cell.text).split("；") if part in known.rightly]
    allowed = {words for one in measures for words in known.rightly[one]}
    for cell in cells:
        words = squash(cell.text)
        if measures and words in known.words and words not in allowed and words not in measures:
            message = "原文没有说这一条由谁负责、何时完成是这样"
            yield Finding(Severity.ERROR, Code.NAME, cell.where, words, message, known.words[words])


def _known(brief: Brief) -> _Known:
    known = _Known()
    read = readable(brief.document.source)
    above = {id(part.node): tops for part, tops in _with_tops(brief.parts, ())}
    for task in brief.tasks:
        place = _Place.of(task.node, above.get(id(task.node), ()), read)
        for measure in task.measures:
            rightly = known.rightly[squash(measure.line.text)]
            for line in (one for one in (measure.owner, measure.deadline) if one is not None):
                words = squash(line.text)
                if isinstance(line, Excerpt):
                    known.words.setdefault(words, line.spans[0])
                if place.states(line, measure.line):
                    rightly.add(words)
    return known


def _with_tops(parts: Sequence[Part], above: tuple[Node, ...]) -> Iterator[tuple[Part, tuple[Node, ...]]]:
    for part in parts:
        yield part, above
        yield from _with_tops(part.parts, (*above, part.node))


@dataclass(frozen=True, slots=True)
class _Place:
    """A part of the speech: its span, the headings above it, where its sentences begin and end."""

    span: Span
    headings: tuple[Span, ...]
    sentences: tuple[Span, ...]
    source: Source

    @classmethod
    def of(cls, node: Node, above: Sequence[Node], source: Source) -> _Place:
        # A task of a speech without sections stands anywhere in it.
        span = node.span if len(node.span) else Span(0, len(source.text))
        passage = source.passage(span.start, span.end)
        sentences = tuple(sentence.span for sentence in split_sentences(passage))
        return cls(span, tuple(one.heading.span for one in (node, *above)), sentences, source)

    def states(self, line: Line, measure: Line) -> bool:
        """Whether some words state who or when of a measure; an editor's do, and are marked so."""
        if not isinstance(line, Excerpt) or not isinstance(measure, Excerpt):
            return True
        return self._is_whole(line) and self._is_near(line.spans[0], measure.start)

    def _is_whole(self, line: Excerpt) -> bool:
        """Whether some words are no piece of a longer time or name."""
        before = self._before(line.start)
        after = self.source.text[line.end : line.end + _AROUND].lstrip(MARK)[:1]
        if _LABEL.search(before):
            return True
        if _TIME.search(simplified(line.text[-2:])):
            return _TIME_GOES_ON.search(before) is None and _GOES_ON_BEHIND.match(after) is None
        return _NAME_BEGINS.search(before) is not None

    def _is_near(self, span: Span, measure: int) -> bool:
        """Whether a place is in the sentence of a measure, behind a label of its part, or in a heading."""
        if any(span in heading for heading in self.headings):
            return True
        if span in self.span and _LABEL.search(self._before(span.start)):
            return True
        # Behind a sentence, in brackets of its own: （县发改局牵头，6月底前完成）.
        opening = max(self.source.text.rfind(mark, self.span.start, span.start) for mark in _OPENS)
        if opening > measure and not _CLOSES & set(self.source.text[opening : span.start]):
            return True
        at = bisect_right(self.sentences, measure, key=lambda one: one.start) - 1
        return at >= 0 and span in self.sentences[at]

    def _before(self, start: int) -> str:
        return self.source.text[max(start - _AROUND, 0) : start].replace(MARK, "")
