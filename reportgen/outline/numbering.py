"""The table of numberings that Chinese official prose uses.

Ranks follow GB/T 9704-2012, 7.3.3 (一、 over （一） over 1. over （1）) with the looser markers of speech
(第一， ——， 一是) below. A rank only decides where nesting leaves a choice: `nesting` has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reportgen.numerals import ORDINAL, han_value

LAST = 1_000_000
"""Value of 最后: it follows any number, and no numbering comes near it."""

_SIGNS = 20  # in each row of Unicode's enclosed numbers
_HAN = "[一二三四五六七八九十]{1,3}"
_DIGITS = "[0-9０-９]{1,3}"
_ANY = f"(?:{ORDINAL}|{_DIGITS})"
_BLANK = r"[ \t\u3000\xa0]"


@dataclass(frozen=True, slots=True)
class Kind:
    """One numbering: `rank` (smaller stands higher) and whether it `floats`.

    A floating marker (一是) is a word of the sentence as well, so it needs a second one to be believed.
    """

    name: str
    rank: float
    pattern: re.Pattern[str]
    value: Callable[[str], int]
    floats: bool = False
    line_only: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """A numbering found in the text: `start` to `end`, blanks and separator included."""

    kind: Kind
    value: int
    start: int
    end: int


def _sign_value(text: str) -> int:
    for first in "①⑴⒈㈠":
        if 0 <= ord(text[0]) - ord(first) < _SIGNS:
            return ord(text[0]) - ord(first) + 1
    return 0


def _order_value(text: str) -> int:
    return {"首": 1, "其": 2, "再": 3}.get(text[0], LAST)


def _last_value(text: str) -> int:
    return int(re.findall(r"\d+", text)[-1])


def _kind(
    name: str, rank: float, pattern: str, value: Callable[[str], int] = han_value, **flags: bool
) -> Kind:
    return Kind(name, rank, re.compile(pattern.replace("~", r"\n{0,2}")), value, **flags)


# ~ stands for a place where a line broken at a fixed width, with or without a blank one, may tear the marker.
_PART_END = rf"(?:{_BLANK}*[、：:，,．.]{_BLANK}*|{_BLANK}+|(?=[^\s。；！？：]{{1,40}}$))"
_HAN_WORD = r"[\u4e00-\u9fff“《]"
KINDS: tuple[Kind, ...] = (
    _kind("part", 1, rf"第{_ANY}(?:部~分|编|篇|讲){_PART_END}", line_only=True),
    _kind("chapter", 1.5, rf"第{_ANY}章{_PART_END}", line_only=True),
    _kind("article", 1.8, rf"第{_ANY}节{_PART_END}", line_only=True),
    _kind("han", 2, rf"{ORDINAL}{_BLANK}*~[、．.]{_BLANK}*(?!{_HAN}(?:[、级类季月线]|产业|把手))"),
    _kind("han-blank", 2.2, rf"{ORDINAL}{_BLANK}+(?=\S{{2,40}}$)", line_only=True),
    _kind("han-paren", 3, rf"[（(]{_BLANK}*~{ORDINAL}{_BLANK}*~[）)]{_BLANK}*[、．.]?{_BLANK}*"),
    _kind("han-sign", 3, rf"[㈠-㈩]{_BLANK}*、?{_BLANK}*", _sign_value),
    _kind(
        "decimal", 4.5, rf"\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}}(?:[.．、]|{_BLANK}){_BLANK}*(?={_HAN_WORD})",
        _last_value, line_only=True,
    ),
    _kind("arabic", 4, rf"{_DIGITS}{_BLANK}*~[.．、]{_BLANK}*(?![0-9０-９])"),
    _kind("arabic-sign", 4, rf"[⒈-⒛]{_BLANK}*", _sign_value),
    _kind("arabic-paren", 5, rf"[（(]{_BLANK}*~{_DIGITS}{_BLANK}*~[）)]{_BLANK}*[、．.]?{_BLANK}*"),
    _kind("paren-sign", 5, rf"[⑴-⒇]{_BLANK}*、?", _sign_value),
    _kind("half-paren", 5.5, rf"{_DIGITS}[）)]{_BLANK}*"),
    _kind("circled", 6, rf"[①-⑳]{_BLANK}*、?", _sign_value),
    _kind(
        "ordinal", 7,
        rf"第~{ORDINAL}~(?:个?方面|个?问题|点|条|件事|项)?(?:{_BLANK}*[，、：,:．.]{_BLANK}*|{_BLANK}+|是|要)",
        floats=True,
    ),
    _kind("other", 7.2, rf"其~{ORDINAL}~(?:是|{_BLANK}*[，、：,:]{_BLANK}*)", floats=True),
    _kind(
        "first-next", 7.4, rf"(?:首~先|其~次|再~次|最~后)(?:是|要)?{_BLANK}*~[，、：,:]?{_BLANK}*",
        _order_value, floats=True,
    ),
    _kind("dash", 8, rf"(?:—{{1,2}}|－－|--|──){_BLANK}*(?=\S)", lambda _: 0, floats=True),
    _kind(
        "point", 9,
        rf"{_HAN}~(?:是|要|靠|抓)(?:{_BLANK}*~[，：,:])?{_BLANK}*(?![一二三四五六七八九十][，,、。])",
        floats=True,
    ),
)  # fmt: skip


def match_marker(text: str, at: int, end: int) -> Marker | None:
    """Return the numbering that stands at `at`, or None; looks no further than `end`."""
    for kind in KINDS:
        found = kind.pattern.match(text, at, end)
        if found and found.end() <= end:
            value = kind.value(found[0])
            if value or kind.name == "dash":
                return Marker(kind, value, at, found.end())
    return None
