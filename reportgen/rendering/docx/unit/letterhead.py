"""What looks like a letterhead at the head of a text, and like an imprint at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import qn, whole
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from reportgen.rendering.docx.unit.look import Looks

_V = "{urn:schemas-microsoft-com:vml}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_NUMBER = lazy(
    r"[〔\[（(【]?\s*(?:20|19)?[\dXx×＊*○〇_ ]{2,4}\s*[〕\]）)】]\s*第?\s*[\dXx×＊*○〇_ ]{0,6}\s*[号期]"
)
_HEAD = lazy(
    r"^(?:机密|秘密|绝密|内部|特急|加急|平急|紧急程度|密级|份号|签发人|编号|发文字号|№|第[ \dXx×〇○]+期)"
    r"|文件$|(?:内部)?资料$|简报$|纪要$"
)
_UNIT = lazy(
    r"(?:公司|集团|委员会|委|局|厅|部|院|所|中心|政府|党组|党委|办公室|办|大学|学院|学校|银行|协会|联合会|总队|支队|GmbH|AG|Ltd\.?|Inc\.?|LLC|Limited|Corporation)$"
)
_IMPRINT = lazy(r"抄送|抄报|主送：|印发$|印发\s*$|印制|主题词|共印\s*\S*\s*份|^\(?（?此件|附注")
_FORM = lazy(r"版本|修订|修改|密级|编号|审核|批准|编制|会签|签发|拟稿|核稿|承办|缓急|抄送|印发")
_ADDRESSED = lazy(r"^关于.+的\S{1,5}$|[：:]$")
"""The title of a letter, and whom it is for (GB/T 9704-2012, 7.3.1 and 7.3.2): both are a sample's."""
_LONG = 40
"""Characters of a paragraph that is running text, and no line of a letterhead."""
_MANY = 200
"""Characters of a table that is running text likewise."""


def words_of(element: Element) -> str:
    """Return the words of an element, those of its text boxes left out."""
    return "".join(
        text.text or ""
        for text in element.iter(qn("w:t"))
        if next(text.iterancestors(qn("w:txbxContent")), None) is None
    )


def head_of(
    elements: Sequence[Element], looks: Looks, start: int, tail: int, contents: frozenset[int]
) -> frozenset[int]:
    """Return the elements of letterheads: from the beginning of a section to its last mark, until text."""
    kept: set[int] = set()
    begin = 0
    for end in [*(n for n, one in enumerate(elements) if ends_section(one) and n < tail), tail]:
        in_front = end < start
        if begin and begin != start:
            begin = end + 1
            continue  # a letterhead stands on a cover, or above the text
        last = _last_mark(elements, looks, range(begin, end), contents, in_front=in_front)
        turn = _turn_behind(elements, last, end)
        kept |= {turn} if turn > 0 else set()
        kept |= {
            number
            for number in range(begin, last + 1)
            if number not in contents and not _is_title(elements[number], looks)
        }
        begin = end + 1
    return frozenset(kept)


def _last_mark(
    elements: Sequence[Element], looks: Looks, span: range, contents: frozenset[int], *, in_front: bool
) -> int:
    """The last mark of a letterhead among some elements, before running text; -1 where there is none."""
    last, said = -1, False
    for number in span:
        one = elements[number]
        if number in contents:
            continue
        # A logo stands above all words; a picture below some is the sample's.
        is_mark = _is_mark(one, looks, in_front=in_front) and not (
            said and is_drawn(one) and not _floats(one)
        )
        if is_mark:
            last = number
        elif _runs(one, looks):
            break
        said = said or (bool(words_of(one).strip()) and not is_mark)
    return last


def _turn_behind(elements: Sequence[Element], last: int, end: int) -> int:
    """The empty paragraph that ends the page of a letterhead, behind its last mark; 0 where there is none."""
    for number in range(last + 1, end if last >= 0 else 0):
        words = "".join(words_of(elements[number]).split())
        if len(words) > _LONG:
            return 0
        if any(one.get(qn("w:type")) == "page" for one in elements[number].iter(qn("w:br"))) and not words:
            return number
    return 0


def without_sample(one: Element, looks: Looks) -> None:
    """Take its words from a paragraph of a letterhead that only has a drawing hung on it."""
    words = "".join(words_of(one).split())
    told = _NUMBER.search(words) or _HEAD.search(words) or _UNIT.search(words) or _IMPRINT.search(words)
    if one.tag != qn("w:p") or not words or not _floats(one) or told or _is_red(one):
        return
    if len(words) > _LONG or _ADDRESSED.search(words) or _is_heading(one, looks):
        for text in one.iter(qn("w:t")):
            if next(text.iterancestors(qn("w:txbxContent")), None) is None:
                text.text = ""


def _is_title(one: Element, looks: Looks) -> bool:
    """Whether it is the title of the sample, in a style for titles, and names no organisation."""
    name = _style_name(one, looks)
    words = words_of(one).strip()
    if is_drawn(one) or not words:
        return False
    return bool(_ADDRESSED.search(words)) or (name in {"title", "subtitle"} and not _UNIT.search(words))


def _runs(one: Element, looks: Looks) -> bool:
    """Whether it is running text, a heading of it, or a table of it."""
    words = "".join(words_of(one).split())
    if one.tag == qn("w:tbl"):
        return len(words) > _MANY
    if one.tag != qn("w:p"):
        return bool(words)
    return len(words) > _LONG or (bool(words) and _is_heading(one, looks))


def _is_mark(one: Element, looks: Looks, *, in_front: bool) -> bool:
    """Whether an element of a head is of a letterhead; `in_front`: of a cover, in a section of its own."""
    words = "".join(words_of(one).split())
    if one.tag == qn("w:tbl"):
        return in_front or _floats(one) or bool(_FORM.search(words)) or _is_red(one)
    if one.tag != qn("w:p"):
        return False
    # A picture alone is a logo; running text stands above any other.
    is_framed = one.find(whole("w:pPr/w:framePr")) is not None
    is_ruled = one.find(whole("w:pPr/w:pBdr/w:bottom")) is not None
    if _floats(one) or is_framed or (not words and (is_drawn(one) or is_ruled)):
        return True
    if not words or len(words) > _LONG or _is_heading(one, looks):
        return False
    told = _NUMBER.search(words) or _HEAD.search(words) or (in_front and _UNIT.search(words))
    return bool(told) or _is_red(one) or is_ruled


def _is_heading(one: Element, looks: Looks) -> bool:
    """Whether a paragraph is in a style for headings of text."""
    style = one.find(whole("w:pPr/w:pStyle"))
    level = looks.level(style.get(qn("w:val"), "") if style is not None else looks.usual)
    return level is not None and _style_name(one, looks) not in {"title", "subtitle"}


def tail_of(elements: Sequence[Element]) -> int:
    """Return where the imprint at the very end begins; behind the last element where there is none."""
    first = len(elements)
    for number in range(len(elements) - 1, -1, -1):
        one = elements[number]
        words = words_of(one).strip()
        boxed = "".join(text.text or "" for text in one.iter(qn("w:t")))
        if (one.tag == qn("w:tbl") and _IMPRINT.search(words)) or (
            one.tag == qn("w:p") and (_IMPRINT.search(boxed.strip()) or (_floats(one) and not words))
        ):
            first = number
        elif words or one.tag != qn("w:p") or ends_section(one):
            break
    return first


def is_drawn(one: Element) -> bool:
    """Whether an element holds a drawing, a picture or a text box."""
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


def ends_section(one: Element) -> bool:
    """Whether a paragraph is the last one of a section."""
    return one.find(whole("w:pPr/w:sectPr")) is not None
