"""What of a unit's file stays, what is a sample and goes, and where the handout goes in.

A place that the unit has marked itself settles it: all else stays. Where there is none, what stands at the
head and looks like a letterhead stays (text boxes, drawings, red type, a document number, the name of an
organisation), what stands at the very end and looks like an imprint (抄送, 印发), contents lists, and every
section's end. All other text is a sample.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import qn, whole
from reportgen.rendering.docx.unit.letterhead import (
    ends_section,
    head_of,
    is_drawn,
    tail_of,
    without_sample,
    words_of,
)
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from reportgen.rendering.docx.unit.look import Looks

_BODY = r"(?:正文(?:内容)?|讲义|讲义内容|内容|要点|body|content|main ?text|text|inhalt|texte)"
_OPEN, _SHUT = r"[{｛\[【〔<＜《（(«]", r"[}｝\]】〕>＞》）)»]"
_MARKER = lazy(rf"\$?{_OPEN}{{1,2}}\s*{_BODY}\s*{_SHUT}{{1,2}}", re.IGNORECASE)
_PROMPT = lazy(
    rf"{_OPEN}?(?:请)?(?:在)?(?:此处|这里)?(?:输入|填写|插入|粘贴|录入|放置)(?:文档|公文)?(?:的)?正文(?:内容)?{_SHUT}?"
    rf"|正文(?:内容)?(?:在此|从这里开始|放在这里|写在这里)"
)
_CONTROL = lazy(rf"\s*{_BODY}\s*", re.IGNORECASE)
FOREIGN = lazy(
    r"\{\{[^{}]{0,60}\}\}|\{%[^{}]{0,80}%\}|\$\{[^{}]{1,60}\}|\{\s?[A-Za-z_\u4e00-\u9fff][\w. \-]{0,40}\}"
    r"|«[^«»]{1,60}»|<<[^<>]{1,60}>>|\[\[[^\[\]]{1,60}\]\]|｛｛[^｛｝]{1,60}｝｝"
)
"""What other programs put words in place of."""
_TOC = lazy(r"\s*TOC\b")
_NAMED_SO = lazy(r"目\s*[录次]|(?:table of )?contents", re.IGNORECASE)


class Fate(Enum):
    """What becomes of an element of the body."""

    STAYS = auto()
    GOES = auto()
    CONTENTS = auto()
    HERE = auto()
    END = auto()
    """It is the end of a section: only that of it stays."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The elements of a body, each with what becomes of it, and in front of which one the handout goes in.

    `marked` is what says so, in the words of the file; empty where nothing does.
    """

    elements: tuple[tuple[Element, Fate], ...]
    place: int
    marked: str = ""
    remarks: tuple[str, ...] = field(default=())


def sort(body: Element, looks: Looks) -> Sorted:
    """Sort the elements of a body."""
    elements = [one for one in body if one.tag != qn("w:sectPr")]
    contents = _contents(elements)
    at, marked = _marker(elements, contents)
    if at is not None and marked:
        fates = [_beside_marker(one, number, at, contents) for number, one in enumerate(elements)]
        if fates[at] is not Fate.STAYS:
            return Sorted(tuple(zip(elements, fates, strict=True)), at, marked)
        _without_marker(elements[at])
        told = f"“{marked}”在表格里，讲义放不进格子，放在这个表格之后"
        return Sorted(tuple(zip(elements, fates, strict=True)), at + 1, marked, (told,))
    prompt = at
    sections = [number for number, one in enumerate(elements) if ends_section(one)]
    start = sections[-1] + 1 if sections else 0
    if prompt is not None and prompt < start:
        start = max((one + 1 for one in sections if one < prompt), default=0)
    tail = tail_of(elements)
    head = head_of(elements, looks, start, tail, contents)
    for number in head:
        without_sample(elements[number], looks)
    fates = [_fate(number, one, contents, head, tail) for number, one in enumerate(elements)]
    # Behind the letterhead and its section, in front of what goes.
    first = max([start, *(n + 1 for n in head if n < tail), *(n + 1 for n in contents if n < tail)])
    place = min(prompt if prompt is not None and prompt >= first else first, tail)
    return Sorted(
        tuple(zip(elements, fates, strict=True)), place, "" if prompt is None else _short(elements[prompt])
    )


def _short(element: Element) -> str:
    words = " ".join(words_of(element).split())
    return words if len(words) <= 20 else f"{words[:20]}…"  # noqa: PLR2004  what a line of a message shows


def _marker(elements: Sequence[Element], contents: frozenset[int]) -> tuple[int | None, str]:
    """Where a place is marked and with which words; without words where it is only a prompt of a sample."""
    for number, one in enumerate(elements):
        if number in contents:
            continue
        for control in one.iter(qn("w:sdt")):
            names = [
                found.get(qn("w:val"), "")
                for found in (control.find(whole(f"w:sdtPr/w:{name}")) for name in ("alias", "tag"))
                if found is not None
            ]
            if any(_CONTROL.fullmatch(name) for name in names):
                return number, next(name for name in names if _CONTROL.fullmatch(name)).strip()
        for paragraph in [one] if one.tag == qn("w:p") else one.iter(qn("w:p")):
            words = words_of(paragraph).strip()
            # A single brace is another program's; what else stands in such a file is its sample.
            if _MARKER.fullmatch(words) and not re.fullmatch(r"\$?\{[^{}]*\}|«.*»", words):
                return number, words
    for number, one in enumerate(elements):
        words = words_of(one).strip()
        if one.tag == qn("w:p") and (_PROMPT.fullmatch(words) or _MARKER.fullmatch(words)):
            return number, ""
    controls = [
        number
        for number, one in enumerate(elements)
        if number not in contents
        and one.tag == qn("w:sdt")
        and one.find(whole("w:sdtPr/w:showingPlcHdr")) is not None
    ]
    return (controls[0], "") if len(controls) == 1 else (None, "")


def _without_marker(table: Element) -> None:
    """Take the marker out of a table that has more in it."""
    for paragraph in table.iter(qn("w:p")):
        if _MARKER.fullmatch(words_of(paragraph).strip()):
            for text in paragraph.iter(qn("w:t")):
                text.text = ""


def _beside_marker(one: Element, number: int, at: int, contents: frozenset[int]) -> Fate:
    if number in contents:
        return Fate.CONTENTS
    if number == at:
        is_more = one.tag == qn("w:tbl") and _MARKER.fullmatch(words_of(one).strip()) is None
        return Fate.STAYS if is_more else Fate.HERE
    if one.tag == qn("w:sdt") and one.find(whole("w:sdtPr/w:showingPlcHdr")) is not None:
        return Fate.GOES
    if FOREIGN.search(words_of(one)) and one.tag == qn("w:p"):
        return Fate.END if ends_section(one) else Fate.GOES
    return Fate.STAYS


def _fate(number: int, one: Element, contents: frozenset[int], head: frozenset[int], tail: int) -> Fate:
    if number in contents:
        return Fate.CONTENTS
    if number in head or number >= tail:
        is_foreign = one.tag == qn("w:p") and FOREIGN.search(words_of(one)) and not is_drawn(one)
        return Fate.GOES if is_foreign and not ends_section(one) else Fate.STAYS
    return Fate.END if ends_section(one) else Fate.GOES


def _contents(elements: Sequence[Element]) -> frozenset[int]:
    """The elements that hold a list of contents: a control for one, or a field from beginning to end."""
    found = {number for number, one in enumerate(elements) if _holds_contents(one)}
    depth = 0
    is_inside = False
    for number, one in enumerate(elements):
        if number in found:
            continue
        touched = is_inside
        for mark in one.iter(qn("w:fldChar"), qn("w:instrText")):
            kind = mark.get(qn("w:fldCharType"))
            if mark.tag == qn("w:instrText") and not is_inside and depth and _TOC.match(mark.text or ""):
                is_inside, depth, touched = True, 1, True
            depth += (kind == "begin") - (kind == "end" and depth > 0)
            is_inside = is_inside and depth > 0
        if touched:
            found.add(number)
    # What stands above it is its heading.
    above = min(found) - 1 if found else -1
    if above >= 0 and _NAMED_SO.fullmatch(words_of(elements[above]).strip()):
        found.add(above)
    return frozenset(found)


def _holds_contents(one: Element) -> bool:
    """Whether an element is a control for contents, or has a simple field of them."""
    gallery = next(one.iter(qn("w:docPartGallery")), None)
    if one.tag == qn("w:sdt") and gallery is not None and "Contents" in gallery.get(qn("w:val"), ""):
        return True
    return any(_TOC.match(it.get(qn("w:instr"), "")) for it in one.iter(qn("w:fldSimple")))
