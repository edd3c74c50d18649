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
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from reportgen.rendering.docx.unit.look import Looks

_V = "{urn:schemas-microsoft-com:vml}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BODY = r"(?:正文(?:内容)?|讲义|讲义内容|内容|要点|body|content|main ?text|text|inhalt|texte)"
_OPEN, _SHUT = r"[{｛\[【〔<＜《（(«]", r"[}｝\]】〕>＞》）)»]"
_MARKER = lazy(rf"\$?{_OPEN}{{1,2}}\s*{_BODY}\s*{_SHUT}{{1,2}}", re.IGNORECASE)
_PROMPT = lazy(
    rf"{_OPEN}?(?:请)?(?:在)?(?:此处|这里)?(?:输入|填写|插入|粘贴|录入|放置)(?:文档|公文)?(?:的)?正文(?:内容)?{_SHUT}?"
    rf"|正文(?:内容)?(?:在此|从这里开始|放在这里|写在这里)"
)
_CONTROL = lazy(rf"\s*{_BODY}\s*", re.IGNORECASE)
FOREIGN = lazy(
    r"\{\{[^{}]{0,60}\}\}|\{%[^{}]{0,80}%\}|\$\{[^{}]{1,60}\}|\{\s?[A-Za-z_\u4e00-\u9fff][\w. \-]{0,40}\}|«[^«»]{1,60}»"
    r"|<<[^<>]{1,60}>>|\[\[[^\[\]]{1,60}\]\]|｛｛[^｛｝]{1,60}｝｝"
)
"""What other programs put words in place of."""
_NUMBER = lazy(r"[〔\[（(【]?\s*(?:20|19)?[\dXx×＊*○〇_ ]{2,4}\s*[〕\]）)】]\s*第?\s*[\dXx×＊*○〇_ ]{0,6}\s*[号期]")
_HEAD = lazy(
    r"^(?:机密|秘密|绝密|内部|特急|加急|平急|紧急程度|密级|份号|签发人|编号|发文字号|№|第[ \dXx×〇○]+期)|文件$|(?:内部)?资料$|简报$|纪要$"
)
_UNIT = lazy(
    r"(?:公司|集团|委员会|委|局|厅|部|院|所|中心|政府|党组|党委|办公室|办|大学|学院|学校|银行|协会|联合会|总队|支队|GmbH|AG|Ltd\.?|Inc\.?|LLC|Limited|Corporation)$"
)
_IMPRINT = lazy(r"抄送|抄报|主送：|印发$|印发\s*$|印制|主题词|共印\s*\S*\s*份|^\(?（?此件|附注")
_FORM = lazy(r"版本|修订|修改|密级|编号|审核|批准|编制|会签|签发|拟稿|核稿|承办|缓急|抄送|印发")
_TOC = lazy(r"\s*TOC\b")
_LONG = 40
"""Characters of a paragraph that is running text, and no line of a letterhead."""
_MANY = 200
"""Characters of a table that is running text likewise."""


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


def words_of(element: Element) -> str:
    """Return the words of an element, those of its text boxes left out."""
    return "".join(
        text.text or ""
        for text in element.iter(qn("w:t"))
        if next(text.iterancestors(qn("w:txbxContent")), None) is None
    )


def sort(body: Element, looks: Looks) -> Sorted:
    """Sort the elements of a body."""
    elements = [one for one in body if one.tag != qn("w:sectPr")]
    contents = _contents(elements)
    at, marked = _marker(elements, contents)
    if at is not None and marked:
        fates = [_beside_marker(one, number, at, contents) for number, one in enumerate(elements)]
        return Sorted(tuple(zip(elements, fates, strict=True)), at, marked)
    prompt = at
    sections = [number for number, one in enumerate(elements) if _ends_section(one)]
    start = sections[-1] + 1 if sections else 0
    if prompt is not None and prompt < start:
        start = max((one + 1 for one in sections if one < prompt), default=0)
    tail = _tail(elements)
    head = _head(elements, looks, start, tail, contents)
    fates = [
        _fate(number, one, contents, head, tail, start) for number, one in enumerate(elements)
    ]
    # Behind the letterhead and its section, in front of what goes.
    first = max([start, *(n + 1 for n in head if n < tail), *(n + 1 for n in contents if n < tail)])
    place = min(prompt if prompt is not None and prompt >= first else first, tail)
    return Sorted(tuple(zip(elements, fates, strict=True)), place, "" if prompt is None else _short(elements[prompt]))


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
        if number not in contents and one.tag == qn("w:sdt") and one.find(whole("w:sdtPr/w:showingPlcHdr")) is not None
    ]
    return (controls[0], "") if len(controls) == 1 else (None, "")


def _beside_marker(one: Element, number: int, at: int, contents: frozenset[int]) -> Fate:
    if number in contents:
        return Fate.CONTENTS
    if number == at:
        return Fate.STAYS if one.tag == qn("w:tbl") else Fate.HERE
    if one.tag == qn("w:sdt") and one.find(whole("w:sdtPr/w:showingPlcHdr")) is not None:
        return Fate.GOES
    if FOREIGN.search(words_of(one)) and one.tag == qn("w:p"):
        return Fate.END if _ends_section(one) else Fate.GOES
    return Fate.STAYS


def _fate(number: int, one: Element, contents: frozenset[int], head: frozenset[int], tail: int, start: int) -> Fate:  # noqa: PLR0913, PLR0917
    if number in contents:
        return Fate.CONTENTS
    if number in head or number >= tail:
        is_foreign = one.tag == qn("w:p") and FOREIGN.search(words_of(one)) and not _is_drawn(one)
        return Fate.GOES if is_foreign and not _ends_section(one) else Fate.STAYS
    return Fate.END if _ends_section(one) else Fate.GOES


def _contents(elements: Sequence[Element]) -> frozenset[int]:
    """The elements that hold a list of contents: a control for one, or a field from its beginning to its end."""
    found: set[int] = set()
    depth = 0
    inside = False
    for number, one in enumerate(elements):
        gallery = next(one.iter(qn("w:docPartGallery")), None)
        if one.tag == qn("w:sdt") and gallery is not None and "Contents" in gallery.get(qn("w:val"), ""):
            found.add(number)
            continue
        began = inside
        for mark in one.iter(qn("w:fldChar"), qn("w:instrText")):
            if mark.tag == qn("w:instrText"):
                if not inside and depth and _TOC.match(mark.text or ""):
                    inside, depth = True, 1
            elif mark.get(qn("w:fldCharType")) == "begin":
                depth += 1
            elif mark.get(qn("w:fldCharType")) == "end":
                depth = max(depth - 1, 0)
                if inside and not depth:
                    inside = False
                    found.add(number)
        if began or inside:
            found.add(number)
        if any(_TOC.match(it.get(qn("w:instr"), "")) for it in one.iter(qn("w:fldSimple"))):
            found.add(number)
    # What stands above it is its heading.
    above = min(found) - 1 if found else -1
    if above >= 0 and re.fullmatch(r"目\s*[录次]|contents|table of contents", words_of(elements[above]).strip(), re.IGNORECASE):
        found.add(above)
    return frozenset(found)


def _head(
    elements: Sequence[Element], looks: Looks, start: int, tail: int, contents: frozenset[int]
) -> frozenset[int]:
    """The elements of letterheads: in each section from its beginning to its last mark, until running text."""
    kept: set[int] = set()
    begin = 0
    for end in [*(n for n, one in enumerate(elements) if _ends_section(one) and n < tail), tail]:
        in_front = end < start
        if begin and begin != start:
            begin = end + 1
            continue  # a letterhead stands on a cover, or above the text
        last = -1
        for number in range(begin, end):
            one = elements[number]
            if number in contents:
                continue
            if _runs(one, looks) and not _is_mark(one, looks, in_front=in_front):
                break
            if _is_mark(one, looks, in_front=in_front):
                last = number
        kept |= {
            number
            for number in range(begin, last + 1)
            if number not in contents and not _is_title(elements[number], looks)
        }
        begin = end + 1
    return frozenset(kept)


def _is_title(one: Element, looks: Looks) -> bool:
    """Whether it is the title of the sample, in a style for titles, and names no organisation."""
    name = _style_name(one, looks)
    words = words_of(one).strip()
    return name in {"title", "subtitle"} and bool(words) and not _UNIT.search(words) and not _is_drawn(one)


def _runs(one: Element, looks: Looks) -> bool:
    """Whether it is running text, a heading of it, or a table of it."""
    words = "".join(words_of(one).split())
    if one.tag == qn("w:tbl"):
        return len(words) > _MANY
    if one.tag != qn("w:p"):
        return bool(words)
    style = one.find(whole("w:pPr/w:pStyle"))
    level = looks.level(style.get(qn("w:val"), "") if style is not None else looks.usual)
    is_heading = level is not None and _style_name(one, looks) not in {"title", "subtitle"}
    return len(words) > _LONG or (is_heading and bool(words))


def _is_mark(one: Element, looks: Looks, *, in_front: bool) -> bool:
    """Whether an element of a head is of a letterhead."""
    words = words_of(one).strip()
    if one.tag == qn("w:tbl"):
        return in_front or _floats(one) or bool(_FORM.search(words)) or _is_red(one)
    if one.tag != qn("w:p"):
        return False
    squeezed = "".join(words.split())
    if _floats(one) or one.find(whole("w:pPr/w:framePr")) is not None:
        return True
    if _is_drawn(one) and not squeezed:
        return True  # a logo; running text stands above any other picture
    if not squeezed or len(squeezed) > _LONG:
        return False
    style = one.find(whole("w:pPr/w:pStyle"))
    is_heading = style is not None and looks.level(style.get(qn("w:val"), "")) is not None
    if is_heading and _style_name(one, looks) not in {"title", "subtitle"}:
        return False
    told = _NUMBER.search(squeezed) or _HEAD.search(squeezed) or (in_front and _UNIT.search(squeezed))
    return bool(told) or _is_red(one) or one.find(whole("w:pPr/w:pBdr/w:bottom")) is not None


def _tail(elements: Sequence[Element]) -> int:
    """Where the imprint at the very end begins; behind the last element where there is none."""
    first = len(elements)
    for number in range(len(elements) - 1, -1, -1):
        one = elements[number]
        words = words_of(one).strip()
        boxed = "".join(text.text or "" for text in one.iter(qn("w:t")))
        if one.tag == qn("w:tbl") and _IMPRINT.search(words):
            first = number
        elif one.tag == qn("w:p") and (_IMPRINT.search(boxed.strip()) or (_floats(one) and not words)):
            first = number
        elif words or one.tag != qn("w:p") or _ends_section(one):
            break
    return first


def _is_drawn(one: Element) -> bool:
    """Whether it holds a drawing, a picture or a text box."""
    return next(one.iter(qn("w:drawing"), qn("w:pict"), f"{_V}shape", f"{_V}line"), None) is not None


def _floats(one: Element) -> bool:
    return next(one.iter(f"{_WP}anchor", qn("w:pict")), None) is not None


def _is_red(one: Element) -> bool:
    """Whether its type is red, as that of letterheads is (GB/T 9704-2012, 7.2.4)."""
    for colour in one.iter(qn("w:color")):
        value = colour.get(qn("w:val"), "")
        if re.fullmatch(r"[0-9A-Fa-f]{6}", value):
            red, green, blue = bytes.fromhex(value)
            if red >= 0xA0 and max(green, blue) <= 0x50:  # noqa: PLR2004  a deep red at the least
                return bool(words_of(one).strip())
    return False


def _style_name(one: Element, looks: Looks) -> str:
    style = one.find(whole("w:pPr/w:pStyle"))
    named = looks.by_id.get(style.get(qn("w:val"))) if style is not None else None
    name = named.find(qn("w:name")) if named is not None else None
    return name.get(qn("w:val"), "").lower() if name is not None else ""


def _ends_section(one: Element) -> bool:
    return one.find(whole("w:pPr/w:sectPr")) is not None


ends_section, is_drawn = _ends_section, _is_drawn
