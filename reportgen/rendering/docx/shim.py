"""What python-docx knows of elements, with types that it does not state, and its only inside door.

Its elements are those of lxml with methods put in by the parser, by the names of their tags. Each function
here says which tag it takes; everything else of the package knows `Element` only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docx.opc.part import XmlPart
from docx.oxml.parser import OxmlElement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.table import CT_Tc
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.text.run import CT_R
    from lxml.etree import _Element as Element


def new(name: str) -> Element:
    """Return an element of a name such as ``w:r``, with nothing in it, that stands nowhere yet."""
    return OxmlElement(name)


def paragraph_properties(paragraph: Element) -> Element:
    """Return the properties of a ``w:p``; they are put in where there are none, as all below."""
    return cast("CT_P", paragraph).get_or_add_pPr()


def run_properties(run: Element) -> Element:
    """Return the properties of a ``w:r``."""
    return cast("CT_R", run).get_or_add_rPr()


def widow_control(paragraph: Element) -> Element:
    """Return the ``w:widowControl`` of a ``w:p``."""
    properties: Any = paragraph_properties(paragraph)
    control: Element = properties.get_or_add_widowControl()
    return control


def keep_next(paragraph: Element) -> None:
    """Let a ``w:p`` stand on one page with what follows it."""
    properties: Any = paragraph_properties(paragraph)
    properties.get_or_add_keepNext()


def keep_lines(paragraph: Element) -> None:
    """Let no page part a ``w:p``."""
    properties: Any = paragraph_properties(paragraph)
    properties.get_or_add_keepLines()


def spacing(paragraph: Element) -> Element:
    """Return the ``w:spacing`` of a ``w:p``."""
    properties: Any = paragraph_properties(paragraph)
    found: Element = properties.get_or_add_spacing()
    return found


def cell_width(cell: Element) -> Element:
    """Return the ``w:tcW`` of a ``w:tc``."""
    return cast("CT_Tc", cell).get_or_add_tcPr().get_or_add_tcW()


def trees(document: Document) -> Iterator[tuple[str, Element]]:
    """Yield the content type and the root of every part of a document that python-docx has parsed."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            yield part.content_type, part.element


def comments_of(document: Document) -> Element:
    """Return the root of a document's comments; python-docx shows single comments only."""
    comments: Element = document.part._comments_part.element  # noqa: SLF001  the library has no other door
    return comments
