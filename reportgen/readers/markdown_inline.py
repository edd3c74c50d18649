"""Marks of Markdown inside a line: bold, emphasis, code, links, struck-through words, notes.

In speeches ``**`` and ``*`` stand for masked names as well (法治**建设, **县和**镇, 李*), so a pair is
a mark only where both sides of it read as one (CommonMark 0.31, 6.2, loosened for Chinese, which sets no
blanks around a bold run).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reportgen.readers.raised import lowered, raised
from reportgen.source import MARK, Span
from reportgen.text.patterns import lazy

_WORD = "字"
"""What stands for a character of code or of an address, where rules look at what is around a mark."""

_CODE = lazy(r"(?<!`)(?P<open>`+)(?P<words>[^`\n]+)(?P=open)(?!`)")
_ADDRESS = lazy(r"<(?P<words>(?:https?|ftp|mailto):[!-;=?-~]+)>|https?://[!-~]+")
_TAG = lazy(
    r"</?(?:br|b|i|u|p|em|strong|span|div|center|font|sup|sub|small|mark|a|img|hr|h[1-6])\b[^<>\n]{0,400}/?>|&nbsp;",
    re.IGNORECASE,
)
PICTURE = lazy(r"!\[[^\]\n]*\]\([^)\n]*\)")
_NOTE = lazy(r"\[\^[^\]\s]{1,20}\]")
# An address has no Chinese in it and no blank; what stands in quotes behind it is shown on a page only.
_LINK = lazy(r"(?<!!)\[(?P<words>[^\[\]\n]+)\]\([ ]?<?[!-~]+?>?(?:[ ]+\"[^\"\n]*\")?\)")
STRUCK = lazy(
    r"(?<![~\d])~~(?![\s~])[^~\n]*[^\s~]~~(?!~)|<(?P<tag>s|del|strike)>[^<\n]*</(?P=tag)>", re.IGNORECASE
)
_RAISED = lazy(r"(?<=<su[pb]>)[^<\n]{1,12}(?=</su[pb]>)", re.IGNORECASE)
_ESCAPE = lazy(r"\\(?=[!-/:-@\[-`{-~])")
_BOTH = lazy(r"(?<![*\\])\*\*\*(?!\*)")
_STRONG = lazy(r"(?<![*\\])\*\*(?!\*)")
_EMPHASIS = lazy(r"(?<![*\\])\*(?!\*)")
_UNDERSCORES = lazy(r"(?<![_\\])_{1,2}(?!_)")
# What goes on behind a masked name or number, and hardly opens a bold run on both sides of it.
_NAMED = lazy(
    r"[省市县区镇乡村州旗街局厅部委办处科站所院校]|社区|公司|集团|大学|[中小]学|同志|先生|女士|书记|主任|[年月日号]|[万亿]?[元人户个家项亩%％]|[和与及、]"
)
_STOPS = "，。；：！？、,.;:!?…"


@dataclass(slots=True)
class Inline:
    """What a line holds: `words` with `MARK` for each mark, and the ranges between ``**`` or ``__``."""

    words: str
    strong: list[Span] = field(default_factory=list)

    def mark(self, start: int, end: int) -> None:
        """Say that a range is a mark."""
        self.words = f"{self.words[:start]}{MARK * (end - start)}{self.words[end:]}"


def with_heights(text: str) -> str:
    """Return a text of the same length whose raised and lowered characters are the ones that Unicode has."""
    return _RAISED.sub(_moved, text)


def _moved(found: re.Match[str]) -> str:
    tag = found.string[found.start() - len("sup>") : found.start() - 1].lower()
    return raised(found[0]) if tag == "sup" else lowered(found[0])


def inline(line: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the bold ranges of a line and its marks; offsets count in the line, which keeps its length."""
    found = Inline(line)
    hidden = _whole(found)
    _between(found, hidden, _BOTH, _is_both, strong=True)
    _between(found, hidden, _STRONG, _is_strong, strong=True)
    _between(found, hidden, _EMPHASIS, _is_emphasis)
    _between(found, hidden, _UNDERSCORES, _is_apart, strong=True)
    return tuple(sorted(found.strong)), tuple(marks_of(found.words))


def marks_of(words: str) -> Iterator[Span]:
    """Yield the ranges of marks in what `Inline` holds."""
    return (Span(*run.span()) for run in re.finditer(f"{MARK}+", words))


def _whole(found: Inline) -> list[Span]:
    """Mark what needs no look around it; return what holds no marks, whatever its characters."""
    line, hidden = found.words, []
    for code in _CODE.finditer(line):
        hidden.append(Span(*code.span("words")))
        found.mark(code.start(), code.start("words"))
        found.mark(code.end("words"), code.end())
    for pattern in (PICTURE, _NOTE, STRUCK, _TAG):
        _mark_all(found, pattern, hidden)
    for link in _LINK.finditer(_seen(found.words, hidden)):
        found.mark(link.start(), link.start("words"))
        found.mark(link.end("words"), link.end())
    for address in _ADDRESS.finditer(_seen(found.words, hidden)):
        hidden.append(Span(*address.span()))
        if address["words"]:
            found.mark(address.start(), address.start() + 1)
            found.mark(address.end() - 1, address.end())
    for escape in _ESCAPE.finditer(_seen(found.words, hidden)):
        hidden.append(Span(escape.end(), escape.end() + 1))
        found.mark(*escape.span())
    return hidden


def _mark_all(found: Inline, pattern: re.Pattern[str], hidden: list[Span]) -> None:
    for one in pattern.finditer(_seen(found.words, hidden)):
        found.mark(*one.span())


def _seen(words: str, hidden: list[Span]) -> str:
    """The line as rules see it: nothing that is hidden looks like a mark."""
    for span in hidden:
        words = f"{words[: span.start]}{_WORD * len(span)}{words[span.end :]}"
    return words


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


def _is_strong(pair: _Pair) -> bool:
    if not pair.is_tight or pair.names:
        return False
    if pair.opens_in_words and pair.inside[0] in _STOPS:
        return False
    return not (pair.opens_in_words and pair.closes_in_words and pair.inside[-1] in _STOPS)


def _is_both(pair: _Pair) -> bool:
    """Three are a masked name as often, so one side at least must be free of words or behind a stop."""
    inside = pair.inside.strip("*")
    return (
        _is_strong(pair)
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
    found: Inline,
    hidden: list[Span],
    sign: re.Pattern[str],
    is_mark: Callable[[_Pair], bool],
    *,
    strong: bool = False,
) -> None:
    """Mark the pairs of a sign that are marks; of two masked names neither opens a pair."""
    signs = [one.span() for one in sign.finditer(_seen(found.words, hidden))]
    at = 0
    while at + 1 < len(signs):
        (start, first), (last, end) = signs[at], signs[at + 1]
        pair = _pair(_seen(found.words, hidden), start, first, last, end)
        same = first - start == end - last
        if same and is_mark(pair):
            found.mark(start, first)
            found.mark(last, end)
            if strong and end - last > 1:
                found.strong.append(Span(first, last))
            at += 2
        else:
            at += 2 if pair.names else 1


def _pair(words: str, start: int, first: int, last: int, end: int) -> _Pair:
    before, after = (side.replace(MARK, "") for side in (words[:start], words[end:]))
    return _Pair(words[first:last], before, after)
