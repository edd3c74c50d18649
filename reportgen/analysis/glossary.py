"""Set phrases that are known, with what they stand for where a source was verified (data/glossary.toml).

A meaning is given only where it is certain to be this one: some names stood for other things in other years
or offices (“八五”计划 and “八五”普法), so an entry may ask what follows the name, or what the speech says
elsewhere.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportgen.source import Span
from reportgen.text.patterns import lazy

_NO_NAME = lazy(r"[^\u4e00-\u9fffA-Za-z\d]+")
_BEHIND = 6  # characters behind a name in which `after` must stand


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A set phrase; `meaning` and `source` are both there or both absent."""

    names: tuple[str, ...]
    meaning: str | None = None
    source: str | None = None
    bare: bool = False
    near: str = ""
    after: str = ""

    def holds(self, text: str, span: Span) -> bool:
        """Whether the words at `span` mean this."""
        behind = text[span.end : span.end + _BEHIND].lstrip("”’")
        after = not self.after or re.match(self.after, behind) is not None
        return after and (not self.near or re.search(self.near, text) is not None)


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "data" / "glossary.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def entries() -> tuple[GlossaryEntry, ...]:
    """Return the glossary."""
    return tuple(GlossaryEntry(**{**one, "names": tuple(one["names"])}) for one in _data()["term"])


@lru_cache(maxsize=1)
def everyday() -> frozenset[str]:
    """Return figures of speech, which quotation marks make no set phrase of."""
    return frozenset(_data()["everyday"].split())


def plain(name: str) -> str:
    """Return a name as it is looked up: 双随机、一公开 and 双随机一公开 are one."""
    return _NO_NAME.sub("", name)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, GlossaryEntry]:
    return {plain(name): entry for entry in entries() for name in entry.names}


@lru_cache(maxsize=1)
def bare_names() -> re.Pattern[str]:
    """Return a pattern for the names that are set phrases without quotation marks too, longest first."""
    names = {name for entry in entries() if entry.bare for name in entry.names}
    return lazy("|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name))))


def explain(text: str, span: Span) -> tuple[str | None, str | None]:
    """Return what the phrase at a place of a speech stands for, and where that is written.

    Args:
        text: the whole speech.
        span: the phrase, without its quotes.
    """
    entry = _by_name().get(plain(text[span.start : span.end]))
    return (entry.meaning, entry.source) if entry and entry.holds(text, span) else (None, None)
