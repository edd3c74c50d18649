r"""Cut texts into clauses in one way, whether they stand in the speech or in a file made from it.

Finer than `outline.split_clauses`: quotes and brackets do not hold a clause together, because an excerpt may
have left one half of a pair behind, and the cut must not depend on what stands around a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.planning.wording import CONTINUED_FORM, EDITORS, TIMED
from reportgen.text.patterns import lazy

# What planning puts behind or between the speaker's words; the place of one ends a clause.
OURS = lazy(
    rf"{TIMED}|{CONTINUED_FORM}|（共\s*\d+\s*项）|……共\s*\d+\s*点|〔?原文第\s*\d+(?:—\d+)?\s*段〕?|(?P<editor>{EDITORS})"
)
_CUT = lazy(
    rf"{OURS.pattern}"
    r"|[，。；;！？!?…\t\u3000]+|(?<!\d)(?<!\d\n)[,:：]|[,:：](?!\n*\d)"
    r"|(?<=[\u4e00-\u9fff〇％%）)》”’】])\.(?!\n*[A-Za-z0-9])"
    r"|\s·\s|(?<=”)\n*(?=“)"
)
_BLANK = lazy("[\\s\u200b\u2060\ufeff\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_EDGES = "、·—–-‘’“”\"'《》〈〉（）()【】〔〕「」『』[].,:：；•●▪■◆★○☐"
_STOPS = frozenset("。；;\t")
_MARK = lazy(rf"\s*{EDITORS}")
_BULLET = lazy(r"^[-*+•●▪■◆★·][ \t\u3000]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause: its place in the text it was cut from, and its words without blanks and outer marks.

    `edited`: an editor's mark follows in the same sentence. `shortened`: an ellipsis of ours follows.
    """

    start: int
    end: int
    words: str
    raw: str
    edited: bool = False
    shortened: bool = False


def squash(text: str) -> str:
    """Return a text without blanks, line breaks and what no file can hold."""
    return _BLANK.sub("", text)


def core(text: str) -> str:
    """Return the words of a clause: no blanks, no marks at its ends, no mark of a list item."""
    return squash(_BULLET.sub("", text.strip())).strip(_EDGES)


def pieces(text: str) -> Iterator[Piece]:
    """Yield the clauses of a text that have words in them."""
    cuts = list(_CUT.finditer(text))
    ends = [*((found.start(), found.end()) for found in cuts), (len(text), len(text))]
    start = 0
    for (at, end), edited in zip(ends, _edited(text, cuts), strict=True):
        raw = text[start:at]
        words = core(raw)
        if words:
            yield Piece(start, at, words, raw, edited, text.startswith("…", at))
        start = end


def _edited(text: str, cuts: Sequence[re.Match[str]]) -> list[bool]:
    """Whether the sentence of each clause, the last one's too, ends with an editor's mark."""
    out = [False]
    for found in reversed(cuts):
        if found["editor"] is not None:
            out.append(True)
        elif _STOPS & set(found[0]):
            out.append(_MARK.match(text, found.end()) is not None)
        else:
            out.append(out[-1])
    return out[::-1]
