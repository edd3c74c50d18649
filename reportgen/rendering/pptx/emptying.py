"""Take the slides out of a template: what somebody left there as a sample is no part of anybody's deck."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

_SLIDE = "/slide"
# What tells of the slides that were: who remarked on them; how the first looked, what they were called.
_ABOUT_SLIDES = frozenset({"commentAuthors", "authors"})
_ABOUT_FILE = frozenset({"thumbnail", "extended-properties"})
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
# A choice of slides to show (ISO/IEC 29500-1, 19.2.1.30): by a named show, or from one number to another; and
# the slides whose outline is folded.
_CHOICE = tuple(map(qn, ("p:custShow", "p:sldRg")))
_FOLDED = f"{qn('p:outlineViewPr')}/{qn('p:sldLst')}"


def drop_slides(presentation: Any) -> None:  # noqa: ANN401  python-pptx is untyped
    """Remove all slides in place, with their notes and comments, and all that tells of them.

    A part is left out of a saved file when nothing leads to it any more, so every relation to a slide goes:
    of the presentation, and of buttons on masters and layouts.
    """
    slides = presentation.slides._sldIdLst  # noqa: SLF001  python-pptx has no public way to remove slides
    if not len(slides):
        return
    slides.clear()
    _drop_shows(presentation)
    package = presentation.part.package
    _drop(presentation.part.rels, _ABOUT_SLIDES)
    _drop(package._rels, _ABOUT_FILE)  # noqa: SLF001
    for part in list(package.iter_parts()):
        _drop_links(part)


def _drop(rels: Any, kinds: frozenset[str]) -> None:  # noqa: ANN401
    for key in [key for key, one in rels.items() if one.reltype.rpartition("/")[2] in kinds]:
        rels.pop(key)


def _drop_links(part: Any) -> None:  # noqa: ANN401
    """Take away a part's relations to slides, and the buttons that stand on them."""
    rels = part.rels
    keys = {key for key, one in rels.items() if not one.is_external and one.reltype.endswith(_SLIDE)}
    element = getattr(part, "_element", None)
    for button in list(element.iter(qn("a:hlinkClick"), qn("a:hlinkHover"))) if element is not None else ():
        if button.get(qn("r:id")) in keys:
            _drop_element(button)
    for key in keys:
        rels.pop(key)


def _drop_shows(presentation: Any) -> None:  # noqa: ANN401
    """Remove sections and named shows, here and among the properties of the presentation."""
    root = presentation.part._element  # noqa: SLF001
    for section in list(root.iter(f"{_P14}sectionLst")):
        _drop_empty(section)
    for shows in root.findall(qn("p:custShowLst")):
        root.remove(shows)
    for one in presentation.part.rels.values():
        if one.reltype.rpartition("/")[2] in {"presProps", "viewProps"}:
            one.target_part._blob = _without_choice(one.target_part.blob)  # noqa: SLF001


def _without_choice(properties: bytes) -> bytes:
    root = etree.fromstring(properties)
    for choice in root.iter(*_CHOICE):
        choice.tag = qn("p:sldAll")
        choice.attrib.clear()
    for folded in root.findall(_FOLDED):
        _drop_element(folded)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _drop_element(element: Any) -> None:  # noqa: ANN401
    element.getparent().remove(element)


def _drop_empty(element: Any) -> None:  # noqa: ANN401
    """Remove an element, and those around it that would be empty without."""
    parent = element.getparent()
    _drop_element(element)
    if parent.tag in {qn("p:ext"), qn("p:extLst")} and not len(parent):
        _drop_empty(parent)
