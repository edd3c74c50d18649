"""From placed candidates to `Node`s: headings, own text, nesting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reportgen.outline.candidates import ITEM
from reportgen.outline.document import Node
from reportgen.outline.headings import END_MARKS, heading_end, is_headline
from reportgen.outline.nesting import Placed
from reportgen.outline.paragraphs import Paragraph
from reportgen.source import MARK, Passage, Source

FEWEST_EQUAL = 3
"""Items of one paragraph each that make a habit: what follows the last of them is no longer its text."""


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
        reach = max(start, min(row.end, limit))
        whole = _has_own(rows, draft.placed, limit) and is_headline(source.text, start, row.end)
        draft.heading_end = heading_end(source.text, start, reach, row.strong, whole=whole)
        behind = draft.heading_end + (source.text[start - 1 : start] == "【")  # a box closes behind it
        for piece, paragraph in own_text(source, rows, starts, behind, limit):
            ended = _ends_items(source, rows[paragraph])
            _owner(at, paragraph, drafts, confined, ended=ended).body.append(piece)
        draft.shared = any(char.isalnum() for char in source.text[draft.heading_end : row.end])
    for draft in drafts:
        if draft.placed.parent >= 0:
            drafts[draft.placed.parent].children.append(draft)
    return tuple(_node(source, draft) for draft in drafts if draft.placed.parent < 0)


def _has_own(rows: Sequence[Paragraph], item: Placed, limit: int) -> bool:
    """Whether a paragraph of text stands between the one that a node begins and the next node."""
    below = item.candidate.paragraph + 1
    return not item.candidate.inline and below < len(rows) and rows[below].start < limit


def own_text(
    source: Source, rows: Sequence[Paragraph], starts: Sequence[int], start: int, end: int
) -> Iterator[tuple[Passage, int]]:
    """Yield the passages between two offsets, one a paragraph, with the paragraph's index."""
    for at in range(max(bisect_right(starts, start) - 1, 0), len(rows)):
        if rows[at].start >= end:
            return
        first, last = _trim(source.text, max(start, rows[at].text_start), min(end, rows[at].end), start)
        if first < last and any(char.isalnum() for char in source.text[first:last]):
            yield source.passage(first, last), at


def _trim(text: str, first: int, last: int, start: int) -> tuple[int, int]:
    marks = END_MARKS if first == start else f" \t\u3000\xa0\n{MARK}"
    while first < last and text[first] in marks:
        first += 1
    while last > first and (text[last - 1].isspace() or text[last - 1] == MARK):
        last -= 1
    return first, last


def _confined(placed: Sequence[Placed]) -> set[int]:
    """The series whose items have one paragraph each: what follows the last one's is their parent's.

    Either all stand inside one paragraph, or each of three or more has a paragraph to itself.
    """
    where: dict[int, list[Placed]] = {}
    for item in placed:
        where.setdefault(item.series, []).append(item)
    return {series for series, items in where.items() if _in_one(items) or _one_each(items)}


def _in_one(items: Sequence[Placed]) -> bool:
    first = items[0].candidate
    return (first.inline or len(items) > 1) and all(
        item.candidate.paragraph == first.paragraph for item in items
    )


def _one_each(items: Sequence[Placed]) -> bool:
    if len(items) < FEWEST_EQUAL or any(item.candidate.alone for item in items):
        return False
    places = [item.candidate.paragraph for item in items]
    return places[-1] - places[0] == len(places) - 1


def _owner(at: int, paragraph: int, drafts: Sequence[_Draft], confined: set[int], *, ended: bool) -> _Draft:
    draft = drafts[at]
    while (
        (draft.placed.series in confined or (ended and draft.placed.candidate.name == ITEM))
        and paragraph > draft.placed.candidate.paragraph
        and draft.placed.parent >= 0
    ):
        draft = drafts[draft.placed.parent]
    return draft


def _ends_items(source: Source, row: Paragraph) -> bool:
    """Whether a paragraph stands behind the item above it, not in it: it has no indent (CommonMark, 5.2)."""
    return not source.text[source.line_at(row.start).span.start].isspace()


def _node(source: Source, draft: _Draft) -> Node:
    item = draft.placed.candidate
    children = tuple(_node(source, child) for child in draft.children)
    end = max([draft.heading_end, *(p.span.end for p in draft.body), *(child.span.end for child in children)])
    marker = None
    if item.marker:
        marker = source.passage(item.start, _marker_end(source.text, item.start, item.marker.end))
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
