"""`Review` × template → a Word file whose remarks are Word's own comments."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError
from reportgen.office.stable import stable_package
from reportgen.planning.review import LineStyle
from reportgen.rendering.docx.library import comments_of, trees
from reportgen.rendering.docx.scripts import split_scripts
from reportgen.rendering.docx.shim import qn
from reportgen.rendering.elements import drop
from reportgen.rendering.mark import marked

if TYPE_CHECKING:
    from docx.document import Document

    from reportgen.planning.review import Review, ReviewLine
    from reportgen.rendering.docx.handout import HandoutTemplate

AUTHOR, INITIALS = "reportgen 校对", "校"
_STYLES = {
    LineStyle.TITLE: "OriginalTitle",
    LineStyle.NOTE: "OriginalNote",
    LineStyle.SALUTATION: "OriginalSalutation",
    LineStyle.HEADING_1: "Heading2",
    LineStyle.HEADING_2: "Heading3",
    LineStyle.HEADING_3: "Heading4",
    LineStyle.HEADING_4: "Heading5",
    LineStyle.TEXT: "OriginalText",
}


def render_review(review: Review, template: HandoutTemplate) -> bytes:
    """Render the commented speech.

    Args:
        review: the plan.
        template: the handout's template; its styles are used, its content is not.

    Returns:
        The bytes of the .docx file; the same plan and template give the same bytes.

    Raises:
        TemplateError: the template lacks a style.
    """
    document = _emptied(template.document())
    styles = frozenset(style.style_id for style in document.styles)
    missing = [name for name in _STYLES.values() if name not in styles]
    if missing:
        raise TemplateError(
            f"讲义模板缺少样式 {'、'.join(missing)}", where=template.path.name, hint="请参照自带模板补上"
        )
    for row in review.rows:
        _write(document, row)
    document.core_properties.title = review.title
    document.core_properties.keywords = marked(document.core_properties.keywords)
    _head(document, f"{review.title} · 校对")
    split_scripts(document.element.body, styles)
    _settle_comments(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return stable_package(buffer.getvalue())


def _emptied(document: Document) -> Document:
    """The template without its content; the page set-up of its last section stays."""
    body = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    return document


def _head(document: Document, words: str) -> None:
    """Put the title where the template's headers have a tag for it."""
    for kind, root in trees(document):
        if kind.endswith(".header+xml"):
            texts = list(root.iter(qn("w:t")))
            if "{{" in "".join(text.text or "" for text in texts):
                for text in texts:
                    text.text = words if text is texts[0] else ""


def _write(document: Document, row: ReviewLine) -> None:
    """Write one line: a run between each two places where a comment begins or ends."""
    paragraph = document.add_paragraph()
    paragraph.style = next(style for style in document.styles if style.style_id == _STYLES[row.look])
    edges = {0, len(row.text), *(edge for one in row.comments for edge in (one.start, one.end))}
    cuts = sorted(edges)
    runs = {start: paragraph.add_run(row.text[start:end]) for start, end in pairwise(cuts)}
    for comment in row.comments:
        inside = [run for start, run in runs.items() if comment.start <= start < comment.end]
        document.add_comment(inside, comment.text, AUTHOR, INITIALS)


def _settle_comments(document: Document) -> None:
    """Leave out the time of day, and the styles that the library names but the template need not have."""
    comments = comments_of(document)
    for comment in comments.iter(qn("w:comment")):
        comment.attrib.pop(qn("w:date"), "")
    for root, name in ((comments, "w:pStyle"), (comments, "w:rStyle"), (document.element.body, "w:rStyle")):
        for style in list(root.iter(qn(name))):
            if style.get(qn("w:val")) in {"CommentText", "CommentReference"}:
                drop(style)
