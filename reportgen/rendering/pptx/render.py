"""A planned deck and a template give a presentation. No font, size or colour is set here."""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING, cast

from pptx.oxml.ns import qn
from pptx.util import Pt

from reportgen.office.stable import stable_package
from reportgen.planning.deck import Box, Deck, Fill, Layouts, Para
from reportgen.planning.deck import Slide as SlidePlan
from reportgen.rendering.characters import printable
from reportgen.rendering.elements import drop
from reportgen.rendering.pptx.accents import add_accent
from reportgen.rendering.pptx.chart import add_chart
from reportgen.rendering.pptx.sections import add_sections
from reportgen.rendering.pptx.shim import element_of, kind_of, placeholders, tree_of
from reportgen.rendering.pptx.table import add_table
from reportgen.rendering.pptx.template import DeckTemplate, template_layouts
from reportgen.rendering.pptx.text import write_paras

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
    from pptx.presentation import Presentation
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide, SlideLayout

_OUTLINE = f"{qn('p:spPr')}/{qn('a:prstGeom')}"
_LIST_STYLE = f"{qn('p:txBody')}/{qn('a:lstStyle')}"


def render_deck(deck: Deck, template: DeckTemplate) -> bytes:
    """Return the presentation as the bytes of a .pptx; the same deck and template give the same bytes.

    Raises:
        TemplateError: the template lacks a layout or placeholder that the deck fills.
    """
    presentation = template.presentation()
    layouts = template.layouts
    by_name = template_layouts(presentation)
    for slide in deck.slides:
        for fill in slide.fills:
            layouts.slot(slide.layout, fill.slot)
        _add(presentation, by_name[slide.layout], slide, layouts)
    add_sections(presentation, [slide.section for slide in deck.slides])
    presentation.core_properties.title = printable(deck.title)
    buffer = io.BytesIO()
    presentation.save(buffer)
    return stable_package(buffer.getvalue())


def _add(presentation: Presentation, layout: SlideLayout, plan: SlidePlan, layouts: Layouts) -> None:
    slide = presentation.slides.add_slide(layout)
    shapes = {shape.placeholder_format.idx: shape for shape in placeholders(slide)}
    used = {layouts.slot(plan.layout, fill.slot).index for fill in plan.fills}
    for index, shape in shapes.items():
        if index not in used:
            drop(shape.element)
    outlines = _outlines(layout)
    for fill in plan.fills:
        index = layouts.slot(plan.layout, fill.slot).index
        _fill(shapes[index], fill, outlines.get(index))
    for accent in plan.accents:
        add_accent(slide, accent)
    _order(slide, [shapes[layouts.slot(plan.layout, fill.slot).index] for fill in plan.fills])
    if plan.table is not None:
        add_table(slide, plan.table, layouts)
    if plan.chart is not None:
        add_chart(slide, plan.chart, layout)
    _furniture(slide, layout, plan.footer)
    if plan.notes:
        write_paras(
            slide.notes_slide.notes_text_frame, [Para(line) for line in "\n".join(plan.notes).split("\n")]
        )


def _outlines(layout: SlideLayout) -> dict[int, Element]:
    """The shapes of placeholders that are no rectangles, by their number on the layout."""
    found = ((one.placeholder_format.idx, one.element.find(_OUTLINE)) for one in placeholders(layout))
    return {index: one for index, one in found if one is not None and one.get("prst") != "rect"}


def _fill(shape: Shape, fill: Fill, outline: Element | None) -> None:
    shape.name = fill.slot
    if fill.box is not None:
        _move(shape, fill.box)
    if outline is not None:
        # PowerPoint takes it from the layout, LibreOffice does not.
        element_of(shape).spPr.append(copy.deepcopy(outline))
    write_paras(shape.text_frame, fill.paras)


def _move(shape: Shape, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = (
        Pt(v) for v in (box.left, box.top, box.width, box.height)
    )


def _order(slide: Slide, shapes: list[Shape]) -> None:
    """Put shapes above what is only drawn, in the order of the plan, in which they are read out."""
    tree = tree_of(slide)
    for shape in shapes:
        tree.remove(shape.element)
        tree.append(shape.element)


def _furniture(slide: Slide, layout: SlideLayout, footer: str) -> None:
    """Copy footer and page number from the layout: python-pptx leaves them out of new slides."""
    for source in placeholders(layout):
        kind = kind_of(source)
        if kind not in {"ftr", "sldNum"} or (kind == "ftr" and not footer):
            continue
        element = copy.deepcopy(element_of(source))
        element.nvSpPr.cNvPr.set(
            "id", str(max(s.shape_id for s in slide.shapes) + 1 if len(slide.shapes) else 2)
        )
        for child in list(element.spPr):
            element.spPr.remove(child)
        for level in (one for style in element.iterfind(_LIST_STYLE) for one in list(style)):
            drop(level)
        tree_of(slide).append(element)
        if kind == "ftr":
            write_paras(cast("Shape", slide.shapes[-1]).text_frame, (Para(footer),))
