"""Take the slides out of a template: what somebody left there as a sample is no part of anybody's deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from reportgen.office.xml import parse
from reportgen.rendering.elements import drop, parent_of
from reportgen.rendering.pptx.markup import qn

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.rendering.pptx.parts import Package, Part

_SLIDE = "/slide"
# What tells of the slides that were: who remarked on them; how the first looked, what they were called.
_ABOUT_SLIDES = frozenset({"commentAuthors", "authors"})
_ABOUT_FILE = frozenset({"thumbnail", "extended-properties"})
_BUTTONS = (qn("a:hlinkClick"), qn("a:hlinkHover"))
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
# A choice of slides to show (ISO/IEC 29500-1, 19.2.1.30): by a named show, or from one number to another; and
# the slides whose outline is folded.
_CHOICE = tuple(map(qn, ("p:custShow", "p:sldRg")))
_FOLDED = f"{qn('p:outlineViewPr')}/{qn('p:sldLst')}"


def drop_slides(package: Package) -> None:
    """Remove all slides in place, with their notes and comments, and all that tells of them.

    A part is left out of a file when nothing leads to it any more, so every relation to a slide goes:
    of the presentation, and of buttons on masters and layouts.
    """
    slides = package.main.root.find(qn("p:sldIdLst"))
    if slides is None or not len(slides):
        return
    slides.clear()
    _drop_shows(package.main)
    _drop(package.main, _ABOUT_SLIDES)
    _drop(package, _ABOUT_FILE)
    for part in list(package.iter_parts()):
        _drop_links(part)


def _drop(part: Part, kinds: frozenset[str]) -> None:
    for key in [key for key, one in part.rels.items() if one.reltype.rpartition("/")[2] in kinds]:
        part.rels.pop(key)


def _drop_links(part: Part) -> None:
    """Take away a part's relations to slides, and the buttons that stand on them."""
    keys = {key for key, one in part.rels.items() if not one.is_external and one.reltype.endswith(_SLIDE)}
    if not keys:
        return
    for button in list(part.root.iter(*_BUTTONS)) if part.is_tree else ():
        if button.get(qn("r:id")) in keys:
            drop(button)
    for key in keys:
        part.rels.pop(key)


def _drop_shows(main: Part) -> None:
    """Remove sections and named shows, here and among the properties of the presentation."""
    for section in list(main.root.iter(f"{_P14}sectionLst")):
        _drop_empty(section)
    for shows in main.root.findall(qn("p:custShowLst")):
        main.root.remove(shows)
    for part in (*main.related("presProps"), *main.related("viewProps")):
        part.data = _without_choice(part.data)


def _without_choice(properties: bytes) -> bytes:
    root = parse(properties)
    for choice in root.iter(*_CHOICE):
        choice.tag = qn("p:sldAll")
        choice.attrib.clear()
    for folded in root.findall(_FOLDED):
        drop(folded)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _drop_empty(element: Element) -> None:
    """Remove an element, and those around it that would be empty without."""
    parent = parent_of(element)
    drop(element)
    if parent.tag in {qn("p:ext"), qn("p:extLst")} and not len(parent):
        _drop_empty(parent)
