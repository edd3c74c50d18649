"""The body of our handout template for a unit's page: its width, its headings, one section.

In a unit's file the parts of the handout begin on new pages, and in no sections of their own: heads, feet and
page numbers are those of the unit's section.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import qn, whole
from reportgen.rendering.docx.spacing import style_of
from reportgen.rendering.docx.stated import TWIPS
from reportgen.rendering.docx.unit.clothing import PART
from reportgen.rendering.docx.unit.roles import numbered_headings
from reportgen.rendering.docx.unit.writing import coloured, numbered, put, unsnapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element

    from reportgen.rendering.docx.unit.roles import Roles, Served

_WIDTH = 8844
"""Twips of the text of our own page, 156 mm."""
_NARROW = frozenset({510, 540, 660})
"""Columns of numbers and boxes to tick are as wide on any page."""
_GROWTH = 1.35
"""How much wider than on our own page a column of names or owners grows; the rest goes to the text."""
_SHRINKING, _ROOMY = 0.75, 1.04
"""The page by our own from which those columns are no narrower, and how wide they are: four characters."""
_ASIDE, _GAP = 1944, 180
"""Twips of the headings of 要点摘编 and of the gap behind them."""
_TURNING = ("Heading1", "OriginalLabel")
_LEVELS = {"Heading2": "Heading1", "Heading3": "Heading2", "Heading4": "Heading3", "Heading5": "Heading4"}


def body_for(
    ours: Element, width: int, roles: Roles, colours: Mapping[str, str], silent: str
) -> list[Element]:
    """Return the elements of the handout with their tags.

    Args:
        ours: the body of the plain theme's template.
        width: twips of the unit's text area.
        roles: which styles of the unit's serve.
        colours: ours → the unit's.
        silent: the list without numbers, where the unit has headings with numbers.
    """
    elements = [deepcopy(one) for one in ours if one.tag != qn("w:sectPr")]
    elements = [one for one in elements if one.find(whole("w:pPr/w:sectPr")) is None]
    with_numbers = numbered_headings(roles)
    for one in elements:
        coloured(one, colours)
        if one.tag == qn("w:tbl"):
            _fit(one, width)
            continue
        style = one.find(whole("w:pPr/w:pStyle"))
        if style is None:
            continue
        if style_of(one) in _TURNING:
            _turn(one)
        if not roles.parts_stand_apart:
            level = style_of(one)
            style.set(qn("w:val"), PART if level == "Heading1" else _LEVELS.get(level, level))
        _settle(one, style_of(one))
        if style_of(one) in with_numbers:
            numbered(one, silent)
        served = _serving(style_of(one), roles)
        if served is not None:
            # Programs make lines of one style as high as they like, unless it says how high.
            spacing = put(one, "pPr", "spacing")
            spacing.set(qn("w:line"), str(round(served.look.line * TWIPS)))
            spacing.set(qn("w:lineRule"), "exact")
            for name in ("beforeAutospacing", "afterAutospacing"):
                spacing.set(qn(f"w:{name}"), "0")
        _fit_frame(one, width)
    return elements


def _serving(style: str, roles: Roles) -> Served | None:
    """The unit's style that a paragraph of ours is in, if it is one."""
    if style.startswith("Heading"):
        return roles.headings[int(style[-1]) - 1]
    return {"Title": roles.title, "Subtitle": roles.subtitle}.get(style)


def turn_first(elements: Sequence[Element]) -> None:
    """Let the handout begin on a new page."""
    _turn(next(one for one in elements if style_of(one) == "Title"))


def beside(width: int) -> tuple[int, int]:
    """Return how wide the headings of 要点摘编 are on a page, and where its points begin, in twips."""
    aside = min(round(_ASIDE * width / _WIDTH), round(_ASIDE * _GROWTH))
    return aside, aside + _GAP


def fit_styles(styles: Element, width: int) -> None:
    """Let the points of 要点摘编 and of page 1 begin where the columns of this page are."""
    moved = beside(width)[1] - beside(_WIDTH)[1]
    for style in styles.iter(qn("w:style")):
        key = style.get(qn("w:styleId"), "")
        if key.startswith(("DigestPoint", "DigestGoal")):
            indent = put(style, "pPr", "ind")
            indent.set(qn("w:left"), str(int(indent.get(qn("w:left"), "0")) + moved))
        elif key.startswith("FrontPoint"):
            room = _shared((2744, 6100), width)[1] - 216
            for at, tab in enumerate(style.iter(qn("w:tab")), 1):
                tab.set(qn("w:pos"), str(room * at // 3))


def _turn(paragraph: Element) -> None:
    put(paragraph, "pPr", "pageBreakBefore").attrib.clear()


def _settle(paragraph: Element, style: str) -> None:
    """Let a paragraph in a style of the unit's lie off the page's grid."""
    if style in {"Title", "Subtitle"} or style.startswith("Heading"):
        unsnapped(paragraph)


def _fit_frame(paragraph: Element, width: int) -> None:
    frame = paragraph.find(whole("w:pPr/w:framePr"))
    if frame is not None:
        frame.set(qn("w:w"), str(beside(width)[0]))


def _fit(table: Element, width: int) -> None:
    """Let a table have the width of the page's text."""
    grid = table.findall(whole("w:tblGrid/w:gridCol"))
    old = [int(one.get(qn("w:w"), "0")) for one in grid]
    shared = _shared(old, width)
    spans = {
        tuple(old[at : at + count]): sum(shared[at : at + count])
        for count in range(1, len(old) + 1)
        for at in range(len(old) - count + 1)
    }
    by_sum = {sum(key): value for key, value in spans.items()}
    for one, new_width in zip(grid, shared, strict=True):
        one.set(qn("w:w"), str(new_width))
    for one in (*table.iter(qn("w:tcW")), *table.iter(qn("w:tblW"))):
        said = int(one.get(qn("w:w"), "0"))
        one.set(qn("w:w"), str(by_sum.get(said, width)))


def _shared(old: Sequence[int], width: int) -> list[int]:
    """Share out a width: columns of numbers stay, small ones grow little, the widest has the rest."""
    total = sum(old)
    widest = max(range(len(old)), key=lambda at: old[at])
    if len(set(old)) == 1:
        return [width * (at + 1) // len(old) - width * at // len(old) for at in range(len(old))]
    share = width / total
    factor = min(max(share, _ROOMY if share > _SHRINKING else share), _GROWTH)
    new_widths = [one if one in _NARROW else round(one * factor) for one in old]
    new_widths[widest] = width - sum(one for at, one in enumerate(new_widths) if at != widest)
    return new_widths
