"""Room that the plan gives to single paragraphs, and which of them stand on one page.

The template's styles say how much there is between paragraphs as a rule; page 1 is spread over its page, and
a row of 要点摘编 is as high as the heading beside it. Only room is set here, never type or colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.planning.handout.flow import ROWS_AT_LAST
from reportgen.rendering.docx.shim import keep_lines, keep_next, qn, spacing, whole
from reportgen.rendering.docx.stated import TWIPS, chain, inherited

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.planning.handout import DigestRow, Front

_HEADINGS = ("FrontHeading", "BoxHeading")
_SAID = ("DigestPoint", "DigestGoal")

Styles = Mapping[str | None, "Element"]
"""The styles of a document by their ids."""


def style_of(paragraph: Element) -> str:
    """Return the id of a paragraph's style; empty where it names none."""
    style = paragraph.find(whole("w:pPr/w:pStyle"))
    return style.get(qn("w:val"), "") if style is not None else ""


def spread(content: Sequence[Element], front: Front, styles: Styles) -> None:
    """Share out what is left of page 1 among its headings and the rows of its tables."""
    for element in content:
        if element.tag == qn("w:p") and style_of(element).startswith(_HEADINGS):
            _add(element, "before", front.heading_room, styles)
        elif element.tag == qn("w:tbl"):
            for cell in element.iter(qn("w:tc")):
                paragraphs = cell.findall(qn("w:p"))
                for paragraph, side in zip((paragraphs[0], paragraphs[-1]), ("before", "after"), strict=True):
                    _add(paragraph, side, front.row_room / 2, styles)


def set_rows(content: Sequence[Element], rows: Sequence[DigestRow], styles: Styles) -> None:
    """Keep what a row of 要点摘编 says on one page, and free behind it what its heading takes beside it.

    Nothing is done where a template sets the digest as a table.
    """
    said = (one for one in content if one.tag == qn("w:p") and style_of(one).startswith(_SAID))
    for row in rows:
        own = list(_first(said, _paragraphs(row)))
        for paragraph in own:
            keep_lines(paragraph)
        for paragraph in own[:-1]:
            keep_next(paragraph)
        if own:
            _add(own[-1], "after", row.room, styles)


def keep_last_rows(table: Element) -> None:
    """Keep the last rows of a table together, so that no page holds a single one."""
    for row in table.findall(qn("w:tr"))[-ROWS_AT_LAST:-1]:
        for paragraph in row.iter(qn("w:p")):
            keep_next(paragraph)


def _paragraphs(row: DigestRow) -> int:
    return sum(bool(one.heading or one.text) + bool(one.goal) for one in row.points) or 1


def _first(elements: Iterator[Element], count: int) -> Iterator[Element]:
    for _, element in zip(range(count), elements, strict=False):
        yield element


def _add(paragraph: Element, side: str, room: float, styles: Styles) -> None:
    if room:
        usual = inherited(chain(styles, style_of(paragraph)), "w:pPr/w:spacing", side, 0)
        spacing(paragraph).set(qn(f"w:{side}"), str(round(usual + room * TWIPS)))
