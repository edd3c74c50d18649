"""落实清单: a row a task with its measures, who is to act and by when, on as many pages as people read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.planning.handout.flow import ROWS_AT_LAST, Item, page_count, tasks_limit
from reportgen.planning.handout.parts import Density, TaskRow
from reportgen.planning.handout.repeats import begins_with
from reportgen.planning.markers import circled
from reportgen.planning.wording import CONTINUED, in_sheet, shown, stated

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Measure, Task
    from reportgen.planning.handout.sheet import Sheet
    from reportgen.planning.length import Degree

_MOST = 8  # measures of a row: a row is not parted, and one that fills half a page leaves holes
_FORLORN = 0.3  # of a page: a last one with no more than that is saved where it can be
_STATED = 2.0  # weight that somebody to do it, or a day, adds


@dataclass(frozen=True, slots=True)
class Tasks:
    """The rows of the checklist, where the rest is (empty where there is none), how tightly they are set."""

    rows: tuple[TaskRow, ...] = ()
    note: str = ""
    density: Density = Density.NORMAL


def plan_tasks(brief: Brief, sheet: Sheet, degree: Degree, length: int) -> Tasks:
    """Return the checklist: as many measures, the weightiest first, as stand on the pages that it may have.

    Args:
        brief: what the speech says.
        sheet: page and columns.
        degree: how much is told; all measures where everything is.
        length: characters of the speech.
    """
    every = [(at, one) for at, task in enumerate(brief.tasks) for one in range(len(task.measures))]
    whole = _rows(brief, set(every))
    limit = tasks_limit(degree, length)
    density = tasks_density(whole, sheet, limit)
    if limit is None or tasks_pages(whole, sheet, density)[0] <= limit:
        return Tasks(whole, density=density)
    ranked = sorted(every, key=lambda key: _rank(brief, *key))
    least, most = 0, len(ranked) - 1
    while least < most:
        middle = (least + most + 1) // 2
        if tasks_pages(_rows(brief, set(ranked[:middle])), sheet)[0] <= limit:
            least = middle
        else:
            most = middle - 1
    return Tasks(_rows(brief, set(ranked[:least])), in_sheet(len(every)))


def _rank(brief: Brief, task: int, number: int) -> tuple[bool, float]:
    """What goes first: of each task its weightiest measure, then the others."""
    measures = brief.tasks[task].measures
    weights = [_weight(brief, one) for one in measures]
    is_best = weights.index(max(weights)) == number
    return not is_best, -weights[number]


def _weight(brief: Brief, one: Measure) -> float:
    return brief.weight(one.line) + _STATED * bool(one.owner or one.deadline)


def _rows(brief: Brief, kept: set[tuple[int, int]]) -> tuple[TaskRow, ...]:
    rows: list[TaskRow] = []
    for at, task in enumerate(brief.tasks):
        measures = [one for number, one in enumerate(task.measures) if (at, number) in kept]
        if measures or not task.measures:
            number = str(len({row.number for row in rows}) + 1)
            rows += _of_task(task, number, measures)
    return tuple(rows)


def _of_task(task: Task, number: str, measures: Sequence[Measure]) -> Iterator[TaskRow]:
    """A task as rows: one as a rule, more where it has very many measures, the later ones marked （续）."""
    marks = [circled(at) for at in range(1, len(measures) + 1)] if len(measures) > 1 else [""]
    name = shown(task.headline)
    for start in range(0, max(len(measures), 1), _MOST):
        part, own = measures[start : start + _MOST], marks[start : start + _MOST]
        steps = tuple(f"{mark} {shown(one.line)}".lstrip() for mark, one in zip(own, part, strict=False))
        owners = _of_measures([stated(one.owner) for one in part], own)
        deadlines = _of_measures([stated(one.deadline) for one in part], own)
        # A heading that is a whole sentence is a measure, too; its owner and deadline are the measure's.
        is_said = any(begins_with(shown(one.line), name) for one in part)
        label = f"{name}{CONTINUED}" if start else name
        yield TaskRow(number, "" if is_said else label, steps, owners, deadlines)


def _of_measures(texts: Sequence[str], marks: Sequence[str]) -> tuple[str, ...]:
    """What is stated of measures: once without a number where it is of all of them, else each with theirs."""
    different = list(dict.fromkeys(filter(None, texts)))
    if len(different) == 1 and all(texts):
        return (different[0],)
    of = {text: [mark for mark, one in zip(marks, texts, strict=False) if one == text] for text in different}
    return tuple(f"{''.join(of[text])} {text}" for text in different)


def tasks_density(rows: Sequence[TaskRow], sheet: Sheet, limit: int | None) -> Density:
    """Return how tightly rows are set: tighter where that saves a page with little on it, or lets all be."""
    pages, last = tasks_pages(rows, sheet)
    is_forlorn = pages > 1 and last < _FORLORN * sheet.tasks_height
    if not is_forlorn and (limit is None or pages <= limit):
        return Density.NORMAL
    fewer, _ = tasks_pages(rows, sheet, Density.COMPACT)
    return Density.COMPACT if fewer < pages else Density.NORMAL


def tasks_pages(
    rows: Sequence[TaskRow], sheet: Sheet, density: Density = Density.NORMAL
) -> tuple[int, float]:
    """Return how many pages rows take, and how much of the last one."""
    title, face, grid = sheet.face("Heading1"), sheet.face("TableHead"), sheet.tables["tasks"]
    head, spare = grid.row(1, face.line), sheet.face("TableNote").line + sheet.face("TableNote").before
    first = Item(1, title.before + title.line + title.after, keep=True)
    heights = [task_height(row, sheet, density) for row in rows]
    # The last rows stay together, whatever page they end on.
    single, together = heights[:-ROWS_AT_LAST], sum(heights[-ROWS_AT_LAST:])
    items = [first, *(Item(1, one, whole=True) for one in (*single, together))]
    return page_count(items, sheet.tasks_height - head - spare)


def task_height(row: TaskRow, sheet: Sheet, density: Density = Density.NORMAL) -> float:
    """Return the height of a task's row in pt."""
    face, grid = sheet.face("TableText", density), sheet.tables["tasks"]
    # Without a task the measures have its column, too.
    steps = grid.room("step") + (0.0 if row.task else grid.widths["task"])
    columns = (
        (grid.room("task"), (row.task,)),
        (steps, row.steps),
        (grid.room("owner"), row.owners),
        (grid.room("deadline"), row.deadlines),
    )
    lines = (sum(face.lines(text, room) for text in texts) for room, texts in columns)
    return grid.row(max(lines), face.line)
