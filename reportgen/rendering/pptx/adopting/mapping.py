"""Which layout serves for what, as a file that a person can correct: ``deck.toml`` beside ``deck.pptx``."""

from __future__ import annotations

import difflib
import math
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportgen.errors import TemplateError
from reportgen.planning.deck import Box
from reportgen.planning.deck.needs import NEEDED
from reportgen.rendering.pptx.adopting.choosing import Choice
from reportgen.rendering.pptx.adopting.colours import RGB, of_hexadecimal
from reportgen.rendering.pptx.adopting.fields import Field
from reportgen.rendering.pptx.adopting.hosts import Host
from reportgen.rendering.pptx.adopting.sheet import Sheet
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

MM = 72 / 25.4
"""Points a millimetre."""
_COLOUR = lazy(r"[0-9A-Fa-f]{6}")
_LINE = lazy(r"line (\d+)")
_FORM = '应为 [表名] 或 名称 = 值 的形式，名称用英文引号，如 layout = "仅标题"'
_SIDES = 4
_HOST = ("layout", "sample")
_COVERS = {"cover": "封面", "closing": "结束页"}
COVER_FIELDS = {"title": "标题", "subtitle": "副标题", "byline": "落款"}
_CONTENT_ROLES = tuple(name for name in NEEDED if name not in _COVERS)
KEYS: Mapping[str, tuple[str, ...]] = {
    "cover": (*_HOST, *COVER_FIELDS),
    "content": (*_HOST, "title", "room", "turns"),
    "closing": (*_HOST, "title", "subtitle"),
    "roles": _CONTENT_ROLES,
    "colours": ("main",),
}
"""Tables of the file and their keys."""
_HEAD = """\
# 这份模板怎么用：哪个版式做什么，字放在哪里。改好后存盘，用 reportgen template show 文件夹 看样张。
# layout 写版式的名称；样子在样例幻灯片上的，写 sample = 第几张。
# 字放在哪里：写占位符的名称，或 [左, 上, 宽, 高]，单位毫米。删去一行，就由程序自己找。
"""
HINT = "可写的项见文件开头的说明；删去 deck.toml，就全由程序自己找"


@dataclass(frozen=True, slots=True)
class Corrections:
    """A mapping that has been read: tables as they stand in the file, and where it lies."""

    tables: Mapping[str, Mapping[str, Any]]
    path: Path

    @property
    def main(self) -> RGB | None:
        """The main colour that is asked for; None where none is."""
        stated = self.tables.get("colours", {}).get("main")
        return None if stated is None else of_hexadecimal(stated)


def read_mapping(data: bytes, path: Path) -> Corrections:
    """Read a mapping.

    Args:
        data: what the file holds.
        path: where it lies.

    Raises:
        TemplateError: it is no TOML, or says what nobody knows.
    """
    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise TemplateError("对照表不是 UTF-8 编码的", where=str(path), hint="请另存为 UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        told = f"对照表{_line_of(str(error))}写错了，读不懂"
        raise TemplateError(told, where=str(path), hint=_FORM) from None
    for table, content in tables.items():
        if table not in KEYS:
            raise TemplateError(_strange(f"[{table}]", table, KEYS), where=str(path), hint=HINT)
        if not isinstance(content, dict):
            raise TemplateError(f"对照表里的 {table} 应单独成行，写作 [{table}]", where=str(path), hint=HINT)
        for key, value in content.items():
            if key not in KEYS[table]:
                raise TemplateError(
                    _strange(f"[{table}] {key}", key, KEYS[table]), where=str(path), hint=HINT
                )
            amiss = _amiss(table, key, value)
            if amiss:
                raise TemplateError(f"[{table}] {key} {amiss}", where=str(path), hint=HINT)
    return Corrections(tables, path)


def _line_of(told: str) -> str:
    """Where a mistake is, of what Python says of it."""
    found = _LINE.search(told)
    return f"第 {found[1]} 行" if found else ""


def _strange(what: str, name: str, known: Iterator[str] | Mapping[str, object] | Sequence[str]) -> str:
    nearest = difflib.get_close_matches(name, list(known), 1, 0.6)
    return f"对照表里没有 {what} 这一项" + (f"，是否写成了 {nearest[0]}" if nearest else "")


def _amiss(table: str, key: str, value: object) -> str:
    """What is wrong with a value; nothing for a right one."""
    if key == "sample":
        return (
            ""
            if isinstance(value, int) and not isinstance(value, bool) and value > 0
            else "应为样例的序号，如 1"
        )
    if table == "colours":
        is_colour = isinstance(value, str) and _COLOUR.fullmatch(value) is not None
        return "" if is_colour else '应写作 RRGGBB，如 "A6191F"'
    if key == "turns":
        good = isinstance(value, list) and all(isinstance(one, str) for one in value)
        return "" if good else '应为版式名称的列表，如 ["仅标题"]'
    if key == "layout" or table == "roles":
        return "" if isinstance(value, str) else "应为版式的名称"
    is_box = (
        isinstance(value, list)
        and len(value) == _SIDES
        and all(isinstance(one, int | float) and not isinstance(one, bool) for one in value)
        and all(map(math.isfinite, value))
        and min(value[2:]) > 0
    )
    if key == "room":
        return "" if is_box else "应为 [左, 上, 宽, 高]，单位毫米"
    return "" if is_box or isinstance(value, str) else "应为占位符的名称，或 [左, 上, 宽, 高]"


def written(choice: Choice, sheet: Sheet) -> str:
    """Return a choice as the file that a person can correct."""
    return "\n".join(_lines(choice, sheet)) + "\n"


def _lines(choice: Choice, sheet: Sheet) -> Iterator[str]:
    yield _HEAD
    for name, cover in (("cover", choice.cover), ("closing", choice.closing)):
        yield f"[{name}]  # {_COVERS[name]}"
        yield _host_line(cover.host)
        for key in KEYS[name][len(_HOST) :]:
            field: Field = getattr(cover, key)
            yield f"{key} = {_place(field, cover.host, sheet)}  # {COVER_FIELDS[key]}"
        yield ""
    content = choice.content
    yield "[content]  # 有标题的各页"
    yield _host_line(content.host)
    yield f"title = {_place(content.heading, content.host, sheet)}  # 标题"
    yield f"room = {_sides(content.room, sheet)}  # 正文的区域"
    if choice.twins:
        yield f"turns = [{', '.join(_quoted(one.host.called) for one in choice.twins)}]  # 轮换使用的版式"
    yield "\n[roles]  # 个别的页另用版式，去掉 # 生效"
    yield from (f'# {role} = "版式名称"' for role in ("overview", "section", "table"))
    yield '\n[colours]\n# main = "A6191F"  # 主色，不写则取模板里最显眼的颜色'


def _host_line(host: Host) -> str:
    return f"sample = {host.number}" if host.number else f"layout = {_quoted(host.called)}"


def _place(field: Field, host: Host, sheet: Sheet) -> str:
    """A field by the name of its placeholder, where that means no other one, else by its place."""
    spot = field.spot
    named = [] if spot is None else [one for one in host.spots if one.name == spot.name]
    if spot is not None and field.is_placeholder and named == [spot]:
        return _quoted(spot.name)
    return _sides(field.box, sheet)


def _sides(box: Box, sheet: Sheet) -> str:
    sides = (box.left, box.top, box.width, box.height)
    return f"[{', '.join(f'{side * sheet.scale / MM:.1f}' for side in sides)}]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in escaped) + '"'
