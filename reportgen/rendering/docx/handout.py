"""Open a handout template: one that python-docx can use, whose styles have their ids again."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from reportgen.errors import TemplateError
from reportgen.rendering.docx.styles import restore_styles
from reportgen.rendering.opening import WORD, require_closed, template_bytes

if TYPE_CHECKING:
    from pathlib import Path

_AGAIN = "请用 Word 或 WPS 打开，另存为 .docx 后再试"
_UNUSABLE = (BadZipFile, PackageNotFoundError, KeyError, ValueError, AttributeError, TypeError, LookupError)


def open_handout(path: Path, data: bytes | None = None) -> Any:  # noqa: ANN401  docx objects are untyped
    """Return a handout template as a document of python-docx.

    Args:
        path: the template.
        data: what it holds, where that has been read and looked through already.

    Raises:
        TemplateError: it is none, is damaged, or holds what would be fetched from outside.
    """
    data = template_bytes(path, WORD) if data is None else data
    try:
        document = Document(io.BytesIO(data))
        restore_styles(document)
        has_body = document.element.body is not None
    except _UNUSABLE as error:
        told = "打不开模板：不是 Word 文档（.docx），或缺少必要的部件"
        raise TemplateError(told, where=str(path), hint=_AGAIN) from error
    if not has_body:
        raise TemplateError("讲义模板里没有正文", where=str(path), hint=_AGAIN)
    _require_grids(document, path)
    if next(document.element.body.iter(qn("w:altChunk"), qn("w:subDoc")), None) is not None:
        told = "讲义模板里有插入的外部文档，里面的内容无法核对"
        raise TemplateError(told, where=str(path), hint="请删去，把内容直接写在模板里")
    _forget_origin(document)
    require_closed(document.part.package, path, WORD)
    return document


def _require_grids(document: Any, path: Path) -> None:  # noqa: ANN401
    for number, table in enumerate(document.element.body.iter(qn("w:tbl")), 1):
        if not table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"):
            raise TemplateError(f"讲义模板第 {number} 个表格没有列宽", where=str(path), hint=_AGAIN)


def _forget_origin(document: Any) -> None:  # noqa: ANN401
    """Drop the path of the template that the template was made from: Word looks for it on every opening."""
    for one in document.part.rels.values():
        if one.reltype.endswith("/settings") and not one.is_external:
            settings = one.target_part
            for element in settings.element.findall(qn("w:attachedTemplate")):
                settings.element.remove(element)
            for key in [key for key, it in settings.rels.items() if it.reltype.endswith("/attachedTemplate")]:
                del settings.rels[key]
