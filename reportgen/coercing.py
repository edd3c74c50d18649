"""Paths, names, fills and themes in whatever form a program gives them, as the pipeline takes them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.choices import theme_of
from reportgen.errors import UsageError
from reportgen.readers import parse_fill

if TYPE_CHECKING:
    from reportgen.readers import MaskFill
    from reportgen.themes import Theme

StrPath = str | os.PathLike[str]
Names = str | Iterable[str]
Fills = str | Mapping[str, str] | Iterable[str]


def a_path(value: StrPath, name: str = "讲话稿") -> Path:
    """Return a path; `name` is what messages call it.

    Raises:
        UsageError: it is empty.
    """
    text = os.fspath(value)
    if not text.strip():
        raise UsageError(f"{name}是空的", hint="请写出名称")
    return Path(text)


def paths(values: StrPath | Iterable[StrPath]) -> list[StrPath]:
    """Return one path or several as a list."""
    return [values] if isinstance(values, str | os.PathLike) else list(values)


def names(values: Names) -> list[str]:
    """Return one name or several as a list."""
    return [values] if isinstance(values, str) else list(values)


def fills(values: Fills) -> tuple[MaskFill, ...]:
    """Return what masked names read.

    Raises:
        UsageError: one is not written as a fill.
    """
    if isinstance(values, Mapping):
        values = [f"{mask}={words}" for mask, words in values.items()]
    return tuple(map(parse_fill, names(values)))


def a_theme(named: StrPath | None) -> Theme:
    """Return a theme by name or folder; the standard one for None.

    Raises:
        UsageError: the name is empty.
        TemplateError: there is none.
    """
    return theme_of(None if named is None else str(a_path(named, "--theme ")))
