"""Pairs of ``*`` and ``_`` inside a line.

In speeches ``**`` and ``*`` stand for masked names as well (法治**建设, **县和**镇, 李*), so a pair is
a mark only where both sides of it read as one. CommonMark's rule of flanking (0.31, 6.2) knows neither masks
nor Chinese, which sets no blanks around a bold run: it takes no ``**重点：**要抓好`` (commonmark-spec#650).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from reportgen.source import MARK, Span
from reportgen.text.patterns import lazy

WORD = "字"
"""What stands for a character of code or of an address, where rules look at what is around a mark."""

_BOTH = lazy(r"(?<!\*)\*\*\*(?!\*)")
_STRONG = lazy(r"(?<!\*)\*\*(?!\*)")
# Where one bold run ends and the next begins, as converters of Word files write one that has two parts.
# Behind a preposition a name is missing.
_JOINT = lazy(r"(?<![*\s在向对由把被与和及给为让请原以、：])\*{4}(?![*\s])")
_LONG = lazy(r"\*{4,}")
_EMPHASIS = lazy(r"(?<!\*)\*(?!\*)")
_UNDERSCORES = lazy(r"(?<!_)_{1,2}(?!_)")
# What goes on behind a masked name or number, and hardly opens a bold run on both sides of it.
_NAMED = lazy(
    r"[省市县区镇乡村州旗街局厅部委办处科站所院校]|社区|公司|集团|大学|[中小]学|同志|先生|女士|书记|主任|[年月日号]|[万亿]?[元人户个家项亩%％]|[和与及、]"
)
_STOPS = "，。；：！？、,.;:!?…"
_ENDS = "。；：！？;:!?…"
"""Stops of a whole sentence or of its lead; a masked name is followed by them less than by a comma."""
_SIDE = 8
"""Characters beside a pair that its rules look at."""
_FAR = 200
"""How far they are looked for behind other marks."""


@dataclass(slots=True)
class Pairs:
    """The bold ranges of a line, its marks; left over are `doubtful` pairs and joints, `single` signs."""

    strong: list[Span] = field(default_factory=list)
    marks: list[Span] = field(default_factory=list)
    doubtful: int = 0
    single: int = 0


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two signs that may be a pair: what is between them, and the characters that touch them outside."""

    inside: str
    before: str
    after: str

    @property
    def is_tight(self) -> bool:
        """Whether words touch both signs inside."""
        bare = self.inside.strip()
        return bool(bare) and bare == self.inside

    @property
    def names(self) -> bool:
        """Whether both go on as a masked name does: **县和**镇."""
        return bool(_NAMED.match(self.inside) and _NAMED.match(self.after))

    @property
    def opens_in_words(self) -> bool:
        """Whether a word touches the first sign from outside."""
        return self.before[-1:].isalnum()

    @property
    def closes_in_words(self) -> bool:
        """Whether a word touches the second sign from outside."""
        return self.after[:1].isalnum()

    @property
    def is_doubtful(self) -> bool:
        """Whether it reads as a mark or as two masked names: 法治**建设，**要努力."""
        return (
            self.is_tight
            and self.opens_in_words
            and self.closes_in_words
            and self.inside[0] not in _STOPS
            and self.inside[-1] in _STOPS
            and not (_NAMED.match(self.inside) or _NAMED.match(self.after))
        )


def find_pairs(seen: str, *, sure: bool) -> Pairs:
    """Find the pairs of a line in which other marks are `MARK` already and what holds none is `WORD`.

    `sure` says that nothing in the text is a masked name, so that doubtful pairs are marks.
    """
    found, chars = Pairs(), list(seen)
    _between(found, chars, _BOTH, _is_both, strong=True)
    _between(found, chars, _STRONG, lambda pair: _is_strong(pair, sure=sure), strong=True)
    _join(found, chars, sure=sure)
    _between(found, chars, _EMPHASIS, _is_emphasis)
    _between(found, chars, _UNDERSCORES, _is_apart, strong=True)
    found.strong.sort()
    return found


def _is_strong(pair: _Pair, *, sure: bool) -> bool:
    if not pair.is_tight or pair.names:
        return False
    if pair.opens_in_words and pair.inside[0] in _STOPS:
        return False
    if pair.is_doubtful:
        return sure or (pair.inside[-1] in _ENDS and sum(map(str.isalnum, pair.inside)) > 1)
    return not (pair.opens_in_words and pair.closes_in_words and pair.inside[-1] in _STOPS)


def _is_both(pair: _Pair) -> bool:
    """Three are a masked name as often, so one side at least must be free of words or behind a stop."""
    inside = pair.inside.strip("*")
    return (
        _is_strong(pair, sure=False)
        and sum(map(str.isalnum, inside)) > 1
        and not (pair.opens_in_words and pair.closes_in_words)
    )


def _is_emphasis(pair: _Pair) -> bool:
    if not pair.is_tight or pair.names or (pair.opens_in_words and pair.closes_in_words):
        return False
    return not (pair.opens_in_words and (pair.inside[0] in _STOPS or _NAMED.match(pair.inside)))


def _is_apart(pair: _Pair) -> bool:
    """Underscores are marks at the edges of words only: 20__年__月 is a form (CommonMark 0.31, 6.2)."""
    words = sum(map(str.isalnum, pair.inside))
    return pair.is_tight and words > 1 and not (pair.opens_in_words or pair.closes_in_words)


def _between(
    found: Pairs,
    chars: list[str],
    sign: re.Pattern[str],
    is_mark: Callable[[_Pair], bool],
    *,
    strong: bool = False,
) -> None:
    """Mark the pairs of a sign that are marks; of two masked names neither opens a pair."""
    seen = "".join(chars)
    signs = [one.span() for one in sign.finditer(seen)]
    at = 0
    while at < len(signs):
        if at + 1 == len(signs):
            found.single += sign is _STRONG
            return
        (start, first), (last, end) = signs[at], signs[at + 1]
        pair = _Pair(seen[first:last], _side(seen, start, -1), _side(seen, end, 1))
        if first - start == end - last and is_mark(pair):
            for mark in (Span(start, first), Span(last, end)):
                found.marks.append(mark)
                chars[mark.start : mark.end] = MARK * len(mark)
            if strong and end - last > 1:
                found.strong.append(Span(first, last))
            at += 2
        elif pair.is_doubtful and sign is _STRONG:
            found.doubtful += 1
            at += 2
        else:
            found.single += sign is _STRONG
            at += 2 if pair.names else 1


def _join(found: Pairs, chars: list[str], *, sure: bool) -> None:
    """Mark the joints inside bold ranges: **加强****领导**; four may be a masked name as well."""
    seen = "".join(chars)
    for run in _LONG.finditer(seen):
        inside = any(one.start < run.start() and run.end() < one.end for one in found.strong)
        if not (inside and _JOINT.match(seen, run.start())) or _NAMED.match(seen, run.end()):
            found.single += 1
        elif sure:
            found.marks.append(Span(*run.span()))
            chars[run.start() : run.end()] = MARK * len(run[0])
        else:
            found.doubtful += 1


def _side(seen: str, at: int, step: int) -> str:
    """The characters beside a place, marks left out."""
    out = ""
    place = at if step > 0 else at - 1
    while 0 <= place < len(seen) and len(out) < _SIDE and abs(place - at) < _FAR:
        if seen[place] != MARK:
            out = out + seen[place] if step > 0 else seen[place] + out
        place += step
    return out
