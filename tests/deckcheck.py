"""What holds of every deck, whatever the speech: one line for each thing that is amiss."""

import re
from collections import Counter

from reportgen.analysis import Excerpt
from reportgen.analysis.clauses import sentences
from reportgen.planning.deck import Para, words
from reportgen.planning.deck.fit import fits, height
from reportgen.planning.wording import AIM, EDITORS
from reportgen.rendering.pptx import read_layouts
from reportgen.source import MARK
from reportgen.themes import standard

TEMPLATE = standard().template("deck.pptx")
LAYOUTS = read_layouts(TEMPLATE)
BODY, TABLE = 18, 14  # points
OMITTED = "……"
RUNNING = re.compile(r"条\d+|卡片\d+|步骤\d+|目标|说明\d*|数字说明|左\d+|右\d+|来源")
"""Placeholders of running text, which a search must find: no line of it is broken by hand."""
SAID = re.compile(r"条\d+|卡片\d+|步骤\d+|目标|左\d+|右\d+")
"""Placeholders that hold lines of the speech."""
_FEET = re.compile(r"出处|标题旁注|来源|标记\d+|圆号\d+")
_SAYS_ONE_THING = {"cover", "thesis", "overview", "numbers", "chart", "quote", "table", "closing"}
_LEAST_CUT = 8  # characters that a heading ended with …… still shows
_LEAST_ROWS, _LONG = 2, 40


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


def title_of(slide):
    """What a slide is called, on one line."""
    found = (text_of(slide, name) for name in ("标题", "长标题"))
    return next((text.replace("\n", "") for text in found if text), "")


def said_on(slide):
    """The lines of the speech that stand on a slide, in the order of its placeholders."""
    for fill in slide.fills:
        if SAID.fullmatch(fill.slot):
            for para in fill.paras:
                yield from para.text.removeprefix(f"{AIM}　").split("；") if para.lead else [para.text]


def reach(fills, accents, layouts, layout):
    """The share of the height below a title that stands between what is highest and what is lowest there."""
    boxes = [fill.box or layouts.slot(layout, fill.slot).box for fill in fills]
    boxes += [accent.box for accent in accents]
    whole = layouts.slot("list", "条1").box.top, layouts.slot("list", "目标").box.bottom
    return (max(box.bottom for box in boxes) - min(box.top for box in boxes)) / (whole[1] - whole[0])


def sizes(fills, layouts, layout, name):
    """The type sizes of the placeholders of a name and a number."""
    found = (fill for fill in fills if re.fullmatch(rf"{name}\d+", fill.slot))
    return {layouts.slot(layout, fill.slot).levels[para.level].size for fill in found for para in fill.paras}


def bodies(deck):
    """The slides that tell sections, between those that open and close the deck."""
    return [slide for slide in deck.slides if slide.layout not in _SAYS_ONE_THING | {"terms"}]


def faults(brief, deck, layouts=LAYOUTS):
    """Everything that is amiss with a deck; nothing for a good one."""
    for number, slide in enumerate(deck.slides, 1):
        for fault in (*_slide(slide, layouts), *_table(slide, layouts), *_said(slide)):
            yield f"[{number}] {slide.layout}: {fault}"
    yield from _titles(deck)
    yield from _repeats(brief, deck)
    yield from _headings(brief, deck)
    yield from _notes(brief, deck)


def _slide(slide, layouts):
    names = [fill.slot for fill in slide.fills]
    yield from (f"{name} is filled twice" for name in set(names) if names.count(name) > 1)
    for fill in slide.fills:
        slot = layouts.slot(slide.layout, fill.slot)
        begin = fill.paras[0].text[:20]
        if not fits(fill.paras, slot, fill.box):
            yield f"{fill.slot} overflows: {begin}"
        if not all(para.text.strip() for para in fill.paras):
            yield f"{fill.slot} is empty"
        if not _within(fill.box or slot.box, layouts):
            yield f"{fill.slot} stands off the slide"
        sizes = {slot.levels[para.level].size for para in fill.paras}
        if min(sizes) < BODY and not _FEET.fullmatch(fill.slot):
            yield f"{fill.slot} is set in {min(sizes)} pt: {begin}"
        if RUNNING.fullmatch(fill.slot) and any("\n" in para.text for para in fill.paras):
            yield f"{fill.slot} is broken by hand: {begin}"


def _table(slide, layouts):
    if slide.table is None:
        return
    table, slot = slide.table, layouts.slot("table", "表格样式")
    if not _within(table.box, layouts) or abs(sum(table.heights) - table.box.height) > 0.1:
        yield "the table stands off the slide"
    if min(slot.levels[0].size, layouts.slot("table", "表头样式").levels[0].size) < TABLE:
        yield "the table's type is too small"
    for row, tall in zip(table.rows, table.heights[1:], strict=True):
        for cell, width in zip(row, table.widths, strict=True):
            if height((Para(cell),), slot, slot.box.__class__(0, 0, width, 0)) > tall + 0.1:
                yield f"a cell overflows: {cell[:20]}"
            if "\n" in cell:
                yield f"a cell is broken by hand: {cell[:20]}"


def _within(box, layouts):
    return (
        box.left > -0.1
        and box.top > -0.1
        and box.right < layouts.width + 0.1
        and box.bottom < layouts.height + 0.1
    )


def _said(slide):
    """A slide that says nothing beside its title, or one line only, is none."""
    if slide.layout in _SAYS_ONE_THING:
        return
    beside = [
        fill for fill in slide.fills if re.fullmatch(r"点题\d+|卡题\d+|阶段\d+|主短语\d+|提法\d+", fill.slot)
    ]
    rows = len(beside) + len(list(said_on(slide)))
    # One that fills half of a slide by itself is enough.
    if rows < _LEAST_ROWS and not any(len(line) > _LONG for line in said_on(slide)):
        yield f"says {rows} lines beside its title: {title_of(slide)}"


def _titles(deck):
    counts = Counter(title_of(slide) for slide in deck.slides[1:-1])
    yield from (f"{count} slides are called {title}" for title, count in counts.items() if count > 1)


def _repeats(brief, deck):
    """A line stands on the slides of sections once, however often the speech says it; headings as often."""
    headings = Counter(words.heading(part) for part in brief.walk())
    counts = Counter(line for slide in bodies(deck) for line in said_on(slide))
    for line, count in counts.items():
        if count > max(headings[line], 1):
            yield f"{count} times on slides: {line[:30]}"


def shown_text(deck):
    """The words of every slide's fills, blanks and commas left out: a heading may stand in two pieces."""
    return [bare("".join(para.text for fill in slide.fills for para in fill.paras)) for slide in deck.slides]


def bare(text):
    """Text as it is compared, without blanks, commas and the place holders of Markdown's marks."""
    return re.sub(rf"[\s，,{MARK}]+", "", text)


def _headings(brief, deck):
    slides = shown_text(deck)
    short = {part.node.span: bare(words.short(part)) for part in brief.parts}
    cut = [
        bare(para.text).removesuffix(OMITTED)
        for slide in deck.slides
        for fill in slide.fills
        for para in fill.paras
        if para.text.endswith(OMITTED)
    ]
    for node in brief.document.nodes:
        heading = bare(node.heading.text).rstrip("。；：")
        whole = any(heading in text for text in slides)
        ended = any(len(one) >= _LEAST_CUT and one in heading for one in cut)
        if not whole and not ended and not any(short[node.span] in text for text in slides):
            yield f"the heading is on no slide: {heading[:40]}"


def _notes(brief, deck):
    notes = "".join(bare("".join(slide.notes)) + "\n" for slide in deck.slides)
    for node in brief.document.walk():
        for passage in (node.heading, *node.body):
            if bare(passage.text) not in notes:
                yield f"the source is in no notes: {passage.text[:30]}"


def letters(text):
    """Text without its punctuation and blanks: what is left of a clause whatever stands around it."""
    return "".join(char for char in text if char.isalnum())


def torn(brief, deck):
    """Lines of slides that are no whole clauses of one sentence of the speech, in its order."""
    document = brief.document
    said = [document.preamble, document.closing, *(node.body for node in document.walk())]
    said += [(node.heading, *(node.body if node.run_in else ())) for node in document.walk()]
    known = [[letters(one.text) for one in clauses] for some in said for clauses in sentences(some)]
    # A heading may be told with the sentence behind it.
    known += [
        [letters(one.text) for clauses in sentences((node.heading, *node.body[:1])) for one in clauses]
        for node in document.walk()
    ]
    for slide in bodies(deck):
        for line in said_on(slide):
            text = letters(line.removesuffix(EDITORS).removesuffix(OMITTED))
            if not any(_made_of(text, clauses) for clauses in known):
                yield line


def _made_of(text, clauses):
    """Whether a text is some clauses one behind the other, others between them left out."""
    if not text:
        return True
    return any(
        clause and text.startswith(clause) and _made_of(text[len(clause) :], clauses[at + 1 :])
        for at, clause in enumerate(clauses)
    )


def untold(brief, deck):
    """Measures and goals that stand on no slide but in the table of tasks."""
    told = [slide for slide in deck.slides if slide.layout not in {"overview", "table"}]
    shown = letters("".join(para.text for slide in told for fill in slide.fills for para in fill.paras))
    for part in brief.walk():
        for one in (*part.measures, *part.goals):
            if letters(one.line.text) not in shown and isinstance(one.line, Excerpt):
                yield one.line.text
