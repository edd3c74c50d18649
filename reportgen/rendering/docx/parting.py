"""The parts of a handout's body: page 1, digest, checklist, 原文."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import qn, whole
from reportgen.rendering.docx.spacing import style_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TASKS = 2  # the section with 落实清单, behind page 1 and 要点摘编


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a handout: page 1, digest, checklist, 原文; one that is not there has no elements."""

    front: list[Element]
    digest: list[Element]
    tasks: list[Element]
    original: list[Element]

    @classmethod
    def of(cls, body: Element) -> Parts:
        """Part a body where its sections end; one of a single section where its parts begin on new pages."""
        sections = _sections(body)
        if len(sections) > 1:
            tasks = sections[_TASKS] if len(sections) > _TASKS else []
            return cls(sections[0], sections[1], tasks, sections[-1])
        pages = _pages(body)
        return cls(
            _of_styles(pages, "Front") or pages[0],
            _of_styles(pages, "Digest"),
            _of_styles(pages, "TableHead"),
            _of_styles(pages, "OriginalTitle") or pages[-1],
        )


def _sections(body: Element) -> list[list[Element]]:
    sections: list[list[Element]] = [[]]
    for element in body:
        sections[-1].append(element)
        if element.find(whole("w:pPr/w:sectPr")) is not None:
            sections.append([])
    return sections


def _pages(body: Element) -> list[list[Element]]:
    """The elements of a body between page breaks that paragraphs state themselves; ruled lines break none."""
    pages: list[list[Element]] = [[]]
    for element in body:
        if element.find(whole("w:pPr/w:pageBreakBefore")) is not None and style_of(element) != "SectionEnd":
            pages.append([])
        pages[-1].append(element)
    return pages


def _of_styles(pages: list[list[Element]], start: str) -> list[Element]:
    """The first of some pages that has a style of a name that begins so; none where there is none."""

    def has(page: list[Element]) -> bool:
        styles = (style for element in page for style in element.iter(qn("w:pStyle")))
        return any(style.get(qn("w:val"), "").startswith(start) for style in styles)

    return next((page for page in pages if has(page)), [])
