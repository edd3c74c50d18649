"""The rows of the checklist in an edited brief; what a row leaves out is its part's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportgen.analysis.brief import Line, Measure, Part, Task
from reportgen.analysis.notation import names
from reportgen.analysis.notation.cells import Cell
from reportgen.analysis.notation.entries import Entries, WrittenEntry
from reportgen.analysis.notation.keys import STATED
from reportgen.analysis.notation.nodes import Nodes
from reportgen.analysis.notation.parts import node_of
from reportgen.outline import Node

_KEYS = (names.START, names.WHERE, *STATED.values(), names.MEASURES, names.GOALS)


@dataclass(frozen=True, slots=True)
class _Known:
    """The parts of the brief by node (`id`, as nodes an editor added look alike) and by words."""

    by_node: dict[int, Part]
    by_words: dict[str, Part]

    @classmethod
    def of(cls, parts: Sequence[Part]) -> _Known:
        every = [below for part in parts for below in part.walk()]
        words = {line.text: part for part in reversed(every) for line in (part.name, part.heading)}
        return cls({id(part.node): part for part in every}, words)


def read_tasks(cell: Cell | None, parts: Sequence[Part], entries: Entries, nodes: Nodes) -> tuple[Task, ...]:
    """Return the rows of a list.

    A row follows its part, found by place or, for a row that an editor added, by the words of its heading; it
    is gone where that part was deleted and it names no measures itself.

    Raises:
        BriefError: a row has no words, or its place is not a heading's.
    """
    known = _Known.of(parts)
    found = (entries.entry(item, names.TASK, _KEYS) for item in (cell.items() if cell else ()))
    return tuple(_tasks((entry for entry in found if entry.text or entry.fields), known, entries, nodes))


def _tasks(rows: Iterator[WrittenEntry], known: _Known, entries: Entries, nodes: Nodes) -> Iterator[Task]:
    for entry in rows:
        node = node_of(entry, entries, nodes)
        part = known.by_node.get(id(node)) if node else known.by_words.get(entry.text.strip())
        if part or node is None or names.MEASURES in entry.fields:
            yield _task(entry, part, part.node if part else node or nodes.added(1), entries)


def _task(entry: WrittenEntry, part: Part | None, node: Node, entries: Entries) -> Task:
    fields = entry.fields
    headline = entries.words.line(entry.text, entry.spans)
    if headline is None:
        raise entry.cell.fault("这一条没有写任务", "请写上“任务”，或把整条删去")
    own, goals = fields.get(names.MEASURES), fields.get(names.GOALS)
    measures = entries.measures(own) if own or not part else part.measures
    return Task(
        node,
        headline,
        tuple(_told(measures, headline, entries.all_stated(entry))),
        entries.goals(goals) if goals or not part else part.goals,
        entries.text(fields.get(names.WHERE)),
    )


def _told(
    measures: tuple[Measure, ...], headline: Line, stated: Mapping[str, Line | None]
) -> Iterator[Measure]:
    """Measures with what an editor wrote for the whole row; a measure's own owner and deadline stay.

    A row without measures that somebody is to do is itself what is to be done.
    """
    said: dict[str, Any] = {name: line for name, line in stated.items() if line is not None}
    for one in measures or ((Measure(headline),) if said else ()):
        yield replace(one, **{name: getattr(one, name) or line for name, line in said.items()})
