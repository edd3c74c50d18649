"""Which styles of a unit's file serve for what, by their names and outline levels, never by their ids."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import qn, whole
from reportgen.rendering.docx.unit.content import Fate
from reportgen.rendering.docx.unit.letterhead import words_of
from reportgen.rendering.docx.unit.look import Look, Looks, Raster, is_han
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.rendering.docx.unit.content import Sorted

LEVELS = 5
"""Headings that a handout has: its parts, and four levels of the speech."""
_HEADING = lazy(
    r"(?:heading|überschrift|titre|t[ií]tulo|titolo|rubrik|kop|標題|标题|見出し)\s*([1-9])(?:\b|\D.*)?|([一二三四五])级标题"
)
_HAN_LEVEL = {name: number for number, name in enumerate("一二三四五", 1)}
_TITLES = (
    "title",
    "标题",
    "文章标题",
    "公文标题",
    "文件标题",
    "大标题",
    "总标题",
    "主标题",
    "titel",
    "titre",
)
_SUBTITLES = ("subtitle", "副标题", "untertitel", "sous-titre")
_BODIES = (
    "body text first indent", "正文首行缩进", "正文缩进", "正文首缩", "公文正文", "body text indent",
    "normal indent", "body text", "正文文本", "first paragraph",
)  # fmt: skip
_LISTS = ("list paragraph", "list bullet", "list", "列表段落", "列表")
_TRIED = 300
"""Elements of a sample that are looked at."""
_MOST, _LEAST = 24.0, 9.0
"""Points of running text that anybody sets."""


@dataclass(frozen=True, slots=True)
class Served:
    """A style that serves: its id and name, and its look."""

    style: str
    name: str
    look: Look


@dataclass(frozen=True, slots=True)
class Roles:
    """What serves for the parts of a handout; None where a style must be made."""

    title: Served | None
    subtitle: Served | None
    headings: tuple[Served | None, ...]
    body: Served
    lists: Served | None

    @property
    def parts_stand_apart(self) -> bool:
        """Whether the first heading is one of parts, larger than the text or centred.

        Else it is that of 一、 in the text (GB/T 9704-2012, 7.3.3), and parts need one of their own.
        """
        first = self.headings[0]
        if first is None:
            return True
        return first.look.align == "center" or first.look.size > self.body.look.size + 1


def numbered_headings(roles: Roles) -> frozenset[str]:
    """Return the ids of the styles with numbers that serve."""
    serving = {f"Heading{at}": one for at, one in enumerate(roles.headings, 1)}
    serving |= {"Title": roles.title, "Subtitle": roles.subtitle}
    return frozenset(key for key, one in serving.items() if one is not None and one.look.numbered)


def roles_of(sorted_: Sorted, looks: Looks, raster: Raster) -> Roles:
    """Find the styles that serve.

    Raises:
        ValueError: a number in a style is none.
    """
    named = {}
    for key, one in looks.by_id.items():
        name = one.find(qn("w:name"))
        if one.get(qn("w:type")) == "paragraph" and key and name is not None:
            named[key] = name.get(qn("w:val"), "").split(",")[0].strip()
    used = _used(sorted_)
    return Roles(
        title=_first(_TITLES, named, looks),
        subtitle=_first(_SUBTITLES, named, looks),
        headings=tuple(_heading(level, named, looks, used) for level in range(1, LEVELS + 1)),
        body=_body(sorted_, named, looks, raster),
        lists=_first(_LISTS, named, looks),
    )


def _used(sorted_: Sorted) -> Counter[str]:
    styles = (it for one, _ in sorted_.elements for it in one.iter(qn("w:pStyle")))
    return Counter(one.get(qn("w:val"), "") for one in styles)


def _first(names: tuple[str, ...], named: dict[str, str], looks: Looks) -> Served | None:
    for wanted in names:
        for key, name in named.items():
            if name.lower() == wanted:
                return Served(key, name, looks.of(key))
    return None


def _heading(level: int, named: dict[str, str], looks: Looks, used: Counter[str]) -> Served | None:
    """The style for a heading: by its name; else the one that the sample uses most at this outline level."""
    for key, name in named.items():
        found = _HEADING.fullmatch(name.lower())
        if found and level == (int(found[1]) if found[1] else _HAN_LEVEL[found[2]]):
            return Served(key, name, looks.of(key))
    apart = ("title", "subtitle", "toc", *_TITLES, *_SUBTITLES)
    at_level = [
        key
        for key, name in named.items()
        if looks.level(key) == level - 1 and not name.lower().startswith(apart)
    ]
    key = max(at_level, key=lambda one: used[one], default="")
    return Served(key, named[key], looks.of(key)) if key else None


def _body(sorted_: Sorted, named: dict[str, str], looks: Looks, raster: Raster) -> Served:
    """The style of running text: that of most of the sample's, with what its paragraphs state themselves."""
    weights: Counter[Served] = Counter()
    for one, fate in sorted_.elements[:_TRIED]:
        if one.tag != qn("w:p") or fate not in {Fate.GOES, Fate.HERE, Fate.END}:
            continue
        style = one.find(whole("w:pPr/w:pStyle"))
        key = style.get(qn("w:val"), "") if style is not None else looks.usual
        words = "".join(words_of(one).split())
        if (
            not words
            or key not in looks.by_id
            or looks.level(key) is not None
            or _is_title(named.get(key, ""))
        ):
            continue
        look = looks.of(key, one, raster)
        if _LEAST <= look.size <= _MOST and look.align not in {"center", "right", "end"}:
            weights[Served(key, named.get(key, ""), look)] += len(words)
    if weights:
        return max(weights, key=lambda one: weights[one])
    for served in (
        _first(_BODIES, named, looks),
        Served(looks.usual, named.get(looks.usual, ""), looks.of(looks.usual)),
    ):
        if served is not None and _LEAST <= served.look.size <= _MOST and is_han(served.look.east):
            return Served(served.style, served.name, looks.of(served.style, None, raster))
    return Served(looks.usual, named.get(looks.usual, ""), looks.of(looks.usual, None, raster))


def _is_title(name: str) -> bool:
    return bool(re.match(r"(?:sub)?title|副?标题|author|date|abstract|caption|toc|.*caption", name.lower()))
