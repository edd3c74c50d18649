"""Our styles in the faces, sizes and colours of a unit's file; those that it has itself are used as they are.

They are copies of the plain theme's: what page 1 and the digest need to fit their pages is in those styles,
in four densities. What the text of the speech and its headings look like is the unit's.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import qn
from reportgen.rendering.docx.styles import rename
from reportgen.rendering.docx.unit.roles import numbered_headings
from reportgen.rendering.docx.unit.writing import (
    aligned,
    based_on,
    coloured,
    composed,
    emboldened,
    faced,
    indented,
    numbered,
    put,
    spaced,
    typed,
    unsnapped,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from reportgen.rendering.docx.unit.look import Look
    from reportgen.rendering.docx.unit.palette import Palette
    from reportgen.rendering.docx.unit.roles import Roles

PART = "PartHeading"
"""The style of 要点摘编 and 落实清单 where the unit's first heading is that of 一、 in the text."""
_PART_NAME = "部分大标题"
_BUILT_IN = frozenset(
    {
        *("Normal", "DefaultParagraphFont", "TableNormal", "Title", "Subtitle", "Header", "Footer"),
        *(f"Heading{level}" for level in range(1, 6)),
    }
)
_LEFT_ALONE = frozenset({"Normal", "DefaultParagraphFont", "TableNormal", "Header", "Footer", "FooterEven"})
_FACES = {"仿宋": "text", "黑体": "strong", "楷体": "aside", "宋体": "text", "方正小标宋简体": "title"}
_UNLISTED = ("FrontHeading", "BoxHeading", "DigestSection")
"""What a list of contents leaves out: the headings of page 1, and those that 原文 has once more."""
_AS_TITLE = ("Title", "OriginalTitle", "FrontLabel")
_LARGE = 14.0
"""Points of a unit's text from which it is set as GB/T 9704-2012 has it, and ours as in our own themes."""
_LEAST_PITCH = 1.4
"""The least line pitch of running Chinese text in em."""
_SHRUNK = 0.9
_FLOOR = 9.0
_HEADINGS = {
    "Heading2": ("strong", 2.0),
    "Heading3": ("aside", 1.0),
    "Heading4": ("text", 0.0),
    "Heading5": ("text", 0.0),
}


def make_way(styles: Element, roots: Iterable[Element], ours: Element) -> list[str]:
    """Free the names and ids of our styles; built-in styles get the ids that they have with us.

    Args:
        styles: the unit's, changed in place.
        roots: of all parts that name styles.
        ours: our own.

    Returns:
        What is to be told.
    """
    own = {name_of(one).lower(): one.get(qn("w:styleId"), "") for one in ours.iter(qn("w:style"))}
    own[_PART_NAME] = PART
    remarks, ids, taken = [], {}, set(own.values())
    for one in styles.iter(qn("w:style")):
        key, name = one.get(qn("w:styleId"), ""), name_of(one).lower()
        wanted = own.get(name)
        if wanted in _BUILT_IN:
            if key != wanted:
                ids[key] = wanted
        elif wanted is not None and key != wanted:
            remarks.append(f"样式“{name_of(one)}”与讲义自己的样式重名，成稿里改叫“{name_of(one)}（原）”")
            _rename(one, f"{name_of(one)}（原）")
            if key in taken:
                ids[key] = f"{key}Own"
        elif wanted is None and key in taken:
            ids[key] = f"{key}Own"
    rename(styles, roots, ids)
    return remarks


def name_of(style: Element) -> str:
    """Return the name of a style, without others that it goes by as well."""
    name = style.find(qn("w:name"))
    return name.get(qn("w:val"), "").split(",")[0].strip() if name is not None else ""


def _rename(style: Element, name: str) -> None:
    named = style.find(qn("w:name"))
    if named is not None:
        named.set(qn("w:val"), name)


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """What our styles are set in."""

    roles: Roles
    palette: Palette
    has_contents: bool = False
    silent: str = ""

    @property
    def body(self) -> Look:
        """The look of the unit's running text."""
        return self.roles.body.look

    @property
    def factor(self) -> float:
        """How large ours is by that of our own themes: no larger than the unit's text by much."""
        return 1.0 if self.body.size >= _LARGE else _SHRUNK

    def clothe(self, styles: Element, ours: Element) -> None:
        """Put our styles at the end of a unit's, as far as it has none of their names."""
        have = {name_of(one).lower() for one in styles.iter(qn("w:style"))}
        usual, table = _usual(styles, "paragraph"), _usual(styles, "table")
        made: dict[str, Element] = {}
        for one in ours.iter(qn("w:style")):
            key, name = one.get(qn("w:styleId"), ""), name_of(one).lower()
            is_spare = key.endswith("Compact") and key.startswith(("Original", "Heading"))
            if name in have or is_spare or (key in _LEFT_ALONE and (key != "Normal" or usual)):
                continue
            style = deepcopy(one)
            style.attrib.pop(qn("w:default"), "")
            made[key] = style
            styles.append(style)
            based_on(style, {"Normal": usual, "TableNormal": table})
            coloured(style, self.palette.colours)
            if style.get(qn("w:type")) == "paragraph":
                self._dress(key, style)
            elif style.get(qn("w:type")) == "character":
                self._dress_run(key, style)
        if not self.roles.parts_stand_apart:
            styles.append(self._part(ours, usual))

    def _dress(self, key: str, style: Element) -> None:
        unsnapped(style)
        composed(style)
        base = style.find(qn("w:basedOn"))
        if base is not None and base.get(qn("w:val")) in numbered_headings(self.roles):
            numbered(style, self.silent)
        if key.startswith(_UNLISTED) or (self.has_contents and key == "SideHeading"):
            put(style, "pPr", "outlineLvl").set(qn("w:val"), "9")
        if key.startswith(_AS_TITLE) and self.roles.title:
            aligned(style, self.roles.title.look.align.replace("both", "left").replace("start", "left"))
        role = _FACES.get(face_of(style), "text")
        faced(style, getattr(self.palette, role))
        if role == "strong" and self.palette.strong_is_bold:
            emboldened(style)
        if role == "title":
            self._dress_title(style)
        if key.startswith("Heading") and self._on_unit(key, style):
            return
        if key in _HEADINGS:
            self._dress_heading(key, style)
        elif key.startswith("Original") and not key.startswith("OriginalTitle"):
            self._dress_speech(key, style, role)
        elif key in {"Title", "TitleLong", "OriginalTitle", "OriginalTitleLong"}:
            self._dress_like_title(key, style)
        else:
            spaced(style, self.factor, _FLOOR)

    def _dress_title(self, style: Element) -> None:
        if self.palette.title_is_bold:
            emboldened(style)
        if self.palette.title_colour:
            typed(style, colour=self.palette.title_colour)

    def _on_unit(self, key: str, style: Element) -> bool:
        """Let a heading stand on the unit's own of this level, which has another name."""
        served = self.roles.headings[int(key[-1]) - 1]
        if served is None:
            return False
        for name in ("w:pPr", "w:rPr"):
            found = style.find(qn(name))
            if found is not None:
                style.remove(found)
        based_on(style, {}, served.style)
        return True

    def _dress_heading(self, key: str, style: Element) -> None:
        role, more = _HEADINGS[key]
        if self.body.size >= _LARGE:
            typed(style, size=self.body.size, line=self.body.line, spacing=self.body.spacing)
            return
        size = self.body.size + more
        faced(style, getattr(self.palette, role))
        emboldened(style)
        typed(style, size=size, line=max(size * 1.5, self.body.line), before=6, after=2, spacing=0)
        indented(style, 0)

    def _dress_speech(self, key: str, style: Element, role: str) -> None:
        look = self.body
        line = max(look.line, look.size * _LEAST_PITCH)
        typed(style, size=look.size, line=line, spacing=look.spacing)
        if role == "text":
            typed(style, before=min(look.before, 12.0), after=min(look.after, 12.0), colour=look.colour)
        indented(style, (look.first or 2.0) if key == "OriginalText" else 0)

    def _dress_like_title(self, key: str, style: Element) -> None:
        """A title as the unit's, in our styles: a long one is set smaller."""
        title = self.roles.title.look if self.roles.title else None
        size = min(title.size, 26.0) if title else (22.0 if self.body.size >= _LARGE else 20.0)
        size = max(size * 0.82, 14.0) if key.endswith("Long") else size
        typed(style, size=size, line=size * 1.5)

    def _part(self, ours: Element, usual: str) -> Element:
        """A heading of parts: centred, and larger than the unit's first one."""
        pattern = next(one for one in ours.iter(qn("w:style")) if one.get(qn("w:styleId")) == "Heading1")
        style = deepcopy(pattern)
        style.set(qn("w:styleId"), PART)
        style.set(qn("w:customStyle"), "1")
        _rename(style, _PART_NAME)
        based_on(style, {"Normal": usual})
        unsnapped(style)
        faced(style, self.palette.title)
        self._dress_title(style)
        spaced(style, self.factor, _FLOOR)
        return style

    def _dress_run(self, key: str, style: Element) -> None:
        if key == "Checkbox":
            return
        if key.endswith("Latin"):
            faced(style, self.palette.latin, latin=True)
        elif face_of(style):
            faced(style, getattr(self.palette, _FACES.get(face_of(style), "text")))
        spaced(style, self.factor, _FLOOR)


def face_of(style: Element) -> str:
    """Return the Chinese face that a style names."""
    fonts = next(style.iter(qn("w:rFonts")), None)
    return fonts.get(qn("w:eastAsia"), "") if fonts is not None else ""


def _usual(styles: Element, kind: str) -> str:
    """The id of the default style of a kind."""
    for one in styles.iter(qn("w:style")):
        if one.get(qn("w:type")) == kind and one.get(qn("w:default")) in {"1", "true", "on"}:
            return one.get(qn("w:styleId"), "")
    return ""
