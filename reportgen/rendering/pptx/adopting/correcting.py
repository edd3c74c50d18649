"""Which layout serves for what, as a person has corrected it."""

from __future__ import annotations

import difflib
import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reportgen.errors import TemplateError
from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.choosing import Choice
from reportgen.rendering.pptx.adopting.covers import Cover, cover_of, drawn_cover, large
from reportgen.rendering.pptx.adopting.fields import Field, drawn_field, spot_field
from reportgen.rendering.pptx.adopting.hosts import Host
from reportgen.rendering.pptx.adopting.mapping import COVER_FIELDS, HINT, MM, Corrections
from reportgen.rendering.pptx.adopting.sheet import Sheet, is_near
from reportgen.rendering.pptx.adopting.spots import Spot
from reportgen.rendering.pptx.adopting.standing import Content, Wanted, content_of, least_room

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LEAST_FIELD = (110.0, 24.0)
"""Points that a place for words is wide and high at the least: six characters of the least type on a line."""
_ROUNDED = 0.5
"""Points that a place may lack of these, since it is written in tenths of a millimetre."""
_OVER = 2.0
"""Points by which a place may lie over the edge of the page, since people round."""


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
        if room is not None:
            self._require_place("content", "room", room, least_room(self._sheet))
        spot = self._spot(host, title, "content") if isinstance(title, str) else None
        box = self._box(title) if isinstance(title, list) else None
        if box is not None:
            self._require_place("content", "title", box, _LEAST_FIELD)
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
        named = [table[key] for key in COVER_FIELDS if isinstance(table.get(key), str)]
        twice = next((one for one in named if named.count(one) > 1), None)
        if twice is not None:
            raise self._error(name, f"占位符“{twice}”写了两次，一个占位符只能放一样")
        fields = {
            key: self._field(name, found, key, table[key]) if key in table else getattr(found, key)
            for key in COVER_FIELDS
        }
        return Cover(found.host, fields["title"], fields["subtitle"], fields["byline"])

    def _field(self, table: str, cover: Cover, key: str, value: str | list[float]) -> Field:
        field: Field = getattr(cover, key)
        if isinstance(value, str):
            spot = self._spot(cover.host, value, table)
            return field if field.spot is spot else spot_field(cover.host, spot, field.sizes)
        box = self._box(value)
        if is_near(box, field.box):
            return field
        self._require_place(table, key, box, _LEAST_FIELD)
        return drawn_field(cover.host, box, field)

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
        return Box(*(side * MM / self._sheet.scale for side in stated))

    def _require_place(self, table: str, key: str, box: Box, least: tuple[float, float]) -> None:
        """Require that a place which somebody has stated lies on the page and holds what stands there."""
        sheet = self._sheet
        sides = f"页面 {_mm(sheet.width, sheet):.1f} × {_mm(sheet.height, sheet):.1f} 毫米"
        if min(box.left, box.top, sheet.width - box.right, sheet.height - box.bottom) < -_OVER:
            raise self._error(table, f"{key} 伸到页面外面去了（{sides}）")
        if box.width < least[0] - _ROUNDED or box.height < least[1] - _ROUNDED:
            wide, tall = (math.ceil(_mm(side, sheet)) for side in least)
            raise self._error(table, f"{key} 太小，至少宽 {wide} 毫米、高 {tall} 毫米（{sides}）")

    def _error(self, table: str, told: str) -> TemplateError:
        return TemplateError(f"[{table}] {told}", where=str(self._mapping.path), hint=HINT)


def _mm(points: float, sheet: Sheet) -> float:
    """A measure of the usual page in millimetres of the template's own."""
    return points * sheet.scale / MM
