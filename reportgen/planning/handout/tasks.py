"""落实清单: a row a task with its measures, who is to act and by when, on as many pages as people read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.planning.handout.flow import Item, page_count, tasks_limit
from reportgen.planning.handout.parts import TaskRow
from reportgen.planning.markers import circled
from reportgen.planning.wording import CONTINUED, in_sheet, shown, stated

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Measure, Task
    from reportgen.planning.handout.sheet import Sheet
    from reportgen.planning.length import Degree

_MOST = 8  # measures of a row: a row is not parted, and one that fills half a page leaves holes
_STATED = 2.0  # weight that somebody to do it, or a day, adds


@dataclass(frozen=True, slots=True)
class Tasks:
    """The rows of the checklist, and where the rest is; that is empty where all are there."""

    rows: tuple[TaskRow, ...] = ()
    note: str = ""


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
    if limit is None or _pages(whole, sheet) <= limit:
        return Tasks(whole)
    ranked = sorted(every, key=lambda key: _rank(brief, *key))
    least, most = 0, len(ranked) - 1
    while least < most:
        middle = (least + most + 1) // 2
        if _pages(_rows(brief, set(ranked[:middle])), sheet) <= limit:
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
        yield TaskRow(number, f"{name}{CONTINUED}" if start else name, steps, owners, deadlines)


def _of_measures(texts: Sequence[str], marks: Sequence[str]) -> tuple[str, ...]:
    """What is stated of measures: once without a number where it is of all of them, else each with theirs."""
    different = list(dict.fromkeys(filter(None, texts)))
    if len(different) == 1 and all(texts):
        return (different[0],)
    of = {text: [mark for mark, one in zip(marks, texts, strict=False) if one == text] for text in different}
    return tuple(f"{''.join(of[text])} {text}" for text in different)


def _pages(rows: Sequence[TaskRow], sheet: Sheet) -> int:
    title, face, grid = sheet.face("Heading1"), sheet.face("TableHead"), sheet.tables["tasks"]
    head, spare = grid.row(1, face.line), sheet.face("TableNote").line + sheet.face("TableNote").before
    first = Item(1, title.before + title.line + title.after, keep=True)
    items = [first, *(Item(1, task_height(row, sheet), whole=True) for row in rows)]
    return page_count(items, sheet.tasks_height - head - spare)[0]


def task_height(row: TaskRow, sheet: Sheet) -> float:
    """Return the height of a task's row in pt."""
    face, grid = sheet.face("TableText"), sheet.tables["tasks"]
    columns = (("task", (row.task,)), ("step", row.steps), ("owner", row.owners), ("deadline", row.deadlines))
    lines = (sum(face.lines(text, grid.room(name)) for text in texts) for name, texts in columns)
    return grid.row(max(lines), face.line)
