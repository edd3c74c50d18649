"""Where something stands, as people count: paragraphs of the text after title and salutation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportgen.analysis import Line
    from reportgen.outline import Document
    from reportgen.source import Passage


def head_passages(document: Document) -> tuple[Passage, ...]:
    """Return title, subtitle, byline, date and salutation, as far as the speech has them."""
    single = (document.subtitle, document.byline, document.date, document.salutation)
    return (*document.title, *(passage for passage in single if passage))


def paragraph_number(document: Document, offset: int) -> int:
    """Return the number of the paragraph at `offset`, from 1; title and salutation do not count.

    A paragraph that the head shares with the text (a speech copied out of a web page) is the first.
    """
    before = {_last_paragraph(document, passage) for passage in head_passages(document)}
    body = document.preamble[:1] or tuple(node.heading for node in document.nodes[:1])
    shared = {document.source.place(passage.span.start).paragraph for passage in body}
    return document.source.place(offset).paragraph - len(
        [n for n in before - shared if n <= document.source.place(offset).paragraph]
    )


def _last_paragraph(document: Document, passage: Passage) -> int:
    return document.source.place(passage.span.start).paragraph


def anchor(document: Document, lines: Iterable[Line]) -> str:
    """Return where some lines stand (``原文第 5 段``, ``原文第 5—7 段``); empty if all are an editor's."""
    places = [
        paragraph_number(document, offset)
        for line in lines
        if isinstance(line, Excerpt)
        for offset in (line.start, line.end - 1)
    ]
    if not places:
        return ""
    first, last = min(places), max(places)
    return f"原文第 {first} 段" if first == last else f"原文第 {first}—{last} 段"
