"""What slides say of a part: its heading in pieces, its lines, its notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.analysis import Brief, Excerpt, Line, Part
from reportgen.outline import Node, reading_text
from reportgen.planning.markers import marked as behind_marker
from reportgen.planning.markers import own_number
from reportgen.planning.wording import first_clause, shown
from reportgen.source import MARK, Passage

_SHORTEST, _LONGEST = 3, 14


def heading(part: Part) -> str:
    """The heading as printed."""
    return shown(part.heading)


def halves(part: Part) -> tuple[str, str]:
    """A heading of two clauses as (突出知行合一, 在深学笃行中把准正确方向); (heading, "") otherwise."""
    text = heading(part)
    head, tail = first_clause(text)
    return (head, tail) if tail and _SHORTEST <= len(head) <= _LONGEST else (text, "")


def short(part: Part) -> str:
    """The heading where space is short: its first clause where it has two, else its one line."""
    head, tail = halves(part)
    return head if tail else shown(part.name)


def marked(part: Part, text: str) -> str:
    """A text behind the part's marker: 一、突出知行合一."""
    return behind_marker(part.marker, text)


def number_of(part: Part, place: int) -> int:
    """Return the part's number: the one that its marker says, else its place."""
    return own_number(part, place)


def places(brief: Brief, lines: Sequence[Line]) -> tuple[str, ...]:
    """The source paragraphs that hold some lines."""
    source = brief.document.source
    found: dict[str, None] = {}
    for line in lines:
        if isinstance(line, Excerpt):
            span = source.line_at(line.start).span
            found[" ".join(source.text[span.start : span.end].replace(MARK, "").split())] = None
    return tuple(found)


def notes(nodes: Iterable[Node], brief: Brief) -> tuple[str, ...]:
    """The full source text of some nodes, a paragraph each, numbering and headings included."""
    text = brief.document.source
    out: list[str] = []
    for node in nodes:
        start = node.marker.span.start if node.marker else node.heading.span.start
        end = node.body[-1].span.end if node.body else node.heading.span.end
        if node.run_in or not node.body:
            first = node.body[0].span.end if node.body else end
            out += paragraphs((text.passage(start, first), *node.body[1:]))
        else:
            out += paragraphs((text.passage(start, node.heading.span.end), *node.body))
    return tuple(out)


def paragraphs(passages: Iterable[Passage]) -> tuple[str, ...]:
    """Paragraphs for the notes, as they are to be read: lines that a fixed width broke are joined."""
    return tuple(text for passage in passages if (text := reading_text(passage)))
