"""The look of the checklist, read from the theme's ``checklist.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError
from reportgen.rendering.opening import file_bytes
from reportgen.rendering.xlsx.keys import Fault, faults
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 1024 * 1024
_PLACE = lazy(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")
_TOLD = 5
"""Faults that one message tells; the rest is counted."""


@dataclass(frozen=True, slots=True)
class ChecklistLook:
    """Fonts by role, sizes in points, colours as ``#RRGGBB``, widths in Excel's characters, margins in mm."""

    fonts: dict[str, str]
    sizes: dict[str, float]
    colours: dict[str, str]
    states: dict[str, str]
    widths: tuple[float, ...]
    margins: dict[str, float]


def open_look(path: Path) -> ChecklistLook:
    """Open a theme's ``checklist.toml``.

    Raises:
        TemplateError: the file is missing, no TOML, or a key is missing, unknown or has a wrong value; the
            message names all of them with their lines.
    """
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        told = f"清单样式文件{_place(str(error))}写法有误"
        hint = '应为 [表名] 或 名称 = 值 的形式，文字和颜色加英文引号，如 title = "黑体"'
        raise TemplateError(told, where=str(path), hint=hint) from None
    wrong = faults(data)
    if wrong:
        raise TemplateError(_told(wrong, text), where=str(path), hint="请对照自带的 checklist.toml 修改")
    colours, states = (
        {name: f"#{value}" for name, value in data.get(table, {}).items()} for table in ("colours", "states")
    )
    widths = tuple(data["columns"]["widths"])
    return ChecklistLook(data["fonts"], data["sizes"], colours, states, widths, data["margins"])


def _text(path: Path) -> str:
    try:
        return file_bytes(path, _LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        hint = "请用记事本另存为，编码选 UTF-8"
        raise TemplateError("清单样式文件不是 UTF-8 编码", where=str(path), hint=hint) from None


def _place(message: str) -> str:
    found = _PLACE.search(message)
    if not found:
        return ""
    return f"第 {found[1]} 行第 {found[2]} 列" if found[1] else "末尾"


def _told(wrong: list[Fault], text: str) -> str:
    lines = _lines(text)
    said = []
    for fault in wrong[:_TOLD]:
        line = lines.get((fault.table, fault.name)) or lines.get((fault.table, ""))
        said.append(f"第 {line} 行，{fault.message}" if line else fault.message)
    more = f"（另有 {len(wrong) - _TOLD} 处）" if len(wrong) > _TOLD else ""
    return "；".join(said) + more


_TABLE = lazy(r"\s*\[\s*[\"']?([^\"'\]]+?)[\"']?\s*\]")
_KEY = lazy(r"\s*[\"']?([^\"'=\s]+)[\"']?\s*=")


def _lines(text: str) -> dict[tuple[str, str], int]:
    """The line of each key by table and name, and of each table under no name: the parser tells none."""
    found: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if head := _TABLE.match(line):
            table = head[1]
            found.setdefault((table, ""), number)
        elif key := _KEY.match(line):
            found.setdefault((table, key[1]), number)
            if not table:
                found.setdefault((key[1], ""), number)
    return found
