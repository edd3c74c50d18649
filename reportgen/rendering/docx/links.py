"""Links from the digest to the original: a place (〔原文第 5 段〕) leads to its paragraph with a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

if TYPE_CHECKING:
    from reportgen.planning.paper import Paper


def link(body: Any, paper: Paper) -> None:  # noqa: ANN401  lxml elements
    """Bookmark the original's paragraphs and make the digest's anchors links to them."""
    marked = _bookmark(body, paper)
    targets = {block.anchor.strip(): block.paragraph for block in paper.digest if block.anchor}
    for run in list(body.iter(qn("w:r"))):
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        if style is None or style.get(qn("w:val")) != "Anchor":
            continue
        if run.find(qn("w:br")) is not None or run.find(qn("w:tab")) is not None:
            # LibreOffice gives a link its own look where the blank before it has the same style.
            run.remove(run.find(qn("w:rPr")))
            continue
        number = targets.get("".join(text.text or "" for text in run.iter(qn("w:t"))), 0)
        if number in marked:
            _wrap(run, number)


def _bookmark(body: Any, paper: Paper) -> frozenset[int]:  # noqa: ANN401
    """Bookmark each paragraph of the original by its number; returns the numbers."""
    wanted = {block.paragraph for block in paper.digest if block.anchor}
    paragraphs = [element for element in body if element.tag == qn("w:p")][-len(paper.original) :]
    marked: set[int] = set()
    for block, paragraph in zip(paper.original, paragraphs, strict=False):
        if block.paragraph in wanted - marked:
            marked.add(block.paragraph)
            _mark(paragraph, block.paragraph)
    return frozenset(marked)


def _mark(paragraph: Any, number: int) -> None:  # noqa: ANN401
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _name(number))
    paragraph.get_or_add_pPr().addnext(start)
    start.addnext(end)


def _wrap(run: Any, number: int) -> None:  # noqa: ANN401
    hyperlink = OxmlElement("w:hyperlink")
    hyperlink.set(qn("w:anchor"), _name(number))
    hyperlink.set(qn("w:history"), "1")
    run.addprevious(hyperlink)
    hyperlink.append(run)


def _name(number: int) -> str:
    return f"paragraph{number}"
