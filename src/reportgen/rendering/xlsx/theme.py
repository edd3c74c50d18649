"""The look of the checklist, read from the theme's ``ledger.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportgen.errors import TemplateError

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = 8
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts by role, sizes in points, colours as ``#RRGGBB``, widths in Excel's characters, margins in mm."""

    fonts: dict[str, str]
    sizes: dict[str, float]
    colours: dict[str, str]
    states: dict[str, str]
    widths: tuple[float, ...]
    margins: dict[str, float]


# What a theme must hold; its values are checked against these types.
_KEYS: dict[str, tuple[type | tuple[type, ...], tuple[str, ...]]] = {
    "fonts": (str, ("title", "header", "body")),
    "sizes": ((int, float), ("title", "basis", "header", "body", "origin")),
    "colours": (str, ("title", "basis", "header_fill", "header", "body", "line", "task_fill")),
    "margins": ((int, float), ("left", "right", "top", "bottom")),
}


def read_theme(path: Path) -> Theme:
    """Read a theme file.

    Raises:
        TemplateError: the file is missing, no TOML, or lacks a value; the message names it.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError:
        raise TemplateError("找不到清单样式文件", where=str(path), hint="请检查模板文件夹") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TemplateError(
            f"清单样式文件写法有误（{error}）", where=str(path), hint="请对照自带的 ledger.toml 修改"
        ) from None
    _require(data, path)
    for name, value in {**data["colours"], **data.get("states", {})}.items():
        if not _COLOUR.fullmatch(str(value)):
            raise TemplateError(
                f"颜色 {name} = {value} 写法有误", where=str(path), hint="请写作 RRGGBB，如 A6191F"
            )
    colours = {name: f"#{value}" for name, value in data["colours"].items()}
    states = {name: f"#{value}" for name, value in data.get("states", {}).items()}
    widths = tuple(data["columns"]["widths"])
    return Theme(data["fonts"], data["sizes"], colours, states, widths, data["margins"])


def _require(data: dict[str, Any], path: Path) -> None:
    for table, (kind, names) in _KEYS.items():
        for name in names:
            if not isinstance(data.get(table, {}).get(name), kind):
                raise _lacks(f"[{table}] {name}", path)
    widths = data.get("columns", {}).get("widths", [])
    if len(widths) != _COLUMNS or not all(isinstance(width, int | float) and width > 0 for width in widths):
        raise _lacks(f"[columns] widths（{_COLUMNS} 个数）", path)


def _lacks(what: str, path: Path) -> TemplateError:
    return TemplateError(f"清单样式文件缺少 {what}", where=str(path), hint="请对照自带的 ledger.toml 补上")
