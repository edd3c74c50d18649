"""A planned deck and a template give a presentation. No font, size or colour is set here."""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING, cast

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from reportgen.planning.deck import Accent, Box, Deck, Fill, Layouts, Para
from reportgen.planning.deck import Slide as SlidePlan
from reportgen.rendering.characters import printable
from reportgen.rendering.elements import child_of, drop
from reportgen.rendering.package import stable_package
from reportgen.rendering.pptx.shim import element_of, kind_of, placeholders, tree_of
from reportgen.rendering.pptx.table import add_table
from reportgen.rendering.pptx.template import DeckTemplate, template_layouts
from reportgen.rendering.pptx.text import write_paras

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
    from pptx.presentation import Presentation
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide, SlideLayout

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
    for fill in plan.fills:
        _fill(shapes[layouts.slot(plan.layout, fill.slot).index], fill)
    for accent in plan.accents:
        _accent(slide, accent)
    _order(slide, [shapes[layouts.slot(plan.layout, fill.slot).index] for fill in plan.fills])
    if plan.table is not None:
        add_table(slide, plan.table, layouts)
    _furniture(slide, layout, plan.footer)
    if plan.notes:
        slide.notes_slide.notes_text_frame.text = printable("\n".join(plan.notes))


def _fill(shape: Shape, fill: Fill) -> None:
    shape.name = fill.slot
    if fill.box is not None:
        _move(shape, fill.box)
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


def _accent(slide: Slide, accent: Accent) -> None:
    box = accent.box
    kind = MSO_SHAPE.OVAL if accent.disc else MSO_SHAPE.RECTANGLE
    shape = slide.shapes.add_shape(kind, Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    shape.name = f"线{shape.shape_id}"
    element = element_of(shape)
    element.replace(child_of(element, qn("p:style")), _style(accent.role))
    decorative = (
        f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst>"
    )
    element.nvSpPr.cNvPr.append(parse_xml(decorative))


def _style(role: str) -> Element:
    """A style that takes its fill from the theme; no outline (line style 0)."""
    colour = f'<a:schemeClr val="{role}"/>'
    style: Element = parse_xml(
        f'<p:style {nsdecls("p", "a")}><a:lnRef idx="0">{colour}</a:lnRef>'
        f'<a:fillRef idx="1">{colour}</a:fillRef><a:effectRef idx="0">{colour}</a:effectRef>'
        '<a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></p:style>'
    )
    return style


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
