"""The doors to python-docx: a document opened with care, its parts, its comments.

The library is loaded for templates of one's own, for finished files that are read again, and for comments. A
template that `records.py` knows is filled without it.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import XmlPart

from reportgen.rendering.docx.shim import qn
from reportgen.rendering.docx.styles import rename, renamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml.etree import _Element as Element

__all__ = ["PackageNotFoundError", "comments_of", "document_of", "trees"]


def document_of(data: bytes) -> Document:
    """Return a template as a new document, whose styles have their ids again."""
    document = docx.Document(io.BytesIO(data))
    _restore_styles(document)
    _forget_origin(document)
    return document


def trees(document: Document) -> Iterator[tuple[str, Element]]:
    """Yield the content type and the root of every part of a document that python-docx has parsed."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            yield part.content_type, part.element


def comments_of(document: Document) -> Element:
    """Return the root of a document's comments; python-docx shows single comments only."""
    comments: Element = document.part._comments_part.element  # noqa: SLF001  the library has no other door
    return comments


def _restore_styles(document: Document) -> None:
    """Give the template's styles the ids that they had, in place, wherever they are named."""
    ids = renamed(document.styles.element)
    if ids:
        rename(document.styles.element, (root for _, root in trees(document)), ids)


def _forget_origin(document: Document) -> None:
    """Drop the path of the template that the template was made from: Word looks for it on every opening."""
    for one in document.part.rels.values():
        if one.reltype.endswith("/settings") and not one.is_external:
            settings = one.target_part
            for element in settings.element.findall(qn("w:attachedTemplate")):
                settings.element.remove(element)
            for key in [key for key, it in settings.rels.items() if it.reltype.endswith("/attachedTemplate")]:
                del settings.rels[key]
