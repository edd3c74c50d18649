"""Words: where they end, told by jieba, by rjieba where it is installed, and by the names that a speech uses.

rjieba is the same method and the same dictionary in Rust: it loads in a tenth of a second instead of six and
works ten times as fast. The two cut alike what is made of Chinese characters, digits, plain Latin words and
Chinese marks; they differ at a hyphen or a dot between digits and letters, and at rare characters. Such texts
go to jieba, so that what is installed never changes a file (tests/analysis/test_segmentation.py).

Names of set phrases (枫桥经验, 全过程人民民主) are words although no dictionary has them. They only take word
ends away and never add one: a reader who knows the dictionary alone must not see a word torn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportgen.analysis.brief import Term
from reportgen.analysis.glossary import entries
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

_ALIKE = lazy(
    r"(?:[\u4e00-\u9fa5\u3001-\u301f\u2014\u2018-\u201d\u2026\u00b7\uff01-\uff5e \u3000\n]|[A-Za-z\d%]"
    r"|(?<=\d)\.(?=\d))*",
    re.ASCII,
)
_DECIMAL = lazy(r"[A-Za-z][\d.]*\.|\.[\d.]*[A-Za-z]|\.\d+\.", re.ASCII)
# Longer names are half a sentence: a heading must be allowed to break in them.
_NAME = lazy(r"[\u4e00-\u9fff]{3,8}")


def words(text: str) -> tuple[str, ...]:
    """Cut a text into words; together they are the text again."""
    if not text:
        return ()
    alike = _ALIKE.fullmatch(text) is not None and _DECIMAL.search(text) is None
    cut = (alike and _fast()) or _jieba()
    return tuple(cut(text))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one speech: the dictionary's, the set phrases that are known, and its own (`names`)."""

    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, terms: Iterable[Term]) -> Vocabulary:
        """Return the words of a speech with these set phrases.

        Headings themselves are not taken: most are whole sentences, which a line must be allowed to break in.
        """
        names = (simplified("".join(term.text.text.split())) for term in terms)
        return cls(frozenset(name for name in names if _NAME.fullmatch(name)))

    def ends(self, text: str) -> frozenset[int]:
        """Return the offsets at which a word of `text` ends, as `word_ends` does, set phrases being words."""
        return _ends(text, self.names)


PLAIN = Vocabulary()
"""The words of a speech that has no set phrases of its own."""


def word_ends(text: str) -> frozenset[int]:
    """Return the offsets at which a word of the dictionary ends, blanks ignored.

    The words are those of the text with its blanks taken out, because a heading's line breaks are judged on
    the words a reader sees. Nothing is loaded before the first call: most headings fit on one line.
    """
    return _ends(text, None)


@lru_cache(maxsize=8192)
def _ends(text: str, names: frozenset[str] | None) -> frozenset[int]:
    places = [at for at, char in enumerate(text) if not char.isspace()]
    bare = simplified("".join(text[at] for at in places))
    ends: set[int] = set()
    seen = 0
    for word in words(bare):
        seen += len(word)
        ends.add(seen)
    if names is not None:
        for found in _names(names).finditer(bare):
            ends.difference_update(range(found.start() + 1, found.end()))
    return frozenset(places[end - 1] + 1 for end in ends)


@lru_cache(maxsize=64)
def _names(own: frozenset[str]) -> re.Pattern[str]:
    known = (name for entry in entries() for name in entry.names if _NAME.fullmatch(name))
    every = sorted({*own, *known}, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, every)))


@lru_cache(maxsize=1)
def _fast() -> Callable[[str], Sequence[str]] | None:
    """Return rjieba's cut; None where it is not installed."""
    try:
        import rjieba
    except ImportError:
        return None
    cut: Callable[[str], Sequence[str]] = rjieba.cut
    return cut


@lru_cache(maxsize=1)
def _jieba() -> Callable[[str], Iterable[str]]:
    """Return jieba's cut, its messages and its warnings about Python silenced."""
    import logging
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.WARNING)
    cut: Callable[[str], Iterable[str]] = jieba.cut
    return cut
