"""一图读懂: the whole speech on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.analysis import Brief, Part
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import by_sense, height
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.grid import area, columns, shares
from reportgen.planning.deck.slides import Accent, AccentColour, Box, Fill, Layouts, Para, Slide, Slot
from reportgen.planning.wording import OVERVIEW, last_clause, shown

_FEWEST_BOXES = 2  # one box is no row
_MOST_COLUMNS = 5
_MOST_SECTIONS = 60  # of a speech that is shown at a glance
_TALLEST_CELL = 70.0  # points


def overview(brief: Brief, title: str, layouts: Layouts) -> Iterator[Slide]:
    """The whole speech on one page: sections as columns, their points below; as few pages as it takes."""
    parts = brief.parts
    if len(parts) < _FEWEST_BOXES or 2 * sum(bool(part.parts) for part in parts) < len(parts):
        return  # one column, or heads with nothing below them: the agenda says as much
    if len(parts) > _MOST_SECTIONS:
        return
    for count in range(-(-len(parts) // _MOST_COLUMNS), len(parts) + 1):
        banner = _banner(brief, title, layouts)
        made = [_overview_slide(layouts, banner, parts[a:b], first=a) for a, b in shares(len(parts), count)]
        slides = [slide for slide in made if slide is not None]
        if len(slides) == len(made):
            yield from (replace(slide, footer=title) for slide in slides)
            return


def _overview_slide(
    layouts: Layouts, banner: Fill | None, parts: Sequence[Part], *, first: int
) -> Slide | None:
    heads, points = layouts.row("overview", "部分"), layouts.row("overview", "点")
    wide = len(heads)
    gap = heads[1].box.left - heads[0].box.right
    boxes = columns(area(heads), len(parts), gap)
    tops = [by_sense(words.marked(p, words.short(p)), heads[0], b) for p, b in zip(parts, boxes, strict=True)]
    if banner is None or any(top is None for top in tops):
        return None
    below = columns(area(points), len(parts), gap)
    fills = [*head(layouts, "overview", OVERVIEW, continued=first > 0), banner]
    accents: list[Accent] = []
    bar = layouts.slot("overview", "总题").box
    for column, (part, top, box) in enumerate(zip(parts, tops, boxes, strict=True)):
        if top is None:
            return None
        fills.append(Fill(heads[column].name, (top,), box))
        accents += [
            Accent(
                Box(box.left + box.width / 2 - 0.75, bar.bottom, 1.5, box.top - bar.bottom),
                AccentColour.SECOND,
            ),
            Accent(Box(box.left, box.top, box.width, 3), AccentColour.SECOND),
        ]
        cells = _cells(part, points[column::wide], below[column], max(len(p.parts) for p in parts))
        if cells is None:
            return None
        fills += cells
    return Slide("overview", tuple(fills), tuple(accents))


def _banner(brief: Brief, title: str, layouts: Layouts) -> Fill | None:
    slot = layouts.slot("overview", "总题")
    line = shown(brief.thesis) if brief.thesis is not None else ""
    for text in (line, last_clause(line), title):
        para = by_sense(text, slot) if text else None
        if para is not None:
            return Fill("总题", (para,))
    return None


def _cells(part: Part, slots: Sequence[Slot], box: Box, rows: int) -> list[Fill] | None:
    """The points of one column, as tall as their words need; None where they do not fit."""
    gap = slots[1].box.top - slots[0].box.bottom
    # As many as there is room for where each has a line; more say how many they are.
    shown_rows = min(rows, len(slots), int((box.height + gap) / (height((Para("1"),), slots[0], box) + gap)))
    paras = _numbered([words.short(point) for point in part.parts], shown_rows)
    heights = [height((para,), slots[0], box) for para in paras]
    if sum(heights) + gap * (len(paras) - 1) > box.height:
        return None
    # All alike where they can be, so that the rows of the columns stand level.
    level = min((box.height - gap * (shown_rows - 1)) / max(shown_rows, 1), _TALLEST_CELL)
    if max(heights, default=0.0) <= level:
        heights = [level] * len(paras)
    fills: list[Fill] = []
    top = box.top
    for para, slot, tall in zip(paras, slots, heights, strict=False):
        fills.append(Fill(slot.name, (para,), Box(box.left, top, box.width, tall)))
        top += tall + gap
    return fills


def _numbered(texts: Sequence[str], most: int) -> list[Para]:
    """Numbered lines; where there are more than `most`, the last one says how many."""
    kept = texts if len(texts) <= most else texts[: most - 1]
    paras = [Para(f"{i}  {text}", 0, len(str(i))) for i, text in enumerate(kept, 1)]
    return paras if len(kept) == len(texts) else [*paras, Para(f"……共 {len(texts)} 点")]
