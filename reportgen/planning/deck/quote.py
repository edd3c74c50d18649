"""A sentence that has a slide to itself: what somebody whom the speech names has said, in his words.

Made only where nothing is in doubt: the words stand in quotation marks, end their sentence, and who said them
is named right before (李书记指出：“…”) or they are told as a saying (老话说：“…”).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.outline import split_sentences
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import by_clause, by_sense, is_torn_para, one_line
from reportgen.planning.deck.slides import Fill, Para, Slide
from reportgen.planning.wording import origin, shown
from reportgen.source import Passage, Span
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.analysis import Brief, Part
    from reportgen.planning.deck.slides import Layouts, Slot

LAYOUT = "quote"
_LEAST_WEIGHT, _LEAST_SHARE = 1.0, 2 / 3
"""What words weigh at the least, where 1 is a speech's average, and the share of its clauses that weigh less.

In 157 speeches at hand four quotations have this form; they weigh 0.14 to 1.0, and one of them passes: what
others have said mostly leads to what the speaker asks for.
"""
_MOST_LINES = 4
_TITLES = (
    "总书记|主席|总理|委员长|书记|省长|市长|州长|县长|区长|镇长|乡长|部长|厅长|局长|主任|董事长|总经理|总裁|校长|院长"
    "|元帅|将军|院士|教授|先生|女士|同志"
)
_SAYINGS = "俗话|老话|古语|古话|古人|常言|谚语"
_ADVERBS = "曾经?|还|就|也|常|早就|明确|深刻|多次|反复|一再|特别|再三|语重心长地"
_VERBS = "指出|强调|说过?|讲过?|写道|教导我们|告诫我们|要求|道|曰|云"
_QUOTED = lazy(
    rf"(?P<lead>(?:[^，。；：“”要]{{2,30}}，)?)"
    rf"(?P<source>(?:[^，。；：、“”]{{1,16}}(?:{_TITLES})|[老孔孟庄荀墨韩管]子|{_SAYINGS})"
    rf"(?:{_ADVERBS}){{0,3}}(?:{_VERBS}))[，：:]?\s*“(?P<said>[^“”]{{14,60}})[”][。！]?\s*"
)
_NOBODY = lazy(r"[一某哪几][位名个]|有[的些位人]|某|我们?|你们?|大家|不少|许多|很多")
"""Who is no certain person: 一位局长, 有的同志."""
_TALK = lazy(r"[你您吗呢吧啊呀]|我(?![们国省市县区州校院党军])|小[\u4e00-\u9fff][，！]")
"""What is said across a table and not to all."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody said, who said them as the speech tells it, and the sentence they stand in."""

    said: Excerpt
    source: Passage
    sentence: Passage
    part: Part | None


def quotation(brief: Brief) -> Quotation | None:
    """Return the weightiest quotation of a speech; None where none is weighty, or the thesis is one."""
    weights = sorted(brief.weights.values)
    least = max(_LEAST_WEIGHT, weights[int(_LEAST_SHARE * (len(weights) - 1))] if weights else 0.0)
    found = [one for one in _quotations(brief) if brief.weight(one.said) >= least]
    best = max(found, key=lambda one: (brief.weight(one.said), -one.said.start), default=None)
    thesis = shown(brief.thesis) if brief.thesis else ""
    told = best is not None and thesis and (best.said.text in thesis or thesis in best.said.text)
    return None if told else best


def quote(found: Quotation, brief: Brief, layouts: Layouts) -> Slide | None:
    """Return the slide of a quotation, below its source and above its place; None where it has no room."""
    said = by_clause(shown(found.said).rstrip("。！"), layouts.slot(LAYOUT, "引文"))
    source = by_sense(found.source.text, layouts.slot(LAYOUT, "标题"))
    if said is None or source is None or is_torn_para(said) or said.text.count("\n") >= _MOST_LINES:
        return None
    place = _place(found, brief, layouts.slot(LAYOUT, "出处"))
    fills = [Fill("标题", (source,)), Fill("引文", (said,)), *([Fill("出处", (place,))] if place else [])]
    return Slide(LAYOUT, tuple(fills), notes=words.places(brief, [found.said]))


def _place(found: Quotation, brief: Brief, slot: Slot) -> Para | None:
    """Where words stand in the speech: the headings above them, else the section's number."""
    above = [words.marked(part, words.short(part)) for part in _above(brief.parts, found.part)]
    texts = ("　".join(above), *above[-1:], origin(brief.document, found.said))
    return next((Para(text) for text in texts if text and one_line(text, slot)), None)


def _above(parts: Sequence[Part], part: Part | None) -> tuple[Part, ...]:
    """The parts that a part stands in, itself the last."""
    for one in parts:
        if one is part:
            return (one,)
        if below := _above(one.parts, part):
            return (one, *below)
    return ()


def section_of(found: Quotation, brief: Brief) -> int:
    """Return the place among all sections of the one that a quotation stands in, from 1; 0 for none."""
    above = _above(brief.parts, found.part)
    return next((at for at, part in enumerate(brief.parts, 1) if above and part is above[0]), 0)


def _quotations(brief: Brief) -> Iterator[Quotation]:
    parts = {id(part.node): part for part in brief.walk()}
    document = brief.document
    for passage in document.preamble:
        yield from _in(passage, None)
    for node in document.walk():
        for passage in node.body:
            yield from _in(passage, parts.get(id(node)))
    for passage in document.closing:
        yield from _in(passage, None)


def _in(paragraph: Passage, part: Part | None) -> Iterator[Quotation]:
    for sentence in split_sentences(paragraph):
        found = _QUOTED.fullmatch(simplified(sentence.text))
        if not found or _NOBODY.search(found["source"]) or _TALK.search(found["said"]):
            continue
        first, last = found.span("said")
        said = _words(sentence, first, last)
        yield Quotation(Excerpt((said,), said.text), _words(sentence, *found.span("source")), sentence, part)


def _words(sentence: Passage, start: int, end: int) -> Passage:
    base = sentence.span.start
    return Passage(sentence.text[start:end], Span(base + start, base + end))
