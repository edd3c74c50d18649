"""Elements of WordprocessingML by their names, and their properties in the order of the schema.

The order is that of ISO/IEC 29500-1, 17.3.1.26 and 17.4.66. Nothing here needs python-docx, whose elements
are those of lxml too; what needs it stands in `library.py`: loading it takes longer than a handout does.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAP = {"w": WORD}
_PARAGRAPH = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
    adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
    textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
    """
_CELL = """
    cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
    headers cellIns cellDel cellMerge tcPrChange
    """


@cache
def qn(name: str) -> str:
    """Return the whole name of what is written as ``w:r``."""
    return f"{{{WORD}}}{name.removeprefix('w:')}"


@cache
def whole(path: str) -> str:
    """Return the whole of a path that is written as ``w:pPr/w:ind``."""
    return "/".join(map(qn, path.split("/")))


def _ranks(names: str) -> dict[str, int]:
    return {qn(name): number for number, name in enumerate(names.split())}


_IN_PARAGRAPH, _IN_CELL = _ranks(_PARAGRAPH), _ranks(_CELL)


def new(name: str) -> Element:
    """Return an element of a name such as ``w:r``, with nothing in it, that stands nowhere yet."""
    return etree.Element(qn(name), nsmap=_MAP)


def paragraph_properties(paragraph: Element) -> Element:
    """Return the properties of a ``w:p``; they are put in where there are none, as all below."""
    return _first(paragraph, "w:pPr")


def run_properties(run: Element) -> Element:
    """Return the properties of a ``w:r``."""
    return _first(run, "w:rPr")


def widow_control(paragraph: Element) -> Element:
    """Return the ``w:widowControl`` of a ``w:p``."""
    return _among(paragraph_properties(paragraph), "w:widowControl", _IN_PARAGRAPH)


def keep_next(paragraph: Element) -> None:
    """Let a ``w:p`` stand on one page with what follows it."""
    _among(paragraph_properties(paragraph), "w:keepNext", _IN_PARAGRAPH)


def keep_lines(paragraph: Element) -> None:
    """Let no page part a ``w:p``."""
    _among(paragraph_properties(paragraph), "w:keepLines", _IN_PARAGRAPH)


def spacing(paragraph: Element) -> Element:
    """Return the ``w:spacing`` of a ``w:p``."""
    return _among(paragraph_properties(paragraph), "w:spacing", _IN_PARAGRAPH)


def cell_width(cell: Element) -> Element:
    """Return the ``w:tcW`` of a ``w:tc``."""
    return _among(_first(cell, "w:tcPr"), "w:tcW", _IN_CELL)


def _first(parent: Element, name: str) -> Element:
    """The properties of an element, which stand before all else in it."""
    found = parent.find(qn(name))
    if found is None:
        found = new(name)
        parent.insert(0, found)
    return found


def _among(properties: Element, name: str, ranks: dict[str, int]) -> Element:
    """One property, in its place among the others."""
    found = properties.find(qn(name))
    if found is not None:
        return found
    found = new(name)
    own = ranks[found.tag]
    behind = [one for one in properties if ranks.get(one.tag, -1) > own]
    if behind:
        min(behind, key=lambda one: ranks[one.tag]).addprevious(found)
    else:
        properties.append(found)
    return found
