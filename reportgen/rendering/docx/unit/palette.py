"""The faces and colours of a unit's file, in which our styles are set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.rendering.docx.unit.roles import Roles

_INK, _GREY, _PALE, _SHADE, _SECOND = "111111", "555555", "F6F6F6", "EDEDED", "777777"
"""The colours of the plain theme: main colour, what stands back, ground of the thesis, of heads, strip."""
_SEEN = 3
"""Headings whose colour tells of the unit's: what lies deeper is as Office made it, mostly."""
_THIN = ("宋体", "SimSun", "NSimSun", "仿宋", "FangSong", "楷体", "KaiTi", "STSong", "STFangsong", "新細明體")
_BOLD = "黑体"
"""What stands out in text of those (GB/T 9704-2012, 7.3.3), where a file has no face for it."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Faces for text, what stands out, titles and Latin letters; whether bold must help; colours, RRGGBB."""

    text: str
    strong: str
    aside: str
    title: str
    latin: str
    strong_is_bold: bool
    title_is_bold: bool
    title_colour: str
    colours: dict[str, str]

    @classmethod
    def of(cls, roles: Roles) -> Palette:
        """Take them from the styles that serve."""
        body = roles.body.look
        headings = [one.look for one in roles.headings if one is not None]
        strong = next((one.east for one in headings if one.east != body.east), body.east)
        if strong == body.east and strong.startswith(_THIN):
            strong = _BOLD
        chosen = roles.title.look if roles.title else next(iter(headings), None)
        aside = next(
            (one.east for one in headings if "楷" in one.east or "kai" in one.east.lower()), body.east
        )
        title = chosen.east if chosen else body.east
        accent = next((colour for colour in _colours(roles) if is_coloured(colour)), "")
        return cls(
            text=body.east,
            strong=strong,
            aside=aside,
            title=title,
            latin=body.latin or "Times New Roman",
            strong_is_bold=strong == body.east,
            title_is_bold=chosen.bold if chosen else True,
            title_colour=chosen.colour if chosen and is_coloured(chosen.colour) else "",
            colours=_tinted(accent) if accent else {},
        )


def _colours(roles: Roles) -> Iterator[str]:
    yield from (one.look.colour for one in (*roles.headings[:_SEEN], roles.title) if one is not None)


def is_coloured(colour: str) -> bool:
    """Whether a colour is one, and neither black nor grey, and dark enough for type on white."""
    if not colour:
        return False
    parts = bytes.fromhex(colour)
    return max(parts) - min(parts) > 40 and 0.3 * parts[0] + 0.59 * parts[1] + 0.11 * parts[2] < 150  # noqa: PLR2004


def _tinted(accent: str) -> dict[str, str]:
    return {
        _INK: accent,
        _PALE: _mixed(accent, 0.06),
        _SHADE: _mixed(accent, 0.12),
        _SECOND: _mixed(accent, 0.6),
        _GREY: _GREY,
    }


def _mixed(colour: str, share: float) -> str:
    """A colour on white."""
    return "".join(f"{round(255 - (255 - part) * share):02X}" for part in bytes.fromhex(colour))
