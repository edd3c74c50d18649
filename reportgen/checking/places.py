"""What is right word by word and yet not as planned: numbers of ours, and which words stand together."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.checking.clauses import squash
from reportgen.checking.ground import Standing
from reportgen.checking.placed import Code, Finding, Zone
from reportgen.errors import Severity
from reportgen.outline.markers import SIGNS
from reportgen.text.numerals import FIGURES
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.checking.expected import Expected
    from reportgen.checking.ground import Ground
    from reportgen.checking.matching import Unmatched
    from reportgen.checking.placed import Placed

_COUNTS = lazy(rf"[0-9０-９{FIGURES}{SIGNS}]+")
_SIGNED = lazy(rf"(?:[{SIGNS}]|（\d+）)+ ")
"""Numbers of measures in front of one, or of who acts and by when."""
_QUOTED = lazy(r"(?:“[^“”]+”)+")
_FEWEST = 2
"""Clauses of the speech in a row that can belong together or not."""

_SHOWN, _HEAD, _TAIL = 60, 30, 28
"""Characters of a text that a message shows; of a longer one its two ends, where numbers stand."""


def count_findings(odd: Unmatched, ground: Ground) -> Iterator[Finding]:
    """Yield the texts that the plan has with another number in them: 1. for 2., 原文第 5 段 for 第 6 段."""
    left: defaultdict[tuple[Zone, str], list[str]] = defaultdict(list)
    for wanted in odd.missing:
        if _COUNTS.search(wanted.text):
            text = squash(wanted.text)
            left[wanted.zone, _COUNTS.sub("#", text)].append(text)
    for one in odd.over:
        planned = left.get((one.zone, _COUNTS.sub("#", squash(one.text))))
        if planned and _stands(one.text, ground):
            message = f"编号、计数与应有的不同：应为“{_shortened(planned.pop(0))}”"
            span = next((ground.clauses[word] for word in ground.speech_words(one.text)), None)
            yield Finding(Severity.ERROR, Code.NUMBER, one.where, _shortened(squash(one.text)), message, span)


def sign_findings(odd: Unmatched, expected: Expected, ground: Ground) -> Iterator[Finding]:
    """Yield what stands beside the number of another measure in its row: ① 县财政局 for ② 县财政局."""
    planned: defaultdict[str, list[str]] = defaultdict(list)
    for wanted in expected.texts:
        if found := _SIGNED.match(wanted.text):
            planned[squash(wanted.text[found.end() :])].append(found[0].strip())
    for one in odd.over if planned else ():
        found = _SIGNED.match(one.text)
        signs = planned.get(squash(one.text[found.end() :])) if found else None
        if found and signs and found[0].strip() not in signs and _stands(one.text, ground):
            message = f"编号与应有的不同：应为“{signs[0]}”"
            span = next((ground.clauses[word] for word in ground.speech_words(one.text)), None)
            yield Finding(Severity.ERROR, Code.NUMBER, one.where, _shortened(squash(one.text)), message, span)


def order_findings(odd: Unmatched, ground: Ground) -> Iterator[Finding]:
    """Yield the texts of which every clause is the speech's, but one stands where another is planned."""
    left: defaultdict[tuple[Zone, int], list[Sequence[str]]] = defaultdict(list)
    for wanted in odd.missing if odd.over else ():
        words = ground.speech_words(wanted.text)
        left[wanted.zone, len(words)].append(words)
    for one in odd.over:
        words = ground.speech_words(one.text)
        for planned in left.get((one.zone, len(words)), ()) if len(words) >= _FEWEST else ():
            other = _exchanged(words, planned)
            if other and _stands(one.text, ground):
                word, right = other
                message = f"这句话在原文里不在这个位置：应为“{_shortened(right)}”"
                yield Finding(Severity.ERROR, Code.NAME, one.where, word, message, ground.clauses.get(right))
                break


def _exchanged(words: Sequence[str], planned: Sequence[str]) -> tuple[str, str] | None:
    """The first clause that stands where another is planned; None where nothing or all too much is other."""
    other = [pair for pair in zip(words, planned, strict=True) if pair[0] != pair[1]]
    alike = 2 * len(other) <= len(words) or sorted(words) == sorted(planned)
    return other[0] if other and alike else None


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_HEAD]}…{text[-_TAIL:]}"


def _stands(text: str, ground: Ground) -> bool:
    return all(standing is not Standing.STRANGE for _, standing in ground.judged(text))


_Row = frozenset[str]
"""The clauses of the speech that are planned for a row or a card."""


def row_findings(placed: Sequence[Placed], expected: Expected, ground: Ground) -> Iterator[Finding]:
    """Yield rows and cards whose clauses are the speech's, but do not belong together."""
    rows = (frozenset(word for text in row for word in ground.speech_words(text)) for row in expected.rows)
    holding: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in dict.fromkeys(rows):
        for word in row:
            holding[word].append(row)
    for _, group in groupby(placed, key=lambda one: one.unit):
        unit = list(group)
        # Notes are paragraphs of the speech one after the other, whatever the first of them looks like.
        is_card = unit[0].zone is Zone.BODY and _QUOTED.fullmatch(squash(unit[0].text))
        if not (unit[0].table or is_card):
            continue
        finding = _misplaced(unit, holding, ground)
        if finding:
            yield finding


def _misplaced(unit: list[Placed], holding: dict[str, list[_Row]], ground: Ground) -> Finding | None:
    words = {word: one for one in unit for word in ground.speech_words(one.text) if word in holding}
    if len(words) < _FEWEST or not all(_stands(one.text, ground) for one in unit):
        return None
    # Where all is right, the rows of the rarest clause hold all the others; most words stand in many rows.
    rarest = min(words, key=lambda word: len(holding[word]))
    if any(words.keys() <= row for row in holding[rarest]):
        return None
    fits = Counter(row for word in words for row in holding[word])
    row = fits.most_common(1)[0][0]
    word, one = next((word, one) for word, one in words.items() if word not in row)
    message = "这句话与同一行、同一框里的其他内容在原文里不在一处"
    return Finding(Severity.ERROR, Code.NAME, one.where, word, message, ground.clauses.get(word))
