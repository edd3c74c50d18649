"""What jinja cannot say, done on the rendered XML: styles by density, sections, fonts by script, links.

Nothing here names a font, size or colour: it chooses among the template's styles.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError
from reportgen.planning.handout.flow import ROWS_TOGETHER
from reportgen.planning.handout.sheet import suffix
from reportgen.rendering.docx.links import link
from reportgen.rendering.docx.parting import Parts
from reportgen.rendering.docx.scripts import split_scripts
from reportgen.rendering.docx.shim import (
    cell_width,
    keep_next,
    paragraph_properties,
    qn,
    whole,
    widow_control,
)
from reportgen.rendering.docx.spacing import keep_last_rows, set_rows, spread, style_of
from reportgen.rendering.docx.styles import NAMES
from reportgen.rendering.elements import parent_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.planning.handout import Density, Handout
    from reportgen.planning.onepage import OnePage
    from reportgen.rendering.docx.form import Draft
    from reportgen.rendering.docx.spacing import Styles

_POINT = 20  # twips
_STYLES = (
    "Title",
    "FrontText",
    "Heading1",
    "Heading2",
    "DigestPoint",
    "OriginalText",
    "TableText",
    "Latin",
)
_PAGE_STYLES = ("PageTitle", "PageSection", "PagePoint", "Latin")


def finish(draft: Draft, handout: Handout, where: str) -> None:
    """Complete a rendered document in place.

    Raises:
        TemplateError: the template lacks a style that the handout stands on.
    """
    body, styles = draft.body, draft.form.style_ids
    _require_styles(_STYLES, styles, "讲义模板", where)
    _choose_styles(body, handout, styles)
    _widen_tables(body)
    _order_cells(body)
    _keep_two_lines(body)
    _keep_first_rows(body)
    _give_room(body, handout, draft.form.style_elements)
    link(body, handout)
    split_scripts(body, styles)
    for header in draft.headers:
        split_scripts(header, styles)
    _fold_sections(body)
    if not handout.original:
        _end_with_last_section(body)


def finish_page(draft: Draft, page: OnePage, where: str) -> None:
    """Complete a rendered one page in place.

    Raises:
        TemplateError: the template lacks a style that the page stands on.
    """
    body, styles = draft.body, draft.form.style_ids
    _require_styles(_PAGE_STYLES, styles, "一页纸模板", where)
    _swap(list(body), page.density, styles)
    if page.long_title:
        _rename(list(body), {"PageTitle": "PageTitleLong"}, styles)
    split_scripts(body, styles)


def _require_styles(names: tuple[str, ...], styles: frozenset[str], called: str, where: str) -> None:
    missing = [name for name in names if name not in styles]
    if missing:
        named = "".join(f"“{NAMES[name]}”" for name in missing)
        raise TemplateError(f"{called}缺少样式{named}", where=where, hint="请参照自带模板补上")


def _choose_styles(body: Element, handout: Handout, styles: frozenset[str]) -> None:
    """Give each section the variant of its styles that the plan asks for."""
    parts = Parts.of(body)
    densities = [handout.front.density, handout.digest_density, handout.original_density]
    chosen = (parts.front, parts.digest, parts.original if handout.original else [])
    for content, density in zip(chosen, densities, strict=True):
        _swap(content, density, styles)
    if handout.tasks:
        _swap(parts.tasks, handout.tasks_density, styles)
    for content, is_long in (
        (parts.front, handout.long_title),
        (parts.original, handout.long_original_title),
    ):
        if is_long:
            _rename(content, {"Title": "TitleLong", "OriginalTitle": "OriginalTitleLong"}, styles)


def _give_room(body: Element, handout: Handout, styles: Styles) -> None:
    parts = Parts.of(body)
    spread(parts.front, handout.front, styles)
    set_rows(parts.digest, handout.digest, styles)
    if handout.tasks:
        for table in (one for one in parts.tasks if one.tag == qn("w:tbl")):
            keep_last_rows(table)


def _swap(content: list[Element], density: Density, styles: frozenset[str]) -> None:
    if mark := suffix(density):
        _rename(content, {name: name + mark for name in styles}, styles)


def _rename(content: list[Element], names: dict[str, str], styles: frozenset[str]) -> None:
    for element in content:
        for style in element.iter(qn("w:pStyle")):
            other = names.get(style.get(qn("w:val"), ""), "")
            if other in styles:
                style.set(qn("w:val"), other)


def _widen_tables(body: Element) -> None:
    """Share a table's width among columns that came out of a loop: fixed layout needs every cell's."""
    for table in body.iter(qn("w:tbl")):
        columns = table.findall(whole("w:tblGrid/w:gridCol"))
        rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
        widths = [_width(column) for column in columns]
        total = _total(table) or sum(widths)
        if any(_spans(cell) for row in rows for cell in row):
            continue  # cells over several columns come from no loop of ours
        if all(_alike(_cell_widths(row), widths) for row in rows) and _alike([sum(widths)], [total]):
            continue
        shares = _shares(total, len(columns))
        for column, width in zip(columns, shares, strict=True):
            column.set(qn("w:w"), str(width))
        for row in rows:
            for cell, width in zip(row, shares, strict=False):
                _set_width(cell, width)


def _alike(some: list[int], others: list[int]) -> bool:
    """Whether widths are the same but for what programs round away: a point."""
    return len(some) == len(others) and all(abs(a - b) <= _POINT for a, b in zip(some, others, strict=True))


def _total(table: Element) -> int:
    """The width that a table states in twips; 0 where it states none, or a share of the page."""
    stated = table.find(whole("w:tblPr/w:tblW"))
    return _width(stated) if stated is not None and stated.get(qn("w:type")) == "dxa" else 0


def _spans(cell: Element) -> bool:
    return cell.find(whole("w:tcPr/w:gridSpan")) is not None


def _cell_widths(cells: list[Element]) -> list[int]:
    return [_width(cell.find(whole("w:tcPr/w:tcW"))) for cell in cells]


def _width(element: Element | None) -> int:
    """A width in twips; 0 where there is none, or none in twips."""
    said = element.get(qn("w:w")) if element is not None else None
    return int(said) if said and said.isdecimal() else 0


def _set_width(cell: Element, width: int) -> None:
    stated = cell_width(cell)
    stated.set(qn("w:w"), str(width))
    stated.set(qn("w:type"), "dxa")


def _shares(total: int, count: int) -> list[int]:
    return [total * (n + 1) // count - total * n // count for n in range(count)]


_CELL_ORDER = ("tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "tcFitText", "vAlign")


def _order_cells(body: Element) -> None:
    """The template engine puts a cell's vMerge last; the schema wants an order (ECMA-376, CT_TcPr)."""
    rank = {qn(f"w:{name}"): number for number, name in enumerate(_CELL_ORDER)}
    for merge in list(body.iter(qn("w:vMerge"))):
        properties = parent_of(merge)
        properties[:] = sorted(properties, key=lambda child: rank.get(child.tag, len(rank)))


def _keep_two_lines(body: Element) -> None:
    """Widow control where two lines must stand together: under a heading."""
    for heading, paragraph in _pairs(body):
        after_heading = style_of(heading).startswith("Heading") and not style_of(paragraph).startswith(
            "Heading"
        )
        if after_heading:
            control = widow_control(paragraph)
            control.attrib.pop(qn("w:val"), "")  # LibreOffice writes that there is none


def _keep_first_rows(body: Element) -> None:
    """Keep a table's head with its first rows, so that no page ends with a head and a single row."""
    for table in body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        if not rows or rows[0].find(whole("w:trPr/w:tblHeader")) is None:
            continue
        for paragraph in (
            p for row in rows[: min(ROWS_TOGETHER, len(rows) - 1)] for p in row.iter(qn("w:p"))
        ):
            keep_next(paragraph)


def _pairs(body: Element) -> Iterator[tuple[Element, Element]]:
    """Paragraphs of text that follow each other directly."""
    both = ((one, two) for one, two in pairwise(body) if one.tag == two.tag == qn("w:p"))
    return ((one, two) for one, two in both if two.find(qn("w:r")) is not None)


def _fold_sections(body: Element) -> None:
    """Move a section's end from its empty paragraph into the one before: no empty line, no empty page."""
    for paragraph in list(body.findall(qn("w:p"))):
        section = paragraph.find(whole("w:pPr/w:sectPr"))
        before = paragraph.getprevious()
        if section is None or before is None or before.tag != qn("w:p") or _has_section(before):
            continue
        paragraph_properties(before).append(section)
        body.remove(paragraph)


def _has_section(paragraph: Element) -> bool:
    return paragraph.find(whole("w:pPr/w:sectPr")) is not None


def _end_with_last_section(body: Element) -> None:
    """Make the last section's end that of the document: without 原文 a page behind it would be empty."""
    last = body.find(qn("w:sectPr"))
    ends = body.findall(whole("w:p/w:pPr/w:sectPr"))
    if last is not None and ends:
        body.replace(last, ends[-1])
