"""From placed candidates to `Node`s: headings, own text, nesting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reportgen.outline.headings import END_MARKS, heading_end
from reportgen.outline.model import Node
from reportgen.outline.nesting import Placed
from reportgen.outline.paragraphs import Paragraph
from reportgen.source import Passage, Source


class _Draft:
    """A node while its text is being handed out."""

    __slots__ = ("body", "children", "heading_end", "placed", "shared")

    def __init__(self, placed: Placed) -> None:
        self.placed = placed
        self.body: list[Passage] = []
        self.children: list[_Draft] = []
        self.heading_end = placed.candidate.text_start
        self.shared = False


def build(source: Source, rows: Sequence[Paragraph], placed: Sequence[Placed], end: int) -> tuple[Node, ...]:
    """Return the top nodes; the text of the last one goes up to `end`."""
    drafts = [_Draft(item) for item in placed]
    confined = _confined(placed)
    starts = [row.start for row in rows]
    for at, draft in enumerate(drafts):
        limit = placed[at + 1].candidate.start if at + 1 < len(placed) else end
        row = rows[draft.placed.candidate.paragraph]
        start = draft.placed.candidate.text_start
        draft.heading_end = heading_end(source.text, start, max(start, min(row.end, limit)), row.strong)
        for piece, paragraph in own_text(source, rows, starts, draft.heading_end, limit):
            _owner(at, paragraph, drafts, confined).body.append(piece)
        draft.shared = bool(draft.body) and draft.body[0].span.start < row.end
    for draft in drafts:
        if draft.placed.parent >= 0:
            drafts[draft.placed.parent].children.append(draft)
    return tuple(_node(source, draft) for draft in drafts if draft.placed.parent < 0)


def own_text(
    source: Source, rows: Sequence[Paragraph], starts: Sequence[int], start: int, end: int
) -> Iterator[tuple[Passage, int]]:
    """Yield the passages between two offsets, one a paragraph, with the paragraph's index."""
    for at in range(max(bisect_right(starts, start) - 1, 0), len(rows)):
        if rows[at].start >= end:
            return
        first, last = _trim(source.text, max(start, rows[at].start), min(end, rows[at].end), start, rows[at])
        if first < last and any(char.isalnum() for char in source.text[first:last]):
            yield source.passage(first, last), at


def _trim(text: str, first: int, last: int, start: int, row: Paragraph) -> tuple[int, int]:
    marks = END_MARKS if first == start else " \t\u3000\xa0\n"
    while first < last:
        if text[first] in marks:
            first += 1
        elif text[first : first + 2] == "**" and any(span.end == first for span in row.strong):
            first += 2
        else:
            break
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last


def _confined(placed: Sequence[Placed]) -> set[int]:
    """The series that lie inside one paragraph: what follows that paragraph is not their last item's."""
    where: dict[int, set[int]] = {}
    for item in placed:
        where.setdefault(item.series, set()).add(item.candidate.paragraph if item.candidate.inline else -1)
    return {series for series, places in where.items() if len(places) == 1 and -1 not in places}


def _owner(at: int, paragraph: int, drafts: Sequence[_Draft], confined: set[int]) -> _Draft:
    draft = drafts[at]
    while (
        draft.placed.series in confined
        and paragraph > draft.placed.candidate.paragraph
        and draft.placed.parent >= 0
    ):
        draft = drafts[draft.placed.parent]
    return draft


def _node(source: Source, draft: _Draft) -> Node:
    item = draft.placed.candidate
    children = tuple(_node(source, child) for child in draft.children)
    end = max([draft.heading_end, *(p.span.end for p in draft.body), *(child.span.end for child in children)])
    marker = (
        source.passage(item.start, _marker_end(source.text, item.start, item.text_start))
        if item.marker
        else None
    )
    return Node(
        level=draft.placed.level,
        marker=marker,
        heading=source.passage(item.text_start, draft.heading_end),
        span=source.passage(item.start, end).span,
        run_in=draft.shared or item.inline,
        body=tuple(draft.body),
        children=children,
    )


def _marker_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
