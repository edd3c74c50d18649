"""Find the clause of the speech that is most like some words, by pairs of characters that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CANDIDATES = 6
"""How many of the clauses with most in common are compared character by character."""
_LONGEST = 2000
"""Characters up to which the order of two texts is compared; the time for that grows with their square."""
_COMMON = 400
"""A pair that stands in more clauses than this tells nothing and costs much."""


@dataclass(frozen=True, slots=True)
class Match:
    """A clause that is like some words: which one, and how much, from 0 to 1."""

    text: str
    likeness: float


class Index:
    """An index of clauses, made once."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take in the clauses, squashed."""
        self._texts = texts
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            for pair in set(_pairs(text)):
                found[pair].append(number)
        self._found: Mapping[str, list[int]] = found

    def nearest(self, words: str) -> Match | None:
        """Return the clause most like `words`; None where none has a pair of characters in common."""
        shared: Counter[int] = Counter()
        own = set(_pairs(words))
        for pair in own:
            numbers = self._found.get(pair, ())
            if len(numbers) <= _COMMON:
                shared.update(numbers)
        ranked = sorted(shared, key=lambda n: (-2 * shared[n] / (len(own) + len(self._texts[n])), n))
        matches = [Match(self._texts[n], likeness(words, self._texts[n])) for n in ranked[:_CANDIDATES]]
        return max(matches, key=lambda match: match.likeness, default=None)


def likeness(one: str, two: str) -> float:
    """Return how much of two texts is the same, from 0 to 1."""
    if max(len(one), len(two)) > _LONGEST:
        shared = Counter(one) & Counter(two)
        return 2 * shared.total() / (len(one) + len(two))
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def _pairs(text: str) -> list[str]:
    if len(text) == 1:
        return [text]
    return [text[i : i + 2] for i in range(len(text) - 1)]
