"""Quotes and brackets that have lost their partner (GB/T 15834-2011, 4.8, 4.9, 4.15)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.analysis.proofreading.findings import Remark, Script
from reportgen.outline.sentences import PAIRS
from reportgen.text.patterns import lazy

DEEPEST = 16
"""Open marks that are looked back upon; nobody nests deeper, and the work stays linear."""
FAR = 2000
"""Characters to the partner of a mark, at most."""

_CLOSERS = {closer: opener for opener, closer in PAIRS.items() if opener != "["}
_OPENERS = {opener: closer for closer, opener in _CLOSERS.items()}
# 1） and a) number an item; nobody opens a bracket for them.
_HALF_NUMBER = lazy(r"(?:^|[\s。；：，、:;])(?:[0-9０-９]{1,2}|[a-zA-Z])$")
# A citation of several paragraphs opens each of them and closes the last only (GB/T 15834, 4.8.3.4).
_CITATION = lazy(r"[^“”]{0,40}“")
_AFTER_CLOSE = "，。、；：！？的等和与及）》\n"


@dataclass(slots=True)
class Faults:
    """What one paragraph's marks do wrong, as offsets into it."""

    alone: list[int] = field(default_factory=list)
    crossed: list[tuple[int, int]] = field(default_factory=list)
    nested: list[tuple[int, int]] = field(default_factory=list)
    turned: list[int] = field(default_factory=list)


def faults(words: str) -> Faults:
    """Read the marks of one paragraph with a stack."""
    out = Faults()
    opens: list[tuple[str, int]] = []
    for at, char in enumerate(words):
        if char in _OPENERS:
            if _turned_open(words, at, opens):
                opens.pop()
                out.turned.append(at)
                continue
            opens.append((char, at))
        elif char in _CLOSERS:
            _close(words, at, opens, out)
    out.alone += [at for _, at in opens]
    out.alone.sort()
    return out


def _turned_open(words: str, at: int, opens: list[tuple[str, int]]) -> bool:
    """Whether an opening quote stands where the open one should close: “园区“，."""
    if words[at] not in "“‘" or not opens or opens[-1][0] != words[at]:
        return False
    closer = _OPENERS[words[at]]
    behind = words[at + 1 : at + 2]
    later = words.find(closer, at, at + FAR)
    again = words.find(words[at], at + 1, at + FAR)
    return (not behind or behind in _AFTER_CLOSE) and (later < 0 or 0 <= again < later)


def _close(words: str, at: int, opens: list[tuple[str, int]], out: Faults) -> None:
    opener = _CLOSERS[words[at]]
    if opens and opens[-1][0] == opener:
        start = opens.pop()[1]
        if opener in "“《（" and any(mark == opener for mark, _ in opens[-DEEPEST:]):
            out.nested.append((start, at))
        return
    first = max(len(opens) - DEEPEST, 0)
    held = next((n for n in range(len(opens) - 1, first - 1, -1) if opens[n][0] == opener), -1)
    if held < 0:
        if words[at] not in "）)" or not _HALF_NUMBER.search(words, max(at - 3, 0), at):
            out.alone.append(at)
        return
    between = opens[held + 1 :]
    missing = [start for mark, start in between if words.find(_OPENERS[mark], at, at + FAR) < 0]
    if missing:
        out.alone += missing
    else:
        out.crossed.append((opens[held][1], at))
    # Those that close later stay open; the crossing has been told already.
    opens[held:] = [item for item in between if item[1] not in missing]


_Row = tuple[int, str, list[int]]
"""A paragraph: its offset, its words, and the marks in it that are alone."""


def unpaired(script: Script) -> Iterator[Remark]:
    """Evidence: within one paragraph a mark opens or closes without its partner."""
    rows: list[_Row] = [(start, words, faults(words).alone) for start, words in script.paragraphs()]
    nobody: _Row = (0, "", [])
    for number, row in enumerate(rows):
        before = rows[number - 1] if number else nobody
        after = rows[number + 1] if number + 1 < len(rows) else nobody
        start, words, alone = row
        last = words.rfind("”")
        joined = any(_joins(before, one, row) for one in before[2][-DEEPEST:])
        for at in alone:
            cited = words[at] == "“" and at > last and _CITATION.match(after[1])
            if not (cited or joined or _joins(row, at, after)):
                yield _alone(script, start + at, words[at])


def _joins(row: _Row, at: int, after: _Row) -> bool:
    """Whether what opens here closes in the next line, with no stop between: a line broken by hand."""
    if row[1][at] not in _OPENERS or row[1][-1] in "。！？：":
        return False
    return any(after[1][other] == _OPENERS[row[1][at]] for other in after[2])


def _alone(script: Script, at: int, mark: str) -> Remark:
    opens = mark in _OPENERS
    partner = _OPENERS[mark] if opens else _CLOSERS[mark]
    half = "前一半" if opens else "后一半"
    message = f"{_name(mark)}不配对，只有{half} {mark}"
    return Remark(script.span(at, at + 1), message, f"补上 {partner} ，或删去 {mark}")


def _name(mark: str) -> str:
    if mark in "“”‘’「」『』":
        return "引号"
    return "书名号" if mark in "《》〈〉" else "括号"


def crossed(script: Script) -> Iterator[Remark]:
    """Evidence: a pair opens inside another one and closes outside it: “（…”）."""
    for start, words in script.paragraphs():
        for first, last in faults(words).crossed:
            marks = f"{words[first]}…{words[last]}"
            yield Remark(
                script.span(start + last, start + last + 1),
                f"“{marks}”与里面的标点交叉",
                "调整先后，里面的先收",
            )


def nested(script: Script) -> Iterator[Remark]:
    """Evidence: “…” inside “…”, where the inner pair is to be ‘…’ (GB/T 15834, 4.8.3.3)."""
    yield from _nested(script, "“", "引号里又用双引号", "里层改用单引号‘…’")


def nested_titles(script: Script) -> Iterator[Remark]:
    """Evidence: 《…》 inside 《…》, where the inner pair is to be 〈…〉 (GB/T 15834, 4.15)."""
    yield from _nested(script, "《", "书名号里又用双书名号", "里层改用单书名号〈…〉")


def nested_brackets(script: Script) -> Iterator[Remark]:
    """Evidence: （…） inside （…）, to be avoided (GB/T 15834, 4.9)."""
    yield from _nested(script, "（", "括号里又用同样的括号", "里层改用〔…〕，或改写")


def _nested(script: Script, opener: str, message: str, suggestion: str) -> Iterator[Remark]:
    for start, words in script.paragraphs():
        if words.count(opener) > 1:
            found = faults(words)
            # A mark that lost its partner makes all that follow look nested.
            told = 0
            for first, last in () if found.alone else sorted(found.nested):
                # What stands in a pair that was told of is told of with it.
                if words[first] == opener and first >= told:
                    told = last
                    yield Remark(script.span(start + first, start + last + 1), message, suggestion)


def turned(script: Script) -> Iterator[Remark]:
    """Evidence: a quote that closes looks to the front, or one that opens to the back: “园区“，”园区”."""
    for start, words in script.paragraphs():
        for at in faults(words).turned:
            yield Remark(script.span(start + at, start + at + 1), "这里应是后引号，写成了前引号", "改为”")
