"""Parse a part of markup that anybody may have made: no document type, no entities, no network, no depths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from reportgen.office.faults import DeclaredError, MarkupError, TooLargeError
from reportgen.office.markup import declares_type, marks_of, transitional

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def parse(data: bytes, most: int | None = None) -> Element:
    """Return the root of a part, without comments and instructions, its elements under their usual names.

    Args:
        data: XML in any encoding that it states.
        most: elements and attributes that it may have: in memory each takes some 250 bytes.

    Raises:
        TooLargeError: it may have more.
        DeclaredError: it declares a document type.
        MarkupError: it is not well formed, or nested deeper than the parser goes (256 levels).
    """
    if most is not None and marks_of(data) > most:
        raise TooLargeError(f"more than {most} elements and attributes")
    if declares_type(data):
        raise DeclaredError("a document type is declared")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(transitional(data), parser)
    except etree.XMLSyntaxError as error:
        raise MarkupError(error.position[0]) from None
