"""A handout template, opened and looked through once for measuring and for every rendering."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from reportgen.errors import TemplateError
from reportgen.rendering.docx.measuring import measured, measured_page
from reportgen.rendering.docx.styles import restore_styles
from reportgen.rendering.opening import WORD, require_closed, template_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as WordDocument

    from reportgen.planning.handout import Sheet

_AGAIN = "请用 Word 或 WPS 打开，另存为 .docx 后再试"
_UNUSABLE = (BadZipFile, PackageNotFoundError, KeyError, ValueError, AttributeError, TypeError, LookupError)


@dataclass(frozen=True, slots=True)
class HandoutTemplate:
    """A handout template that can be filled: `sheet` is what planning measures with.

    It is kept as the bytes that were read: python-docx fills a document in place, so each rendering takes a
    `document` of its own, and two renderings of one plan give the same bytes.
    """

    path: Path
    sheet: Sheet
    data: bytes = field(repr=False)

    def document(self) -> WordDocument:
        """Return the template as a new document of python-docx, whose styles have their ids again."""
        return _document(self.data)


def open_onepage(path: Path, data: bytes | None = None) -> HandoutTemplate:
    """Open a template of the one page; arguments and errors as of `open_handout`."""
    return _opened(path, data, measured_page)


def open_handout(path: Path, data: bytes | None = None) -> HandoutTemplate:
    """Open a handout template.

    Args:
        path: the template.
        data: what it holds, where that has been read and looked through already.

    Raises:
        TemplateError: it is none, is damaged, holds what would be fetched from outside, or has a page or a
            style that no text fits.
    """
    return _opened(path, data, measured)


def _opened(
    path: Path, data: bytes | None, measure: Callable[[WordDocument, Path], Sheet]
) -> HandoutTemplate:
    data = template_bytes(path, WORD) if data is None else data
    try:
        document = _document(data)
        has_body = document.element.body is not None
    except _UNUSABLE as error:
        told = "打不开模板：不是 Word 文档（.docx），或缺少必要的部件"
        raise TemplateError(told, where=str(path), hint=_AGAIN) from error
    if not has_body:
        raise TemplateError("讲义模板里没有正文", where=str(path), hint=_AGAIN)
    _require_grids(document, path)
    _require_own_words(document, path)
    require_closed(document.part.package, path, WORD)
    return HandoutTemplate(path, measure(document, path), data)


def read_sheet(path: Path, data: bytes | None = None) -> Sheet:
    """Return page and styles of a handout template, in points; arguments and errors as of `open_handout`."""
    return open_handout(path, data).sheet


def _document(data: bytes) -> WordDocument:
    document = Document(io.BytesIO(data))
    restore_styles(document)
    _forget_origin(document)
    return document


def _require_own_words(document: WordDocument, path: Path) -> None:
    if next(document.element.body.iter(qn("w:altChunk"), qn("w:subDoc")), None) is not None:
        told = "讲义模板里有插入的外部文档，里面的内容无法核对"
        raise TemplateError(told, where=str(path), hint="请删去，把内容直接写在模板里")


def _require_grids(document: WordDocument, path: Path) -> None:
    for number, table in enumerate(document.element.body.iter(qn("w:tbl")), 1):
        if not table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"):
            raise TemplateError(f"讲义模板第 {number} 个表格没有列宽", where=str(path), hint=_AGAIN)


def _forget_origin(document: WordDocument) -> None:
    """Drop the path of the template that the template was made from: Word looks for it on every opening."""
    for one in document.part.rels.values():
        if one.reltype.endswith("/settings") and not one.is_external:
            settings = one.target_part
            for element in settings.element.findall(qn("w:attachedTemplate")):
                settings.element.remove(element)
            for key in [key for key, it in settings.rels.items() if it.reltype.endswith("/attachedTemplate")]:
                del settings.rels[key]
