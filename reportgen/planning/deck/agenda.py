"""目录: the sections with their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.analysis import Brief, Part
from reportgen.planning.deck import words
from reportgen.planning.deck.fit import height, in_any_case, lines
from reportgen.planning.deck.grid import area, shares, stack
from reportgen.planning.deck.slides import Accent, AccentColour, Box, Fill, Layouts, Para, Slide, Slot
from reportgen.planning.wording import AGENDA

_AGENDA_ROW = 92.0  # points that a row of the agenda takes at most
_ENTRY_AIR = 14.0  # points above and below an entry together


def agenda(brief: Brief, layouts: Layouts, *, in_full: bool = False) -> Iterator[Slide]:
    """The sections with their numbers; more than the slide holds go on to the next.

    Args:
        brief: what the speech says.
        layouts: what the template offers.
        in_full: whether the notes hold the text of the sections, because no other slide does.
    """
    slots, numbers = layouts.row("agenda", "条目"), layouts.row("agenda", "序号")
    box = area(slots)
    entries = [_entry(part, number, slots[0], numbers[0], box) for number, part in enumerate(brief.parts, 1)]
    # An entry alone on its slide fits: it was cut to it.
    counts = range(-(-len(entries) // len(slots)), len(entries) + 1)
    spreads = (shares(len(entries), count) for count in counts)
    fitting = (one for one in spreads if all(sum(e.tall for e in entries[a:b]) <= box.height for a, b in one))
    for first, last in next(fitting, ()):
        slide = _agenda_slide(layouts, entries[first:last])
        nodes = [node for part in brief.parts[first:last] if in_full for node in part.node.walk()]
        yield replace(slide, notes=words.notes(nodes, brief))


@dataclass(frozen=True, slots=True)
class _AgendaItem:
    """A section on the agenda: its number, its heading, and the height in points that it needs."""

    number: str
    paras: tuple[Para, ...]
    tall: float


def _entry(part: Part, number: int, slot: Slot, number_slot: Slot, box: Box) -> _AgendaItem:
    paras = _entry_paras(part, slot)
    if height(paras, slot) + _ENTRY_AIR > box.height:
        paras = (in_any_case(words.heading(part), slot, replace(box, height=box.height - _ENTRY_AIR)),)
    return _AgendaItem(words.ordinal(part, number, number_slot), paras, height(paras, slot) + _ENTRY_AIR)


def _entry_paras(part: Part, slot: Slot) -> tuple[Para, ...]:
    head_text, tail = words.halves(part)
    if tail and len(lines(head_text, slot)) == 1 and len(lines(tail, slot, 1)) == 1:
        return (Para(head_text, 0), Para(tail, 1))
    full = words.heading(part)
    level = 0 if len(lines(full, slot)) == 1 else 2
    return (Para("\n".join(lines(full, slot, level)), level),)


def _agenda_slide(layouts: Layouts, entries: Sequence[_AgendaItem]) -> Slide:
    slots, numbers = layouts.row("agenda", "条目"), layouts.row("agenda", "序号")
    box = area(slots)
    heights = [entry.tall for entry in entries]
    pitch = min(box.height / len(heights), _AGENDA_ROW + 12)
    heights = [max(h, pitch) for h in heights] if pitch * len(heights) <= box.height else heights
    spare = max(box.height - sum(heights), 0.0)
    places = stack(Box(box.left, box.top + spare / 2, box.width, sum(heights)), heights)
    fills = [Fill("标题", (Para(AGENDA),))]
    accents: list[Accent] = []
    for i, (entry, place) in enumerate(zip(entries, places, strict=True)):
        column = numbers[i].box
        number = (Para(entry.number, 0 if len(entry.number) == 1 else 1),)
        fills += [
            Fill(numbers[i].name, number, Box(column.left, place.top, column.width, place.height)),
            Fill(slots[i].name, entry.paras, place),
        ]
        if i:
            accents.append(
                Accent(Box(column.left, place.top, place.right - column.left, 0.75), AccentColour.HAIRLINE)
            )
    return Slide("agenda", tuple(fills), tuple(accents))
