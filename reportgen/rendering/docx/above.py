"""How much of page 1 a template's own letterhead takes, which stands above the title."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportgen.planning.lines import text_width
from reportgen.rendering.docx.shim import qn, whole
from reportgen.rendering.docx.spacing import style_of
from reportgen.rendering.docx.stated import TWIPS, chain, inherited, number, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_SINGLE = 1.3
_SIZE = 10.5
_ROW = 20.0
"""Points of a row of a table that states no height."""
_OWN = ("Title", "Subtitle", "Tag")


def height_above(body: Element, styles: Mapping[str | None, Element], width: float) -> float:
    """Return the height in pt of what stands on page 1 above the title.

    Args:
        body: of a template, or of a handout made with one.
        styles: its styles by their ids.
        width: of the text area in pt.

    Raises:
        ValueError: a number is none.
    """
    elements = list(body)
    label = next((at for at, one in enumerate(elements) if style_of(one).startswith("Front")), 0)
    first = label
    while first and style_of(elements[first - 1]).startswith(_OWN):
        first -= 1
    if not first or any(_turns(one) for one in elements[first : label + 1]):
        return 0.0
    height = 0.0
    for one in reversed(elements[:first]):
        if one.find(whole("w:pPr/w:sectPr")) is not None:
            break
        height += _height(one, styles, width)
        if _turns(one) or _breaks(one):
            break
    return height


def _turns(paragraph: Element) -> bool:
    return paragraph.find(whole("w:pPr/w:pageBreakBefore")) is not None


def _breaks(paragraph: Element) -> bool:
    return any(one.get(qn("w:type")) == "page" for one in paragraph.iter(qn("w:br")))


def _height(one: Element, styles: Mapping[str | None, Element], width: float) -> float:
    if one.tag == qn("w:tbl"):
        return sum(_row(row) for row in one.iter(qn("w:tr")))
    if one.tag != qn("w:p"):
        return sum(_height(inner, styles, width) for inner in one.iter(qn("w:p"), qn("w:tbl")))
    if one.find(whole("w:pPr/w:framePr")) is not None:
        return 0.0
    above = [one, *chain(styles, style_of(one) or _usual(styles))]
    run = one.find(qn("w:r"))
    size = inherited([*([run] if run is not None else []), *above[1:]], "w:rPr/w:sz", "val", _SIZE * 2) / 2
    pitch = inherited(above, "w:pPr/w:spacing", "line", 240)
    rule = said(above, "w:pPr/w:spacing", "lineRule")
    kind = rule.get(qn("w:lineRule")) if rule is not None else "auto"
    line = pitch / TWIPS if kind == "exact" else max(size * _SINGLE * (pitch / 240 if kind == "auto" else 1), 1.0)
    words = "".join(text.text or "" for text in one.iter(qn("w:t")) if not _is_boxed(text))
    lines = max(math.ceil(text_width(words) * size / max(width, 1)), 1)
    room = sum(inherited(above, "w:pPr/w:spacing", side, 0) for side in ("before", "after")) / TWIPS
    return lines * line + room


def _is_boxed(text: Element) -> bool:
    return next(text.iterancestors(qn("w:txbxContent")), None) is not None


def _row(row: Element) -> float:
    stated = row.find(whole("w:trPr/w:trHeight"))
    return max(number(stated, "val") / TWIPS if stated is not None else 0.0, _ROW)


def _usual(styles: Mapping[str | None, Element]) -> str | None:
    for key, style in styles.items():
        if key and style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in {"1", "true", "on"}:
            return key
    return None
