"""The words that figures and their roles are told by, from data/figures.toml and data/roles.toml."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

_FILES = ("figures.toml", "roles.toml")


@lru_cache(maxsize=1)
def _tables() -> dict[str, str]:
    data = files("reportgen.analysis").joinpath("data")
    return {
        name: "|".join(words.split())
        for file in _FILES
        for name, words in tomllib.loads(data.joinpath(file).read_text("utf-8")).items()
    }


def any_of(table: str) -> str:
    """Return the words of a table as the inside of a regular expression's group, in their order."""
    return _tables()[table]
