"""What holds of every deck, whatever the speech: one line for each thing that is amiss."""

import re

from reportgen.planning.deck import Box, Para
from reportgen.planning.deck.fit import fits, height
from reportgen.rendering.pptx import read_layouts
from reportgen.source import MARK
from reportgen.themes import standard

TEMPLATE = standard().template("deck.pptx")
LAYOUTS = read_layouts(TEMPLATE)
BODY, TABLE = 18, 14  # points
WIDTH, HEIGHT = 960, 540  # of a slide
OMITTED = "……"
_LEAST_CUT = 8  # characters that a heading ended with …… still shows


def slides(deck, layout):
    """The slides of a layout."""
    return [slide for slide in deck.slides if slide.layout == layout]


def text_of(slide, slot):
    """What stands in a placeholder of a slide, a line a paragraph; None where it is not filled."""
    fill = next((one for one in slide.fills if one.slot == slot), None)
    return "\n".join(para.text for para in fill.paras) if fill else None


def row_of(slide, name):
    """What stands in the placeholders of a name and a number (条1, 条2 …), by number."""
    found = ((one.slot.removeprefix(name), text_of(slide, one.slot)) for one in slide.fills)
    return {int(number): text.replace("\n", "") for number, text in found if number.isdecimal()}


def faults(brief, deck):
    """Everything that is amiss with a deck; nothing for a good one."""
    for number, slide in enumerate(deck.slides, 1):
        for fault in (*_slide(slide), *_table(slide)):
            yield f"[{number}] {slide.layout}: {fault}"
    yield from _headings(brief, deck)
    yield from _notes(brief, deck)


def _slide(slide):
    names = [fill.slot for fill in slide.fills]
    yield from (f"{name} is filled twice" for name in set(names) if names.count(name) > 1)
    for fill in slide.fills:
        slot = LAYOUTS.slot(slide.layout, fill.slot)
        words = fill.paras[0].text[:20]
        if not fits(fill.paras, slot, fill.box):
            yield f"{fill.slot} overflows: {words}"
        if not all(para.text.strip() for para in fill.paras):
            yield f"{fill.slot} is empty"
        if not _within(fill.box or slot.box):
            yield f"{fill.slot} stands off the slide"
        sizes = {slot.levels[para.level].size for para in fill.paras}
        if min(sizes) < BODY and not words.isdigit():  # the number in a disc is a mark, no text
            yield f"{fill.slot} is set in {min(sizes)} pt: {words}"


def _table(slide):
    if slide.table is None:
        return
    table, slot = slide.table, LAYOUTS.slot("table", "表格样式")
    if not _within(table.box) or abs(sum(table.heights) - table.box.height) > 0.1:
        yield "the table stands off the slide"
    if min(slot.levels[0].size, LAYOUTS.slot("table", "表头样式").levels[0].size) < TABLE:
        yield "the table's type is too small"
    for row, tall in zip(table.rows, table.heights[1:], strict=True):
        for cell, width in zip(row, table.widths, strict=True):
            if height((Para(cell),), slot, Box(0, 0, width, 0)) > tall + 0.1:
                yield f"a cell overflows: {cell[:20]}"


def _within(box):
    return box.left > -0.1 and box.top > -0.1 and box.right < WIDTH + 0.1 and box.bottom < HEIGHT + 0.1


def shown_text(deck):
    """The words of every slide's fills, blanks and commas left out: a heading may stand in two pieces."""
    return [bare("".join(para.text for fill in slide.fills for para in fill.paras)) for slide in deck.slides]


def bare(text):
    """Text as it is compared, without blanks, commas and the place holders of Markdown's marks."""
    return re.sub(rf"[\s，,{MARK}]+", "", text)


def _headings(brief, deck):
    slides = shown_text(deck)
    cut = [
        bare(para.text).removesuffix(OMITTED)
        for slide in deck.slides
        for fill in slide.fills
        for para in fill.paras
        if para.text.endswith(OMITTED)
    ]
    for node in brief.document.walk():
        heading = bare(node.heading.text).rstrip("。；：")
        whole = any(heading in text for text in slides)
        ended = any(len(one) >= _LEAST_CUT and one in heading for one in cut)
        if node.level <= 2 and not whole and not ended:
            yield f"the heading is on no slide: {heading[:40]}"


def _notes(brief, deck):
    notes = "".join(bare("".join(slide.notes)) + "\n" for slide in deck.slides)
    for node in brief.document.walk():
        for passage in (node.heading, *node.body):
            if bare(passage.text) not in notes:
                yield f"the source is in no notes: {passage.text[:30]}"
