"""核心要义: the thesis, a big number, the pillars."""

from __future__ import annotations

from reportgen.analysis import Brief
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import by_clause, fits, height, in_any_case, lines
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.grid import area, columns
from reportgen.planning.deck.numbers import BigNumber, foremost
from reportgen.planning.deck.slides import Accent, AccentColour, Box, Fill, Layouts, Para, Slide
from reportgen.planning.wording import THESIS, origin, shown

_FEWEST_BOXES = 2  # one box is no row
_BAR = 6.0  # points: the gold bar beside the thesis


def thesis(brief: Brief, title: str, layouts: Layouts) -> Slide | None:
    """The thesis with its place, perhaps a big number, and the pillars or the sections' names."""
    if brief.thesis is None:
        return None
    boxes = _pillars(brief, layouts)
    figure = foremost(brief, layouts)
    slot = layouts.slot("thesis", "要义")
    right = layouts.slot("thesis", "数字").box
    lowest = area(layouts.row("thesis", "支柱")).bottom
    width = slot.box.width if figure else right.right - slot.box.left
    box = Box(slot.box.left, slot.box.top, width, slot.box.height if boxes else lowest - slot.box.top)
    source = origin(brief.document, brief.thesis)
    broken = by_clause(shown(brief.thesis), slot, box)
    paras = (broken or in_any_case(shown(brief.thesis), slot, box),)
    fills = [*head(layouts, "thesis", THESIS), Fill("要义", paras, box)]
    if source:
        place = layouts.slot("thesis", "出处").box
        fills.append(
            Fill(
                "出处", (Para(f"——{source}"),), Box(box.left, box.bottom - place.height, width, place.height)
            )
        )
    bar = Accent(Box(box.left, box.top, _BAR, box.height), AccentColour.SECOND)
    notes = words.paragraphs(brief.document.preamble)
    if figure:
        notes = tuple(dict.fromkeys((*notes, *words.places(brief, [figure.figure.clause]))))
    return Slide("thesis", (*fills, *_figure_fills(figure, box, layouts), *boxes), (bar,), None, title, notes)


def _pillars(brief: Brief, layouts: Layouts) -> tuple[Fill, ...]:
    slots = layouts.row("thesis", "支柱")
    texts = [shown(p) for p in brief.pillars]
    if not texts and _FEWEST_BOXES <= len(brief.parts) <= len(slots):
        texts = [words.short(part) for part in brief.parts]
    if not _FEWEST_BOXES <= len(texts) <= len(slots):
        return ()
    boxes = columns(area(slots), len(texts), slots[1].box.left - slots[0].box.right)
    for level in range(len(slots[0].levels)):
        paras = [
            Para("\n".join(lines(text, slots[0], level, box)), level)
            for text, box in zip(texts, boxes, strict=True)
        ]
        if all(fits((p,), slots[0], box) for p, box in zip(paras, boxes, strict=True)):
            tall = max(height((p,), slots[0], b) for p, b in zip(paras, boxes, strict=True)) + 36
            low = [Box(b.left, b.top, b.width, min(tall, b.height)) for b in boxes]
            return tuple(Fill(s.name, (p,), b) for s, p, b in zip(slots, paras, low, strict=False))
    return ()


def _figure_fills(figure: BigNumber | None, beside: Box, layouts: Layouts) -> tuple[Fill, ...]:
    if figure is None:
        return ()
    number, caption = layouts.slot("thesis", "数字"), layouts.slot("thesis", "数字说明")
    low = Box(caption.box.left, caption.box.top, caption.box.width, beside.bottom - caption.box.top)
    return (
        Fill("数字", (figure.at(figure.number.level, number),)),
        Fill("数字说明", (Para(figure.caption),), low),
    )
