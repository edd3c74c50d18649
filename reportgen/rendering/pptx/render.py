"""A planned deck and a template give a presentation. No font, size or colour is set here."""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING, cast

from pptx.oxml.ns import qn
from pptx.util import Pt

from reportgen.office.stable import stable_package
from reportgen.planning.deck import Accent, AccentKind, Box, Deck, Fill, Layouts, Para
from reportgen.planning.deck import Slide as SlidePlan
from reportgen.rendering.characters import printable
from reportgen.rendering.elements import child_of, drop
from reportgen.rendering.pptx.accents import add_accent, add_edge
from reportgen.rendering.pptx.sections import add_sections
from reportgen.rendering.pptx.shim import element_of, kind_of, placeholders, text_of, tree_of
from reportgen.rendering.pptx.table import add_table
from reportgen.rendering.pptx.template import DeckTemplate, template_layouts
from reportgen.rendering.pptx.text import write_paras

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pptx.presentation import Presentation
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide, SlideLayout

EDGE = "边"
"""The end of the name of a placeholder that is no place for words, but a line at the edge of another."""
_OUTLINE = f"{qn('p:spPr')}/{qn('a:prstGeom')}"
_GROUNDS = {AccentKind.DISC, AccentKind.CARD}
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
    # Words stand on a disc and on a card; a bar stands on the card whose edge it marks.
    _accents(slide, (one for one in plan.accents if one.kind in _GROUNDS))
    _order(slide, _filled(slide, layout, plan, layouts))
    _edges(slide, layout, plan, layouts)
    _accents(slide, (one for one in plan.accents if one.kind not in _GROUNDS))
    if plan.table is not None:
        add_table(slide, plan.table, layouts)
    if plan.chart is not None:
        # Few decks have one, and what writes its sheet takes long to load.
        from reportgen.rendering.pptx.chart import add_chart

        add_chart(slide, plan.chart, layout)
    _furniture(slide, layout, plan.footer)
    if plan.notes:
        lines = "\n".join(plan.notes).split("\n")
        write_paras(slide.notes_slide.notes_text_frame, [Para(line) for line in lines])


def _accents(slide: Slide, accents: Iterable[Accent]) -> None:
    for accent in accents:
        add_accent(slide, accent)


def _filled(slide: Slide, layout: SlideLayout, plan: SlidePlan, layouts: Layouts) -> list[Shape]:
    """Fill the placeholders that the plan fills, in its order, and remove the others."""
    shapes = {shape.placeholder_format.idx: shape for shape in placeholders(slide)}
    sources = {source.placeholder_format.idx: source for source in placeholders(layout)}
    used = [layouts.slot(plan.layout, fill.slot).index for fill in plan.fills]
    for index in shapes.keys() - set(used):
        drop(shapes[index].element)
    for index, fill in zip(used, plan.fills, strict=True):
        _fill(shapes[index], fill, sources[index])
    return [shapes[index] for index in used]


def _edges(slide: Slide, layout: SlideLayout, plan: SlidePlan, layouts: Layouts) -> None:
    """Draw the lines that the layout has at the edges of what is filled: 目标边 belongs to 目标."""
    drawn = {one.name: one for one in placeholders(layout) if one.name.endswith(EDGE)}
    for fill in plan.fills:
        edge = drawn.get(fill.slot + EDGE)
        if edge is not None:
            box = layouts.slot(plan.layout, fill.slot).box
            add_edge(slide, edge, box, fill.box or box)


def _fill(shape: Shape, fill: Fill, source: Shape) -> None:
    shape.name = fill.slot
    if fill.box is not None:
        _move(shape, fill.box)
    outline = source.element.find(_OUTLINE)
    if outline is not None and outline.get("prst") != "rect":
        _stand_alone(shape, source)
    write_paras(shape.text_frame, fill.paras)


def _stand_alone(shape: Shape, source: Shape) -> None:
    """Make a shape of its own of a placeholder that is no rectangle: LibreOffice draws them all so."""
    element, model = element_of(shape), element_of(source)
    place = child_of(child_of(element, qn("p:nvSpPr")), qn("p:nvPr"))
    drop(child_of(place, qn("p:ph")))
    looks = copy.deepcopy(model.spPr)
    moved = element.spPr.find(qn("a:xfrm"))
    if moved is not None:
        looks.replace(child_of(looks, qn("a:xfrm")), moved)
    element.replace(element.spPr, looks)
    words = text_of(shape)
    for tag in (qn("a:bodyPr"), qn("a:lstStyle")):
        words.replace(child_of(words, tag), copy.deepcopy(child_of(text_of(source), tag)))


def _move(shape: Shape, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = (
        Pt(v) for v in (box.left, box.top, box.width, box.height)
    )


def _order(slide: Slide, shapes: list[Shape]) -> None:
    """Put shapes above what is drawn so far, in the order of the plan, in which they are read out."""
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
