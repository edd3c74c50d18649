"""Automatic numbering: its definitions, and the counting that Word does as it lays a document out.

Nothing of it is in the text of the file; ISO/IEC 29500-1, 17.9, says how it comes about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.readers.docx.formats import write_number
from reportgen.readers.docx.names import W, number, switch, value, whole
from reportgen.readers.docx.symbols import bullet
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from reportgen.readers.docx.styles import ParagraphStyle, Styles

_PLACE = lazy("%([1-9])")
# Behind these a tab leaves no more of a gap than the sign itself has.
_WIDE_ENDS = "、）】〕》．，：。；"
_GAPS = {"nothing": "", "space": " "}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering (17.9.6, `w:lvl`).

    `restart` is the level from 1 whose use sets the counter back: 0 for none, None for any above.
    `digits` is the width of a format of the user's own (001, 002 …).
    """

    start: int = 0
    style: str = "decimal"
    text: str = ""
    gap: str = "tab"
    restart: int | None = None
    legal: bool = False
    hidden: bool = False
    digits: int = 0
    linked: str = ""


@dataclass(frozen=True, slots=True)
class Numbering:
    """A `w:num`: the definition whose counters it shares, its levels, and where it starts anew."""

    num_id: int
    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numberings:
    """The numberings of a document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        found = root.iterfind(f"{W}abstractNum") if root is not None else ()
        self._definitions = {item.get(f"{W}abstractNumId", ""): item for item in found}
        numbers = root.iterfind(f"{W}num") if root is not None else ()
        self._numbers = {item.get(f"{W}numId", ""): item for item in numbers}
        self._made: dict[int, Numbering | None] = {}

    def get(self, num_id: int) -> Numbering | None:
        """Return a numbering; None where there is none (0 switches numbering off: 17.9.18)."""
        if num_id not in self._made:
            self._made[num_id] = self._make(num_id)
        return self._made[num_id]

    def place(self, direct: Element | None, style: ParagraphStyle) -> tuple[Numbering, int] | None:
        """Return the numbering of a paragraph and its level from 0.

        What the paragraph says itself (`direct`, its `w:numPr`) goes before its style. In a style the level
        is the one whose definition names the style (17.9.23), else the one that the style states.
        """
        own = number(direct, "numId")
        ilvl = number(direct, "ilvl")
        numbering = self.get(style.num_id or 0 if own is None else own)
        if numbering is None:
            return None
        if ilvl is None and own is None:
            ilvl = _linked_level(numbering, style.chain)
            ilvl = style.ilvl if ilvl is None else ilvl
        return numbering, ilvl or 0

    def _make(self, num_id: int) -> Numbering | None:
        element = self._numbers.get(str(num_id)) if num_id else None
        key, definition = self._definition(value(element, "abstractNumId"))
        if element is None or definition is None:
            return None
        levels = dict(_levels(definition.iterfind(f"{W}lvl")))
        starts: dict[int, int] = {}
        for change in element.iterfind(f"{W}lvlOverride"):
            levels.update(_levels(change.iterfind(f"{W}lvl")))
            start, ilvl = number(change, "startOverride"), whole(change.get(f"{W}ilvl"))
            if start is not None and ilvl is not None:
                starts[ilvl] = start
        return Numbering(num_id, key, levels, starts)

    def _definition(self, key: str | None) -> tuple[str, Element | None]:
        """Follow a definition that stands for a numbering style to the one that has the levels."""
        key = key or ""
        definition = self._definitions.get(key)
        link = value(definition, "numStyleLink")
        if link is None:
            return key, definition
        for other, candidate in self._definitions.items():
            if value(candidate, "styleLink") == link:
                return other, candidate
        target = self._numbers.get(str(self._styles.numbering_of(link)))
        other = value(target, "abstractNumId") or ""
        return other, self._definitions.get(other)


class Counters:
    """The counting itself. Call `label` once for each numbered paragraph, in order."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, numbering: Numbering, ilvl: int) -> str:
        """Count a paragraph and return what Word prints in front of it, the gap included."""
        level = numbering.levels.get(ilvl)
        if level is None:
            return ""
        values = self._counts.setdefault(numbering.definition, {})
        self._step(values, numbering, ilvl)
        if level.hidden:
            return ""
        if level.style == "bullet":
            return bullet(level.text) + " " if level.text.strip() else ""
        text = _PLACE.sub(lambda found: _written(numbering, values, int(found[1]) - 1, ilvl), level.text)
        return text + _gap(level, text) if text.strip() else ""

    def _step(self, values: dict[int, int], numbering: Numbering, ilvl: int) -> None:
        """Count up, or begin: at the start of a level, and at the first use of a start of its own."""
        use = numbering.num_id, ilvl
        anew = ilvl in numbering.starts and use not in self._begun
        self._begun.add(use)
        # A level that was skipped on the way down counts as used: 1.1 may stand first, and 2 comes next.
        for above in range(ilvl):
            values.setdefault(above, _start(numbering, above))
        begins = anew or ilvl not in values
        values[ilvl] = _start(numbering, ilvl) if begins else values[ilvl] + 1
        for below in [at for at in values if at > ilvl and _sets_back(numbering, at, ilvl)]:
            del values[below]


def _start(numbering: Numbering, ilvl: int) -> int:
    level = numbering.levels.get(ilvl, Level())
    return numbering.starts.get(ilvl, level.start)


def _sets_back(numbering: Numbering, below: int, ilvl: int) -> bool:
    """Whether a paragraph on level `ilvl` sets back the counter of a level below it (17.9.10)."""
    level = numbering.levels.get(below)
    return level is None or level.restart is None or ilvl < level.restart


def _written(numbering: Numbering, values: Mapping[int, int], at: int, ilvl: int) -> str:
    """The number of level `at` in the label of level `ilvl`; a legal label has digits only (17.9.4)."""
    level = numbering.levels.get(at)
    if level is None or at > ilvl:
        return ""
    count = values[at]
    if level.digits:
        return f"{count:0{level.digits}}"
    legal = numbering.levels[ilvl].legal and level.style not in {"none", "bullet"}
    return write_number(count, "decimal" if legal else level.style)


def _gap(level: Level, text: str) -> str:
    """What stands between label and text (17.9.28). A tab is a blank to the reader, or none behind 、."""
    return _GAPS.get(level.gap, "" if text[-1] in _WIDE_ENDS else " ")


def _linked_level(numbering: Numbering, chain: Iterable[str]) -> int | None:
    for style_id in chain:
        for ilvl, level in numbering.levels.items():
            if level.linked == style_id:
                return ilvl
    return None


def _levels(elements: Iterable[Element]) -> Iterator[tuple[int, Level]]:
    for element in elements:
        ilvl = whole(element.get(f"{W}ilvl"))
        if ilvl is not None:
            yield ilvl, _level(element)


def _level(element: Element) -> Level:
    formats = list(element.iter(f"{W}numFmt"))
    own = next((item.get(f"{W}format") for item in formats if item.get(f"{W}val") == "custom"), None)
    return Level(
        start=number(element, "start") or 0,
        style=formats[-1].get(f"{W}val", "decimal") if formats else "decimal",
        text=value(element, "lvlText") or "",
        gap=value(element, "suff") or "tab",
        restart=number(element, "lvlRestart"),
        legal=bool(switch(element, "isLgl")),
        hidden=bool(switch(element.find(f"{W}rPr"), "vanish")),
        digits=_digits(own),
        linked=value(element, "pStyle") or "",
    )


def _digits(own: str | None) -> int:
    """The width of a custom format such as `001, 002, 003, ...` (17.9.17)."""
    first = (own or "").partition(",")[0].strip()
    return len(first) if first.isdecimal() else 0
