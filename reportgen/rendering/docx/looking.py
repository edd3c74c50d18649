"""A template of anybody's, or a finished file, looked through and measured before it is used."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from reportgen.errors import TemplateError
from reportgen.rendering.docx.library import PackageNotFoundError, document_of
from reportgen.rendering.docx.measuring import measured, measured_page
from reportgen.rendering.docx.shim import qn, whole
from reportgen.rendering.docx.tags import PAGE, Tags
from reportgen.rendering.docx.unit.adopt import adopted
from reportgen.rendering.docx.unit.package import as_document
from reportgen.rendering.docx.unit.tagged import has_tags, is_handout
from reportgen.rendering.opening import WORD, require_closed, require_template

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from reportgen.planning.handout import Sheet

KEPT = 8 * 1024 * 1024
"""Bytes of a template of which is kept what was found, for the next speech."""
_AGAIN = "请用 Word 或 WPS 打开，另存为 .docx 后再试"
UNUSABLE = (BadZipFile, PackageNotFoundError, KeyError, ValueError, AttributeError, TypeError, LookupError)
"""What python-docx raises at files that it cannot open."""


def made_ready(data: bytes, tags: Tags, path: Path) -> bytes:
    """Return a file as a template with tags: a .dotx becomes a document, a file without tags gets ours.

    Args:
        data: the file.
        tags: the kind of template that it is to be; a one page is not made of any file.
        path: where it lies.

    Raises:
        TemplateError: it is no Word file, is damaged, or nothing can be made of it.
    """
    data = looked_through(data, path)
    is_ready = tags is PAGE or has_tags(data, tags) or is_handout(data)
    return data if is_ready else adopted(data, path).data


def looked_through(data: bytes, path: Path) -> bytes:
    """Return a Word file that is an honest package, as a document; errors as of `made_ready`."""
    require_template(data, path, WORD)
    return as_document(data)


def sheet_of_file(data: bytes, tags: Tags, path: Path) -> Sheet:
    """Return what a template measures, which nobody has looked through yet.

    Args:
        data: the template.
        tags: its kind.
        path: where it lies.

    Raises:
        TemplateError: it is none, is damaged, or as of `sheet_of`.
    """
    return (_looked_through if len(data) > KEPT else _kept)(data, tags, path)


def _looked_through(data: bytes, tags: Tags, path: Path) -> Sheet:
    require_template(data, path, WORD)
    return sheet_of(data, tags, path)


_kept = lru_cache(maxsize=4)(_looked_through)


def sheet_of(data: bytes, tags: Tags, path: Path) -> Sheet:
    """Return what a file measures.

    Args:
        data: the file, an honest package.
        tags: its kind.
        path: where it lies.

    Raises:
        TemplateError: it holds what would be fetched from outside, or has a page or style that no text fits.
    """
    try:
        document = document_of(data)
        has_body = document.element.body is not None
    except UNUSABLE as error:
        raise unusable(path) from error
    if not has_body:
        raise TemplateError("讲义模板里没有正文", where=str(path), hint=_AGAIN)
    _require_grids(document, path)
    _require_own_words(document, path)
    require_closed(document.part.package, path, WORD)
    return (measured_page if tags is PAGE else measured)(document, path)


def unusable(path: Path) -> TemplateError:
    """Return what is told of a file that python-docx cannot open (`UNUSABLE`)."""
    told = "打不开模板：不是 Word 文档（.docx），或缺少必要的部件"
    return TemplateError(told, where=str(path), hint=_AGAIN)


def _require_own_words(document: Document, path: Path) -> None:
    if next(document.element.body.iter(qn("w:altChunk"), qn("w:subDoc")), None) is not None:
        told = "讲义模板里有插入的外部文档，里面的内容无法核对"
        raise TemplateError(told, where=str(path), hint="请删去，把内容直接写在模板里")


def _require_grids(document: Document, path: Path) -> None:
    for number, table in enumerate(document.element.body.iter(qn("w:tbl")), 1):
        if not table.findall(whole("w:tblGrid/w:gridCol")):
            raise TemplateError(f"讲义模板第 {number} 个表格没有列宽", where=str(path), hint=_AGAIN)
