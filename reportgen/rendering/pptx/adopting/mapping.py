"""Which layout serves for what, as a file that a person can correct: ``deck.toml`` beside ``deck.pptx``."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reportgen.errors import TemplateError
from reportgen.planning.deck import Box
from reportgen.planning.deck.needs import NEEDED
from reportgen.rendering.pptx.adopting.choosing import Choice
from reportgen.rendering.pptx.adopting.colours import RGB, of_hexadecimal
from reportgen.rendering.pptx.adopting.covers import Cover, cover_of, drawn_cover, large
from reportgen.rendering.pptx.adopting.fields import Field, drawn_field, spot_field
from reportgen.rendering.pptx.adopting.hosts import Host
from reportgen.rendering.pptx.adopting.sheet import Sheet, is_near
from reportgen.rendering.pptx.adopting.spots import Spot
from reportgen.rendering.pptx.adopting.standing import Content, Wanted, content_of
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_MM = 72 / 25.4
"""Points a millimetre."""
_COLOUR = lazy(r"[0-9A-Fa-f]{6}")
_SIDES = 4
_HOST = ("layout", "sample")
_COVERS = {"cover": "封面", "closing": "结束页"}
_COVER_FIELDS = {"title": "标题", "subtitle": "副标题", "byline": "落款"}
_CONTENT_ROLES = tuple(name for name in NEEDED if name not in _COVERS)
KEYS: Mapping[str, tuple[str, ...]] = {
    "cover": (*_HOST, *_COVER_FIELDS),
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
_HINT = "可写的项见文件开头的说明；删去 deck.toml，就全由程序自己找"


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
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise TemplateError(f"对照表写错了，读不懂（{error}）", where=str(path), hint=_HINT) from None
    for table, content in tables.items():
        if table not in KEYS or not isinstance(content, dict):
            raise TemplateError(_strange(f"[{table}]", table, KEYS), where=str(path), hint=_HINT)
        for key, value in content.items():
            if key not in KEYS[table]:
                raise TemplateError(
                    _strange(f"[{table}] {key}", key, KEYS[table]), where=str(path), hint=_HINT
                )
            amiss = _amiss(table, key, value)
            if amiss:
                raise TemplateError(f"[{table}] {key} {amiss}", where=str(path), hint=_HINT)
    return Corrections(tables, path)


def _strange(what: str, name: str, known: Iterator[str] | Mapping[str, object] | Sequence[str]) -> str:
    nearest = difflib.get_close_matches(name, list(known), 1, 0.6)
    return f"对照表里没有 {what} 这一项" + (f"，是否写成了 {nearest[0]}" if nearest else "")


def _amiss(table: str, key: str, value: object) -> str:
    """What is wrong with a value; nothing for a right one."""
    if key == "sample":
        return "" if isinstance(value, int) and value > 0 else "应为样例的序号，如 1"
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
        and min(value[2:]) > 0
    )
    if key == "room":
        return "" if is_box else "应为 [左, 上, 宽, 高]，单位毫米"
    return "" if is_box or isinstance(value, str) else "应为占位符的名称，或 [左, 上, 宽, 高]"


def mapped(
    choice: Choice, mapping: Corrections, layouts: Sequence[Host], samples: Sequence[Host], sheet: Sheet
) -> Choice:
    """Return a choice as a mapping corrects it.

    Raises:
        TemplateError: it names a layout, sample slide or placeholder that there is not.
    """
    apply = _Applied(mapping, layouts, samples, sheet)
    content = apply.content(choice.content)
    turns = mapping.tables.get("content", {}).get("turns")
    is_changed = content is not choice.content
    twins = choice.twins if turns is None and not is_changed else tuple(apply.turns(turns or (), content))
    return replace(
        choice,
        content=content,
        twins=twins,
        cover=apply.cover("cover", choice.cover),
        closing=apply.cover("closing", choice.closing),
        others={name: apply.other(name, layout) for name, layout in mapping.tables.get("roles", {}).items()},
        main=mapping.main,
    )


class _Applied:
    """A mapping on the layouts and sample slides of its template."""

    def __init__(
        self, mapping: Corrections, layouts: Sequence[Host], samples: Sequence[Host], sheet: Sheet
    ) -> None:
        self._mapping, self._layouts, self._samples, self._sheet = mapping, layouts, samples, sheet

    def content(self, found: Content) -> Content:
        table = self._mapping.tables.get("content", {})
        if not table.keys() - {"turns"}:
            return found
        host = self._host("content", table) or found.host
        room = self._box(table["room"]) if "room" in table else None
        title = table.get("title")
        if self._is_as_found(found, host, title, room):
            return found
        spot = self._spot(host, title, "content") if isinstance(title, str) else None
        box = self._box(title) if isinstance(title, list) else None
        made = content_of(host, self._sheet, wanted=Wanted(spot, box, room))
        made = made or content_of(host, self._sheet, is_bare=True, wanted=Wanted(room=room))
        if made is None:
            raise self._error("content", f"{host.name}里放不下标题和正文，请换一个版式")
        return made

    def turns(self, names: Sequence[str], content: Content) -> Iterator[Content]:
        for name in names:
            yield replace(content, host=self._layout("content", name))

    def other(self, role: str, layout: str) -> Content:
        host = self._layout("roles", layout)
        made = content_of(host, self._sheet) or content_of(host, self._sheet, is_bare=True)
        if made is None:
            raise self._error("roles", f"{role} 的{host.name}里放不下标题和正文，请换一个版式")
        return made

    def cover(self, name: str, found: Cover) -> Cover:
        table = self._mapping.tables.get(name, {})
        host = self._host(name, table)
        if host is not None and host.name != found.host.name:
            found = cover_of(host, self._sheet) or drawn_cover(host, self._sheet)
            found = large(found) if name == "closing" else found
        fields = {
            key: self._field(name, found, key, table[key]) if key in table else getattr(found, key)
            for key in _COVER_FIELDS
        }
        return Cover(found.host, fields["title"], fields["subtitle"], fields["byline"])

    def _field(self, table: str, cover: Cover, key: str, value: str | list[float]) -> Field:
        field: Field = getattr(cover, key)
        if isinstance(value, str):
            spot = self._spot(cover.host, value, table)
            return field if field.spot is spot else spot_field(cover.host, spot, field.sizes)
        box = self._box(value)
        return field if is_near(box, field.box) else drawn_field(cover.host, box, field)

    def _is_as_found(
        self, found: Content, host: Host, title: str | list[float] | None, room: Box | None
    ) -> bool:
        """Whether all that is said is what has been found: a file is not to be changed by being written."""
        if isinstance(title, str):
            same = found.heading.spot is not None and found.heading.spot.name == title
        else:
            same = title is None or is_near(self._box(title), found.heading.box)
        return host.name == found.host.name and same and (room is None or is_near(room, found.room))

    def _host(self, table: str, stated: Mapping[str, Any]) -> Host | None:
        if "sample" in stated:
            number = stated["sample"]
            found = next((one for one in self._samples if one.number == number), None)
            if found is None:
                raise self._error(table, f"没有第 {number} 张样例幻灯片")
            return found
        return self._layout(table, stated["layout"]) if "layout" in stated else None

    def _layout(self, table: str, name: str) -> Host:
        names = [one.called for one in self._layouts]
        if name not in names:
            nearest = difflib.get_close_matches(name, names, 1, 0.5)
            meant = (
                f"，是否写成了“{nearest[0]}”"
                if nearest
                else f"；模板里有{''.join(f'“{one}”' for one in names[:20])}"
            )
            raise self._error(table, f"模板里没有版式“{name}”{meant}")
        return self._layouts[names.index(name)]

    def _spot(self, host: Host, name: str, table: str) -> Spot:
        found = next((one for one in host.spots if one.name == name), None)
        if found is None:
            there = "".join(f"“{one.name}”" for one in host.spots) or "一个也没有"
            raise self._error(table, f"{host.name}里没有占位符“{name}”（现有{there}）")
        return found

    def _box(self, stated: Sequence[float]) -> Box:
        return Box(*(side * _MM / self._sheet.scale for side in stated))

    def _error(self, table: str, told: str) -> TemplateError:
        return TemplateError(f"[{table}] {told}", where=str(self._mapping.path), hint=_HINT)


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
            yield f"{key} = {_place(field, sheet)}  # {_COVER_FIELDS[key]}"
        yield ""
    content = choice.content
    yield "[content]  # 有标题的各页"
    yield _host_line(content.host)
    yield f"title = {_place(content.heading, sheet)}  # 标题"
    yield f"room = {_sides(content.room, sheet)}  # 正文的区域"
    if choice.twins:
        yield f"turns = [{', '.join(_quoted(one.host.called) for one in choice.twins)}]  # 轮换使用的版式"
    yield "\n[roles]  # 个别的页另用版式，去掉 # 生效"
    yield from (f'# {role} = "版式名称"' for role in ("overview", "section", "table"))
    yield '\n[colours]\n# main = "A6191F"  # 主色，不写则取模板里最显眼的颜色'


def _host_line(host: Host) -> str:
    return f"sample = {host.number}" if host.number else f"layout = {_quoted(host.called)}"


def _place(field: Field, sheet: Sheet) -> str:
    if field.spot is not None and field.is_placeholder:
        return _quoted(field.spot.name)
    return _sides(field.box, sheet)


def _sides(box: Box, sheet: Sheet) -> str:
    sides = (box.left, box.top, box.width, box.height)
    return f"[{', '.join(f'{side * sheet.scale / _MM:.1f}' for side in sides)}]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in escaped) + '"'
