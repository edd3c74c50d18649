"""The words that the analysis reads by: lists in the files beside this one, each with examples.

A list is a table of a TOML file, known as ``file.list``. Its keys:

- ``says``: what the words tell, a line of English.
- ``any``: the alternatives, words or small regular expressions, with white space between them. ``@name``
  stands for another list, in its frame, further up in the same file.
- ``frame``: what stands around them; ``{}`` stands for the alternatives. Without it they stand alone.
- ``longest``: true where a longer word goes before a shorter one that it begins with; else the order is kept.
- ``examples``: clauses in which the pattern finds something, with white space between them; behind ``→`` what
  it finds, where that matters.
- ``others``: clauses in which it finds nothing.

`make lexicon` says which alternative no example would miss (tools/lexicon.py).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from reportgen.text.patterns import lazy

_KEYS = {"says": str, "any": str, "frame": str, "longest": bool, "examples": str, "others": str}
_NEEDED = ("says", "any", "examples")
_HOLE = "{}"
_FOUND = "→"
_OTHER_LIST = lazy(r"@([a-z_]+)")


class LexiconError(ValueError):
    """A list that cannot be read; the message names it and says what is wrong."""


@dataclass(frozen=True, slots=True)
class Example:
    """A clause in which a pattern finds something; `found` is what, empty where anything will do."""

    clause: str
    found: str = ""


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of words: its alternatives, what stands around them, and clauses that show both.

    `parts` holds the patterns of the lists above it in its file, which its alternatives may name.
    """

    name: str
    says: str
    alternatives: tuple[str, ...]
    frame: str = _HOLE
    longest: bool = False
    shown: str = ""
    not_meant: str = ""
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def examples(self) -> tuple[Example, ...]:
        """What it finds something in. Only tests and tools ask, and there are 3,000."""
        return tuple(Example(*line.split(_FOUND)) for line in self.shown.split())

    @property
    def others(self) -> tuple[str, ...]:
        """What it finds nothing in."""
        return tuple(self.not_meant.split())

    @property
    def inside(self) -> str:
        """The alternatives as the inside of a regular expression's group."""
        words = sorted(self.alternatives, key=len, reverse=True) if self.longest else self.alternatives
        return _OTHER_LIST.sub(lambda found: f"(?:{self.parts[found[1]]})", "|".join(words))

    @property
    def framed(self) -> str:
        """The alternatives in their frame, as a regular expression."""
        return self.frame.replace(_HOLE, f"(?:{self.inside})")


def words(name: str) -> tuple[str, ...]:
    """Return the alternatives of a list, in the order of the file."""
    return _list(name).alternatives


def inside(name: str) -> str:
    """Return the alternatives of a list as the inside of a regular expression's group."""
    return _list(name).inside


@lru_cache(maxsize=256)
def pattern(name: str, frame: str = "") -> re.Pattern[str]:
    """Return a list compiled in its frame, or in another one that stands for ``{}``'s surroundings."""
    one = _list(name)
    return lazy(frame.replace(_HOLE, f"(?:{one.inside})") if frame else one.framed)


@lru_cache(maxsize=1)
def lists() -> dict[str, WordList]:
    """Return all lists by name, in the order of files and of lists in them."""
    found = sorted(Path(__file__).parent.iterdir(), key=lambda path: path.name)
    return {
        name: one
        for path in found
        if path.name.endswith(".toml")
        for name, one in _read(path.name.removesuffix(".toml"), path.read_text("utf-8")).items()
    }


def read(file: str, text: str) -> dict[str, WordList]:
    """Read and check the lists of one file.

    Args:
        file: the name of the file without its suffix, which the names of its lists begin with.
        text: what the file holds.

    Raises:
        LexiconError: a list lacks a key or has one that nobody knows, a list that it names does not stand
            above it, or its words are no regular expression.
    """
    found = _read(file, text)
    for one in found.values():
        _check_words(one)
    return found


def _read(file: str, text: str) -> dict[str, WordList]:
    """Read the lists of one file without a look at their words: tests have looked at those that we ship."""
    out: dict[str, WordList] = {}
    parts: dict[str, str] = {}
    for name, table in tomllib.loads(text).items():
        one = _read_list(f"{file}.{name}", table, parts)
        out[one.name] = one
        parts[name] = one.framed
    return out


def _read_list(name: str, table: dict[str, object], parts: dict[str, str]) -> WordList:
    _check_keys(name, table)
    unknown = set(_OTHER_LIST.findall(str(table["any"]))) - set(parts)
    if unknown:
        raise LexiconError(f"{name}: no list above it is named {', '.join(sorted(unknown))}")
    return WordList(
        name,
        str(table["says"]),
        tuple(str(table["any"]).split()),
        str(table.get("frame", _HOLE)),
        bool(table.get("longest", False)),
        str(table["examples"]),
        str(table.get("others", "")),
        dict(parts),
    )


def _check_words(one: WordList) -> None:
    try:
        re.compile(one.framed)
    except re.error as error:
        raise LexiconError(f"{one.name}: no regular expression: {error}") from error


def _check_keys(name: str, table: dict[str, object]) -> None:
    missing = [f"no {key}" for key in _NEEDED if key not in table]
    strange = [f"strange {key}" for key, value in table.items() if not isinstance(value, _KEYS.get(key, ()))]
    if missing or strange:
        raise LexiconError(f"{name}: {', '.join(missing + strange)}")
    if _HOLE not in str(table.get("frame", _HOLE)):
        raise LexiconError(f"{name}: the frame has no {_HOLE}")


def _list(name: str) -> WordList:
    return lists()[name]
