"""The checklist as a value: one row a measure, the words of its task repeated on every row.

Rows repeat their task so that sorting and filtering work; how the repeats are kept from the eye is the
renderer's affair.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.planning.facts import Facts, Imprint
from reportgen.planning.places import Places
from reportgen.planning.wording import CHECKLIST, shown, stated

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Line, Measure, Task

_LONGEST_CELL = 32_000  # characters; Excel holds 32,767 (Excel specifications and limits)
_PROGRESS = "完成情况"
STATES = ("未启动", "推进中", "已完成", "需协调")


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One row, a field a column. `number` counts tasks from 1; an empty string is an empty cell."""

    number: int = field(metadata={"column": "序号"})
    task: str = field(metadata={"column": "重点任务"})
    measure: str = field(metadata={"column": "具体举措"})
    goals: str = field(metadata={"column": "目标要求"})
    owner: str = field(metadata={"column": "责任单位"})
    deadline: str = field(metadata={"column": "完成时限"})
    origin: str = field(metadata={"column": "原文出处"})

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the columns, the one for the readers left out."""
        return tuple(str(getattr(self, one.name)) for one in fields(self))


def _columns(kind: type[ChecklistRow]) -> tuple[str, ...]:
    """The heads of the columns; the readers' own stands before where a measure comes from."""
    *known, origin = (one.metadata["column"] for one in fields(kind))
    return (*known, _PROGRESS, origin)


COLUMNS = _columns(ChecklistRow)


@dataclass(frozen=True, slots=True)
class Checklist:
    """The checklist: `title` and `basis` stand above the table, `columns` head it.

    `basis` says which speech it follows and, where known, whose and when. `states` are the choices for
    完成情况; the cell itself starts empty, because nobody has said how far things are.
    """

    title: str
    basis: str
    entries: tuple[ChecklistRow, ...]
    columns: tuple[str, ...] = COLUMNS
    states: tuple[str, ...] = STATES


def plan_checklist(brief: Brief, facts: Facts) -> Checklist:
    """Lay out the checklist of a speech.

    Args:
        brief: what the speech says; its tasks become the rows, in their order.
        facts: what the user added; a fact given wins over the text's own.

    Returns:
        The checklist; a speech without tasks gives one without entries.
    """
    document = brief.document
    basis = "\u3000".join(Imprint.of(document, facts).basis)
    places = Places.of(document)
    entries = tuple(
        entry for number, task in enumerate(brief.tasks, 1) for entry in _entries(number, task, places)
    )
    return Checklist(CHECKLIST, basis, entries)


def _entries(number: int, task: Task, places: Places) -> tuple[ChecklistRow, ...]:
    goals = _cut("；".join(shown(goal.line) for goal in task.goals))

    def entry(measure: Measure) -> ChecklistRow:
        owner, deadline = stated(measure.owner), stated(measure.deadline)
        origin = _origin(task, measure.line, places)
        return ChecklistRow(
            number, shown(task.headline), _cut(shown(measure.line)), goals, owner, deadline, origin
        )

    if not task.measures:
        origin = _origin(task, task.headline, places)
        return (ChecklistRow(number, shown(task.headline), "", goals, "", "", origin),)
    return tuple(map(entry, task.measures))


def _cut(text: str) -> str:
    """A cell's text, as much of it as a cell holds; the handout has the whole."""
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 2]}……"


def _origin(task: Task, line: Line, places: Places) -> str:
    """Where a line stands, by the number that the handout prints at the paragraph.

    An editor's stands nowhere, whatever the place of its task. A task of his own, whose node holds nothing of
    the speech, has the place that he wrote.
    """
    if not isinstance(line, Excerpt):
        return "" if len(task.node.span) else task.where
    paragraph = places.number(line.start)
    return f"{task.where} 第{paragraph}段".strip() if paragraph else task.where
