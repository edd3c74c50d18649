"""Elements of XML, with types: what lxml says of any of them, whichever library they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def drop(element: Element) -> None:
    """Remove an element, which is no root, from the one that it stands in, with all that is in it."""
    parent_of(element).remove(element)


def child_of(element: Element, tag: str) -> Element:
    """Return the first child of a tag.

    Raises:
        ValueError: there is none.
    """
    child = element.find(tag)
    if child is None:
        raise ValueError(f"{element.tag} has no {tag}")
    return child


def parent_of(element: Element) -> Element:
    """Return the element that an element stands in.

    Raises:
        ValueError: it is a root. That is a fault of ours, never of the user's.
    """
    parent = element.getparent()
    if parent is None:
        raise ValueError(f"{element.tag} stands in no element")
    return parent
