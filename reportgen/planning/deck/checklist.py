"""落实清单: the tasks of the speech as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, takewhile
from typing import TYPE_CHECKING

from reportgen.planning.deck import words
from reportgen.planning.deck.fit import SLACK, cut_short, fits, height, room
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.grid import pages
from reportgen.planning.deck.slides import Box, Layouts, Para, Slide, Slot, Table
from reportgen.planning.lines import text_width
from reportgen.planning.wording import CHECKLIST, counted, first_of, shown, stated

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Measure, Task

_WIDTHS = (0.06, 0.18, 0.54, 0.11, 0.11)  # shares of the table; the board's order of columns
_NAME = 1
_MOST_NAME = 0.27
"""The share of a table that a name may take so that it stands on a line."""
_MEASURES = 2  # the column of the measures
_MOST_NAME_LINES = 3
_MOST_LINES = 3  # of a row's measures
_FEWEST_ROWS, _MOST_OF_FEW = 3, 6
"""Rows of the slide of the first measures at the least, else it is nearly empty; at the most where few tasks
tell several each."""
HEAD = ("序号", "重点任务", "具体举措", "责任单位", "完成时限")


def checklist(brief: Brief, layouts: Layouts) -> Iterator[Slide]:
    """The tasks as tables; owner and deadline stay empty where the speech does not state them."""
    slot = layouts.slot("table", "表格样式")
    head_slot = layouts.slot("table", "表头样式")
    widths = _widths(slot, head_slot, brief.tasks if layouts.is_foreign else ())
    top = head_slot.levels[0].pitch + head_slot.insets[1] + head_slot.insets[3]
    limit = slot.box.bottom - head_slot.box.top - top
    rows, owners = _rows(brief.tasks, slot, widths, _MOST_LINES, limit)
    tall = [_row_height(row, slot, widths) for row in rows]
    sections = {part.node.span.start: whole for whole in brief.parts for part in whole.walk()}
    for number, page in enumerate(pages(tall, limit, len(rows) or 1) if rows else []):
        box = Box(head_slot.box.left, head_slot.box.top, slot.box.width, top + sum(tall[i] for i in page))
        shown_rows = tuple(_once(rows, owners, page, at) for at in range(len(page)))
        table = Table(box, widths, HEAD, shown_rows, (top, *(tall[i] for i in page)))
        found = [sections.get(owners[i].node.span.start) for i in page]
        tops = list({id(part): part for part in found if part}.values())
        note = words.marked(tops[0], words.short(tops[0])) if len(tops) == 1 else ""
        notes = words.notes(list(dict.fromkeys(owners[i].node for i in page)), brief)
        yield Slide(
            "table",
            head(layouts, "table", CHECKLIST, note, page=number),
            (),
            table,
            CHECKLIST,
            notes,
        )


def _widths(slot: Slot, head_slot: Slot, named: Sequence[Task]) -> tuple[float, ...]:
    """The columns of a table: each holds its head on a line, which narrow slides take from the measures.

    So does the column of names for some tasks: type may be larger in a template that is not ours.
    """
    whole = slot.box.width
    insets = head_slot.insets[0] + head_slot.insets[2]
    heads = (text_width(word) * head_slot.levels[0].size / SLACK + insets for word in HEAD)
    widths = [max(share * whole, least) for share, least in zip(_WIDTHS, heads, strict=True)]
    size, beside = slot.levels[0].size / SLACK, slot.insets[0] + slot.insets[2]
    names = [text_width(shown(task.headline)) * size + beside for task in named]
    fitting = [wide for wide in names if wide <= _MOST_NAME * whole]
    widths[_NAME] = max([widths[_NAME], *fitting])
    widths[_MEASURES] -= sum(widths) - whole
    return tuple(widths)


def _rows(
    tasks: Sequence[Task], slot: Slot, widths: Sequence[float], most_lines: int, tallest: float
) -> tuple[list[tuple[str, ...]], list[Task]]:
    """A row a task, and one more wherever owner or deadline change.

    A row has as many of the measures as a few lines hold; all of them are in the checklist.
    """
    rows: list[tuple[str, ...]] = []
    owners: list[Task] = []
    for number, task in enumerate(tasks, 1):
        name = _name(shown(task.headline), slot, widths[_NAME])
        for (owner, deadline), measures in _alike(task):
            texts = [shown(measure.line) for measure in measures]
            text = _in_short(texts, slot, widths[_MEASURES], most_lines, tallest)
            rows.append((str(number), name, text, owner, deadline))
            owners.append(task)
    return rows, owners


def _once(
    rows: Sequence[tuple[str, ...]], owners: Sequence[Task], page: Sequence[int], at: int
) -> tuple[str, ...]:
    """A row of a slide; number and name of its task stand only where the task begins on the slide."""
    row = rows[page[at]]
    goes_on = at > 0 and owners[page[at]] is owners[page[at - 1]]
    return ("", "", *row[_MEASURES:]) if goes_on else row


def _alike(task: Task) -> list[tuple[tuple[str, str], list[Measure]]]:
    """The measures of a task in runs of one owner and deadline; a task without measures has one empty run."""
    runs = groupby(task.measures, key=lambda one: (stated(one.owner), stated(one.deadline)))
    return [(who_and_when, list(run)) for who_and_when, run in runs] or [(("", ""), [])]


def _name(headline: str, slot: Slot, width: float) -> str:
    """A task's name, on a few lines at most."""
    box = Box(0, 0, width, _MOST_NAME_LINES * slot.levels[0].pitch + slot.insets[1] + slot.insets[3])
    return cut_short(headline, slot, box)


def _in_short(measures: Sequence[str], slot: Slot, width: float, most_lines: int, tallest: float) -> str:
    """The first measures that fit a row, and of how many where they are not all.

    A slide is read from afar, and the checklist itself holds every measure.
    """
    box = Box(0, 0, width, most_lines * slot.levels[0].pitch + slot.insets[1] + slot.insets[3])
    width = most_lines * room(slot, 0, box)
    widths = accumulate(map(text_width, measures))
    for count in range(sum(1 for _ in takewhile(lambda taken: taken <= width, widths)), 0, -1):
        text = "；".join(measures[:count])
        text = counted(text, len(measures)) if count < len(measures) else text
        if fits((Para(text),), slot, box):
            return text
    # The first one is said whatever its length, as far as a slide holds it.
    first = (
        cut_short(measures[0], slot, replace(box, height=tallest - slot.levels[0].pitch)) if measures else ""
    )
    return counted(first, len(measures)) if len(measures) > 1 else first


def _row_height(row: Sequence[str], slot: Slot, widths: Sequence[float]) -> float:
    tall = (
        height((Para(text),), slot, Box(0, 0, width, 0))
        for text, width in zip(row, widths, strict=True)
        if text
    )
    return max(tall, default=slot.levels[0].pitch + slot.insets[1] + slot.insets[3])


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of a task: its number among all, what is to be done, who, by when, how much it weighs.

    `is_first` is the line of what is most to be done; those behind it are told where there are few tasks.
    """

    task: Task
    number: int
    measure: Measure
    weight: float
    is_first: bool = True

    @property
    def is_assigned(self) -> bool:
        """Whether it says who or by when."""
        return self.measure.owner is not None or self.measure.deadline is not None


def first_measures(brief: Brief, layouts: Layouts, said: frozenset[str]) -> Iterator[Slide]:
    """The tasks on one slide, a line each with what is most to be done; all of it stands in the checklist.

    Where there are more than a slide holds, those with an owner or a day come first, then the weightiest.

    Args:
        brief: what the speech says.
        layouts: what the template offers.
        said: lines that stand on other slides; of a task that has one of them it is told again.
    """
    slot, head_slot = layouts.slot("table", "表格样式"), layouts.slot("table", "表头样式")
    widths = _widths(slot, head_slot, brief.tasks if layouts.is_foreign else ())
    top = head_slot.levels[0].pitch + head_slot.insets[1] + head_slot.insets[3]
    limit = slot.box.bottom - head_slot.box.top - top
    entries = [
        one
        for number, task in enumerate(brief.tasks, 1)
        if task.measures
        for one in _entries(brief, task, number, said)
    ]
    first = _that_fit([one for one in entries if one.is_first], slot, widths, limit)
    few = sorted(entries, key=lambda entry: (not entry.is_first, -entry.weight))[:_MOST_OF_FEW]
    chosen = first if len(first) >= _FEWEST_ROWS else _that_fit(few, slot, widths, limit)
    if len(chosen) < _FEWEST_ROWS:
        return
    rows = tuple(_row(one, slot, widths) for one in chosen)
    tall = tuple(_row_height(row, slot, widths) for row in rows)
    count = sum(len(task.measures) for task in brief.tasks)
    box = Box(head_slot.box.left, head_slot.box.top, slot.box.width, top + sum(tall))
    heads = (*HEAD[:_MEASURES], first_of(count), *HEAD[_MEASURES + 1 :])
    table = Table(box, widths, heads, rows, (top, *tall))
    notes = words.places(brief, [one.measure.line for one in chosen])
    yield Slide("table", head(layouts, "table", CHECKLIST), (), table, CHECKLIST, notes)


def _entries(brief: Brief, task: Task, number: int, said: frozenset[str]) -> Iterator[_Entry]:
    """The measure that is most to be done, and behind it the others that somebody or a day is stated for."""

    def rank(measure: Measure) -> tuple[bool, bool, float]:
        assigned = measure.owner is not None or measure.deadline is not None
        return assigned, shown(measure.line) in said, brief.weight(measure.line)

    best = max(task.measures, key=rank)
    yield _Entry(task, number, best, brief.weight(best.line))
    for one in task.measures:
        entry = _Entry(task, number, one, brief.weight(one.line), is_first=False)
        if one is not best and entry.is_assigned:
            yield entry


def _that_fit(entries: Sequence[_Entry], slot: Slot, widths: Sequence[float], limit: float) -> list[_Entry]:
    left = limit
    kept: list[_Entry] = []
    for one in sorted(entries, key=lambda entry: (not entry.is_assigned, -entry.weight)):
        tall = _row_height(_row(one, slot, widths), slot, widths)
        if tall <= left:
            left -= tall
            kept.append(one)
    return sorted(kept, key=lambda entry: (entry.number, not entry.is_first))


def _row(one: _Entry, slot: Slot, widths: Sequence[float]) -> tuple[str, ...]:
    name = _name(shown(one.task.headline), slot, widths[_NAME]) if one.is_first else ""
    box = Box(0, 0, widths[_MEASURES], 2 * slot.levels[0].pitch + slot.insets[1] + slot.insets[3])
    measure = cut_short(shown(one.measure.line), slot, box)
    number = str(one.number) if one.is_first else ""
    return (number, name, measure, stated(one.measure.owner), stated(one.measure.deadline))
