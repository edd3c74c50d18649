"""What takes room from the text of a page: letterheads above the title, heads and feet that are high."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.office.xml import parse
from reportgen.planning.lines import text_width
from reportgen.rendering.docx.shim import qn, whole
from reportgen.rendering.docx.spacing import style_of
from reportgen.rendering.docx.stated import TWIPS, chain, inherited, number, said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docx.document import Document
    from lxml.etree import _Element as Element

_SINGLE = 1.3
_SIZE = 10.5
_EMU = 12_700
"""English metric units of a point."""
_MARGINS = 11.0
"""Points that a cell keeps free left and right, mostly."""
_OWN = ("Title", "Subtitle", "Tag")
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
_HIGH = re.compile(r"(?:^|;)\s*height:\s*([\d.]+)pt")


@dataclass(frozen=True, slots=True)
class Room:
    """How many pt heads and feet take from the text area of a section's pages, and of its first page."""

    usual: float = 0.0
    first: float = 0.0


@dataclass(frozen=True, slots=True)
class Paper:
    """What text is laid on: the styles by their ids, width of the text area and pitch of its grid in pt."""

    styles: Mapping[str | None, Element]
    width: float
    pitch: float = 0.0

    def narrowed(self, width: float) -> Paper:
        """Return the same with another width."""
        return Paper(self.styles, max(width, 10.0), self.pitch)


def height_above(body: Element, paper: Paper) -> float:
    """Return the height in pt of what stands on page 1 above the title.

    Args:
        body: of a template, or of a handout made with one.
        paper: what page 1 is laid on.

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
        height += _height(one, paper)
        if _turns(one) or _breaks(one):
            break
    return height


def room_of(document: Document, styles: Mapping[str | None, Element], at: int) -> Room:
    """Return what heads and feet take of the pages of a section.

    They push the text away where they are higher than the margin; not where that is negative
    (ISO/IEC 29500-1, 17.6.11).

    Args:
        document: a template, or a handout made with one.
        styles: its styles by their ids.
        at: which section, from 0.

    Raises:
        ValueError: a number is none.
    """
    sections = list(document.element.body.iter(qn("w:sectPr")))
    if at >= len(sections):
        return Room()
    section = sections[at]
    margins, size = section.find(qn("w:pgMar")), section.find(qn("w:pgSz"))
    if margins is None or size is None:
        return Room()
    width = (number(size, "w") - number(margins, "left") - number(margins, "right")) / TWIPS
    paper = Paper(styles, width, pitch_of(section))
    both = document.settings.element.find(qn("w:evenAndOddHeaders")) is not None
    has_first = _is_on(section.find(qn("w:titlePg")))
    usual = first = 0.0
    for kind, end, distance in (("header", "top", "header"), ("footer", "bottom", "footer")):
        margin, edge = number(margins, end) / TWIPS, number(margins, distance) / TWIPS
        if margin < 0:
            continue
        heights = {
            name: _part_height(document, _reference(sections[: at + 1], kind, name), paper)
            for name in ("default", "even", "first")
        }
        most = max(heights["default"], heights["even"] if both else 0.0)
        usual += max(edge + most - margin, 0.0)
        first += max(edge + (heights["first"] if has_first else most) - margin, 0.0)
    return Room(usual, first)


def pitch_of(section: Element) -> float:
    """Return the pitch of a section's grid of lines in pt; 0 where it has none."""
    grid = section.find(qn("w:docGrid"))
    kind = grid.get(qn("w:type"), "default") if grid is not None else "default"
    return number(grid, "linePitch") / TWIPS if grid is not None and kind != "default" else 0.0


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get(qn("w:val")) not in {"0", "false", "off"}


def _reference(sections: Sequence[Element], kind: str, name: str) -> str:
    """The key of a head or foot: the section's own, else that of the one before it."""
    for section in reversed(sections):
        for one in section.findall(qn(f"w:{kind}Reference")):
            if one.get(qn("w:type"), "default") == name:
                return one.get(_ID, "")
    return ""


def _part_height(document: Document, key: str, paper: Paper) -> float:
    rel = document.part.rels.get(key)
    if rel is None or rel.is_external:
        return 0.0
    root = parse(rel.target_part.blob)
    return sum(_height(one, paper) for one in root)


def _turns(paragraph: Element) -> bool:
    return paragraph.find(whole("w:pPr/w:pageBreakBefore")) is not None


def _breaks(paragraph: Element) -> bool:
    return any(one.get(qn("w:type")) == "page" for one in paragraph.iter(qn("w:br")))


def _height(one: Element, paper: Paper) -> float:
    if one.tag == qn("w:tbl"):
        return sum(_row(row, paper) for row in one.findall(qn("w:tr")))
    if one.tag == qn("w:p"):
        is_beside = one.find(whole("w:pPr/w:framePr")) is not None
        return 0.0 if is_beside else _paragraph_height(one, paper)
    if one.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")}:
        return sum(_height(inner, paper) for inner in one)
    return 0.0


def _paragraph_height(one: Element, paper: Paper) -> float:
    above = [one, *chain(paper.styles, style_of(one) or _usual(paper.styles))]
    texts = [it for it in (one.find(qn("w:r")), one.find(qn("w:pPr"))) if it is not None]
    size = inherited([*texts, *above[1:]], "w:rPr/w:sz", "val", _SIZE * 2) / 2
    pitch = inherited(above, "w:pPr/w:spacing", "line", 240)
    rule = said(above, "w:pPr/w:spacing", "lineRule")
    kind = rule.get(qn("w:lineRule")) if rule is not None else "auto"
    natural = size * _SINGLE
    if paper.pitch:
        natural = math.ceil(natural / paper.pitch - 0.05) * paper.pitch
    line = pitch / TWIPS if kind == "exact" else natural * (pitch / 240 if kind == "auto" else 1)
    words = "".join(text.text or "" for text in one.iter(qn("w:t")) if not _is_boxed(text))
    indents = sum(inherited(above, "w:pPr/w:ind", side, 0) for side in ("left", "right")) / TWIPS
    lines = max(math.ceil(text_width(words) * size / max(paper.width - indents, size)), 1)
    room = sum(inherited(above, "w:pPr/w:spacing", side, 0) for side in ("before", "after")) / TWIPS
    return max(lines * line, 0.0 if kind == "exact" else _picture(one)) + room


def _picture(paragraph: Element) -> float:
    """The height of the highest picture that stands in a line."""
    extents = (one.find(f"{_WP}extent") for one in paragraph.iter(f"{_WP}inline"))
    heights = [float(one.get("cy", "0")) / _EMU for one in extents if one is not None]
    for shape in paragraph.iter(_SHAPE):
        style = shape.get("style", "")
        found = _HIGH.search(style)
        if found and "absolute" not in style:
            heights.append(float(found[1]))
    return max(heights, default=0.0)


def _is_boxed(text: Element) -> bool:
    return next(text.iterancestors(qn("w:txbxContent")), None) is not None


def _row(row: Element, paper: Paper) -> float:
    stated = row.find(whole("w:trPr/w:trHeight"))
    least = number(stated, "val") / TWIPS if stated is not None else 0.0
    if stated is not None and stated.get(qn("w:hRule")) == "exact":
        return least
    cells = row.findall(qn("w:tc"))
    return max([least, *(_cell(cell, paper, paper.width / len(cells)) for cell in cells)])


def _cell(cell: Element, paper: Paper, usual: float) -> float:
    own = cell.find(whole("w:tcPr/w:tcW"))
    is_stated = own is not None and own.get(qn("w:type")) == "dxa"
    room = number(own, "w") / TWIPS if own is not None and is_stated else usual
    return sum(_height(one, paper.narrowed(room - _MARGINS)) for one in cell)


def _usual(styles: Mapping[str | None, Element]) -> str | None:
    for key, style in styles.items():
        if (
            key
            and style.get(qn("w:type")) == "paragraph"
            and style.get(qn("w:default")) in {"1", "true", "on"}
        ):
            return key
    return None
