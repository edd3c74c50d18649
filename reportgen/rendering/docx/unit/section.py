"""The section of a unit's file in which the handout stands: its page, its columns, its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import TemplateError
from reportgen.rendering.docx.shim import new, qn, whole
from reportgen.rendering.docx.stated import number
from reportgen.rendering.docx.unit.letterhead import is_drawn, words_of

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

    from reportgen.rendering.docx.unit.content import Sorted
    from reportgen.rendering.docx.unit.package import Package

_KEY = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU, _MM = 635, 56.7
"""English metric units of a twip; twips of a millimetre."""
_HIGHEST, _CLEAR = 3000, 120
"""Twips of a picture that is of a letterhead and no watermark, and that are kept free below it."""
_BEFORE_KIND = ("headerReference", "footerReference", "footnotePr", "endnotePr")
_LEAST = 3600
"""Twips of a text area that our columns fit in at all, 63 mm."""


def final_section(body: Element) -> Element:
    """Return the last section of a body; one is made where there is none (A4, GB/T 9704-2012, 5.2.1)."""
    final = body.find(qn("w:sectPr"))
    if final is None:
        final = new("w:sectPr")
        body.append(final)
    for name, said in (
        ("w:pgSz", {"w": "11906", "h": "16838"}),
        (
            "w:pgMar",
            {
                "top": "2098",
                "right": "1474",
                "bottom": "1984",
                "left": "1588",
                "header": "851",
                "footer": "992",
                "gutter": "0",
            },
        ),
    ):
        if final.find(qn(name)) is None:
            one = new(name)
            for key, value in said.items():
                one.set(qn(f"w:{key}"), value)
            names = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz")
            before = [it for it in final if it.tag in {qn(f"w:{it_name}") for it_name in names}]
            final.insert(len(before), one)
    return final


def section_at(sorted_: Sorted, final: Element) -> Element:
    """Return the section in which the handout goes in."""
    for one, _ in sorted_.elements[sorted_.place :]:
        section = one.find(whole("w:pPr/w:sectPr"))
        if section is not None:
            return section
    return final


def one_column(section: Element) -> list[str]:
    """Make one column of text out of several: our tables need the page. What is to be told is returned."""
    columns = section.find(qn("w:cols"))
    if columns is None or number(columns, "num") <= 1:
        return []
    count = int(number(columns, "num"))
    columns[:] = []
    for key in [key for key in columns.attrib if key != qn("w:space")]:
        del columns.attrib[key]
    return [f"正文所在的一节分成 {count} 栏，讲义改排一栏"]


def band_of(package: Package, body: Element, section: Element) -> float:
    """Return where in twips from the top a letterhead's picture in the head of a section's pages ends."""
    sections = list(body.iter(qn("w:sectPr")))
    margins = section.find(qn("w:pgMar"))
    edge = number(margins, "header") if margins is not None else 0.0
    for one in reversed(sections[: sections.index(section) + 1]):
        for reference in one.findall(qn("w:headerReference")):
            if reference.get(qn("w:type"), "default") == "default":
                head = package.part_of_key(package.main, reference.get(_KEY, ""))
                return (
                    max((_end(it, edge) for it in package.tree(head).iter(f"{_WP}anchor")), default=0.0)
                    if head
                    else 0.0
                )
    return 0.0


def _end(anchor: Element, edge: float) -> float:
    """Where a drawing ends; 0 for one that lies behind the text or is as large as a watermark."""
    place, extent = anchor.find(f"{_WP}positionV"), anchor.find(f"{_WP}extent")
    offset = place.find(f"{_WP}posOffset") if place is not None else None
    if place is None or extent is None or offset is None or anchor.get("behindDoc") == "1":
        return 0.0
    start = {"page": 0.0, "paragraph": edge, "line": edge}.get(place.get("relativeFrom", ""))
    high = int(extent.get("cy", "0")) / _EMU
    return 0.0 if start is None or high > _HIGHEST else start + int(offset.text or "0") / _EMU + high


def lowered(section: Element, band: float) -> list[str]:
    """Let text begin below a picture in the head that reaches into it. What is to be told is returned."""
    margins = section.find(qn("w:pgMar"))
    top = number(margins, "top") if margins is not None else 0.0
    if margins is None or top <= 0 or not top < band < top + _HIGHEST:
        return []
    margins.set(qn("w:top"), str(round(band + _CLEAR)))
    return [f"页眉里的图伸进正文，上边距由 {top / _MM:.0f} 毫米改为 {(band + _CLEAR) / _MM:.0f} 毫米"]


def width_of(section: Element, path: Path) -> int:
    """Return the width of a section's text area in twips.

    Raises:
        TemplateError: our tables do not go in.
    """
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return 8844
    taken = number(margins, "left") + number(margins, "right") + number(margins, "gutter")
    width = int(number(size, "w") - taken)
    if width < _LEAST:
        told = f"Word 文件的版心只有 {width / 56.7:.0f} 毫米宽，放不下讲义的表格"
        raise TemplateError(told, where=str(path), hint="请在“页面设置”里改小左右边距或换大一号的纸")
    return width


def close_ranks(body: Element) -> None:
    """Let no section make a page of which nothing is left: what follows goes on where it ends."""
    content = False
    closes = False
    for one in list(body):
        section = one if one.tag == qn("w:sectPr") else one.find(whole("w:pPr/w:sectPr"))
        content = content or (section is None) or bool(words_of(one).strip()) or is_drawn(one)
        if section is None:
            continue
        if closes:
            kind = _kind_of(section)
            kind.set(qn("w:val"), "continuous")
        closes = not content
        content = False


def _kind_of(section: Element) -> Element:
    """Return the `w:type` of a section, put in where there is none."""
    found = section.find(qn("w:type"))
    if found is None:
        found = new("w:type")
        before = [it for it in section if it.tag in {qn(f"w:{name}") for name in _BEFORE_KIND}]
        section.insert(len(before), found)
    return found
