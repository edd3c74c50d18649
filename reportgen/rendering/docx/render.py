"""Fill the Word template: jinja with values and loops only, then the post-pass of `finish`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree

from reportgen.errors import TemplateError
from reportgen.office.faults import PackageError
from reportgen.office.stable import stable_package
from reportgen.office.xml import parse
from reportgen.rendering.docx.context import context, page_context, words
from reportgen.rendering.docx.finish import finish, finish_page
from reportgen.rendering.docx.language import Language, Overrun, Refused, budget_for
from reportgen.rendering.docx.proof import FAILURES, HINT, require_sound
from reportgen.rendering.docx.tags import HANDOUT, PAGE
from reportgen.rendering.mark import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document
    from lxml.etree import _Element as Element

    from reportgen.planning.handout import Handout
    from reportgen.planning.onepage import OnePage
    from reportgen.rendering.docx.handout import HandoutTemplate


def render_handout(handout: Handout, template: HandoutTemplate) -> bytes:
    """Render the handout.

    Args:
        handout: the plan.
        template: one with the tags of the shipped template.

    Returns:
        The bytes of the .docx file; the same plan and template give the same bytes.

    Raises:
        TemplateError: the template lacks a tag or style, or its tags are broken.
    """
    where = str(template.path)
    document = template.document()
    values = context(handout)
    require_sound(document, values, HANDOUT, where)
    _fill(document, values, where)
    finish(document, handout, where)
    return _saved(document, values, where)


def render_onepage(page: OnePage, template: HandoutTemplate) -> bytes:
    """Render the one page; arguments, result and errors as of `render_handout`."""
    where = str(template.path)
    document = template.document()
    values = page_context(page)
    require_sound(document, values, PAGE, where)
    _fill(document, values, where)
    finish_page(document, page, where)
    return _saved(document, values, where)


def _saved(document: Document, values: dict[str, Any], where: str) -> bytes:
    """Return the bytes of a document that has been filled.

    Raises:
        TemplateError: something that is planned is not in it.
    """
    _require_words(document, values, where)
    document.core_properties.keywords = marked(document.core_properties.keywords)
    buffer = io.BytesIO()
    document.save(buffer)
    return stable_package(buffer.getvalue())


class _Template(DocxTemplate):  # type: ignore[misc]
    """A template that is open already, and that does not mend what its tags have torn."""

    def __init__(self, document: Document) -> None:
        super().__init__(io.BytesIO())
        self.docx = document

    def fix_tables(self, xml: str) -> Element:
        """Mend the tables' columns; docxtpl would drop what is not well formed without a word."""
        parse(xml.encode())
        tree: Element = super().fix_tables(xml)
        return tree


def _fill(document: Document, values: dict[str, Any], where: str) -> None:
    size = len(etree.tostring(document.element.body))
    try:
        _Template(document).render(values, Language(budget_for(values, size)))
    except Overrun:
        told = "讲义模板印出的内容太多，远远超过讲话的内容"
        raise TemplateError(told, where=where, hint="请检查循环里有没有大段的固定内容") from None
    except Refused as refused:
        told = f"讲义模板在段落文字以外的地方（如图片说明、域代码）有不能用的标记：{refused.message}"
        raise TemplateError(told, where=where, hint=HINT) from None
    except (*FAILURES, SyntaxError, PackageError) as error:
        told = (
            "讲义模板的标记填不了：有的开头和结尾不在同一层（如一个在表格里、一个在表格外），"
            "或写在段落文字以外的地方（如图片说明、域代码）"
        )
        raise TemplateError(told, where=where, hint=HINT) from error


def _require_words(document: Document, values: dict[str, Any], where: str) -> None:
    """Nothing planned may be missing: a template that drops a tag inside a loop is found here."""
    # A tab of the text (a row of a table in the speech) is an element of its own in the print.
    runs = document.element.body.iter(qn("w:r"))
    said = (item for run in runs for item in run if item.tag in {qn("w:t"), qn("w:tab")})
    printed = "".join("\t" if item.tag == qn("w:tab") else item.text or "" for item in said)
    lost = sorted(_lost(words(values), printed))
    if lost:
        raise TemplateError(f"讲义模板没有印出“{lost[0][:20]}”等 {len(lost)} 处内容", where=where, hint=HINT)


def _lost(texts: Iterable[str], printed: str) -> Iterator[str]:
    """The texts that are not in the print, where most follow each other: each is sought behind the last."""
    at = 0
    for text in texts:
        found = printed.find(text, at)
        found = found if found >= 0 else printed.find(text)
        if found < 0:
            yield text
        else:
            at = found
