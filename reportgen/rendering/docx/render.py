"""Fill the Word template: values and loops only, then the post-pass of `finish`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportgen.errors import TemplateError
from reportgen.rendering.docx.context import context, page_context, words
from reportgen.rendering.docx.finish import finish, finish_page
from reportgen.rendering.docx.records import recorded
from reportgen.rendering.docx.shim import qn
from reportgen.rendering.docx.tags import HANDOUT, HINT, PAGE
from reportgen.rendering.docx.unit.contents import has_contents, refresh

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from reportgen.planning.handout import Handout
    from reportgen.planning.onepage import OnePage
    from reportgen.rendering.docx.form import Draft
    from reportgen.rendering.docx.handout import HandoutTemplate
    from reportgen.rendering.docx.tags import Tags


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
    where, values = str(template.path), context(handout)
    draft = _filled(template, values, HANDOUT)
    finish(draft, handout, where)
    return _saved(draft, values, where)


def render_onepage(page: OnePage, template: HandoutTemplate) -> bytes:
    """Render the one page; arguments, result and errors as of `render_handout`."""
    where, values = str(template.path), page_context(page)
    draft = _filled(template, values, PAGE)
    finish_page(draft, page, where)
    return _saved(draft, values, where)


def _filled(template: HandoutTemplate, values: dict[str, Any], tags: Tags) -> Draft:
    record = recorded(template.data, tags)
    if record is not None:
        return record.form.draft(record.filling(values))
    from reportgen.rendering.docx.own import filled

    return filled(template.data, values, tags, str(template.path))


def _saved(draft: Draft, values: dict[str, Any], where: str) -> bytes:
    """Return the bytes of a document that has been filled.

    Raises:
        TemplateError: something that is planned is not in it.
    """
    _require_words(draft.body, values, where)
    draft.frame()
    if has_contents(draft.body):
        refresh(draft.body, draft.form.style_elements)
    return draft.data()


def _require_words(body: Element, values: dict[str, Any], where: str) -> None:
    """Nothing planned may be missing: a template that drops a tag inside a loop is found here."""
    # A tab of the text (a row of a table in the speech) is an element of its own in the print.
    text, tab = qn("w:t"), qn("w:tab")
    said = (item for run in body.iter(qn("w:r")) for item in run.iterchildren(text, tab))
    printed = "".join("\t" if item.tag == tab else item.text or "" for item in said)
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
