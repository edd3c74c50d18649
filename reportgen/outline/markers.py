"""The one table of the markers that Chinese official prose numbers its parts with.

A kind of marker is one row. Whoever has to know one asks the table: where a heading may begin, in a line of
its own and inside a paragraph, whether a printed line goes on in the next, in which order levels stand, how
a number is printed again, and what of a file is a number of ours and no word of the speech.

Ranks follow GB/T 9704-2012, 7.3.3 (一、 over （一） over 1. over （1）) with the looser markers of speech
(第一， ——， 一是) below. A rank only decides where nesting leaves a choice: `nesting` has the last word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reportgen.text.numerals import ORDINAL, han_number, han_value
from reportgen.text.patterns import lazy

LAST = 1_000_000
"""Value of 最后: it follows any number, and no numbering comes near it."""

_HAN = "[一二三四五六七八九十]{1,3}"
_FIRST = "[一二三四五六七八九十]"
_DIGIT = "[0-9０-９]"
_DIGITS = f"{_DIGIT}{{1,3}}"
# What counts its own: 问题一：, 建议二：, 原因之三：.
_NAMED = (
    "(?:问题|不足|建议|对策|措施|举措|做法|案例|原因|启示|体会|感悟|心得|特点|亮点"
    "|任务|目标|关键词|课题|议题|倡议|承诺)"
)
# As one sign (Ⅳ), or in capitals with a stop behind: I alone may be an initial, and VIP is a word.
_COUNTED = "个?(?:方面|问题|词|关键词|字|故事|建议|希望|转变|关键)|点|条|件事|项|句话|层意思"
_ROMAN = r"(?:[Ⅰ-Ⅻ]|(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})(?=[ \t\u3000]*[、．.]))"
_ANY = f"(?:{ORDINAL}|{_DIGITS})"
_HAN_WORD = r"[\u4e00-\u9fff“《]"
_BLANK = r"[ \t\u3000\xa0]"
_BREAK = rf"\n{{1,2}}{_BLANK}*"
"""Where a number stands on the line above its heading."""
_SIGNS_IN_A_ROW = 20
"""Signs of one kind in the Unicode block: ① to ⑳."""


@dataclass(frozen=True, slots=True)
class MarkerKind:
    """One way to number.

    Attributes:
        name: stable, for programs and tests.
        rank: smaller stands higher.
        pattern: the marker, blanks and separator included.
        value: the text of a marker → its number; 0 for none.
        floats: it is a word of the sentence as well (一是), so it needs a second one to be believed.
        line_only: it numbers only at the beginning of a line.
        inside: how it begins inside a paragraph, behind a stop; empty where it never does.
        after_blank: there it may follow a mere blank: text copied out of a page has lost its line breaks.
        opens: how a line begins that is no rest of the one before it; empty where that tells nothing.
        wide: it ends in a word (第一讲), and is parted from its heading by a full-width blank.
        level: its place in the order of GB/T 9704-2012, 7.3.3; 0 where the standard has it not.
        printed: how the standard prints it, with ``{han}`` or ``{n}`` for the number.
        signs: the characters that are the marker and its number in one, as a range; empty for none.
    """

    name: str
    rank: float
    pattern: re.Pattern[str]
    value: Callable[[str], int] = han_value
    floats: bool = False
    line_only: bool = False
    inside: str = ""
    after_blank: bool = False
    opens: str = ""
    wide: bool = False
    level: int = 0
    printed: str = ""
    signs: str = ""

    def print(self, number: int) -> str:
        """Return the marker of a number as the standard prints it."""
        return self.printed.format(han=han_number(number), n=number)


@dataclass(frozen=True, slots=True)
class Marker:
    """A numbering found in the text: `start` to `end`, blanks and separator included."""

    kind: MarkerKind
    value: int
    start: int
    end: int


def _sign_value(text: str) -> int:
    for first in "①⑴⒈㈠":
        if 0 <= ord(text[0]) - ord(first) < _SIGNS_IN_A_ROW:
            return ord(text[0]) - ord(first) + 1
    return 0


def _order_value(text: str) -> int:
    return {"首": 1, "其": 2, "再": 3}.get(text[0], LAST)


def _roman_value(text: str) -> int:
    letters = unicodedata.normalize("NFKC", re.split(r"[^A-ZⅠ-Ⅻ]", text)[0])
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in letters]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def _last_value(text: str) -> int:
    return int(re.findall(r"\d+", text)[-1])


def _torn(pattern: str) -> str:
    """Where ~ stands, a line broken at a fixed width, with or without a blank one, may tear the marker."""
    return pattern.replace("~", r"\n{0,2}")


def _kind(
    name: str,
    rank: float,
    pattern: str,
    *,
    inside: str = "",
    opens: str = "",
    **rest: Any,  # noqa: ANN401  cells
) -> MarkerKind:
    return MarkerKind(name, rank, lazy(_torn(pattern)), inside=_torn(inside), opens=_torn(opens), **rest)


def _signs(name: str, rank: float, signs: str, behind: str, **rest: Any) -> MarkerKind:  # noqa: ANN401
    """A kind whose markers are single characters."""
    one = f"[{signs}]"
    return _kind(name, rank, one + behind, value=_sign_value, inside=one, opens=one, signs=signs, **rest)


def _decimal(name: str, rank: float, dots: int) -> MarkerKind:
    """A kind whose markers name the levels above as well (2.1, 2.1.3), which its depth tells apart."""
    number = rf"\d{{1,2}}(?:[.．]\d{{1,2}}){{{dots}}}"
    behind = rf"(?:{_BLANK}*[.．、]|{_BLANK}){_BLANK}*(?={_HAN_WORD})"
    return _kind(name, rank, number + behind, value=_last_value, line_only=True)


_PART_END = rf"(?:{_BLANK}*[、：:，,．.]{_BLANK}*|{_BLANK}+|(?=[^\s。；！？：]{{1,40}}$))"
_ORDER = f"第~(?:{_FIRST}|{_DIGIT})"
KINDS: tuple[MarkerKind, ...] = (
    _kind(
        "part", 1, rf"第{_ANY}(?:部~分|编|篇|讲){_PART_END}",
        line_only=True, after_blank=True, wide=True, inside=_ORDER, opens=_ORDER,
    ),
    _kind(
        "chapter", 1.5, rf"第{_ANY}章{_PART_END}",
        line_only=True, after_blank=True, wide=True, inside=_ORDER, opens=_ORDER,
    ),
    _kind(
        "roman", 1.6, rf"{_ROMAN}{_BLANK}*(?:[、．.：:]{_BLANK}*|{_BLANK})",
        value=_roman_value, line_only=True,
    ),
    _kind("article", 1.8, rf"第{_ANY}节{_PART_END}", line_only=True, wide=True, opens=_ORDER),
    _kind(
        "han", 2, rf"{ORDINAL}{_BLANK}*~[、．.]{_BLANK}*(?!{_HAN}(?:[、级类季月线]|产业|把手))",
        inside=f"{ORDINAL}~[、．.]", after_blank=True, opens=f"{ORDINAL}[、．.]", level=1, printed="{han}、",
    ),
    _kind(
        "han-blank", 2.2, rf"{ORDINAL}(?:{_BLANK}+|{_BLANK}*{_BREAK})(?=\S{{2,40}}$)",
        line_only=True,
    ),
    _kind(
        "han-paren", 3, rf"[（(]{_BLANK}*~{ORDINAL}{_BLANK}*~[）)]{_BLANK}*[、．.]?{_BLANK}*",
        inside=rf"[（(]{_BLANK}*~{_FIRST}", after_blank=True,
        opens=rf"[（(]?{_BLANK}*{ORDINAL}{_BLANK}*[）)]",
        level=2, printed="（{han}）",
    ),
    _signs("han-sign", 3, "㈠-㈩", rf"{_BLANK}*、?{_BLANK}*", after_blank=True),
    _decimal("decimal", 4.5, 1),
    _decimal("decimal-three", 4.6, 2),
    _decimal("decimal-four", 4.7, 3),
    # What a numbering of 1.1 stands below, in papers of firms.
    _kind(
        "arabic-blank", 3.9, rf"\d{{1,2}}{_BLANK}+(?=(?:{_HAN_WORD}|\d{{4}}年)[^\s。；！？，：]{{1,40}}$)",
        floats=True, line_only=True,
    ),
    _kind(
        "arabic-zero", 3.8,
        rf"(?:0[1-9]{_BLANK}+|(?:0[1-9]|[1-9]\d){_BLANK}*{_BREAK})(?=[^\s。；！？：，]{{2,40}}$)",
        value=int, line_only=True,
    ),
    _kind(
        "arabic", 4, rf"{_DIGITS}{_BLANK}*~[.．、]{_BLANK}*(?![0-9０-９])",
        inside=f"{_DIGIT}{{1,2}}[ ]?[.．、]", opens=f"{_DIGITS}[、.．]", level=3, printed="{n}. ",
    ),
    _signs("arabic-sign", 4, "⒈-⒛", rf"{_BLANK}*"),
    _kind(
        "arabic-paren", 5, rf"[（(]{_BLANK}*~{_DIGITS}{_BLANK}*~[）)]{_BLANK}*[、．.]?{_BLANK}*",
        inside=rf"[（(]{_BLANK}*~{_DIGIT}",
        opens=rf"[（(]{_BLANK}*{_DIGITS}{_BLANK}*[）)]", level=4, printed="（{n}）",
    ),
    _signs("paren-sign", 5, "⑴-⒇", rf"{_BLANK}*、?"),
    _kind(
        "half-paren", 5.5, rf"{_DIGITS}[）)]{_BLANK}*",
        inside=f"{_DIGIT}{{1,2}}[ ]?[）)]", opens=f"{_DIGITS}[）)]",
    ),
    _signs("circled", 6, "①-⑳", rf"{_BLANK}*、?"),
    _kind(
        "ordinal", 7,
        rf"第~{ORDINAL}~(?:{_COUNTED})?(?:{_BLANK}*[，、：,:．.]{_BLANK}*|{_BLANK}+|是|要)",
        floats=True, inside=_ORDER, after_blank=True, opens=_ORDER,
    ),
    _kind(
        "other", 7.2, rf"其~{ORDINAL}~(?:是|{_BLANK}*[，、：,:]{_BLANK}*)",
        floats=True, inside="其~[一二三四五六七八九]",
    ),
    _kind(
        "first-next", 7.4, rf"(?:首~先|其~次|再~次|最~后)(?:是|要)?{_BLANK}*~[，、：,:]?{_BLANK}*",
        value=_order_value, floats=True, inside="首~先|其~次|再~次|最~后",
    ),
    _kind(
        "named", 7.6, rf"{_NAMED}(?:之~)?(?:{ORDINAL}|{_DIGITS}){_BLANK}*[：:]{_BLANK}*",
        floats=True, line_only=True, opens=f"{_NAMED}(?:之~)?{_FIRST}~[：:]",
    ),
    _kind(
        "dash", 8, rf"(?:—{{1,2}}|－－|--|──){_BLANK}*(?=\S)",
        value=lambda _: 0, floats=True, inside="——(?!—)", opens="[—-]",
    ),
    _kind(
        "point", 9,
        rf"{_HAN}~(?:是|要|靠|抓)(?:{_BLANK}*~[，：,:])?{_BLANK}*(?![一二三四五六七八九十][，,、。])",
        floats=True, inside=f"{_HAN}~[是要靠抓]", after_blank=True, opens=f"{_HAN}[是要靠抓]",
    ),
)  # fmt: skip

INSIDE = "|".join(dict.fromkeys(kind.inside for kind in KINDS if kind.inside))
"""A pattern for how a marker begins inside a paragraph."""
STANDARD = tuple(sorted((kind for kind in KINDS if kind.level), key=lambda kind: kind.level))
"""The kinds that the standard knows, the highest first."""
SIGNS = "".join(kind.signs for kind in KINDS)
"""All characters that are a marker by themselves, as ranges for a class of a pattern."""


def opening(*, floating: bool) -> re.Pattern[str]:
    """Return a pattern for how a line begins that is no rest of the one before it.

    Args:
        floating: whether markers count too that are words of a sentence as well.
    """
    kinds = (kind for kind in KINDS if kind.opens and (floating or not kind.floats))
    return lazy("|".join(dict.fromkeys(kind.opens for kind in kinds)))


def match_marker(text: str, at: int, end: int) -> Marker | None:
    """Return the numbering that stands at `at`, or None; looks no further than `end`."""
    for kind in KINDS:
        found = kind.pattern.match(text, at, end)
        if found and found.end() <= end:
            value = kind.value(found[0])
            if value or kind.name == "dash":
                return Marker(kind, value, at, found.end())
    return None
