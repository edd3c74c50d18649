"""Page 1: title, facts, thesis, framework, abstract, weightiest measures, made to fit one page exactly.

Everything on the page has exact line heights, so its height is known before a file is opened. What is too
high gives way in this order: it is set tighter; of the five measures the two lightest go; the framework loses
points (they all follow from page 2 on), then all of them; the abstract loses lines; then measures, abstract
and framework go altogether. Title, facts and thesis stay. What is left of the page then is shared out among
rows and headings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt, Kind
from reportgen.planning.handout.framework import framework_height, frameworks
from reportgen.planning.handout.parts import Density, Fact, Front, KeyMeasure
from reportgen.planning.handout.sheet import Sheet
from reportgen.planning.lines import text_width
from reportgen.planning.wording import EDITORS, shown

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Line, Measure
    from reportgen.outline import Document
    from reportgen.planning.facts import Imprint
    from reportgen.planning.places import Places

_SPARE = 12.0  # pt kept free, for what another renderer measures differently
_ROW_ROOM, _HEADING_ROOM = 7.0, 16.0  # pt at the most, more looks torn
_BOX_SPARE = 2.0  # pt of the width of the box kept free, likewise
_MEASURES, _FEWER = 5, 3  # of a speech on page 1; where room is short
_OF_A_PART = 2
_LEAST, _LONGEST = 6, 70  # characters of a measure that says something and is read at a glance
_ENDS = "。！？…；：，、"


@dataclass(frozen=True, slots=True)
class HandoutHead:
    """What stands above the facts table: title lines, subtitle, label."""

    title: str
    is_long: bool
    subtitle: str


def plan_front(brief: Brief, imprint: Imprint, head: HandoutHead, places: Places, sheet: Sheet) -> Front:
    """Lay out page 1: the roomiest arrangement that fits the page."""
    front = Front((), "", "", (), (), (), Density.NORMAL, 0.0)
    for front in _arrangements(brief, imprint, places, sheet):
        height = front_height(front, head, sheet)
        if height <= sheet.front_height - _SPARE:
            return _spread(front, height, sheet)
    return replace(front, height=front_height(front, head, sheet))


def _spread(front: Front, height: float, sheet: Sheet) -> Front:
    """Page 1 with what is left of it shared out: a heading takes twice as much as a row of a table."""
    rows = len(front.facts) + len(front.framework) + (len(front.measures) + 1 if front.measures else 0)
    headings = sum(map(bool, (front.thesis, front.framework, front.abstract, front.measures)))
    if sheet.front_height > sheet.height:
        return replace(front, height=height)  # on two pages there is nothing to be filled
    part = (sheet.front_height - _SPARE - height) / max(rows + 2 * headings, 1)
    # Halves of a point, downwards: Word knows twentieths, and what is rounded up would add up.
    row, heading = (
        int(min(room, most) * 2) / 2 for room, most in ((part, _ROW_ROOM), (2 * part, _HEADING_ROOM))
    )
    taken = rows * row + headings * heading
    return replace(front, height=height + taken, row_room=row, heading_room=heading)


def full_stop(text: str) -> str:
    """Return `text` as a sentence, ended by a full stop unless it already ends with a mark."""
    if text.endswith(EDITORS):
        return full_stop(text.removesuffix(EDITORS)) + EDITORS
    return text if not text or text[-1] in "。！？…" else text.rstrip(_ENDS) + "。"


def _arrangements(brief: Brief, imprint: Imprint, places: Places, sheet: Sheet) -> Iterator[Front]:
    """Every way to set page 1, best first."""
    # The thesis stands in its box just above; an abstract that begins with it goes on without it.
    heads = _Headings.of(brief.document)
    abstract = [line for line in brief.abstract if line != brief.thesis]
    thesis = full_stop(shown(brief.thesis)) if brief.thesis else ""
    base = Front(
        # Never a label without a value.
        facts=tuple(Fact(name, value) for name, value in imprint.rows if value),
        thesis=thesis,
        thesis_place=places.short((brief.thesis,)) if brief.thesis else "",
        framework=(),
        abstract=_paragraph(abstract, heads),
        measures=_numbered(key_measures(brief, _MEASURES), places),
        density=Density.NORMAL,
        height=0.0,
    )
    fewer = _numbered(key_measures(brief, _FEWER), places)
    choices = list(frameworks(brief, sheet))[:-1] or [()]
    for density in Density:
        yield replace(base, framework=choices[0], density=density)
    fine = replace(base, density=Density.FINE, measures=fewer)
    for choice in choices:
        yield replace(fine, framework=choice)
    for shorter in _shortened(abstract, heads, sheet):
        yield replace(fine, framework=choices[-1], abstract=_paragraph(shorter, heads))
    bare = replace(fine, framework=choices[-1], measures=())
    yield from (bare, replace(bare, abstract=()), replace(bare, abstract=(), framework=()))


def key_measures(brief: Brief, count: int) -> tuple[Line, ...]:
    """Return the weightiest measures of a speech, in its order: what is to be done, and else what was done.

    No more than two of one part: five of one point would not say what the speech asks for.
    """
    ranked = sorted(
        ((node, one) for node, one in _measures(brief) if _LEAST <= len(one.line.text) <= _LONGEST),
        key=lambda pair: (pair[1].kind is not Kind.TODO, -brief.weight(pair[1].line)),
    )
    kept: list[Line] = []
    seen: Counter[int] = Counter()
    for place, one in ranked:
        if len(kept) < count and seen[place] < _OF_A_PART and one.line not in kept:
            seen[place] += 1
            kept.append(one.line)
    return tuple(sorted(kept, key=lambda line: line.start if isinstance(line, Excerpt) else 0))


def _measures(brief: Brief) -> Iterator[tuple[int, Measure]]:
    """Every measure of a speech with the number of its part; one without sections has those of its tasks."""
    parts = list(brief.walk())
    yield from ((number, one) for number, part in enumerate(parts) for one in part.below_heading)
    if not parts:
        yield from ((number, one) for task in brief.tasks for number, one in enumerate(task.measures))


def _numbered(lines: Sequence[Line], places: Places) -> tuple[KeyMeasure, ...]:
    return tuple(
        KeyMeasure(
            str(number),
            shown(line),
            places.short((line,)),
            places.number(line.start) if isinstance(line, Excerpt) else 0,
        )
        for number, line in enumerate(lines, 1)
    )


@dataclass(frozen=True, slots=True)
class _Headings:
    """Where the headings of the sections begin and end, in order."""

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, document: Document) -> _Headings:
        spans = [node.heading.span for node in document.nodes]
        return cls([span.start for span in spans], [span.end for span in spans])

    def hold(self, line: Line) -> bool:
        """Whether a line of the abstract is made of a section's heading."""
        at = bisect_right(self.starts, line.start) if isinstance(line, Excerpt) else 0
        return at > 0 and isinstance(line, Excerpt) and line.start < self.ends[at - 1]


def _shortened(lines: Sequence[Line], heads: _Headings, sheet: Sheet) -> Iterator[Sequence[Line]]:
    """The abstract with one line less each time: what only adds to a section's goes first, from the end.

    What is wider than a whole page is not tried.
    """
    face = sheet.face("FrontText", Density.FINE)
    room = sheet.front_height / face.line * face.em(sheet.width)
    left = dict(enumerate(lines))
    width = sum(text_width(shown(line)) for line in lines)
    for number in sorted(left, key=lambda number: (heads.hold(lines[number]), -number)):
        width -= text_width(shown(left.pop(number)))
        if width <= room:
            yield list(left.values())


def _paragraph(lines: Sequence[Line], heads: _Headings) -> tuple[str, ...]:
    """The abstract as one paragraph: a section's line, a colon and what it says, a full stop.

    Where no section says more than its line, the lines are parted by semicolons.
    """
    groups: list[list[str]] = []
    for line in lines:
        if groups and not heads.hold(line):
            groups[-1].append(shown(line).rstrip(_ENDS))
        else:
            groups.append([shown(line).rstrip(_ENDS)])
    if all(len(group) == 1 for group in groups):
        return (full_stop("；".join(text for group in groups for text in group)),) if groups else ()
    headed = any(map(heads.hold, lines))
    texts = [
        f"{top}：{'；'.join(rest)}" if rest and headed else "；".join((top, *rest)) for top, *rest in groups
    ]
    return ("".join(map(full_stop, texts)),)


def front_height(front: Front, head: HandoutHead, sheet: Sheet) -> float:
    """Return the height of page 1 in pt."""
    return (
        _head_height(head, front.density, sheet)
        + _facts_height(front, sheet)
        + _box_height(front, sheet)
        + framework_height(front.framework, front.density, sheet)
        + _abstract_height(front, sheet)
        + _measures_height(front, sheet)
    )


def _head_height(head: HandoutHead, density: Density, sheet: Sheet) -> float:
    title = sheet.face("TitleLong" if head.is_long else "Title")
    subtitle = sheet.face("Subtitle").height(head.subtitle, sheet.width) if head.subtitle else 0.0
    label = sheet.face("FrontLabel", density)
    title_height = title.before + title.line * (head.title.count("\n") + 1) + title.after
    return title_height + subtitle + label.before + label.line + label.after


def _facts_height(front: Front, sheet: Sheet) -> float:
    face, grid = sheet.face("FrontCell", front.density), sheet.tables["facts"]
    rows = (grid.row(face.lines(fact.value, grid.room("value")), face.line) for fact in front.facts)
    return sum(rows) + grid.rule


def _box_height(front: Front, sheet: Sheet) -> float:
    if not front.thesis:
        return 0.0
    heading, text = sheet.face("BoxHeading", front.density), sheet.face("BoxText", front.density)
    inside = heading.before + heading.line + text.height(front.thesis, _box_width(sheet))
    return sheet.frame.ends + inside


def _box_width(sheet: Sheet) -> float:
    return sheet.width - (sheet.frame.sides + _BOX_SPARE)


def _abstract_height(front: Front, sheet: Sheet) -> float:
    if not front.abstract:
        return 0.0
    text = sheet.face("FrontText", front.density)
    return _heading_height(front, sheet) + sum(text.height(line, sheet.width) for line in front.abstract)


def _measures_height(front: Front, sheet: Sheet) -> float:
    if not front.measures:
        return 0.0
    face, grid = sheet.face("FrontCell", front.density), sheet.tables["measures"]
    cells = [((one.measure, "measure"), (one.place, "place")) for one in front.measures]
    rows = (max(face.lines(text, grid.room(column)) for text, column in row) for row in cells)
    head = grid.row(1, face.line) + grid.rule
    return _heading_height(front, sheet) + head + sum(grid.row(count, face.line) for count in rows)


def _heading_height(front: Front, sheet: Sheet) -> float:
    heading = sheet.face("FrontHeading", front.density)
    return heading.before + heading.line + heading.after
