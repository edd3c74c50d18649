"""一图读懂: the whole speech on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.analysis import Brief, Part
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import by_sense, fits, height
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.grid import area, columns
from reportgen.planning.deck.slides import Accent, AccentColour, Box, Fill, Layouts, Para, Slide, Slot
from reportgen.planning.wording import OVERVIEW, last_clause, shown

_FEWEST_BOXES = 2  # one box is no row
_MOST_COLUMNS = 6
_TALLEST_CELL = 70.0  # points
_TALLEST_ROW = 84.0
_HEAD_SHARE = 0.36  # of a row
_GRID_COLUMNS = (1, 2, 3)
_MOST_IN_COLUMN = 6  # of headings alone, before another column is begun


def overview(brief: Brief, title: str, layouts: Layouts) -> Slide | None:
    """The whole speech on one slide: sections as columns with their points below, or the sections alone.

    None for a speech of one section or none, and for one of more sections than a slide shows.
    """
    parts = brief.parts
    banner = _banner(brief, title, layouts)
    if len(parts) < _FEWEST_BOXES or banner is None:
        return None
    # A column without points is a hole among full ones; a row takes the whole width for its heading.
    side_by_side = len(parts) <= _MOST_COLUMNS and all(part.parts for part in parts)
    made = _in_columns(layouts, banner, parts) if side_by_side else None
    if 2 * sum(bool(part.parts) for part in parts) < len(parts):
        parts = tuple(replace(part, parts=()) for part in parts)
    slide = made or _in_rows(layouts, banner, parts) or _in_grid(layouts, banner, parts)
    notes = words.paragraphs(brief.document.preamble)
    return slide and replace(slide, footer=title, notes=notes)


def _in_rows(layouts: Layouts, banner: Fill, parts: Sequence[Part]) -> Slide | None:
    """A row a section: its heading, and beside it its points where it has any."""
    heads, points = layouts.row("overview", "部分"), layouts.row("overview", "点")
    if len(parts) > len(heads):
        return None
    box = area([*heads, *points])
    gap = points[1].box.left - points[0].box.right
    tall = min((box.height - gap * (len(parts) - 1)) / len(parts), _TALLEST_ROW)
    left = (box.width - gap) * (_HEAD_SHARE if any(part.parts for part in parts) else 1.0)
    found: list[Fill] = []
    for level in range(len(heads[0].levels)):
        found = []
        for at, part in enumerate(parts):
            top = box.top + at * (tall + gap)
            wide = left if part.parts else box.width
            found += _row(
                part,
                heads[at],
                points[at],
                level,
                (
                    Box(box.left, top, wide, tall),
                    Box(box.left + left + gap, top, box.width - left - gap, tall),
                ),
            )
        if sum(fill.slot.startswith("部分") for fill in found) == len(parts):
            break
    else:
        return None
    return Slide("overview", (*head(layouts, "overview", OVERVIEW), banner, *found))


def _row(part: Part, head_slot: Slot, slot: Slot, level: int, boxes: tuple[Box, Box]) -> Iterator[Fill]:
    """The heading of a section, and its points where all of them fit beside it."""
    place, beside = boxes
    texts = dict.fromkeys((words.marked(part, words.heading(part)), words.marked(part, words.short(part))))
    top = next((para for text in texts if (para := by_sense(text, head_slot, place, [level]))), None)
    names = [words.short(point) for point in part.parts]
    below = (Para(_several(names, count)) for count in range(len(names), 0, -1))
    line = next((para for para in below if fits((para,), slot, beside)), None)
    if top is not None:
        yield Fill(head_slot.name, (top,), place if line else replace(place, width=beside.right - place.left))
    if line is not None:
        yield Fill(slot.name, (line,), beside)


def _several(names: Sequence[str], count: int) -> str:
    """The first names, and of how many they are where there are more."""
    more = f"……共 {len(names)} 点" if count < len(names) else ""
    return "；".join(names[:count]) + more


def _in_grid(layouts: Layouts, banner: Fill, parts: Sequence[Part]) -> Slide | None:
    """The headings alone, in as few columns as their number allows."""
    slots = layouts.row("overview", "点")
    box = area([*layouts.row("overview", "部分"), *slots])
    gap = slots[1].box.left - slots[0].box.right
    few = next((n for n in _GRID_COLUMNS if len(parts) <= n * _MOST_IN_COLUMN), _GRID_COLUMNS[-1])
    for count in (few, *(n for n in _GRID_COLUMNS if n > few)):
        rows = -(-len(parts) // count)
        tall = min((box.height - gap * (rows - 1)) / rows, _TALLEST_CELL * 1.3)
        places = [
            Box(column.left, box.top + row * (tall + gap), column.width, tall)
            for column in columns(box, count, gap)
            for row in range(rows)
        ][: len(parts)]
        paras = [_cell(part, slots[0], place) for part, place in zip(parts, places, strict=False)]
        if len(parts) <= len(slots) and None not in paras:
            fills = [
                Fill(slot.name, (para,), place)
                for slot, para, place in zip(slots, paras, places, strict=False)
                if para
            ]
            return Slide("overview", (*head(layouts, "overview", OVERVIEW), banner, *fills))
    return None


def _cell(part: Part, slot: Slot, box: Box) -> Para | None:
    text = words.marked(part, words.heading(part))
    return by_sense(text, slot, box) or by_sense(words.marked(part, words.short(part)), slot, box)


def _in_columns(layouts: Layouts, banner: Fill, parts: Sequence[Part]) -> Slide | None:
    heads, points = layouts.row("overview", "部分"), layouts.row("overview", "点")
    wide = len(heads)
    gap = heads[1].box.left - heads[0].box.right
    boxes = columns(area(heads), len(parts), gap)
    tops = _tops(parts, heads[0], boxes)
    if tops is None:
        return None
    below = columns(area(points), len(parts), gap)
    fills = [*head(layouts, "overview", OVERVIEW), banner]
    accents: list[Accent] = []
    bar = layouts.slot("overview", "总题").box
    for column, (part, top, box) in enumerate(zip(parts, tops, boxes, strict=True)):
        fills.append(Fill(heads[column].name, top, box))
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


def _tops(parts: Sequence[Part], slot: Slot, boxes: Sequence[Box]) -> list[tuple[Para, ...]] | None:
    """The heads of the columns, all with the second half of their headings or none."""
    tail = len(slot.levels) - 1
    for with_tails in (True, False):
        for level in range(tail if tail > 1 else len(slot.levels)):
            tops: list[tuple[Para, ...]] = []
            for part, box in zip(parts, boxes, strict=True):
                first, second = words.halves(part)
                text = words.marked(part, first if second else words.short(part))
                paras = [by_sense(text, slot, box, [level])]
                if with_tails and second and tail > 1:
                    paras.append(by_sense(second, slot, box, [tail]))
                found = tuple(para for para in paras if para is not None)
                if len(found) == len(paras) and fits(found, slot, box):
                    tops.append(found)
            if len(tops) == len(parts):
                return tops
    return None


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
