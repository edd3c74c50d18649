"""关键提法 and 落实清单: the two long tables of the handout."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.planning.lines import break_heading, wrap
from reportgen.planning.paper.front import full_stop
from reportgen.planning.paper.model import Step, TaskGroup, TermRow
from reportgen.planning.paper.sheet import CELL_ENDS, RULE, Sheet
from reportgen.planning.wording import CONTINUED, shown

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Task
    from reportgen.planning.paper.places import Places

# Columns of the template's checklist in pt, cell margins taken off: task, measure, goals, owner, deadline.
_TASK, _MEASURE, _GOALS, _OWNER, _DEADLINE = 92.0, 178.2, 101.7, 54.2, 54.2
# The text area of a page turned on its side (156 mm high), less the header row.
_PAGE = 442.2 - 24.5
_TITLE = 58.0  # the part heading on the first page
_TASK_LINES = 4


def plan_terms(brief: Brief, places: Places) -> tuple[TermRow, ...]:
    """Return the terms; those that stand in the same excerpt share a row."""
    rows = []
    for context, terms in groupby(brief.terms, key=lambda term: term.context):
        names = "\n".join(dict.fromkeys(term.text.text for term in terms))
        rows.append(TermRow(names, full_stop(shown(context)), places.anchor((context,))))
    return tuple(rows)


def plan_tasks(brief: Brief, sheet: Sheet) -> tuple[TaskGroup, ...]:
    """Return the checklist's rows; a task that runs on to another page begins anew there, marked （续）.

    A merged cell shows its words once. Row heights are exact, so the page's end is known here.
    """
    groups: list[TaskGroup] = []
    room = _PAGE - _TITLE
    for number, task in enumerate(brief.tasks, 1):
        name = "\n".join(break_heading(shown(task.headline), _TASK / 12, _TASK_LINES))
        goals = "；".join(shown(goal.line).rstrip("。；") for goal in task.goals)
        group = TaskGroup(str(number), name, goals, _steps(task))
        pieces = list(_paged(group, room, sheet))
        groups.extend(piece for piece, _ in pieces)
        room = pieces[-1][1]
    return tuple(groups)


def _steps(task: Task) -> tuple[Step, ...]:
    owner = shown(task.owner) if task.owner else ""
    deadline = shown(task.deadline) if task.deadline else ""
    measures = [shown(measure.line) for measure in task.measures] or [""]
    return tuple(Step(measure, owner, deadline) for measure in measures)


def _paged(group: TaskGroup, room: float, sheet: Sheet) -> Iterator[tuple[TaskGroup, float]]:
    """Cut a task's rows where a page ends; yields each piece with the height left below it."""
    left = list(group.steps)
    first = True
    while left:
        count, used = _fitting(group, left, room, sheet)
        if not count and room < _PAGE:
            room = _PAGE
            continue
        count = max(count, 1)
        name = group.task if first else f"{group.task}{CONTINUED}"
        room = max(room - used, 0.0)
        yield TaskGroup(group.number, name, group.goals, tuple(left[:count])), room
        left, first = left[count:], False


def _fitting(group: TaskGroup, steps: list[Step], room: float, sheet: Sheet) -> tuple[int, float]:
    """How many of the rows fit `room`, and the height they take."""
    count, used = 0, 0.0
    for index in range(1, len(steps) + 1):
        height = group_height(group, steps[:index], sheet)
        if height > room:
            break
        count, used = index, height
    return count, used


def group_height(group: TaskGroup, steps: list[Step], sheet: Sheet) -> float:
    """Return the height of a task's rows in pt: its measures', or its merged cells' if those are higher."""
    face = sheet.face("TableText")
    rows = sum(_row_lines(step, face.size) * face.line + CELL_ENDS + RULE for step in steps)
    merged = max(len(wrap(group.task, _TASK / face.size)), len(wrap(group.goals, _GOALS / face.size)))
    return max(rows, merged * face.line + CELL_ENDS + RULE)


def _row_lines(step: Step, size: float) -> int:
    cells = ((step.measure, _MEASURE), (step.owner, _OWNER), (step.deadline, _DEADLINE))
    return max(len(wrap(text, width / size)) for text, width in cells)
