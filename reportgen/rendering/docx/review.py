"""`Review` × template → a Word file whose remarks are Word's own comments."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from reportgen.errors import TemplateError
from reportgen.office.stable import stable_package
from reportgen.planning.review import Look
from reportgen.rendering.docx.scripts import split_scripts
from reportgen.rendering.mark import marked

if TYPE_CHECKING:
    from reportgen.planning.review import Review, Row

AUTHOR, INITIALS = "reportgen 校对", "校"
_STYLES = {
    Look.TITLE: "OriginalTitle",
    Look.NOTE: "OriginalNote",
    Look.SALUTATION: "OriginalSalutation",
    Look.HEADING_1: "Heading2",
    Look.HEADING_2: "Heading3",
    Look.HEADING_3: "Heading4",
    Look.HEADING_4: "Heading5",
    Look.TEXT: "OriginalText",
}


def render_review(review: Review, template_path: str | Path) -> bytes:
    """Render the commented speech.

    Args:
        review: the plan.
        template_path: the handout's template; its styles are used, its content is not.

    Returns:
        The bytes of the .docx file; the same plan and template give the same bytes.

    Raises:
        TemplateError: the template cannot be read or lacks a style.
    """
    path = Path(template_path)
    document = _emptied(path)
    styles = frozenset(style.style_id for style in document.styles)
    missing = [name for name in _STYLES.values() if name not in styles]
    if missing:
        raise TemplateError(
            f"讲义模板缺少样式 {'、'.join(missing)}", where=path.name, hint="请参照自带模板补上"
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


def _emptied(path: Path) -> Any:  # noqa: ANN401  docx objects are untyped
    """The template without its content; the page set-up of its last section stays."""
    try:
        document = Document(io.BytesIO(path.read_bytes()))
    except OSError as error:
        raise TemplateError("找不到或读不了讲义模板", where=path.name, hint="请检查模板路径") from error
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise TemplateError("不是 Word 文件（.docx）", where=path.name, hint="请换用自带模板") from error
    body = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    return document


def _head(document: Any, words: str) -> None:  # noqa: ANN401
    """Put the title where the template's headers have a tag for it."""
    for part in document.part.package.iter_parts():
        if part.content_type.endswith(".header+xml"):
            texts = list(part.element.iter(qn("w:t")))
            if "{{" in "".join(text.text or "" for text in texts):
                for text in texts:
                    text.text = words if text is texts[0] else ""


def _write(document: Any, row: Row) -> None:  # noqa: ANN401
    """Write one line: a run between each two places where a comment begins or ends."""
    paragraph = document.add_paragraph()
    paragraph.style = next(style for style in document.styles if style.style_id == _STYLES[row.look])
    edges = {0, len(row.text), *(edge for one in row.comments for edge in (one.start, one.end))}
    cuts = sorted(edges)
    runs = {start: paragraph.add_run(row.text[start:end]) for start, end in pairwise(cuts)}
    for comment in row.comments:
        inside = [run for start, run in runs.items() if comment.start <= start < comment.end]
        document.add_comment(inside, comment.text, AUTHOR, INITIALS)


def _settle_comments(document: Any) -> None:  # noqa: ANN401
    """Leave out the time of day, and the styles that the library names but the template need not have."""
    comments = document.part._comments_part.element  # noqa: SLF001  the library has no other door
    for comment in comments.iter(qn("w:comment")):
        comment.attrib.pop(qn("w:date"), None)
    for root, name in ((comments, "w:pStyle"), (comments, "w:rStyle"), (document.element.body, "w:rStyle")):
        for style in list(root.iter(qn(name))):
            if style.get(qn("w:val")) in {"CommentText", "CommentReference"}:
                style.getparent().remove(style)
