"""Links from the handout to the original: a place (第 5 段) leads to its paragraph with a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import new, paragraph_properties, qn
from reportgen.rendering.elements import parent_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.planning.handout import Handout


def link(body: Element, handout: Handout) -> None:
    """Bookmark the original's paragraphs and make the handout's places links to them."""
    targets = _targets(handout)
    marked = _bookmark(body, handout, frozenset(targets.values()))
    for style in list(body.iter(qn("w:rStyle"))):
        run = parent_of(parent_of(style))
        if style.get(qn("w:val")) != "Anchor" or run.tag != qn("w:r"):
            continue
        number = targets.get("".join(text.text or "" for text in run.iter(qn("w:t"))), 0)
        if number in marked:
            _wrap(run, number)


def _targets(handout: Handout) -> dict[str, int]:
    """The paragraph that each place leads to."""
    found = {one.place: one.paragraph for one in handout.front.measures}
    found |= {one.place: one.paragraph for one in handout.digest}
    found |= {one.place: one.paragraph for row in handout.terms for one in row}
    return {place: number for place, number in found.items() if place and number}


def _bookmark(body: Element, handout: Handout, wanted: frozenset[int]) -> frozenset[int]:
    """Bookmark each paragraph of the original by its number; returns the numbers."""
    if not handout.original:
        return frozenset()
    paragraphs = [element for element in body if element.tag == qn("w:p")][-len(handout.original) :]
    marked: set[int] = set()
    for block, paragraph in zip(handout.original, paragraphs, strict=False):
        if block.paragraph in wanted - marked:
            marked.add(block.paragraph)
            _mark(paragraph, block.paragraph)
    return frozenset(marked)


def _mark(paragraph: Element, number: int) -> None:
    start, end = new("w:bookmarkStart"), new("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _name(number))
    paragraph_properties(paragraph).addnext(start)
    start.addnext(end)


def _wrap(run: Element, number: int) -> None:
    hyperlink = new("w:hyperlink")
    hyperlink.set(qn("w:anchor"), _name(number))
    hyperlink.set(qn("w:history"), "1")
    run.addprevious(hyperlink)
    hyperlink.append(run)


def _name(number: int) -> str:
    return f"paragraph{number}"
