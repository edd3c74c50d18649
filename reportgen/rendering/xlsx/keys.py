"""The keys of ``checklist.toml``: which there are, what they set, and what may stand behind them."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reportgen.planning.checklist import COLUMNS, STATES
from reportgen.text.patterns import lazy

_COLOUR = lazy(r"[0-9A-Fa-f]{6}")
_LONGEST_FONT = 31  # characters of a font's name in Excel's own dialog
_SIZES = (6, 72)  # points; Excel's rows are 409 high at most
_WIDTHS = (0, 255)  # characters, a column of no width not counted
_LONGEST = 30  # characters of a value that a message has room for
_MARGINS = (0, 100)  # mm; two of them leave half of the shorter side of A4


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what it sets, and what is wrong with a value (nothing for a right one)."""

    sets: str
    amiss: Callable[[object], str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a key; without a name, with its table."""

    table: str
    name: str
    message: str


def _font(value: object) -> str:
    good = isinstance(value, str) and value.strip() and len(value) <= _LONGEST_FONT and value.isprintable()
    return "" if good else '应为字体名，如 "黑体"'


def _colour(value: object) -> str:
    good = isinstance(value, str) and _COLOUR.fullmatch(value)
    return "" if good else '颜色应写作 RRGGBB，如 "A6191F"'


def _number(least: float, most: float) -> Callable[[object], str]:
    def amiss(value: object) -> str:
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
            return ""
        return f"应为 {least:g} 至 {most:g} 之间的数"

    return amiss


def _widths(value: object) -> str:
    wrong = _number(*_WIDTHS)
    good = (
        isinstance(value, list) and len(value) == len(COLUMNS) and not any(map(wrong, value)) and all(value)
    )
    return "" if good else f"应为 {len(COLUMNS)} 个数，都大于 0、不超过 {_WIDTHS[1]}"


_size, _margin = _number(*_SIZES), _number(*_MARGINS)
KEYS: dict[str, dict[str, Key]] = {
    "fonts": {
        "title": Key("标题的字体", _font),
        "header": Key("表头和“重点任务”一列的字体", _font),
        "body": Key("其他各格和页码的字体", _font),
    },
    "sizes": {
        "title": Key("标题的字号", _size),
        "basis": Key("标题下一行（依据）的字号", _size),
        "header": Key("表头的字号", _size),
        "body": Key("各格的字号", _size),
        "origin": Key("“出处”一列的字号", _size),
    },
    "colours": {
        "title": Key("标题的颜色", _colour),
        "basis": Key("依据一行的颜色", _colour),
        "header_fill": Key("表头的底色", _colour),
        "header": Key("表头文字的颜色", _colour),
        "body": Key("各格文字的颜色", _colour),
        "line": Key("表格线的颜色", _colour),
        "task_fill": Key("任务几列的底色", _colour),
    },
    "states": {state: Key(f"“完成情况”选了“{state}”以后的底色", _colour) for state in STATES},
    "columns": {"widths": Key("八列的宽度（字符），顺序与表头相同", _widths)},
    "margins": {
        "left": Key("左边距（毫米）", _margin),
        "right": Key("右边距（毫米）", _margin),
        "top": Key("上边距（毫米）", _margin),
        "bottom": Key("下边距（毫米）", _margin),
    },
}
"""Table → key → what it is."""

OPTIONAL = frozenset({"states"})
"""Tables that may be left out, each key of theirs too."""


def faults(data: dict[str, object]) -> list[Fault]:
    """Return everything wrong in a theme: unknown and missing tables and keys, wrong values."""
    found = [Fault(one, "", f"不认识 [{one}]{_like(one, KEYS)}") for one in data if one not in KEYS]
    for table, keys in KEYS.items():
        found += _of_table(table, keys, data)
    return found


def _of_table(table: str, keys: dict[str, Key], data: dict[str, object]) -> Iterator[Fault]:
    given = data.get(table, {})
    if not isinstance(given, dict):
        yield Fault(table, "", f"{table} 应为一张表，写作 [{table}]，下面一行一项")
        return
    for name, value in given.items():
        if name not in keys:
            yield Fault(table, name, f"[{table}] 里不认识 {name}{_like(name, keys)}")
        elif amiss := keys[name].amiss(value):
            yield Fault(table, name, f"[{table}] {name} = {_shown(value)} 不对，{amiss}")
    missing = [name for name in keys if name not in given and table not in OPTIONAL]
    if missing:
        yield Fault(table, "", f"缺少 [{table}] {'、'.join(missing)}")


def _like(name: str, known: Iterable[str]) -> str:
    nearest = difflib.get_close_matches(name, list(known), 1, 0.5)
    return f"（是否想写 {nearest[0]}）" if nearest else f"（可写 {'、'.join(known)}）"


def _shown(value: object) -> str:
    words = " ".join(str(value).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
