"""The parts of an edited brief, each with its node of the outline."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.analysis.brief import Part
from reportgen.analysis.notation import names
from reportgen.analysis.notation.cells import Cell
from reportgen.analysis.notation.entries import Entries, WrittenEntry
from reportgen.analysis.notation.faults import brief_form
from reportgen.analysis.notation.nodes import Nodes
from reportgen.outline import Node

_KEYS = (names.START, names.SUMMARY, names.LEAD, names.MEASURES, names.GOALS, names.STATEMENTS, names.POINTS)
_LEAVE = "位置请照原样保留；新加的标题不写“位置”"


def read_parts(cell: Cell | None, level: int, entries: Entries, nodes: Nodes) -> tuple[Part, ...]:
    """Return the parts of a list, with all below them.

    Args:
        cell: the list, or None where its key is gone.
        level: how deep the list stands, from 1.
        entries: reads what a part holds.
        nodes: the outline of the speech; a part that an editor added gets a node without words.

    Raises:
        BriefError: a part has no heading, or its place is not a heading's.
    """
    return tuple(_parts(cell, level, entries, nodes))


def _parts(cell: Cell | None, level: int, entries: Entries, nodes: Nodes) -> Iterator[Part]:
    for item in cell.items() if cell else ():
        entry = entries.entry(item, names.HEADING, _KEYS)
        if entry.text or entry.spans or entry.fields:
            yield _part(entry, level, entries, nodes)


def _part(entry: WrittenEntry, level: int, entries: Entries, nodes: Nodes) -> Part:
    heading = entries.words.line(entry.text, entry.spans)
    if heading is None:
        raise entry.cell.fault("这一条没有标题", "请写上“标题”，或把整条删去")
    fields = entry.fields
    return Part(
        node_of(entry, entries, nodes) or nodes.added(level),
        heading,
        entries.line(fields.get(names.SUMMARY)) or heading,
        entries.lines(fields.get(names.LEAD)),
        entries.measures(fields.get(names.MEASURES)),
        entries.goals(fields.get(names.GOALS)),
        read_parts(fields.get(names.POINTS), level + 1, entries, nodes),
        entries.lines(fields.get(names.STATEMENTS)),
    )


def node_of(entry: WrittenEntry, entries: Entries, nodes: Nodes) -> Node | None:
    """Return the node that an entry belongs to; None where it says no place, or that it was added.

    Raises:
        BriefError: no heading stands at its place.
    """
    place, start = entry.fields.get(names.PLACE), entry.fields.get(names.START)
    if start is not None:
        offset = entries.offset(start)
        if nodes.is_end(offset):
            return None
        node, cell = nodes.starting_at(offset), start
    elif place is not None and entry.spans:
        node, cell = nodes.at(entry.spans[0].start), place
    else:
        return None
    if node is None:
        raise cell.fault(f"原文在“{brief_form(cell.value())}”处没有标题", _LEAVE)
    return node
