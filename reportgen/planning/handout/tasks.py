"""关键提法 and 落实清单: the two long tables of the handout."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, groupby, takewhile
from typing import TYPE_CHECKING

from reportgen.outline import reading_text
from reportgen.planning.breaks import break_heading
from reportgen.planning.handout.front import full_stop
from reportgen.planning.handout.headings import unorphaned
from reportgen.planning.handout.parts import MeasureRow, TaskGroup, TermRow
from reportgen.planning.lines import wrap
from reportgen.planning.wording import CONTINUED, glossed, shown, stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportgen.analysis import Brief, Task
    from reportgen.planning.handout.sheet import Sheet
    from reportgen.planning.places import Places

_SPARE = 14.0  # pt kept free, for what another renderer measures differently
_FULL = 0.6  # of a page: from there on a task rather begins on the next page than to run on to it
_TASK_LINES = 4
_ALONE = 3  # rows of a task from which one is kept back, so that its last row does not stand alone


def plan_terms(brief: Brief, places: Places) -> tuple[TermRow, ...]:
    """Return the terms; those that stand in the same excerpt share a row.

    What a phrase stands for, where the brief says it, makes a further line of the cell.
    """
    rows = []
    for context, group in groupby(brief.terms, key=lambda term: term.context):
        terms = tuple(group)
        names = tuple(dict.fromkeys(reading_text(term.text) for term in terms))
        meanings = dict.fromkeys(filter(None, map(glossed, terms)))
        words = "\n".join((full_stop(shown(context)), *meanings))
        rows.append(TermRow(names, words, places.anchor((context,))))
    return tuple(rows)


def plan_tasks(brief: Brief, sheet: Sheet) -> tuple[tuple[TaskGroup, ...], ...]:
    """Return the checklist page by page; a task that runs on begins anew there, marked （续）.

    A merged cell shows its words once and must not be parted, so pages are cut here: row heights are exact.
    """
    pages = _Pages(sheet)
    room = sheet.tables["tasks"].room("task") / sheet.face("TableText").size
    for number, task in enumerate(brief.tasks, 1):
        name = "\n".join(break_heading(shown(task.headline), room, sheet.vocabulary, _TASK_LINES))
        goals = "；".join(shown(goal.line).rstrip("。；") for goal in task.goals)
        pages.add(TaskGroup(str(number), name, goals, _steps(task, sheet)))
    return pages.all()


def _steps(task: Task, sheet: Sheet) -> tuple[MeasureRow, ...]:
    room = sheet.tables["tasks"].room("measure") / sheet.face("TableText").size
    steps = (
        MeasureRow(
            unorphaned(shown(one.line), room, sheet.vocabulary), stated(one.owner), stated(one.deadline)
        )
        for one in task.measures
    )
    return tuple(steps) or (MeasureRow("", "", ""),)


class _Pages:
    """Pages being filled with tasks; `room` is the height left on the last one, in pt."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        face = sheet.face("TableHead")
        title = sheet.face("Heading1")
        self._height = sheet.tasks_height - sheet.tables["tasks"].row(1, face.line) - _SPARE
        self._first = self._height - (title.before + title.line + title.after)
        self._room = self._first
        self._pages: list[list[TaskGroup]] = [[]]

    def all(self) -> tuple[tuple[TaskGroup, ...], ...]:
        return tuple(tuple(page) for page in self._pages if page)

    def add(self, group: TaskGroup) -> None:
        """Put a task on the page if it fits, on a new one if this is well filled, else on both."""
        height = group_height(group, group.steps, self._sheet)
        used = (self._first if len(self._pages) == 1 else self._height) - self._room
        if height > self._room and height <= self._height and used >= _FULL * self._height:
            self._turn()
        self._split(group)

    def _split(self, group: TaskGroup) -> None:
        left, name = group.steps, group.task
        while left:
            count = self._fitting(group, left)
            if not count and self._pages[-1]:
                self._turn()
                continue
            # A task's last row alone on the next page looks forgotten.
            kept_back = count == len(left) - 1 >= _ALONE
            taken = left[: max(count - kept_back, 1)]
            piece = TaskGroup(group.number, name, group.goals, taken)
            self._pages[-1].append(piece)
            self._room -= group_height(piece, taken, self._sheet)
            left, name = left[len(taken) :], f"{group.task}{CONTINUED}"
            if kept_back:
                self._turn()

    def _turn(self) -> None:
        self._pages.append([])
        self._room = self._height

    def _fitting(self, group: TaskGroup, steps: tuple[MeasureRow, ...]) -> int:
        """How many of the rows fit the room left."""
        if merged_height(group, self._sheet) > self._room:
            return 0
        heights = accumulate(_row_heights(steps, self._sheet))
        return sum(1 for _ in takewhile(lambda height: height <= self._room, heights))


def group_height(group: TaskGroup, steps: tuple[MeasureRow, ...], sheet: Sheet) -> float:
    """Return the height of a task's rows in pt: its measures', or its merged cells' if those are higher."""
    return max(sum(_row_heights(steps, sheet)), merged_height(group, sheet))


def merged_height(group: TaskGroup, sheet: Sheet) -> float:
    """Return the height in pt of the cells that a task has once."""
    face, grid = sheet.face("TableText"), sheet.tables["tasks"]
    cells = ((group.task, "task"), (group.goals, "goals"))
    lines = max(len(wrap(text, grid.room(column) / face.size)) for text, column in cells)
    return grid.row(lines, face.line)


def _row_heights(steps: Iterable[MeasureRow], sheet: Sheet) -> Iterator[float]:
    face, grid = sheet.face("TableText"), sheet.tables["tasks"]
    rooms = tuple(grid.room(column) / face.size for column in ("measure", "owner", "deadline"))
    return (grid.row(_row_lines(step, rooms), face.line) for step in steps)


@lru_cache(maxsize=4096)  # a task that fills pages asks for each of its rows again and again
def _row_lines(step: MeasureRow, rooms: tuple[float, ...]) -> int:
    cells = zip((step.measure, step.owner, step.deadline), rooms, strict=True)
    return max(len(wrap(text, room)) for text, room in cells)
