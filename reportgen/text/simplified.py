"""A text in traditional characters as rules read it: in simplified ones, character for character.

All rules and word lists are written in simplified characters. What they are asked about is `simplified` of a
text, which has its length, so that whatever is found there stands at the same place in the text itself.

Which character is read as which is said in data/simplified.tsv and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportgen.text.patterns import lazy

_LEAST = 0.05
"""Share of the Han characters that are written in traditional texts only, from which a text is one.

Measured: at most 0.0023 in 117 simplified texts of three hundred characters to thirty thousand (names, a slip
of the input method); in the same texts converted to traditional ones 0.25 and more, and 0.15 and more in each
of their 3783 paragraphs of forty characters or longer.
"""
# GB 2312 has them, but simplified texts do not: 于 and 后 stand for them.
_NEVER = "於後"
_HAN = lazy("[\u3400-\u9fff]")
# In traditional texts these marks are the usual ones (CNS 11643 and Big5 have the small forms too).
_MARKS = str.maketrans("「」『』﹐﹑﹔﹕﹖﹗‧", "“”‘’，、；：？！·")


def simplified(text: str) -> str:
    """Return a text as rules read it: of the same length, and the very same text where it is simplified.

    Characters that simplified texts have too (乾, 徵, 藉) are changed only in a text that is traditional as a
    whole; what one is read as may depend on its word (顯著, 隨著).
    """
    if not is_traditional(text):
        return text
    table = _table()
    plain = list(text.translate(table.characters))
    for found in table.pattern.finditer(text):
        plain[found.start() : found.end()] = table.words[found[0]]
    return "".join(plain)


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters."""
    others = len(text) - len(text.encode("gb2312", "ignore").decode("gb2312"))
    others += sum(map(text.count, _NEVER))
    least = _LEAST * len(_HAN.findall(text)) if others else 0.0
    # Of nearly all simplified texts that is enough to know, and the table is not even read.
    return others > 0 and others >= least and sum(map(_table().only.__contains__, text)) >= max(least, 1)


@dataclass(frozen=True, slots=True)
class _Table:
    """What traditional characters and words are read as.

    `only` are the characters that no simplified text has, `pattern` finds the words.
    """

    characters: Mapping[int, str | int]
    only: frozenset[str]
    words: dict[str, str]
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    forms = _forms()
    characters = {one: plain for one, plain in forms.items() if len(one) == 1}
    words = {one: plain for one, plain in forms.items() if len(one) > 1}
    return _Table(
        {**{ord(one): plain for one, plain in characters.items()}, **_MARKS},
        frozenset(one for one in characters if one in _NEVER or not _is_simplified(one)),
        words,
        lazy("|".join(sorted(words, key=lambda word: (-len(word), word)))),
    )


def _forms() -> dict[str, str]:
    """What every traditional character and word of the data file is read as."""
    text = (Path(__file__).parent / "data" / "simplified.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {one: plain for plain, forms in rows for one in forms.split(" ")}


def _is_simplified(char: str) -> bool:
    """Whether a character is one of GB 2312 (GB/T 2312-1980), which has those of simplified texts."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
