"""Set phrases that are nearly right: wrong head nouns, other members, another order, a character off.

The facts are in data/phrases.toml, each with its source. A phrase that the speaker names in order to
reject it (不能写成…) is let alone, and so is one inside a longer correct phrase.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from reportgen.analysis.proofreading.findings import Remark, Script
from reportgen.text.patterns import lazy

REJECTED = 24
"""Characters before a phrase in which the speaker may reject it."""
SHORTEST_ANCHOR = 3
"""Characters of a phrase that must stand in the text before the rest is compared."""
FEWEST_MEMBERS = 4
"""Members of a phrase in which one that does not belong is told."""
LONG = 12
"""Han characters of a phrase that may differ in two places; a shorter one in one only."""

_REJECTS = lazy(
    r"(?:不得|不能|不要|不应|不再|不宜|不可)[^，。；]{0,12}(?:使用|用|写|说|写成|写作|称|提|表述|简称)|误[写作为称]|错[写误]|而不是|并非|不是|有的(?:人|同志)"
)
_MARKS = lazy(r"[，、；“”‘’\s]")


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """A name that takes one head noun: what may not stand behind it."""

    name: str
    wrong: re.Pattern[str]
    right: str
    source: str


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a set phrase, in their order; `also` are older or other wordings, by member."""

    name: str
    members: tuple[str, ...]
    also: dict[str, str]
    fewest: int
    pattern: re.Pattern[str]
    source: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A phrase with one wording; `also` are wordings that are right too, `wrong` such as are surely not."""

    text: str
    bare: str
    also: tuple[str, ...]
    wrong: re.Pattern[str] | None
    source: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A name with a number in it, written in quotes: “四个意识”."""

    pattern: re.Pattern[str]
    right: str
    source: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """All facts about set phrases."""

    heads: tuple[HeadNoun, ...]
    members: tuple[Members, ...]
    fixed: tuple[Fixed, ...]
    counted: tuple[Counted, ...]


@lru_cache(maxsize=1)
def facts() -> Phrases:
    """Return the facts of data/phrases.toml."""
    text = (Path(__file__).parent / "data" / "phrases.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return Phrases(
        tuple(map(_head, data["head"])),
        tuple(map(_members, data["members"])),
        tuple(map(_fixed, data["fixed"])),
        tuple(Counted(lazy(one["pattern"]), one["right"], one["source"]) for one in data["counted"]),
    )


def _head(one: dict[str, Any]) -> HeadNoun:
    pattern = f"{one['name']}[”’]?(?P<head>{'|'.join(one['wrong'])})"
    return HeadNoun(one["name"], lazy(pattern), one["right"], one["source"])


def _fixed(one: dict[str, Any]) -> Fixed:
    also = tuple(_MARKS.sub("", text) for text in one.get("also", ()))
    wrong = lazy("|".join(one["wrong"])) if "wrong" in one else None
    return Fixed(one["text"], _MARKS.sub("", one["text"]), also, wrong, one["source"])


def _members(one: dict[str, Any]) -> Members:
    members = tuple(one["members"].split("、"))
    also = dict(pair.split("=") for pair in one.get("also", "").split())
    words = sorted([*members, *also], key=len, reverse=True)
    pattern = lazy("|".join(map(re.escape, words)))
    fewest = one.get("fewest", len(members))
    return Members(one["name"], members, also, fewest, pattern, one["source"])


def heads(script: Script) -> Iterator[Remark]:
    """Evidence: a name with another head noun than its own: “五位一体”战略布局."""
    for head in facts().heads:
        for found in head.wrong.finditer(script.text) if head.name in script.text else ():
            if not rejected(script.text, found.start()):
                message = f"“{head.name}”后面应是“{head.right}”"
                yield script.remark(found, f"{message}（{head.source}）", f"改为“{head.right}”", "head")


def counts(script: Script) -> Iterator[Remark]:
    """Evidence: a name in quotes with another number than its own: “五个意识”."""
    for counted in facts().counted:
        for found in counted.pattern.finditer(script.text):
            if not rejected(script.text, found.start()):
                yield script.remark(
                    found,
                    f"通行的说法是“{counted.right}”（{counted.source}）",
                    f"核对是否为“{counted.right}”",
                )


def rejected(text: str, at: int) -> bool:
    """Whether the speaker names the phrase at `at` in order to reject it."""
    start = max(text.rfind(mark, 0, at) for mark in "。；！？\n") + 1
    return bool(_REJECTS.search(text, max(start, at - REJECTED), at))


@dataclass(frozen=True, slots=True)
class _Run:
    """Members found side by side: their names, in the order of the text, and where they stand."""

    found: tuple[str, ...]
    start: int
    end: int


_GAP = lazy(r"[“”‘’]?(?:[、，；]|和|与|及|以及|、?和)[“‘]?")
_ITEM = lazy(r"[“”‘’]?[、，][“‘]?(?P<item>[\u4e00-\u9fff]{2,12})[“”‘’]?(?:[、，]|和|与)[“‘]?")


def orders(script: Script) -> Iterator[Remark]:
    """Evidence: all members of a set phrase in another order than its own."""
    for known in facts().members:
        for run in _runs(known, script.text):
            whole = known.fewest <= len(run.found) == len(set(run.found))
            if whole and not _is_ordered(known, run.found) and not rejected(script.text, run.start):
                message = f"“{known.name}”的次序不对（{known.source}）"
                suggestion = f"次序应为“{'、'.join(known.members)}”"
                yield Remark(script.span(run.start, run.end), message, suggestion)


def strangers(script: Script) -> Iterator[Remark]:
    """Evidence: among the members of a set phrase, in their order, one that is no member."""
    for known in facts().members:
        if len(known.members) < FEWEST_MEMBERS:
            continue
        runs = list(_runs(known, script.text))
        for before, after in pairwise(runs):
            yield from _stranger(script, known, before, after)


def _stranger(script: Script, known: Members, before: _Run, after: _Run) -> Iterator[Remark]:
    """The item between two runs that together have all members but one."""
    both = before.found + after.found
    gap = _ITEM.fullmatch(script.text, before.end, after.start)
    missing = [member for member in known.members if member not in both]
    if not gap or len(missing) != 1 or len(both) != len(known.members) - 1 or not _is_ordered(known, both):
        return
    if known.members.index(missing[0]) == len(before.found) and not rejected(script.text, before.start):
        message = f"“{known.name}”里没有“{gap['item']}”（{known.source}）"
        yield script.remark(gap, message, f"应为“{missing[0]}”", "item")


def _runs(known: Members, text: str) -> Iterator[_Run]:
    names: list[str] = []
    start = end = 0
    for found in known.pattern.finditer(text):
        if names and not _GAP.fullmatch(text, end, found.start()):
            yield _Run(tuple(names), start, end)
            names = []
        start = start if names else found.start()
        names.append(known.also.get(found[0], found[0]))
        end = found.end()
    if names:
        yield _Run(tuple(names), start, end)


def _is_ordered(known: Members, found: Sequence[str]) -> bool:
    places = [known.members.index(name) for name in found]
    return places == sorted(places)


def wordings(script: Script) -> Iterator[Remark]:
    """Evidence: part of a fixed phrase stands in the text, and the rest is one or two characters off."""
    bare, places = _bare(script.text)
    for phrase in facts().fixed:
        for found in phrase.wrong.finditer(script.text) if phrase.wrong else ():
            if not rejected(script.text, found.start()):
                yield script.remark(found, f"应为“{phrase.text}”（{phrase.source}）", f"改为“{phrase.text}”")
        allowed = (phrase.bare, *phrase.also)
        told = -1
        for start, end in _candidates(phrase.bare, bare):
            if start <= told or any(_covers(bare, start, end, right) for right in allowed):
                continue
            told = end
            first, last = places[start], places[end - 1] + 1
            if "\n" in script.text[first:last] or rejected(script.text, first):
                continue
            yield Remark(
                script.span(first, last),
                f"与“{phrase.text}”只差一两个字（{phrase.source}）",
                f"核对是否为“{phrase.text}”",
            )


def _bare(text: str) -> tuple[str, list[int]]:
    """The text without commas and quotes, and where each of its characters stands."""
    places = [at for at, char in enumerate(text) if not _MARKS.match(char) or char == "\n"]
    return "".join(text[at] for at in places), places


def _candidates(phrase: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the places where the text comes near the phrase without being it.

    Two slips at most leave one third of the phrase whole (one slip a half), so only the places where such a
    part stands are compared. First and last character must be right:
    there a slip and another wording look alike.
    """
    slips = 2 if len(phrase) >= LONG else 1
    size = max(len(phrase) // (slips + 1), SHORTEST_ANCHOR)
    found: set[tuple[int, int]] = set()
    for offset in range(0, len(phrase) - size + 1, size):
        at = text.find(phrase[offset : offset + size])
        while at >= 0:
            near = _near(phrase, text, at - offset, slips)
            if near:
                found.add(near)
            at = text.find(phrase[offset : offset + size], at + 1)
    yield from sorted(found)


def _near(phrase: str, text: str, start: int, slips: int) -> tuple[int, int] | None:
    best: tuple[int, int, int] | None = None
    for first in range(start - slips, start + slips + 1):
        if first < 0 or text[first : first + 1] != phrase[0]:
            continue
        for last in range(first + len(phrase) - slips, first + len(phrase) + slips + 1):
            if text[last - 1 : last] != phrase[-1] or last > len(text):
                continue
            away = distance(phrase, text[first:last], slips)
            if away <= slips and (best is None or away < best[0]):
                best = (away, first, last)
    return best[1:] if best and best[0] else None


def _covers(text: str, start: int, end: int, right: str) -> bool:
    """Whether a correct phrase stands over most of a place."""
    at = text.find(right, max(start - len(right), 0), end + len(right))
    return at >= 0 and at < end and at + len(right) > start


def distance(one: str, other: str, most: int) -> int:
    """Return the edit distance of two strings, or `most` + 1 where it is more (Levenshtein, row by row)."""
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, second in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (char != second))
        if min(row) > most:
            return most + 1
    return row[-1]
