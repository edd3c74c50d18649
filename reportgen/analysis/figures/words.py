"""The words that figures are told by, from data/figures.toml."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _tables() -> dict[str, str]:
    text = files("reportgen.analysis").joinpath("data/figures.toml").read_text("utf-8")
    return {name: "|".join(words.split()) for name, words in tomllib.loads(text).items()}


def any_of(table: str) -> str:
    """Return the words of a table as the inside of a regular expression's group, in their order."""
    return _tables()[table]
