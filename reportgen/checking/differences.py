"""What differs between words of a file and the passage of the speech that they come from."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING

from reportgen.checking.placed import Code
from reportgen.text.numerals import FIGURES
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS = lazy(
    rf"[0-9０-９][0-9０-９.,．]*[％%‰]?|百分之[{FIGURES}点]+|第[{FIGURES}]+"
    rf"|[{FIGURES}两]+(?=[个项件次元人户家年月日号倍成点级条批亩吨])"
)
_LONGEST = 2000
"""Characters of a change up to which it is told apart; the time for that grows with their square."""
_TOLD = 4
"""Changes of one text that a message tells; more cannot be read."""
_SHOWN, _HEAD, _TAIL = 60, 40, 16
"""Characters of a text that a message shows; of a longer one its two ends, which tell which it is."""
_NEGATION = frozenset("不未无非没勿莫")
_NAMES = lazy(
    r"“[^“”]*”|《[^《》]*》|\*{2,}|×{2,}|某某+|【待[^】]*】"
    r"|[\u4e00-\u9fff]{1,12}?(?:[省市县区镇乡](?![\u4e00-\u9fff]{0,6}(?:局|政府|法院|委))|[省市县区镇乡]委|委员会|政府"
    r"|(?<![布格全结大])局|办公室|集团|公司|大学|法院|检察院|领导小组)"
)


def sort_change(words: str, source: str) -> Code:
    """Say what kind of change made `words` out of `source`."""
    words, source = simplified(words), simplified(source)
    changed = "".join(old + new for old, new in _changes(words, source))
    if _names(words) != _names(source) and _NAMES.sub("#", words) == _NAMES.sub("#", source):
        return _sort_name(_names(words), _names(source))
    if set(changed) & _NEGATION and _negations(words) != _negations(source):
        return Code.NEGATION
    if _NUMBERS.findall(words) != _NUMBERS.findall(source):
        return Code.NUMBER
    if _names(words) != _names(source):
        return Code.NAME
    return Code.CHANGED


def _sort_name(names: list[str], source: list[str]) -> Code:
    """Another name altogether, or a number or a negation in one name (五位一体 for 四位一体)."""
    for name, other in zip(names, source, strict=False):
        if name != other and len(name) == len(other) and len(list(_changes(name, other))) == 1:
            changed = "".join(old + new for old, new in _changes(name, other))
            if changed.isdecimal():
                return Code.NUMBER
    return Code.NAME


def shown_change(words: str, source: str) -> str:
    """Return what differs, for people: “二”改成了“三”, 少了“不”, 多了“已经”."""
    changes = ((_shortened(old), _shortened(new)) for old, new in _changes(words, source))
    told = [
        f"“{old}”改成了“{new}”" if old and new else f"少了“{old}”" if old else f"多了“{new}”"
        for old, new in changes
    ]
    return "，".join(told[:_TOLD]) + ("等" if len(told) > _TOLD else "")


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_HEAD]}…{text[-_TAIL:]}"


def _changes(words: str, source: str) -> Iterator[tuple[str, str]]:
    head = _alike(words, source)
    tail = _alike(words[:head:-1], source[:head:-1])
    old, new = source[head : len(source) - tail], words[head : len(words) - tail]
    if max(len(old), len(new)) > _LONGEST:
        yield old, new
        return
    for kind, a, b, c, d in SequenceMatcher(None, source, words, autojunk=False).get_opcodes():
        if kind != "equal":
            yield source[a:b], words[c:d]


def _alike(one: str, two: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))


def _negations(text: str) -> list[str]:
    return [char for char in text if char in _NEGATION]


def _names(text: str) -> list[str]:
    return _NAMES.findall(text)
